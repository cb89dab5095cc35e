"""Which sets of open data there are: what each holds, in which shape and formats it is given."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, Literal

from ..open_data import register, work
from .shapes import (
    EventShape,
    FactShape,
    FrameworkShape,
    GapShape,
    NeedShape,
    PlaceShape,
    ProjectShape,
    Shape,
    StudyShape,
    When,
)
from .speaking import Speaker

HOME = "open-data/"
Format = Literal["csv", "json", "geojson", "bib", "ris", "csl.json"]
MEDIA: dict[Format, str] = {
    "csv": "text/csv",
    "json": "application/json",
    "geojson": "application/geo+json",
    "bib": "application/x-bibtex",
    "ris": "application/x-research-info-systems",
    "csl.json": "application/vnd.citationstyles.csl+json",
}


@dataclass(frozen=True, slots=True)
class Column:
    """A value of an item: its name in JSON, its columns in CSV, what it means."""

    name: str
    csv: tuple[str, ...]
    meaning: str


@dataclass(frozen=True, slots=True)
class Dataset:
    """A set of open data: its name in addresses, its title, what it holds, the page that shows the same."""

    name: str
    title: str
    description: str
    shape: type[Shape]
    items: Callable[[Speaker], Iterator[Shape]]
    formats: tuple[Format, ...]
    page: str

    def path(self, format: Format) -> str:
        """Return the address of the set in a format, under the site's: 'open-data/register.csv'."""
        return f"{HOME}{self.name}.{format}"

    @property
    def schema(self) -> str:
        """Return the address of the JSON Schema of the set."""
        return f"{HOME}schemas/{self.name}.json"

    @property
    def columns(self) -> tuple[Column, ...]:
        """Return the values of an item; a date has three columns: in words, its first and its last day."""
        return tuple(
            Column(name, (name, *days_of(name, field.annotation)), field.description or "")
            for name, field in self.shape.model_fields.items()
        )


def days_of(name: str, annotation: Any) -> tuple[str, ...]:
    """Return the columns that a value has for its first and last day, where it is a date."""
    return (f"{name}_first_day", f"{name}_last_day") if annotation in (When, When | None) else ()


DATASETS = (
    Dataset(
        "register",
        "Register of projects",
        "Projects on the land in North-East Asia: who, where, on what, since when, what they seek and offer.",
        ProjectShape,
        register.projects,
        ("csv", "json", "geojson"),
        "register/",
    ),
    Dataset(
        "register-places",
        "Places of projects",
        "Each place of each project, one a line, with its point where one is known.",
        PlaceShape,
        register.places,
        ("csv", "json"),
        "register/",
    ),
    Dataset(
        "register-needs",
        "Who seeks and offers what",
        "Partners, funding, data and expertise that projects of the register seek or offer, one a line.",
        NeedShape,
        register.needs,
        ("csv", "json"),
        "register/seeking/",
    ),
    Dataset(
        "register-gaps",
        "Gap board",
        "How many projects and organizations work on each activity area in each country, empty fields too.",
        GapShape,
        register.gaps,
        ("csv", "json"),
        "register/gaps/",
    ),
    Dataset(
        "studies",
        "Studies",
        "Studies and knowledge products, with their stage; the final ones also as references.",
        StudyShape,
        work.studies,
        ("csv", "json", "bib", "ris", "csl.json"),
        "studies/",
    ),
    Dataset(
        "events",
        "Events",
        "Meetings, workshops and forums, with their dates and standing.",
        EventShape,
        work.events,
        ("csv", "json"),
        "events/",
    ),
    Dataset(
        "facts",
        "Facts and figures",
        "Figures, targets, pledges and dated commitments, each with the year that it holds for.",
        FactShape,
        work.facts,
        ("csv", "json"),
        "facts/",
    ),
    Dataset(
        "framework",
        "Logical framework",
        "Objective, outcome, outputs and activities of the approach.",
        FrameworkShape,
        work.framework,
        ("json",),
        "approach/",
    ),
)
