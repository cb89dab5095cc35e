"""A record -> the thing of schema.org that its page is about: its type, and the value of each property."""

from collections.abc import Callable, Mapping
from typing import Any

from ...catalogue.bibliography import abstract, doi_page, keywords
from ...catalogue.kinds import PAGED
from ...catalogue.names import authors, named
from ...records.announcement import Announcement
from ...records.country import Country
from ...records.document import Document
from ...records.moment import utc_words
from ...records.organization import Organization
from ...records.plan import Plan
from ...records.project import Project
from ...records.study import Study
from ...records.topic import Topic
from ...releases.holding_words import told
from .describing import Describer, Thing, day, filled, plain
from .events import event_thing
from .media import media_objects
from .people import person_thing, who
from .taken import elsewhere, featuring

WORK_TYPES: Mapping[str, str] = {
    "research": "ScholarlyArticle",
    "background paper": "ScholarlyArticle",
    "training material": "LearningResource",
}
DOCUMENT_TYPES: Mapping[str, str] = {
    "report": "Report",
    "slides": "PresentationDigitalDocument",
    "press release": "NewsArticle",
    "video": "VideoObject",
}
ORGANIZATION_TYPES: Mapping[str, str] = {
    "government": "GovernmentOrganization",
    "civil society": "NGO",
    "academia": "ResearchOrganization",
    "private sector": "Corporation",
}
WORKS = ("studies", "documents", "announcements")  # creative works; what is none has works about it
STATED = ("draft", "final", "adopted")


def thing_of(by: Describer, kind: str, record: Any) -> Thing:
    """Return what the page of a record is about; of a kind without a row, what every record has."""
    files = media_objects(by, record)
    if kind in THINGS:
        thing, named = THINGS[kind](by, record), "encoding" if kind in WORKS else "subjectOf"
        return filled({**thing, named: [*thing.get(named, []), *files]})
    return by.record(kind, record, PAGED[kind].thing, {"description": by.line(record.summary)})


def _study(by: Describer, study: Study) -> Thing:
    language = by.site.language
    properties = {
        "headline": by.text(study.title),
        "abstract": abstract(study, language),
        "inLanguage": list(study.languages) or language,
        "keywords": keywords(by.catalogue, study, language),
        "creativeWorkStatus": study.stage.capitalize(),
        "author": [who(by, one) for one in authors(by.catalogue, study, by.site.author)],
        "editor": [who(by, one) for one in named(by.catalogue, study.editors)],
        "publisher": by.publisher() if study.scope == "neaspec" else None,
        "datePublished": day(study.published),
        "subjectOf": featuring(by, study),
        **_publication(by, study),
    }
    type = WORK_TYPES.get(study.kind, "Report")
    return by.record("studies", study, [type, "Book"] if study.isbn else type, properties)


def _publication(by: Describer, study: Study) -> Thing:
    """Return what a study is known by elsewhere; a Book has an ISBN and an edition, others a version."""
    series, licence = study.series, study.licence
    named_licence = {"@type": "CreativeWork", "name": by.text(licence.name)} if licence else None
    return {
        "identifier": {"@type": "PropertyValue", "propertyID": "DOI", "value": study.doi}
        if study.doi
        else None,
        "sameAs": elsewhere(study.also_at, doi_page(study.doi) if study.doi else None),
        "isbn": study.isbn,
        "bookEdition" if study.isbn else "version": by.text(study.edition),
        "isPartOf": {"@type": "CreativeWorkSeries", "name": by.text(series.title)} if series else None,
        "position": series.number if series else None,
        "license": (licence.link if licence else None) or named_licence,
    }


def _document(by: Describer, document: Document) -> Thing:
    properties = {
        "abstract": by.line(document.summary),
        "identifier": document.symbol,
        "sameAs": document.link,
        "creativeWorkStatus": document.standing.capitalize() if document.standing in STATED else None,
        "datePublished": day(document.date),
    }
    return by.record("documents", document, DOCUMENT_TYPES.get(document.kind, "CreativeWork"), properties)


def _plan(by: Describer, plan: Plan) -> Thing:
    properties = {
        "abstract": by.line(plan.summary),
        "inLanguage": by.site.language,
        "creativeWorkStatus": plan.standing.capitalize(),
        "publisher": by.publisher(),
    }
    return by.record("plans", plan, "Report", properties)


def _announcement(by: Describer, announcement: Announcement) -> Thing:
    kind, id = announcement.about.node
    now = told(by.catalogue, announcement, by.site.language)
    properties = {
        "name": now.headline,
        "headline": now.headline,
        "abstract": plain(now.summary),
        "inLanguage": by.site.language,
        "publisher": by.publisher(),
        "author": [by.speaker()],
        "about": by.reference(kind, id) if kind != "pages" else None,
        "datePublished": announcement.released.isoformat() if announcement.released else None,
        "dateModified": utc_words(now.holding.since) if now.holding.since else None,
    }
    return by.record("announcements", announcement, "NewsArticle", properties)


def _organization(by: Describer, organization: Organization) -> Thing:
    whole = organization.part_of
    properties = {
        "description": by.line(organization.summary),
        "alternateName": by.text(organization.short),
        "sameAs": _page(organization.link),
        "foundingDate": day(organization.founded),
        "parentOrganization": by.reference("organizations", whole) if whole else None,
    }
    type = ORGANIZATION_TYPES.get(organization.kind, "Organization")
    return by.record("organizations", organization, type, properties)


def _country(by: Describer, country: Country) -> Thing:
    return by.country(country.id)


def _topic(by: Describer, topic: Topic) -> Thing:
    return by.record("topics", topic, "DefinedTerm", {"description": by.line(topic.summary)})


def project_thing(by: Describer, project: Project) -> Thing:
    """Return a project: what it does, where, since when, and who takes part; a reviewer takes none.

    A start or an end that is only planned is none.
    """
    period = project.period
    begun, over = project.status != "planned", project.status == "completed"

    def those(*roles: str) -> list[Thing]:
        return by.organizations(one.organization for one in project.organizations if one.role in roles)

    properties = {
        "description": by.line(project.summary),
        "areaServed": [by.country(id) for id in project.countries],
        "knowsAbout": by.topics(project.topics),
        "location": [by.place(place.name, place.country, place.point) for place in project.places],
        "sameAs": [link.url for link in project.links if _page(link.url)]
        + [page.link for page in project.also_at],
        "member": those("lead", "implementing", "partner"),
        "funder": those("funding"),
        "sponsor": those("supporting"),
        "foundingDate": day(period.starts) if period and begun else None,
        "dissolutionDate": day(period.ends) if period and over else None,
    }
    type = "ResearchProject" if project.kind == "research" else "Project"
    return by.record("projects", project, type, properties)


def _page(link: str | None) -> str | None:
    """Return an address where it is that of a page."""
    return None if link and link.startswith("mailto:") else link


THINGS: Mapping[str, Callable[[Describer, Any], Thing]] = {
    "studies": _study,
    "events": event_thing,
    "projects": project_thing,
    "documents": _document,
    "plans": _plan,
    "announcements": _announcement,
    "organizations": _organization,
    "people": person_thing,
    "countries": _country,
    "topics": _topic,
}
