"""What the Secretariat knows itself stands as its own word, wherever a source may stand."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from macros.emitters.open_data.datasets import DATASETS
from macros.emitters.open_data.fields import Source as Data
from macros.moments import moment_said
from macros.releases.calendars import dated_event
from macros.releases.loading import check_data, load_catalogue
from macros.settings import Folders
from macros.views.citations import numbered
from macros.views.events import render_event

from ..copies import copied
from ..feeds.edits import write
from ..views.goldens import SITE, sample_view

EVENT: dict[str, Any] = {
    "title": "Hedge day",
    "kind": "workshop",
    "standing": "held",
    "basis": {
        "words": "The day was held.",
        "source": {"secretariat": "18 August 2026", "note": "we held it"},
    },
    "uid": "0000000000e9@neaspec.org",
    "date": "17 August 2026",
    "summary": "A day of planting.",
    "topics": ["sand"],
    "changes": [
        {"what": "renamed", "on": "3 May 2026", "was": "Bush day", "source": {"secretariat": "May 2026"}}
    ],
    "sources": [{"secretariat": "18 August 2026", "note": "we held it"}],
}


@pytest.fixture
def project(tmp_path: Path, sample: Folders) -> Folders:
    """Return a copy of the sample project with an event that no document speaks of."""
    folders = copied(sample, tmp_path)
    write(folders.data / "events" / "hedge-day.yml", EVENT)
    return folders


def test_an_event_needs_no_document(project: Folders) -> None:
    """It is held on the Secretariat's word alone, and its page says whose word that is."""
    assert check_data(project.data, now=moment_said("2026-09-01"))[1] == []
    view = replace(sample_view(), catalogue=load_catalogue(project.data))
    html = numbered(str(render_event(view, view.catalogue.events["hedge-day"])), view)
    assert "NEASPEC Secretariat, own knowledge, 18 August 2026: we held it." in html
    assert 'aria-label="What the Secretariat says"' in html
    assert "As of 18 August 2026" in html
    assert html.count('<li id="source-') == 2


def test_calendars_and_open_data_know_it(project: Folders) -> None:
    """A calendar entry is as old as the word, and open data names who gave it."""
    catalogue = load_catalogue(project.data)
    event = catalogue.events["hedge-day"]
    dated = dated_event(catalogue, event)
    assert dated is not None
    assert f"{dated.stamp:%Y-%m-%d}" == "2026-08-18"
    (events,) = (dataset for dataset in DATASETS if dataset.name == "events")
    item = events.shape.encode(Data(catalogue, SITE), event)
    place = "own knowledge, 18 August 2026: we held it"
    assert item["sources"] == [{"document": "NEASPEC Secretariat", "place": place, "url": None}]


@pytest.mark.parametrize(
    ("day", "told"), [("2 September 2026", False), ("3 September 2026", True), ("2027", True)]
)
def test_a_word_is_not_given_in_the_future(project: Folders, day: str, told: bool) -> None:
    """A day that has begun nowhere yet is refused, in 'sources' and in every other place."""
    places = {
        "sources": {**EVENT, "sources": [{"secretariat": day}]},
        "basis": {**EVENT, "basis": {"words": "Held.", "source": {"secretariat": day}}},
        "changes": {
            **EVENT,
            "changes": [{"what": "place", "on": "May 2026", "was": "A", "source": {"secretariat": day}}],
        },
    }
    for values in places.values():
        write(project.data / "events" / "hedge-day.yml", values)
        found = check_data(project.data, now=moment_said("2026-09-01T12:00Z"))[1]
        assert [problem.message.partition(" is still")[0] for problem in found] == [day] * told


def test_a_word_older_than_the_event_does_not_say_that_it_was_held(project: Folders) -> None:
    """As with documents: what was said before cannot know it."""
    early = {"words": "Held.", "source": {"secretariat": "16 August 2026"}}
    write(project.data / "events" / "hedge-day.yml", {**EVENT, "basis": early})
    (found,) = check_data(project.data)[1]
    assert found.message.startswith("'standing' cannot be 'held' on the word that the Secretariat gave")
