"""Whatever a questionnaire says of its sizes, its import holds at most 256 MB and ends soon."""

import random
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from macros.settings import Folders

from .questionnaires import as_csv, as_xlsx, row, rows
from .workbooks import SHEET, edited, lying, shared, workbook

MB = 1024 * 1024
MOST_MEGABYTES = 256
MOST_TIMES = 25  # as long as an ordinary questionnaire of 200 rows takes in the same process
BOOK = workbook({"P": [["Project name", "Start"], ["a", 2015]]})
CHANCE = random.Random(7)  # noqa: S311 - nothing secret
HAN = "".join(map(chr, CHANCE.choices(range(0x4E00, 0x9FA5), k=20_000)))
EMOJI = "".join(map(chr, CHANCE.choices(range(0x1F300, 0x1F640), k=20_000)))


def _sheet(rows: bytes) -> bytes:
    return edited(BOOK, SHEET, lambda xml: xml.replace(b"</sheetData>", rows + b"</sheetData>"))


def _words(megabytes: int) -> bytes:
    """Return words that no zip archive packs more than 200 times."""
    return b"".join(b"%d%s" % (CHANCE.randrange(10**9), b" " * 150) for _ in range(megabytes * MB // 159))


def _texts(letters: str, long: int) -> bytes:
    """Return a workbook as full of different texts as one may be."""
    cells = [[letters[n * 13 : n * 13 + long] for n in range(20)] for _ in range(950)]
    varied = [[f"{number}{cell}" for cell in line] for number, line in enumerate(cells)]
    return workbook({"P": [["Project name"], *varied]})


def _far(content: bytes, part: str = SHEET) -> bytes:
    corner = b'<row r="10000"><c r="CV10000"><v>1</v></c></row></sheetData>'
    return edited(content, part, lambda xml: xml.replace(b"</sheetData>", corner))


def _empty_rows() -> bytes:
    return b"".join(b'<row r="%d" ht="%d"/>' % (n, CHANCE.randrange(999)) for n in range(3, 510_000))


def _pieces(megabytes: int) -> Iterator[bytes]:
    yield from (b" " * MB for _ in range(megabytes))


def _corners() -> bytes:
    content = workbook({f"S{n}": [["Project"]] for n in range(12)})
    for number in range(1, 13):
        content = _far(content, f"xl/worksheets/sheet{number}.xml")
    return content


HOSTILE: dict[str, Callable[[], bytes]] = {
    "sheet-of-300-MB-said-to-be-small.xlsx": lambda: lying(BOOK, SHEET, _pieces(300), 900),
    "texts-of-300-MB-said-to-be-small.xlsx": lambda: lying(BOOK, "xl/sharedStrings.xml", _pieces(300), 500),
    "other-part-said-to-be-small.xlsx": lambda: lying(BOOK, "xl/a.xml", _pieces(300), 100),
    "dimension.xlsx": lambda: edited(BOOK, SHEET, lambda x: x.replace(b'"A1:B2"', b'"A1:XFD1048576"')),
    "comment.xlsx": lambda: _sheet(b"<!--" + _words(12) + b"-->"),
    "attribute.xlsx": lambda: _sheet(b'<row a="' + _words(12) + b'"/>'),
    "text-between-cells.xlsx": lambda: _sheet(_words(12)),
    "cell.xlsx": lambda: _sheet(b"<row><c t='str'><v>" + _words(12) + b"</v></c></row>"),
    "names.xlsx": lambda: _sheet(b"".join(b"<a%d/>" % n for n in range(200_000))),
    "attributes.xlsx": lambda: _sheet(b"<row" + b"".join(b' a%d=""' % n for n in range(200_000)) + b"/>"),
    "deep.xlsx": lambda: _sheet(b"".join(b"<a%d>" % CHANCE.randrange(99) for _ in range(200_000))),
    "empty-rows.xlsx": lambda: _sheet(_empty_rows()),
    "corner.xlsx": lambda: _far(_texts(HAN, 250)),
    "corners.xlsx": _corners,
    "emoji.xlsx": lambda: _texts(EMOJI, 250),
    "shared.xlsx": lambda: shared(b"<t>%b</t>" % (HAN[:3000].encode()), 1900),
    "commas.csv": lambda: b"Project name\n" + b"," * (7 * MB),
    "quotes.csv": lambda: b"Project name,Summary\n" + b'"\n",' * MB,
    "empty-lines.csv": lambda: b"Project name\n" + b"\n" * (7 * MB),
    "one-line.csv": lambda: b"Project name\n" + b"x" * (7 * MB),
    "gb18030.csv": lambda: b"Project name\n" + HAN.encode("gb18030") * 190,
    "emoji.csv": lambda: b"Project name\n" + (EMOJI[:900].encode() + b"\n") * 2000,
    "organizations.csv": lambda: as_csv(_of_many_organizations(99)),
    "organizations.xlsx": lambda: as_xlsx(_of_many_organizations(25)),
}


def _of_many_organizations(count: int) -> list[dict[str, object]]:
    names = ("; ".join(f"Guild {n} of {k} (academia)" for k in range(count)) for n in range(300))
    return [row(name=f"Project {n}", partner=partners) for n, partners in enumerate(names)]


def test_whatever_a_file_says_its_import_stays_small(sample: Folders, tmp_path: Path) -> None:
    """One process imports all of the hostile files; none is taken, and none makes it swell or wait."""
    for name, make in HOSTILE.items():
        (tmp_path / name).write_bytes(make())
    (tmp_path / "ordinary.csv").write_bytes(as_csv(rows(200, "chinese"), "gb18030"))
    names = ("ordinary.csv", *HOSTILE, "ordinary.csv")
    first, *measured, last = _measured(sample, *(tmp_path / name for name in names))
    ordinary = max(float(line[2]) for line in (first, last))
    assert [name for name, *_ in measured] == [*HOSTILE]
    assert [line for line in measured if line[1] != "1"] == []
    assert [line for line in measured if float(line[2]) > MOST_TIMES * ordinary] == []
    assert [line for line in measured if int(line[3]) > MOST_MEGABYTES] == []


@pytest.mark.parametrize("form", ["questionnaire.xlsx", "questionnaire.csv"])
def test_what_a_ministry_sends_stays_small_too(sample: Folders, tmp_path: Path, form: str) -> None:
    """Eight hundred projects in one file are taken."""
    said = rows(800, "chinese")
    (tmp_path / form).write_bytes(as_xlsx(said) if form.endswith("x") else as_csv(said, "gb18030"))
    ((_, status, _, most, told),) = _measured(sample, tmp_path / form)
    assert (status, told) == ("0", "Nothing was written yet; the same command with --write does it.")
    assert int(most) <= MOST_MEGABYTES


def _measured(sample: Folders, *files: Path) -> list[list[str]]:
    command = [sys.executable, "-m", "tests.intake.measured", str(sample.root), *map(str, files)]
    told = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    return [line.split("\t") for line in told.splitlines()]
