"""A project and a source of chance -> the same with one page, file or setting changed."""

import re
from collections.abc import Callable
from pathlib import Path
from random import Random

from macros.settings import Folders

from .pieces import BROKEN, SOUND, TOPS

SIGNS = "[](){}<>\"'`*_#:-|&!=/\\ \t\n“”\u00a0\u200b0aé"
VALUES = (
    "true",
    "false",
    "0",
    "[]",
    "{}",
    "null",
    "''",
    "x",
    "[a, b]",
    "{a: b}",
    "https://example.org/",
    "*a",
)
FILES = (
    "a b.md",
    "B.md",
    "x.markdown",
    "x.html",
    "x.js",
    "share.md",
    "events/by/x.md",
    "README.md",
    "x/index.md",
)
Change = Callable[[Folders, Random], None]


def page_of(project: Folders, chance: Random) -> Path:
    """Return one of the pages of a project."""
    return chance.choice(sorted(project.docs.rglob("*.md")))


def insert_piece(project: Folders, chance: Random) -> None:
    """Put a piece between two paragraphs of a page, or inside one."""
    file = page_of(project, chance)
    parts = file.read_text(encoding="utf-8").split(chance.choice(("\n\n", "\n", " ")))
    piece = chance.choice(BROKEN if chance.random() < 0.6 else SOUND)
    parts.insert(chance.randint(0, len(parts)), piece)
    _write(file, chance.choice(("\n\n", "\n", " ")).join(parts))


def another_top(project: Folders, chance: Random) -> None:
    """Put another block of settings on top of a page."""
    file = page_of(project, chance)
    text = re.sub(r"\A---\n.*?\n---\n", "", file.read_text(encoding="utf-8"), flags=re.DOTALL)
    _write(file, chance.choice(TOPS) + text)


def mistype(project: Folders, chance: Random) -> None:
    """Change, double or lose a character of a page."""
    file = page_of(project, chance)
    _write(file, _mistyped(file.read_text(encoding="utf-8"), chance))


def lose_lines(project: Folders, chance: Random) -> None:
    """Lose, double or swap lines of a page, or cut it."""
    file = page_of(project, chance)
    _write(file, _moved(file.read_text(encoding="utf-8"), chance))


def odd_file(project: Folders, chance: Random) -> None:
    """Add a file with an odd name, a link, or lose a page."""
    kind = chance.randrange(5)
    if kind == 0:
        page_of(project, chance).unlink()
    elif kind == 1:
        target = chance.choice(
            (Path("/etc/hostname"), project.docs, project.root / "nowhere", project.root / "data")
        )
        (project.docs / chance.choice(("b.txt", "b.md", "b"))).symlink_to(target)
    elif kind == 2:
        (project.docs / "folder.md").mkdir()
    else:
        file = project.docs / chance.choice(FILES)
        file.parent.mkdir(parents=True, exist_ok=True)
        _write(file, chance.choice(SOUND))


def settings_line(project: Folders, chance: Random) -> None:
    """Lose, double, swap or indent lines of mkdocs.yml."""
    file = project.root / "mkdocs.yml"
    _write(file, _moved(file.read_text(encoding="utf-8"), chance))


def settings_value(project: Folders, chance: Random) -> None:
    """Give a key of mkdocs.yml another value, or another name."""
    file = project.root / "mkdocs.yml"
    lines = file.read_text(encoding="utf-8").split("\n")
    number = chance.randrange(len(lines))
    key, colon, value = lines[number].partition(":")
    if chance.random() < 0.25:
        lines[number] = f"{_mistyped(key, chance)}{colon}{value}"
    else:
        lines[number] = f"{key}: {chance.choice(VALUES)}"
    _write(file, "\n".join(lines))


def settings_sign(project: Folders, chance: Random) -> None:
    """Mistype a character of mkdocs.yml."""
    file = project.root / "mkdocs.yml"
    _write(file, _mistyped(file.read_text(encoding="utf-8"), chance))


FAMILIES: dict[str, Change] = {
    "a piece in a page": insert_piece,
    "the top of a page": another_top,
    "a sign in a page": mistype,
    "lines of a page": lose_lines,
    "files of docs/": odd_file,
    "lines of mkdocs.yml": settings_line,
    "values of mkdocs.yml": settings_value,
    "a sign in mkdocs.yml": settings_sign,
}


def _mistyped(text: str, chance: Random) -> str:
    place = chance.randrange(len(text) + 1)
    after = place + chance.choice((0, 0, 1, 1, 5))
    return text[:place] + chance.choice(("", chance.choice(SIGNS), chance.choice(SIGNS) * 2)) + text[after:]


def _moved(text: str, chance: Random) -> str:
    lines = text.split("\n")
    first, second = chance.randrange(len(lines)), chance.randrange(len(lines))
    match chance.randrange(5):
        case 0:
            del lines[first]
        case 1:
            lines.insert(second, lines[first])
        case 2:
            lines[first], lines[second] = lines[second], lines[first]
        case 3:
            lines[first] = chance.choice(("    ", "  ", "\t", "- ")) + lines[first]
        case _:
            del lines[first:]
    return "\n".join(lines)


def _write(file: Path, text: str) -> None:
    file.write_bytes(text.encode("utf-8", "surrogatepass"))
