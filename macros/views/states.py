"""An event or a study at a moment -> the words for each state it can be in, for build and browser alike.

The page holds every form; the one that is true at the build shows, and the browser shows another when
its time has come. For readers without JavaScript the line "as of" names the day of the build.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta

from ..catalogue import Catalogue
from ..records.event import Event
from ..records.moment import utc_words
from ..records.study import Study
from ..records.text import DEFAULT_LANGUAGE
from ..records.when import PartialDate, Span
from ..records.words import date_words
from ..releases.agenda import overdue

UNREPORTED = "outcome not yet reported"
TO_CONFIRM = "date to be confirmed"


@dataclass(frozen=True, slots=True)
class Form:
    """One state: its name for the browser, its label, the tone of its badge, its sentence."""

    id: str
    label: str
    tone: str
    sentence: str = ""


@dataclass(frozen=True, slots=True)
class States:
    """The forms that a record can take, which one is true now, and when that ends."""

    forms: tuple[Form, ...]
    now: str
    starts: str = ""
    ends: str = ""
    as_of: str = ""

    @property
    def changing(self) -> bool:
        """Return whether time alone can bring another form."""
        return len(self.forms) > 1

    @property
    def shown(self) -> Form:
        """Return the form that is true at the build."""
        return next(form for form in self.forms if form.id == self.now)


def event_states(catalogue: Catalogue, event: Event, language: str = DEFAULT_LANGUAGE) -> States:
    """Return the states of an event; one that is held or called off has no other."""
    timing = catalogue.timing(event)
    if not event.announced:
        return States((_settled(event, language),), event.standing)
    when = date_words(event.date, language) if event.date else ""
    as_of = as_of_build(catalogue, language)
    planned = f"Planned for {when}" if when else "Planned"
    over = Form("over", UNREPORTED, "unreported", f"{planned}; outcome not yet reported here")
    if timing.starts is None:
        forms = (Form("to-confirm", TO_CONFIRM, "planned", "Date to be confirmed"), over)
        now = "over" if timing.state == "over" else "to-confirm"
        return States(forms if timing.ends else forms[:1], now, ends=_utc(timing.ends), as_of=as_of)
    coming = Form("coming", event.standing, event.standing, f"Coming, {event.standing}")
    by_plan = "Under way" if event.standing == "confirmed" else "Under way, if it takes place as planned"
    under_way = Form("under-way", "under way", "under-way", by_plan)
    now = timing.state.replace(" ", "-")
    return States((coming, under_way, over), now, _utc(timing.starts), _utc(timing.ends), as_of)


def study_states(catalogue: Catalogue, study: Study, language: str = DEFAULT_LANGUAGE) -> States | None:
    """Return the states of a study that is planned to be final by a date, or None where it is not."""
    planned = study.planned
    if planned is None:
        return None
    when = date_words(planned, language)
    waiting = Form("coming", study.stage, study.stage, f"Planned for {when}")
    over = Form("over", UNREPORTED, "unreported", f"Planned for {when}; outcome not yet reported here")
    now = "over" if overdue(study, catalogue.now) else "coming"
    after = planned.last + timedelta(days=1)
    ends = f"{after.isoformat()}T00:00:00Z"
    as_of = as_of_build(catalogue, language) if now == "over" else ""
    return States((waiting, over), now, ends=ends, as_of=as_of)


def as_of_build(catalogue: Catalogue, language: str = DEFAULT_LANGUAGE) -> str:
    """Return the day of the build (UTC) in words: what a page shows is true as of that day."""
    today = Span(catalogue.today, "day")
    return date_words(PartialDate(today, today), language)


def _settled(event: Event, language: str) -> Form:
    """Return the one form of an event that is held or called off, with day and reason where given."""
    sentence = event.standing.capitalize()
    last = next((c for c in reversed(event.changes) if c.what == event.standing), None)
    if last:
        why = f": {last.why.to(language)}" if last.why else ""
        sentence = f"{sentence}, as said on {date_words(last.on, language)}{why}"
    return Form(event.standing, event.standing, event.standing, sentence)


def _utc(moment: datetime | None) -> str:
    return utc_words(moment) if moment else ""
