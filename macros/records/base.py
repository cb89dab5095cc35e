"""The ground all records stand on: the frozen base class, ids, references and links."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Annotated, Any, Literal, get_args

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, WithJsonSchema
from pydantic_core import PydanticCustomError

from .link import fault_of

ID_PATTERN = r"^[a-z0-9]+(-[a-z0-9]+)*$"


@dataclass(frozen=True, slots=True)
class Ref:
    """Marks a field whose text is the id of a record of another kind."""

    kind: str


class Part(BaseModel):
    """A group of keys inside a record; like a record it is frozen and refuses unknown keys."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Record(Part):
    """One thing we know; its id is its file's stem, or its key in a vocabulary's file."""

    id: str

    def parts(self) -> "Iterator[tuple[str, Record, tuple[str, ...]]]":
        """Yield the records inside this one that others may name: kind, record, key path."""
        yield from ()


def kind_named(hint: Any) -> str:
    """Return which kind of record a field's type names by its id, or '' where it names none."""
    marks = [mark.kind for mark in get_args(hint)[1:] if isinstance(mark, Ref)]
    return next(filter(None, (*marks, *map(kind_named, get_args(hint)))), "")


def problem(message: str, field: str | None = None) -> PydanticCustomError:
    """Return an error that carries an editor's message, and the key of the group it is about."""
    context: dict[str, Any] = {"message": message, "field": field}
    return PydanticCustomError("editor", "{message}", context)


def _address(value: str) -> str:
    fault = fault_of(value)
    if fault:
        raise problem(fault)
    return value


def _number(value: object) -> Decimal:
    if isinstance(value, Decimal):
        return value
    text = _scalar(value, "a number")
    if not re.fullmatch(r"-?[0-9]{1,20}(\.[0-9]{1,20})?", text):
        raise problem(
            f"'{text}' is not a number; write digits with a point for decimals and no commas, such as 1183.3"
        )
    return Decimal(text)


def _whole(value: object) -> int:
    if isinstance(value, int):
        return value
    text = _scalar(value, "a whole number")
    if not re.fullmatch(r"[0-9]{1,12}", text):
        raise problem(f"'{text}' is not a whole number; write digits only, such as 11250")
    return int(text)


def between(least: int, most: int) -> Callable[[Decimal], Decimal]:
    """Return a check that a number is one of those that can be."""

    def check(value: Decimal) -> Decimal:
        if not least <= value <= most:
            raise problem(f"cannot be {value:,}; write a number from {least:,} to {most:,}")
        return value

    return check


def _range(least: int, most: int) -> dict[str, Any]:
    return {"type": "integer", "minimum": least, "maximum": most}


def _named(value: str) -> str:
    if not value.strip():
        raise problem("is empty; name a record by its id, or delete the line")
    return value


def _flag(value: object) -> bool:
    if value in (True, "true", "True"):
        return True
    if value in (False, "false", "False"):
        return False
    raise problem("must be true or false; write 'true', or delete the line")


def _scalar(value: object, what: str) -> str:
    if isinstance(value, (list, dict)):
        raise problem(f"must be {what}, not a list or a group of keys")
    return str(value)


Link = Annotated[str, AfterValidator(_address), WithJsonSchema({"type": "string", "format": "uri"})]
Number = Annotated[Decimal, BeforeValidator(_number), WithJsonSchema({"type": "number"})]
Whole = Annotated[int, BeforeValidator(_whole), WithJsonSchema({"type": "integer", "minimum": 0})]
Order = Annotated[Whole, AfterValidator(between(0, 9999)), WithJsonSchema(_range(0, 9999))]
PlaceNumber = Annotated[Whole, AfterValidator(between(1, 9999)), WithJsonSchema(_range(1, 9999))]
Headcount = Annotated[Whole, AfterValidator(between(1, 10**6)), WithJsonSchema(_range(1, 10**6))]
Amount = Annotated[Whole, AfterValidator(between(0, 10**10)), WithJsonSchema(_range(0, 10**10))]
Quantity = Annotated[Number, AfterValidator(between(-(10**15), 10**15))]
Flag = Annotated[bool, BeforeValidator(_flag), WithJsonSchema({"type": "boolean"})]

Id = Annotated[str, AfterValidator(_named), WithJsonSchema({"type": "string", "minLength": 1})]
AreaId = Annotated[Id, Ref("areas")]
CountryId = Annotated[Id, Ref("countries")]
DocumentId = Annotated[Id, Ref("documents")]
EventId = Annotated[Id, Ref("events")]
FactId = Annotated[Id, Ref("facts")]
FrameworkCode = Annotated[Id, Ref("framework-items")]
OrganizationId = Annotated[Id, Ref("organizations")]
ProjectId = Annotated[Id, Ref("projects")]
StudyId = Annotated[Id, Ref("studies")]
TopicId = Annotated[Id, Ref("topics")]

Scope = Literal["neaspec", "external"]
