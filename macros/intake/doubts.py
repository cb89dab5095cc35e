"""An entry of the register and a row that corrects it -> why a person has to accept that by name.

Nobody can prove in a table who filled it in. So what makes another entry of an entry, or takes something
away from it, or comes from whom it does not name, waits for a person who knows.
"""

from collections.abc import Iterator, Mapping, Set
from typing import Any

from ..records.project import Project
from .brief import shown
from .merging import CONFIRMING, is_older

KEPT_OF_SUMMARY = 0.5


def doubts_of(old: Project, new: Project, values: Mapping[str, Any]) -> Iterator[str]:
    """Yield why a correction may not be one, in words that follow the entry's name."""
    if is_older(values["last_confirmed"], old):
        given = f"the answer is of {values['last_confirmed']}, and the entry was confirmed on "
        yield f"{given}{old.last_confirmed}; take the row out, or correct its date"
    yield from _whose(old, new, {each["organization"] for each in values.get("organizations", ())})
    yield from _made_another(old, new)
    yield from _taken_away(old, new)


def _changes_content(old: Project, new: Project) -> bool:
    """Return whether more is new than when, and by whom, an entry was confirmed."""
    return any(
        getattr(old, name) != getattr(new, name) for name in Project.model_fields if name not in CONFIRMING
    )


def _whose(old: Project, new: Project, named: Set[str]) -> Iterator[str]:
    """Yield why an answer may be a stranger's; to confirm an entry anew, nobody has to say who answers."""
    there = set(old.taking_part())
    if named and there and not there & named:
        file = f"data/projects/{old.id}.yml"
        yield f"the entry is of {_listed(there)}; if it has changed hands, write so in {file} first"
    elif not _changes_content(old, new):
        return
    elif not there:
        yield "the entry names no organization, so nobody can tell whose answer this is"
    elif not named:
        yield f"the row does not say who answers, and the entry is of {_listed(there)}"
    before, now = _answered_by(old), _answered_by(new)
    if before and now and before != now and there & named:
        yield f"the last answer was of {before}, and this one is of {now}"


def _made_another(old: Project, new: Project) -> Iterator[str]:
    """Yield what of an entry becomes another: its name, its summary, who takes part, where it leads."""
    if str(old.name).split() != str(new.name).split():
        yield "it renames the entry"
    before, now = (str(project.summary).casefold().split() for project in (old, new))
    if len(set(before) & set(now)) < KEPT_OF_SUMMARY * len(set(before)):
        yield "it replaces the summary"
    if _taking_part(old) != _taking_part(new):
        yield "it changes who takes part"
    if {link.url for link in old.links} - {link.url for link in new.links}:
        yield "it leads to another website"


def _taken_away(old: Project, new: Project) -> Iterator[str]:
    countries = set(old.countries) - set(new.countries)
    if countries:
        yield f"it takes countries away: {_listed(countries)}"
    places = {str(place.name) for place in old.places} - {str(place.name) for place in new.places}
    if places:
        yield f"it takes places away: {shown(_listed(places))}"


def _taking_part(project: Project) -> set[tuple[str, str]]:
    return {(each.organization, each.role) for each in project.organizations}


def _answered_by(project: Project) -> str | None:
    return project.questionnaire.answered_by if project.questionnaire else None


def _listed(names: Set[str]) -> str:
    return ", ".join(sorted(names))
