"""Entries with the values that filters look at -> a list, whole and in parts, each a page of 50 at a time."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Generic, Protocol, TypeVar

from markupsafe import Markup

from .filters import Chosen, Counts, Values, fits, path_of
from .page import Page
from .view import View

STEP = 50


class Filed(Protocol):
    """What stands in a list: the values by which each filter finds it."""

    @property
    def values(self) -> Values:
        """Return its values by filter."""


Entry = TypeVar("Entry", bound=Filed)


@dataclass(frozen=True, slots=True)
class Part(Generic[Entry]):
    """A list or a part of it: the list's folder, its address, that of further pages without their number."""

    home: str
    path: str
    numbered: str
    entries: tuple[Entry, ...]
    chosen: Chosen = field(default_factory=dict)

    @property
    def last(self) -> int:
        """Return the number of its last page; without entries it has one all the same."""
        return max(1, -(-len(self.entries) // STEP))

    def on(self, number: int) -> tuple[Entry, ...]:
        """Return the entries of a page."""
        return self.entries[(number - 1) * STEP : number * STEP]

    def at(self, number: int) -> str:
        """Return the address of a page."""
        return self.path if number == 1 else f"{self.numbered}{number}/"

    def paging(self, number: int) -> dict[str, Any]:
        """Return what the fragment 'paging' needs: the first and last entry of a page, its neighbours."""
        first = (number - 1) * STEP + 1
        return {
            "span": (first, first + len(self.on(number)) - 1),
            "shown": len(self.entries),
            "before": self.at(number - 1) if number > 1 else "",
            "after": self.at(number + 1) if number < self.last else "",
        }


@dataclass(frozen=True, slots=True)
class Shelf(Generic[Entry]):
    """A list: its folder, its entries in order, the labels of its filters' values, how often each occurs."""

    home: str
    entries: tuple[Entry, ...]
    labels: Mapping[str, Mapping[str, str]]
    counts: Counts

    @property
    def index(self) -> str:
        """Return the address of the file by which the browser narrows the list."""
        return f"{self.home}/index.json"

    @property
    def several(self) -> bool:
        """Return whether it fills several pages."""
        return len(self.entries) > STEP

    def whole(self) -> Part[Entry]:
        """Return all of it."""
        return Part(self.home, f"{self.home}/", f"{self.home}/by/page/", self.entries)

    def part(self, chosen: Chosen) -> Part[Entry]:
        """Return those entries that have every value that is chosen."""
        path = part_path(self.home, chosen)
        found = tuple(entry for entry in self.entries if fits(entry.values, chosen))
        return Part(self.home, path, path, found, chosen)


@dataclass(frozen=True, slots=True)
class Head:
    """What stands above a part: the list's name, the part's title and introduction, and how it is described.

    The number of a further page stands at the end of its title and between the two halves of its description.
    """

    name: str
    title: str
    description: tuple[str, str]
    intro: str = ""


def part_path(home: str, chosen: Chosen) -> str:
    """Return the address of a part: 'register/by/area/capacity/', 'register/by/area/capacity/mn/'."""
    (name, first), *more = chosen.items()
    return path_of(home, name, first) + "".join(f"{value}/" for _, value in more)


def list_pages(
    view: View, part: Part[Entry], head: Head, draw: Callable[[View, Part[Entry], int], Markup]
) -> Iterator[Page]:
    """Yield every page of a part; of a whole list those after the first, which is written by hand.

    draw fills the page of a number, as seen from there.
    """
    for number in range(1 if part.chosen else 2, part.last + 1):
        here, numbered = view.at(part.at(number)), f", page {number}" if number > 1 else ""
        title = f"{head.title}{numbered}"
        top = here.render("list_page", title=title, kind=part.home, name=head.name, intro=head.intro)
        yield Page(
            part.at(number),
            title,
            numbered.join(head.description),
            top + draw(here, part, number),
            canonical=f"{part.home}/",
        )
