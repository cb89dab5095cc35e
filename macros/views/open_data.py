"""The sets of open data -> their downloads, and the data dictionary."""

from markupsafe import Markup

from ..releases.open_data.datasets import DATASETS, MEDIA
from ..releases.open_data.shapes import (
    ActivityShape,
    Named,
    OutputShape,
    Participant,
    Reference,
    Spot,
    Wanted,
    When,
)
from ..releases.open_data.speaking import Speaker
from .view import View

NAMES = {
    "csv": "CSV",
    "json": "JSON",
    "geojson": "GeoJSON",
    "bib": "BibTeX",
    "ris": "RIS",
    "csl.json": "CSL-JSON",
}
GROUPS = (When, Named, Participant, Spot, Wanted, Reference, OutputShape, ActivityShape)


def render_open_data(view: View) -> Markup:
    """Return each set of open data with its files."""
    speaker = Speaker(view.catalogue, view.site)
    sets = [
        {
            "dataset": dataset,
            "count": sum(1 for _ in dataset.items(speaker)),
            "files": [(NAMES[format], dataset.path(format), MEDIA[format]) for format in dataset.formats],
        }
        for dataset in DATASETS
    ]
    return view.render("open_data", sets=sets, licence=view.site.licence, publisher=view.site.rights)


def render_data_dictionary(view: View) -> Markup:
    """Return what each value of each set means."""
    groups = [(group.means, list(group.model_fields)) for group in GROUPS]
    return view.render("data_dictionary", datasets=DATASETS, groups=groups)
