"""What still holds of an announcement -> the words that say so first, wherever it is shown."""

from collections.abc import Mapping
from dataclasses import dataclass

from ..catalogue.catalogue import Catalogue
from ..records.announcement import Announcement, WrittenFor
from ..records.event import Event
from ..records.text import DEFAULT_LANGUAGE
from ..records.when import PartialDate
from ..records.words import date_words
from .holding import Changed, Holding, State, event_now, holding

LABELS: Mapping[State, str] = {
    "moved": "Moved",
    "postponed": "Postponed",
    "cancelled": "Cancelled",
    "corrected": "Corrected",
    "superseded": "Out of date",
    "withdrawn": "Withdrawn",
}


@dataclass(frozen=True, slots=True)
class Told:
    """An announcement in words that hold: headline and summary that begin with what changed.

    label and notice are empty where it holds as it was written.
    """

    holding: Holding
    headline: str
    summary: str
    label: str = ""
    notice: str = ""


def told(catalogue: Catalogue, announcement: Announcement, language: str = DEFAULT_LANGUAGE) -> Told:
    """Return the words of an announcement as they may be said at the catalogue's moment."""
    headline, summary = announcement.headline.to(language), announcement.summary.to(language)
    found = holding(catalogue, announcement)
    if found.holds:
        return Told(found, headline, summary)
    label = LABELS[found.state]
    notice = notice_of(catalogue, announcement, found, language)
    return Told(found, f"{label}: {headline}", f"{notice}\n\n{summary}", label, notice)


def notice_of(catalogue: Catalogue, announcement: Announcement, found: Holding, language: str) -> str:
    """Return one or two sentences on what no longer holds, and since when; '' where all does."""
    if found.state == "corrected" and found.by:
        return f"Corrected on {date_words(found.by.date, language)}: {found.by.summary.to(language)}"
    if found.state == "withdrawn":
        return "This update was withdrawn."
    if found.study:
        study = catalogue.studies[found.study]
        return f"This study was overtaken by another: {study.title.to(language)}."
    if found.was is None or found.now is None:
        return ""
    return " ".join(filter(None, (_what(found, found.was, found.now, language), _why(found, language))))


def event_words(catalogue: Catalogue, event: Event, state: Changed, language: str = DEFAULT_LANGUAGE) -> str:
    """Return what became of an event, as its newest change of a kind says: 'This event was cancelled ...'."""
    kinds = ("moved", "place") if state == "moved" else (state,)
    change = next((c for c in reversed(event.changes) if c.what in kinds), None)
    now = event_now(catalogue, event)
    date = change.was_on if change and change.was_on else now.date
    was = WrittenFor(standing="confirmed", date=date, place=now.place)
    found = Holding(state, change=change, was=was, now=now)
    return " ".join(filter(None, (_what(found, was, now, language), _why(found, language))))


def _what(found: Holding, was: WrittenFor, now: WrittenFor, language: str) -> str:
    said = f", as said on {date_words(found.change.on, language)}" if found.change else ""
    before = f"; it was set for {date_words(was.date, language)}" if was.date else ""
    match found.state:
        case "cancelled":
            return f"This event was cancelled{said}{before}."
        case "postponed":
            return f"This event was postponed{said}{before}. No new date is given yet."
        case "superseded":
            return f"This event takes place after all{said}: {_dated(now.date, language)}."
    if now.date != was.date:
        return (
            f"This event was moved{said}: from {_dated(was.date, language)} to {_dated(now.date, language)}."
        )
    return f"This event was moved to another place{said}: {now.place}."


def _dated(when: PartialDate | None, language: str) -> str:
    return date_words(when, language) if when else "a date that is still open"


def _why(found: Holding, language: str) -> str:
    why = found.change.why.to(language).strip() if found.change and found.change.why else ""
    return why if not why or why[-1] in ".!?。！？" else f"{why}."
