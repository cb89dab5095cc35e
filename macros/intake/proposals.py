"""A table of answers and the catalogue -> what each row would do to the register."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Literal

from pydantic import ValidationError
from pydantic_core import PydanticCustomError

from ..catalogue import Catalogue
from ..catalogue.kinds import KINDS
from ..catalogue.messages import explain_all
from ..catalogue.problems import suggestion
from ..catalogue.project_checks import check_project
from ..catalogue.questionnaire import Vocabulary, vocabularies
from ..catalogue.reading import RESERVED
from ..catalogue.shape import KeyPath
from ..records.organization import Organization
from ..records.project import Project
from ..records.when import parse_date
from .answers import HEADINGS, Answers, answers_of, chosen, chosen_one, day_of, needs_of, places_of
from .decoding import Unreadable
from .directory import NO_LETTER, Directory, folded, free_id
from .headings import match_headings
from .merging import WEBSITE, merged
from .tables import Table, shown

State = Literal["new", "changed", "unchanged", "doubtful", "refused"]
COLUMN_OF = {
    "starts": "starts",
    "ends": "ends",
    "period": "starts",
    "organizations": "lead",
    "lat": "latitude",
    "lon": "longitude",
    "links": "website",
    "last_confirmed": "received",
    "questionnaire": "received",
}
UNDATED = "1970"  # of organizations in a row that is refused; the rows below it may name them
NO_DATE = "is empty; fill it in, or say it for all rows with --received"


@dataclass(frozen=True, slots=True)
class Proposal:
    """A row and what becomes of it: the entry's id and name, and what there is to say."""

    row: int
    state: State
    id: str
    name: str
    says: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Intake:
    """What a questionnaire would do: a proposal for each row, and the records to be written."""

    said: str
    notes: tuple[str, ...]
    proposals: tuple[Proposal, ...]
    projects: Mapping[str, Project]
    organizations: Mapping[str, Organization]

    @property
    def acceptable(self) -> bool:
        """Return whether no row is refused or doubtful."""
        return all(proposal.state not in ("refused", "doubtful") for proposal in self.proposals)


def propose(catalogue: Catalogue, table: Table, received: str = "") -> Intake:
    """Return what each row of a table would do; received is the date of answer where a row has none.

    Raises Unreadable where the columns are not those of the questionnaire.
    """
    headings = match_headings(table)
    if not table.lines:
        raise Unreadable("the table has headings and no rows below them; ask for the filled-in one")
    received = day_of(received)
    if received and not _is_date(received):
        raise Unreadable(f"--received '{shown(received)}' is not a date; write one such as 2026-03-07")
    desk = _Desk(catalogue, received)
    proposals = tuple(desk.take(answers_of(line, headings)) for line in table.lines)
    named = {i.organization for project in desk.projects.values() for i in project.organizations}
    new = {id: record for id, record in desk.directory.new.items() if id in named}
    return Intake(table.said, headings.notes, proposals, desk.projects, new)


class _Desk:
    """Takes one row after another; what it has taken counts for the rows that follow."""

    def __init__(self, catalogue: Catalogue, received: str) -> None:
        self.projects: dict[str, Project] = {}
        self._known = catalogue.projects
        self._words = vocabularies(catalogue)
        self._received = received
        self.directory = Directory(catalogue, self._words["organization kinds"])
        self._taken = {*catalogue.ids("projects"), *RESERVED, *KINDS["projects"].reserved}
        self._rows: dict[str, int] = {}
        self._same = {_key(project): id for id, project in catalogue.projects.items()}

    def take(self, answers: Answers) -> Proposal:
        """Return what a row would do."""
        if answers.stray:
            return self._refused(answers)
        values = _values(answers, self._words, self.directory, self._received)
        id = answers.one("id").rstrip("/").rpartition("/")[2]
        if id and id not in self._known:
            near = suggestion(shown(id), self._known) or "; leave it empty for a new project"
            answers.refuse("id", f"the register has no project '{shown(id)}'{near}")
        elif id in self._rows:
            answers.refuse("id", f"row {self._rows[id]} has it too; keep one of them")
        if answers.wrong:
            _project(answers, "unknown", {"kind": "project", **values})
            return self._refused(answers)
        if id:
            return self._existing(answers, id, values)
        leads = tuple(i["organization"] for i in values["organizations"] if i["role"] == "lead")
        same = self._same.get((folded(values["name"]), frozenset(leads)))
        return self._again(answers, same, values) if same else self._new(answers, values)

    def _new(self, answers: Answers, values: dict[str, Any]) -> Proposal:
        id = free_id(values["name"], self._taken)
        if not id:
            answers.refuse("name", NO_LETTER)
        project = _project(answers, id, {"kind": "project", **values})
        if project is None:
            return self._refused(answers)
        self._keep(answers, project)
        return Proposal(answers.row, "new", id, str(project.name))

    def _existing(self, answers: Answers, id: str, values: dict[str, Any]) -> Proposal:
        """Return what a row would do that says which entry it corrects."""
        old = self._known[id]
        project = _project(answers, id, merged(old, values))
        if project is None:
            return self._refused(answers)
        self._rows[id] = answers.row
        if project == old:
            return Proposal(answers.row, "unchanged", id, str(old.name))
        same = self._same.get(_key(project), id)
        if same != id:
            says = f"the same name and organization as '{same}', which is another entry; rename one of them"
            return Proposal(answers.row, "doubtful", id, str(project.name), (says,))
        self._keep(answers, project)
        fields = [n for n in Project.model_fields if getattr(project, n) != getattr(old, n)]
        return Proposal(answers.row, "changed", id, str(project.name), (", ".join(fields),))

    def _again(self, answers: Answers, id: str, values: dict[str, Any]) -> Proposal:
        """Return what a row would do whose name and organization the register, or the file, has already."""
        old = self._known.get(id) or self.projects[id]
        project = _project(answers, id, merged(old, values))
        if project is None:
            return self._refused(answers)
        if id in self._rows:
            says = f"the same name and organization as row {self._rows[id]}; keep one, or rename it"
            return Proposal(answers.row, "doubtful", id, str(old.name), (says,))
        self._rows[id] = answers.row
        if project == old:
            return Proposal(answers.row, "unchanged", id, str(old.name))
        says = (
            f"the same name and organization as '{id}'; to correct that entry, write '{id}' under "
            "'Register id'; if it is another, rename it"
        )
        return Proposal(answers.row, "doubtful", id, str(old.name), (says,))

    def _keep(self, answers: Answers, project: Project) -> None:
        self.projects[project.id] = project
        self._taken.add(project.id)
        self._rows[project.id] = answers.row
        self._same[_key(project)] = project.id

    def _refused(self, answers: Answers) -> Proposal:
        return Proposal(answers.row, "refused", "", shown(answers.one("name")), tuple(answers.wrong))


def _key(project: Project) -> tuple[str, frozenset[str]]:
    return folded(str(project.name)), frozenset(project.led_by())


def _values(
    answers: Answers, words: Mapping[str, Vocabulary], directory: Directory, received: str
) -> dict[str, Any]:
    """Return what a row says, as the values of a project; what is empty is not in it."""
    date = day_of(answers.one("received")) or received
    if not date:
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
        "places": places_of(answers, words["exactness"], countries),
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


def _involved(answers: Answers, directory: Directory, received: str) -> Iterator[dict[str, str]]:
    """Yield the organizations that a row names, with what they do."""
    for role in ("lead", "implementing", "funding", "partner"):
        ids = (directory.id_of(answers, role, name, received) for name in answers.several(role))
        yield from ({"organization": id, "role": role} for id in dict.fromkeys(ids) if id)


def _is_date(text: str) -> bool:
    try:
        parse_date(text)
    except PydanticCustomError:
        return False
    return True


def _project(answers: Answers, id: str, values: Mapping[str, Any]) -> Project | None:
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
    for keys, message in check_project(project, {}):
        _refuse(answers, keys, message)
    return None if answers.wrong else project


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
