"""A table of answers and the catalogue -> what each row would do to the register."""

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Literal

from pydantic_core import PydanticCustomError

from ..catalogue import Catalogue
from ..catalogue.kinds import KINDS
from ..catalogue.problems import suggestion
from ..catalogue.questionnaire import vocabularies
from ..catalogue.reading.data_files import RESERVED
from ..records.organization import Organization
from ..records.project import Project
from ..records.when import parse_date
from ..releases.moves import former_ids
from .answers import Answers, answers_of, day_of
from .brief import shown
from .changes import changes_of
from .decoding import Unreadable
from .directory import NO_LETTER, Directory, folded, free_id
from .doubts import doubts_of
from .headings import match_headings
from .merging import merged
from .tables import Table
from .values import project_of, values_of

LATIN = re.compile("[A-Za-z]")
IN_ENGLISH = "the name is not in English; give one in the record, and this one under its language"
MOST_WRONG_LINES = 1_000
MOST_PLACES = 10_000
TOO_MANY_PLACES = (
    f"down to here the file names more than {MOST_PLACES:,} places; "
    "import the rows from here on from another file"
)
State = Literal["new", "changed", "unchanged", "doubtful", "refused"]


@dataclass(frozen=True, slots=True)
class Proposal:
    """A row and what becomes of it: the entry's id and name, what there is to say, and what it changes."""

    row: int
    state: State
    id: str
    name: str
    says: tuple[str, ...] = ()
    changes: tuple[str, ...] = ()


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


def propose(catalogue: Catalogue, table: Table, received: str = "", accepted: Collection[str] = ()) -> Intake:
    """Return what each row of a table would do; received is the date of answer where a row has none.

    Corrections of the entries whose ids are accepted are taken although there is reason for doubt.
    Raises Unreadable where the columns are not those of the questionnaire.
    """
    headings = match_headings(table)
    if not table.lines:
        raise Unreadable("the table has headings and no rows below them; ask for the filled-in one")
    received = day_of(received)
    if received and not _is_date(received):
        raise Unreadable(f"--received '{shown(received)}' is not a date; write one such as 2026-03-07")
    desk = _Desk(catalogue, received, accepted)
    proposals = tuple(_until_enough(desk.take(answers_of(line, headings)) for line in table.lines))
    unread = len(table.lines) - len(proposals)
    named = {i.organization for project in desk.projects.values() for i in project.organizations}
    new = {id: record for id, record in desk.directory.new.items() if id in named}
    more = (f"{unread:,} rows below were not looked at; mend the refused ones first",) if unread else ()
    notes = (*table.notes, *headings.notes, *desk.needless(), *more)
    return Intake(table.said, notes, proposals, desk.projects, new)


def _until_enough(proposals: Iterable[Proposal]) -> Iterator[Proposal]:
    """Yield what becomes of row after row, until the error limit is reached."""
    wrong = 0
    for proposal in proposals:
        yield proposal
        wrong += len(proposal.says) if proposal.state == "refused" else 0
        if wrong >= MOST_WRONG_LINES:
            return


class _Desk:
    """Takes one row after another; what it has taken counts for the rows that follow."""

    def __init__(self, catalogue: Catalogue, received: str, accepted: Collection[str]) -> None:
        self.projects: dict[str, Project] = {}
        self._known = catalogue.projects
        self._records = {"countries": catalogue.countries}
        self._words = vocabularies(catalogue)
        self._received = received
        self.directory = Directory(catalogue, self._words["organization kinds"])
        projects = catalogue.projects.values()
        self._former = {id: p.id for p in projects for id in former_ids(catalogue, "projects", p)}
        self._accepted = {self._former.get(id, id) for id in accepted}
        self._doubted: set[str] = set()
        self._places = 0
        self._taken = {*catalogue.ids("projects"), *self._former, *RESERVED, *KINDS["projects"].reserved}
        self._rows: dict[str, int] = {}
        self._named: defaultdict[str, list[Project]] = defaultdict(list)
        for project in catalogue.projects.values():
            self._named[folded(str(project.name))].append(project)

    def take(self, answers: Answers) -> Proposal:
        """Return what a row would do."""
        if answers.stray:
            return self._refused(answers)
        id = answers.one("id").rstrip("/").rpartition("/")[2]
        id = self._former.get(id, id)
        if id and id not in self._known:
            near = suggestion(shown(id), self._known) or "; leave it empty for a new project"
            answers.refuse("id", f"the register has no project '{shown(id)}'{near}")
            return self._refused(answers)
        values = values_of(answers, self._words, self.directory, self._received)
        if id in self._rows:
            answers.refuse("id", f"row {self._rows[id]} has it too; keep one of them")
        if answers.wrong:
            project_of(answers, "unknown", {"kind": "project", **values}, self._records)
            return self._refused(answers)
        if id:
            return self._existing(answers, self._known[id], values)
        same = self._same_as(values["name"], (each["organization"] for each in values["organizations"]))
        return self._again(answers, same, values) if same else self._new(answers, values)

    def needless(self) -> Iterator[str]:
        """Yield a note for each entry whose corrections are accepted and not in doubt."""
        for id in sorted(self._accepted - self._doubted):
            yield f"no row that corrects '{shown(id)}' is doubtful, so --accept {shown(id)} does nothing"

    def _same_as(self, name: str, organizations: Iterable[str], but: str = "") -> Project | None:
        """Return the project that has the same name, and an organization in common or none at all."""
        there = set(organizations)
        for project in self._named.get(folded(name), ()):
            others = set(project.taking_part())
            if project.id != but and (there & others or not others):
                return project
        return None

    def _new(self, answers: Answers, values: dict[str, Any]) -> Proposal:
        id = free_id(values["name"], self._taken)
        if not id:
            answers.refuse("name", NO_LETTER)
        project = project_of(answers, id, {"kind": "project", **values}, self._records)
        if project is None:
            return self._refused(answers)
        self._keep(answers, project)
        says = () if LATIN.search(values["name"]) else (IN_ENGLISH,)
        return Proposal(answers.row, "new", id, str(project.name), says)

    def _existing(self, answers: Answers, old: Project, values: dict[str, Any]) -> Proposal:
        """Return what a row would do that says which entry it corrects."""
        project = project_of(answers, old.id, merged(old, values), self._records)
        if project is None:
            return self._refused(answers)
        self._rows[old.id] = answers.row
        if project == old:
            return Proposal(answers.row, "unchanged", old.id, str(old.name))
        changes, doubts = tuple(changes_of(old, project)), tuple(doubts_of(old, project, values))
        duplicate = self._duplicate(old, project)
        if doubts:
            self._doubted.add(old.id)
        if duplicate or (doubts and old.id not in self._accepted):
            says = (duplicate,) if duplicate else (*doubts, f"to take it as it is, add --accept {old.id}")
            return Proposal(answers.row, "doubtful", old.id, str(project.name), says, changes)
        self._keep(answers, project)
        accepted = tuple(f"accepted: {doubt}" for doubt in doubts)
        return Proposal(answers.row, "changed", old.id, str(project.name), accepted, changes)

    def _duplicate(self, old: Project, project: Project) -> str:
        """Return why a correction would make an entry of another one, or ''."""
        same = self._same_as(str(project.name), project.taking_part(), but=old.id)
        if same is None:
            return ""
        return f"the same name and organization as '{same.id}', which is another entry; rename one of them"

    def _again(self, answers: Answers, old: Project, values: dict[str, Any]) -> Proposal:
        """Return what a row would do whose name and organization the register, or the file, has already."""
        project = project_of(answers, old.id, merged(old, values), self._records)
        if project is None:
            return self._refused(answers)
        if old.id in self._rows:
            says = f"the same name and organization as row {self._rows[old.id]}; keep one, or rename it"
            return Proposal(answers.row, "doubtful", old.id, str(old.name), (says,))
        self._rows[old.id] = answers.row
        if project == old:
            return Proposal(answers.row, "unchanged", old.id, str(old.name))
        says = (
            f"the same name and organization as '{old.id}'; to correct that entry, write '{old.id}' under "
            "'Register id'; if it is another, rename it"
        )
        return Proposal(answers.row, "doubtful", old.id, str(old.name), (says,))

    def _keep(self, answers: Answers, project: Project) -> None:
        self._places += len(project.places)
        if self._places > MOST_PLACES:
            raise Unreadable(f"row {answers.row}: {TOO_MANY_PLACES}")
        self.projects[project.id] = project
        self._taken.add(project.id)
        self._rows[project.id] = answers.row
        self._named[folded(str(project.name))].append(project)

    def _refused(self, answers: Answers) -> Proposal:
        return Proposal(
            answers.row, "refused", "", shown(" ".join(answers.cells.get("name", ()))), tuple(answers.wrong)
        )


def _is_date(text: str) -> bool:
    try:
        parse_date(text)
    except PydanticCustomError:
        return False
    return True
