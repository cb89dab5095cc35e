"""The bytes of a text file that somebody sent -> its text, and the encoding that it is in.

Unicode is told by its marks and by strict UTF-8. Of the older encodings of North-East Asia, several fit
almost any bytes: those whose text is of the usual kind for its script remain, and the commonest
characters of each language choose among them. Where two are about as likely, a person is asked.
"""

import codecs
import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from ..catalogue.problems import suggestion
from .usual import USUAL_CHARACTERS

ADVICE = "save the file as UTF-8 (in Excel: 'CSV UTF-8'), or say its encoding with --encoding"
MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
LEGACY = ("gb18030", "cp932", "cp949", "cp1251")
NAMES = {
    "utf-8": "UTF-8",
    "utf-8-sig": "UTF-8 with BOM",
    "utf-16": "UTF-16",
    "gb18030": "GB18030",
    "cp932": "Shift-JIS",
    "cp949": "EUC-KR",
    "cp1251": "Windows-1251",
}
SPOKEN = {
    "utf-8": "utf-8",
    "utf-16": "utf-16",
    "gb18030": "gb18030",
    "gbk": "gb18030",
    "shift-jis": "cp932",
    "cp932": "cp932",
    "euc-kr": "cp949",
    "cp949": "cp949",
    "cp1251": "cp1251",
    "windows-1251": "cp1251",
}
# What a usual character is in bytes: punctuation, and hanzi of GB 2312's first level; punctuation, kana and
# kanji of JIS X 0208's first level; punctuation, and the syllables of KS X 1001.
USUAL = {
    "gb18030": re.compile(rb"[\xa1-\xa3\xb0-\xd7][\xa1-\xfe]"),
    "cp932": re.compile(rb"[\x81-\x83\x88-\x97][\x40-\xfc]"),
    "cp949": re.compile(rb"[\xa1-\xa3\xb0-\xc8][\xa1-\xfe]"),
}
WORD = re.compile(r"[^\W\d_]+")
# Ukrainian letters too: Mongolian borrows them, as Windows-1251 lacks two of its own.
CYRILLIC_WORD = re.compile("[А-ЯЁЄЇІ]?[а-яёєїі]+|[А-ЯЁЄЇІ]+")
CYRILLIC_SIGNS = "\xa0«»–—“”„’№…·•°"
NEVER = re.compile("[\x7f-\x9f\ue000-\uf8ff\ufffe\uffff]")
KANA = re.compile("[\u3041-\u30ff]")
MOSTLY, NEARLY_ALWAYS, HARDLY = 0.7, 0.9, 0.05
BITS_LIKELIER = 12  # four thousand times
ENOUGH_TO_TELL = 256 * 1024
FOREIGN = re.compile(rb"[\x80-\xff]")
MOST_PROBLEMS = 20
MORE = "and more"


class Unreadable(ValueError):
    """What is wrong with a file that cannot be read: one sentence a line, the first twenty."""

    def __init__(self, *problems: str) -> None:
        more = len(problems) - MOST_PROBLEMS
        told = f"and {more:,} more" if more > 1 else MORE
        self.problems = (*problems[:MOST_PROBLEMS], told) if more > 0 else problems
        super().__init__("\n".join(self.problems))


@dataclass(frozen=True, slots=True)
class Decoded:
    """A file's text, and its encoding by the name that people know."""

    text: str
    encoding: str


def decode(content: bytes, encoding: str | None = None) -> Decoded:
    """Return the text of a file, in the encoding that is said or else in the one its bytes show."""
    if encoding is not None:
        return _as_said(content, encoding)
    for mark, codec in MARKS:
        if content.startswith(mark):
            return _marked(content, codec)
    text = _strictly(content, "utf-8")
    return _guessed(content) if text is None else Decoded(text, NAMES["utf-8"])


def _as_said(content: bytes, encoding: str) -> Decoded:
    said = {_plain(name): codec for name, codec in SPOKEN.items()}
    codec = said.get(_plain(encoding))
    if codec is None:
        near = suggestion(encoding[:60], SPOKEN)
        raise Unreadable(f"no such encoding{near or '; use one of: ' + ', '.join(SPOKEN)}")
    if codec == "utf-8" and content.startswith(codecs.BOM_UTF8):
        codec = "utf-8-sig"
    text = _strictly(content, codec)
    if text is None:
        raise Unreadable(f"the file is not in {NAMES[codec]}; leave --encoding out, or say another one")
    return Decoded(text, NAMES[codec])


def _plain(name: str) -> str:
    return re.sub(r"[-_ ]", "", name.casefold())


def _marked(content: bytes, codec: str) -> Decoded:
    text = _strictly(content, codec)
    if text is None:
        raise Unreadable(f"the file begins as {NAMES[codec]} and goes on as something else; save it again")
    return Decoded(text, NAMES[codec])


def _strictly(content: bytes, codec: str) -> str | None:
    try:
        return content.decode(codec)
    except UnicodeDecodeError:
        return None


def _guessed(content: bytes) -> Decoded:
    sample = _sample(content)
    texts = {codec: _begun(sample, codec) for codec in LEGACY if _strictly(content, codec) is not None}
    likely = {codec: text for codec, text in texts.items() if _reads_well(text, codec)}
    if not likely:
        raise Unreadable(f"the file's encoding is none that can be told; {ADVICE}")
    codec = next(iter(likely)) if len(likely) == 1 else _likeliest(likely)
    return Decoded(content.decode(codec), NAMES[codec])


def _sample(content: bytes) -> bytes:
    """Return as much of a file as tells its encoding, from the line of its first foreign character."""
    first = FOREIGN.search(content)
    start = content.rfind(b"\n", 0, first.start()) + 1 if first else 0
    return content[start : start + ENOUGH_TO_TELL]


def _begun(sample: bytes, codec: str) -> str:
    """Return the text of a sample, whose last character may be cut."""
    return codecs.getincrementaldecoder(codec)().decode(sample)


def _reads_well(text: str, codec: str) -> bool:
    """Return whether most of a text that is not ASCII is what its encoding is usually used for."""
    foreign = Counter(character for character in text if not character.isascii())
    if NEVER.search(text):
        return False
    if codec == "cp1251":
        return _well_cased(text) >= NEARLY_ALWAYS * foreign.total()
    if codec != "cp932" and len(KANA.findall(text)) > HARDLY * foreign.total():
        return False
    usual = USUAL[codec]
    fits = sum(count for character, count in foreign.items() if usual.fullmatch(character.encode(codec)))
    return fits >= MOSTLY * foreign.total()


def _well_cased(text: str) -> int:
    """Return how many characters stand in words as Cyrillic writes them: no capital after a small letter."""
    words = (word for word in WORD.findall(text) if CYRILLIC_WORD.fullmatch(word))
    return sum(map(len, words)) + sum(text.count(sign) for sign in CYRILLIC_SIGNS)


def _likeliest(texts: Mapping[str, str]) -> str:
    """Return the encoding whose text is clearly the likeliest by the commonest characters of its language."""
    surprise = {codec: USUAL_CHARACTERS[codec].surprise(text) for codec, text in texts.items()}
    best, second = sorted(texts, key=lambda codec: surprise[codec])[:2]
    if surprise[second] - surprise[best] < BITS_LIKELIER:
        raise Unreadable(f"the file's encoding may be {NAMES[best]} or {NAMES[second]}; {ADVICE}")
    return best
