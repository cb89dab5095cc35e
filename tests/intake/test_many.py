"""One file adds no more than a person can read: organizations, rows and lines have their most."""

import pytest

from macros.catalogue import Catalogue
from macros.intake.decoding import Unreadable
from macros.intake.directory import MOST_NEW
from macros.intake.proposals import Intake, propose
from macros.intake.tables import MOST_ROWS, read_table
from macros.intake.values import MOST_ORGANIZATIONS

from .questionnaires import as_csv, row


def _guilds(first: int, last: int) -> str:
    return "; ".join(f"Guild {n} (academia)" for n in range(first, last))


def _intake(catalogue: Catalogue, *said: dict[str, object]) -> Intake:
    return propose(catalogue, read_table(as_csv(said)))


def test_a_row_of_very_many_organizations_is_refused(catalogue: Catalogue) -> None:
    """Those that carry a project out are few; a row that lists more adds none of them."""
    fits = _intake(catalogue, row(partner=_guilds(1, MOST_ORGANIZATIONS)))
    assert (fits.proposals[0].state, len(fits.organizations)) == ("new", MOST_ORGANIZATIONS - 1)
    more = _intake(catalogue, row(partner=_guilds(1, 20), funding=_guilds(20, MOST_ORGANIZATIONS + 1)))
    assert (more.proposals[0].says, dict(more.organizations)) == (
        (
            "'Lead organization': the row names 31 organizations, and at most 30 belong to a project; "
            "keep those that carry it out",
        ),
        {},
    )


def test_of_very_many_refused_rows_the_first_are_told(catalogue: Catalogue) -> None:
    """Where hardly a row fits, the report ends after a thousand lines, and says how many rows it left."""
    said = [
        row(name=f"Project {n}", partner="; ".join(f"Nobody {n} {k}" for k in range(20))) for n in range(90)
    ]
    intake = _intake(catalogue, *said)
    assert (len(intake.proposals), intake.acceptable) == (50, False)
    assert intake.notes == ("40 rows below were not looked at; mend the refused ones first",)
    assert _intake(catalogue, *said[:50]).notes == ()


def test_an_organization_named_in_several_roles_counts_once(catalogue: Catalogue) -> None:
    """Twenty partners who also give money are twenty."""
    said = row(partner=_guilds(1, 20), funding=_guilds(1, 20), implementing=_guilds(1, 20))
    assert _intake(catalogue, said).proposals[0].state == "new"


def test_a_file_of_very_many_new_organizations_is_refused_with_the_row(catalogue: Catalogue) -> None:
    """A person reads what comes in; the message says from which row on to make another file."""
    said = [row(name=f"Project {n}", partner=_guilds(n * 25, n * 25 + 25)) for n in range(40)]
    taken = _intake(catalogue, *said[: MOST_NEW // 25])
    assert len(taken.organizations) == MOST_NEW
    with pytest.raises(Unreadable) as refused:
        _intake(catalogue, *said)
    assert refused.value.problems == (
        "row 22: down to here the file names more than 500 organizations that the register does not have; "
        "import the rows from here on from another file",
    )


def test_a_file_of_very_many_places_is_refused_with_the_row(catalogue: Catalogue) -> None:
    """A hundred places a row are in order, and ten thousand a file."""
    places = "; ".join(f"Place {n}" for n in range(100))
    said = [row(name=f"Project {n}", places=places) for n in range(101)]
    assert len(_intake(catalogue, *said[:100]).projects) == 100
    with pytest.raises(
        Unreadable, match="row 102: down to here the file names more than 10,000 places; import"
    ):
        _intake(catalogue, *said)


def test_a_thousand_rows_are_the_most() -> None:
    """More go in by several files."""
    assert len(read_table(b"Summary\n" + b"a\n" * MOST_ROWS).lines) == MOST_ROWS
    with pytest.raises(Unreadable, match="the table has more than 1,000 rows; send it in several files"):
        read_table(b"Summary\n" + b"a\n" * (MOST_ROWS + 1))


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (
            b"Summary\n" + b"," * 60_000,
            "row 2: has more than 50,000 lines or columns; close a",
        ),
        (b'Summary\n"' + b"\n" * 60_000 + b'"', "row 2: has more than 50,000 lines or columns"),
        (b"Summary\n" + b"\r\n" * 100_001, "the file has more than 100,000 rows, most of them empty"),
    ],
)
def test_rows_that_go_on_and_on_are_told(content: bytes, words: str) -> None:
    """Of a row without an end, or rows without a cell, nothing is gathered."""
    with pytest.raises(Unreadable) as refused:
        read_table(content)
    assert words in str(refused.value)


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_lines_end_as_they_do_on_any_machine(end: str) -> None:
    """A cell keeps its line breaks, and an empty line in between counts."""
    content = end.join(["Summary,Status", f'"a{end}{end}b",c', "", "d,e"]).encode()
    assert [(line.number, line.cells) for line in read_table(content).lines] == [
        (2, (f"a{end}{end}b", "c")),
        (4, ("d", "e")),
    ]
