"""The sets of open data -> their downloads, and the data dictionary."""

from markupsafe import Markup

from ..emitters.open_data.datasets import DATASETS, GROUPS
from ..views.view import View


def open_data(view: View) -> Markup:
    """Return each set of open data with its files."""
    counted = [(dataset, sum(1 for _ in dataset.records(view.catalogue))) for dataset in DATASETS]
    return view.render("open_data", datasets=counted, licence=view.site.licence, publisher=view.site.rights)


def data_dictionary(view: View) -> Markup:
    """Return what each value of each set means."""
    return view.render("data_dictionary", datasets=DATASETS, groups=GROUPS)
