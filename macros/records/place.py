"""Places: where something is or takes place, as far as the documents say."""

from decimal import Decimal
from typing import Annotated

from pydantic import Field, model_validator

from .base import CountryId, Flag, Link, Number, Part, problem
from .plain_text import Line, Name, Remark
from .text import Text


def _off_the_globe(name: str, value: Decimal, most: int) -> str:
    return f"'{value}' is not on the globe; {name} lies between -{most} and {most} degrees"


class Point(Part):
    """A point on the globe in degrees (WGS 84): north and east of zero are positive."""

    lat: Number
    lon: Number
    approximate: Annotated[Flag, Field(description="True where only the town or area is known")] = False

    @model_validator(mode="after")
    def _is_on_the_globe(self) -> "Point":
        for name, value, most in (("lat", self.lat, 90), ("lon", self.lon, 180)):
            if abs(value) > most:
                order = ", and lat (north) comes before lon (east)"
                raise problem(_off_the_globe(name, value, most) + order, name)
        return self


class Extent(Part):
    """The box that an area lies in, in degrees (WGS 84), roughly: a point outside it is a slip."""

    south: Number
    west: Number
    north: Number
    east: Number

    @model_validator(mode="after")
    def _is_a_box(self) -> "Extent":
        for name, value, most in (
            ("south", self.south, 90),
            ("west", self.west, 180),
            ("north", self.north, 90),
            ("east", self.east, 180),
        ):
            if abs(value) > most:
                raise problem(_off_the_globe(name, value, most), name)
        if self.north <= self.south or self.east == self.west:
            raise problem("is no box; north is more than south, and east is another than west")
        return self

    def holds(self, point: Point) -> bool:
        """Return whether a point lies in the box, which may cross the 180th meridian."""
        if not self.south <= point.lat <= self.north:
            return False
        if self.west <= self.east:
            return self.west <= point.lon <= self.east
        return point.lon >= self.west or point.lon <= self.east


class Place(Part):
    """Where it takes place: a building, a city, a country, a point, or an address on the web."""

    name: Annotated[Line | None, Field(description="The building or site")] = None
    city: Line | None = None
    country: CountryId | None = None
    point: Point | None = None
    online: Annotated[Link | None, Field(description="Where one takes part from afar")] = None
    note: Annotated[Text | None, Field(description="What the documents leave open")] = None

    @property
    def on_site(self) -> bool:
        """Return whether people can go there."""
        return bool(self.name or self.city or self.country or self.point)


class Locality(Part):
    """A named area or spot in which a project works."""

    name: Name
    country: CountryId | None = None
    point: Point | None = None
    note: Annotated[Remark | None, Field(description="Where the point comes from, what is left open")] = None
