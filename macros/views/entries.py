"""A study or an event -> the words of its entry in a list, for pages and for the browser alike."""

from dataclasses import dataclass
from typing import Any

from ..records.event import Event
from .view import View

MOST, LEEWAY = 240, 30


@dataclass(frozen=True, slots=True)
class EntryWords:
    """What an entry says; days are the first and the last by which events stand in order, or ''."""

    id: str
    title: str
    when: str
    about: str
    summary: str
    days: str


def words_of(view: View, record: Any) -> EntryWords:
    """Return what the entry of a record says."""
    sorted_by = (record.date or record.sort_as) if isinstance(record, Event) else None
    return EntryWords(
        id=record.id,
        title=view.text(record.title),
        when=view.date(record.date) or "No date given",
        about=record.kind.capitalize() + (" · by others" if record.scope == "external" else ""),
        summary=_cut(view.text(record.summary)),
        days=f"{sorted_by.first} {sorted_by.last}" if sorted_by else "",
    )


def forms_of(view: View, record: Any, state: str) -> tuple[tuple[tuple[str, str, str], ...], str, str]:
    """Return the badges that an entry can show (name, label, tone), and from when to when in UTC, or ''.

    state is what the record says of itself, for one that time does not change.
    """
    states = view.states(record)
    if states is None:
        return (("", state, _tone(state)),), "", ""
    forms = states.forms if states.changing else (states.shown,)
    badges = tuple((form.id, form.label, _tone(form.tone)) for form in forms)
    return (badges, states.starts, states.ends) if states.changing else (badges, "", "")


def _tone(words: str) -> str:
    return words.replace(" ", "-")


def _cut(text: str) -> str:
    """Return a text cut at a word; one that is a little longer stays whole."""
    return text if len(text) <= MOST + LEEWAY else text[: MOST - 1].rsplit(" ", 1)[0] + "…"
