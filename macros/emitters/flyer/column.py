"""Words, one after another -> a column of them that is filled from above."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from ..cards.runs import unreadable
from .elements import Element, Field, Words, fitted, paragraph
from .lettering import lettered

Sizes = Sequence[tuple[float, int]]


@dataclass
class Column:
    """A column: its left side, its width, and how far down it is filled; what stands in it, in order."""

    left: float
    top: float
    width: float
    language: str
    elements: list[Element] = field(default_factory=list)

    def fit(
        self,
        words: str,
        voice: str,
        sizes: Sizes,
        ink: str,
        *,
        tag: str = "P",
        height: float = 400,
        link: str = "",
        after: float = 0,
    ) -> None:
        """Add words at the largest of some sizes that fits, or none where no typeface has their script."""
        text = lettered(words, voice, self.language)
        if not text.text or unreadable(text):
            return
        lines, size = fitted(text, (self.left, self.top), (self.width, height), sizes)
        self._add(Words(tag, lines, size, ink, link), after)

    def flow(
        self, words: str, voice: str, size: float, ink: str, *, leading: float = 1.38, after: float = 0
    ) -> None:
        """Add a paragraph, or none where its script is one that no typeface has."""
        text = lettered(words, voice, self.language)
        if text.text and not unreadable(text):
            lines = paragraph(text, (self.left, self.top), self.width, size, leading)
            self._add(Words("P", lines, size, ink), after)

    def box(self, inside: "Column", fill: str, padding: float) -> None:
        """Add what stands in another column on a field of its own, which is as high as that."""
        height = inside.top + padding - self.top
        self.elements += [Field((self.left, self.top, self.width, height), fill), *inside.elements]
        self.top += height

    def _add(self, words: Words, after: float) -> None:
        self.elements.append(words)
        self.top = words.bottom + after
