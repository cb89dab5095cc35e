"""A table of fields -> the JSON of a record, the cells of its row in CSV, and its JSON Schema."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from pydantic import BaseModel, ConfigDict, create_model
from pydantic import Field as SchemaField

from ...catalogue import Catalogue
from ...catalogue.addresses import address_of
from ...records.text import Text
from ...settings import Site

BETWEEN = "; "
ITSELF = ""


@dataclass(frozen=True, slots=True)
class Source:
    """The catalogue that records are of, and the site whose language and addresses their values have."""

    catalogue: Catalogue
    site: Site

    def text(self, text: Text) -> str:
        """Return a text in the site's language."""
        return text.to(self.site.language)

    def name(self, kind: str, id: str) -> str:
        """Return the name of a record."""
        record: Any = self.catalogue.record(kind, id)
        return self.text(record.title)

    def url(self, kind: str, id: str) -> str:
        """Return the whole address of a record's page."""
        return self.site.url + address_of(kind, id)


@dataclass(frozen=True, slots=True)
class Type:
    """A type of value: what it is in JSON, how a record's value becomes that, and its cells in CSV.

    A cell takes the value in JSON; by its ending it is told from others of the same value.
    """

    json: Any
    encode: Callable[[Source, Any], Any] = lambda _, value: value
    cells: Mapping[str, Callable[[Any], Any]] = field(default_factory=lambda: {"": lambda value: value})


@dataclass(frozen=True, slots=True)
class Field:
    """A value of an item: its name, its meaning, its type, and where the record has it.

    That is the attribute of the same name, the path of another ('period.starts'), or a function of the
    record; nothing where anything on a path is None.
    """

    name: str
    meaning: str
    type: Type
    of: str | Callable[[Any], Any] | None = None

    @property
    def columns(self) -> tuple[str, ...]:
        """Return the names of its columns in CSV."""
        return tuple(self.name + ending for ending in self.type.cells)

    def encode(self, source: Source, record: Any) -> Any:
        """Return its value in JSON."""
        if callable(self.of):
            return self.type.encode(source, self.of(record))
        for part in filter(None, (self.name if self.of is None else self.of).split(".")):
            record = None if record is None else getattr(record, part)
        return self.type.encode(source, record)


@dataclass(frozen=True, slots=True)
class Shape:
    """A group of values: its name in schemas, what it means, its fields."""

    name: str
    meaning: str
    fields: tuple[Field, ...]

    def encode(self, source: Source, record: Any) -> dict[str, Any]:
        """Return a record in JSON."""
        return {one.name: one.encode(source, record) for one in self.fields}

    def cells(self, item: Mapping[str, Any]) -> Iterator[Any]:
        """Yield the cells of CSV for a record in JSON; those of a value that is not there are empty."""
        for one in self.fields:
            value = item[one.name]
            yield from ("" if value is None else cell(value) for cell in one.type.cells.values())

    def model(self) -> type[BaseModel]:
        """Return the class by which pydantic writes the JSON Schema."""
        fields: dict[str, Any] = {
            one.name: (one.type.json, SchemaField(description=one.meaning or None)) for one in self.fields
        }
        config = ConfigDict(extra="forbid", json_schema_extra={"description": self.meaning})
        return create_model(self.name, __config__=config, **fields)

    def type(self, *cells: Callable[[Any], Any], endings: tuple[str, ...] = ("",)) -> Type:
        """Return the type of a value that is such a group."""
        return Type(self.model(), self.encode, dict(zip(endings, cells, strict=False)))


def maybe(type: Type) -> Type:
    """Return the type of a value that may be missing; words that are empty are."""
    return replace(
        type,
        json=type.json | None,
        encode=lambda source, value: None if value in (None, "") else type.encode(source, value),
    )


def several(type: Type) -> Type:
    """Return the type of a list of values, which CSV has in one cell."""
    cell = next(iter(type.cells.values()), str)
    return Type(
        list[type.json],  # type: ignore[name-defined]  # a type that is worked out
        lambda source, values: [type.encode(source, value) for value in values],
        {"": lambda items: BETWEEN.join(map(cell, items))},
    )
