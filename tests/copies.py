"""A project -> a copy that a test may change; its frame is the repository's own."""

import shutil
from pathlib import Path

from macros.settings import Folders

ROOT = Path(__file__).parents[1]
OWN = ("data", "docs", "mkdocs.yml")


def copied(project: Folders, to: Path) -> Folders:
    """Return the folders of a copy of a project's records, pages and settings."""
    to.mkdir(parents=True, exist_ok=True)
    for name in OWN:
        source = project.root / name
        if source.is_dir():
            shutil.copytree(source, to / name, symlinks=True)
        elif source.exists():
            shutil.copyfile(source, to / name)
    for name in ("overrides", "macros"):
        (to / name).symlink_to(ROOT / name)
    return Folders(to)
