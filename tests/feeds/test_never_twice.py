"""Nothing is ever announced twice: a real reader follows the feeds while editors work on the site."""

import json
import os
import subprocess
import sys
import tempfile
from collections import Counter
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from pathlib import Path
from random import Random
from typing import Any

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from macros.catalogue import ProblemsFound
from macros.records.moment import moment_from, spoken

from . import edits
from .edits import EDITS, ROOT, SAMPLE, Copy, Edit, Values, announcement, copy_of, read, write
from .following import UPDATES, Follower, followed

START = datetime(2026, 12, 1, tzinfo=UTC)
KINDS = {"study": "studies", "event": "events"}
HASHED = """
import hashlib, sys
from datetime import datetime
from pathlib import Path
from tests.feeds.edits import Copy
files = Copy(Path(sys.argv[1]), datetime.fromisoformat(sys.argv[2])).feeds()
print(hashlib.sha256(repr(list(files.items())).encode()).hexdigest())
"""


@pytest.fixture(scope="session")
def short(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a copy of the sample project."""
    return copy_of(SAMPLE, tmp_path_factory.mktemp("short"))


@pytest.fixture(scope="session")
def long(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a copy of the sample project after 40 more releases: more than a feed holds."""
    copy = Copy(copy_of(SAMPLE, tmp_path_factory.mktemp("long")), START - timedelta(days=1))
    for number in range(40):
        when = copy.now - timedelta(minutes=number + 1)
        announcement(copy, Random(number), guid=f"tag:neaspec.org,2026:past{number}", released=spoken(when))  # noqa: S311
    copy.publish()
    return copy.root


def test_nothing_is_ever_announced_twice(short: Path, long: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Whatever is edited, a reader finds new exactly what was announced since, and each item once (I12)."""
    tally: Counter[str] = Counter()
    edit = st.tuples(st.sampled_from(EDITS), st.randoms(use_true_random=False))
    first = {source: Copy(source, START).feeds() for source in (short, long)}

    @settings(max_examples=40, phases=[Phase.generate])  # shrinking would take minutes
    @given(st.lists(edit, min_size=4, max_size=8), st.sampled_from((False, False, True)))
    def holds(sequence: list[tuple[Edit, Random]], much: bool) -> None:
        with tempfile.TemporaryDirectory() as folder:
            source = long if much else short
            _follow(Copy(copy_of(source, Path(folder) / "project"), START), first[source], sequence, tally)
        tally["sequences"] += 1

    holds()
    words = (
        f"{tally['sequences']} edit sequences, {tally['builds']} builds, {tally['announced']} items announced"
    )
    with capsys.disabled():
        sys.stdout.write(f"\n{words}, {tally['beyond']} new items beyond those announced\n")
    assert tally["announced"] > 20


def test_no_edit_of_the_real_project_announces_anything_twice(tmp_path: Path) -> None:
    """Every kind of edit, one after the other, in the real records, brings what was announced alone (I12)."""
    tally: Counter[str] = Counter()
    random = Random(1)  # noqa: S311
    sequence = [(edit, random) for edit in random.sample(EDITS, len(EDITS))]
    copy = Copy(copy_of(ROOT, tmp_path / "project"), START)
    _follow(copy, copy.feeds(), sequence, tally)
    assert tally["announced"] > 1


def _follow(
    copy: Copy, first: dict[str, bytes], sequence: list[tuple[Edit, Random]], tally: Counter[str]
) -> None:
    """Look at the first build; do each edit, build, look, and compare with what the records announce."""
    copy.serial = 100
    follower = Follower(copy)
    follower.look(first)
    told = _expected(copy)
    for edit, pick in sequence:
        copy.now += timedelta(minutes=1)
        before = follower.dates()
        edit(copy, pick)
        files = copy.feeds()
        found = follower.look(files)
        due = _expected(copy)
        beyond = set(found) - (due - told)
        tally.update(builds=1, beyond=len(beyond), announced=sum(name == "updates.xml" for name, _ in found))
        assert sorted(found) == sorted(due - told), edit.__name__
        told |= due
        _check_kept(before, follower.dates(), set(found))
        _check_unseen(copy, files)
        _check_updated(copy, follower, files)


def _expected(copy: Copy) -> set[tuple[str, str]]:
    """Return feed and guid of each item that is to be known by now, worked out from the files alone."""
    files = copy.ledger()
    lines = [*files.pop("ledger.jsonl").splitlines(), *files.values()]
    ledger = {entry["guid"]: entry["feeds"] for entry in map(json.loads, lines) if "feeds" in entry}
    known = set()
    for _, values in copy.released():
        carried = ledger.get(values["guid"]) or _carried(copy, values)
        known |= {(name, values["guid"]) for name in followed(copy) if name.rpartition(".")[0] in carried}
    return known


def _carried(copy: Copy, values: Values) -> set[str]:
    """Return the feeds of what is in no ledger yet; only events are announced in these tests."""
    record = read(copy.root / "data" / "events" / f"{values['about']['event']}.yml")
    place = record.get("place", {}).get("country")
    countries = values.get("countries") or [*record.get("countries", ()), *([place] if place else [])]
    topics = {f"topics/{id}" for id in values.get("topics") or record["topics"]}
    return {"updates", "events"} | topics | {f"countries/{id}" for id in countries}


def _check_kept(
    before: dict[tuple[str, str], Any], after: dict[tuple[str, str], Any], new: set[tuple[str, str]]
) -> None:
    """Dates stay, the formats agree, and what is new in 'updates' is newer than all before it."""
    assert {key: after[key] for key in before} == before
    rss, atom, feed = ({id: day for (n, id), day in after.items() if n == name} for name in UPDATES)
    assert rss == atom == feed
    old = [day for (name, _), day in before.items() if name == "updates.xml"]
    assert all(after[key] > max(old) for key in new if key[0] == "updates.xml" and old)


def _check_unseen(copy: Copy, files: dict[str, bytes]) -> None:
    """What is a draft, scheduled, withdrawn, archive or a correction stands in no file."""
    everything = b"".join(files.values())
    shown = {values["guid"] for _, values in copy.released()}
    hidden = {values["guid"] for _, values in copy.said()} - shown
    assert not [guid for guid in hidden if f"{guid}<".encode() in everything]
    assert not [guid for guid in hidden if f'"{guid}"'.encode() in everything]


def _check_updated(copy: Copy, follower: Follower, files: dict[str, bytes]) -> None:
    """Atom's 'updated' is the moment of the release, or of the last correction that was released."""
    names = {file.stem: values for file, values in copy.said()}
    expected = {values["guid"]: moment_from(values["released"]) for _, values in copy.released()}
    for values in names.values():
        guid = names[values["corrects"]]["guid"] if "corrects" in values else None
        moment = moment_from(values["released"]) if guid in expected else copy.now
        if guid and values["standing"] == "ready" and moment <= copy.now and guid in expected:
            expected[guid] = max(expected[guid], moment)
    in_it = {item["id"] for item in json.loads(files["feeds/updates.json"])["items"]}
    assert {id: moment for id, moment in follower.updates().items() if id in in_it} == {
        id: moment for id, moment in expected.items() if id in in_it
    }


def _copy(source: Path, folder: Path) -> Copy:
    return Copy(copy_of(source, folder / "project"), START, serial=100)


def _items(copy: Copy) -> dict[str, Values]:
    """Return the items of updates.json by guid."""
    return {item["id"]: item for item in json.loads(copy.feeds()["feeds/updates.json"])["items"]}


def test_withdrawing_brings_no_older_items_back(long: Path, tmp_path: Path) -> None:
    """Five of 42 items are withdrawn: 25 of the newest 30 are left, before and after publishing (I10)."""
    copy = _copy(long, tmp_path)
    before = list(_items(copy))
    files = {values["guid"]: file for file, values in copy.said()}
    for guid in before[:5]:
        write(files[guid], read(files[guid]) | {"standing": "withdrawn"})
    assert len(before) == 30
    assert list(_items(copy)) == before[5:]
    copy.publish()
    assert list(_items(copy)) == before[5:]


def test_a_hundred_old_records_add_no_items(short: Path, tmp_path: Path) -> None:
    """A hundred announcements of old news leave every feed as it was, to the byte (I9)."""
    copy = _copy(short, tmp_path)
    before = copy.feeds()
    edits.old_news_imported(copy, Random(1), 100)  # noqa: S311
    assert copy.feeds() == before


def test_a_typo_fix_is_no_update_and_a_correction_is(short: Path, tmp_path: Path) -> None:
    """Mended words keep both dates; a correction raises one item's 'modified', and adds none (I7)."""
    copy = _copy(short, tmp_path)
    follower = Follower(copy)
    follower.look(copy.feeds())
    dates, updates, items = follower.dates(), follower.updates(), _items(copy)
    corrected = {guid for guid, item in items.items() if "date_modified" in item}
    file, values = next((file, values) for file, values in copy.released() if values["guid"] not in corrected)
    write(file, values | {"summary": "Mended."})
    assert follower.look(copy.feeds()) == []
    assert (follower.dates(), follower.updates()) == (dates, updates)
    assert _items(copy) != items
    modified = {id: item["date_modified"] for id, item in items.items() if "date_modified" in item}
    assert {id: item.get("date_modified") for id, item in _items(copy).items()} == {
        id: modified.get(id) for id in items
    }
    announcement(copy, Random(1), kind="correction", corrects=file.stem)  # noqa: S311
    assert follower.look(copy.feeds()) == []
    assert (follower.dates(), follower.updates()) == (dates, updates | {values["guid"]: START})
    assert {id: item.get("date_modified") for id, item in _items(copy).items()} == {
        **dict.fromkeys(items),
        **modified,
        values["guid"]: "2026-12-01T00:00:00Z",
    }


def test_feeds_do_not_depend_on_the_machine(short: Path, tmp_path: Path) -> None:
    """Another process, zone, locale, hash seed, and touched files without git: the same bytes (I5)."""
    copy = _copy(short, tmp_path)
    hashes = {sha256(repr(list(copy.feeds().items())).encode()).hexdigest()}
    for zone, seed, language in (("Asia/Ulaanbaatar", "2", "C.UTF-8"), ("HST", "3", "C")):
        for file in copy.root.rglob("*.yml"):
            os.utime(file, (int(seed), int(seed)))
        env = {**os.environ, "TZ": zone, "PYTHONHASHSEED": seed, "LC_ALL": language}
        command = [sys.executable, "-c", HASHED, str(copy.root), START.isoformat()]
        done = subprocess.run(command, cwd=ROOT, env=env, capture_output=True, text=True, check=True)
        hashes.add(done.stdout.strip())
    assert len(hashes) == 1


def test_a_day_in_which_nothing_falls_due_changes_no_byte(short: Path, tmp_path: Path) -> None:
    """Two builds a day apart differ only by what fell due in between (I6)."""
    copy = _copy(short, tmp_path)
    before = copy.feeds()
    copy.now += timedelta(days=1)
    assert copy.feeds() == before


def test_drafts_and_what_is_scheduled_are_in_no_feed(short: Path, tmp_path: Path) -> None:
    """Neither the guid nor the words of a draft or of what is to come stand in any file (I11)."""
    copy = _copy(short, tmp_path)
    before = copy.feeds()
    later = spoken(copy.now + timedelta(seconds=1))
    announcement(copy, Random(1), standing="draft")  # noqa: S311
    announcement(copy, Random(2), released=later)  # noqa: S311
    assert copy.feeds() == before
    copy.now += timedelta(seconds=1)
    assert b"Headline number 102" in copy.feeds()["feeds/updates.xml"]


@pytest.mark.parametrize("moment", [None, "2027-03-01", "2027-03-01 09:00"])
def test_a_moment_without_its_zone_is_never_guessed(short: Path, tmp_path: Path, moment: str | None) -> None:
    """A missing moment, a bare day and a time without a zone are mistakes to mend (I4)."""
    copy = _copy(short, tmp_path)
    announcement(copy, Random(1), released=moment)  # noqa: S311
    with pytest.raises(ProblemsFound, match="zone"):
        copy.feeds()
