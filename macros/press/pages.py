"""The pages of docs/ -> their settings, words and calls, and every mistake in them with file and line."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial

from markupsafe import Markup

from ..calls.check import Called, Found, calls_in, check_calls
from ..calls.offered import CALLS, OPENING
from ..catalogue import Catalogue, Problem
from ..catalogue.addresses import named_at
from ..catalogue.written import WrittenPage, visible
from .checks import TAGS, check_words, half_calls, ids_in
from .front_matter import FrontMatter, front_matter
from .markup import Extensions
from .places import Places
from .prose import Slotted, readable, slotted

REMARK = re.compile(r"<!--.*?-->", re.DOTALL)
ID = re.compile(r'\bid="([^"]+)"')
OWN_PAGE = "announcements"


@dataclass(frozen=True, slots=True)
class Prose:
    """A page of docs/ in its parts; without words where its settings or braces cannot be read."""

    page: WrittenPage
    front: FrontMatter
    words: Slotted | None
    calls: tuple[Called, ...] = ()

    @property
    def file(self) -> str:
        """Return the page's file, by its path below docs/."""
        return self.page.shown.partition("/")[2]


def prose_of(page: WrittenPage, frames: tuple[str, ...]) -> Prose:
    """Return a page in its parts; frames are the templates that it may name.

    A character that nobody sees is told where pages are read; the rest is looked at as editors see it.
    """
    front = front_matter(visible(page.text), frames)
    if readable(front.body):
        return Prose(page, front, None)
    return Prose(page, front, slotted(front.body), tuple(calls_in(front.body)))


def check_prose(
    pages: Iterable[Prose], catalogue: Catalogue, extensions: Extensions, places: Places
) -> Iterator[Problem]:
    """Yield what is wrong with pages, and with their links where all else is in order."""
    for prose in pages:
        for line, message, cause in _unfit(prose, catalogue, extensions, places):
            tags = cause.startswith(TAGS)
            yield Problem(prose.page.shown, line, message, f"{prose.page.shown}: {cause}" if tags else cause)


def ids_on(prose: Prose, extensions: Extensions, render: Callable[[Called], Markup]) -> set[str]:
    """Return every id of a page: those of its words, and those of what its calls return."""
    if prose.words is None:
        return set()
    made = (render(call) for call in prose.calls)
    return ids_in(prose.words, extensions).union(*(ID.findall(html) for html in made))


def _unfit(prose: Prose, catalogue: Catalogue, extensions: Extensions, places: Places) -> Iterator[Found]:
    front = prose.front
    yield from (Found(line, message) for line, message in front.faults)
    if front.faults and not front.body:
        return
    if not front.body.strip():
        yield Found(1, "the page is empty; write it, or delete the file")
        return
    wrong = list(check_calls(front.body, catalogue))
    yield from (found._replace(line=found.line + front.offset) for found in wrong)
    if prose.words is None:
        return
    yield from _misplaced(prose, catalogue)
    if not wrong and not front.faults and not any(half_calls(prose.words)):
        yield from _opening(prose, catalogue)
    linked = partial(places.unfit, file=prose.file, address=prose.page.path)
    yield from check_words(front, prose.words, extensions, linked)


def _misplaced(prose: Prose, catalogue: Catalogue) -> Iterator[Found]:
    """Yield calls of an announcement's page elsewhere: it may not be out yet, or no more."""
    kind, owner = named_at(prose.page.path) or ("", "")
    if kind == OWN_PAGE and owner not in catalogue.ids(OWN_PAGE):
        return  # the page of an announcement that is not there, or was renamed: told as such
    for call in prose.calls:
        own = OPENING[OWN_PAGE]
        id = str(call.arguments[0]) if call.name == own and call.arguments else ""
        if id in catalogue.ids(OWN_PAGE) and named_at(prose.page.path) != (OWN_PAGE, id):
            yield Found(
                call.line + prose.front.offset, f"{own}() belongs on that update's own page; take it out"
            )


def _opening(prose: Prose, catalogue: Catalogue) -> Iterator[Found]:
    """Yield a record's page that does not begin with its record's call: it would have no heading or date."""
    kind, id = named_at(prose.page.path) or ("", "")
    if not kind or id not in catalogue.ids(kind) or prose.words is None:
        return
    name = OPENING[kind]
    call = f'{{{{ {name}("{id}") }}}}'
    at = next((n for n, c in enumerate(prose.calls) if (c.name, c.arguments[:1]) == (name, (id,))), None)
    begins = REMARK.sub("", prose.words.text).lstrip()
    if at is None:
        yield Found(1, f"begin the page with {call}; heading and dates come from it")
    elif not re.match(rf'<(?:div|span) {prose.words.mark}="{at}"', begins):
        yield Found(prose.front.offset + 1, f"text stands before {call}; put it below that line")


def render_call(call: Called, view: object) -> Markup:
    """Return what a call returns on the page of a view."""
    return CALLS[call.name](view, *call.arguments, **dict(call.named))
