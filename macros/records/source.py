"""Where a fact stands: a document and the place in it; every record names at least one."""

import re
from typing import Annotated

from pydantic import AfterValidator, Field, WithJsonSchema, model_validator

from .base import DocumentId, Part, PlaceNumber, problem
from .plain_text import Line
from .text import Text


def _paragraph(value: str) -> str:
    if not re.fullmatch(r"[0-9]{1,3}(-[0-9]{1,3})?", value):
        raise problem(f"'{value}' is not a paragraph; write its number, or two joined by '-', such as 6-14")
    first, _, last = value.partition("-")
    if last and int(last) <= int(first):
        raise problem(f"'{value}' ends before it starts; write the smaller paragraph first")
    return value


Paragraph = Annotated[
    str,
    AfterValidator(_paragraph),
    WithJsonSchema({"type": ["string", "integer"], "pattern": r"^[0-9]{1,3}(-[0-9]{1,3})?$"}),
]


class Source(Part):
    """A document and the place in it: a paragraph, a footnote, a page or a named section."""

    document: DocumentId
    paragraph: Paragraph | None = None
    footnote: PlaceNumber | None = None
    page: PlaceNumber | None = None
    section: Line | None = None
    citing: Annotated[tuple[DocumentId, ...], Field(description="What that place itself relies on")] = ()

    @model_validator(mode="after")
    def _has_a_place(self) -> "Source":
        if self.paragraph is None and self.footnote is None and self.page is None and self.section is None:
            raise problem(
                "has no place beside it; add a line 'paragraph: 8', or one with footnote, page or section",
                "document",
            )
        return self

    @property
    def paragraphs(self) -> tuple[int, ...]:
        """Return the numbers of the first and last paragraph meant, or nothing."""
        return tuple(int(n) for n in self.paragraph.split("-")) if self.paragraph else ()

    def place(self, language: str = "en") -> str:
        """Return the place in words: 'para. 8', 'paras. 6–14, footnote 7'."""
        words = []
        if self.section:
            words.append(self.section.to(language))
        if self.paragraph:
            several = "-" in self.paragraph
            words.append(f"para{'s' if several else ''}. {self.paragraph.replace('-', '–')}")
        if self.page is not None:
            words.append(f"p. {self.page}")
        if self.footnote is not None:
            words.append(f"footnote {self.footnote}")
        return ", ".join(words)


class Basis(Part):
    """The document's own words that decide a stage or a standing, with their place."""

    words: Text
    source: Source


Sources = Annotated[tuple[Source, ...], Field(min_length=1)]
