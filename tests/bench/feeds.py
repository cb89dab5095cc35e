"""How long feeds take: against plain feedgen on the same items, and as a share of the real site's build."""

import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from feedgen.feed import FeedGenerator

from macros.emitters.items import Category, Item, feed_id
from macros.emitters.json_feed import encode_json_feed
from macros.emitters.syndication import encode_feed
from macros.records.release import FIRST_DAY
from macros.releases.feeds import GENERAL
from macros.settings import Folders, Site

RUNS = 5
START = datetime(2027, 1, 1, tzinfo=UTC)
SITE = Site("https://neaspec.org/dld/", "Bench", "Feeds of a benchmark.", "NEASPEC")
FEED = GENERAL[0]
CONTENT = "<p>{} was released.</p>\n" * 5 + '<p>Study: <a href="https://neaspec.org/dld/studies/a/">A</a></p>'
TIMED_BUILD = """\
import json, sys, time
from macros.hooks import OutreachPlugin
from macros.press.contents import Project
from mkdocs.commands.build import build
from mkdocs.config import load_config
import macros.publish

taken = {"feeds": 0.0}

def timed(function):
    def run(*args, **kwargs):
        started = time.perf_counter()
        try:
            return function(*args, **kwargs)
        finally:
            taken["feeds"] += time.perf_counter() - started
    return run

Project.feeds = timed(Project.feeds)
write = macros.publish.write_bytes
timed_write = timed(write)

def write_bytes(file, content):
    return (timed_write if "feeds" in file.parts else write)(file, content)

macros.publish.write_bytes = write_bytes
started = time.perf_counter()
config = load_config(site_dir=sys.argv[1], strict=True)
config.plugins.on_startup(command="build", dirty=False)
build(config)
config.plugins.on_shutdown()
taken["build"] = time.perf_counter() - started
print(json.dumps(taken))
"""


@dataclass(frozen=True, slots=True)
class Encoding:
    """Seconds that our RSS, Atom and JSON take, and those of plain feedgen for RSS and Atom."""

    count: int
    ours: float
    plain: float
    promise: float = 2.0

    @property
    def ratio(self) -> float:
        """Return our time over that of plain feedgen."""
        return self.ours / self.plain

    def __str__(self) -> str:
        return (
            f"RSS, Atom and JSON of {self.count} items: {self.ratio:.2f} times plain feedgen's RSS and Atom "
            f"(promised: {self.promise:.0f})"
        )


@dataclass(frozen=True, slots=True)
class Share:
    """Seconds that feeds take in a build of the real site, and those of the whole build."""

    feeds: float
    build: float
    promise: float = 0.05

    @property
    def ratio(self) -> float:
        """Return the share of feeds in the build."""
        return self.feeds / self.build

    def __str__(self) -> str:
        return (
            f"feeds in the build of the real site: {self.ratio:.1%} of {self.build:.1f} s "
            f"(promised: {self.promise:.0%})"
        )


def measure_encoding(count: int) -> Encoding:
    """Return the medians of runs taken in turn, so that a busy machine slows both alike."""
    items = [_item(n) for n in reversed(range(count))]

    def ours() -> None:
        encode_feed(FEED, items, SITE, FIRST_DAY, {})
        encode_json_feed(FEED, items, SITE)

    taken = [[_seconds(work) for work in (ours, lambda: _plain(items))] for _ in range(RUNS)]
    return Encoding(count, *(statistics.median(column) for column in zip(*taken, strict=True)))


def measure_share(project: Folders) -> Share:
    """Return the medians of builds: what feeds take, from their words to the files, and the whole."""
    taken = [_timed_build(project) for _ in range(RUNS)]
    return Share(*(statistics.median(each[key] for each in taken) for key in ("feeds", "build")))


def _item(n: int) -> Item:
    """Return a generated item; each is a minute newer than the one before."""
    moment = START + timedelta(minutes=n)
    topics = (f"topic-{n % 7}", f"topic-{n % 5 + 7}")
    return Item(
        guid=f"tag:neaspec.org,2026:{n:012x}",
        url=f"{SITE.url}updates/news-{n}/",
        title=f"News number {n} on land & people in North-East Asia",
        summary=f"What is to be said of number {n}, in a sentence or two. " * 4,
        content=CONTENT.replace("{}", f"Number {n}"),
        published=moment,
        updated=moment,
        categories=tuple(Category(topic, topic.title(), f"{SITE.url}topics/") for topic in topics),
    )


def _plain(items: list[Item]) -> None:
    """Write the same items as RSS and Atom with feedgen as its manual shows it."""
    generator = FeedGenerator()
    generator.load_extension("dc", atom=False)
    generator.id(feed_id(FEED))
    generator.title(f"{SITE.title}: {FEED.title}")
    generator.description(FEED.purpose)
    generator.link(href=SITE.url + FEED.path("xml"), rel="self", type="application/rss+xml")
    generator.link(href=f"{SITE.url}updates/", rel="alternate", type="text/html")
    generator.language(SITE.language)
    generator.rights(SITE.rights)
    generator.author(name=SITE.author, uri=SITE.url)
    generator.updated(items[0].updated)
    generator.lastBuildDate(items[0].updated)
    generator.ttl(60)
    for item in items:
        _add_plain(generator, item)
    generator.rss_str(pretty=True)
    generator.atom_str(pretty=True)


def _add_plain(generator: Any, item: Item) -> None:
    entry = generator.add_entry(order="append")
    entry.guid(item.guid, permalink=False)
    entry.title(item.title)
    entry.link(href=item.url, rel="alternate", type="text/html", hreflang=SITE.language)
    entry.summary(item.summary)
    entry.content(item.content, type="html")
    entry.author(name=SITE.author)
    entry.dc.dc_creator(SITE.author)
    entry.published(item.published)
    entry.updated(item.updated)
    for category in item.categories:
        entry.category(term=category.term, label=category.label, scheme=category.scheme)


def _timed_build(project: Folders) -> dict[str, float]:
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
    with tempfile.TemporaryDirectory() as site:
        command = [sys.executable, "-c", TIMED_BUILD, site]
        done = subprocess.run(
            command, cwd=project.root, env=environment, capture_output=True, text=True, check=True
        )
    taken: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    return taken


def _seconds(work: Callable[[], object]) -> float:
    started = time.perf_counter()
    work()
    return time.perf_counter() - started
