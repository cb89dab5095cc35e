"""The catalogue at a moment -> what is due, scheduled, in draft, and what was never announced."""

from collections.abc import Iterator
from datetime import datetime

from ..catalogue import Catalogue
from ..catalogue.releasing import additions, standings
from ..records.announcement import Announcement
from ..records.event import Event
from ..records.moment import spoken
from ..records.release import Withdrawal
from ..records.study import Study


def status_lines(catalogue: Catalogue, now: datetime) -> Iterator[str]:
    """Yield what staff need to know, a line each, under headings."""
    new = additions(catalogue, now)
    released = [entry for entry in new if not isinstance(entry, Withdrawal)]
    by_guid = {a.guid: a for a in catalogue.announcements.values()}
    ledger = catalogue.ledger
    yield f"At {spoken(now)}: {len(ledger.releases)} released, {len(ledger.withdrawn)} withdrawn."
    yield from _section("Due now (run: outreach publish)", [_line(by_guid[entry.guid]) for entry in released])
    gone = [_line(by_guid[entry.guid]) for entry in new if isinstance(entry, Withdrawal)]
    yield from _section("Withdrawn, not yet in the ledger (run: outreach publish)", gone)
    for state, label in (("scheduled", "Scheduled"), ("draft", "Drafts")):
        found = [s.announcement for s in standings(catalogue, now) if s.state == state]
        yield from _section(label, [_line(a) for a in sorted(found, key=_by_moment)])
    yield from _section("Never announced (outreach announce <record>)", list(_never(catalogue)))


def _section(label: str, lines: list[str]) -> Iterator[str]:
    yield f"{label}: {len(lines) or 'none'}"
    yield from (f"  {line}" for line in lines)


def _line(announcement: Announcement) -> str:
    when = spoken(announcement.released) if announcement.released else str(announcement.date)
    return f"{when}  {announcement.id}  {announcement.headline}"


def _by_moment(announcement: Announcement) -> tuple[float, str]:
    moment = announcement.released
    return (moment.timestamp() if moment else 0, announcement.id)


def _never(catalogue: Catalogue) -> Iterator[str]:
    """Yield the programme's own studies and events, and the plans, that no announcement is about."""
    said = {announcement.about.node for announcement in catalogue.announcements.values()}
    own: list[tuple[str, Study | Event]] = [
        *(("studies", study) for study in catalogue.studies.values()),
        *(("events", event) for event in catalogue.events.values()),
    ]
    for kind, record in own:
        if record.scope == "neaspec" and (kind, record.id) not in said:
            yield f"{kind}/{record.id}  {record.title}"
    for plan in catalogue.plans.values():
        if ("plans", plan.id) not in said:
            yield f"plans/{plan.id}  {plan.title}"
