"""The open data of the site -> datasets of schema.org, with their files and their licence."""

from ..open_data.dataset import HOME, Dataset
from ..open_data.datasets import DATASETS
from .describing import Describer, Thing, filled, plain

FACTS = "facts"


def data_catalogue(by: Describer, title: str, description: str) -> Thing:
    """Return the catalogue of all sets of open data."""
    return filled(
        {
            "@type": "DataCatalog",
            "@id": f"{by.site.url}{HOME}#thing",
            "name": title,
            "url": by.site.url + HOME,
            "description": plain(description),
            "license": by.site.licence.url,
            "dataset": [_dataset(by, dataset) for dataset in DATASETS],
        }
    )


def facts_dataset(by: Describer, title: str, description: str) -> Thing:
    """Return the facts and figures as a dataset: what they rest on, where and when they hold."""
    facts = by.catalogue.facts.values()
    years = sorted({year for fact in facts if fact.year for year in fact.year.years()})
    documents = sorted({source.document for fact in facts for source in fact.sources if source.document})
    countries = [by.catalogue.countries[id] for id in sorted({id for fact in facts for id in fact.about})]
    properties = {
        "@id": f"{by.site.url}{FACTS}/#thing",
        "name": title,
        "description": plain(description),
        "isBasedOn": [by.url("documents", id) for id in documents],
        "spatialCoverage": [by.place(country.name, None, None) for country in countries],
        "variableMeasured": sorted({fact.label.to(by.site.language) for fact in facts}),
        "temporalCoverage": f"{years[0]}/{years[-1]}" if years else None,
    }
    return filled({**_dataset(by, next(one for one in DATASETS if one.name == FACTS)), **properties})


def _dataset(by: Describer, dataset: Dataset) -> Thing:
    downloads = [
        {
            "@type": "DataDownload",
            "name": f"{dataset.title} ({format})",
            "contentUrl": by.site.url + path,
            "encodingFormat": media,
        }
        for format, (_, path, media) in zip(dataset.formats, dataset.files, strict=True)
    ]
    return filled(
        {
            "@type": "Dataset",
            "@id": f"{by.site.url}{HOME}#{dataset.name}",
            "name": dataset.title,
            "url": by.site.url + dataset.page,
            "description": dataset.description,
            "creator": by.publisher(),
            "inLanguage": by.site.language,
            "isAccessibleForFree": True,
            "license": by.site.licence.url,
            "distribution": downloads,
        }
    )
