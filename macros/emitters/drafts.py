"""A record -> the file of an announcement about it, filled in as far as the record goes, as a draft."""

from collections.abc import Mapping
from datetime import datetime, time, timedelta, timezone
from typing import Any

import yaml

from ..catalogue import Catalogue
from ..records.announcement import Announcement, WrittenFor, about_keys
from ..records.event import Event
from ..records.moment import day_of, spoken
from ..records.study import Study
from ..releases.holding import OF_CHANGES, OFF, state_now
from ..releases.holding_words import event_words

SEOUL = timezone(timedelta(hours=9))
MORNING = time(9, tzinfo=SEOUL)
SAID = "announcements"
HEADLINES = {
    "save the date": "Save the date: {}",
    "outcome": "What came of: {}",
    "published": "Published: {}",
    "moved": "New date: {}",
    "postponed": "Postponed: {}",
    "cancelled": "Cancelled: {}",
    "correction": "Correction: {}",
}
NEXT = (
    "# A draft: write the headline and the summary anew, check the moment, then say 'standing: ready'.\n"
    "# The guid and, once it is released, the moment never change.\n"
)


def named_record(catalogue: Catalogue, words: str) -> tuple[str, str] | list[str]:
    """Return kind and id of 'events/dld-forum-2025' or 'dld-forum-2025', else the names it may mean."""
    kind, _, id = words.rpartition("/")
    if words in ("approach", "pages/approach"):
        return "pages", "approach"
    keys = about_keys()
    everything = [(k, i) for k in keys if k != "pages" for i in catalogue.ids(k)]
    found = [node for node in everything if node[1] == id and (not kind or kind in (node[0], keys[node[0]]))]
    if not found and kind in ("", SAID) and id in catalogue.announcements:
        return SAID, id
    if len(found) == 1:
        return found[0]
    return ["/".join(node) for node in (found or everything)]


def unfit(catalogue: Catalogue, node: tuple[str, str], kind: str) -> str:
    """Return why a record has no announcement of a kind, with what to do; '' where one can be drafted."""
    if node[0] == SAID:
        said = catalogue.announcements[node[1]]
        if kind != "correction":
            return f"'{said.id}' is an announcement: it can be corrected (--kind correction)"
        if said.kind == "correction":
            return f"'{said.id}' is itself a correction; name what it corrects: {said.corrects}"
        return ""
    if kind == "correction":
        return "a correction names the announcement that it corrects: outreach announce <announcement's id>"
    if kind not in OF_CHANGES:
        return ""
    record = catalogue.events.get(node[1]) if node[0] == "events" else None
    if record is None:
        return f"'{kind}' is said of an event; this is none"
    fits = (
        record.standing == kind if kind in OFF else any(c.what in ("moved", "place") for c in record.changes)
    )
    line = f"- {{what: {kind}, on: ..., was_on: ...}}"
    mend = f"say so first in data/events/{record.id}.yml, under 'changes': {line}"
    return "" if fits else f"the event '{record.id}' was not {kind}; {mend}"


def encode_draft(
    catalogue: Catalogue, node: tuple[str, str], guid: str, kind: str | None, now: datetime
) -> str:
    """Return the YAML of a draft about a record; its moment is a morning later than all that was released."""
    record: Any = None if node[0] == "pages" else catalogue.record(*node)
    kind = kind or kind_of(record, now)
    title = " ".join(str(record.title).split()) if record else "The NEASPEC approach"
    after = now
    corrects: dict[str, Any] = {}
    if isinstance(record, Announcement):
        corrects = {"corrects": record.id}
        node = record.about.node
        after = max(now, record.released or now)
    values: dict[str, Any] = {
        "guid": guid,
        "standing": "draft",
        "kind": kind,
        "about": {about_keys()[node[0]]: node[1]},
        "released": spoken(_next_morning(catalogue, after)),
        "headline": HEADLINES.get(kind, "{}").format(title),
        "summary": _summary(catalogue, record, kind, title),
        **corrects,
        **_written_for(None if corrects else state_now(catalogue, *node)),
    }
    return "# yaml-language-server: $schema=../schemas/announcements.json\n" + NEXT + _yaml(values)


def _summary(catalogue: Catalogue, record: Any, kind: str, title: str) -> str:
    """Return the first words of a draft: of a change, what changed; else the record's own summary."""
    if isinstance(record, Announcement):
        return f"An earlier version of “{title}” was wrong. It said: ... It should say: ..."
    own = str(getattr(record, "summary", None) or title)
    change = next((change for change in OF_CHANGES if change == kind), None)
    if isinstance(record, Event) and change:
        return f"{event_words(catalogue, record, change)} {own}"
    return own


def _written_for(state: WrittenFor | None) -> dict[str, Any]:
    """Return how the record stands, so that a later change of it is told before the words go out."""
    if state is None:
        return {}
    values = {"standing": state.standing, "date": state.date and str(state.date)}
    values |= {"place": state.place, "stage": state.stage}
    return {"written_for": {key: value for key, value in values.items() if value}}


def kind_of(record: Any, now: datetime) -> str:
    """Return the kind of announcement that a record calls for as it stands."""
    if isinstance(record, Announcement):
        return "correction"
    if isinstance(record, Event):
        if record.called_off:
            return record.standing
        if record.announced and record.changes and record.changes[-1].what in ("moved", "place"):
            return "moved"
        if record.standing == "held":
            return "outcome" if record.outcome else "news"
        ahead = record.date is not None and record.date.exact and record.date.first > day_of(now)
        return "save the date" if ahead and record.standing == "confirmed" else "news"
    if isinstance(record, Study) and record.stage == "final":
        return "published"
    return "news"


def draft_id(catalogue: Catalogue, node: tuple[str, str], kind: str) -> str:
    """Return a free id for an announcement, made of its record's and its kind."""
    base = f"{node[1]}-{kind.replace(' ', '-')}"
    taken = {
        *catalogue.ids("announcements"),
        *(r.path.split("/")[1] for r in catalogue.ledger.releases.values()),
    }
    tries = (base, *(f"{base}-{n}" for n in range(2, len(taken) + 3)))
    return next(id for id in tries if id not in taken)


def _next_morning(catalogue: Catalogue, now: datetime) -> datetime:
    """Return the next 09:00 of Seoul that is later than now and than what was released, and still free."""
    taken = {announcement.released for announcement in catalogue.announcements.values()}
    last = max(now, catalogue.ledger.newest or now).astimezone(SEOUL)
    morning = datetime.combine(last.date(), MORNING)
    while morning <= last or morning in taken:
        morning += timedelta(days=1)
    return morning


def _yaml(values: Mapping[str, Any]) -> str:
    return yaml.safe_dump(dict(values), sort_keys=False, allow_unicode=True, width=96)
