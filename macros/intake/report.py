"""What a questionnaire would do -> the lines that a person reads before accepting it."""

from collections import Counter
from collections.abc import Iterator
from typing import get_args

from .proposals import Intake, Proposal, State


def report_lines(intake: Intake) -> Iterator[str]:
    """Yield how the file was understood, a line for each row that matters, and the sums."""
    yield f"Read as {intake.said}."
    yield from (f"note: {note}" for note in intake.notes)
    for proposal in intake.proposals:
        yield from _row(proposal)
    for id, organization in intake.organizations.items():
        yield f"organization, new: {organization.name} ({organization.kind}) -> data/organizations/{id}.yml"
    counts = Counter(proposal.state for proposal in intake.proposals)
    sums = ", ".join(f"{counts[state]} {state}" for state in get_args(State))
    rows = "row" if len(intake.proposals) == 1 else "rows"
    yield f"{len(intake.proposals)} {rows}: {sums}."


def _row(proposal: Proposal) -> Iterator[str]:
    head = f"row {proposal.row}: {proposal.state}"
    name = f" '{proposal.name}'" if proposal.name else ""
    if proposal.state == "refused":
        yield from (f"{head}{name}: {wrong}" for wrong in proposal.says)
    elif proposal.state == "unchanged":
        yield f"{head}{name} ({proposal.id})"
    elif proposal.state == "doubtful":
        yield f"{head}{name}: {'; '.join(proposal.says)}"
        yield from (f"    {change}" for change in proposal.changes)
    else:
        yield f"{head}{name} -> data/projects/{proposal.id}.yml"
        yield from (f"    {line}" for line in (*proposal.says, *proposal.changes))
