"""Questionnaires: what an organization told of its work, and the day on which it did."""

from typing import Annotated

from pydantic import Field

from .base import OrganizationId, Part
from .when import PartialDate


class Questionnaire(Part):
    """A questionnaire that a record rests on."""

    received: Annotated[PartialDate, Field(description="The day of the answer")]
    answered_by: OrganizationId | None = None
