"""An old address in a browser: it leads on with query and fragment, and without JavaScript too."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser

from .projects import built, copy_project
from .serving import serving

STUDY, PAPER = "policy-paper-climate-land-water", "policy-paper"
MOVES = f"""studies/{PAPER}/: studies/{STUDY}/
events/workshop-2015/: events/dld-workshop-2015/
our-approach/: approach/
"""
LED = [
    (f"studies/{PAPER}/?ref=x&y=1#making", f"studies/{STUDY}/?ref=x&y=1#making"),
    ("events/workshop-2015/#reported", "events/dld-workshop-2015/#reported"),
    ("our-approach/?from=mail", "approach/?from=mail"),
]


@pytest.fixture(scope="module")
def moved(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Return the address of the site of the real project with a study, an event and a page renamed."""
    project = copy_project(tmp_path_factory.mktemp("moved"))
    (project / "data" / "moves.yml").write_text(MOVES)
    site = built(project)
    old, new = (site / "events" / f"{name}workshop-2015.ics" for name in ("", "dld-"))
    assert old.read_bytes() == new.read_bytes()
    with serving(site) as address:
        yield address


@pytest.mark.parametrize(("old", "new"), LED)
def test_an_old_address_keeps_what_follows_it(moved: str, browser: Browser, old: str, new: str) -> None:
    """The reader stands where the link meant to lead, and 'back' does not catch them."""
    page = browser.new_page()
    page.goto(f"{moved}about/")
    page.goto(moved + old)
    page.wait_for_url(moved + new)
    page.go_back()
    assert page.url == f"{moved}about/"
    page.close()


@pytest.mark.parametrize(("old", "new"), LED)
def test_an_old_address_leads_on_without_javascript(moved: str, browser: Browser, old: str, new: str) -> None:
    """The page refreshes itself to the new address, and has a link to it."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(moved + old.partition("?")[0].partition("#")[0])
    page.wait_for_url(moved + new.partition("?")[0].partition("#")[0])
    context.close()


@pytest.mark.parametrize("to", ["javascript:window.struck=1", " java\tscript:window.struck=1"])
def test_a_redirect_follows_no_address_that_is_a_script(moved: str, browser: Browser, to: str) -> None:
    """Whatever a page names as its new place, only an address of the web is gone to."""
    page = browser.new_page()
    page.goto(moved + "about/")
    page.evaluate(
        """([src, to]) => new Promise(done => {
            const script = Object.assign(document.createElement("script"), { src, onload: done });
            script.dataset.to = to;
            document.head.append(script);
        })""",
        [moved + "assets/javascripts/moved.js", to],
    )
    page.wait_for_timeout(200)
    assert page.evaluate("[window.struck, location.pathname]") == [None, "/about/"]
    page.close()
