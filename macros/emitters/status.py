"""The catalogue at a moment -> what is due, overdue, stale, in draft or never announced, as lines."""

from collections.abc import Iterator
from datetime import datetime

from ..catalogue import Catalogue
from ..records.moment import spoken
from ..releases.agenda import agenda


def status_lines(catalogue: Catalogue, now: datetime) -> Iterator[str]:
    """Yield what staff need to know, a line each, under headings that say what to do."""
    ledger = catalogue.ledger
    counts = f"{len(ledger.releases)} released, {len(ledger.withdrawn)} withdrawn"
    yield f"At {spoken(now)}: {counts}, {len(ledger.entered)} events in calendars."
    for section in agenda(catalogue, now):
        mend = f" ({section.mend})" if section.mend and section.tasks else ""
        yield f"{section.label}{mend}: {len(section.tasks) or 'none'}"
        for task in section.tasks:
            id = task.id if task.kind == "announcements" else f"{task.kind}/{task.id}"
            yield "  " + "  ".join(part for part in (task.when, id, task.title) if part)
