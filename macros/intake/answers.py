"""A row of a questionnaire -> what it says, as the values of a record, and what is wrong with it."""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from ..catalogue.problems import suggestion
from ..catalogue.questionnaire import COLUMNS, Vocabulary
from .brief import shown
from .columns import plain_heading
from .headings import Headings
from .tables import Line

BETWEEN = re.compile("[;；\n]")
COMMAS = re.compile("[,，、]")
ONLY_SIGNS = re.compile(r"[\s;；,，、]*")
BREAKS = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
NO_WIDTH = re.compile("[\u200b\u2060\ufeff]")
DECIMAL_COMMA = re.compile(r"(?<=\d),(?=\d)")
# Days as spreadsheets of the subregion write them into CSV: 2015/3/7, 2015. 3. 7, 2015年3月7日, 07.03.2015.
YEAR_FIRST = re.compile(
    r"(?P<y>\d{4}) ?[-/.年년] ?(?P<m>\d\d?) ?[-/.月월] ?(?P<d>\d\d?)[.日일]?(?:[ T]\d\d?:\d\d.*)?"
)
DAY_FIRST = re.compile(r"(?P<d>\d\d?)\. ?(?P<m>\d\d?)\. ?(?P<y>\d{4})")
# Of 2027.10, a spreadsheet that takes it for a number keeps 2027.1, which may be January too.
MONTH = re.compile(r"(?!\d{4}\.1\Z)(?P<y>\d{4}) ?[-/.年년] ?(?P<m>\d\d?) ?[월月.]?")
WITH_COUNTRY = re.compile(r"(?P<name>.+?) ?[(（](?P<country>[^()（）]+)[)）]")
MOST_PARTS = 100
MOST_CHARACTERS = 400
LONGEST_WEBSITE = 2_100
MOST_WRONG = 20
LONGEST_MESSAGE = 1000
MORE = "and more is wrong with this row; mend this first"
HEADINGS = {column.key: column.heading for column in COLUMNS}
NEEDED = [column.key for column in COLUMNS if column.needed]
WHERE = ("places", "latitude", "longitude")
PROSE = ("summary", "seeks_note", "offers_note")
LIMITS = {
    column.key: MOST_CHARACTERS for column in COLUMNS if not column.words and column.key not in PROSE
} | {
    "website": LONGEST_WEBSITE,
    "lead_website": LONGEST_WEBSITE,
}


@dataclass(slots=True)
class Answers:
    """What a row says, by question, and each thing that is wrong with it, in words that name the column.

    A stray row is none of the table's: headings again, a note, a sum.
    """

    row: int
    cells: Mapping[str, tuple[str, ...]]
    wrong: list[str] = field(default_factory=list)
    stray: bool = False

    @property
    def enough(self) -> bool:
        """Return whether the error limit is reached."""
        return len(self.wrong) >= MOST_WRONG

    def one(self, key: str) -> str:
        """Return the answer to a question that has one; one that is far too long is wrong, and is ''."""
        answer = " ".join(self.cells.get(key, ()))
        return "" if self._far_too_long(key, answer) else answer

    def several(self, key: str) -> list[str]:
        """Return the answers to a question that may have several, each once."""
        return list(dict.fromkeys(self.each(key)))

    def each(self, key: str) -> list[str]:
        """Return the answers to a question that has one for each place, in order; they may repeat."""
        cells = self.cells.get(key, ())
        parts = [part.strip() for cell in cells for part in BETWEEN.split(cell) if part.strip()]
        if len(parts) > MOST_PARTS:
            self.refuse(key, f"holds {len(parts):,} answers, and at most {MOST_PARTS} are read; shorten it")
        several = parts[:MOST_PARTS]
        return [] if any(self._far_too_long(key, part) for part in several) else several

    def unread(self, key: str) -> bool:
        """Return whether a question is answered, and none of it is short enough to be read."""
        return key in self.cells and not self.each(key)

    def refuse(self, key: str, message: str) -> None:
        """Note what is wrong with an answer, once; the first twenty are enough."""
        wrong = MORE if self.enough else f"'{HEADINGS[key]}': {_brief(message)}"
        if wrong not in self.wrong:
            self.wrong.append(wrong)

    def _far_too_long(self, key: str, answer: str) -> bool:
        """Return whether an answer is so long that nothing looks into it, which is wrong."""
        most = LIMITS.get(key, len(answer))
        if len(answer) > most:
            self.refuse(key, f"holds an answer of {len(answer):,} characters; write at most {most:,}")
        return len(answer) > most


def answers_of(line: Line, headings: Headings) -> Answers:
    """Return the answers of a row; what is needed and empty is wrong, unless the row names its entry."""
    found = {
        key: tuple(filter(None, (_tidied(line.cells[place], key in PROSE) for place in places)))
        for key, places in headings.places.items()
    }
    answers = Answers(line.number, {key: cells for key, cells in found.items() if cells})
    empty = [key for key in NEEDED if key not in answers.cells]
    if plain_heading(answers.one("name")) == plain_heading(HEADINGS["name"]):
        _is_stray(answers, "repeats the headings; delete the row")
    elif answers.one("id"):
        return answers
    elif len(empty) >= len(NEEDED) - 1:
        columns = ", ".join(f"'{HEADINGS[key]}'" for key in empty)
        _is_stray(
            answers, f"{columns} are empty; fill them in, or delete the row where it is a note or a sum"
        )
    else:
        for key in empty:
            answers.refuse(key, "is empty; fill it in")
    return answers


def chosen(answers: Answers, key: str, vocabulary: Vocabulary) -> list[str]:
    """Return the values of a vocabulary that an answer chooses; a word that is none is wrong."""
    return list(dict.fromkeys(_values(answers, key, vocabulary)))


def chosen_one(answers: Answers, key: str, vocabulary: Vocabulary) -> str:
    """Return the value of a vocabulary that an answer chooses, or ''; a second one is wrong."""
    found = chosen(answers, key, vocabulary)
    if len(found) > 1:
        answers.refuse(key, f"says {' and '.join(found)}; keep one of them")
    return found[0] if found else ""


def day_of(text: str) -> str:
    """Return a day or month that stands in figures as 2015-03-07 or 2015-03, any other text as it is.

    Full-width figures and signs are read as plain ones: ２０１５年３月.
    """
    text = unicodedata.normalize("NFKC", text).strip()
    found = YEAR_FIRST.fullmatch(text) or DAY_FIRST.fullmatch(text)
    if found:
        return f"{found['y']}-{found['m']:0>2}-{found['d']:0>2}"
    month = MONTH.fullmatch(text)
    return f"{month['y']}-{month['m']:0>2}" if month else text


def needs_of(answers: Answers, key: str, vocabulary: Vocabulary) -> list[dict[str, str]]:
    """Return what a project seeks or offers, each with the details."""
    note = answers.one(f"{key}_note")
    found: list[dict[str, str]] = [{"what": what} for what in chosen(answers, key, vocabulary)]
    if found and note:
        return [{**need, "note": note} for need in found]
    if note and key not in answers.cells:
        answers.refuse(f"{key}_note", f"is filled and '{HEADINGS[key]}' is not; fill in both")
    return found


def places_of(
    answers: Answers, exactness: Vocabulary, countries: list[str], names_of: Vocabulary
) -> list[dict[str, Any]]:
    """Return the places of a project, each with its point and its country."""
    names, lats, lons = (answers.each(key) for key in WHERE)
    if any(answers.unread(key) for key in WHERE):
        return []
    exact = chosen_one(answers, "exactness", exactness) == "exact"
    if (lats or lons) and not len(names) == len(lats) == len(lons):
        counts = f"{len(names)} places, {len(lats)} latitudes and {len(lons)} longitudes"
        answers.refuse(
            "latitude", f"there are {counts}; give as many of each, in the same order, or no points"
        )
        return []
    only = countries[0] if len(countries) == 1 else ""
    found: list[dict[str, Any]] = [_place(name, only, names_of) for name in names]
    for place, lat, lon in zip(found, lats, lons, strict=False):
        point = {"lat": _number(lat), "lon": _number(lon)}
        place["point"] = point if exact else {**point, "approximate": "true"}
    return found


def _place(text: str, only: str, countries: Vocabulary) -> dict[str, Any]:
    """Return a place and its country: 'Khabarovsk (Russian Federation)'; else the only one of the project."""
    match = WITH_COUNTRY.fullmatch(text)
    named = countries.value_of(match["country"]) if match else ""
    if match and named:
        return {"name": match["name"], "country": named}
    return {"name": text, "country": only} if only else {"name": text}


def _is_stray(answers: Answers, message: str) -> None:
    answers.stray = True
    answers.wrong.append(message)


def _values(answers: Answers, key: str, vocabulary: Vocabulary) -> Iterator[str]:
    for part in answers.several(key):
        whole = vocabulary.value_of(part)
        for word in [] if whole else COMMAS.split(part)[:MOST_PARTS]:
            value = vocabulary.value_of(word)
            if value:
                yield value
            elif word.strip():
                answers.refuse(key, "" if answers.enough else _unknown(word.strip(), vocabulary))
        if whole:
            yield whole


def _unknown(word: str, vocabulary: Vocabulary) -> str:
    valid = [*vocabulary.names, *vocabulary.labels.values()]
    near = suggestion(shown(word), valid) or f"; use one of: {', '.join(vocabulary.labels.values())}"
    return f"'{shown(word)}' is not one of its words{near}"


def _number(text: str) -> str:
    """Return a number with a point for decimals, as the records have it."""
    return DECIMAL_COMMA.sub(".", unicodedata.normalize("NFKC", text))


def _tidied(cell: str, prose: bool) -> str:
    """Return a cell with line breaks of one kind, and no characters of no width; only prose keeps spaces."""
    text = BREAKS.sub("\n", NO_WIDTH.sub("", cell)).replace("\t", " ").strip()
    if ONLY_SIGNS.fullmatch(text):
        return ""
    return text if prose else "\n".join(filter(None, (" ".join(line.split()) for line in text.split("\n"))))


def _brief(message: str) -> str:
    """Return a message that repeats little of what somebody sent, and only visible characters of it."""
    visible = "".join(c if c.isprintable() else " " for c in message)
    if len(visible) <= LONGEST_MESSAGE:
        return visible
    return f"{visible[:100]} … {visible[-200:]}"
