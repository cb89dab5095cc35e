"""The sets of open data -> their files: CSV for spreadsheets, JSON with its schema, GeoJSON, references."""

import csv
import json
from collections.abc import Iterable, Iterator
from io import StringIO
from typing import Any

from ..catalogue import Catalogue
from ..catalogue.bibliography import citable
from ..releases.open_data.datasets import DATASETS, Column, Dataset
from ..releases.open_data.shapes import Collection, ProjectShape, Shape
from ..releases.open_data.speaking import Speaker
from ..settings import Site
from .citations import encode_references
from .geojson import encode_geojson

DIALECT = "https://json-schema.org/draft/2020-12/schema"
FORMULA = tuple("=+-@\t\r\n＝＋－＠")  # the wide signs in case a program takes them for narrow ones
BETWEEN = "; "


def encode_open_data(catalogue: Catalogue, site: Site) -> dict[str, bytes]:
    """Return every file of open data, by address."""
    speaker = Speaker(catalogue, site)
    files: dict[str, bytes] = {}
    for dataset in DATASETS:
        items = list(dataset.items(speaker))
        files[dataset.path("json")] = _json(dataset, site, items)
        files[dataset.schema] = _schema(dataset, site)
        if "csv" in dataset.formats:
            files[dataset.path("csv")] = _csv(dataset, items)
        if "geojson" in dataset.formats:
            files[dataset.path("geojson")] = encode_geojson(
                _head(dataset, site), (i for i in items if isinstance(i, ProjectShape))
            )
        if "bib" in dataset.formats:
            studies = [study for _, study in sorted(catalogue.studies.items()) if citable(study)]
            for format, content in encode_references(catalogue, site, studies).items():
                files[dataset.path(format)] = content
    return files


def _head(dataset: Dataset, site: Site) -> dict[str, str]:
    """Return what a file says of itself: what it holds, whose it is, under which licence."""
    return {
        "title": dataset.title,
        "description": dataset.description,
        "publisher": site.rights,
        "licence": site.licence.url,
        "page": site.url + dataset.page,
    }


def _json(dataset: Dataset, site: Site, items: Iterable[Shape]) -> bytes:
    whole = {**_head(dataset, site), "items": [item.model_dump() for item in items]}
    return json.dumps(whole, ensure_ascii=False, indent=1).encode() + b"\n"


def _schema(dataset: Dataset, site: Site) -> bytes:
    """Return the JSON Schema (draft 2020-12) of a set's JSON file."""
    whole: dict[str, Any] = Collection.model_json_schema(mode="serialization")
    item = dataset.shape.model_json_schema(mode="serialization", ref_template="#/$defs/{model}")
    definitions = item.pop("$defs", {})
    name = dataset.shape.__name__
    whole["properties"]["items"]["items"] = {"$ref": f"#/$defs/{name}"}
    schema = {
        "$schema": DIALECT,
        "$id": site.url + dataset.schema,
        **whole,
        "title": dataset.title,
        "description": dataset.description,
        "$defs": {**definitions, name: item},
    }
    return json.dumps(schema, ensure_ascii=False, indent=1).encode() + b"\n"


def _csv(dataset: Dataset, items: Iterable[Shape]) -> bytes:
    """Return CSV (RFC 4180) with a mark by which Excel reads UTF-8; no text in it can be a formula."""
    text = StringIO()
    writer = csv.writer(text)
    writer.writerow(name for column in dataset.columns for name in column.csv)
    for item in items:
        writer.writerow(_safe(cell) for column in dataset.columns for cell in _cells(item, column))
    return text.getvalue().encode("utf-8-sig")


def _cells(item: Shape, column: Column) -> Iterator[Any]:
    value = getattr(item, column.name)
    if len(column.csv) > 1:
        yield from (value.words, value.first, value.last) if value else ("", "", "")
    elif isinstance(value, list):
        yield BETWEEN.join(str(each) for each in value)
    elif isinstance(value, Shape):
        yield str(value)
    else:
        yield "" if value is None else value


def _safe(value: Any) -> Any:
    """Return a text that no spreadsheet takes for a formula; numbers stay as they are.

    What begins with apostrophes before such a sign gets one more, so that taking one away gives each back.
    """
    formula = isinstance(value, str) and value.lstrip("'").startswith(FORMULA)
    return f"'{value}" if formula else value
