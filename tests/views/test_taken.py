"""Pages say where studies are presented as the event stands, and link to recordings that lie elsewhere."""

import re
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from macros.emitters.structured.describing import Describer
from macros.emitters.structured.events import event_thing
from macros.emitters.structured.things import thing_of
from macros.records.recording import Recording
from macros.releases.loading import check_data, load_catalogue
from macros.settings import Folders
from macros.views.events import render_event
from macros.views.plans import render_plan_activities
from macros.views.relations import render_related
from macros.views.studies import render_study
from macros.views.view import View

from ..copies import copied
from ..feeds.edits import read, write
from .goldens import SITE, sample_view

FORUM, STUDY = "dune-forum-2024", "hedge-study"
TIMES = ("2027-03-01T00:00Z", "2027-03-03T12:00Z", "2027-03-05T00:00Z")
HIDDEN = re.compile(r"<span[^>]* hidden>[^<]*</span>")
TAG = re.compile(r"<[^>]*>")


@pytest.fixture
def project(tmp_path: Path, sample: Folders) -> Folders:
    """Return a copy of the sample project that a test may change."""
    return copied(sample, tmp_path)


def _view(project: Folders, now: str = "") -> View:
    catalogue = load_catalogue(project.data)
    if now:
        catalogue = catalogue.as_public(datetime.fromisoformat(now), catalogue.announcements, (), ())
    return replace(sample_view(), catalogue=catalogue)


def _shown(html: str, id: str = "presented") -> str:
    """Return the words of a section as they are seen."""
    section = html.partition(f'<h2 id="{id}">')[2].partition("</section>")[0]
    return " ".join(TAG.sub(" ", HIDDEN.sub("", section)).split())


def _edit(project: Folders, kind: str, id: str, **values: Any) -> None:
    file = project.data / kind / f"{id}.yml"
    write(file, {key: value for key, value in {**read(file), **values}.items() if value is not None})


@pytest.mark.parametrize(
    ("now", "lead"),
    list(zip(TIMES, ("To be presented", "Being presented", "Was to be presented"), strict=True)),
)
def test_before_during_and_after_an_announced_event(project: Folders, now: str, lead: str) -> None:
    """Nobody reports that it was presented, so afterwards it only was to be; both pages say the same."""
    _edit(project, "studies", STUDY, presented=[{"event": "reed-workshop-2027"}])
    view = _view(project, now)
    study, event = view.catalogue.studies[STUDY], view.catalogue.events["reed-workshop-2027"]
    when = "3–4 March 2027, Reedport, Sora Islands"
    assert f"{lead} at Workshop on reeds , {when}" in _shown(str(render_study(view, study)))
    assert f"{lead} : Hedges against sand" in _shown(str(render_event(view, event)))


def test_a_cancelled_event_was_to_show_it(project: Folders) -> None:
    """The study's page says that the event is off; JSON-LD does not say that it features anything."""
    view = _view(project)
    study, salt = view.catalogue.studies[STUDY], view.catalogue.events["salt-day-2027"]
    assert "Was to be presented at Salt lake day (cancelled)" in _shown(str(render_study(view, study)))
    by = Describer(view.catalogue, SITE)
    assert "workFeatured" not in event_thing(by, salt)
    featuring = [one["@id"] for one in thing_of(by, "studies", study)["subjectOf"]]
    assert featuring == [f"{SITE.url}events/{FORUM}/#thing"]


def test_slides_stand_in_the_session_that_shows_them(project: Folders) -> None:
    """They are in the programme, and not again among the studies of no session."""
    view = _view(project)
    html = str(render_event(view, view.catalogue.events[FORUM]))
    session = html.partition("What hedges hold</h4>")[2].partition("</li>\n</ol>")[0]
    assert "files/forum/hedges-slides.pdf" in session
    assert html.count("files/forum/hedges-slides.pdf") == 1
    assert "Hedges against sand" not in _shown(html)


def test_a_session_that_is_renamed_tells(project: Folders) -> None:
    """Whoever renames it reads which study names it, and which title it may mean."""
    file = project.data / "events" / f"{FORUM}.yml"
    text = file.read_text(encoding="utf-8").replace("- title: What hedges hold", "- title: What hedges held")
    file.write_text(text, encoding="utf-8")
    (found,) = check_data(project.data)[1]
    assert found.path == f"data/studies/{STUDY}.yml"
    message = f"'{FORUM}' has no session 'What hedges hold'; did you mean 'What hedges held'?"
    assert found.message == message


def test_a_title_in_another_language_names_the_session(project: Folders) -> None:
    """An event that gives its sessions in several languages is found by any of them."""
    _edit(project, "events", FORUM, programme=[{"title": {"en": "Talks", "mn": "Яриа"}}])
    for name in ("Talks", "Яриа"):
        _edit(project, "studies", STUDY, presented=[{"event": FORUM, "session": name}])
        assert check_data(project.data)[1] == []
    twice = [{"event": FORUM, "session": "Talks"}, {"event": FORUM, "session": "Яриа"}]
    _edit(project, "studies", STUDY, presented=twice)
    (found,) = check_data(project.data)[1]
    assert "stands twice in 'presented'" in found.message


def test_the_activity_that_serves_another_lists_where_its_study_is_taken(project: Folders) -> None:
    """The other, which makes the study, does not."""
    view = _view(project)
    html = str(render_plan_activities(view, view.catalogue.plans["2026"]))
    first, _, second = html.partition('id="activity-2"')
    assert "Where it is presented" not in first
    assert "Was to be presented at" in second
    assert "Also on the site of" in second


def test_what_is_presented_stands_once_on_a_page(project: Folders) -> None:
    """Neither page lists the other again below, among what it is linked with."""
    view = _view(project)
    study, event = view.catalogue.studies[STUDY], view.catalogue.events[FORUM]
    assert "Salt lake day" not in render_related(view, "studies", study)
    assert "Hedges against sand" not in render_related(view, "events", event)
    assert "Hedge Belt" in render_related(view, "studies", study)


@pytest.mark.parametrize(
    ("length", "words", "iso"),
    [
        ("1:24:00", "1 h 24 min", "PT1H24M"),
        ("2:00:05", "2 h 5 s", "PT2H5S"),
        ("50:00", "50 min", "PT50M"),
        (None, "", None),
    ],
)
def test_a_recording_says_its_length(length: str | None, words: str, iso: str | None) -> None:
    """In words for readers, as ISO 8601 for machines; what is not told is left out."""
    told = {"link": "https://example.org/", "language": "en", "length": length}
    recording = Recording.model_validate({key: value for key, value in told.items() if value})
    assert (recording.length_words, recording.duration) == (words, iso)


def test_a_recording_is_a_link_and_never_part_of_the_page(project: Folders) -> None:
    """Nothing of the other site is loaded; JSON-LD says what is recorded there."""
    view = _view(project)
    html = str(render_event(view, view.catalogue.events[FORUM]))
    assert ">Recording: The Forum &amp; its first day</a>" in html
    assert "1 h 24 min, English, on another site" in html
    assert not re.search(r"<(iframe|video|audio|embed|object)", html)
    recorded = event_thing(Describer(view.catalogue, SITE), view.catalogue.events[FORUM])["recordedIn"]
    assert [(one["name"], one["duration"]) for one in recorded] == [
        ("The Forum & its first day", "PT1H24M"),
        ("What hedges hold", "PT50M"),
    ]


@pytest.mark.parametrize(
    ("link", "home", "own"),
    [
        ("https://example.org/land/studies/x/", "https://example.org/land/", True),
        ("http://www.Example.org/land", "https://example.org/land/", True),
        ("https://example.org/landscape/", "https://example.org/land/", False),
        ("https://example.org/", "https://example.org/land/", False),
        ("https://example.org/land/", "", False),
    ],
)
def test_a_page_of_our_own_is_no_partners(project: Folders, link: str, home: str, own: bool) -> None:
    """What leads home is refused, whatever its scheme; what only begins alike is not."""
    _edit(project, "projects", "hedge-belt", also_at=[{"organization": "dune-network", "link": link}])
    found = check_data(project.data, site=replace(SITE, url=home))[1]
    assert ["is a page of our own site" in problem.message for problem in found] == [True] * own
