"""The tables that know kinds of record -> a sentence for each thing that one of them lacks."""

import importlib
import pkgutil
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import macros.records
from macros.calls.offered import CALLS
from macros.catalogue.kinds import ANNOUNCED, KINDS, PAGED, PARTS
from macros.catalogue.shape import ref_paths
from macros.emitters.cards.dress import KINDS as DESIGNS
from macros.emitters.structured.things import THINGS
from macros.press.places import made_with_site
from macros.records.announcement import about_keys
from macros.records.kind import Kind
from macros.releases.feeds import GENERAL
from macros.releases.loading import load_catalogue
from macros.views.kinds import PAGES
from macros.views.relations import related_kinds

ROOT = Path(__file__).parents[2]
SETS = "open-data/"


def lacks(root: Path = ROOT) -> list[str]:
    """Return what tables lack of the kinds, in sentences; root is the project whose files are looked at."""
    rows = [*_rows(), *_twice()]
    return rows or [*(line for kind in KINDS.values() for line in _lacks(kind)), *_files(root)]


def _rows() -> Iterator[str]:
    """Yield the modules whose kind is in no table, and the rows of kinds that there are not."""
    for found in pkgutil.iter_modules(macros.records.__path__):
        kind = getattr(importlib.import_module(f"macros.records.{found.name}"), "KIND", None)
        if isinstance(kind, Kind) and kind.name not in KINDS:
            yield f"catalogue/kinds.py does not collect records/{found.name}.py, the kind '{kind.name}'"
    for name in sorted(set(PAGES) - set(PAGED)):
        yield f"views/kinds.py shows '{name}', which has no page: give it page=OwnPage(...) or take it out"
    announced = set(about_keys()) - {"pages"}
    for name in sorted(announced - set(ANNOUNCED)):
        yield f"records/announcement.py names '{name}' in About: give the kind said=Said(...), or take it out"


def _twice() -> Iterator[str]:
    """Yield what two kinds would take from each other: a folder of pages, a call, a feed."""
    calls = [call for page in PAGED.values() for call in (page.call, page.list, page.link) if call]
    taken = (
        ("folder", [page.folder for page in PAGED.values()]),
        ("call", calls),
        ("feed", [said.feed for said in ANNOUNCED.values() if said.purpose]),
    )
    for what, values in taken:
        for value in sorted(value for value, times in Counter(values).items() if times > 1):
            yield f"two kinds have the {what} '{value}': give one of them another"


def _lacks(kind: Kind) -> Iterator[str]:
    what = f"the kind '{kind.name}'"
    if (kind.page is None) == (not kind.anchor):
        yield f"{what} stands nowhere, or twice: give it page=OwnPage(...), or the anchor where it stands"
    if kind.page:
        yield from _of_page(kind.name)
        yield from _of_relations(kind.name)
    if kind.said and kind.name not in about_keys():
        yield f"records/announcement.py has no key for {what} in About: add one, or take said=Said(...) out"
    if kind.said and kind.said.feed not in {feed.name for feed in GENERAL}:
        yield f"there is no feed '{kind.said.feed}' for {what}: give it a purpose, or name one that there is"


def _of_page(name: str) -> Iterator[str]:
    page, shown = PAGED[name], PAGES.get(name)
    if shown is None:
        yield f"views/kinds.py has no page for the kind '{name}': add a row, or take page=OwnPage(...) out"
    elif (shown.list is None) != (not page.list):
        yield f"views/kinds.py and records disagree on a list of '{name}': give call and list, or neither"
    for call in filter(None, (page.call, page.list, page.link)):
        if call not in CALLS:
            yield f"calls/ has no call {call}() for the kind '{name}'"
    if page.card.design not in DESIGNS:
        use = f"use one of {', '.join(DESIGNS)}"
        yield f"cards have no design '{page.card.design}' for the kind '{name}': {use}"
    if name not in THINGS and not page.thing:
        row = "add a row, or the word of schema.org for one: thing='CreativeWork'"
        yield f"emitters/structured/things.py has nothing for the kind '{name}': {row}"


def _of_relations(name: str) -> Iterator[str]:
    """Yield the kinds that a record may be linked with and that its page does not speak of.

    The page of an announcement always names what it is about.
    """
    shown = {*related_kinds(name), *PAGED[name].apart, *(ANNOUNCED if name == "announcements" else ())}
    for other in sorted(_linked(name) - shown):
        say = f"name '{other}' there in related or apart, or say below=('{name}',) in its own module"
        yield f"records of '{other}' linked with one of '{name}' stand nowhere on its page: {say}"
    for other in sorted(shown - _linked(name)):
        yield f"'{name}' shows records of '{other}', and neither can name the other: take it out"


def _linked(name: str) -> set[str]:
    """Return the kinds that name a kind, or that it names, sources aside; parts of records stand apart."""
    models = {kind.name: kind.model for kind in KINDS.values()}
    names = {(kind, ref.kind) for kind, model in models.items() for ref in ref_paths(model) if not ref.cites}
    return {b if a == name else a for a, b in names if name in (a, b)}


def _files(root: Path) -> Iterator[str]:
    """Yield the kinds that the schemas, the sample, the guide and open data do not know."""
    sample = load_catalogue(root / "tests" / "sample_data" / "data")
    guide = (root / "EDITING.md").read_text(encoding="utf-8")
    given = [path.removeprefix(SETS) for path in made_with_site(sample, "en") if path.startswith(SETS)]
    sets = {path.partition(".")[0] for path in given if "/" not in path}
    for kind in KINDS.values():
        if not (root / "data" / "schemas" / f"{kind.name}.json").is_file():
            yield f"data/schemas/ has no schema of the kind '{kind.name}': run make schema"
        if not sample.ids(kind.name):
            yield f"tests/sample_data has no record of the kind '{kind.name}': add one"
        if kind.name not in guide and kind.noun not in guide:
            yield f"EDITING.md does not speak of the kind '{kind.name}': add a page on how to write one"
        for name in sorted(set(kind.datasets) - sets):
            yield f"there is no set of open data '{name}', which the kind '{kind.name}' names"
    for name in sorted(sets - {name for kind in KINDS.values() for name in kind.datasets}):
        yield f"no kind says that the set of open data '{name}' is of its records: add it to datasets"


def unknown_names() -> list[str]:
    """Return the names of kinds that a kind speaks of and that there are not."""
    named = {other for page in PAGED.values() for other in (*page.related, *page.below, *page.apart)}
    refs = {ref.kind for kind in KINDS.values() for ref in ref_paths(kind.model)}
    return sorted((named | refs) - {*KINDS, *PARTS})
