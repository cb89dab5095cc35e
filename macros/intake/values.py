"""The answers of a row -> the values of a project, and the project that they make, or what is wrong."""

from collections.abc import Iterator, Mapping
from typing import Any

from pydantic import ValidationError

from ..catalogue.checks.projects import Records, check_project
from ..catalogue.questionnaire import Vocabulary
from ..catalogue.reading.messages import explain_all
from ..catalogue.shape import KeyPath
from ..records.project import Project
from .answers import HEADINGS, Answers, chosen, chosen_one, day_of, needs_of, places_of
from .directory import Directory, folded
from .merging import WEBSITE

COLUMN_OF = {
    "starts": "starts",
    "ends": "ends",
    "period": "starts",
    "organizations": "lead",
    "lat": "latitude",
    "lon": "longitude",
    "point": "latitude",
    "links": "website",
    "last_confirmed": "received",
    "questionnaire": "received",
}
ROLES = ("lead", "implementing", "funding", "partner")
MOST_ORGANIZATIONS = 30
TOO_MANY = f"at most {MOST_ORGANIZATIONS} belong to a project; keep those that carry it out"
UNDATED = "1970"  # of organizations in a row that is refused; the rows below it may name them
NO_DATE = "is empty; fill it in, or say it for all rows with --received"


def values_of(
    answers: Answers, words: Mapping[str, Vocabulary], directory: Directory, received: str
) -> dict[str, Any]:
    """Return what a row says, as the values of a project; what is empty is not in it."""
    date = day_of(answers.one("received")) or received
    if not date and "received" not in answers.cells:
        answers.refuse("received", NO_DATE)
    countries = chosen(answers, "countries", words["countries"])
    organizations = list(_involved(answers, directory, date or UNDATED))
    values: dict[str, Any] = {
        "name": " ".join(answers.one("name").split()),
        "kind": chosen_one(answers, "kind", words["kinds"]),
        "summary": answers.one("summary"),
        "status": chosen_one(answers, "status", words["statuses"]),
        "period": {key: day_of(answers.one(key)) for key in ("starts", "ends") if answers.one(key)},
        "organizations": organizations,
        "countries": countries,
        "places": places_of(answers, words["exactness"], countries, words["countries"]),
        "areas": chosen(answers, "areas", words["areas"]),
        "topics": chosen(answers, "topics", words["topics"]),
        "seeks": needs_of(answers, "seeks", words["needs"]),
        "offers": needs_of(answers, "offers", words["needs"]),
        "links": [{"label": WEBSITE, "url": url} for url in answers.several("website")],
        "last_confirmed": date,
        "questionnaire": {"received": date} if date else {},
    }
    if date and organizations:
        values["questionnaire"]["answered_by"] = organizations[0]["organization"]
    return {name: value for name, value in values.items() if value}


def project_of(answers: Answers, id: str, values: Mapping[str, Any], records: Records) -> Project | None:
    """Return the project that values make, or None with what is wrong noted by its column."""
    if not id:
        return None
    try:
        project = Project.model_validate({**values, "id": id})
    except ValidationError as failure:
        found = [error for error in failure.errors(include_url=False) if error["type"] != "missing"]
        for message, keys in explain_all(found, Project):
            _refuse(answers, keys, message)
        return None
    for keys, message in check_project(project, records):
        _refuse(answers, keys, message)
    return None if answers.wrong else project


def _involved(answers: Answers, directory: Directory, received: str) -> Iterator[dict[str, str]]:
    """Yield the organizations that a row names, with what they do; of a row that names very many, none."""
    named = {folded(name) for role in ROLES for name in answers.several(role)}
    if len(named) > MOST_ORGANIZATIONS:
        answers.refuse("lead", f"the row names {len(named)} organizations, and {TOO_MANY}")
        return
    for role in ROLES:
        ids = (directory.id_of(answers, role, name, received) for name in answers.several(role))
        yield from ({"organization": id, "role": role} for id in dict.fromkeys(ids) if id)


def _refuse(answers: Answers, keys: KeyPath, message: str) -> None:
    """Note what is wrong with a value, under the heading of its column instead of its key."""
    plain = message.removeprefix(f"'{keys[-1]}' ") if keys else message
    answers.refuse(_column(keys), plain)


def _column(keys: KeyPath) -> str:
    """Return the column that a key path of a project is answered in."""
    first, last = (str(keys[0]), str(keys[-1])) if keys else ("name", "name")
    if first in ("seeks", "offers"):
        return f"{first}_note" if last == "note" else first
    found = COLUMN_OF.get(last) or COLUMN_OF.get(first) or first
    return found if found in HEADINGS else "name"
