"""Files that readers download: what each is, in which language, and where it lies."""

import re
from typing import Annotated, Literal

from pydantic import AfterValidator, Field, WithJsonSchema, model_validator

from .base import Link, Part, problem
from .language import LanguageCode
from .moment import Moment
from .plain_text import Line

FileKind = Literal["full text", "summary", "slides", "agenda", "list of participants", "annex"]
ENDINGS = ("pdf", "docx", "pptx", "xlsx", "odt", "odp", "csv", "txt", "zip", "epub")
NAME = re.compile(r"(?:[a-z0-9]+(?:[-_][a-z0-9]+)*/)*[a-z0-9]+(?:[-_.][a-z0-9]+)*", re.ASCII)


def _file(value: str) -> str:
    if not NAME.fullmatch(value):
        raise problem(
            f"'{value}' cannot be a file's name, which becomes its address; rename the file with lower-case "
            "letters, digits and hyphens, such as land-study-2026.pdf"
        )
    if value.rpartition(".")[2] not in ENDINGS:
        raise problem(f"'{value}' is of no kind that we publish; use one that ends in {', '.join(ENDINGS)}")
    return value


FileName = Annotated[
    str,
    AfterValidator(_file),
    WithJsonSchema({"type": "string", "pattern": rf"^{NAME.pattern}\.({'|'.join(ENDINGS)})$"}),
]


class File(Part):
    """A file of docs/files/, or one that is too large for the site and lies elsewhere."""

    file: Annotated[FileName | None, Field(description="Its path below docs/files/")] = None
    link: Annotated[Link | None, Field(description="Where it lies, of a file too large for the site")] = None
    title: Line
    language: LanguageCode
    kind: FileKind
    note: Annotated[Line | None, Field(description="What else to know, such as the edition")] = None
    released: Annotated[Moment | None, Field(description="Not published before: 2027-03-01 09:00 +09:00")] = (
        None
    )
    formerly: Annotated[
        tuple[FileName, ...], Field(description="Names it had before; at their addresses it still is")
    ] = ()

    @model_validator(mode="after")
    def _lies_somewhere(self) -> "File":
        if (self.file is None) == (self.link is None):
            raise problem(
                "needs one place; write 'file' for a file of docs/files/, or 'link' for one elsewhere"
            )
        if self.link and not self.link.startswith(("http://", "https://")):
            raise problem(
                f"cannot be '{self.link}', where no file lies; write its address, with https://", "link"
            )
        if self.link and self.formerly:
            raise problem("has no address here while it lies elsewhere; delete it", "formerly")
        return self


Files = Annotated[tuple[File, ...], Field(description="What readers download, the main one first")]
