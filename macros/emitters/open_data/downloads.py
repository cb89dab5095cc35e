"""The files that readers may download -> their set of open data."""

from ...catalogue.downloads import offered_files
from . import values as v
from .dataset import HOME, Dataset
from .fields import Field, Shape, Type, maybe
from .values import TEXT, WORD, Named

LENGTH = Type(int)
ADDRESS = Type(str, lambda source, offered: offered.url(source.site.url))

FIELDS = (
    Field("title", "Its title", TEXT, "offered.file.title"),
    Field(
        "kind", "Full text, summary, slides, agenda, list of participants or annex", WORD, "offered.file.kind"
    ),
    Field("language", "The language that it is written in (ISO 639)", WORD, "offered.file.language"),
    Field("address", "Where it is downloaded", ADDRESS, "offered"),
    Field(
        "of",
        "The study, event, document, project or update that it belongs to",
        v.NAMED,
        lambda one: Named(one.kind, one.record.id),
    ),
    Field(
        "media_type", "Its media type, where it lies on this site", maybe(WORD), "offered.stored.media_type"
    ),
    Field("bytes", "Its size in bytes, where it lies on this site", maybe(LENGTH), "offered.stored.length"),
    Field("pages", "How many pages it has, of a PDF", maybe(LENGTH), "offered.stored.pages"),
    Field(
        "sha256",
        "Its SHA-256 in hexadecimal, by which copies are told to be whole",
        maybe(WORD),
        "offered.stored.digest",
    ),
)
FILES = Dataset(
    "files",
    "Files",
    "What readers may download: full texts, summaries, slides, agendas, each with its size and digest.",
    HOME,
    offered_files,
    Shape("FileShape", "A file for readers.", FIELDS),
)
