"""What a row says becomes values, and all that is wrong with it is told by column."""

import pytest

from macros.catalogue import Catalogue
from macros.catalogue.questionnaire import vocabularies
from macros.intake.proposals import Intake, propose
from macros.intake.tables import read_table
from macros.records.project import Project
from macros.releases.loading import load_catalogue
from macros.settings import Folders

from .questionnaires import as_csv, row

MANY = ";".join(f"word {number}" for number in range(150))


def _intake(catalogue: Catalogue, **answers: object) -> Intake:
    return propose(catalogue, read_table(as_csv([row(**answers)])))


def project_of(catalogue: Catalogue, **answers: object) -> Project:
    """Return the project that a row with some answers of its own makes."""
    intake = _intake(catalogue, **answers)
    (project,) = intake.projects.values()
    return project


def _wrong(catalogue: Catalogue, **answers: object) -> tuple[str, ...]:
    (proposal,) = _intake(catalogue, **answers).proposals
    assert proposal.state == "refused"
    return proposal.says


@pytest.mark.parametrize(
    "cell",
    [
        "Altan; Sora",
        "altan;SORA;",
        "Republic of Altan；Sora Islands",
        "Altan\nSora",
        "Altan, Sora",
        "Ａｌｔａｎ、sora",
    ],
)
def test_several_words_are_set_apart_as_people_do(catalogue: Catalogue, cell: str) -> None:
    """Semicolons, line breaks and commas, wide or narrow, part the words of a vocabulary."""
    assert project_of(catalogue, countries=cell).countries == ("altan", "sora")


def test_words_are_known_in_every_language(catalogue: Catalogue) -> None:
    """The Mongolian name of an area is that area."""
    assert project_of(catalogue, areas="Тарих ба хашаалах").areas == ("planting",)


def test_countries_are_known_by_their_common_names_in_every_language(real: Folders) -> None:
    """Each language of the site has a name for each member State, and no name is that of two."""
    countries = vocabularies(load_catalogue(real.data))["countries"]
    said = {
        "ru": ("russia", "俄罗斯", "ロシア", "러시아", "орос", "россия", "russian federation"),
        "cn": ("中国", "중국", "хятад"),
        "jp": ("japan", "япон"),
        "mn": ("монгол", "蒙古"),
        "kr": ("대한민국", "south korea"),
        "kp": ("кндр", "dprk"),
    }

    assert {id: {countries.value_of(name) for name in names} for id, names in said.items()} == {
        id: {id} for id in said
    }
    assert sorted(set(countries.names.values())) == sorted(countries.labels)


def test_several_columns_are_several_answers(catalogue: Catalogue) -> None:
    """Drop-downs that hold one word each add up."""
    said = {**row(countries=None), "Countries 1*": "Sora", "Countries 3": "Altan", "Countries 2": ""}
    intake = propose(catalogue, read_table(as_csv([said], order=list(said))))
    assert intake.projects["reed-roofs"].countries == ("sora", "altan")


def test_names_keep_their_commas(catalogue: Catalogue) -> None:
    """A comma parts words of a vocabulary, and never the names of places."""
    places = project_of(catalogue, places="Reed Lake, north shore; Reed Lake, south shore").places
    assert [str(place.name) for place in places] == ["Reed Lake, north shore", "Reed Lake, south shore"]


def test_places_have_their_points_in_order(catalogue: Catalogue) -> None:
    """Decimals may have commas; points are approximate unless they are said to be exact."""
    first, second = project_of(
        catalogue, places="A; B", latitude="44,5; 45", longitude="104.25;105,125"
    ).places
    assert first.point
    assert second.point
    assert [str(n) for n in (first.point.lat, first.point.lon)] == ["44.5", "104.25"]
    assert [str(n) for n in (second.point.lat, second.point.lon)] == ["45", "105.125"]
    assert (first.country, first.point.approximate) == ("altan", True)
    (wide,) = project_of(catalogue, places="Ａ４", latitude="４４，５", longitude="－１０４．２５").places
    assert wide.point
    assert [str(n) for n in (wide.point.lat, wide.point.lon, wide.name)] == ["44.5", "-104.25", "Ａ４"]
    (exact,) = project_of(catalogue, places="A", latitude="1", longitude="2", exactness="exact").places
    assert exact.point
    assert exact.point.approximate is False


def test_a_place_needs_no_point_and_no_country(catalogue: Catalogue) -> None:
    """A place of a project in two countries may lie in either."""
    (place,) = project_of(catalogue, places="Reed Lake", countries="Altan; Sora").places
    assert (place.point, place.country) == (None, None)


@pytest.mark.parametrize(
    "cell", ["Reed Lake (Sora Islands)", "Reed Lake（SORA）", "Reed Lake(sora)", "Reed Lake  ( Sora )"]
)
def test_a_place_may_name_its_country_in_brackets(catalogue: Catalogue, cell: str) -> None:
    """The name of a country behind that of a place is where it lies, and no part of its name."""
    (place,) = project_of(catalogue, places=cell, countries="Altan; Sora").places
    assert (str(place.name), place.country) == ("Reed Lake", "sora")


def test_brackets_that_hold_no_country_belong_to_the_place(catalogue: Catalogue) -> None:
    """Another name of a place is kept; it lies in the only country of its project."""
    (place,) = project_of(catalogue, places="Reed Lake (north)").places
    assert (str(place.name), place.country) == ("Reed Lake (north)", "altan")


def test_a_point_may_lie_anywhere_in_the_extent_of_its_country(catalogue: Catalogue) -> None:
    """The edge of the box is still in it, and a country without one sets no bounds."""
    edge, far = {"latitude": "80", "longitude": "-170"}, {"latitude": "85", "longitude": "104"}
    assert project_of(catalogue, places="P", **edge).places[0].point
    assert project_of(catalogue, places="P", countries="Sora", **far).places[0].point


def test_details_stand_with_each_of_what_is_sought(catalogue: Catalogue) -> None:
    """One note serves all that a project seeks."""
    needs = project_of(catalogue, seeks="Data; Funding", seeks_note="Ten years of it.").seeks
    assert [(need.what, str(need.note)) for need in needs] == [
        ("data", "Ten years of it."),
        ("funding", "Ten years of it."),
    ]


def test_line_breaks_and_tabs_are_those_of_text(catalogue: Catalogue) -> None:
    """Breaks of any system become one kind in a summary, and spaces in a name."""
    project = project_of(catalogue, summary="a\r\n\r\nb\tc\u2028d", name=" Reed\r\nroofs ")
    assert (str(project.summary), str(project.name)) == ("a\n\nb c\nd", "Reed roofs")
    assert str(project_of(catalogue, name="\ufeffReed\u200b roofs").name) == "Reed roofs"


def test_everything_wrong_with_a_row_is_told_at_once_by_its_column(catalogue: Catalogue) -> None:
    """Words, dates, places, links and what is empty: each has its line, and each says what to do."""
    dates = "22 September 2025, August 2026, Q3 2025, H1 2026, 2026, or two of these joined by 'to'"
    said = {
        "summary": None, "countries": "Altn", "kind": "thing", "status": "planned; completed",
        "starts": "31.02.2020", "ends": "45000", "places": "A; B", "latitude": "46",
        "website": "javascript:alert(1)", "offers_note": "x", "received": "soon",
    }  # fmt: skip
    assert set(_wrong(catalogue, **said)) == {
        "'Summary': is empty; fill it in",
        "'Countries': 'Altn' is not one of its words; did you mean 'Altan'?",
        "'Kind': 'thing' is not one of its words; use one of: "
        "Project, Programme, Plan, Mechanism, Network, Research",
        "'Status': says planned and completed; keep one of them",
        "'Start': '2020-02-31' is not in the calendar; check the day and the month (1 to 12)",
        f"'End': '45000' is not a date; write {dates}",
        "'Latitude': there are 2 places, 1 latitudes and 0 longitudes; "
        "give as many of each, in the same order, or no points",
        "'Website': 'javascript:alert(1)' is not a link we publish; write a full address that begins with "
        "https://, http:// or mailto:, without spaces",
        "'Details of what it offers': is filled and 'Offers' is not; fill in both",
        f"'Date of answer': 'soon' is not a date; write {dates}",
    }


@pytest.mark.parametrize(
    ("answers", "column", "words"),
    [
        ({"lead": " ; ,"}, "Lead organization", "is empty; fill it in"),
        ({"areas": ";;"}, "Activity areas", "is empty; fill it in"),
        ({"name": "\ufeff\u200b "}, "Project name", "is empty; fill it in"),
        ({"name": "<script>alert(1)</script>"}, "Project name", "holds HTML ('<script>'); write plain words"),
        ({"name": "Reed\u202esfoor"}, "Project name", "turns the direction of writing (U+202E); delete it"),
        ({"name": "x" * 300}, "Project name", "has 300 characters; write at most 200"),
        ({"name": "🏜️ !!!"}, "Project name", "holds no letter or digit"),
        ({"name": "\x1b[31mred"}, "Project name", "invisible control character (U+001B); delete it"),
        ({"website": "data:text/html,x"}, "Website", "is not a link we publish"),
        ({"website": "www.example.org"}, "Website", "did you mean 'https://www.example.org'?"),
        ({"website": "example.org"}, "Website", "begins with https://"),
        ({"website": f"https://x.org/{'x' * 2000}"}, "Website", "characters; give one of at most 2,000"),
        ({"lead": "<b>Body</b> (academia)"}, "Lead organization", "holds HTML ('<b>'); write plain words"),
        ({"lead": "B\u202ey (academia)"}, "Lead organization", "turns the direction of writing"),
        (
            {"lead": f"{'B' * 300} (academia)"},
            "Lead organization",
            "BBB…' has 300 characters; write at most 200",
        ),
        ({"lead": "Body", "lead_kind": "NGO"}, "Kind of lead organization", "'NGO' is not one of its words"),
        (
            {"lead": "Body (academia)", "lead_website": "ftp://x.org"},
            "Website of lead organization",
            "is not a link we publish",
        ),
        (
            {"places": "P", "latitude": "104", "longitude": "46"},
            "Latitude",
            "lat (north) comes before lon (east)",
        ),
        (
            {"places": "P", "latitude": "85", "longitude": "104"},
            "Latitude",
            "85 north, 104 east is far from Altan; check both numbers, their order and their signs",
        ),
        (
            {"places": "P (Sora)"},
            "Places",
            "'sora' is not among the project's countries; add it there, or correct it",
        ),
        (
            {"places": "P", "latitude": "46°30'", "longitude": "1"},
            "Latitude",
            "is not a number; write digits",
        ),
        ({"starts": "2019", "ends": "2015"}, "End", "2015 is before 2019, when it starts"),
        ({"offers": "data", "offers_note": "y" * 1200}, "Details of what it offers", "write at most 1,000"),
        ({"countries": "Altan and Sora"}, "Countries", "use one of: Republic of Altan, Sora Islands"),
        (
            {"received": None},
            "Date of answer",
            "is empty; fill it in, or say it for all rows with --received",
        ),
        ({"topics": MANY}, "Topics", "holds 150 answers, and at most 100 are read; shorten it"),
    ],
)
def test_what_cannot_be_taken_is_refused_under_its_column(
    catalogue: Catalogue, answers: dict[str, object], column: str, words: str
) -> None:
    """A message begins with the heading of the column, and says what to do there."""
    first = _wrong(catalogue, **answers)[0]
    assert first.startswith(f"'{column}': ")
    assert words in first


def test_a_message_repeats_little_of_what_was_sent(catalogue: Catalogue) -> None:
    """A long answer is cut, what nobody sees is left out, and after twenty lines a row says no more."""
    (long,) = _wrong(catalogue, website="x" * 1900)
    assert len(long) < 400
    assert long.endswith("without spaces")
    (odd,) = _wrong(catalogue, website="https://a\u202e\x1b.org")
    assert odd.startswith("'Website': 'https://a  .org' is not a link")
    assert len(_wrong(catalogue, topics=MANY)) == 21


@pytest.mark.parametrize(
    ("cells", "words"),
    [
        ({"name": "PROJECT NAME*", "lead": "Lead organization"}, "repeats the headings; delete the row"),
        ({"id": "Register id", "name": "Project name"}, "repeats the headings; delete the row"),
        ({"name": "Note: as of May"}, "or delete the row where it is a note or a sum"),
        ({"countries": "12"}, "or delete the row where it is a note or a sum"),
    ],
)
def test_a_row_that_is_no_project_has_one_line(
    catalogue: Catalogue, cells: dict[str, object], words: str
) -> None:
    """Headings again, a note under the table and a sum are told as what they are."""
    nothing: dict[str, object] = dict.fromkeys(("name", "summary", "lead", "countries", "areas", "received"))
    (only,) = _wrong(catalogue, **{**nothing, **cells})
    assert only.endswith(words)
