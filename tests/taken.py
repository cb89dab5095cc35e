"""Words of any kind -> whether a record takes them, and a text of them where it does not."""

import unicodedata

from pydantic_core import PydanticCustomError

from macros.records.text import DEFAULT_LANGUAGE, Text, text_from


def taken(words: str) -> bool:
    """Return whether a text of a record may be these words."""
    try:
        text_from(words)
    except PydanticCustomError:
        return False
    return True


def unchecked(words: str) -> Text:
    """Return a text of words that a check might refuse: what writes a format escapes them all the same."""
    return Text(((DEFAULT_LANGUAGE, unicodedata.normalize("NFC", words).strip()),))
