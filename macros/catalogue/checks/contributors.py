"""People and organizations that records name -> who stands twice, and what two cannot share."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from ...records.base import Record
from ...records.contributor import Contributor
from ...records.event import Event
from ...records.organization import Organization
from ...records.person import Person
from ...records.project import Project
from ...records.study import Study
from ..shape import KeyPath

Records = Mapping[str, Mapping[str, Record]]
Found = tuple[KeyPath, str]
ONE_DOI = "stands in {} too, and a DOI belongs to one publication; correct one of them"
ONE_ORCID = "stands in {} with another name, and an ORCID iD belongs to one person; correct one of them"
NOBODY = (
    "none of them may be named, and a reference needs a name; add the organization that answers for it, such "
    "as '- organization: neaspec'"
)
Lists = Iterator[tuple[KeyPath, tuple[Contributor, ...]]]


class Held(NamedTuple):
    """What one alone can have, such as a DOI: where it stands, what it is, whose it is, why there is one."""

    keys: KeyPath
    value: str
    owner: str
    wrong: str


def check_contributors(record: Record, records: Records) -> Iterator[Found]:
    """Yield who stands twice in a list of a record, and a final study of which nobody may be named."""
    for keys, contributors in lists_of(record):
        seen: set[str] = set()
        for number, one in enumerate(contributors):
            who = _name(one, records)
            if who.casefold() in seen:
                yield (*keys, number), f"'{who}' stands twice among the {keys[-1]}; keep one of them"
            seen.add(who.casefold())
    if _names_nobody(record):
        yield ("authors",), NOBODY


def held_alone(record: Record) -> Iterator[Held]:
    """Yield what a record says that no other can say: the DOI of a study, the ORCID iD of a person."""
    if isinstance(record, Study) and record.doi:
        yield Held(("doi",), f"doi {record.doi.casefold()}", record.id, ONE_DOI)
    if isinstance(record, Person) and record.orcid:
        yield Held(("orcid",), f"orcid {record.orcid}", _plainly(str(record.name)), ONE_ORCID)
    for keys, contributors in lists_of(record):
        for number, one in enumerate(contributors):
            if one.orcid:
                owner = _plainly(str(one.name))
                yield Held((*keys, number, "orcid"), f"orcid {one.orcid}", owner, ONE_ORCID)


def lists_of(record: Record) -> Lists:
    """Yield each list of people and organizations of a record, with its key path."""
    if isinstance(record, Study):
        yield ("authors",), record.authors
        yield ("editors",), record.editors
        for number, presented in enumerate(record.presented):
            yield ("presented", number, "speakers"), presented.speakers
    if isinstance(record, Event):
        for number, session in enumerate(record.programme):
            yield ("programme", number, "speakers"), session.speakers
    if isinstance(record, (Study, Event, Project)):
        yield ("contacts",), record.contacts


def _names_nobody(record: Record) -> bool:
    """Return whether a final study has authors, and none of them may be named."""
    if not isinstance(record, Study) or record.stage != "final":
        return False
    return bool(record.authors) and not any(one.shown for one in record.authors)


def _name(one: Contributor, records: Records) -> str:
    """Return who it is by name; an id where the record is not there."""
    if one.name:
        return str(one.name)
    kind, id = ("people", one.person) if one.person else ("organizations", one.organization or "")
    found = records.get(kind, {}).get(id)
    return str(found.name) if isinstance(found, (Person, Organization)) else id


def _plainly(name: str) -> str:
    """Return a name without what may be written in two ways: capitals, and the order of its words."""
    return " ".join(sorted(name.casefold().replace(",", " ").split()))
