"""Logos as SVG: drawing alone goes out, and what could run or load anything is refused in one line."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from macros.catalogue.reading.pictures import read_pictures
from macros.catalogue.reading.vectors import Unfit, clean_svg, size_of

SPACE = 'xmlns="http://www.w3.org/2000/svg"'
BOX = f'{SPACE} viewBox="0 0 120 40"'
REFUSED = {
    f"<svg {BOX}><script>alert(1)</script></svg>": "has a script in it",
    f"<svg {BOX} onload='alert(1)'/>": "has 'onload' in it, which runs a script",
    f"<svg {BOX}><g onClick='x'/></svg>": "which runs a script",
    f"<svg {BOX}><foreignObject><p/></foreignObject></svg>": "has a page of its own in it",
    f"<svg {BOX}><image href='https://x.example/pixel.png'/></svg>": "has a picture inside in it",
    f"<svg {BOX}><use href='https://x.example/a.svg#b'/></svg>": "which is not in the file",
    f"<svg {BOX} xmlns:l='http://www.w3.org/1999/xlink'><use l:href='data:image/x,x'/></svg>": "loads",
    f"<svg {BOX}><style>@import 'https://x.example/a.css'</style></svg>": "has a style that loads something",
    f"<svg {BOX}><style>a{{fill:url(https://x.example/)}}</style></svg>": "has a style that loads something",
    f"<svg {BOX}><rect style='fill:URL( &quot;https://x.example&quot; )'/></svg>": "which loads something",
    f"<svg {BOX}><rect fill='u\\72l(https:x)'/></svg>": "which loads something",
    f"<svg {BOX}><a href='javascript:alert(1)'><rect/></a></svg>": "has a link in it",
    f"<svg {BOX}><animate attributeName='x'/></svg>": "has movement in it",
    f"<svg {BOX}><iframe/></svg>": "has a frame in it",
    f"<svg {BOX}><handler/></svg>": "has '<handler>' in it, which is not needed",
    f'<!DOCTYPE svg [<!ENTITY a "b">]><svg {BOX}>&a;</svg>': "declares entities",
    f'<!DOCTYPE svg PUBLIC "-//W3C" "x" [ <!ATTLIST svg onload CDATA "x"> ]><svg {BOX}/>': "declares",
    "<svg viewBox='0 0 9 9'/>": "is no SVG",
    "<html><svg/></html>": "is no SVG",
    "not at all": "is no SVG",
    f"<svg {SPACE}/>": "says neither a view box nor its width and height",
    f"<svg {SPACE} viewBox='0 0 0 9' width='100%' height='9'/>": "says neither",
}


@pytest.mark.parametrize("drawing", REFUSED)
def test_a_drawing_that_could_run_or_load_anything_is_one_line(tmp_path: Path, drawing: str) -> None:
    """It is refused with what is wrong and what to do."""
    (tmp_path / "sun.svg").write_text(drawing)
    said = read_pictures(tmp_path, ["sun.svg"])["sun.svg"]
    assert isinstance(said, str)
    assert REFUSED[drawing] in said
    assert said.startswith("docs/pictures/sun.svg ")


def test_what_programs_add_for_themselves_is_left_out() -> None:
    """Metadata, remarks and other namespaces may name who drew it, and where on whose disk."""
    drawing = (
        f'<?xml version="1.0"?><!-- by A --><?x y?><!DOCTYPE svg><svg {BOX} '
        'xmlns:i="https://inkscape.example/" i:export="/home/a/sun.png"><metadata>A</metadata><i:view a="b"/>'
        '<defs><linearGradient id="g"><stop offset="0"/></linearGradient></defs>'
        '<path d="M0 0L9 9" fill="url(#g)" style="stroke:#123"/><use href="#g"/></svg>'
    )
    made = clean_svg(drawing.encode()).decode()
    for words in ("metadata", "home", "inkscape", "by A", "<?x", "DOCTYPE"):
        assert words not in made
    for words in ('fill="url(#g)"', 'style="stroke:#123"', 'href="#g"', "linearGradient"):
        assert words in made


def test_its_size_is_that_of_its_box_or_what_it_says() -> None:
    """By these it keeps its place on the page before it is loaded."""
    assert size_of(clean_svg(f"<svg {BOX}/>".encode())) == (120, 40)
    assert size_of(clean_svg(f"<svg {SPACE} width='12.4px' height='7mm'/>".encode())) == (12, 7)
    assert size_of(clean_svg(f"<svg {SPACE} viewBox='0,0,90000,45000'/>".encode())) == (4000, 2000)


PIECES = (
    "<", ">", "svg", "script", "on", "load", "=", '"', "'", " ", "href", "style", "url(", "&#", "data:", "/",
)  # fmt: skip


@given(st.lists(st.sampled_from(PIECES), max_size=30).map("".join))
def test_whatever_stands_in_it_nothing_that_runs_comes_out(inside: str) -> None:
    """What is not refused has elements and attributes of drawings alone."""
    try:
        made = clean_svg(f"<svg {BOX}><g {inside}><{inside}</g></svg>".encode())
    except Unfit:
        return
    for element in etree.fromstring(made).iter():
        assert etree.QName(element).localname not in ("script", "a", "image", "foreignObject")
        assert not [key for key in element.attrib if str(key).lower().startswith("on")]
