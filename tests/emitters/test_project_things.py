"""Projects and sets of open data as schema.org says them: what records say, and no more."""

import json
from typing import Any

import pytest
from hypothesis import given

from macros.catalogue import Catalogue
from macros.emitters.open_data.dataset import FORMATS
from macros.emitters.open_data.datasets import DATASETS
from macros.emitters.open_data.files import encode_open_data
from macros.emitters.structured.datasets import data_catalogue, facts_dataset
from macros.emitters.structured.describing import Describer
from macros.emitters.structured.things import project_thing
from macros.records.project import Project

from ..cited import words
from ..registered import INSTITUTE, NETWORK, UNION, project, registered, saying
from ..taken import unchecked
from .announced import SITE
from .schema_org.checker import findings

CONTEXT = "https://schema.org"
EXACT = {"name": "West dune", "country": "altan", "point": {"lat": "44.5", "lon": "104.25"}}
ABOUT = {"name": "East dune", "point": {"lat": "44.9", "lon": "105.1", "approximate": "true"}}


@pytest.mark.parametrize(
    ("values", "said"),
    [
        ({}, {"@type": "Project", "name": "A belt of trees"}),
        ({"kind": "research"}, {"@type": "ResearchProject"}),
        ({"period": "2015-2024"}, {"foundingDate": "2015", "dissolutionDate": None}),
        ({"period": "2015-2024", "status": "completed"}, {"foundingDate": "2015", "dissolutionDate": "2024"}),
        ({"period": "2027-2030", "status": "planned"}, {"foundingDate": None, "dissolutionDate": None}),
        ({"period": "Q2 2015 to May 2024", "status": "completed"}, {"foundingDate": None}),
        ({"links": [{"label": "Mail", "url": "mailto:a@example.org"}]}, {"sameAs": None}),
        ({"links": [{"label": "Site", "url": "https://example.org/"}]}, {"sameAs": ["https://example.org/"]}),
        ({"topics": ["sand"]}, {"knowsAbout": ["Moving sand"]}),
        ({"supported_by": ["sora"]}, {"areaServed": None}),
    ],
)
def test_a_project_says_what_its_record_says(
    catalogue: Catalogue, values: dict[str, Any], said: dict[str, Any]
) -> None:
    """Dates only where they have come and are exact enough, addresses only where they are pages."""
    thing = _thing(catalogue, project(**values))
    assert {name: thing.get(name) for name in said} == said
    assert findings({"@context": CONTEXT, **thing}) == []


def test_those_who_take_part_are_told_by_what_they_do(catalogue: Catalogue) -> None:
    """Members carry it out, funders pay, sponsors support; who reviewed it takes no part."""
    involved = [NETWORK, {**NETWORK, "role": "implementing"}, UNION, {**INSTITUTE, "role": "reviewing"}]
    thing = _thing(catalogue, project(organizations=involved))
    assert [member["@id"] for member in thing["member"]] == [f"{SITE.url}organizations/dune-network/#thing"]
    assert [funder["name"] for funder in thing["funder"]] == ["Union of schools, Тал"]
    assert "sponsor" not in thing
    assert "pasture-institute" not in json.dumps(thing)


def test_an_approximate_point_is_not_said_to_be_exact(catalogue: Catalogue) -> None:
    """The format has no word for approximate, so that such a place has only its name."""
    west, east = _thing(catalogue, project(places=[EXACT, ABOUT], countries=["altan"]))["location"]
    assert west["geo"] == {"@type": "GeoCoordinates", "latitude": 44.5, "longitude": 104.25}
    assert west["address"] == {"@type": "PostalAddress", "addressCountry": "ALTAN"}
    assert east == {"@type": "Place", "name": "East dune"}


@given(words)
def test_words_come_back_as_they_went_in(catalogue: Catalogue, said: str) -> None:
    """Names and summaries of any script, the summary on one line."""
    one = saying(catalogue.projects["hedge-belt"], said)
    thing = json.loads(json.dumps(_thing(registered(catalogue, one, calling=said), one)))
    text = str(unchecked(said))
    assert (thing["name"], thing["description"]) == (text, " ".join(text.split()))
    assert {place["name"] for place in thing["location"]} == {text}
    assert {member["name"] for member in thing["member"]} == {text}
    assert findings({"@context": CONTEXT, **thing}) == []


def test_every_set_of_open_data_is_a_dataset_with_its_files(catalogue: Catalogue) -> None:
    """Each has the licence, and each of its downloads is a file that there is."""
    found = data_catalogue(Describer(catalogue, SITE), "Open data", "All  of\nit.")
    files = encode_open_data(catalogue, SITE)
    assert [dataset["name"] for dataset in found["dataset"]] == [dataset.title for dataset in DATASETS]
    assert {dataset["license"] for dataset in found["dataset"]} == {SITE.licence.url} == {found["license"]}
    for dataset, known in zip(found["dataset"], DATASETS, strict=True):
        downloads = [(part["contentUrl"], part["encodingFormat"]) for part in dataset["distribution"]]
        assert downloads == [(SITE.url + known.path(f), FORMATS[f][1]) for f in known.formats]
        assert {url.removeprefix(SITE.url) for url, _ in downloads} <= set(files)
    assert len({dataset["@id"] for dataset in found["dataset"]}) == len(DATASETS)
    assert findings({"@context": CONTEXT, **found}) == []


def test_the_facts_say_what_they_rest_on(catalogue: Catalogue) -> None:
    """Their page is about the same set, with its documents, countries and years."""
    found = facts_dataset(Describer(catalogue, SITE), "Facts", "Figures and dates.")
    years = [year for fact in catalogue.facts.values() if fact.year for year in fact.year.years()]
    assert found["temporalCoverage"] == f"{min(years)}/{max(years)}"
    documents = {source.document for fact in catalogue.facts.values() for source in fact.sources}
    assert set(found["isBasedOn"]) == {f"{SITE.url}documents/{id}/" for id in documents}
    assert [part["contentUrl"] for part in found["distribution"]] == [
        f"{SITE.url}open-data/facts.{format}" for format in ("csv", "json")
    ]


def _thing(catalogue: Catalogue, one: Project) -> dict[str, Any]:
    return project_thing(Describer(catalogue, SITE), one)
