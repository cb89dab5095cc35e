"""A project of the register -> the thing of schema.org that its page is about."""

from ...catalogue import Catalogue
from ...catalogue.addresses import address_of
from ...records.place import Locality
from ...records.project import Project, ProjectRole
from ...settings import Site
from . import schema_org as so
from .naming import country_thing, day, organization, plain, thing_id, topic_names

FUNDING: tuple[ProjectRole, ...] = ("funding",)
SPONSORS: tuple[ProjectRole, ...] = ("supporting",)
MEMBERS: tuple[ProjectRole, ...] = ("lead", "implementing", "partner")


def project_thing(catalogue: Catalogue, site: Site, project: Project) -> so.Project:
    """Return a project: what it does, where, since when, and who takes part; a reviewer takes none."""
    thing = so.Project(
        {
            "@type": "ResearchProject" if project.kind == "research" else "Project",
            "@id": thing_id(site, "projects", project.id),
            "name": project.name.to(site.language),
            "url": site.url + address_of("projects", project.id),
            "description": plain(project.summary.to(site.language)),
        }
    )
    if project.countries:
        thing["areaServed"] = [country_thing(catalogue, site, id) for id in project.countries]
    if project.topics:
        thing["knowsAbout"] = topic_names(catalogue, site, project.topics)
    if project.places:
        thing["location"] = [_place(site, place) for place in project.places]
    if addresses := [link.url for link in project.links if not link.url.startswith("mailto:")]:
        thing["sameAs"] = addresses
    _put_people(thing, catalogue, site, project)
    _put_dates(thing, project)
    return thing


def _put_people(thing: so.Project, catalogue: Catalogue, site: Site, project: Project) -> None:
    def those(roles: tuple[ProjectRole, ...]) -> list[so.Organization]:
        ids = dict.fromkeys(i.organization for i in project.organizations if i.role in roles)
        return [organization(catalogue, site, id) for id in ids]

    for name, roles in (("member", MEMBERS), ("funder", FUNDING), ("sponsor", SPONSORS)):
        if found := those(roles):
            thing[name] = found  # type: ignore[literal-required]  # one of the three above


def _put_dates(thing: so.Project, project: Project) -> None:
    """Put in when it began and ended; a start or an end that is only planned is none."""
    period = project.period
    if period and day(period.starts) and project.status != "planned":
        thing["foundingDate"] = day(period.starts)
    if period and day(period.ends) and project.status == "completed":
        thing["dissolutionDate"] = day(period.ends)


def _place(site: Site, place: Locality) -> so.Place:
    """Return a place; an approximate point is not said to be where it is."""
    found = so.Place({"@type": "Place", "name": place.name.to(site.language)})
    if place.country:
        found["address"] = {"@type": "PostalAddress", "addressCountry": place.country.upper()}
    if place.point and not place.point.approximate:
        lat, lon = float(place.point.lat), float(place.point.lon)
        found["geo"] = {"@type": "GeoCoordinates", "latitude": lat, "longitude": lon}
    return found
