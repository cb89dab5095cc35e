"""The folder data/ -> a checked catalogue with its ledger, or every mistake in it at once."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

from ..catalogue import Catalogue, Problem, ProblemsFound
from ..catalogue.checks.elsewhere import check_elsewhere
from ..catalogue.links import Links
from ..catalogue.loading import Loaded, Records, read_records
from ..catalogue.problems import each_once
from ..records.announcement import Announcement
from ..settings import NOWHERE, Keep, Site, made_anew
from .checks.holding import check_still_true
from .checks.ledger import checked_ledger
from .sharing import check_words


def load_catalogue(data: Path) -> Catalogue:
    """Return the catalogue of a data folder; raises ProblemsFound with every mistake in it."""
    catalogue, problems = check_data(data)
    if catalogue is None or problems:
        raise ProblemsFound(problems)
    return catalogue


def check_data(
    data: Path,
    docs: Path | None = None,
    now: datetime | None = None,
    site: Site = NOWHERE,
    keep: Keep = made_anew,
) -> tuple[Catalogue | None, list[Problem]]:
    """Return the catalogue of the sound records, and every problem; None where there is no data at all.

    With problems it serves to check pages in the same run, and nothing else. The pictures and files that
    records name stand in docs/ beside the folder, unless another is given; keep gives back what was read of
    them before. With a moment, what the records say to be past must be so by then (a clock behind the
    newest release is slow). Posts are measured with the addresses of the site.
    """
    with _collector_at_rest():
        return _check_data(read_records(data, docs or data.parent / "docs", keep), data, now, site)


@contextmanager
def _collector_at_rest() -> Iterator[None]:
    """Keep the garbage collector from walking thousands of records that all stay: a third of the time."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _check_data(
    read: Records, data: Path, now: datetime | None, site: Site
) -> tuple[Catalogue | None, list[Problem]]:
    reading, problems = read.reading, read.reading.problems
    ledger, wrong = checked_ledger(data, reading, [(e.record, e.raw.problem) for e in read.loaded])
    problems.extend(wrong)
    if now:
        problems.extend(read.check_past(max(now, ledger.newest or now)))
    if not any(reading.ids.values()):
        return None, each_once(problems)
    links = Links(read.links)
    catalogue = Catalogue(
        read.by_id,
        links,
        reading.ids,
        ledger=ledger,
        pictures=read.pictures,
        downloads=read.downloads,
        gone=reading.gone,
    )
    problems.extend(_announced_wrongly(read.loaded, catalogue, site))
    for entry in read.loaded:
        problems.extend(entry.raw.problem(*found) for found in check_elsewhere(entry.record, site.url))
    return catalogue, each_once(problems)


def _announced_wrongly(loaded: list[Loaded], catalogue: Catalogue, site: Site) -> Iterator[Problem]:
    """Yield own words that are too long, and what waits to go out although its record changed since."""
    for entry in loaded:
        if isinstance(entry.record, Announcement):
            found = [*check_words(catalogue, entry.record, site), *check_still_true(catalogue, entry.record)]
            yield from (entry.raw.problem(keys, message) for keys, message in found)
