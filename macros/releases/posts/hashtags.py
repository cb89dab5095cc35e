"""The name of a topic or a country -> its hashtag."""

import unicodedata

import regex

WORD = regex.compile(r"[\p{L}\p{M}\p{N}]+")
HASHTAG = regex.compile(r"[#＃][\p{L}\p{M}\p{N}_]+#?")


def hashtag(name: str) -> str | None:
    """Return '#LandDegradation' for 'land degradation'; None where a digit or no letter would come first."""
    joined = regex.sub(r"['’ʼ]", "", unicodedata.normalize("NFC", name))
    tag = "".join(word[:1].upper() + word[1:] for word in WORD.findall(joined))
    return f"#{tag}" if regex.match(r"\p{L}", tag) else None
