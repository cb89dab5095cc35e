"""The table of what is spoilt: a name for each family of slips, and how one is drawn."""

from collections.abc import Mapping
from pathlib import Path
from random import Random

from .mutation import Family, Mutation, Way, of_text
from .odd_files import added, deleted, odd, renamed
from .page_slips import PAGE_SLIPS, WORDS
from .slips import SLIPS

WHOLE_FILES = (deleted, renamed, odd)
IN_TEN = 1  # of ten slips, how many are of whole files
SETTINGS = "mkdocs.yml"


def of_records(random: Random, root: Path) -> Mutation | None:
    """Return a slip in a file of data/."""
    whole = sorted(path.relative_to(root).as_posix() for path in (root / "data").rglob("*.*"))
    if random.randrange(10) < IN_TEN:
        files = [path for path in whole if not path.startswith("data/schemas")]
        return random.choice(WHOLE_FILES)(random, root, random.choice(files))
    path = random.choice([path for path in whole if path.endswith(".yml")])
    return _in_text(random, root, path, SLIPS)


def of_pages(random: Random, root: Path) -> Mutation | None:
    """Return a slip in a page of docs/, its settings included."""
    path = random.choice(sorted(page.relative_to(root).as_posix() for page in (root / "docs").rglob("*.md")))
    if random.randrange(10) < IN_TEN:
        return random.choice((*WHOLE_FILES, added))(random, root, path)
    ways = random.choice((PAGE_SLIPS, WORDS))
    return _in_text(random, root, path, ways)


def of_settings(random: Random, root: Path) -> Mutation | None:
    """Return a slip in mkdocs.yml."""
    if random.randrange(20) < IN_TEN:
        return random.choice(WHOLE_FILES)(random, root, SETTINGS)
    return _in_text(random, root, SETTINGS, SLIPS)


def _in_text(random: Random, root: Path, path: str, ways: Mapping[str, Way]) -> Mutation | None:
    way = random.choice(tuple(ways))
    spoilt = ways[way](random, (root / path).read_text(encoding="utf-8"))
    return of_text(way, path, spoilt) if spoilt else None


FAMILIES: Mapping[str, Family] = {"records": of_records, "pages": of_pages, "settings": of_settings}


def drawn(family: str, random: Random, root: Path) -> Mutation:
    """Return a slip of a family, the first that has room."""
    while True:
        mutation = FAMILIES[family](random, root)
        if mutation is not None:
            return mutation
