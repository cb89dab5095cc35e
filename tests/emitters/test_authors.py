"""Authors, editors, series and numbers of a study: each format says them, and other programs read them."""

import csv
import json
import re
from io import StringIO
from typing import Any

import pytest
import rispy
from citeproc import Citation, CitationItem, CitationStylesBibliography, CitationStylesStyle, formatter
from citeproc.source.json import CiteProcJSON
from hypothesis import assume, given
from pybtex.database import Person, parse_string

from macros.catalogue.bibliography import CslItem, csl_item
from macros.emitters.citations import encode_citations
from macros.emitters.open_data.files import encode_open_data
from macros.emitters.scholar import scholar_tags
from macros.emitters.structured.describing import Describer
from macros.emitters.structured.things import thing_of
from macros.records.study import Study
from macros.releases.loading import load_catalogue

from ..cited import SITE, final_study, knowing, words
from ..credited import BERG, KIM, NETWORK, PUBLISHED, TELLER, WHOLE
from ..taken import taken
from ..views.goldens import SAMPLE
from .schema_org.checker import findings
from .schema_org.examples import CONTEXT

CATALOGUE = load_catalogue(SAMPLE.data)
ORCID = "https://orcid.org/0000-0002-1825-0097"
READ = {"\\&": "&", "\\_": "_", "{": "", "}": ""}
parts = words.filter(lambda part: taken(part) and "," not in part and "\n" not in part)


def test_bibtex_is_read_back_by_pybtex() -> None:
    """Family and given names, and whole names that stay whole."""
    (entry,) = parse_string(_files(final_study(**PUBLISHED))["bib"], "bibtex").entries.values()
    assert [_spoken(person) for person in entry.persons["author"]] == [
        ("Kim", "Min-jun"), ("Teller & Daughters", "Sand"), ("Dune Network", ""),
    ]  # fmt: skip
    assert [_spoken(person) for person in entry.persons["editor"]] == [("van der Berg", "Anna M.")]
    said = {name: _plain(entry.fields[name]) for name in ("edition", "series", "number", "doi", "isbn")}
    assert said == {
        "edition": "2", "series": "Sand Papers", "number": "12",
        "doi": "10.1234/dune_2015.1", "isbn": "978-3-16-148410-0",
    }  # fmt: skip
    assert _plain(entry.fields["abstract"]) == "Dunes move. Reeds & grasses hold them."
    assert _plain(entry.fields["keywords"]) == "moving sand, R&D"


def test_ris_is_read_back_by_rispy() -> None:
    """The same, where RIS has a field for it."""
    (entry,) = rispy.loads(_files(final_study(**PUBLISHED))["ris"])
    assert entry["authors"] == ["Kim, Min-jun", "Teller & Daughters, Sand", "Dune Network"]
    assert entry["secondary_authors"] == ["van der Berg, Anna M."]
    assert entry["keywords"] == ["moving sand", "R&D"]
    assert entry["abstract"] == "Dunes move. Reeds & grasses hold them."
    assert (entry["doi"], entry["edition"], entry["language"]) == ("10.1234/dune_2015.1", "2", "en")


@pytest.mark.parametrize(
    ("kind", "fields"),
    [
        (
            "report",
            {"secondary_title": "Sand Papers", "issn": "12", "notes": ["ISBN 978-3-16-148410-0"]},
        ),
        (
            "training material",
            {"tertiary_title": "Sand Papers", "number": "12", "issn": "978-3-16-148410-0"},
        ),
    ],
)
def test_ris_has_series_and_numbers_where_programs_look_for_them(kind: str, fields: dict[str, Any]) -> None:
    """EndNote, Zotero and citation-js take SN of a report for its number, and would print an ISBN as that."""
    (entry,) = rispy.loads(_files(final_study(**PUBLISHED, kind=kind))["ris"])
    told = ("secondary_title", "tertiary_title", "number", "issn", "notes")
    assert {name: entry[name] for name in told if name in entry} == fields


def test_csl_json_is_read_back_by_citeproc() -> None:
    """A style that is not ours prints the names that the file has."""
    (item,) = json.loads(_files(final_study(**PUBLISHED))["csl.json"])
    assert item["author"][0] == {"family": "Kim", "given": "Min-jun"}
    assert item["abstract"] == "Dunes move.\n\nReeds & grasses hold them."
    style = CitationStylesStyle("harvard-cite-them-right", validate=False)
    bibliography = CitationStylesBibliography(style, CiteProcJSON([item]), formatter.plain)
    bibliography.register(Citation([CitationItem(item["id"])]))
    (printed,) = map(str, bibliography.bibliography())
    assert all(name in printed for name in ("Kim", "Teller & Daughters", "Dune Network", "Dunes of Altan"))


def test_google_scholar_is_told_them_in_order() -> None:
    """Each author is followed by where they work and by their iD."""
    study = final_study(**PUBLISHED)
    tags = scholar_tags(knowing(CATALOGUE, study), study, SITE)
    people = [tag for tag in tags if tag[0].startswith(("citation_author", "citation_editor"))]
    assert people == [
        ("citation_author", "Kim, Min-jun"),
        ("citation_author", "Teller & Daughters, Sand"),
        ("citation_author_institution", "Dune Network"),
        ("citation_author_orcid", ORCID),
        ("citation_author", "Dune Network"),
        ("citation_editor", "Anna M. van der Berg"),
    ]
    assert {
        ("citation_doi", "10.1234/dune_2015.1"), ("citation_isbn", "978-3-16-148410-0"),
        ("citation_technical_report_number", "12"), ("citation_keywords", "R&D"),
    } <= set(tags)  # fmt: skip


def test_a_role_in_a_publication_is_no_job() -> None:
    """What a person is stands in their record; what they are here is told on the page."""
    thing = _thing(final_study(authors=[{**KIM, "role": "Lead author"}, {**TELLER, "role": "Co-author"}]))
    assert [one.get("jobTitle") for one in thing["author"]] == [None, "Storyteller"]


def test_structured_data_says_who_and_what() -> None:
    """People with iD and organization, in the words of schema.org."""
    thing = _thing(final_study(**PUBLISHED))
    kim, teller, network = thing["author"]
    assert kim == {"@type": "Person", "name": "Kim Min-jun", "familyName": "Kim", "givenName": "Min-jun"}
    assert teller["@id"] == f"{SITE.url}people/sand-teller/#thing"
    assert teller["sameAs"] == teller["identifier"]["url"] == ORCID
    assert [one["name"] for one in teller["affiliation"]] == ["Dune Network"]
    assert (network["@type"], network["url"]) == ("Organization", f"{SITE.url}organizations/dune-network/")
    assert [one["name"] for one in thing["editor"]] == ["Anna M. van der Berg"]
    assert (thing["@type"], thing["bookEdition"], thing["position"]) == (
        ["Report", "Book"],
        "2nd edition",
        "12",
    )
    assert thing["identifier"] == {"@type": "PropertyValue", "propertyID": "DOI", "value": PUBLISHED["doi"]}
    assert thing["sameAs"] == f"https://doi.org/{PUBLISHED['doi']}"
    assert thing["isPartOf"] == {"@type": "CreativeWorkSeries", "name": "Sand Papers"}
    assert (thing["inLanguage"], thing["keywords"]) == (["en", "mn"], ["moving sand", "R&D"])
    assert thing["license"] == "https://creativecommons.org/licenses/by/4.0/"


@pytest.mark.parametrize(
    "without", [(), ("isbn",), ("doi", "series"), ("licence", "edition"), ("authors", "editors")]
)
def test_structured_data_keeps_to_schema_org_whatever_is_missing(without: tuple[str, ...]) -> None:
    """Without an ISBN it is no book, and its edition is a version; a licence may have no address."""
    given = {key: value for key, value in PUBLISHED.items() if key not in without}
    for licence in (given.get("licence"), "All rights reserved"):
        thing = _thing(final_study(**{**given, "licence": licence}))
        assert findings({"@context": CONTEXT, **thing}) == []
        assert ("version" in thing) == (without == ("isbn",))


def test_who_may_not_be_named_stands_in_no_format() -> None:
    """Neither the name nor a part of it."""
    study = final_study(**PUBLISHED)
    tags = scholar_tags(knowing(CATALOGUE, study), study, SITE)
    made = [*_files(study).values(), str(tags), json.dumps(_thing(study))]
    assert [text for text in made if "Asked" in text or "Nobody" in text] == []


def test_the_columns_of_studies_that_there_were_stay_in_their_places() -> None:
    """Programs that count columns go on; what came later stands behind."""
    files = encode_open_data(CATALOGUE, SITE)
    row = next(
        row
        for row in csv.DictReader(StringIO(files["open-data/studies.csv"].decode("utf-8-sig")))
        if row["doi"]
    )
    columns = list(row)
    assert columns[:6] == ["id", "title", "url", "kind", "scope", "stage"]
    assert columns[columns.index("sources") + 1 :] == [
        "authors", "doi", "isbn", "series", "series_number", "edition", "languages", "licence", "licence_url",
        "presented", "also_at",
    ]  # fmt: skip
    assert row["authors"] == "Reed Min-jun; Sand Teller & Daughters; Dune Network"
    items = json.loads(files["open-data/studies.json"])["items"]
    (first, teller, network) = next(item["authors"] for item in items if item["doi"])
    assert (first["family"], first["given"], first["organization"]) == (
        "Reed",
        "Min-jun",
        "Institute of Pasture",
    )
    assert (teller["url"], network["family"]) == (f"{SITE.url}people/sand-teller/", None)


@given(parts, parts, parts)
def test_names_come_back_from_every_format_as_they_went_in(family: str, given: str, whole: str) -> None:
    """Whatever signs a name holds, no format takes it for another, for two, or for one with other parts."""
    sorted_name = {"name": f"{given} {family}", "sorted": f"{family}, {given}", "public": True}
    assume(re.search(r"\w", family + given) and all(map(taken, (f"{family}, {given}", f"{given} {family}"))))
    study = final_study(authors=[sorted_name, {"name": whole, "public": True}])
    files = _files(study)
    first, second = _item(study)["author"]
    assert (first["family"], first["given"], second["literal"]) == tuple(
        _line(p) for p in (family, given, whole)
    )
    (entry,) = parse_string(files["bib"], "bibtex").entries.values()
    assert len(entry.persons["author"]) == 2
    assert [len(person.last_names) for person in entry.persons["author"]] == [1, 1]
    (read,) = rispy.loads(files["ris"])
    assert read["authors"] == [f"{first['family']}, {first['given']}", second["literal"]]


@pytest.mark.parametrize(
    ("edition", "said"),
    [
        ("2nd edition", "2"), ("3rd ed.", "3"), ("4", "4"), ("21st edition", "21"),
        ("Second edition", "Second edition"), ("Revised edition", "Revised edition"), ("2026", "2026"),
    ],
)  # fmt: skip
def test_the_number_of_an_edition_is_left_to_the_style(edition: str, said: str) -> None:
    """Styles say '2nd ed.' or 'zweite Auflage' of a number; other words stay as they are."""
    assert _item(final_study(edition=edition))["edition"] == said


@pytest.mark.parametrize(("languages", "language"), [([], "en"), (["ru", "en"], "en"), (["ru", "mn"], "ru")])
def test_the_language_of_a_reference_is_that_of_the_publication(languages: list[str], language: str) -> None:
    """That of the site where it is among them, else the first."""
    assert _item(final_study(languages=languages))["language"] == language


def test_what_was_out_is_cited_also_when_overtaken() -> None:
    """Its addresses stay; a plan that was overtaken before anybody could read it has none."""
    overtaken: dict[str, Any] = {"stage": "overtaken", "overtaken_by": "hedge-study"}
    assert set(_files(final_study(**overtaken))) == {"csl.json", "bib", "ris"}
    assert _files(final_study(**overtaken, published=None)) == {}


@pytest.mark.parametrize("authors", [[KIM, BERG, WHOLE, NETWORK], [NETWORK, KIM], [WHOLE]])
def test_every_format_has_the_authors_in_the_order_given(authors: list[dict[str, Any]]) -> None:
    """The first author is the first everywhere."""
    study = final_study(authors=authors)
    ris = re.findall(r"AU  - (.*)\r", _files(study)["ris"])
    tags = [content for name, content in scholar_tags(knowing(CATALOGUE, study), study, SITE)
            if name == "citation_author"]  # fmt: skip
    assert ris == tags
    bib = parse_string(_files(study)["bib"], "bibtex").entries["dune-paper"].persons["author"]
    assert [", ".join(filter(None, _spoken(person))) for person in bib] == ris


def _files(study: Study) -> dict[str, str]:
    made = encode_citations(knowing(CATALOGUE, study), SITE)
    return {path.split(".", 1)[1]: content.decode() for path, content in made.items()}


def _item(study: Study) -> CslItem:
    return csl_item(knowing(CATALOGUE, study), study, SITE.url, SITE.author)


def _thing(study: Study) -> dict[str, Any]:
    return thing_of(Describer(knowing(CATALOGUE, study), SITE), "studies", study)


def _spoken(person: Person) -> tuple[str, str]:
    names = (person.prelast_names + person.last_names, person.first_names + person.middle_names)
    return _plain(" ".join(names[0])), _plain(" ".join(names[1]))


def _plain(field: str) -> str:
    for written, read in READ.items():
        field = field.replace(written, read)
    return field


def _line(part: str) -> str:
    return " ".join(part.split())
