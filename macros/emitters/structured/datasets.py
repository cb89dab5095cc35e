"""The open data of the site -> datasets of schema.org, with their files and their licence."""

from ...catalogue import Catalogue
from ...releases.open_data.datasets import DATASETS, HOME, MEDIA, Dataset
from ...settings import Site
from . import schema_org as so
from .naming import plain, publisher

FACTS = "facts"


def data_catalogue(site: Site, title: str, description: str) -> so.DataCatalog:
    """Return the catalogue of all sets of open data."""
    return {
        "@type": "DataCatalog",
        "@id": f"{site.url}{HOME}#thing",
        "name": title,
        "url": site.url + HOME,
        "description": plain(description),
        "license": site.licence.url,
        "dataset": [_dataset(site, dataset) for dataset in DATASETS],
    }


def facts_dataset(catalogue: Catalogue, site: Site, title: str, description: str) -> so.Dataset:
    """Return the facts and figures as a dataset: what they rest on, where and when they hold."""
    facts = catalogue.facts.values()
    documents = sorted({source.document for fact in facts for source in fact.sources})
    years = sorted({year for fact in facts if fact.year for year in fact.year.years()})
    countries = [catalogue.countries[id] for id in sorted({id for fact in facts for id in fact.about})]
    data = _dataset(site, next(dataset for dataset in DATASETS if dataset.name == FACTS))
    data["@id"] = f"{site.url}{FACTS}/#thing"
    data["name"] = title
    data["description"] = plain(description)
    data["isBasedOn"] = [f"{site.url}documents/{id}/" for id in documents]
    data["spatialCoverage"] = [{"@type": "Place", "name": c.name.to(site.language)} for c in countries]
    data["variableMeasured"] = sorted({fact.label.to(site.language) for fact in facts})
    if years:
        data["temporalCoverage"] = f"{years[0]}/{years[-1]}"
    return data


def _dataset(site: Site, dataset: Dataset) -> so.Dataset:
    return {
        "@type": "Dataset",
        "@id": f"{site.url}{HOME}#{dataset.name}",
        "name": dataset.title,
        "url": site.url + dataset.page,
        "description": dataset.description,
        "creator": publisher(site),
        "inLanguage": site.language,
        "isAccessibleForFree": True,
        "license": site.licence.url,
        "distribution": [
            {
                "@type": "DataDownload",
                "name": f"{dataset.title} ({format})",
                "contentUrl": site.url + dataset.path(format),
                "encodingFormat": MEDIA[format],
            }
            for format in dataset.formats
        ],
    }
