"""The files of a record -> the MediaObjects of schema.org that readers may download."""

from typing import Any

from ...catalogue.downloads import Offered, files_of
from ...catalogue.file_words import size_words
from .describing import Describer, Thing, filled


def media_objects(by: Describer, record: Any) -> list[Thing]:
    """Return the files of a record, the main one first."""
    return [_media_object(by, offered) for offered in files_of(by.catalogue, record)]


def _media_object(by: Describer, offered: Offered) -> Thing:
    stored = offered.stored
    return filled(
        {
            "@type": "MediaObject",
            "name": by.text(offered.file.title),
            "contentUrl": offered.url(by.site.url),
            "encodingFormat": stored.media_type if stored else None,
            "contentSize": size_words(stored.length) if stored else None,
            "inLanguage": offered.file.language,
            "sha256": stored.digest if stored else None,
        }
    )
