"""People and organizations that a record names -> Person and Organization of schema.org."""

from ...catalogue.names import Named, named_person
from ...records.organization import Organization
from ...records.person import Person
from .describing import Describer, Thing, filled


def who(by: Describer, one: Named) -> Thing:
    """Return somebody by name: with the page that they have here, their ORCID iD, where they work."""
    if one.acts:
        found = one.organization
        return (
            by.organizations([found.id])[0] if found else {"@type": "Organization", "name": by.text(one.name)}
        )
    properties = {
        "name": one.line(by.site.language),
        **_parts(by, one),
        "jobTitle": by.line(one.person.role) if one.person else None,  # others have a role here: lead author
        "affiliation": _affiliation(by, one.organization),
        "identifier": _orcid(one),
        "sameAs": one.orcid_page,
    }
    if one.person:
        return by.record("people", one.person, "Person", properties)
    return filled({"@type": "Person", **properties})


def person_thing(by: Describer, person: Person) -> Thing:
    """Return a person with a page of their own."""
    one = named_person(by.catalogue, person)
    links = (one.orcid_page, person.link)
    properties = {
        **who(by, one),
        "description": by.line(person.biography),
        "knowsAbout": by.topics(person.topics),
        "email": person.email,
        "sameAs": [link for link in links if link],
    }
    return filled(properties)


def _parts(by: Describer, one: Named) -> Thing:
    parts = one.parts(by.site.language)
    return {"familyName": parts[0], "givenName": parts[1]} if parts else {}


def _affiliation(by: Describer, organization: Organization | None) -> list[Thing]:
    return by.organizations([organization.id] if organization else [])


def _orcid(one: Named) -> Thing | None:
    if not one.orcid:
        return None
    return {"@type": "PropertyValue", "propertyID": "ORCID", "value": one.orcid, "url": one.orcid_page}
