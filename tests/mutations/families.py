"""The table of what is spoilt: a name for each family of slips, and how one is drawn."""

from collections.abc import Mapping
from pathlib import Path
from random import Random

from .mutation import Family, Mutation, of_text
from .odd_files import deleted, odd, renamed
from .slips import SLIPS

WHOLE_FILES = (deleted, renamed, odd)
IN_TEN = 1  # of ten slips of records, how many are of whole files


def of_records(random: Random, root: Path) -> Mutation | None:
    """Return a slip in a file of data/."""
    whole = sorted(path.relative_to(root).as_posix() for path in (root / "data").rglob("*.*"))
    if random.randrange(10) < IN_TEN:
        files = [path for path in whole if not path.startswith("data/schemas")]
        return random.choice(WHOLE_FILES)(random, root, random.choice(files))
    path = random.choice([path for path in whole if path.endswith(".yml")])
    way = random.choice(tuple(SLIPS))
    spoilt = SLIPS[way](random, (root / path).read_text(encoding="utf-8"))
    return of_text(way, path, spoilt) if spoilt else None


FAMILIES: Mapping[str, Family] = {"records": of_records}


def drawn(family: str, random: Random, root: Path) -> Mutation:
    """Return a slip of a family, the first that has room."""
    while True:
        mutation = FAMILIES[family](random, root)
        if mutation is not None:
            return mutation
