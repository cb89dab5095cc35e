"""Every field of every kind of record: which hold words, ids and numbers, and what none of them takes."""

from collections.abc import Iterator
from typing import Any, get_args, get_origin, get_type_hints

import pytest
from pydantic import BaseModel, TypeAdapter, ValidationError

from macros.catalogue.kinds import KINDS
from macros.catalogue.reading.data_files import Raw, read_data
from macros.records.licence import Licence
from macros.records.text import Text
from macros.records.when import PartialDate
from macros.settings import Folders

# Where pages show paragraphs, or a note of some sentences; a name, label or title is never among them.
SEVERAL_LINES = {
    "activities.*.approach", "activities.*.budget.note", "basis.words", "budget.note", "changes.*.why",
    "charts.*.note", "note", "objective", "offers.*.note", "outcome", "outcome.text", "participants.who",
    "picture.alt",
    "gallery.*.alt", "biography", "abstract", "place.note", "places.*.note", "programme.*.summary",
    "registration.note", "seeks.*.note",
    "summary", "text", "words.bluesky", "words.facebook", "words.linkedin", "words.mastodon",
    "words.telegram", "words.vk", "words.weibo", "words.x",
}  # fmt: skip
OTHER_DIGITS = (
    str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩"),
    str.maketrans("0123456789", "０１２３４５６７８９"),
    str.maketrans("0123456789", "᠐᠑᠒᠓᠔᠕᠖᠗᠘᠙"),
)
NO_DATES = ("0001-01-01", "9999", "9999-12-31", "0", "1899", "2100", "20025", "1 January 0001", "-2020")
PLAIN = ("R&D; Q&A;", "a < b & c > d", "ᠮᠣᠩᠭᠣᠯ\u180e ᠭ\u180b", "👩\u200d🌾 🏜️", "Ch`ungch`ong 5*")
REFUSED = {
    "a <b>tag</b>": "holds HTML", "<TBD>": "holds HTML", "sand &amp; reed": "holds HTML",
    "**sand**": "holds Markdown", "a\u202eb": "turns the direction", "a\u200fb": "turns the direction",
    "a\u2028b": "invisible line break", "a\x07b": "control character",
}  # fmt: skip


def _fields(hint: Any, keys: tuple[str, ...] = ()) -> Iterator[tuple[str, Any]]:
    """Yield every single value below a hint: its key path, with * for each item, and its own hint."""
    bare = _bare(hint)
    if get_origin(bare) in (tuple, dict):
        yield from _fields(get_args(bare)[get_origin(bare) is dict], (*keys, "*"))
    elif isinstance(bare, type) and issubclass(bare, BaseModel):
        for name, below in get_type_hints(bare, include_extras=True).items():
            if name in bare.model_fields:
                yield from _fields(below, (*keys, name))
    else:
        yield ".".join(keys), hint


def _bare(hint: Any) -> Any:
    while get_args(hint) and get_origin(hint) not in (tuple, dict):
        hint = get_args(hint)[0]
    return hint


EVERY = [
    (f"{kind.name}: {path}", path, hint) for kind in KINDS.values() for path, hint in _fields(kind.model)
]
WORDS = [field for field in EVERY if _bare(field[2]) is Text or "Shown" in str(field[2])]


@pytest.mark.parametrize(("path", "hint"), [field[1:] for field in WORDS], ids=[field[0] for field in WORDS])
def test_what_stands_on_one_line_is_one_line(path: str, hint: Any) -> None:
    """Only where pages show paragraphs may a text break its line."""
    assert _takes(hint, "Sand\nand reed") is (path in SEVERAL_LINES)


@pytest.mark.parametrize("hint", [field[2] for field in WORDS], ids=[field[0] for field in WORDS])
@pytest.mark.parametrize("words", REFUSED)
def test_no_text_holds_what_is_no_plain_word(words: str, hint: Any) -> None:
    """One rule for all texts: the same words, wherever they are shown, and by whatever program."""
    with pytest.raises(ValidationError, match=REFUSED[words]):
        TypeAdapter(hint).validate_python(words)


@pytest.mark.parametrize("hint", [field[2] for field in WORDS], ids=[field[0] for field in WORDS])
@pytest.mark.parametrize("words", PLAIN)
def test_every_text_takes_what_is_plain(words: str, hint: Any) -> None:
    """Signs, scripts and emoji stay as they were typed."""
    assert str(TypeAdapter(hint).validate_python(words)) == words


def test_every_id_of_a_record_is_more_than_nothing() -> None:
    """An empty text names no record."""
    named = [(name, hint) for name, _, hint in EVERY if "Ref(" in str(hint)]
    assert len(named) > 40
    assert [name for name, hint in named if _takes(hint, "") or _takes(hint, " ")] == []


def test_no_date_lies_outside_the_centuries_that_we_speak_of() -> None:
    """Years before 1900 and after 2099 are slips."""
    dates = [(name, hint) for name, _, hint in EVERY if _bare(hint) is PartialDate]
    assert len(dates) > 15
    assert [(name, date) for name, hint in dates for date in NO_DATES if _takes(hint, date)] == []


@pytest.mark.parametrize(
    ("path", "least", "most"),
    [
        ("sources.*.page", 1, 9999), ("sources.*.footnote", 1, 9999), ("paragraphs", 1, 9999),
        ("participants.number", 1, 10**6), ("order", 0, 9999), ("budget.amount", 0, 10**10),
        ("value", -(10**15), 10**15),
    ],
)  # fmt: skip
def test_a_number_is_one_that_can_be(path: str, least: int, most: int) -> None:
    """Pages, heads, money: what is far from all that can be is a slip."""
    hints = [hint for _, there, hint in EVERY if there == path]
    assert hints
    for hint in hints:
        assert _takes(hint, str(least))
        assert _takes(hint, str(most))
        assert not _takes(hint, str(least - 1))
        assert not _takes(hint, str(most + 1))


@pytest.mark.parametrize("digits", OTHER_DIGITS)
def test_only_digits_of_ascii_are_digits(digits: dict[int, int], sample: Folders) -> None:
    """Numbers, dates, times, codes and guids in other digits are refused; words may have any."""
    changed = 0
    for raw in read_data(sample.data).raws:
        for keys, value in _scalars(raw.values):
            hint = None if keys[-1] == "supports" else _hint_at(raw, keys)  # names an activity of its plan
            if not any(c.isdigit() for c in value) or hint is None or _may_hold_any_digits(hint):
                continue
            changed += 1
            assert not _takes(hint, value.translate(digits)), (raw.id, keys)
    assert changed > 100


def _takes(hint: Any, value: str) -> bool:
    try:
        TypeAdapter(hint).validate_python(value)
    except ValidationError:
        return False
    return True


def _may_hold_any_digits(hint: Any) -> bool:
    """Return whether a value is words, an id that the catalogue checks, a licence, or an address."""
    return _bare(hint) in (Text, Licence) or any(mark in str(hint) for mark in ("Shown", "Ref(", "_address"))


def _scalars(value: Any, keys: tuple[str | int, ...] = ()) -> Iterator[tuple[tuple[str | int, ...], str]]:
    if isinstance(value, dict | list):
        for key, part in value.items() if isinstance(value, dict) else enumerate(value):
            yield from _scalars(part, (*keys, key))
    elif isinstance(value, str):
        yield keys, value


def _hint_at(raw: Raw, keys: tuple[str | int, ...]) -> Any:
    """Return the hint of the single value at a key path of a raw record, or None where it is none."""
    hint: Any = raw.kind.model
    for key in keys:
        bare = _bare(hint)
        if get_origin(bare) in (tuple, dict):
            hint = get_args(bare)[get_origin(bare) is dict]
        elif isinstance(bare, type) and issubclass(bare, BaseModel):
            hint = get_type_hints(bare, include_extras=True).get(str(key))
        else:
            return None
    return hint
