"""The real project with events to come -> its site as built at moments, and read at others."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from playwright.sync_api import Browser, Page, Route

from .building import site_of
from .projects import copy_project

ORIGIN = "http://site.test/"
BUILT = datetime(2031, 5, 1, 12, tzinfo=UTC)
START, END = datetime(2031, 5, 6, 1, 30, tzinfo=UTC), datetime(2031, 5, 7, 9, tzinfo=UTC)
MOMENTS = {
    "before": BUILT + timedelta(days=1),
    "a minute before": START - timedelta(minutes=1),
    "during": datetime(2031, 5, 6, 12, tzinfo=UTC),
    "at the end": END,
    "long after": datetime(2032, 1, 1, tzinfo=UTC),
}
SOURCE = '{document: som28-note-2025, paragraph: "7"}'
COMMON = f"""
kind: forum
basis: {{words: it is planned, source: {SOURCE}}}
summary: Words about it.
sources: [{SOURCE}]
"""
FORUM = """
title: Saxaul forum
uid: 5ec0e7000010@neaspec.org
standing: confirmed
date: 6-7 May 2031
starts: 09:30
ends: 17:00
zone: Asia/Ulaanbaatar
place: {city: Ulaanbaatar, country: mn}
registration: {link: "https://example.org/register", closes: 4 May 2031}
organizers: [neaspec]
topics: [capacity-building, cooperation]
countries: [mn]
related: [dld-forum-2025]
"""
OTHERS = {
    "running": "standing: planned\ndate: 1-30 May 2031",
    "soon": "standing: confirmed\ndate: 5 May 2031\nplace: {country: jp}\nscope: external",
    "sooner": "standing: planned\ndate: 5-6 May 2031",
    "later": "standing: confirmed\ndate: 20 May 2031",
    "cancelled": "standing: cancelled\ndate: 6 May 2031\n"
    "changes: [{what: cancelled, on: 20 April 2031, why: Too dry.}]",
    "postponed": "standing: postponed\ndate: 6 May 2031\n"
    "changes: [{what: postponed, on: 21 April 2031, was_on: 6 May 2031}]",
    "month": "standing: planned\ndate: June 2031",
    "quarter": "standing: planned\ndate: Q2 2031\nscope: external",
}


def write_project(project: Path) -> Path:
    """Copy the real project into a folder, with the events above; return the folder."""
    events = copy_project(project) / "data" / "events"
    (events / "saxaul-forum.yml").write_text(FORUM + COMMON, encoding="utf-8")
    for number, (name, text) in enumerate(OTHERS.items()):
        own = f"title: {name.capitalize()}\nuid: 5ec0e700002{number}@neaspec.org\ntopics: [cooperation]\n"
        (events / f"saxaul-{name}.yml").write_text(own + text + COMMON, encoding="utf-8")
    return project


def site_at(project: Path, moment: datetime) -> Path:
    """Return the site of a project as built at a moment; it is built once."""
    site = project / f"site-{moment:%Y%m%d-%H%M}"
    if not site.exists():
        site_of(project, site, moment)
    return site


class Windows:
    """Windows of a browser, one for each way to read, used again: a new one costs more than a page."""

    def __init__(self, browser: Browser) -> None:
        self._browser = browser
        self._pages: dict[tuple[tuple[str, Any], ...], Page] = {}
        self._site = Path()

    @contextmanager
    def opened(self, site: Path, path: str, now: datetime, **options: Any) -> Iterator[Page]:
        """Yield a page of a site, served from its folder, in a window whose clock stands at a moment.

        What the page has noted in the browser is forgotten afterwards.
        """
        self._site = site
        page = self._window(tuple(sorted(options.items())))
        page.clock.set_fixed_time(now)
        page.goto(ORIGIN + path)
        yield page
        page.evaluate("localStorage.clear(), sessionStorage.clear()")
        page.goto("about:blank")

    def _window(self, options: tuple[tuple[str, Any], ...]) -> Page:
        if options not in self._pages:
            context = self._browser.new_context(**dict(options))
            context.route("**/*", lambda route: _answer(route, self._site))
            self._pages[options] = context.new_page()
        return self._pages[options]


def _answer(route: Route, site: Path) -> None:
    path = urlsplit(route.request.url).path.lstrip("/")
    file = site / path / "index.html" if path.endswith("/") or not path else site / path
    if file.is_file():
        route.fulfill(path=file)
    else:
        route.fulfill(status=404)
