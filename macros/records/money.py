"""Budgets, exactly as a plan states them."""

from typing import Annotated, Literal

from pydantic import Field

from .base import Amount, Part
from .text import Text
from .when import PartialDate


class Allocation(Part):
    """An amount already allocated in another year that this work uses."""

    amount: Amount
    year: PartialDate


class Budget(Part):
    """What a plan estimates: new money, and what it takes from an earlier allocation."""

    currency: Literal["US$"]
    amount: Annotated[Amount, Field(description="New money; 0 is a statement, not a gap")]
    uses: Allocation | None = None
    note: Text | None = None
