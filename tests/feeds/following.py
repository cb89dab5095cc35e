"""A project that is being edited -> what somebody who follows its feeds in a real feed reader is told."""

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from reader import EntryUpdateStatus, Reader, make_reader

from .edits import Copy

UPDATES = ("updates.xml", "updates.atom", "updates.json")


@dataclass
class Follower:
    """Someone who follows several feeds in a real feed reader, from the first build on."""

    copy: Copy
    folder: Path = field(init=False)
    reader: Reader = field(init=False)
    new: list[tuple[str, str]] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.folder = self.copy.root / "out"
        self.reader = make_reader(":memory:", feed_root=str(self.folder))
        self.reader.after_entry_update_hooks.append(self._noted)
        for name in followed(self.copy):
            self.reader.add_feed(f"feeds/{name}")

    def look(self, files: dict[str, bytes]) -> list[tuple[str, str]]:
        """Fetch every feed; return what the reader calls new, as pairs of feed and guid.

        A feed whose bytes are the same is not read again: a server answers 304 (RFC 9110, section 15.4.5).
        """
        self.new = []
        for name in followed(self.copy):
            file, content = self.folder / "feeds" / name, files[f"feeds/{name}"]
            if not file.is_file() or file.read_bytes() != content:
                file.parent.mkdir(parents=True, exist_ok=True)
                file.write_bytes(content)
                self.reader.update_feed(f"feeds/{name}")
        assert all(feed.last_exception is None for feed in self.reader.get_feeds())
        return self.new

    def dates(self) -> dict[tuple[str, str], Any]:
        """Return when each item that was ever seen was published, by feed and guid."""
        return {(feed_of(entry), entry.id): entry.published for entry in self.reader.get_entries()}

    def updates(self) -> dict[str, Any]:
        """Return when each item of updates.atom was updated, by guid."""
        return {e.id: e.updated for e in self.reader.get_entries() if feed_of(e) == "updates.atom"}

    def _noted(self, _: Reader, entry: Any, status: EntryUpdateStatus) -> None:
        if status is EntryUpdateStatus.NEW:
            self.new.append((feed_of(entry), entry.id))


def followed(copy: Copy) -> tuple[str, ...]:
    """Return the feeds of a project that somebody follows."""
    topic, country = (copy.ids(name)[0] for name in ("topics", "countries"))
    return (*UPDATES, "events.xml", f"topics/{topic}.atom", f"countries/{country}.json")


def feed_of(entry: Any) -> str:
    """Return the feed that an entry of a reader comes from."""
    return str(entry.feed_url).removeprefix("feeds/")
