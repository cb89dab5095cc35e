"""The sample project in a real Git repository, its clones, and what publishing does in them."""

import json
import os
import shutil
import subprocess
import sys
from collections import Counter
from datetime import UTC, datetime
from pathlib import Path
from random import Random
from typing import Any

from reader import EntryUpdateStatus, Reader, make_reader

from macros.__main__ import main
from macros.records.moment import spoken
from macros.settings import Folders

from ..copies import copied
from ..feeds.edits import ROOT, Copy, Values, read, write

SAMPLE = ROOT / "tests" / "sample_data"
START = datetime(2027, 1, 10, 9, tzinfo=UTC)
FOLLOWED = ("updates.xml", "updates.atom", "updates.json", "events.xml")
EVENTS = ("dune-forum-2026", "reed-workshop-2027", "salt-day-2027")


def git(root: Path, *arguments: str) -> str:
    """Run Git in a folder; raises CalledProcessError where it fails."""
    said = ("-c", "user.name=Editor", "-c", "user.email=editor@example.org", "-c", "commit.gpgsign=false")
    env = {**os.environ, "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull}
    done = subprocess.run(
        ["git", *said, *arguments], cwd=root, env=env, capture_output=True, text=True, check=True
    )
    return done.stdout


def repository(root: Path) -> Copy:
    """Return the sample project as a repository with one commit, at a moment when it was just published."""
    copied(Folders(SAMPLE), root)
    for link in ("overrides", "macros"):
        (root / link).unlink()
    shutil.copy(ROOT / ".gitignore", root)
    git(root, "init", "--quiet", "--initial-branch=main")
    return prepared(Copy(root, START))


def prepared(copy: Copy) -> Copy:
    """Link the templates, publish what is due, and commit."""
    for link in ("overrides", "macros"):
        (copy.root / link).symlink_to(ROOT / link)
    with (copy.root / ".git" / "info" / "exclude").open("a") as exclude:
        exclude.write("overrides\nmacros\n")
    copy.publish()
    commit(copy)
    return copy


def clone(copy: Copy, root: Path) -> Copy:
    """Return a clone of a repository."""
    git(copy.root, "clone", "--quiet", str(copy.root), str(root))
    return prepared(Copy(root, copy.now, serial=copy.serial))


def commit(copy: Copy) -> None:
    """Commit everything there is."""
    git(copy.root, "add", "--all")
    git(copy.root, "commit", "--quiet", "--allow-empty", "--message", "Edited")


def merge(copy: Copy, other: Copy) -> None:
    """Merge another clone into this one; raises CalledProcessError where Git finds a conflict."""
    git(copy.root, "fetch", "--quiet", str(other.root), "HEAD")
    git(copy.root, "merge", "--quiet", "--no-edit", "FETCH_HEAD")
    copy.now = max(copy.now, other.now)


def say(copy: Copy, id: str, released: datetime, **values: Any) -> str:
    """Write an announcement that is ready; return its guid."""
    guid = f"tag:neaspec.org,2026:{id}"
    plain = {"standing": "ready", "kind": "news", "about": {"event": EVENTS[0]}}
    words = {"headline": f"Headline of {id}", "summary": f"Summary of {id}."}
    write(
        copy.announcements / f"{id}.yml",
        {"guid": guid, **plain, "released": spoken(released), **words, **values},
    )
    return guid


def checks(copy: Copy) -> bool:
    """Return whether 'outreach check' finds nothing."""
    return main(["--project", str(copy.root), "check", "--now", spoken(copy.now)]) == 0


def items(copy: Copy) -> dict[str, Values]:
    """Return the items of updates.json by guid."""
    return {item["id"]: item for item in json.loads(copy.feeds()["feeds/updates.json"])["items"]}


def withdraw(copy: Copy, pick: Random) -> None:
    """Take something that was released back, where there is anything."""
    found = [file for file, _ in copy.released() if file.stem.startswith("said-")]
    if found:
        file = pick.choice(found)
        write(file, read(file) | {"standing": "withdrawn"})


def publish_command(copy: Copy) -> list[str]:
    """Return the command that publishes in a process of its own."""
    return [sys.executable, "-m", "macros", "--project", str(copy.root), "publish", "--now", spoken(copy.now)]


class Subscriber:
    """Someone who follows feeds in a real feed reader; new counts what it called new, by feed and guid."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.new: Counter[tuple[str, str]] = Counter()
        self.carried: set[tuple[str, str]] = set()
        self.reader = make_reader(":memory:", feed_root=str(folder))
        self.reader.after_entry_update_hooks.append(self._noted)
        for name in FOLLOWED:
            self.reader.add_feed(name)

    def look(self, copy: Copy) -> None:
        """Fetch every feed of a build."""
        files = copy.feeds()
        for name in FOLLOWED:
            (self.folder / name).write_bytes(files[f"feeds/{name}"])
        self.reader.update_feeds(scheduled=False)
        assert all(feed.last_exception is None for feed in self.reader.get_feeds())
        held = {(str(entry.feed_url), entry.id) for entry in self.reader.get_entries()}
        guids = {item["id"] for item in json.loads(files["feeds/updates.json"])["items"]}
        self.carried |= {("updates.json", guid) for guid in guids}
        assert {("updates.json", guid) for guid in guids} <= held

    def once(self) -> bool:
        """Return whether each item of each feed was new exactly once, and none was missed."""
        seen = {key for key in self.new if key[0] == "updates.json"}
        return set(self.new.values()) <= {1} and seen == self.carried

    def _noted(self, _: Reader, entry: Any, status: EntryUpdateStatus) -> None:
        if status is EntryUpdateStatus.NEW:
            self.new[(str(entry.feed_url), entry.id)] += 1
