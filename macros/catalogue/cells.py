"""The places of projects -> the cells of the map: squares of three degrees, and countries as a whole."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import floor

from ..records.place import Locality, Point
from ..records.project import Project
from ..records.text import DEFAULT_LANGUAGE
from .catalogue import Catalogue

DEGREES = 3
WHOLE = "{}, no closer place"
AROUND = "{} and around"


@dataclass(frozen=True, slots=True)
class Cell:
    """A square with places of projects, or a country whose projects give no point; degrees, WGS 84."""

    id: str
    label: str
    lat: float
    lon: float
    approximate: bool
    whole: bool = False


def cells(catalogue: Catalogue, language: str = DEFAULT_LANGUAGE) -> dict[str, Cell]:
    """Return the cells that hold projects, by id; places that coincide share one."""
    squares: defaultdict[str, list[tuple[Locality, Point]]] = defaultdict(list)
    whole: set[str] = set()
    for project in catalogue.projects.values():
        found = list(_located(project))
        for place, point in found:
            squares[_square(point)].append((place, point))
        if not found:
            whole.update(project.countries)
    made = [_of_places(id, places, language) for id, places in sorted(squares.items())]
    for id in sorted(whole):
        country = catalogue.countries[id]
        if country.point:
            label = WHOLE.format(country.short.to(language))
            lat, lon = float(country.point.lat), float(country.point.lon)
            made.append(Cell(id, label, lat, lon, approximate=True, whole=True))
    return {cell.id: cell for cell in made}


def cells_of(project: Project) -> tuple[str, ...]:
    """Return the ids of the cells in which a project lies."""
    squares = [_square(point) for _, point in _located(project)]
    return tuple(dict.fromkeys(squares or project.countries))


def _located(project: Project) -> Iterator[tuple[Locality, Point]]:
    yield from ((place, place.point) for place in project.places if place.point)


def _square(point: Point) -> str:
    """Return the id of a square, named by its south-west corner: '39n108e'."""
    lat, lon = (floor(value / DEGREES) * DEGREES for value in (point.lat, point.lon))
    return f"{abs(lat)}{'n' if lat >= 0 else 's'}{abs(lon)}{'e' if lon >= 0 else 'w'}"


def _of_places(id: str, places: Sequence[tuple[Locality, Point]], language: str) -> Cell:
    """Return a square's cell; it stands in the middle of its places and bears the commonest name."""
    names = Counter(place.name.to(language) for place, _ in places)
    name = min(names, key=lambda each: (-names[each], each))
    points = {(point.lat, point.lon) for _, point in places}
    return Cell(
        id,
        name if len(names) == 1 else AROUND.format(name),
        float(sum(lat for lat, _ in points) / len(points)),
        float(sum(lon for _, lon in points) / len(points)),
        approximate=any(point.approximate for _, point in places),
    )
