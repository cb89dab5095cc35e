"""What a fact rests on: a document and the place in it, or the Secretariat's own word of a day."""

import re
from typing import Annotated

from pydantic import AfterValidator, ConfigDict, Field, WithJsonSchema, model_validator

from .base import DocumentId, Part, PlaceNumber, problem
from .plain_text import Line
from .text import Text
from .when import PartialDate
from .words import date_words


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


KINDS = ("document", "secretariat")
PLACES = ("paragraph", "footnote", "page", "section", "citing")


class Source(Part):
    """A document and the place in it, by paragraph, footnote, page or section; or the Secretariat itself."""

    model_config = ConfigDict(json_schema_extra={"oneOf": [{"required": [key]} for key in KINDS]})

    document: Annotated[DocumentId | None, Field(description="or secretariat: 18 August 2026")] = None
    secretariat: Annotated[
        PartialDate | None, Field(description="In place of a document: the day of the Secretariat's own word")
    ] = None
    note: Annotated[Line | None, Field(description="How the Secretariat knows it")] = None
    paragraph: Paragraph | None = None
    footnote: PlaceNumber | None = None
    page: PlaceNumber | None = None
    section: Line | None = None
    citing: Annotated[tuple[DocumentId, ...], Field(description="What that place itself relies on")] = ()

    @model_validator(mode="after")
    def _is_one_of_two(self) -> "Source":
        if self.document is None and self.secretariat is None:
            raise problem(
                "names nothing that it rests on; write 'document' and the place in it, or 'secretariat' and "
                "the day on which the Secretariat said so, such as 'secretariat: 18 August 2026'"
            )
        if self.secretariat is None and self.note:
            raise problem("belongs to what the Secretariat knows itself; delete it", "note")
        if self.secretariat is not None:
            self._own_word_alone()
        return self

    def _own_word_alone(self) -> None:
        if self.document is not None:
            raise problem(
                "stands beside a document; write two sources, one with 'document', one with 'secretariat'",
                "secretariat",
            )
        wrong = next((key for key in PLACES if getattr(self, key)), None)
        if wrong:
            raise problem("is a place in a document, and 'secretariat' is none; write it in 'note'", wrong)

    @model_validator(mode="after")
    def _has_a_place(self) -> "Source":
        if self.document is None:
            return self
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
        """Return the place in words: 'para. 8', 'paras. 6–14, footnote 7'; of its own word the day."""
        if self.secretariat:
            said = f"own knowledge, {date_words(self.secretariat, language)}"
            return f"{said}: {self.note.to(language).rstrip('.')}" if self.note else said
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
    """The words that decide a stage or a standing: a document's with their place, or the Secretariat's."""

    words: Text
    source: Source


Sources = Annotated[tuple[Source, ...], Field(min_length=1)]
