"""A record -> the thing of schema.org that its page is about, as typed data."""

from collections.abc import Callable, Mapping
from typing import Any, Literal, cast

from ...catalogue import Catalogue
from ...catalogue.addresses import address_of
from ...catalogue.bibliography import csl_item
from ...catalogue.kinds import PAGED
from ...records.announcement import Announcement
from ...records.country import Country
from ...records.document import Document
from ...records.moment import utc_words
from ...records.organization import Organization, OrganizationKind
from ...records.plan import Plan
from ...records.study import Study, StudyKind
from ...records.topic import Topic
from ...records.when import PartialDate
from ...releases.holding_words import told
from ...settings import Site
from . import schema_org as so
from .events import event_thing
from .naming import country_thing, day, named, plain, publisher, thing_id, topic_names
from .projects import project_thing

WORK_TYPES: Mapping[StudyKind, Literal["Report", "ScholarlyArticle", "LearningResource"]] = {
    "research": "ScholarlyArticle",
    "background paper": "ScholarlyArticle",
    "training material": "LearningResource",
}
ORGANIZATION_TYPES: Mapping[
    OrganizationKind,
    Literal["Organization", "GovernmentOrganization", "NGO", "ResearchOrganization", "Corporation"],
] = {
    "government": "GovernmentOrganization",
    "civil society": "NGO",
    "academia": "ResearchOrganization",
    "private sector": "Corporation",
}


def thing_of(catalogue: Catalogue, site: Site, kind: str, record: Any) -> so.Subject:
    """Return what the page of a record is about; of a kind without a row, what every record has."""
    if kind in THINGS:
        return THINGS[kind](catalogue, site, record)
    thing = {
        "@type": PAGED[kind].thing,
        "@id": thing_id(site, kind, record.id),
        "name": record.title.to(site.language),
        "url": site.url + address_of(kind, record.id),
        "description": plain(record.summary.to(site.language)),
    }
    return cast("so.Subject", thing)


def _study(catalogue: Catalogue, site: Site, study: Study) -> so.Work:
    item = csl_item(catalogue, study, site.url, site.author, site.language)
    work = so.Work(
        {
            "@type": WORK_TYPES.get(study.kind, "Report"),
            "@id": thing_id(site, "studies", study.id),
            "name": study.title.to(site.language),
            "headline": study.title.to(site.language),
            "url": site.url + address_of("studies", study.id),
            "abstract": plain(study.summary.to(site.language)),
            "inLanguage": site.language,
            "keywords": topic_names(catalogue, site, study.topics),
            "creativeWorkStatus": study.stage.capitalize(),
        }
    )
    authors: list[so.Organization] = [
        {"@type": "Organization", "name": name["literal"]} for name in item.get("author", [])
    ]
    if authors:
        work["author"] = authors
    if study.scope == "neaspec":
        work["publisher"] = publisher(site)
    return _dated(work, study.published)


def _document(_: Catalogue, site: Site, document: Document) -> so.Work:
    work = so.Work(
        {
            "@type": "Report" if document.kind == "report" else "CreativeWork",
            "@id": thing_id(site, "documents", document.id),
            "name": document.title.to(site.language),
            "url": site.url + address_of("documents", document.id),
        }
    )
    if document.summary:
        work["abstract"] = plain(document.summary.to(site.language))
    if document.symbol:
        work["identifier"] = document.symbol
    if document.link:
        work["sameAs"] = document.link
    if document.standing in ("draft", "final", "adopted"):
        work["creativeWorkStatus"] = document.standing.capitalize()
    return _dated(work, document.date)


def _plan(_: Catalogue, site: Site, plan: Plan) -> so.Work:
    return {
        "@type": "Report",
        "@id": thing_id(site, "plans", plan.id),
        "name": plan.title.to(site.language),
        "url": site.url + address_of("plans", plan.id),
        "abstract": plain(plan.summary.to(site.language)),
        "inLanguage": site.language,
        "creativeWorkStatus": plan.standing.capitalize(),
        "publisher": publisher(site),
    }


def _announcement(catalogue: Catalogue, site: Site, announcement: Announcement) -> so.Work:
    kind, id = announcement.about.node
    now = told(catalogue, announcement, site.language)
    work = so.Work(
        {
            "@type": "NewsArticle",
            "@id": thing_id(site, "announcements", announcement.id),
            "name": now.headline,
            "headline": now.headline,
            "url": site.url + address_of("announcements", announcement.id),
            "abstract": plain(now.summary),
            "inLanguage": site.language,
            "publisher": publisher(site),
            "author": [named(site)],
        }
    )
    if kind != "pages":
        work["about"] = {"@id": thing_id(site, kind, id)}
    if announcement.released:
        work["datePublished"] = announcement.released.isoformat()
    if now.holding.since:
        work["dateModified"] = utc_words(now.holding.since)
    return work


def _organization(catalogue: Catalogue, site: Site, organization: Organization) -> so.Organization:
    thing = so.Organization(
        {
            "@type": ORGANIZATION_TYPES.get(organization.kind, "Organization"),
            "@id": thing_id(site, "organizations", organization.id),
            "name": organization.name.to(site.language),
            "url": site.url + address_of("organizations", organization.id),
        }
    )
    if organization.summary:
        thing["description"] = plain(organization.summary.to(site.language))
    if organization.short:
        thing["alternateName"] = organization.short.to(site.language)
    if organization.link and not organization.link.startswith("mailto:"):
        thing["sameAs"] = organization.link
    if day(organization.founded):
        thing["foundingDate"] = day(organization.founded)
    if organization.part_of:
        thing["parentOrganization"] = {"@id": thing_id(site, "organizations", organization.part_of)}
    return thing


def _country(catalogue: Catalogue, site: Site, country: Country) -> so.Country:
    return country_thing(catalogue, site, country.id)


def _topic(_: Catalogue, site: Site, topic: Topic) -> so.DefinedTerm:
    return {
        "@type": "DefinedTerm",
        "@id": thing_id(site, "topics", topic.id),
        "name": topic.name.to(site.language),
        "url": site.url + address_of("topics", topic.id),
        "description": plain(topic.summary.to(site.language)),
    }


def _dated(work: so.Work, when: PartialDate | None) -> so.Work:
    """Return a work with its date of publication, as exact as ISO 8601 can say it."""
    if day(when):
        work["datePublished"] = day(when)
    return work


THINGS: Mapping[str, Callable[[Catalogue, Site, Any], so.Subject]] = {
    "studies": _study,
    "events": event_thing,
    "projects": project_thing,
    "documents": _document,
    "plans": _plan,
    "announcements": _announcement,
    "organizations": _organization,
    "countries": _country,
    "topics": _topic,
}
