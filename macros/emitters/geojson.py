"""The projects of the register -> GeoJSON (RFC 7946): a feature for each place, or without geometry."""

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

Item = Mapping[str, Any]
"""A project, or a place of one, as JSON has it."""


def encode_geojson(head: Mapping[str, str], projects: Iterable[Item]) -> bytes:
    """Return a FeatureCollection; positions are longitude, then latitude, in degrees (WGS 84).

    head says what it is and under which licence (foreign members, section 6.1).

    A project with several points is several features; one with none has a feature whose geometry is null
    (section 3.2), so that nothing of the register is missing from the file.
    """
    features = [feature for project in projects for feature in _features(project)]
    whole = {"type": "FeatureCollection", **head, "features": features}
    return json.dumps(whole, ensure_ascii=False, separators=(",", ":")).encode() + b"\n"


def _features(project: Item) -> Iterator[dict[str, Any]]:
    located = [place for place in project["places"] if place["latitude"] is not None]
    for number, place in enumerate(located, 1):
        yield _feature(project, f"{project['id']}/{number}", place)
    if not located:
        yield _feature(project, project["id"], None)


def _feature(project: Item, id: str, place: Item | None) -> dict[str, Any]:
    point = {"type": "Point", "coordinates": [place["longitude"], place["latitude"]]} if place else None
    return {
        "type": "Feature",
        "id": id,
        "geometry": point,
        "properties": {
            "project": project["id"],
            "name": project["name"],
            "url": project["url"],
            "kind": project["kind"],
            "status": project["status"],
            "place": place["name"] if place else None,
            "approximate": place["approximate"] if place else None,
            "countries": [country["name"] for country in project["countries"]],
            "areas": [area["name"] for area in project["areas"]],
            "organizations": [organization["name"] for organization in project["organizations"]],
            "last_confirmed": project["last_confirmed"]["words"],
        },
    }
