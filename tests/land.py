"""Natural Earth's land, as world-atlas gives it -> macros/views/land.json, the coasts under our map.

The input is the file land-50m.json (TopoJSON) of the npm package world-atlas 2.0.2. Its shapes are those
of Natural Earth at 1:50 million, which are in the public domain. With the file at hand, run

    python -m tests.land land-50m.json

The output is one MultiPolygon (RFC 7946) without borders, a polygon a line, in hundredths of a degree.
"""

import argparse
import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import shapely
from numpy.typing import NDArray
from pyproj import Transformer
from pyproj.enums import TransformDirection
from shapely import MultiPolygon, Polygon
from shapely.geometry.base import BaseGeometry

OUTPUT = Path(__file__).parents[1] / "macros" / "views" / "land.json"
BOX = (42, 13, 168, 66)  # degrees: west, south, east, north; some 250 km beyond every edge of the map
MIDDLE = 105  # degrees east
PLANE = "+proj=aea +lat_1=30 +lat_2=60 +lat_0=42 +lon_0=105 +ellps=WGS84"
SMALLEST = 300e6  # square metres, five pixels of a map that is 960 wide: one rule for every island
SMOOTHING = 9000  # metres: a corner whose triangle is smaller than the square of this is cut (Visvalingam)
STEP = 0.01  # degrees

Points = NDArray[np.float64]


def simplified_land(topology: dict[str, Any]) -> MultiPolygon:
    """Return the land in the box, in degrees, as simple as a map 960 pixels wide can bear."""
    box = shapely.box(*BOX)
    clipped = shapely.union_all([shapely.intersection(land, box) for land in _polygons(topology)])
    islands = shapely.get_parts(projected(clipped))
    kept = shapely.coverage_simplify(islands[shapely.area(islands) >= SMALLEST], SMOOTHING)
    rounded = shapely.set_precision([projected(island, back=True) for island in kept], STEP)
    return shapely.orient_polygons(shapely.normalize(MultiPolygon(list(shapely.get_parts(rounded)))))


def projected(shape: BaseGeometry, *, back: bool = False) -> BaseGeometry:
    """Return a shape in degrees as it lies in the plane of the map, in metres; or the other way round."""
    plane = Transformer.from_crs("EPSG:4326", PLANE, always_xy=True)
    direction = TransformDirection.INVERSE if back else TransformDirection.FORWARD

    def move(points: Points) -> Points:
        return np.column_stack(plane.transform(points[:, 0], points[:, 1], direction=direction))

    return shapely.transform(shape, move)


def encode_land(land: MultiPolygon) -> str:
    """Return the land as GeoJSON, a polygon a line."""
    polygons = json.loads(shapely.to_geojson(land))["coordinates"]
    lines = ",\n".join(json.dumps(polygon, separators=(",", ":")) for polygon in polygons)
    return f'{{"type":"MultiPolygon","coordinates":[\n{lines}\n]}}\n'


def main() -> None:
    """Write the land of our map anew; look at the map before you keep it."""
    parser = argparse.ArgumentParser(prog="python -m tests.land", description=main.__doc__)
    parser.add_argument("topology", type=Path, help="land-50m.json of the npm package world-atlas 2.0.2")
    topology = json.loads(parser.parse_args().topology.read_text(encoding="utf-8"))
    OUTPUT.write_text(encode_land(simplified_land(topology)), encoding="utf-8")


def _polygons(topology: dict[str, Any]) -> Iterator[BaseGeometry]:
    scale, translate = (np.array(topology["transform"][key]) for key in ("scale", "translate"))
    lines = [np.cumsum(arc, axis=0) * scale + translate for arc in topology["arcs"]]
    for shape in topology["objects"]["land"]["geometries"]:
        for shell, *holes in shape["arcs"]:
            land = Polygon(_ring(shell, lines), [_ring(hole, lines) for hole in holes])
            yield shapely.make_valid(land, method="structure", keep_collapsed=False)


def _ring(arcs: Sequence[int], lines: Sequence[Points]) -> Points:
    """One ring; ~n is arc n backwards. Longitudes run on past 180 degrees, so that Chukotka stays whole."""
    ring = np.concatenate([lines[arc] if arc >= 0 else lines[~arc][::-1] for arc in arcs])
    east = np.unwrap(ring[:, 0], period=360)
    turns = np.round((MIDDLE - (east.min() + east.max()) / 2) / 360)
    return np.column_stack([east + 360 * turns, ring[:, 1]])


if __name__ == "__main__":
    main()
