"""The scripts of the site are modules: they run without a complaint, and leave no name behind."""

import pytest
from playwright.sync_api import Browser

PATHS = ("", "events/", "register/", "share/")
NAMES = "() => Object.getOwnPropertyNames(window)"
SOURCES = "all => all.map(script => script.src)"
SCRIPTS = "all => all.map(script => [new URL(script.src).pathname.split('/').pop(), script.type])"


@pytest.mark.parametrize("path", PATHS)
def test_every_script_of_a_page_is_a_module_that_keeps_its_names(
    served: str, browser: Browser, path: str
) -> None:
    """No script stands in the way of another, or of what a browser brings."""
    page = browser.new_page()
    complaints: list[str] = []
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("console", lambda line: complaints.append(line.text) if line.type == "error" else None)
    page.goto(f"{served}embed/updates/")
    before = set(page.evaluate(NAMES))
    page.goto(served + path, wait_until="load")
    scripts = dict(page.eval_on_selector_all("script[src]", SCRIPTS))
    assert {"site.js", "states.js", "filters.js"} <= scripts.keys()
    assert set(scripts.values()) == {"module"}
    assert set(page.evaluate(NAMES)) - before == set()
    assert complaints == []
    page.close()


@pytest.mark.parametrize("path", PATHS)
def test_no_script_is_fetched_twice_or_for_the_sake_of_another(
    served: str, browser: Browser, path: str
) -> None:
    """What one script takes from another is on the page already."""
    page = browser.new_page()
    fetched: list[str] = []
    page.on("request", lambda request: fetched.append(request.url) if request.url.endswith(".js") else None)
    page.goto(served + path, wait_until="load")
    assert sorted(fetched) == sorted(page.eval_on_selector_all("script[src]", SOURCES))
    page.close()
