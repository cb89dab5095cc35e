"""Events with days, hours and hostile words -> a project's data with them, and catalogues in memory."""

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml
from hypothesis import strategies as st
from icalendar import Calendar as ICalendar

from macros.catalogue import Catalogue
from macros.catalogue.links import Link, Links
from macros.emitters.calendars import encode_calendars
from macros.records.base import Record
from macros.records.event import Event, uid_of
from macros.releases.loading import load_catalogue
from macros.settings import Folders
from tests.copies import copied

from ..taken import taken
from .announced import SITE
from .announced import texts as hostile_texts

MOST_OCTETS = 75
TITLES = (
    "Цөлжилт, хуурайшилт; опустынивание",
    "砂漠化と土地劣化：第一回フォーラム、東京。" * 4,
    "🏜️ 👩\u200d🌾 사막화 방지; 회의, 서울",
    "commas, semicolons; colons: and \\backslashes\\n, \\; \\, \\",
    "One line and \"quotes\" 'single' < b>& amp;< /b>",
    "BEGIN:VEVENT END:VCALENDAR STATUS:CANCELLED",
    "x" * 300,
    "é" * 300,
    "𠮷" * 300,
    "one \u00a0 two \u200b three %0D%0A ^n ^' \u0301",
    "a" * 66 + "ж" + "b" * 80,
    "1 ; 2 , 3",
)
SOURCE = {"document": "draft-plan-2026", "section": "Activity 2"}
HOURS = {"starts": "09:30", "ends": "17:00", "zone": "Asia/Ulaanbaatar"}
MOVED = {"what": "moved", "on": "6 December 2026", "was_on": "1 May 2027", "why": "Snow; wind,\nsand"}
CALLED_OFF = {
    what: [{"what": what, "on": "5 December 2026", "was_on": was_on, "why": "No, \\ no."}]
    for what, was_on in (("cancelled", "9 April 2027"), ("postponed", "10 April 2027"))
}
PLACE = {"name": "Hall; 1, 2\\3", "city": "Цогтцэций", "country": "altan"}
EVENTS: tuple[dict[str, Any], ...] = (
    {"standing": "confirmed", "date": "2-3 May 2027", **HOURS, "changes": [MOVED]},
    {"standing": "planned", "date": "30 December 2027 to 2 January 2028"},
    {"standing": "held", "date": "28 February 2024", "place": {**PLACE, "point": {"lat": 0, "lon": -0.5}}},
    {"standing": "cancelled", "date": "9 April 2027", "changes": CALLED_OFF["cancelled"], **HOURS},
    {"standing": "postponed", "date": "10 April 2027", "changes": CALLED_OFF["postponed"]},
    {"standing": "confirmed", "date": "13-14 March 2027", **HOURS, "zone": "America/New_York"},
    {"standing": "planned", "date": "11 May 2027", "starts": "00:00", "zone": "Asia/Seoul", "place": PLACE},
    {"standing": "confirmed", "date": "29 February 2028", "place": {"online": "https://example.org/a,b;c"}},
    {"standing": "planned", "date": "31 December 2027", "countries": ["sora"]},
    {"standing": "confirmed", "date": "1 June 2027", "countries": ["altan", "sora"]},
    {"standing": "planned", "date": "14 May 2027", **HOURS, "topics": ["pasture", "sand"]},
    {"standing": "held", "date": "7-9 May 2024", **HOURS, "zone": "UTC"},
    {"standing": "confirmed", "date": "May 2027"},
    {"standing": "planned", "date": "Q2 2027"},
    {"standing": "planned", "date": "3 May to June 2027"},
)

# What the icalendar package cannot write is a test of its own.
words = (
    st.lists(hostile_texts | st.sampled_from((*",;:\\\n\"'", "\\n", "x" * 80, "砂" * 30)), min_size=1)
    .map("".join)
    .filter(lambda said: taken(said) and "\\N" not in said and not said.strip().startswith("\ufeff"))
)
one_line = words.map(lambda said: said.replace("\n", " ")).filter(taken)


@dataclass(frozen=True)
class Made:
    """The records of a folder, and every calendar that is made of them, by address."""

    data: Path
    catalogue: Catalogue
    files: dict[str, bytes]

    def entries(self) -> Iterator[tuple[str, Event, Any, list[str]]]:
        """Yield each entry of each calendar: its file, record, component, and lines unfolded."""
        by_uid = {event.uid: event for event in self.catalogue.events.values()}
        for path, content in self.files.items():
            texts = content.decode().replace("\r\n ", "").split("BEGIN:VEVENT\r\n")[1:]
            for component, text in zip(ICalendar.from_ical(content).events, texts, strict=True):
                yield path, by_uid[str(component["uid"])], component, text.split("\r\n")


def made_of(data: Path) -> Made:
    """Return the calendars of the records in a folder."""
    catalogue = load_catalogue(data)
    return Made(data, catalogue, encode_calendars(catalogue, SITE))


def write_project(sample: Path, root: Path) -> Path:
    """Write the sample project with these events into a folder; return where its data stands."""
    copied(Folders(sample), root)
    for number, values in enumerate(EVENTS):
        text = yaml.safe_dump(json.loads(json.dumps(values_of(number, **values))), allow_unicode=True)
        (root / "data" / "events" / f"event-{number}.yml").write_text(text, encoding="utf-8")
    return root / "data"


def values_of(number: int, **values: Any) -> dict[str, Any]:
    """Return an event as editors write it, hostile in its words."""
    title = TITLES[number % len(TITLES)]
    return {
        "title": title,
        "uid": uid_of(f"event-{number}"),
        "kind": "meeting",
        "basis": {"words": "it is planned", "source": SOURCE},
        "summary": "\n\n".join((*TITLES, "BEGIN:VEVENT\nEND:VCALENDAR\nSTATUS:CANCELLED")),
        "topics": ["sand"],
        "sources": [SOURCE],
        **values,
    }


def event_of(**values: Any) -> Event:
    """Return one event, planned for two days, with some values of its own."""
    days = {"standing": "planned", "date": "1-2 May 2027", "id": "one"}
    return Event.model_validate(values_of(0, **days) | values)


def only(catalogue: Catalogue, *own: Record, kind: str = "events", links: Iterable[Link] = ()) -> Catalogue:
    """Return the records of a catalogue with others of a kind, linked by these alone, nothing published."""
    records: defaultdict[str, dict[str, Record]] = defaultdict(dict)
    for name, record in catalogue.everything():
        records[name][record.id] = record
    return Catalogue({**records, kind: {record.id: record for record in own}}, Links(links))


def line_faults(content: bytes) -> list[str]:
    """Return what is wrong with the lines of a file, each line looked at on its own."""
    if not content.endswith(b"\r\n"):
        return ["does not end with CRLF"]
    found = []
    for line in content.removesuffix(b"\r\n").split(b"\r\n"):
        if len(line) > MOST_OCTETS:
            found.append(f"too long: {line!r}")
        if b"\r" in line or b"\n" in line or not line:
            found.append(f"not a line: {line!r}")
        try:
            line.decode()
        except UnicodeDecodeError:
            found.append(f"breaks a character: {line!r}")
    return found
