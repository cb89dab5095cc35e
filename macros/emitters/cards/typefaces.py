"""Characters -> the typefaces that have them: the site's own, then Noto; all from Python packages."""

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

import uharfbuzz
from PIL import ImageFont

PACKAGES = ("fontpkg-source-serif-4", "fontpkg-source-sans-3", "manimgx-fonts", "manimgx-fonts-cjk")
_NOTO_SCRIPTS = {
    "Armenian": 1.2,
    "Bengali": 1.4,
    "Devanagari": 1.4,
    "Ethiopic": 1.3,
    "Georgian": 1.2,
    "Gujarati": 1.4,
    "Gurmukhi": 1.4,
    "Kannada": 1.5,
    "Khmer": 1.6,
    "Lao": 1.5,
    "Malayalam": 1.4,
    "Myanmar": 1.7,
    "Oriya": 1.5,
    "Sinhala": 1.4,
    "Tamil": 1.4,
    "Telugu": 1.6,
    "Thai": 1.5,
}
_TOO_INTRICATE = frozenset("\ufdfd")  # FreeType gives up on this one: "raster overflow"
_CJK_INDEX = {"ja": 0, "ko": 1, "zh": 2, "zh-hant": 3, "zh-hk": 4}


@dataclass(frozen=True, slots=True)
class Face:
    """A typeface at a weight: where it is, its axes; in ems, the distance of its lines and its height."""

    package: str
    path: str
    axes: tuple[int, ...]
    leading: float = 1.2
    index: int = 0
    ascent: float = 0.76
    leftward: bool = False

    def covers(self, cluster: str) -> bool:
        """Return whether every character of a cluster that shows has a glyph that can be drawn."""
        if not _TOO_INTRICATE.isdisjoint(cluster):
            return False
        font = _glyphs(self.package, self.path, self.index)
        return all(font.get_nominal_glyph(ord(char)) for char in cluster if not _invisible(char))

    def at(self, size: int) -> ImageFont.FreeTypeFont:
        """Return the face at a size in pixels."""
        return _sized(self, size)


def writing_of(language: str) -> str:
    """Return zh, zh-hant, zh-hk, ja or ko for a language of that writing, else the empty string."""
    parts = language.lower().split("-")
    if parts[0] in {"ja", "ko"}:
        return parts[0]
    if parts[0] == "zh":
        traditional = {"hant", "tw", "mo"}.intersection(parts)
        return "zh-hk" if "hk" in parts else "zh-hant" if traditional else "zh"
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
    han = _cjk(glyph_forms(text, language), weight)
    others = [_sans(weight), *_noto(weight)]
    if writing_of(language):
        return (han, *others)
    return (*([_serif()] if voice == "title" else []), *others, han)


def face_of(cluster: str, faces: Iterable[Face]) -> Face | None:
    """Return the first typeface that has a cluster."""
    return next((face for face in faces if face.covers(cluster)), None)


def _serif() -> Face:
    return Face("fontpkg_source_serif_4", "files/SourceSerif4[opsz,wght].ttf", (600, 36), 1.17)


def _sans(weight: int) -> Face:
    return Face("fontpkg_source_sans_3", "files/SourceSans3[wght].ttf", (weight,))


@cache
def _noto(weight: int) -> tuple[Face, ...]:
    def noto(name: str, leading: float, leftward: bool = False) -> Face:
        return Face(
            "manimgx_fonts", f"{name}[wght].ttf", (weight,), leading, ascent=0.6 * leading, leftward=leftward
        )

    scripts = (noto(f"NotoSans{name}", leading) for name, leading in _NOTO_SCRIPTS.items())
    return (
        noto("NotoSans", 1.25),
        noto("NotoSansArabic", 1.5, leftward=True),
        noto("NotoSansHebrew", 1.3, leftward=True),
        *scripts,
        noto("NotoSansSymbols", 1.25),
        noto("NotoEmoji", 1.25),
    )


def _cjk(writing: str, weight: int) -> Face:
    index = _CJK_INDEX[writing]
    return Face("manimgx_fonts_cjk", "NotoSansCJK-VF.otf.ttc", (weight,), 1.3, index, 0.88)


def _invisible(char: str) -> bool:
    return unicodedata.category(char) == "Cf" or "\ufe00" <= char <= "\ufe0f"


def _file(package: str, path: str) -> str:
    return str(files(package) / path)


@cache
def _glyphs(package: str, path: str, index: int) -> uharfbuzz.Font:
    blob = uharfbuzz.Blob.from_file_path(_file(package, path))
    return uharfbuzz.Font(uharfbuzz.Face(blob, index))


@lru_cache(maxsize=256)
def _sized(face: Face, size: int) -> ImageFont.FreeTypeFont:
    font = ImageFont.truetype(
        _file(face.package, face.path), size, face.index, layout_engine=ImageFont.Layout.RAQM
    )
    font.set_variation_by_axes(list(face.axes))
    return font
