"""The sets of open data -> their files: CSV for spreadsheets, JSON with its schema, GeoJSON, references."""

import csv
import json
from collections.abc import Iterable
from io import StringIO
from typing import Any

from ...catalogue import Catalogue
from ...catalogue.bibliography import citable
from ...settings import Site
from ..citations import encode_references
from ..geojson import encode_geojson
from .dataset import Dataset
from .datasets import DATASETS
from .fields import Field, Shape, Source, Type
from .values import WORD

DIALECT = "https://json-schema.org/draft/2020-12/schema"
FORMULA = tuple("=+-@\t\r\n＝＋－＠")  # the wide signs in case a program takes them for narrow ones
HEAD = (
    Field("title", "", WORD),
    Field("description", "", WORD),
    Field("publisher", "", WORD),
    Field("licence", "The address of the licence", WORD),
    Field("page", "Where the same stands for people", WORD),
)


def encode_open_data(catalogue: Catalogue, site: Site) -> dict[str, bytes]:
    """Return every file of open data, by address."""
    source = Source(catalogue, site)
    files: dict[str, bytes] = {}
    for dataset in DATASETS:
        items = [dataset.shape.encode(source, record) for record in dataset.records(catalogue)]
        head = _head(dataset, site)
        files[dataset.path("json")] = _json({**head, "items": items})
        files[dataset.schema] = _json(_schema(dataset, site))
        if "csv" in dataset.formats:
            files[dataset.path("csv")] = _csv(dataset.shape, items)
        if "geojson" in dataset.formats:
            files[dataset.path("geojson")] = encode_geojson(head, items)
        if "bib" in dataset.formats:
            references = encode_references(catalogue, site, filter(citable, dataset.records(catalogue)))
            files |= {dataset.path(format): content for format, content in references.items()}
    return files


def _head(dataset: Dataset, site: Site) -> dict[str, str]:
    """Return what a file says of itself: what it holds, whose it is, under which licence."""
    about = (dataset.title, dataset.description, site.rights, site.licence.url, site.url + dataset.page)
    return {field.name: value for field, value in zip(HEAD, about, strict=True)}


def _json(whole: dict[str, Any]) -> bytes:
    return json.dumps(whole, ensure_ascii=False, indent=1).encode() + b"\n"


def _schema(dataset: Dataset, site: Site) -> dict[str, Any]:
    """Return the JSON Schema (draft 2020-12) of a set's JSON file."""
    whole = Shape("", "", (*HEAD, Field("items", "", Type(list[Any])))).model().model_json_schema()
    item = dataset.shape.model().model_json_schema()
    name = dataset.shape.name
    definitions = {**item.pop("$defs", {}), name: item}
    whole["properties"]["items"]["items"] = {"$ref": f"#/$defs/{name}"}
    about = {"title": dataset.title, "description": dataset.description, "$defs": definitions}
    return {"$schema": DIALECT, "$id": site.url + dataset.schema, **whole, **about}


def _csv(shape: Shape, items: Iterable[dict[str, Any]]) -> bytes:
    """Return CSV (RFC 4180) with a mark by which Excel reads UTF-8; no text in it can be a formula."""
    text = StringIO()
    writer = csv.writer(text)
    writer.writerow(name for field in shape.fields for name in field.columns)
    writer.writerows(map(_safe, shape.cells(item)) for item in items)
    return text.getvalue().encode("utf-8-sig")


def _safe(value: Any) -> Any:
    """Return a text that no spreadsheet takes for a formula; numbers stay as they are.

    What begins with apostrophes before such a sign gets one more, so that taking one away gives each back.
    """
    formula = isinstance(value, str) and value.lstrip("'").startswith(FORMULA)
    return f"'{value}" if formula else value
