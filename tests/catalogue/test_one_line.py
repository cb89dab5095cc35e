"""One mistake in data/ is one line that names its place; what only follows from it is not told."""

import os
import re
import shutil
import time
from pathlib import Path

import pytest

from macros.catalogue import ProblemsFound
from macros.catalogue.reading.files import content_of, unfit
from macros.project import open_project
from macros.releases.loading import check_data
from macros.settings import Folders

TRAINING, FORUM = "data/events/hedge-training.yml", "data/events/dune-forum-2024.yml"
REPORT = "data/documents/forum-report-2024.yml"


@pytest.fixture
def root(tmp_path: Path, sample: Folders) -> Path:
    """Return a copy of the sample project."""
    for name in ("data", "docs"):
        shutil.copytree(sample.root / name, tmp_path / name)
    return tmp_path


def told(root: Path) -> list[str]:
    """Return every line that one run tells."""
    try:
        open_project(Folders(root))
    except ProblemsFound as found:
        return str(found).splitlines()
    return []


def changed(root: Path, path: str, old: str, new: str) -> None:
    """Put other words into a file, once."""
    file = root / path
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")


CASES = [
    (
        "data/countries.yml",
        "altan:\n",
        "7:\n",
        "data/announcements/altan-news.yml:4: there is no country 'altan'",
    ),
    ("data/countries.yml", "name: Republic of Altan", "nmae: Republic of Altan", "did you mean 'name'?"),
    (TRAINING, "kind: training", "kxnd: training", f"{TRAINING}:2: unknown key 'kxnd'; did you mean 'kind'?"),
    (TRAINING, "title: Training", 'title: "Training', f"{TRAINING}:1: a quotation mark is opened and never"),
    (TRAINING, "topics: [sand]", "topics: [sand", f"{TRAINING}:11: a list in brackets is not closed"),
    (FORUM, "{lat: 47.5, lon: 106.25}", "{lat: 47,5, lon: 106.25}", f"{FORUM}:21: '5' has no value"),
    (FORUM, "{lat: 47.5, lon: 106.25}", "{one: 47.5}", f"{FORUM}:21: unknown key 'one'"),
    (
        TRAINING,
        "  - document: draft-plan-2026\n    section",
        "  - document: draft-plan-2026\nsection",
        "belong to",
    ),
    (TRAINING, "sources:\n", "sources:\nsources:\n", f"{TRAINING}:14: the key 'sources' stands twice"),
    (
        TRAINING,
        "date: September",
        "<<<<<<< HEAD\ndate: September",
        f"{TRAINING}:9: is the mark of a Git conflict",
    ),
    (
        "data/facts/altan.yml",
        "altan-sand-2020:\n",
        "",
        "data/facts/altan.yml:13: the keys kind, label, about",
    ),
    ("data/topics.yml", "sand:\n", "  sand:\n", "data/topics.yml:1: this line does not fit those below it"),
    (
        "data/plans/2026.yml",
        "activities:\n",
        "",
        "data/plans/2026.yml:1: 'activities' is missing; bring back",
    ),
]


@pytest.mark.parametrize(("path", "old", "new", "words"), CASES)
def test_a_slip_has_one_line(root: Path, path: str, old: str, new: str, words: str) -> None:
    """What a slip makes of the rest of its file, and of files that name it, is not told."""
    changed(root, path, old, new)
    (line,) = told(root)
    assert words in line


def test_a_record_that_is_gone_is_told_once_for_all_who_name_it(root: Path) -> None:
    """The first place is told, the others stand beside it."""
    (root / REPORT).unlink()
    (line,) = told(root)
    assert line.startswith("data/areas.yml:9: there is no document 'forum-report-2024'")
    assert "(also in data/areas.yml:17, data/countries.yml:14, " in line


def test_a_document_that_lost_its_paragraphs_is_told_once_in_data(root: Path) -> None:
    """One line was deleted; all sources that name a paragraph of it stand beside the first."""
    changed(root, REPORT, "paragraphs: 12\n", "")
    (problem,) = check_data(root / "data")[1]
    assert problem.place == "data/areas.yml:10"
    assert len(problem.also) > 10


def test_a_folder_that_is_gone_is_told_once(root: Path) -> None:
    """Where no record of a kind is there at all, its place is told, not each record."""
    shutil.rmtree(root / "data" / "documents")
    (line,) = told(root)
    assert re.match(
        r"data/documents:1: is missing or holds no record, and \d\d places name one; bring it", line
    )


def test_two_mistakes_are_two_lines(root: Path) -> None:
    """Mistakes that do not follow from each other are told in one run."""
    changed(root, TRAINING, "kind: training workshop", "kind: training")
    changed(root, TRAINING, "standing: confirmed", "standing: sure")
    changed(root, FORUM, "topics: [sand, pasture]", "topics: [snad, pasture]")
    assert [line.split(":")[0] for line in told(root)] == [FORUM, TRAINING, TRAINING]


@pytest.mark.parametrize("name", ["a\nb", "a\x1b[31mb", "a\u202eb", "a\u2028b", "a\udcffb", "a\xa0b"])
def test_a_name_that_terminals_obey_or_hide_stays_on_one_line(root: Path, name: str) -> None:
    """Line breaks, escapes, marks of direction and bytes that are not UTF-8 are spelt out."""
    (root / TRAINING).rename(root / "data" / "events" / f"{name}.yml")
    for line in told(root):
        assert line.isprintable(), line
    assert told(root)[0].startswith(f"data/events/{ascii(name)[1:-1]}.yml:1: ")


@pytest.mark.parametrize("value", ['"\\e]0;x\\a"', '"a\\nb"', '"\\u202E"', "x" * 500_000])
def test_a_value_that_is_quoted_stays_on_one_short_line(root: Path, value: str) -> None:
    """What an editor typed is quoted so that a terminal shows it and does nothing else."""
    changed(root, TRAINING, "kind: training workshop", f"kind: {value}")
    (line,) = told(root)
    assert line.isprintable()
    assert len(line) < 1000


def test_links_inside_the_project_are_followed(root: Path) -> None:
    """A link to another file or folder of the project is as good as the file."""
    (root / "kept").mkdir()
    for path in ("data/topics.yml", "data/studies"):
        to = (root / path).rename(root / "kept" / Path(path).name)
        (root / path).symlink_to(to)
    assert told(root) == []


def test_a_folder_that_is_a_link_out_of_the_project_is_refused(
    root: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """What stands outside is not read, and what names it is not told."""
    outside = tmp_path_factory.mktemp("outside")
    shutil.move(root / "data" / "studies", outside)
    (root / "data" / "studies").symlink_to(outside / "studies")
    (line,) = told(root)
    assert line.startswith("data/studies:1: is a link that leads out of the project")


def test_a_file_that_cannot_be_read_is_told(tmp_path: Path) -> None:
    """The system's reason stands in the line; who may read everything is given what nobody can."""
    file = tmp_path / "data.yml"
    file.touch(0)
    closed = Path("/proc/self/mem") if os.getuid() == 0 else file
    content, fault = content_of(closed, closed.parent, 100)
    assert content == b""
    assert fault.startswith("cannot be read: ")


def test_a_pipe_is_not_opened(tmp_path: Path) -> None:
    """Reading it would wait for ever."""
    os.mkfifo(tmp_path / "pipe")
    assert unfit(tmp_path / "pipe", tmp_path).startswith("is no plain file")


def test_the_time_grows_with_the_number_of_unknown_keys_not_with_its_square(root: Path) -> None:
    """Twenty thousand are told about as fast as they are read."""
    whole = (root / TRAINING).read_text(encoding="utf-8")

    def seconds(count: int) -> float:
        keys = "".join(f"k{number}x: a\n" for number in range(count))
        (root / TRAINING).write_text(whole + keys, encoding="utf-8")
        started = time.process_time()
        (problem,) = check_data(root / "data")[1]
        assert "'k0x', 'k1x'" in problem.message
        assert f"{count - 8:,} more" in problem.message
        return time.process_time() - started

    assert seconds(20_000) < 30 * min(seconds(2_000) for _ in range(3))


@pytest.mark.parametrize(
    "place", ["topics.yml", "areas.yml", "countries.yml", "timeline.yml", "framework.yml", "events", "facts"]
)
def test_a_place_under_a_strange_name_is_known_by_what_it_holds(root: Path, place: str) -> None:
    """The name that it should have is told, and not that it is missing."""
    (root / "data" / place).rename(root / "data" / f"qq{Path(place).suffix}")
    (line,) = told(root)
    shown = place if Path(place).suffix else f"{place}/"
    assert line.endswith(f"is not a place for records; did you mean '{shown}'?")


def test_a_missing_record_is_one_line_for_records_and_pages(root: Path) -> None:
    """Each place that names it stands beside the first, a page with two calls once."""
    (root / "docs/about.md").write_text(
        '# A\n\n{{ fact("dust") }} and {{ fact("dust") }}\n\n{{ fact("dust") }}\n'
    )
    changed(root, "data/countries.yml", "altan-sand-2020", "dust")
    (line,) = told(root)
    assert line.startswith("data/countries.yml:10: there is no fact 'dust'")
    assert line.endswith("(also in docs/about.md:3, docs/about.md:5)")


def test_a_page_that_is_gone_is_one_line_for_links_and_navigation(root: Path) -> None:
    """Two links to it are not two mistakes."""
    (root / "docs/about.md").write_text("# A\n\n[a](nope.md), [b](nope.md) and [c](#no)\n", encoding="utf-8")
    (root / "docs/more.md").write_text("# A\n\n[a](nope.md)\n", encoding="utf-8")
    first, second = told(root)
    assert (first, "also in docs/more.md:3" in second) == (first, True)
    assert "'#no' leads to no such place" in first


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("# A\n\n<<<<<<< HEAD\n[a](nope.md)\n=======\n<script>\n>>>>>>> theirs\n", 3),
        ("---\ntitle: A\n=======\ntitle: B\n---\n\n# A\n>>>>>>> theirs\n", 3),
        ("# A\n\n=======\n\nwords\n", 3),
        ("A heading\n=======\n\nwords\n\n>>>>>>> theirs\n", 2),
    ],
)
def test_marks_of_a_conflict_in_a_page_are_told_alone(root: Path, text: str, line: int) -> None:
    """Nothing else is said of the page until one version stands."""
    (root / "docs/about.md").write_text(text, encoding="utf-8")
    (found,) = told(root)
    assert found.startswith(f"docs/about.md:{line}: is the mark of a Git conflict")


def test_seven_equals_signs_below_words_are_a_heading(root: Path) -> None:
    """Markdown has headings with a line of such signs under them."""
    (root / "docs/about.md").write_text("A heading\n=======\n\nwords\n", encoding="utf-8")
    assert told(root) == []


def test_a_character_that_nobody_sees_is_all_that_is_told_of_its_call(root: Path) -> None:
    """The call is looked at as its editor sees it."""
    (root / "docs/about.md").write_text('# A\n\n{{ fact("altan\u202e-sand-2020") }}\n', encoding="utf-8")
    (found,) = told(root)
    assert "invisible character (U+202E)" in found


def test_a_public_page_that_is_gone_is_one_line(root: Path) -> None:
    """For its address, for links in Markdown and in HTML, and for what stands in its place."""
    (root / "data/addresses.txt").write_text("about/\n", encoding="utf-8")
    (root / "docs/more.md").write_text(
        "# A\n\n[a](about.md)\n\n<a href='../about/'>b</a>\n", encoding="utf-8"
    )
    (root / "docs/about (2).md").write_text("# About\n", encoding="utf-8")
    (line,) = told(root)
    assert line.startswith("data/addresses.txt:1: 'about/' was public, and no page stands there now")
    assert line.endswith("(also in docs/about (2).md:1, docs/more.md:3, docs/more.md:5)")


def test_a_wrong_call_is_not_told_on_pages_that_link_to_its_page(root: Path) -> None:
    """Which places a page has is not known until its calls are in order."""
    (root / "docs/about.md").write_text("# A\n\n{{ fct('altan-sand-2020') }}\n", encoding="utf-8")
    (root / "docs/more.md").write_text("# A\n\n[a](about.md#a) and [b](about.md#b)\n", encoding="utf-8")
    (line,) = told(root)
    assert line.startswith("docs/about.md:3: there is no macro 'fct'")


@pytest.mark.parametrize(
    "top", ["---\ntitle: A: B\n---\n", "---\ntitle: A\n", "<<<<<<< HEAD\n", "---\n- a\n---\n"]
)
def test_a_page_whose_top_cannot_be_read_is_one_line(root: Path, top: str) -> None:
    """Nothing is told of its words, nor of links to places in them."""
    (root / "docs/about.md").write_text(f"{top}\n# A\n\n## B {{ #b }}\n\n[a](nope.md)\n", encoding="utf-8")
    (root / "docs/more.md").write_text("# A\n\n[a](about.md#b)\n", encoding="utf-8")
    (line,) = told(root)
    assert line.startswith("docs/about.md:")
