"""Each colour is said once for pages, in site.css, and once for what Python draws; the two agree."""

import re
from collections import Counter
from collections.abc import Iterable
from itertools import chain
from pathlib import Path

import pytest

import macros
from macros import palette

ROOM = Path(macros.__file__).parent
THEME = ROOM.parent / "overrides"
STYLES = THEME / "assets" / "stylesheets"
HEX = r"#(?:[0-9a-f]{8}|[0-9a-f]{6}|[0-9a-f]{3,4})\b"
COLOUR = re.compile(r"(?<![\w/}&])" + HEX, re.ASCII | re.IGNORECASE)  # no entity, no end of an address
GREY = re.compile(r"#(?:(..)\1\1(?:..)?|(.)\2\2.?)", re.ASCII | re.IGNORECASE)
SAID = re.compile(r"--([a-z-]+): ([^;]+);", re.ASCII)
BOTH = re.compile(r"var\(--day, (.+)\) var\(--night, (.+)\)", re.ASCII)
OTHER = re.compile(r"var\(--([a-z-]+)\)", re.ASCII)
NAMES = [name for name in vars(palette) if name.isupper()]


@pytest.mark.parametrize("name", NAMES)
def test_what_python_draws_has_the_colours_of_pages(name: str) -> None:
    """A colour that is changed on one side is changed on the other."""
    token = name.lower().replace("_", "-")
    night = token.startswith("night-")
    assert getattr(palette, name) == _shown(token.removeprefix("night-"), night=night)


def test_no_colour_of_the_styles_is_said_twice() -> None:
    """By day and by night, on the screen and in the register: each stands in one place."""
    assert _repeated(path.read_text(encoding="utf-8") for path in STYLES.glob("*.css")) == []


def test_no_colour_of_python_is_said_twice() -> None:
    """Whoever draws with a colour that has a name takes it by the name."""
    assert _repeated(path.read_text(encoding="utf-8") for path in ROOM.rglob("*.py")) == []


def test_only_the_named_colours_are_both_in_the_styles_and_in_python() -> None:
    """A colour that both need is in the palette, where the two are compared."""
    styles = chain.from_iterable(_colours(path.read_text(encoding="utf-8")) for path in STYLES.glob("*.css"))
    python = chain.from_iterable(_colours(path.read_text(encoding="utf-8")) for path in ROOM.rglob("*.py"))
    assert set(styles) & set(python) <= {getattr(palette, name) for name in NAMES}


def test_templates_scripts_and_settings_say_no_colour() -> None:
    """They take the colours of the styles, or of the palette."""
    files = [
        *THEME.rglob("*.html"),
        *(THEME / "assets" / "javascripts").glob("*.js"),
        ROOM.parent / "mkdocs.yml",
    ]
    said = {path.name: _colours(path.read_text(encoding="utf-8")) for path in files}
    assert "main.html" in said
    assert {name: found for name, found in said.items() if found} == {}


def test_the_mark_in_the_browsers_tab_has_the_colours_of_the_one_in_pages() -> None:
    """It is a file of its own, which no style reaches."""
    mark = (THEME / "assets" / "images" / "mark.svg").read_text(encoding="utf-8")
    assert _colours(mark) == [_shown(token) for token in ("deep", "wheat", "chalk", "mint")]


def _shown(token: str, *, night: bool = False) -> str:
    """Return the colour that pages show for a name."""
    value = _said()[token]
    if both := BOTH.fullmatch(value):
        value = both[2 if night else 1]
    other = OTHER.fullmatch(value)
    return _shown(other[1], night=night) if other else value


def _said() -> dict[str, str]:
    """Return what site.css says of each name at first; on paper some have other colours."""
    style = (STYLES / "site.css").read_text(encoding="utf-8")
    return dict(reversed(SAID.findall(style)))


def _repeated(texts: Iterable[str]) -> list[str]:
    counted = Counter(chain.from_iterable(map(_colours, texts)))
    return sorted(colour for colour, times in counted.items() if times > 1)


def _colours(text: str) -> list[str]:
    """Return the colours that a text says, but for white, greys and black."""
    found = (colour.lower() for colour in COLOUR.findall(text))
    return [colour for colour in found if not GREY.fullmatch(colour)]
