"""Two clones of a Git repository that publish and are merged: no conflict, nothing twice, in any order."""

import json
import shutil
import subprocess
from datetime import timedelta
from pathlib import Path

import pytest

from macros.records.moment import moment_from
from macros.records.release import Release

from ..feeds.edits import Copy, read, write
from ..releases.former import former_lines
from .histories import ledger_of, run_history
from .repository import (
    EVENTS,
    START,
    Subscriber,
    checks,
    commit,
    git,
    items,
    merge,
    repository,
    say,
)

HISTORIES = 4  # more by hand: python -m tests.two_publish 50


@pytest.fixture
def branches(tmp_path: Path) -> tuple[Copy, Copy]:
    """Return two clones that have an announcement in common which neither has released yet."""
    main = repository(tmp_path / "main")
    say(main, "said-by-both", START + timedelta(minutes=10))
    commit(main)
    main.now += timedelta(hours=1)
    return clone_unpublished(main, tmp_path / "ours"), clone_unpublished(main, tmp_path / "theirs")


def clone_unpublished(main: Copy, root: Path) -> Copy:
    """Return a clone in which nothing was published."""
    git(main.root, "clone", "--quiet", str(main.root), str(root))
    (root / "overrides").symlink_to(main.root / "overrides")
    (root / ".git" / "info" / "exclude").write_text("overrides\n")
    return Copy(root, main.now)


def published(copy: Copy) -> Copy:
    """Commit, publish and commit."""
    commit(copy)
    copy.publish()
    commit(copy)
    return copy


def both_ways(ours: Copy, theirs: Copy) -> tuple[Copy, Copy]:
    """Return the two merged, ours into theirs and theirs into ours."""
    shutil.copytree(theirs.root, theirs.root.with_name("other"), symlinks=True)
    other = Copy(theirs.root.with_name("other"), theirs.now)
    merge(other, ours)
    merge(ours, theirs)
    return ours, other


@pytest.mark.parametrize("seed", range(HISTORIES))
def test_random_histories_merge_without_a_hand(seed: int, tmp_path: Path) -> None:
    """Git finds no conflict, the check nothing wrong, and a reader gets each item exactly once."""
    assert run_history(seed, tmp_path) > 0


@pytest.mark.parametrize("minutes", [5, 10, 20])
def test_what_the_other_branch_overtook_is_recorded_after_it(
    branches: tuple[Copy, Copy], minutes: int, tmp_path: Path
) -> None:
    """Earlier than, at and later than what was released there: it is published as it is, each item once."""
    ours, theirs = branches
    published(ours)
    guid = say(theirs, "late", START + timedelta(minutes=minutes))
    commit(theirs)
    subscriber = Subscriber(tmp_path)
    subscriber.look(ours)
    one, other = both_ways(ours, theirs)
    assert checks(one)
    subscriber.look(one)
    built = items(one)[guid]["date_published"]
    for copy in (one, other):
        published(copy)
        subscriber.look(copy)
    assert subscriber.once()
    assert one.ledger() == other.ledger()
    release = ledger_of(one).releases[guid]
    expected = START + max(timedelta(minutes=minutes), timedelta(minutes=10, seconds=1))
    assert (release.released, release.asked is None) == (expected, minutes == 20)
    assert [moment_from(built), moment_from(items(one)[guid]["date_published"])] == [expected, expected]


def test_what_both_released_is_released_once(branches: tuple[Copy, Copy]) -> None:
    """The earlier of two releases counts, whichever branch is merged into which."""
    ours, theirs = branches
    say(theirs, "before", START + timedelta(minutes=10, seconds=30))
    say(theirs, "ahead", START + timedelta(minutes=9))
    published(ours)
    theirs.now = START + timedelta(minutes=10)
    say(theirs, "same", theirs.now)
    published(theirs)
    one, other = both_ways(ours, theirs)
    assert ledger_of(one) == ledger_of(other)
    both = [e for e in ledger_of(one).entries if isinstance(e, Release) and e.path.endswith("said-by-both/")]
    assert len(both) == 2
    release = ledger_of(one).releases[both[0].guid]
    assert release.released == min(entry.released for entry in both)
    assert checks(one)
    assert one.feeds() == other.feeds()
    assert sum(id == release.guid for id in items(one)) == 1


def test_what_both_took_back_is_taken_back_once(branches: tuple[Copy, Copy]) -> None:
    """Two withdrawals of a guid are no mistake."""
    ours, theirs = branches
    published(ours)
    merge(theirs, ours)
    for copy, minutes in ((ours, 1), (theirs, 2)):
        file = copy.announcements / "said-by-both.yml"
        write(file, read(file) | {"standing": "withdrawn"})
        copy.now += timedelta(minutes=minutes)
        published(copy)
    one, other = both_ways(ours, theirs)
    assert ledger_of(one) == ledger_of(other)
    assert checks(one)
    before = one.ledger()
    one.publish()
    assert one.ledger() == before


def test_two_versions_of_an_event_become_a_third(branches: tuple[Copy, Copy]) -> None:
    """Each branch changes another line of an event; the merge of both is the next version, and stays it."""
    ours, theirs = branches
    published(ours)
    merge(theirs, ours)
    files = [copy.root / "data" / "events" / f"{EVENTS[1]}.yml" for copy in branches]
    first = ledger_of(ours).entered[read(files[0])["uid"]]
    write(files[0], read(files[0]) | {"title": "Another title"})
    write(files[1], read(files[1]) | {"place": read(files[1])["place"] | {"city": "Saltport"}})
    for copy in (ours, theirs):
        copy.now += timedelta(minutes=1)
        published(copy)
    one, other = both_ways(ours, theirs)
    assert ledger_of(one) == ledger_of(other)
    versions = ledger_of(one).versions[first.uid]
    assert [entry.sequence for entry in versions[-2:]] == [first.sequence + 1] * 2
    assert checks(one)
    published(one)
    last = ledger_of(one).entered[first.uid]
    assert (last.sequence, last.slot.summary) == (first.sequence + 2, "Another title")
    assert "Saltport" in last.slot.location
    before = one.ledger()
    one.publish()
    assert one.ledger() == before


def test_a_conflict_in_the_former_file_is_told_with_a_way_out(
    branches: tuple[Copy, Copy], capsys: pytest.CaptureFixture[str]
) -> None:
    """A branch that published with a former program changed the file on both sides: the advice works."""
    for copy in branches:
        name = f"own-{copy.root.name}"
        guid = say(copy, name, copy.now)
        release = Release(guid=guid, released=copy.now, path=f"updates/{name}/", feeds=("updates", "events"))
        file = copy.root / "data" / "ledger.jsonl"
        seal = json.loads(file.read_text().splitlines()[-1])["seal"]
        file.write_text(file.read_text() + former_lines([release], seal))
        commit(copy)
        assert checks(copy)
    ours, theirs = branches
    with pytest.raises(subprocess.CalledProcessError):
        merge(ours, theirs)
    capsys.readouterr()
    assert not checks(ours)
    said = capsys.readouterr().out
    assert "is the mark of a Git conflict; take the file back as it was (git checkout HEAD -- data" in said
    git(ours.root, "checkout", "HEAD", "--", "data/ledger.jsonl")
    assert git(ours.root, "diff", "--name-only", "--diff-filter=U") == ""
    ours.now += timedelta(seconds=2)
    published(ours)
    assert checks(ours)
    assert {"own-ours", "own-theirs", "said-by-both"} <= {id.rpartition(":")[2] for id in items(ours)}


@pytest.mark.parametrize("side", ["HEAD", "MERGE_HEAD"])
def test_the_advice_works_in_the_middle_of_a_conflict(branches: tuple[Copy, Copy], side: str) -> None:
    """A file of either branch, lost or altered while other files are in conflict, is taken back."""
    for copy in branches:
        say(copy, f"own-{copy.root.name}", START + timedelta(minutes=5))
        (copy.root / "docs" / "index.md").write_text(f"# {copy.root.name}\n")
        published(copy)
    ours, theirs = branches
    files = {"HEAD": ours.ledger(), "MERGE_HEAD": theirs.ledger()}
    with pytest.raises(subprocess.CalledProcessError):
        merge(ours, theirs)
    whole = ours.ledger()
    name = min(set(files[side]) - set(files["HEAD"] if side == "MERGE_HEAD" else files["MERGE_HEAD"]))
    (ours.root / "data" / "ledger" / name).write_text(json.dumps({}))
    assert not checks(ours)
    git(ours.root, "checkout", "HEAD", "--", "data/ledger*")
    git(ours.root, "checkout", "MERGE_HEAD", "--", "data/ledger*")
    assert ours.ledger() == whole == files["HEAD"] | files["MERGE_HEAD"]
    assert ledger_of(ours)
