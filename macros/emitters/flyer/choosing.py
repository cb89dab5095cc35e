"""An event or a study -> the words of its flyer, and which picture it shows."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time
from typing import Any

from ...catalogue import Catalogue
from ...catalogue.addresses import address_of
from ...catalogue.bibliography import doi_page
from ...catalogue.downloads import full_text
from ...catalogue.kinds import PAGED
from ...catalogue.names import Named, authors, named
from ...catalogue.renditions import cover_of
from ...catalogue.stored import PictureFile
from ...records.base import Record
from ...records.event import Event
from ...records.language import language_names
from ...records.study import Study
from ...records.text import Text
from ...records.words import date_words
from ...releases.holding_words import event_words
from ...releases.when_where import hours_words, when_and_where
from ...settings import Site
from .flyer import Flyer, Shown

KINDS = ("events", "studies")
FIRST_DAY = date(2000, 1, 1)  # of what rests on nothing that is dated
LABELS: Mapping[str, str] = {"planned": "planned, not yet confirmed"}
FINAL: Mapping[str, str] = {"final": "Published", "overtaken": "Published"}
STAGES: Mapping[str, str] = {"proposed": "Proposed", "in preparation": "In preparation"}
Rows = Iterator[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Chosen:
    """The picture of a flyer: what it is, what it shows, whose it is.

    A cover is shown whole; it may be a page, the first of a PDF of docs/files/.
    """

    picture: PictureFile
    alt: str
    credit: str = ""
    cover: bool = False
    page: bool = False


def flyer_of(catalogue: Catalogue, kind: str, id: str, site: Site, picture: Shown | None = None) -> Flyer:
    """Return the words of the flyer of an event or a study, in the language of the site."""
    record: Any = catalogue.record(kind, id)
    language = site.language
    flyer = Flyer(
        title=_line(record.title, language),
        label=_line_of_label(record),
        link=site.url + address_of(kind, id),
        site=site.title,
        author=site.author,
        rights=site.rights,
        made=_made(catalogue, record),
        design=PAGED[kind].card.design,
        language=language,
        summary=_paragraphs(record.summary, language),
        contact=tuple(_contacts(catalogue, record, language)),
        picture=picture,
    )
    add: Callable[[Catalogue, Any, Flyer, str], Flyer] = _event if kind == "events" else _study
    return add(catalogue, record, flyer, site.author)


def picture_of(catalogue: Catalogue, kind: str, id: str, language: str) -> Chosen | None:
    """Return the picture of an event or a study: its own, else that of what was last said of it, or None."""
    record = catalogue.record(kind, id)
    if isinstance(record, Study):
        return _cover(catalogue, record, language) or _said(catalogue, kind, id, language)
    return _first(catalogue, record, language) or _said(catalogue, kind, id, language)


def _cover(catalogue: Catalogue, study: Study, language: str) -> Chosen | None:
    alt = f"Cover: {_line(study.title, language)}"
    if study.cover:
        credit = _line(study.cover.credit, language)
        return Chosen(catalogue.pictures[study.cover.file], alt, credit, cover=True)
    offered = full_text(catalogue, study)
    drawn = cover_of(offered.stored) if offered and offered.stored else None
    return Chosen(drawn, alt, cover=True, page=True) if drawn else None


def _first(catalogue: Catalogue, record: Record, language: str) -> Chosen | None:
    return next((_chosen(catalogue, one, language) for one in getattr(record, "gallery", ())), None)


def _said(catalogue: Catalogue, kind: str, id: str, language: str) -> Chosen | None:
    """Return the picture of the newest announcement about a record that has one."""
    about = [a for a in catalogue.announcements.values() if a.about.node == (kind, id) and a.picture]
    newest = max(about, key=lambda said: (said.date.first if said.date else FIRST_DAY, said.id), default=None)
    return _chosen(catalogue, newest.picture, language) if newest else None


def _chosen(catalogue: Catalogue, one: Any, language: str) -> Chosen:
    credit = _line(one.credit, language)
    return Chosen(catalogue.pictures[one.file], _line(one.alt, language), credit)


def _event(catalogue: Catalogue, event: Event, flyer: Flyer, _: str) -> Flyer:
    language = flyer.language
    when, where = when_and_where(catalogue, event, language)
    rows = tuple(_event_rows(catalogue, event, language))
    if event.standing == "cancelled" or event.standing == "postponed":
        said = event_words(catalogue, event, event.standing, language)
        return replace(flyer, notice=(event.standing.capitalize(), said), place=where, rows=rows)
    return replace(
        flyer,
        date=when or _line(event.date_note, language) or "Date to be confirmed",
        hours=hours_words(event, language),
        place=where,
        rows=rows,
        heading="What came of it",
        points=tuple(_line(point, language) for point in event.outcome.points) if event.outcome else (),
    )


def _event_rows(catalogue: Catalogue, event: Event, language: str) -> Rows:
    yield "Organized by", _organizations(catalogue, event.organizers, language)
    yield "In cooperation with", _organizations(catalogue, event.co_organizers, language)
    if event.registration and event.announced:
        closes = event.registration.closes
        until = f"open until {date_words(closes, language)}, " if closes else ""
        yield "Registration", f"{until}at the address below"
    if event.place and event.place.online and not event.called_off:
        yield "Online", str(event.place.online)
    yield "Length", _line(event.duration, language)
    yield from _about(catalogue, event, language)


def _study(catalogue: Catalogue, study: Study, flyer: Flyer, speaker: str) -> Flyer:
    language = flyer.language
    return replace(
        flyer,
        notice=_overtaken(catalogue, study, language),
        date=_stage(study, language),
        summary=_paragraphs(study.abstract or study.summary, language),
        heading="What it aims at",
        points=tuple(_line(aim, language) for aim in study.aims),
        rows=tuple(_study_rows(catalogue, study, language, speaker)),
    )


def _overtaken(catalogue: Catalogue, study: Study, language: str) -> tuple[str, str]:
    newer = catalogue.studies.get(study.overtaken_by or "")
    title = f"A newer study took its place: {_line(newer.title, language)}" if newer else ""
    return ("Overtaken", title) if newer else ("", "")


def _stage(study: Study, language: str) -> str:
    """Return how far a study is, and when it was or will be final: 'In preparation, planned for 2027'."""
    if study.stage in FINAL:
        return f"{FINAL[study.stage]} {date_words(study.published, language)}" if study.published else ""
    planned = f", planned for {date_words(study.planned, language)}" if study.planned else ""
    return f"{STAGES[study.stage]}{planned}"


def _study_rows(catalogue: Catalogue, study: Study, language: str, speaker: str) -> Rows:
    by = authors(catalogue, study, speaker) if study.authors else ()
    yield ("Authors" if len(by) > 1 else "Author"), "; ".join(one.line(language) for one in by)
    yield "Editors", "; ".join(one.line(language) for one in named(catalogue, study.editors))
    for role in dict.fromkeys(partner.role for partner in study.partners):
        ids = (partner.organization for partner in study.partners if partner.role == role)
        yield role.capitalize(), _organizations(catalogue, ids, language)
    yield "Series", " ".join(filter(None, _series(study, language)))
    yield "Edition", _line(study.edition, language)
    yield "DOI", doi_page(study.doi) if study.doi else ""
    yield from _about(catalogue, study, language)


def _about(catalogue: Catalogue, record: Event | Study, language: str) -> Rows:
    """Yield what both have: languages, countries, topics."""
    yield "Languages", ", ".join(language_names(language)[code] for code in record.languages)
    yield "Countries", ", ".join(_line(catalogue.countries[id].short, language) for id in record.countries)
    yield "Topics", ", ".join(_line(catalogue.topics[id].name, language) for id in record.topics)


def _organizations(catalogue: Catalogue, ids: Iterable[str], language: str) -> str:
    return "; ".join(_line(catalogue.organizations[id].name, language) for id in ids)


def _series(study: Study, language: str) -> tuple[str, str]:
    return (_line(study.series.title, language), study.series.number or "") if study.series else ("", "")


def _contacts(catalogue: Catalogue, record: Any, language: str) -> Iterator[str]:
    """Yield a line for each of the first two whom readers may ask; else how to reach the Secretariat."""
    asked = named(catalogue, record.contacts)[:2]
    for one in asked:
        yield ", ".join(filter(None, (one.line(language), _where(one, language), one.email)))
    office = catalogue.contact
    if office and not asked:
        name = _line(catalogue.organizations[office.organization].name, language)
        yield ", ".join(filter(None, (name, *office.emails[:1], office.telephone)))


def _where(one: Named, language: str) -> str:
    return _line(one.organization.name, language) if one.organization and not one.acts else ""


def _line_of_label(record: Event | Study) -> str:
    kind = record.kind.capitalize()
    said = LABELS.get(record.standing, "") if isinstance(record, Event) else ""
    return f"{kind} · {said}" if said else kind


def _made(catalogue: Catalogue, record: Event | Study) -> datetime:
    """Return the newest day on which something became known that a flyer says; no clock is asked."""
    days = [catalogue.documents[source.document].date for source in record.sources if source.document]
    found = [when.last for when in days if when]
    found += [change.on.last for change in getattr(record, "changes", ())]
    if isinstance(record, Study) and record.published:
        found.append(record.published.last)
    return datetime.combine(max(found, default=FIRST_DAY), time(), UTC)


def _line(text: Text | None, language: str) -> str:
    return " ".join(text.to(language).split()) if text else ""


def _paragraphs(text: Text, language: str) -> tuple[str, ...]:
    parts = (" ".join(part.split()) for part in text.to(language).split("\n\n"))
    return tuple(filter(None, parts))
