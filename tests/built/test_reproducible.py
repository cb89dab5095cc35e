"""The same commit gives the same bytes, wherever and whenever it is built."""

import filecmp
import re
import shutil
from datetime import UTC, datetime
from pathlib import Path

from .building import ROOT, build_at, site_of

PARTS = ("data", "docs", "macros", "overrides", "mkdocs.yml")
IN_2031 = datetime(2031, 2, 27, tzinfo=UTC)
AS_OF = re.compile(rb'(<(?:p|span) class="ne-asof"[^>]*>[^<]*\bas of )\d+ \w+ \d{4}')
YEAR = 365 * 24 * 3600


def test_clock_zone_locale_seed_process_docstrings_and_history_change_nothing(tmp_path: Path) -> None:
    """A build a year later, elsewhere, from a copy without git, is the same byte for byte.

    Both stand after the last date that the records hold, so that nothing falls due between them. The copy
    has no cards from former builds; its Python leaves out docstrings and asserts (-OO), for what is said to
    programmers is no content.
    """
    project = tmp_path / "copy"
    project.mkdir()
    for part in PARTS:
        source = ROOT / part
        if source.is_dir():
            shutil.copytree(source, project / part, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copyfile(source, project / part)
    elsewhere = {"TZ": "Asia/Ulaanbaatar", "LC_ALL": "C", "LANG": "C", "PYTHONHASHSEED": "4242"}
    elsewhere |= {"PYTHONUTF8": "1", "PYTHONOPTIMIZE": "2"}
    here, there = site_of(ROOT, tmp_path / "here", IN_2031), tmp_path / "there"
    done = build_at(IN_2031.timestamp() + YEAR, project, there, **elsewhere)
    assert done.returncode == 0, done.stdout + done.stderr
    assert differences(here, there) == []


def differences(left: Path, right: Path) -> list[str]:
    """Return the files that only one folder has, or that differ in more than the day of the build.

    That day stands in the lines 'as of' of pages, for readers without JavaScript, and nowhere else.
    """
    names = {file.relative_to(root) for root in (left, right) for file in root.rglob("*") if file.is_file()}
    return sorted(
        str(name)
        for name in names
        if not (left / name).is_file()
        or not (right / name).is_file()
        or not (
            filecmp.cmp(left / name, right / name, shallow=False) or _same_page(left / name, right / name)
        )
    )


def _same_page(left: Path, right: Path) -> bool:
    """Return whether two files are pages that differ only in the day of the lines 'as of'."""
    return left.suffix == ".html" and AS_OF.sub(rb"\1", left.read_bytes()) == AS_OF.sub(
        rb"\1", right.read_bytes()
    )
