"""Noto Sans CJK, as its makers release it -> the part that cards need, in macros/emitters/cards/fonts/.

The input is the file NotoSansCJK-VF.otf.ttc of notofonts/noto-cjk, release Sans2.004, 33 MB; with it, run

    python -m tests.typefaces NotoSansCJK-VF.otf.ttc

The output, the same bytes each time with the fontTools of the lock, has three faces that share their
outlines, which are as they were: Japanese with the kanji of JIS X 0208, Korean with every syllable and
the hanja of KS X 1001, Chinese with the hanzi of GB 2312, each with all letters and signs besides. What
each typeface of the cards has is written beside them, in characters.json.
"""

import argparse
import json
from collections.abc import Iterable, Iterator, Mapping
from hashlib import sha256
from itertools import groupby
from pathlib import Path
from typing import Any

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTCollection, TTFont

from macros.emitters.cards.typefaces import CHARACTERS, FONTS

SOURCE = "d3d8256cdec8dbcb3552284bc6b20c734dd60c2ee9df83b5758e34807c4bac32"
FACES = {
    0: ("shift_jis", "JAN "),
    1: ("euc_kr", "KOR "),
    2: ("gb2312", "ZHS "),
}  # its Han, its language's tag
OUTPUT = FONTS / "NotoSansCJK.ttc"
OTHERS = ("SourceSerif4.ttf", "SourceSans3.ttf")
FEATURES = ["ccmp", "locl", "calt", "liga", "kern", "mark"]  # what HarfBuzz applies by itself
UPRIGHT = ["VORG", "vhea", "vmtx", "VVAR", "BASE", "DSIG"]  # tables of lines that run downward
HAN = [(0x2E80, 0x2FE0), (0x3400, 0x4DC0), (0x4E00, 0xA000), (0xF900, 0xFB00), (0x20000, 0x40000)]
JAMO = [(0x1100, 0x1200), (0xA960, 0xA980), (0xD7B0, 0xD800)]


def part(source: Path) -> TTCollection:
    """Return the three faces with the characters that cards need."""
    whole = TTCollection(source)
    glyphs: set[int] = set()
    for index, (codec, language) in FACES.items():
        font = whole.fonts[index]
        names = _needed(font, codec)
        glyphs |= {font.getGlyphID(name) for name in names | _localized(font, names, language)}
    found = TTCollection()
    found.fonts = [_cut(TTFont(source, fontNumber=index, recalcTimestamp=False), glyphs) for index in FACES]
    return found


def characters() -> dict[str, list[list[int]]]:
    """Return the ranges of code points that each face has: first and last, in their order."""
    fonts = {f"{name}#0": TTFont(FONTS / name) for name in OTHERS}
    fonts |= {f"{OUTPUT.name}#{index}": TTFont(OUTPUT, fontNumber=index) for index in FACES}
    return {name: list(_ranges(font.getBestCmap())) for name, font in fonts.items()}


def encode_characters(found: Mapping[str, Any]) -> str:
    """Return the ranges as JSON, a face a line."""
    lines = ",\n".join(
        f"{json.dumps(name)}: {json.dumps(ranges, separators=(',', ':'))}" for name, ranges in found.items()
    )
    return f"{{\n{lines}\n}}\n"


def main() -> None:
    """Write the cards' part of Noto Sans CJK anew, and what all their typefaces have."""
    parser = argparse.ArgumentParser(prog="python -m tests.typefaces", description=main.__doc__)
    parser.add_argument("source", type=Path, help="NotoSansCJK-VF.otf.ttc of release Sans2.004")
    source = parser.parse_args().source
    if sha256(source.read_bytes()).hexdigest() != SOURCE:
        parser.error(f"{source} is another release; look at the cards, and write its SHA-256 here")
    part(source).save(OUTPUT, shareTables=True)
    CHARACTERS.write_text(encode_characters(characters()), encoding="ascii")


def _needed(font: TTFont, codec: str) -> set[str]:
    """The names of the glyphs of all signs and letters, and of the Han characters of an encoding."""
    names: dict[int, str] = font.getBestCmap()
    return {
        name
        for code, name in names.items()
        if not _within(code, JAMO) and (not _within(code, HAN) or _classic(code, codec))
    }


def _localized(font: TTFont, names: set[str], language: str) -> set[str]:
    """The glyphs that a language puts in the place of these (feature locl)."""
    table = font["GSUB"].table
    systems = [
        one.LangSys
        for record in table.ScriptList.ScriptRecord
        for one in record.Script.LangSysRecord
        if one.LangSysTag == language
    ]
    features = [table.FeatureList.FeatureRecord[number] for one in systems for number in one.FeatureIndex]
    lookups = {n for one in features if one.FeatureTag == "locl" for n in one.Feature.LookupListIndex}
    parts = [part for number in lookups for part in table.LookupList.Lookup[number].SubTable]
    pairs = [pair for part in parts for pair in getattr(part, "ExtSubTable", part).mapping.items()]
    return {new for old, new in pairs if old in names}


def _classic(code: int, codec: str) -> bool:
    return len(chr(code).encode(codec, "ignore")) == 2


def _within(code: int, ranges: Iterable[tuple[int, int]]) -> bool:
    return any(start <= code < end for start, end in ranges)


def _cut(font: TTFont, glyphs: set[int]) -> TTFont:
    options = Options(
        layout_features=FEATURES,
        layout_closure=False,
        notdef_outline=True,
        name_IDs=[0, 1, 2, 3, 4, 5, 6, 7, 13, 14],
        name_languages=[0x409],
    )
    options.drop_tables += UPRIGHT
    subsetter = Subsetter(options)
    subsetter.populate(gids=glyphs)
    subsetter.subset(font)
    return font


def _ranges(codes: Iterable[int]) -> Iterator[list[int]]:
    for _, run in groupby(enumerate(sorted(codes)), key=lambda pair: pair[1] - pair[0]):
        found = [code for _, code in run]
        yield [found[0], found[-1]]


if __name__ == "__main__":
    main()
