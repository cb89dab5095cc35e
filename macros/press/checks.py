"""The pages of docs/ -> every mistake in their words, with the line on which it stands.

What passes here, an engine makes into pages without a word; what does not is told before an engine sees it.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterator
from functools import cache, partial

from ..calls.check import Found
from ..calls.offered import CALLS
from .allowed import DEEP, DEEPEST, ELEMENTS, unfit
from .front_matter import FrontMatter
from .markup import Extensions, Markup, Tag, markup_of
from .places import Said
from .prose import Slotted

CROWD = re.compile(r"([\[\]()!*_`<>&#~|+^\\{}-])(?:[ \t]*\1){399}")
HALF = re.compile(rf"\{{(?: \{{)? ?(?:{'|'.join(CALLS)})\([^)\n]*\)(?: ?\}})+")
MOST_SIGNS = 2000  # in a paragraph; Markdown takes time by their square
LONGEST_LINE = 20_000
TAGS = "tags"
FAILED = "Markdown cannot read this; write it more simply"
IN_CODE = "a macro call stands inside code; to show braces, put {% raw %} before and {% endraw %} after them"
IN_TAG = "a macro call stands inside an address or a tag; put it among the words"
Told = Callable[[Markup], Iterator[Said]]


def check_words(
    front: FrontMatter, words: Slotted, extensions: Extensions, linked: Callable[[Tag], Iterator[Said]]
) -> Iterator[Found]:
    """Yield what is not published of the words of a page, or does not fit together.

    linked yields why a link or picture leads nowhere, and the cause.
    """
    crowd = list(_crowded(words))
    if crowd:
        yield from (Found(words.source(line) + front.offset, message) for line, message in crowd)
        return
    for line, message in half_calls(words):
        yield Found(words.source(line) + front.offset, message)
    yield from _located(front, words, extensions, lambda made: _unfit(made, words, linked))


def ids_in(words: Slotted, extensions: Extensions) -> set[str]:
    """Return the ids by which links reach places in the words of a page; none where they cannot be read."""
    try:
        tags = markup_of(words.text, extensions, words.mark, ELEMENTS).tags
    except Exception:
        return set()
    return {id for tag in tags for id in _ids(tag)}


def _unfit(made: Markup, words: Slotted, linked: Callable[[Tag], Iterator[Said]]) -> Iterator[Said]:
    deep = any(tag.depth > DEEPEST for tag in made.tags)
    yield from [Said(DEEP)] if deep else (Said(message, TAGS) for message in made.faults)
    for tag in made.tags:
        if any(words.mark in (value or "") for _, value in tag.attributes):
            yield Said(IN_TAG)
            continue
        wrong = [Said(message) for message in unfit(tag)]
        yield from wrong or (linked(tag) if tag.name in ("a", "img") else ())
    for _ in made.within:
        yield Said(IN_CODE)
    seen = Counter(id for tag in made.tags for id in _ids(tag))
    for id, times in seen.items():
        for _ in range(times - 1):
            yield Said(f"the id '{id}' stands twice on this page; give one of them another")


def _ids(tag: Tag) -> Iterator[str]:
    found = tag.get("id"), tag.get("name") if tag.name == "a" else None
    yield from (id for id in dict.fromkeys(found) if id)


def _located(front: FrontMatter, words: Slotted, extensions: Extensions, told: Told) -> Iterator[Found]:
    """Yield each message with the line of the page by which it comes up; tags of one line are one slip."""
    lines = words.text.split("\n")

    @cache
    def until(count: int) -> Counter[Said]:
        try:
            return Counter(told(markup_of("\n".join(lines[:count]), extensions, words.mark, ELEMENTS)))
        except Exception:
            return Counter([Said(FAILED)])

    for said, times in until(len(lines)).items():
        for number in range(1, times + 1):
            line = words.source(_first(partial(_has, until, said, number), len(lines))) + front.offset
            message, cause = said
            yield Found(line, message, f"{TAGS} of line {line}" if cause == TAGS else cause)


def _has(until: Callable[[int], Counter[Said]], said: Said, times: int, count: int) -> bool:
    return until(count)[said] >= times


def _first(holds: Callable[[int], bool], most: int) -> int:
    """Return the smallest number from 1 at which something holds that does not stop holding."""
    low, high = 1, most
    while low < high:
        middle = (low + high) // 2
        if holds(middle):
            high = middle
        else:
            low = middle + 1
    return low


def _crowded(words: Slotted) -> Iterator[tuple[int, str]]:
    """Yield what would take Markdown too long: one sign over and over, and lines without an end."""
    signs = 0
    for number, line in enumerate(words.text.split("\n"), 1):
        signs = signs + sum(line.count(sign) for sign in "[]()*_`<&!") if line.strip() else 0
        if len(line) > LONGEST_LINE:
            yield number, f"this line has {len(line):,} characters; break it into paragraphs"
        elif crowd := CROWD.search(line):
            yield number, f"'{crowd[1]}' stands here hundreds of times in a row; delete them"
        elif signs > MOST_SIGNS:
            yield number, "this paragraph has thousands of marks; break it into several"
            signs = 0


def half_calls(words: Slotted) -> Iterator[tuple[int, str]]:
    """Yield what was meant as a macro call and has too few braces, or a blank between them."""
    for number, line in enumerate(words.text.split("\n"), 1):
        for call in HALF.findall(line):
            mend = "write two braces on each side: {{ name(...) }}"
            yield number, f"'{call[:60]}' is no macro call as it stands; {mend}"
