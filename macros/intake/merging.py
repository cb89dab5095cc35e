"""An entry of the register and a row that corrects it -> what the entry then says.

The row wins where it answers; what it has no answer or no column for stays as the register's staff wrote it.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from pydantic import ValidationError
from pydantic_core import PydanticCustomError

from ..records.period import Period
from ..records.place import Locality, Point
from ..records.plain_text import FurtherLink
from ..records.project import Involved, Need, Project
from ..records.text import Text
from ..records.when import parse_date

CONFIRMING = ("last_confirmed", "questionnaire")
WEBSITE = "Website"
DOING = ("lead", "implementing")
Said = dict[str, Any]


def merged(old: Project, values: Mapping[str, Any]) -> Said:
    """Return what an entry says when a row has corrected it; an older answer confirms nothing anew."""
    kept = () if _confirms(values["last_confirmed"], old) else CONFIRMING
    answered = {name: value for name, value in values.items() if name not in kept}
    joined = {name: JOINED[name](getattr(old, name), answered[name]) for name in JOINED if name in answered}
    return {**_said(old, "id"), **answered, **joined}


def is_older(received: str, old: Project) -> bool:
    """Return whether an answer was given before the entry was last confirmed."""
    try:
        return parse_date(received) < old.last_confirmed
    except PydanticCustomError:
        return False


def _confirms(received: str, old: Project) -> bool:
    """Return whether an answer was given after the entry was last confirmed, in whatever form it has."""
    try:
        return parse_date(received) > old.last_confirmed
    except PydanticCustomError:
        return True


def _said(part: Any, *but: str) -> Said:
    """Return what a part of a record says, by name."""
    return {name: getattr(part, name) for name in part.model_fields_set if name not in but}


def _text(old: Text, new: str) -> Text | str:
    """Return the old words with their translations where the new ones are the same."""
    return old if str(old).split() == new.split() else new


def _period(old: Period | None, new: Said) -> Said:
    return {**(_said(old) if old else {}), **new}


def _organizations(old: Sequence[Involved], new: Sequence[Said]) -> list[Any]:
    """Return the organizations by the row, and the old ones in roles that it does not speak of.

    An organization is listed once, as lead or as implementing.
    """
    roles = {each["role"] for each in new}
    pairs = [(each["organization"], each["role"]) for each in new]
    doing = {organization for organization, role in pairs if role in DOING}
    kept = [
        one
        for one in old
        if (one.organization, one.role) in pairs
        or (one.role not in roles and not (one.role in DOING and one.organization in doing))
    ]
    there = {(one.organization, one.role) for one in kept}
    return [*kept, *(each for each, pair in zip(new, pairs, strict=True) if pair not in there)]


def _places(old: Sequence[Locality], new: Sequence[Said]) -> list[Said]:
    """Return the places of the row, each with what more the register knows of it.

    A note says where a point comes from: one that is corrected is no longer from there.
    """
    known = {str(place.name): place for place in old}
    return [{**each, **_more(known.get(each["name"]), each)} for each in new]


def _more(known: Locality | None, each: Said) -> Said:
    if known is None:
        return {}
    moved = "point" in each and not _same_point(known.point, each["point"])
    return _said(known, *(name for name in each if name != "name"), *(("note",) if moved else ()))


def _same_point(old: Point | None, new: Said) -> bool:
    try:
        return old == Point.model_validate(new)
    except ValidationError:
        return False


def _needs(old: Sequence[Need], new: Sequence[Said]) -> list[Said]:
    notes = {need.what: {"note": need.note} for need in old if need.note}
    return [{**notes.get(each["what"], {}), **each} for each in new]


def _links(old: Sequence[FurtherLink], new: Sequence[Said]) -> list[Any]:
    """Return the old links, and the websites of the row in place of the old website."""
    urls = [each["url"] for each in new]
    kept = [link for link in old if link.url in urls or str(link.label) != WEBSITE]
    there = {link.url for link in kept}
    return [*kept, *(each for each in new if each["url"] not in there)]


JOINED: Mapping[str, Callable[[Any, Any], Any]] = {
    "name": _text,
    "summary": _text,
    "period": _period,
    "organizations": _organizations,
    "places": _places,
    "seeks": _needs,
    "offers": _needs,
    "links": _links,
}
