"""The elements of a flyer -> where its words stand, and what is wrong with that."""

from collections.abc import Iterable, Iterator
from itertools import combinations

from macros.emitters.flyer.elements import HEIGHT, WIDTH, Drawing, Element, Words
from macros.emitters.flyer.page import CODE, FOOT, MARGIN

Box = tuple[float, float, float, float]
LEAST = 20.0  # points that printers need at the edges
SLACK = 1.5  # points by which the descent of a line may touch the ascent of the next


def line_boxes(elements: Iterable[Element]) -> list[tuple[str, Box]]:
    """Return each line with its box."""
    found = [one for one in elements if isinstance(one, Words)]
    return [(line.words, line.box(words.size)) for words in found for line in words.lines]


def faults(elements: list[Element]) -> Iterator[str]:
    """Yield what runs over the page, over the code, over a picture, or over other words."""
    boxes = line_boxes(elements)
    for words, (left, top, right, bottom) in boxes:
        if left < LEAST or top < LEAST or right > WIDTH - LEAST or bottom > HEIGHT - 8:
            yield f"over the edge: {words!r} {left, top, right, bottom}"
        if top < FOOT < bottom:
            yield f"over the foot: {words!r} {top, bottom}"
        if top > FOOT and left < MARGIN + CODE and top < FOOT + 20 + CODE:
            yield f"over the code: {words!r}"
    for (one, first), (other, second) in combinations(boxes, 2):
        if _meet(first, second, SLACK):
            yield f"over each other: {one!r} {first} and {other!r} {second}"
    for drawing in (one for one in elements if isinstance(one, Drawing)):
        x, y, width, height = drawing.box
        yield from (
            f"over a picture: {words!r}"
            for words, box in boxes
            if _meet(box, (x, y, x + width, y + height), SLACK)
        )


def _meet(one: Box, other: Box, slack: float) -> bool:
    across = min(one[2], other[2]) - max(one[0], other[0])
    down = min(one[3], other[3]) - max(one[1], other[1])
    return across > slack and down > slack
