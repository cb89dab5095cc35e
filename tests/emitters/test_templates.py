"""A new record's file holds the keys that it needs, and the check leads through them."""

from pathlib import Path

import pytest

from macros.__main__ import main
from macros.catalogue.kinds import KINDS
from macros.emitters.templates import STANDS_FOR, encode_template
from macros.releases.loading import check_data

ANNOUNCEMENT = """\
# yaml-language-server: $schema=../schemas/announcements.json
guid: tag:x
# Needed: give each its value.
standing:  # one of: draft, ready, withdrawn
kind:  # one of: published, save the date, registration, reminder, moved, postponed, cancelled, outcome, \
news, correction
about:  # The one record that an announcement is about, or the page of the approach.
  event:  # or study, project, plan, country; or page: approach
released:  # Day, time and zone: 2027-03-01 09:00 +09:00
headline:
summary:
# Only where the documents say so: take away the '# ', and delete the rest.
# archive:  # Old news: shown, never in feeds
# dated:  # Of old news: when it was
# corrects:
# written_for:  # How its record stood when the words were last looked at
#   standing:  # one of: planned, confirmed, held, cancelled, postponed
#   date:  # Of an event: its date
#   place:  # Of an event: its place
#   stage:  # one of: proposed, in preparation, final, overtaken
# topics:  # Else those of the record
#   -
# countries:  # Else those of the record
#   -
# links:
#   - label:
#     url:
# picture:  # A picture of docs/pictures/, what it shows, and whose it is.
#   file:  # Its path below docs/pictures/
#   alt:  # What it shows, for those who do not see it
# gallery:  # Pictures, in the order in which they are shown
#   - file:  # Its path below docs/pictures/
#     alt:  # What it shows, for those who do not see it
# files:  # What readers download, the main one first
#   - file:  # Its path below docs/files/
#     title:
#     language:  # A language: en, zh, ja, ko, mn, ru
#     kind:  # one of: full text, summary, slides, agenda, list of participants, annex
# words:  # Own words for a channel
"""
SOURCES = """\
sources:
  - document:  # or secretariat: 18 August 2026
    paragraph:
# Only where"""
FILES = [kind for kind in KINDS.values() if kind.layout == "one a file"]


@pytest.mark.parametrize("kind", FILES, ids=lambda kind: kind.name)
def test_a_template_has_every_key_of_its_kind(kind: object) -> None:
    """Needed keys and sources, which most files rest on, stand open; all others behind a '# '."""
    found = next(k for k in FILES if k is kind)
    lines = encode_template(found).splitlines()
    fields = found.model.model_fields
    for name, field in fields.items():
        if name != "id":
            start = f"{name}:" if field.is_required() or STANDS_FOR.get(name) in fields else f"# {name}:"
            assert any(line.startswith(start) for line in lines), start


@pytest.mark.parametrize("kind", FILES, ids=lambda kind: kind.name)
def test_the_check_asks_for_each_open_value_and_nothing_else(kind: object, tmp_path: Path) -> None:
    """A fresh template gives only lines about missing values, one for each."""
    found = next(k for k in FILES if k is kind)
    folder = tmp_path / "data" / found.name
    folder.mkdir(parents=True)
    (folder / "new-one.yml").write_text(encode_template(found))
    _, problems = check_data(tmp_path / "data")
    said = [problem.message for problem in problems if problem.path.endswith("new-one.yml")]
    assert said
    assert [message for message in said if "value" not in message] == []


def test_a_new_file_never_takes_the_place_of_one_that_is_there(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """'outreach new' writes once, says what to do, and refuses an id that is taken or badly formed."""
    (tmp_path / "data").mkdir()
    command = ["--project", str(tmp_path), "new", "events"]
    assert main([*command, "forum-2027"]) == 0
    before = (tmp_path / "data" / "events" / "forum-2027.yml").read_bytes()
    assert main([*command, "forum-2027"]) == 1
    assert main([*command, "Forum 2027"]) == 1
    assert (tmp_path / "data" / "events" / "forum-2027.yml").read_bytes() == before
    said = capsys.readouterr().out
    assert "is there already" in said
    assert "cannot be an id" in said


def test_a_template_shows_groups_and_lists_with_the_keys_that_they_need() -> None:
    """One key of a group of which one is given, the keys a list's entries need, and what to choose from."""
    text = encode_template(KINDS["announcements"], {"guid": "tag:x"})
    assert text.startswith(ANNOUNCEMENT)
    assert SOURCES in encode_template(KINDS["projects"])
