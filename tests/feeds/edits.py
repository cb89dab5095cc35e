"""A copy of a project, and what editors do to it: each edit changes files, or the clock."""

import os
import re
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from pathlib import Path
from random import Random
from typing import Any

import time_machine
import yaml

from macros.__main__ import main
from macros.project import open_project
from macros.records.moment import moment_from, spoken
from macros.settings import Folders, Site

ROOT = Path(__file__).parents[2]
SAMPLE = ROOT / "tests" / "sample_data"
ADDRESSES = ("https://neaspec.org/", "http://neaspec.org/", "https://land.example.org/dld/")

Values = dict[str, Any]


@dataclass
class Copy:
    """A project's folder that is being edited, the moment it is at, and the address it is built for."""

    root: Path
    now: datetime
    url: str = ADDRESSES[0]
    serial: int = 0

    @property
    def announcements(self) -> Path:
        """Return where the announcements stand."""
        return self.root / "data" / "announcements"

    def ids(self, name: str) -> list[str]:
        """Return the ids that a file of records holds, such as topics."""
        return list(read(self.root / "data" / f"{name}.yml"))

    def fresh(self) -> int:
        """Return a number that nothing in this copy is called by yet."""
        self.serial += 1
        return self.serial

    def feeds(self) -> dict[str, bytes]:
        """Return every feed as the public gets it at this moment."""
        site = Site(url=self.url, title="Land", description="Land in North-East Asia", rights="UN")
        return replace(open_project(Folders(self.root)), site=site).at(self.now).feeds({})

    def publish(self) -> None:
        """Run the real 'outreach publish' at this moment."""
        with time_machine.travel(self.now, tick=False):
            status = main(["--project", str(self.root), "publish", "--now", spoken(self.now)])
        assert status == 0

    def ledger(self) -> dict[str, bytes]:
        """Return the files of the ledger by name, the oldest first."""
        data = self.root / "data"
        files = [data / "ledger.jsonl", *sorted((data / "ledger").glob("*.json"))]
        return {file.name: file.read_bytes() for file in files if file.exists()}

    def said(self) -> Iterator[tuple[Path, Values]]:
        """Yield each announcement as it is written, in the order of file names."""
        for file in sorted(self.announcements.glob("*.yml")):
            yield file, read(file)

    def released(self) -> list[tuple[Path, Values]]:
        """Return the announcements that are items of feeds at this moment."""
        return [(file, values) for file, values in self.said() if is_item(values, self.now)]


def copy_of(source: Path, root: Path) -> Path:
    """Copy what a project is made of, without what its settings leave out; its templates are shared."""
    for name in ("data", "docs"):
        shutil.copytree(source / name, root / name, ignore=shutil.ignore_patterns("readme"))
    (root / "overrides").symlink_to((source / "overrides").resolve())
    return root


def read(file: Path) -> Values:
    """Return a record as it is written: every value is text."""
    values: Values = yaml.load(file.read_text(encoding="utf-8"), yaml.CBaseLoader)  # noqa: S506 - text only
    return values


def write(file: Path, values: Values) -> None:
    """Write a record."""
    file.write_text(yaml.safe_dump(values, allow_unicode=True, sort_keys=False), encoding="utf-8")


def is_item(values: Values, now: datetime) -> bool:
    """Return whether an announcement is to be an item of feeds at a moment."""
    plain = values.get("archive") != "true" and values["kind"] != "correction"
    return plain and values["standing"] == "ready" and moment_from(values["released"]) <= now


def announcement(copy: Copy, pick: Random, **values: Any) -> Path:
    """Write what is ready and due now, about an event that never changed, unless values say otherwise."""
    number = copy.fresh()
    events = sorted((copy.root / "data" / "events").glob("*.yml"))
    event = pick.choice([file for file in events if "changes" not in read(file)]).stem
    start: Values = {"guid": f"tag:neaspec.org,2026:new{number}", "standing": "ready", "kind": "news"}
    start |= {"about": {"event": event}, "released": spoken(copy.now)}
    start |= {"headline": f"Headline number {number}", "summary": f"Summary number {number}."}
    values = {key: value for key, value in (start | values).items() if value is not None}
    file = copy.announcements / f"new-{number}.yml"
    write(file, values)
    return file


def _change(copy: Copy, pick: Random, change: Callable[[Values], None]) -> None:
    """Change one of the released announcements, where there is one."""
    found = copy.released()
    if found:
        file, values = pick.choice(found)
        change(values)
        write(file, values)


def _record(copy: Copy, pick: Random) -> Path | None:
    """Return the file of an event or a study that a released announcement is about."""
    abouts = [values["about"] for _, values in copy.released() if isinstance(values["about"], dict)]
    found = [("events", about["event"]) for about in abouts if "event" in about]
    found += [("studies", about["study"]) for about in abouts if "study" in about]
    kind, id = pick.choice(sorted(found)) if found else ("", "")
    return copy.root / "data" / kind / f"{id}.yml" if id else None


def title_edited(copy: Copy, pick: Random) -> None:
    """Give a released announcement another headline."""
    _change(copy, pick, lambda values: values.update(headline=f"Another title {copy.fresh()}"))


def typo_mended(copy: Copy, pick: Random) -> None:
    """Mend the summary of a released announcement, and that of a record."""
    _change(copy, pick, lambda values: values.update(summary=f"Mended {copy.fresh()}."))
    file = _record(copy, pick)
    if file:
        write(file, read(file) | {"summary": f"Mended {copy.fresh()}."})


def announcement_renamed(copy: Copy, pick: Random) -> None:
    """Give the file of a released announcement another name, wherever it is named."""
    found = copy.released()
    if found:
        _rename(copy, pick.choice(found)[0], f"renamed-{copy.fresh()}", "updates")


def record_renamed(copy: Copy, pick: Random) -> None:
    """Give the file of an announced record another name, wherever it is named."""
    file = _record(copy, pick)
    if file:
        _rename(copy, file, f"{file.stem}-{copy.fresh()}", file.parent.name)


def _rename(copy: Copy, file: Path, new: str, pages: str) -> None:
    file.rename(file.with_stem(new))
    page = copy.root / "docs" / pages / f"{file.stem}.md"
    if page.exists():
        page.rename(page.with_stem(new))
    named = re.compile(rf"(?<![\w-]){re.escape(file.stem)}(?![\w-])")
    for folder, ending in (("data", "yml"), ("docs", "md")):
        for other in (copy.root / folder).rglob(f"*.{ending}"):
            text = other.read_text(encoding="utf-8")
            if named.search(text):
                other.write_text(named.sub(new, text), encoding="utf-8")


def keys_reordered(copy: Copy, pick: Random) -> None:
    """Write a released announcement with its keys in another order, and touch every record."""
    found = copy.released()
    if found:
        file, values = pick.choice(found)
        write(file, dict(pick.sample(sorted(values.items()), len(values))))
    for file in (copy.root / "data").rglob("*.yml"):
        os.utime(file, (1_000_000_000, 1_000_000_000))


def domain_changed(copy: Copy, pick: Random) -> None:
    """Build for another scheme, host or folder."""
    copy.url = pick.choice(ADDRESSES)


def language_added(copy: Copy, pick: Random) -> None:
    """Give a released announcement's headline in Mongolian too."""

    def change(values: Values) -> None:
        if isinstance(values["headline"], str):
            values["headline"] = {"en": values["headline"], "mn": "Газрын доройтол"}

    _change(copy, pick, change)


def topics_changed(copy: Copy, pick: Random) -> None:
    """Put other topics on an announced record, and on a released announcement."""
    topics = pick.sample(copy.ids("topics"), pick.randint(1, 2))
    file = _record(copy, pick)
    if file:
        write(file, read(file) | {"topics": topics})
    if pick.random() < 0.5:
        _change(copy, pick, lambda values: values.update(topics=topics))


def old_record_added(copy: Copy, pick: Random) -> None:
    """Add an event of long ago, which is not announced."""
    events = copy.root / "data" / "events"
    pattern = read(pick.choice(sorted(events.glob("*.yml"))))
    number = copy.fresh()
    keys = ("kind", "basis", "summary", "topics", "countries", "place", "sources")
    values = {key: pattern[key] for key in keys if key in pattern}
    values |= {"title": f"Old event {number}", "date": f"June {pick.randint(2000, 2015)}", "standing": "held"}
    write(events / f"old-{number}.yml", values)


def old_news_imported(copy: Copy, pick: Random, number: int | None = None) -> None:
    """Import old news: one, or a hundred at once."""
    for _ in range(number or pick.choice((1, 1, 1, 1, 100))):
        year = pick.randint(2000, 2015)
        announcement(copy, pick, archive="true", released=None, dated=f"June {year}")


def withdrawn(copy: Copy, pick: Random) -> None:
    """Take a released announcement back."""
    _change(copy, pick, lambda values: values.update(standing="withdrawn"))


def corrected(copy: Copy, pick: Random) -> None:
    """Announce a correction of a released announcement, for now or for later."""
    found = copy.released()
    if found:
        when = pick.choice((copy.now, _later(copy, pick)))
        id = pick.choice(found)[0].stem
        announcement(copy, pick, kind="correction", corrects=id, released=spoken(when))


def announced(copy: Copy, pick: Random) -> None:
    """Write an announcement that is ready and due, with its own topics or those of its record."""
    topics = pick.choice((None, pick.sample(copy.ids("topics"), 2)))
    announcement(copy, pick, topics=topics, countries=pick.choice((None, [copy.ids("countries")[0]])))


def scheduled(copy: Copy, pick: Random) -> None:
    """Write an announcement for hours or days ahead."""
    announcement(copy, pick, released=spoken(_later(copy, pick)))


def drafted(copy: Copy, pick: Random) -> None:
    """Write a draft."""
    announcement(copy, pick, standing="draft", released=spoken(pick.choice((copy.now, _later(copy, pick)))))


def draft_finished(copy: Copy, pick: Random) -> None:
    """Make a draft about an event ready, for now; write one where there is none."""
    about = [(file, values) for file, values in copy.said() if "event" in values["about"]]
    drafts = [(file, values) for file, values in about if values["standing"] == "draft"]
    if not drafts:
        drafted(copy, pick)
        return
    file, values = pick.choice(drafts)
    write(file, values | {"standing": "ready", "released": spoken(copy.now)})


def time_passed(copy: Copy, pick: Random) -> None:
    """Let hours or days go by."""
    copy.now += timedelta(hours=pick.choice((1, 5, 24, 72, 24 * 20)))


def published(copy: Copy, pick: Random) -> None:
    """Publish, once or twice; the second time changes nothing."""
    copy.publish()
    once = copy.ledger()
    if pick.random() < 0.5:
        copy.publish()
    assert copy.ledger() == once


def _later(copy: Copy, pick: Random) -> datetime:
    """Return a moment ahead whose second no other one has."""
    return copy.now + timedelta(hours=pick.choice((1, 5, 30, 80)), seconds=copy.serial % 59 + 1)


Edit = Callable[[Copy, Random], None]
EDITS: tuple[Edit, ...] = (
    *(announced, announced, announced, scheduled, scheduled, drafted, draft_finished, withdrawn, corrected),
    *(published, published, time_passed, time_passed),
    *(title_edited, typo_mended, announcement_renamed, record_renamed, keys_reordered, domain_changed),
    *(language_added, topics_changed, old_record_added, old_news_imported),
)
