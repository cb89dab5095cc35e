"""A source -> when its word was written: the day of the Secretariat's own, or the date of the document."""

from collections.abc import Mapping

from ..records.base import Record
from ..records.document import Document
from ..records.source import Source
from ..records.when import PartialDate


def written_on(source: Source, documents: Mapping[str, Record]) -> PartialDate | None:
    """Return when a source was written, as exact as that is known; None where it is not."""
    document = documents.get(source.document or "")
    return document.date if isinstance(document, Document) else source.secretariat
