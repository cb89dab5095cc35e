"""A record's pages on partners' sites -> those that are our own, and those that are named twice."""

from collections.abc import Iterator

from ...records.base import Record
from ...records.event import Event
from ...records.project import Project
from ...records.study import Study
from ..shape import KeyPath


def check_elsewhere(record: Record, home: str) -> Iterator[tuple[KeyPath, str]]:
    """Yield each page that lies on our own site, at home ('' where it has no address), or comes again."""
    seen: set[str] = set()
    for number, page in enumerate(record.also_at if isinstance(record, Event | Project | Study) else ()):
        if home and _bare(page.link).startswith(_bare(home)):
            wrong = f"'{page.link}' is a page of our own site; name the partner's, or delete it"
            yield ("also_at", number, "link"), wrong
        elif page.link in seen:
            yield ("also_at", number, "link"), f"'{page.link}' stands twice in 'also_at'; keep one of them"
        seen.add(page.link)


def _bare(address: str) -> str:
    """Return an address without its scheme and 'www.', ending in a slash, in small letters."""
    return address.partition("://")[2].casefold().removeprefix("www.").rstrip("/") + "/"
