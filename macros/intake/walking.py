"""The bytes of a part of a workbook, piece by piece -> its elements and texts, as nobody may misuse XML."""

from collections.abc import Callable, Mapping
from xml.parsers import expat

from .archive import DAMAGED
from .decoding import Unreadable

LONGEST_TAG = 256 * 1024
MOST_NAMES = 2_000
DEEPEST = 100
Begun = Callable[[str, Mapping[str, str]], None]
Heard = Callable[[str], None]


class Walk:
    """Calls begin with each element's name and attributes, end with its name, and hear with its text.

    Names are told without their prefixes; an attribute without one goes before one with it. Attributes are
    told of the elements wanted alone. No part is held whole: memory is bounded by the longest tag.
    """

    def __init__(self, wanted: frozenset[str], begin: Begun, end: Heard, hear: Heard) -> None:
        self._wanted, self._begin, self._end = wanted, begin, end
        self._names: set[str] = set()
        self._fed, self._depth = 0, 0
        self._parser = expat.ParserCreate("utf-8")
        self._parser.StartElementHandler = self._start
        self._parser.EndElementHandler = self._leave
        self._parser.CharacterDataHandler = hear
        self._parser.StartDoctypeDeclHandler = _refuse

    def feed(self, piece: bytes) -> None:
        """Take the next piece; raise Unreadable where it is not XML, or a tag has no end."""
        self._fed += len(piece)
        self._parse(piece, last=False)
        if self._fed - self._parser.CurrentByteIndex > LONGEST_TAG:
            raise Unreadable(DAMAGED)

    def close(self) -> None:
        """Take note that there is no more."""
        self._parse(b"", last=True)

    def _parse(self, piece: bytes, *, last: bool) -> None:
        try:
            self._parser.Parse(piece, last)
        except expat.ExpatError as error:
            raise Unreadable(DAMAGED) from error

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        self._names.add(name)
        self._names.update(attributes)
        self._depth += 1
        if len(self._names) > MOST_NAMES or self._depth > DEEPEST:
            raise Unreadable(DAMAGED)
        name = _local(name)
        self._begin(name, _plain(attributes) if name in self._wanted else {})

    def _leave(self, name: str) -> None:
        self._depth -= 1
        self._end(_local(name))


def _plain(attributes: dict[str, str]) -> dict[str, str]:
    if ":" not in "".join(attributes):
        return attributes
    return {**{_local(key): value for key, value in attributes.items()}, **attributes}


def _local(name: str) -> str:
    return name.rpartition(":")[2] if ":" in name else name


def _refuse(*_: object) -> None:
    raise Unreadable(DAMAGED)
