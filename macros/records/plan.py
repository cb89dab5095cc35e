"""Activity plans: what the Secretariat puts to the Senior Officials Meeting for a year."""

from collections.abc import Iterator
from typing import Annotated, Literal

from pydantic import BeforeValidator, Field, WithJsonSchema

from .base import EventId, FrameworkCode, Id, Part, Record, Ref, StudyId, TopicId
from .framework import keyed
from .kind import CardOf, Kind, OwnPage, PartKind, Said, by_id
from .money import Budget
from .plain_text import Line
from .source import Basis, Sources
from .text import Text
from .when import PartialDate

PlanId = Annotated[Id, Ref("plans")]
ActivityNumber = Annotated[str, WithJsonSchema({"type": ["string", "integer"]})]
PlanStanding = Literal["draft", "approved"]


class Pillar(Part):
    """A heading of the plan, such as 'Knowledge Production: Research and Policy Advice'."""

    title: Line
    theme: Line


class PlanActivity(Record):
    """One activity of a plan, with its time, approach and budget."""

    id: Annotated[str, Field(pattern=r"^[0-9]{1,2}$")]
    title: Line
    pillar: str
    period: PartialDate | None = None
    period_note: Line | None = None
    approach: Text
    budget: Budget
    studies: tuple[StudyId, ...] = ()
    events: tuple[EventId, ...] = ()
    supports: Annotated[ActivityNumber | None, Field(description="The activity that it serves")] = None
    framework: tuple[FrameworkCode, ...] = ()
    topics: tuple[TopicId, ...] = ()


class Plan(Record):
    """An activity plan for one year."""

    title: Line
    year: PartialDate
    standing: PlanStanding
    basis: Annotated[Basis, Field(description="The document's words that decide the standing")]
    objective: Text
    summary: Text
    events: Annotated[tuple[EventId, ...], Field(description="The meeting it was put to")] = ()
    pillars: Annotated[dict[str, Pillar], Field(min_length=1)]
    activities: Annotated[dict[str, PlanActivity], BeforeValidator(keyed)]
    sources: Sources

    def parts(self) -> Iterator[tuple[str, Record, tuple[str, ...]]]:
        """Yield every activity, named by the plan's id and its number: '2026-1'."""
        for number, activity in self.activities.items():
            named = activity.model_copy(update={"id": f"{self.id}-{number}"})
            yield "plan-activities", named, ("activities", number)


KIND = Kind(
    name="plans",
    model=Plan,
    layout="one a file",
    noun="activity plan",
    label="Activity plans",
    page=OwnPage(
        folder="plan",
        call="plan_head",
        related=("announcements",),
        apart=("events",),
        card=CardOf(design="plan", label=lambda plan: f"Activity plan · {plan.standing}", always=True),
        article=True,
    ),
    parts=(
        PartKind(name="plan-activities", noun="activity of a plan", anchor="plan/{whole}/#activity-{number}"),
    ),
    order=by_id,
    said=Said(feed="programme", awaited=True),
)
