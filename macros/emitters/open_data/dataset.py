"""A set of open data: where it is, what it holds, and in which formats."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any, Literal

from ...catalogue import Catalogue
from .fields import Shape

HOME = "open-data/"
Format = Literal["csv", "json", "geojson", "bib", "ris", "csl.json"]
FORMATS: dict[Format, tuple[str, str]] = {
    "csv": ("CSV", "text/csv"),
    "json": ("JSON", "application/json"),
    "geojson": ("GeoJSON", "application/geo+json"),
    "bib": ("BibTeX", "application/x-bibtex"),
    "ris": ("RIS", "application/x-research-info-systems"),
    "csl.json": ("CSL-JSON", "application/vnd.citationstyles.csl+json"),
}


@dataclass(frozen=True, slots=True)
class Dataset:
    """A set of open data: its name in addresses, its title, what it holds, the page that shows the same."""

    name: str
    title: str
    description: str
    page: str
    records: Callable[[Catalogue], Iterable[Any]]
    shape: Shape
    formats: tuple[Format, ...] = ("csv", "json")

    def path(self, format: Format) -> str:
        """Return the address of the set in a format, under the site's: 'open-data/register.csv'."""
        return f"{HOME}{self.name}.{format}"

    @property
    def schema(self) -> str:
        """Return the address of the JSON Schema of the set."""
        return f"{HOME}schemas/{self.name}.json"

    @property
    def files(self) -> list[tuple[str, str, str]]:
        """Return each file: the name of its format, its address, its media type."""
        return [(FORMATS[one][0], self.path(one), FORMATS[one][1]) for one in self.formats]


def by_id(kind: str) -> Callable[[Catalogue], list[Any]]:
    """Return what gives the records of a kind, by id."""
    return lambda catalogue: [record for _, record in sorted(getattr(catalogue, kind).items())]
