"""The files of a record, the recordings of an event -> the MediaObjects of schema.org."""

from typing import Any

from ...catalogue.downloads import Offered, files_of
from ...catalogue.file_words import size_words
from ...records.event import Event
from .describing import Describer, Thing, filled


def media_objects(by: Describer, record: Any) -> list[Thing]:
    """Return the files of a record, the main one first."""
    return [_media_object(by, offered) for offered in files_of(by.catalogue, record)]


def recordings(by: Describer, event: Event) -> list[Thing]:
    """Return the recordings of an event and its sessions; whether they are of sound alone is not told."""
    return [
        filled(
            {
                "@type": "MediaObject",
                "name": by.text(recording.title or title),
                "url": recording.link,
                "duration": recording.duration,
                "inLanguage": recording.language,
            }
        )
        for title, recording in event.recordings()
    ]


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
