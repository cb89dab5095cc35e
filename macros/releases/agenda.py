"""The catalogue at a moment -> what staff have to see to: what is due, overdue, in draft, never announced."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime

from ..catalogue.catalogue import Catalogue
from ..catalogue.downloads import awaited_files
from ..catalogue.kinds import ANNOUNCED
from ..catalogue.register import is_stale
from ..catalogue.timing import unreported
from ..records.announcement import Announcement
from ..records.base import Record
from ..records.event import Event
from ..records.moment import day_of, spoken
from ..records.release import Entered, Release, Withdrawal
from ..records.study import Study
from ..records.when import PartialDate
from ..records.words import date_words
from .holding import holding
from .holding_words import LABELS
from .releasing import additions, as_of, standings


@dataclass(frozen=True, slots=True)
class Task:
    """A record that something is to be done about: its kind and id, when, and its title."""

    kind: str
    id: str
    when: str
    title: str


@dataclass(frozen=True, slots=True)
class Section:
    """Tasks of one sort, and what to do about them."""

    label: str
    mend: str
    tasks: tuple[Task, ...]


def agenda(catalogue: Catalogue, now: datetime) -> tuple[Section, ...]:
    """Return everything that waits for staff at a moment; a section may be empty."""
    new = additions(catalogue, now)
    by_guid = {s.announcement.guid: s.announcement for s in standings(catalogue, now)}
    publish = "run: outreach publish"
    states = {state: _in_state(catalogue, now, state) for state in ("scheduled", "draft")}
    return (
        Section("Due now", publish, _said(by_guid[e.guid] for e in new if isinstance(e, Release))),
        Section(
            "Withdrawn, not yet in the ledger",
            publish,
            _said(by_guid[e.guid] for e in new if isinstance(e, Withdrawal)),
        ),
        Section("New or changed in calendars", publish, tuple(_calendar(new))),
        Section(
            "Said, and no longer true",
            "say what changed: outreach announce <record>",
            tuple(_untrue(catalogue, now)),
        ),
        Section("Scheduled", "", states["scheduled"]),
        Section("Drafts", "", states["draft"]),
        Section(
            "Files that wait for their moment",
            "they go out with the first build after it",
            _files(catalogue, now),
        ),
        *_late(catalogue, now),
        Section("Never announced", "outreach announce <record>", tuple(_never(catalogue))),
    )


def overdue(study: Study, now: datetime) -> PartialDate | None:
    """Return the date for which a study was planned where it has passed and the study is not final."""
    planned = study.planned
    return planned if planned and planned.last < day_of(now) else None


def _late(catalogue: Catalogue, now: datetime) -> tuple[Section, ...]:
    """Return the events and studies of which nobody has said what became of them."""
    return (
        Section(
            "Date passed, nothing says that it took place",
            "find the report; then 'held' and 'outcome', or 'cancelled'",
            _events(catalogue, lambda event: unreported(event, catalogue.countries, now, catalogue.events)),
        ),
        Section(
            "Without a date, its place in lists has passed",
            "find out; then give 'date', or 'cancelled'",
            _events(catalogue, lambda event: _passed_over(event, now)),
        ),
        Section(
            "Postponed, no new date",
            "give it, with a line 'moved' in changes",
            _events(catalogue, lambda event: event.standing == "postponed"),
        ),
        Section(
            "Held, no outcome recorded",
            "add 'outcome'",
            _events(catalogue, lambda event: event.standing == "held" and event.outcome is None),
        ),
        Section(
            "Study past its planned date",
            "find out; then 'final' with 'published', or a new 'due'",
            tuple(_studies(catalogue, now)),
        ),
        Section(
            "Project not confirmed for more than three years",
            "ask who carries it out; then a new 'last_confirmed'",
            tuple(_stale(catalogue, now)),
        ),
    )


def _in_state(catalogue: Catalogue, now: datetime, state: str) -> tuple[Task, ...]:
    return _said(s.announcement for s in standings(catalogue, now) if s.state == state)


def _said(announcements: Iterable[Announcement]) -> tuple[Task, ...]:
    return tuple(
        Task("announcements", a.id, spoken(a.released) if a.released else str(a.date), str(a.headline))
        for a in sorted(announcements, key=_by_moment)
    )


def _files(catalogue: Catalogue, now: datetime) -> tuple[Task, ...]:
    """Return the files that are not yet out, the next first."""
    found = [(file.released, kind, record.id, file) for kind, record, file in awaited_files(catalogue, now)]
    ordered = sorted(((when, kind, id, str(file.title)) for when, kind, id, file in found if when))
    return tuple(Task(kind, id, spoken(when), title) for when, kind, id, title in ordered)


def _by_moment(announcement: Announcement) -> tuple[float, str]:
    moment = announcement.released
    return (moment.timestamp() if moment else 0, announcement.id)


def _untrue(catalogue: Catalogue, now: datetime) -> Iterator[Task]:
    """Yield what was released, no longer holds, and has nothing newer in its place."""
    public = as_of(catalogue, now)
    for said in public.announcements.values():
        found = holding(public, said)
        if said.released and not said.archive and not found.holds and found.by is None:
            yield Task(
                "announcements", said.id, spoken(said.released), f"{LABELS[found.state]}: {said.headline}"
            )


def _calendar(new: Iterable[object]) -> Iterator[Task]:
    for entry in new:
        if isinstance(entry, Entered):
            days = " to ".join(dict.fromkeys(entry.days)) or "days not known"
            yield Task("events", entry.event, days, f"{entry.slot.summary} ({entry.slot.status.lower()})")


def _events(catalogue: Catalogue, wanted: Callable[[Event], bool]) -> tuple[Task, ...]:
    """Return the events of a sort: the programme's own first, then the oldest first."""
    found = [(event, event.date or event.sort_as) for event in catalogue.events.values() if wanted(event)]
    found.sort(key=lambda pair: (pair[0].scope != "neaspec", _days(pair[1]), pair[0].id))
    return tuple(_task("events", event, when, event.scope) for event, when in found)


def _passed_over(event: Event, now: datetime) -> bool:
    """Return whether an announced event without a date stands in lists where all is past."""
    undated = event.announced and event.date is None and event.sort_as
    return bool(undated and undated.last < day_of(now))


def _studies(catalogue: Catalogue, now: datetime) -> Iterator[Task]:
    for study in sorted(catalogue.studies.values(), key=lambda s: (s.scope != "neaspec", s.id)):
        planned = overdue(study, now)
        if planned:
            yield _task("studies", study, planned, study.scope)


def _stale(catalogue: Catalogue, now: datetime) -> Iterator[Task]:
    """Yield the projects that nobody has confirmed for long, the longest first; not those that are over."""
    projects = [p for p in catalogue.projects.values() if p.status != "completed"]
    found = [project for project in projects if is_stale(project, day_of(now))]
    for project in sorted(found, key=lambda p: (p.last_confirmed.last, p.id)):
        yield _task("projects", project, project.last_confirmed)


def _never(catalogue: Catalogue) -> Iterator[Task]:
    """Yield the programme's own records of the kinds whose announcement is awaited, that none is about."""
    said = {announcement.about.node for announcement in catalogue.announcements.values()}
    awaited = {kind for kind, how in ANNOUNCED.items() if how.awaited}
    for kind, record in catalogue.everything():
        own = kind in awaited and getattr(record, "scope", "neaspec") == "neaspec"
        if own and (kind, record.id) not in said:
            yield _task(kind, record, None)


def _task(kind: str, record: Record, when: PartialDate | None, scope: str = "neaspec") -> Task:
    title = str(getattr(record, "title", record.id))
    by = " (by others)" if scope == "external" else ""
    return Task(kind, record.id, date_words(when) if when else "", f"{title}{by}")


def _days(when: PartialDate | None) -> int:
    return when.first.toordinal() if when else 0
