"""Pages written by hand, as built: their titles, their lists of sections, the ids of their headings."""

from pathlib import Path
from urllib.parse import unquote

import pytest
from playwright.sync_api import Browser

from .projects import built, copy_project
from .reading import HtmlPage

SECTIONS = "## One { #one }\n\n### Within\n\n## 荒漠化\n\nWords.\n"
LISTED = "---\ncontents: true\n---\n\n"
DRAWN = '<header><h1>Drawn &amp; told</h1><section><h2 id="drawn">Drawn</h2></section></header>\n\n'
PAGES = {
    "markdown": f"{LISTED}# By hand\n\nLead.\n\n{SECTIONS}",
    "macro": f'{LISTED}{{{{ plan_head("2026") }}}}\n\n{SECTIONS}',
    "html": f"{LISTED}{DRAWN}{SECTIONS}",
    "none": f"{LISTED}Lead.\n\n{SECTIONS}",
    "links": "# Links\n\n[there](none.md#荒漠化) and [here](#опустынивание)\n\n## Опустынивание\n",
}


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> dict[str, HtmlPage]:
    """Return the pages above, built strictly in a copy of the project."""
    project = copy_project(tmp_path_factory.mktemp("written"))
    for name, text in PAGES.items():
        (project / "docs" / f"{name}.md").write_text(text, encoding="utf-8")
    site = built(project)
    return {name: HtmlPage(site, site / name / "index.html") for name in PAGES}


@pytest.mark.parametrize("name", ["markdown", "macro", "html", "none"])
def test_contents_list_every_section_once(written: dict[str, HtmlPage], name: str) -> None:
    """Whoever writes the heading of the page, the list stands before the first section and has them all."""
    text = written[name].file.read_text(encoding="utf-8")
    assert text.count('class="ne-toc"') == 1
    _, _, after = text.partition('class="ne-toc"')
    nav, _, rest = after.partition("</nav>")
    assert [unquote(part.split('"')[0]) for part in nav.split('href="')[1:]] == ["#one", "#荒漠化"]
    assert rest.lstrip().startswith('<h2 id="one"')
    assert '<h2 id="荒漠化"' in rest


@pytest.mark.parametrize(
    ("name", "title"), [("markdown", "By hand"), ("html", "Drawn &amp; told"), ("none", "None")]
)
def test_the_title_is_the_heading(written: dict[str, HtmlPage], name: str, title: str) -> None:
    """In the head, in previews, and on the page."""
    text = written[name].file.read_text(encoding="utf-8")
    assert f"<title>{title} · " in text
    assert f'<meta property="og:title" content="{title}"' in text
    assert f">{title}</h1>" in text


def test_pages_of_the_register_are_called_by_their_headings(site: Path) -> None:
    """Not by the names of their files."""
    for name, title in (("gaps", "Gap board"), ("seeking", "Who seeks and offers what")):
        text = (site / "register" / name / "index.html").read_text(encoding="utf-8")
        assert f"<title>{title} · " in text
        assert f'"name": "{title}"' in text


@pytest.mark.parametrize("scheme", ["switch", "system"])
@pytest.mark.parametrize("path", ["", "register/", "share/", "embed/updates/"])
def test_paper_is_light_in_every_scheme(served: str, browser: Browser, path: str, scheme: str) -> None:
    """Whoever reads in the dark prints black on white."""
    context = browser.new_context(color_scheme="dark" if scheme == "system" else "light")
    page = context.new_page()
    if scheme == "switch":
        page.add_init_script("localStorage.setItem('ne-scheme', 'dark')")
    page.goto(f"{served}{path}")
    page.emulate_media(media="print", color_scheme="dark" if scheme == "system" else "light")
    style = "e => (s => [s.backgroundColor, s.color, s.colorScheme])(getComputedStyle(e))"
    ground, ink, mode = page.eval_on_selector("body", style)
    assert mode == "light"
    assert sum(_channels(ground)) > 3 * 250
    assert sum(_channels(ink)) < 3 * 64
    sea = page.evaluate("getComputedStyle(document.documentElement).getPropertyValue('--sea').trim()")
    assert sea in ("", "#dde8e6")
    context.close()


def _channels(colour: str) -> list[int]:
    return [int(part) for part in colour.partition("(")[2].strip(")").split(",")[:3]]
