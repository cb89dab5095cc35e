"""The built site, once for all tests of it, and a server and browser to read it with."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from tests.browser import FLAGS, chromium
from tests.once import made_once

from .building import ROOT, site_of
from .reading import HtmlPage
from .serving import serving


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of the real site, built strictly once for all workers; no test may change it."""
    return made_once(tmp_path_factory, "real-site", lambda folder: site_of(ROOT, folder))


@pytest.fixture(scope="session")
def pages(site: Path) -> dict[str, HtmlPage]:
    """Return every page of the site by its address; what partners embed is a part of theirs."""
    files = sorted(file for file in site.rglob("*.html") if site / "embed" not in file.parents)
    return {page.address: page for page in (HtmlPage(site, file) for file in files)}


@pytest.fixture(scope="session")
def served(site: Path) -> Iterator[str]:
    """Return the address of a server that serves the site on this machine."""
    with serving(site) as address:
        yield address


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Return a Chromium without a window."""
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=chromium(), args=FLAGS)
        yield running
        running.close()


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """Yield a page in a window of its own, in which nothing may go wrong unsaid."""
    context = browser.new_context()
    errors: list[str] = []
    context.on("weberror", lambda error: errors.append(str(error.error)))
    yield context.new_page()
    context.close()
    assert errors == []
