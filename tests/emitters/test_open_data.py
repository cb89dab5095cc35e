"""Open data: any words come back as they went in, no cell is a formula, and each file fits its schema."""

import csv
import json
import re
from io import StringIO
from typing import Any

import html5lib
import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from macros.calls.open_data import data_dictionary, open_data
from macros.catalogue import Catalogue
from macros.emitters.open_data.dataset import FORMATS, Dataset
from macros.emitters.open_data.datasets import DATASETS
from macros.emitters.open_data.files import encode_open_data
from macros.records.project import Project
from macros.releases.loading import load_catalogue
from macros.settings import Folders

from ..cited import words
from ..registered import WEST, numbered, project, registered, saying
from ..taken import unchecked
from ..views.goldens import sample_view
from .announced import SITE

BOM = b"\xef\xbb\xbf"
SIGNS = "=+-@\t\r＝＋－＠"
FORMULAS = (
    "=1+1", "=cmd|'/c calc'!A0", '=HYPERLINK("https://example.org/";"x")', "+850", "-5", "@SUM(A1)", "'=1",
    "''=1", "'", "'quoted'", "＝1", '"=1"', 'a "quoted" word', "a,b", "a;b", "a\nb", "=\n", " =1", "%0A=1",
)  # fmt: skip
NAMES = [dataset.name for dataset in DATASETS]

texts = words | st.builds(
    lambda sign, rest: sign + rest, st.sampled_from((*FORMULAS, *"=+-@'＝＋－＠")), st.just("") | words
)


@given(texts)
@example("=1")
@example("'=1")
def test_words_come_back_from_json_and_csv_as_they_went_in(catalogue: Catalogue, said: str) -> None:
    """Names, summaries, places and notes of any script; in CSV one apostrophe stands before a formula."""
    one = saying(_belt(catalogue), said)
    text = str(unchecked(said))
    files = encode_open_data(registered(catalogue, one, calling=said), SITE)
    (item,) = json.loads(files["open-data/register.json"])["items"]
    assert (item["name"], item["summary"]) == (text, text)
    assert {place["name"] for place in item["places"]} == {text}
    assert [need["note"] for need in item["seeks"] + item["offers"]] == [text] * 3
    assert {organization["name"] for organization in item["organizations"]} == {text}
    (row,) = _rows(files["open-data/register.csv"])
    assert (_given(row["name"]), _given(row["summary"])) == (text, text)
    assert _given(row["places"]) == f"{text} (44.5, 104.25); {text} (44.9, 105.1, approximate)"
    assert _given(row["organizations"]) == f"{text} (lead); {text} (reviewing)"
    assert _given(row["seeks"]) == f"funding: {text}; partners: {text}"
    needs = _rows(files["open-data/register-needs.csv"])
    assert [(_given(need["project"]), _given(need["note"])) for need in needs] == [(text, text)] * 3
    places = _rows(files["open-data/register-places.csv"])
    assert [(_given(row["project"]), _given(row["place"])) for row in places] == [(text, text)] * 2


@given(texts)
def test_no_cell_is_a_formula(catalogue: Catalogue, said: str) -> None:
    """No cell begins with a sign that a spreadsheet runs, unless it is a number."""
    files = encode_open_data(registered(catalogue, saying(_belt(catalogue), said), calling=said), SITE)
    for path in (path for path in files if path.endswith(".csv")):
        for row in _rows(files[path]):
            assert [
                cell for cell in row.values() if cell.startswith(tuple(SIGNS)) and not _number(cell)
            ] == []


@given(texts)
def test_whatever_is_said_the_files_fit_their_schemas(catalogue: Catalogue, said: str) -> None:
    """No words take a file out of its shape."""
    files = encode_open_data(registered(catalogue, saying(_belt(catalogue), said)), SITE)
    assert _errors(files, "register") == _errors(files, "register-needs") == []


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("folder", ["real", "sample"])
def test_each_file_fits_its_schema(folder: str, name: str, request: pytest.FixtureRequest) -> None:
    """Schemas are right by draft 2020-12, know their own address, and the data holds to them."""
    folders: Folders = request.getfixturevalue(folder)
    files = encode_open_data(load_catalogue(folders.data), SITE)
    schema = json.loads(files[f"open-data/schemas/{name}.json"])
    Draft202012Validator.check_schema(schema)
    assert schema["$id"] == f"{SITE.url}open-data/schemas/{name}.json"
    assert _errors(files, name) == []


@pytest.mark.parametrize("name", ["register", "register-places", "register-needs", "register-gaps"])
def test_a_schema_refuses_what_has_another_shape(catalogue: Catalogue, name: str) -> None:
    """A key too many, a key too few and a value of another kind are each told."""
    files = encode_open_data(catalogue, SITE)
    whole = json.loads(files[f"open-data/{name}.json"])
    first = next(iter(whole["items"][0]))
    for change in ({"more": "x"}, {first: ["x"]}, None):
        changed = {**whole["items"][0], **change} if change else {}
        assert _errors({**files, f"open-data/{name}.json": _dump({**whole, "items": [changed]})}, name)
    assert _errors({**files, f"open-data/{name}.json": _dump({**whole, "licence": None})}, name)


def test_each_set_has_each_of_its_files_and_no_other(catalogue: Catalogue) -> None:
    """What pages and structured data point to is there, and nothing that nobody points to."""
    expected = {dataset.path(format) for dataset in DATASETS for format in dataset.formats}
    assert set(encode_open_data(catalogue, SITE)) == expected | {dataset.schema for dataset in DATASETS}
    assert {format for dataset in DATASETS for format in dataset.formats} == set(FORMATS)


@pytest.mark.parametrize("name", NAMES)
def test_a_file_says_whose_it_is_and_under_which_licence(catalogue: Catalogue, name: str) -> None:
    """Title, publisher, licence and the page that shows the same stand above the items."""
    whole = json.loads(encode_open_data(catalogue, SITE)[f"open-data/{name}.json"])
    dataset = _dataset(name)
    assert (whole["publisher"], whole["licence"]) == (SITE.rights, SITE.licence.url)
    assert (whole["title"], whole["page"]) == (dataset.title, SITE.url + dataset.page)


@pytest.mark.parametrize("name", [dataset.name for dataset in DATASETS if "csv" in dataset.formats])
def test_csv_is_as_spreadsheets_want_it(catalogue: Catalogue, name: str) -> None:
    """UTF-8 with one mark for Excel, lines that end in CR LF, columns for each value, a row for each item."""
    files = encode_open_data(catalogue, SITE)
    content = files[f"open-data/{name}.csv"]
    assert content.startswith(BOM)
    assert BOM not in content[3:]
    assert content.endswith(b"\r\n")
    columns = [column for each in _dataset(name).shape.fields for column in each.columns]
    rows = list(csv.reader(StringIO(content.decode("utf-8-sig"), newline=""), strict=True))
    assert rows[0] == columns
    assert len(set(columns)) == len(columns)
    assert {len(row) for row in rows} == {len(columns)}
    assert len(rows) - 1 == len(json.loads(files[f"open-data/{name}.json"])["items"])


def test_csv_has_names_rather_than_codes(catalogue: Catalogue) -> None:
    """Countries, areas, topics and organizations have their names, dates their words and their days."""
    rows = {row["id"]: row for row in _rows(encode_open_data(catalogue, SITE)["open-data/register.csv"])}
    belt, gardens = rows["hedge-belt"], rows["school-gardens"]
    assert (belt["countries"], belt["supported_by"]) == ("Republic of Altan", "Sora Islands")
    assert belt["areas"] == "Planting & fencing; Teaching"
    assert belt["topics"] == "Moving sand"
    assert (belt["starts"], belt["starts_first_day"], belt["starts_last_day"]) == (
        "2019", "2019-01-01", "2019-12-31",
    )  # fmt: skip
    assert (belt["ends"], belt["ends_first_day"], belt["status"]) == ("", "", "under way")
    assert gardens["sources"] == "Questionnaire of Institute of Pasture, 1 December 2025"


@pytest.mark.parametrize("name", NAMES)
def test_the_data_dictionary_says_what_every_value_means(name: str) -> None:
    """Each column of CSV and each key of JSON stands there with its meaning."""
    dataset = _dataset(name)
    tree = html5lib.parseFragment(str(data_dictionary(sample_view())), namespaceHTMLElements=False)
    (part,) = (found for found in tree.iter("details") if found.get("id") == f"dictionary-{name}")
    told = {"".join(code.itertext()) for code in part.iter("code")}
    fields = dataset.shape.fields
    wanted = {name for f in fields for name in (f.columns if "csv" in dataset.formats else f.columns[:1])}
    assert told == wanted
    assert {f.name for f in fields} <= wanted
    assert all(f.meaning for f in fields)


def test_the_data_dictionary_lists_the_groups_of_values_that_json_has() -> None:
    """Each group that a set for spreadsheets, too, holds stands there with the names of its values."""
    tree = html5lib.parseFragment(str(data_dictionary(sample_view())), namespaceHTMLElements=False)
    (part,) = (found for found in tree.iter("details") if found.get("id") == "dictionary-groups")
    rows = part.findall(".//tbody/tr")
    told = {tuple("".join(code.itertext()) for code in row.iter("code")) for row in rows}
    held = {
        tuple(group["properties"])
        for dataset in DATASETS
        if "csv" in dataset.formats
        for group in dataset.shape.model().model_json_schema().get("$defs", {}).values()
    }
    assert held
    assert held <= told


def test_the_page_leads_to_every_file_and_names_the_licence() -> None:
    """Each download is a link, and the count beside a set is that of its items."""
    view = sample_view()
    tree = html5lib.parseFragment(str(open_data(view)), namespaceHTMLElements=False)
    links = {link.get("href") for link in tree.iter("a")}
    files = encode_open_data(view.catalogue, view.site)
    assert {view.to(path) for path in files} <= links


def test_the_gap_board_is_given_with_its_empty_fields(catalogue: Catalogue) -> None:
    """A row for each area in each country, with the numbers of the board."""
    known = registered(catalogue, project(countries=["altan"]))
    rows = _rows(encode_open_data(known, SITE)["open-data/register-gaps.csv"])
    found = {(row["area"], row["country"]): (row["projects"], row["organizations"]) for row in rows}
    assert found == {
        ("Planting & fencing", "Republic of Altan"): ("1", "0"),
        ("Planting & fencing", "Sora Islands"): ("0", "0"),
        ("Teaching", "Republic of Altan"): ("0", "0"),
        ("Teaching", "Sora Islands"): ("0", "0"),
    }


def test_needs_and_gaps_say_in_json_whom_they_name(catalogue: Catalogue) -> None:
    """Area, country and project have their id, their name and their page, so that files can be joined."""
    files = encode_open_data(registered(catalogue, project(seeks=["data"], countries=["altan"])), SITE)
    gap = json.loads(files["open-data/register-gaps.json"])["items"][0]
    (need,) = json.loads(files["open-data/register-needs.json"])["items"]
    assert [gap["area"], gap["country"], need["project"]] == [
        {"id": "planting", "name": "Planting & fencing", "url": f"{SITE.url}register/by/area/planting/"},
        {"id": "altan", "name": "Republic of Altan", "url": f"{SITE.url}countries/altan/"},
        {"id": "belt", "name": "A belt of trees", "url": f"{SITE.url}register/belt/"},
    ]


def test_each_place_is_a_line_with_numbers_where_a_point_is_known(catalogue: Catalogue) -> None:
    """Degrees are cells of their own; a place without a point or a country leaves its cells empty."""
    places = [{**WEST, "note": "By an atlas."}, {"name": "Somewhere"}]
    known = registered(catalogue, project(places=places, countries=["altan"]), project(id="none"))
    west, somewhere = _rows(encode_open_data(known, SITE)["open-data/register-places.csv"])
    assert west == {
        "project": "A belt of trees",
        "place": "West dune",
        "country": "Republic of Altan",
        "latitude": "44.5",
        "longitude": "104.25",
        "approximate": "False",
        "note": "By an atlas.",
    }
    assert somewhere == {**dict.fromkeys(west, ""), "project": "A belt of trees", "place": "Somewhere"}


def test_the_same_records_give_the_same_bytes_in_any_order(catalogue: Catalogue) -> None:
    """Projects stand by their ids, however they were read."""
    projects = numbered([{"countries": ["altan"]}, {"seeks": ["data"]}, {"countries": ["sora"]}])
    one = encode_open_data(registered(catalogue, *projects), SITE)
    assert one == encode_open_data(registered(catalogue, *reversed(projects)), SITE)


def test_a_project_that_says_little_has_empty_cells(catalogue: Catalogue) -> None:
    """What is not told is null in JSON and empty in CSV."""
    files = encode_open_data(registered(catalogue, project()), SITE)
    (row,) = _rows(files["open-data/register.csv"])
    (item,) = json.loads(files["open-data/register.json"])["items"]
    empty = ("status", "starts", "ends", "organizations", "countries", "places", "seeks", "links")
    assert [row[name] for name in empty] == [""] * len(empty)
    assert [item[name] for name in empty[:3]] == [None] * 3


def _belt(catalogue: Catalogue) -> Project:
    """Return the sample's fullest project, with a note to each need."""
    return catalogue.projects["hedge-belt"]


def _dataset(name: str) -> Dataset:
    return next(dataset for dataset in DATASETS if dataset.name == name)


def _errors(files: dict[str, bytes], name: str) -> list[str]:
    schema, data = (json.loads(files[f"open-data/{place}{name}.json"]) for place in ("schemas/", ""))
    validator = Draft202012Validator(schema, format_checker=Draft202012Validator.FORMAT_CHECKER)
    return [error.message for error in validator.iter_errors(data)]


def _dump(value: Any) -> bytes:
    return json.dumps(value).encode()


def _rows(content: bytes) -> list[dict[str, str]]:
    """Return the rows of CSV by column."""
    return list(csv.DictReader(StringIO(content.decode("utf-8-sig"), newline=""), strict=True))


def _given(cell: str) -> str:
    """Return a cell as it was before an apostrophe kept it from being a formula."""
    return cell[1:] if cell.startswith("'") and cell.lstrip("'").startswith(tuple(SIGNS)) else cell


def _number(cell: str) -> bool:
    return re.fullmatch(r"-?\d+(\.\d+)?", cell) is not None
