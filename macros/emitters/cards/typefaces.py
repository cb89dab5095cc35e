"""Characters -> the typefaces that have them: the site's own, then Noto Sans CJK; all in fonts/."""

import json
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

from PIL import ImageFont, features

FONTS = Path(__file__).parent / "fonts"
CHARACTERS = FONTS / "characters.json"  # made by tests/typefaces.py, as is NotoSansCJK.ttc
_CJK_INDEX = {"ja": 0, "ko": 1, "zh": 2, "zh-hant": 2}


@dataclass(frozen=True, slots=True)
class Face:
    """A typeface at a weight: where it is, its axes; in ems, the distance of its lines and its height."""

    file: str
    axes: tuple[int, ...]
    leading: float = 1.2
    index: int = 0
    ascent: float = 0.76

    def covers(self, cluster: str) -> bool:
        """Return whether every character of a cluster that shows has a glyph."""
        return all(ord(char) in _characters(self) for char in cluster if shows(char))

    def at(self, size: int) -> ImageFont.FreeTypeFont:
        """Return the face at a size in pixels."""
        return _sized(self, size)


@cache
def kerns() -> bool:
    """Return whether letters can be kerned: Pillow does it with FriBiDi, which the system has or has not."""
    return bool(features.check_feature("raqm"))


def writing_of(language: str) -> str:
    """Return zh, zh-hant, ja or ko for a language of that writing, else the empty string."""
    parts = language.lower().split("-")
    if parts[0] in {"ja", "ko"}:
        return parts[0]
    if parts[0] == "zh":
        return "zh-hant" if {"hant", "tw", "mo", "hk"}.intersection(parts) else "zh"
    return ""


def glyph_forms(text: str, language: str) -> str:
    """Return whose forms of the shared Han characters a text wants: its language's, else its letters'."""
    if writing := writing_of(language):
        return writing
    names = {unicodedata.name(char, "").split(" ")[0] for char in text}
    return "ja" if names & {"HIRAGANA", "KATAKANA"} else "ko" if "HANGUL" in names else "zh"


def faces_for(voice: str, text: str, language: str) -> tuple[Face, ...]:
    """Return the typefaces of a voice ("title", "strong" or "plain"), the preferred first."""
    weight = 400 if voice == "plain" else 600
    own, *others = sorted({0, 1, 2}, key=lambda index: index != _CJK_INDEX[glyph_forms(text, language)])
    han, rest = _cjk(own, weight), [_cjk(index, weight) for index in others]
    if writing_of(language):
        return (han, _sans(weight), *rest)
    return (*([_serif()] if voice == "title" else []), _sans(weight), han, *rest)


def face_of(cluster: str, faces: Iterable[Face]) -> Face | None:
    """Return the first typeface that has a cluster."""
    return next((face for face in faces if face.covers(cluster)), None)


def _serif() -> Face:
    return Face("SourceSerif4.ttf", (600, 36), 1.17)


def _sans(weight: int) -> Face:
    return Face("SourceSans3.ttf", (weight,))


def _cjk(index: int, weight: int) -> Face:
    return Face("NotoSansCJK.ttc", (weight,), 1.3, index, 0.88)


def shows(char: str) -> bool:
    """Return whether a character is seen, and is no mere sign of how others are joined or formed."""
    return unicodedata.category(char) != "Cf" and not "\ufe00" <= char <= "\ufe0f"


def _characters(face: Face) -> frozenset[int]:
    return _known()[f"{face.file}#{face.index}"]


@cache
def _known() -> dict[str, frozenset[int]]:
    known = json.loads(CHARACTERS.read_text(encoding="ascii"))
    return {
        name: frozenset(code for first, last in ranges for code in range(first, last + 1))
        for name, ranges in known.items()
    }


@lru_cache(maxsize=256)
def _sized(face: Face, size: int) -> ImageFont.FreeTypeFont:
    way = ImageFont.Layout.RAQM if kerns() else ImageFont.Layout.BASIC
    font = ImageFont.truetype(FONTS / face.file, size, face.index, layout_engine=way)
    font.set_variation_by_axes(list(face.axes))
    return font
