"""Nobody stands twice in a list, a final study names somebody, and what one alone can have has one owner."""

import re
from pathlib import Path
from typing import Any

import pytest

from macros.catalogue import Catalogue
from macros.catalogue.checks.contributors import check_contributors, held_alone
from macros.records.base import Record
from macros.records.study import Study
from macros.releases.loading import check_data
from macros.settings import Folders

from ..cited import final_study
from ..copies import copied
from ..credited import HIDDEN, KIM, NETWORK, TELLER

ORCID = "0000-0002-1825-0097"
TWICE: list[tuple[list[dict[str, Any]], list[int]]] = [
    ([KIM, TELLER, NETWORK], []),
    ([KIM, NETWORK, KIM], [2]),
    ([KIM, {**HIDDEN, "name": "kim MIN-JUN", "sorted": None}], [1]),
    ([TELLER, {"name": "Sand Teller & Daughters", "public": True}], [1]),
    ([TELLER, TELLER, TELLER], [1, 2]),
    ([NETWORK, NETWORK], [1]),
    ([{**KIM, **NETWORK}, NETWORK], []),
]


@pytest.mark.parametrize(("people", "wrong"), TWICE)
@pytest.mark.parametrize("key", ["authors", "editors", "contacts"])
def test_nobody_stands_twice_in_a_list(
    catalogue: Catalogue, key: str, people: list[dict[str, Any]], wrong: list[int]
) -> None:
    """By name, by record, or once by each."""
    assert _places(catalogue, final_study(**{key: people})) == [(key, place) for place in wrong]


def test_who_wrote_it_may_have_edited_it(catalogue: Catalogue) -> None:
    """And may be asked about it."""
    assert _places(catalogue, final_study(authors=[KIM], editors=[KIM], contacts=[KIM])) == []


@pytest.mark.parametrize(
    ("values", "wrong"),
    [
        ({"authors": [HIDDEN]}, [("authors",)]),
        ({"authors": [HIDDEN, KIM]}, []),
        ({"authors": [HIDDEN, NETWORK]}, []),
        ({"authors": [HIDDEN], "stage": "in preparation", "published": None}, []),
        ({}, []),
    ],
)
def test_a_final_study_names_somebody(
    catalogue: Catalogue, values: dict[str, Any], wrong: list[tuple[str, ...]]
) -> None:
    """Where authors are given, one of them at least; until it is final there is time to ask them."""
    assert _places(catalogue, final_study(**values)) == wrong


@pytest.mark.parametrize(
    ("other", "shared"),
    [("Kim Min-jun", True), ("Min-jun Kim", True), ("KIM, Min-jun", True), ("Kim Min", False)],
)
def test_an_orcid_is_of_one_name(other: str, shared: bool) -> None:
    """In whatever order and capitals that name is written."""
    people = [{**KIM, "orcid": ORCID}, {"name": other, "public": True, "orcid": ORCID}]
    one, two = (next(held_alone(final_study(authors=[person]))) for person in people)
    assert one.value == two.value
    assert (one.owner == two.owner) is shared


def test_the_second_owner_is_told_where_the_first_stands(tmp_path: Path, sample: Folders) -> None:
    """A DOI in two studies, also in other capitals; an ORCID iD of two people."""
    project = copied(sample, tmp_path)
    study = project.data / "studies" / "fence-study.yml"
    kim = f"{{name: Kim Min-jun, public: true, orcid: {ORCID}}}"
    with study.open("a") as file:
        file.write(f"doi: 10.1234/REED_2025.1\neditors: [{kim}]\n")
    orcid, doi = (str(problem) for problem in check_data(project.data)[1])
    assert orcid.startswith("data/studies/fence-study.yml:")
    assert re.search(
        r": stands in data/people/sand-teller.yml:\d+ with another name, and an ORCID iD ", orcid
    )
    assert doi.startswith("data/studies/reed-handbook.yml:")
    assert re.search(r": stands in data/studies/fence-study.yml:\d+ too, and a DOI belongs to one ", doi)


def test_the_same_person_may_write_several_studies() -> None:
    """With the same iD each time."""
    held = [one for id in "ab" for one in held_alone(_by(id))]
    assert len({(one.value, one.owner) for one in held}) == 1


def _by(id: str) -> Study:
    return final_study(id=id, authors=[{**KIM, "orcid": ORCID}])


def _places(catalogue: Catalogue, record: Record) -> list[Any]:
    records = {"people": catalogue.people, "organizations": catalogue.organizations}
    return [keys for keys, _ in check_contributors(record, records)]
