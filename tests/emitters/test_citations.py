"""References as files: what they say, and that hostile words come back from each format as they went in."""

import json
import re
from dataclasses import replace
from typing import Any

import pytest
import rispy
from hypothesis import given
from pybtex.database import parse_string

from macros.catalogue import Catalogue
from macros.catalogue.bibliography import CslItem, citable, csl_item
from macros.emitters.citations import encode_citations
from macros.emitters.scholar import scholar_tags
from macros.records.study import Study
from macros.releases.loading import load_catalogue

from ..cited import SITE, final_study, knowing, words
from ..taken import taken
from ..views.goldens import SAMPLE

CATALOGUE = load_catalogue(SAMPLE.data)
DUNE = {"organization": "dune-network", "role": "lead"}
PASTURE = {"organization": "pasture-institute", "role": "co-author"}
NETWORK = {"organization": "dune-network"}
COMMANDS = {
    "\\textbackslash{}": "\\",
    "\\{\\vphantom{\\}}": "{",
    "\\vphantom{\\{}\\}": "}",
    "\\textasciitilde{}": "~",
    "\\textasciicircum{}": "^",
    "{": "",
    "}": "",
} | {f"\\{character}": character for character in "&%$#_"}
names = words.filter(lambda name: taken(name) and "\n" not in name)
TOKEN = re.compile("|".join(re.escape(c) for c in sorted(COMMANDS, key=len, reverse=True)) + r"|[\\&%$#_~^]")
LIGATURE = re.compile(r"--|''|``|,,|<<|>>|[?!]`")
CSL_JSON = """\
[
  {
    "id": "dune-paper",
    "type": "report",
    "title": "Dunes of Altan",
    "genre": "Policy paper",
    "keyword": "Moving sand",
    "language": "en",
    "abstract": "How dunes move. And why.",
    "URL": "https://example.org/sand/studies/dune-paper/",
    "author": [
      {
        "literal": "Sand Secretariat"
      }
    ],
    "issued": {
      "date-parts": [
        [
          2016,
          3,
          5
        ]
      ]
    },
    "publisher": "Sand Programme"
  }
]
"""
BIBTEX = """\
@techreport{dune-paper,
    author = {{Sand Secretariat}},
    title = {{Dunes of Altan}},
    type = {Policy paper},
    institution = {{Sand Programme}},
    year = {2016},
    month = {March},
    language = {en},
    keywords = {Moving sand},
    abstract = {How dunes move. And why.},
    url = {https://example.org/sand/studies/dune-paper/}
}
"""
RIS = (
    """\
TY  - RPRT
AU  - Sand Secretariat
TI  - Dunes of Altan
PY  - 2016
DA  - 2016/03/05/
PB  - Sand Programme
M3  - Policy paper
LA  - en
KW  - Moving sand
AB  - How dunes move. And why.
UR  - https://example.org/sand/studies/dune-paper/
ID  - dune-paper
ER  - """
    "\n"
).replace("\n", "\r\n")


def test_each_format_says_it_in_its_own_way() -> None:
    """One study in the three formats, byte for byte."""
    assert _files(final_study(published="5 March 2016")) == {
        "studies/dune-paper.csl.json": CSL_JSON.encode(),
        "studies/dune-paper.bib": BIBTEX.encode(),
        "studies/dune-paper.ris": RIS.encode(),
    }


@pytest.mark.parametrize("stage", ["proposed", "in preparation", "overtaken"])
def test_only_what_is_final_can_be_cited(stage: str) -> None:
    """A study that nobody can read yet has no reference, in no format."""
    by = "hedge-study" if stage == "overtaken" else None
    study = final_study(stage=stage, published=None, overtaken_by=by)
    assert not citable(study)
    assert _files(study) == {}
    assert scholar_tags(CATALOGUE, study, SITE) == []


@pytest.mark.parametrize(
    ("published", "parts"),
    [
        ("2015", [[2015]]),
        ("March 2016", [[2016, 3]]),
        ("5 March 2016", [[2016, 3, 5]]),
        ("Q3 2025", [[2025]]),
        ("H1 2026", [[2026]]),
        ("7-8 July 2015", [[2015]]),
        ("Q3 2025 to Q2 2026", [[2025], [2026]]),
    ],
)
def test_a_date_is_as_exact_as_it_is_known(published: str, parts: list[list[int]]) -> None:
    """A day or a month as it is; of quarters, halves and ranges the year or years."""
    assert _item(final_study(published=published))["issued"] == {"date-parts": parts}


def test_a_date_is_never_made_up() -> None:
    """Without a date of publication there is none, whatever is known of the period of work."""
    study = final_study(published=None, period="2014", due="2015")
    assert "issued" not in _item(study)
    assert not re.search(r"year|month", _files(study)["studies/dune-paper.bib"].decode())
    assert not re.search(r"^(PY|DA)", _files(study)["studies/dune-paper.ris"].decode(), re.MULTILINE)


@pytest.mark.parametrize(
    ("values", "authors"),
    [
        ({"partners": [PASTURE, DUNE]}, ["Dune Network", "Institute of Pasture"]),
        ({"partners": [PASTURE, {**PASTURE, **NETWORK}]}, ["Institute of Pasture", "Dune Network"]),
        ({"partners": [PASTURE], "scope": "external"}, ["Institute of Pasture"]),
        ({"partners": [{**DUNE, "role": "consulted"}]}, ["Sand Secretariat"]),
        ({}, ["Sand Secretariat"]),
        ({"scope": "external"}, []),
    ],
)
def test_authors_are_those_who_led_then_those_who_wrote(values: Any, authors: list[str]) -> None:
    """Without either the secretariat stands for the programme's own work, and nobody for that of others."""
    assert [name["literal"] for name in _item(final_study(**values)).get("author", [])] == authors


def test_every_format_names_the_authors_in_that_order() -> None:
    """Who led the work is the first author wherever it is cited."""
    study = final_study(partners=[PASTURE, DUNE])
    files = {path.partition(".")[2]: content.decode() for path, content in _files(study).items()}
    assert "author = {{Dune Network} and {Institute of Pasture}}" in files["bib"]
    assert re.findall(r"AU  - (.*)\r", files["ris"]) == ["Dune Network", "Institute of Pasture"]
    tags = scholar_tags(knowing(CATALOGUE, study), study, SITE)
    named = [content for name, content in tags if name == "citation_author"]
    assert named == ["Dune Network", "Institute of Pasture"]


def test_the_publisher_of_the_programmes_work_is_named_by_its_record() -> None:
    """Without that record the secretariat stands there; who published the work of others is not known."""
    study = final_study()
    assert _item(study)["publisher"] == "Sand Programme"
    unnamed = csl_item(knowing(CATALOGUE, study, None), study, SITE.url, SITE.author)
    assert unnamed["publisher"] == "Sand Secretariat"
    assert "publisher" not in _item(final_study(scope="external"))


def test_a_reference_says_in_which_language_its_title_is() -> None:
    """Where a title is not translated it is the English one, and is called English."""
    study = final_study(title={"en": "Dunes", "mn": "Манхан"})
    titles = [csl_item(CATALOGUE, study, SITE.url, SITE.author, code) for code in ("mn", "ru")]
    assert [(item["title"], item["language"]) for item in titles] == [("Манхан", "mn"), ("Dunes", "en")]


def test_training_material_is_no_report() -> None:
    """It is a document in CSL, misc in BibTeX and GEN in RIS, which have no narrower word for it."""
    files = _files(final_study(kind="training material"))
    assert json.loads(files["studies/dune-paper.csl.json"])[0]["type"] == "document"
    assert b"@misc{dune-paper," in files["studies/dune-paper.bib"]
    assert b"howpublished = {Training material}" in files["studies/dune-paper.bib"]
    assert files["studies/dune-paper.ris"].startswith(b"TY  - GEN\r\n")


def test_a_range_of_years_is_kept_where_the_format_can() -> None:
    """BibTeX says both years; RIS has room for one, the last."""
    files = _files(final_study(published="2015 to 2016"))
    assert b"year = {2015--2016}" in files["studies/dune-paper.bib"]
    assert b"\r\nPY  - 2016\r\n" in files["studies/dune-paper.ris"]


def test_an_address_is_written_as_it_is() -> None:
    """In BibTeX too, where words have their special characters escaped."""
    url = "https://example.org/~sand/a_b/%20/"
    study = final_study()
    item = csl_item(CATALOGUE, study, url, SITE.author)
    files = encode_citations(knowing(CATALOGUE, study), replace(SITE, url=url))
    assert f"url = {{{item['URL']}}}" in files["studies/dune-paper.bib"].decode()


@given(words, names, words)
def test_words_come_back_from_every_format_as_they_went_in(title: str, author: str, summary: str) -> None:
    """Titles, names and summaries of any script, with every sign that a format gives a meaning to."""
    led = {"organization": "neaspec", "role": "lead"}
    study = final_study(title=title, summary=summary, partners=[led])
    catalogue = knowing(CATALOGUE, study, author)
    item, files = _item_and_files(catalogue, study)
    assert item["title"] == " ".join(str(study.title).split())
    assert json.loads(files["csl.json"]) == [item]
    said = [item["author"][0]["literal"], item["title"], item["abstract"], item["publisher"]]
    assert _read_bibtex(files["bib"]) == said
    assert _read_ris(files["ris"]) == said


@given(words)
def test_the_same_study_gives_the_same_bytes(title: str) -> None:
    """Nothing but the study decides what stands in its files."""
    assert _files(final_study(title=title)) == _files(final_study(title=title))


def test_google_scholar_is_told_what_it_asks_for() -> None:
    """Title, authors and date, and who published the report."""
    study = final_study(partners=[DUNE, PASTURE], published="March 2016")
    assert scholar_tags(knowing(CATALOGUE, study), study, SITE) == [
        ("citation_title", "Dunes of Altan"),
        ("citation_author", "Dune Network"),
        ("citation_author", "Institute of Pasture"),
        ("citation_publication_date", "2016/03"),
        ("citation_language", "en"),
        ("citation_publisher", "Sand Programme"),
        ("citation_technical_report_institution", "Sand Programme"),
        ("citation_abstract_html_url", "https://example.org/sand/studies/dune-paper/"),
    ]


@pytest.mark.parametrize("missing", [{"published": None}, {"scope": "external"}])
def test_google_scholar_is_told_nothing_without_a_date_or_an_author(missing: Any) -> None:
    """It refuses a page that names no author or no date."""
    assert scholar_tags(CATALOGUE, final_study(**missing), SITE) == []


def _files(study: Study) -> dict[str, bytes]:
    return encode_citations(_known(study), SITE)


def _item(study: Study) -> CslItem:
    return csl_item(_known(study), study, SITE.url, SITE.author)


def _known(study: Study) -> Catalogue:
    return knowing(CATALOGUE, study)


def _item_and_files(catalogue: Catalogue, study: Study) -> tuple[CslItem, dict[str, bytes]]:
    """Return a study's reference, and its files by format."""
    files = {path.split(".", 1)[1]: text for path, text in encode_citations(catalogue, SITE).items()}
    return csl_item(catalogue, study, SITE.url, SITE.author), files


def _read_bibtex(content: bytes) -> list[str]:
    """Return author, title, abstract and institution of the only entry, as LaTeX prints them."""
    (entry,) = parse_string(content.decode(), "bibtex").entries.values()
    (author,) = entry.persons["author"]
    (name,) = author.last_names
    return [
        _latex(field) for field in (name, *(entry.fields[k] for k in ("title", "abstract", "institution")))
    ]


def _read_ris(content: bytes) -> list[str]:
    """Return author, title, abstract and publisher of the only entry."""
    text = content.decode()
    assert text.count("\n") == text.count("\r\n")
    (entry,) = rispy.loads(text)
    (author,) = entry["authors"]
    return [author, *(entry[key] for key in ("title", "abstract", "publisher"))]


def _latex(field: str) -> str:
    """Return what LaTeX prints for a field; KeyError at a sign that it would take for its own."""
    assert not LIGATURE.search(field)
    return TOKEN.sub(lambda token: COMMANDS[token[0]], field)
