"""A copy of the sample project with one more event, a camp, and what editors and publishing do to it."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import time_machine
from icalendar import Calendar

from macros.__main__ import main
from macros.emitters.calendars import encode_calendars
from macros.records.moment import spoken
from macros.records.release import Entered
from macros.releases.ledger import read_ledger
from macros.releases.loading import check_data, load_catalogue
from macros.settings import Folders, Site

from ..copies import copied
from ..feeds.edits import write

SAMPLE = Path(__file__).parents[1] / "sample_data"
SITE = Site("https://example.org/", "Land", "Land and sand", "UN")
START = datetime(2027, 1, 10, tzinfo=UTC)
UID = "0000000000f1@neaspec.org"
OFF = re.compile(r"^(Cancelled|Postponed): ")
HOURS = re.compile(r"It begins at .*")
SOURCE = {"document": "draft-plan-2026", "section": "Activity 2"}

Values = dict[str, Any]
Edit = Callable[["Camp"], None]


def camp_values() -> Values:
    """Return the camp as its file says it at first: two days in May, planned."""
    return {
        "title": "Camp",
        "kind": "workshop",
        "standing": "planned",
        "basis": {"words": "a camp is planned", "source": {**SOURCE}},
        "uid": UID,
        "date": "5-6 May 2027",
        "place": {"city": "Altan City", "country": "altan"},
        "summary": "Two days by the dunes.",
        "topics": ["sand"],
        "sources": [{**SOURCE}],
    }


@dataclass(frozen=True)
class Entry:
    """The camp as a calendar has it, read back; seen is what of it moves people."""

    uid: str
    sequence: int
    stamp: datetime
    status: str
    days: tuple[date, date]
    seen: tuple[object, ...]
    words: str
    url: str

    @property
    def version(self) -> tuple[str, int, datetime, str]:
        """Return what tells a program whether it has this already."""
        return self.uid, self.sequence, self.stamp, self.status


@dataclass
class Camp:
    """The project's folder, the moment it is at, and the camp's file."""

    root: Path
    now: datetime = START
    id: str = "camp-2027"
    values: Values = field(default_factory=camp_values)

    @property
    def folders(self) -> Folders:
        """Return the project's folders."""
        return Folders(self.root)

    @property
    def file(self) -> Path:
        """Return the camp's file."""
        return self.root / "data" / "events" / f"{self.id}.yml"

    def write(self, **values: Any) -> None:
        """Write other values into the camp's file; None takes a key away."""
        self.values = {key: value for key, value in {**self.values, **values}.items() if value is not None}
        write(self.file, self.values)

    def change(self, what: str, was: Values | None = None, **values: Any) -> None:
        """Write other values, with a line of today that says what changed and how it was."""
        line = {"what": what, "on": f"{self.now:%Y-%m-%d}", **(was or {})}
        self.write(**values, changes=[*self.values.get("changes", ()), line])

    def rename(self, id: str) -> None:
        """Give the camp's file another name."""
        before, self.id = self.file, id
        before.rename(self.file)

    def check(self) -> list[str]:
        """Return what 'outreach check' finds, a line each."""
        return [str(problem) for problem in sorted(check_data(self.folders.data, now=self.now)[1])]

    def publish(self, days: int = 1) -> int:
        """Run the real 'outreach publish' some days later; return how it ends."""
        self.now += timedelta(days=days)
        with time_machine.travel(self.now, tick=False):
            return main(["--project", str(self.root), "publish", "--now", spoken(self.now)])

    def calendars(self) -> dict[str, bytes]:
        """Return every calendar as it is built, by address."""
        return encode_calendars(load_catalogue(self.folders.data), SITE)

    def entry(self, path: str = "calendar/events.ics") -> Entry:
        """Return the camp as a calendar has it; it is there once, and DTSTAMP and LAST-MODIFIED agree."""
        read = Calendar.from_ical(self.calendars()[path])
        found: Any
        (found,) = (entry for entry in read.walk("VEVENT") if str(entry["UID"]) == UID)
        assert found["DTSTAMP"].dt == found["LAST-MODIFIED"].dt
        words = str(found["DESCRIPTION"])
        title = OFF.sub("", str(found["SUMMARY"]))  # what it says besides STATUS is told by STATUS
        days = (found["DTSTART"].dt, found["DTEND"].dt)
        return Entry(
            uid=str(found["UID"]),
            sequence=int(found["SEQUENCE"]),
            stamp=found["DTSTAMP"].dt,
            status=str(found["STATUS"]),
            days=days,
            seen=(
                *days,
                *HOURS.findall(words),
                *(str(found.get(key, "")) for key in ("STATUS", "LOCATION")),
                title,
            ),
            words=words,
            url=str(found["URL"]),
        )

    def entered(self) -> list[tuple[str, Entered]]:
        """Return the entries of the ledger that are about the camp, with their files."""
        ledger, problems = read_ledger(self.folders.data, "data")
        assert ledger, problems
        found = [(r.file, r.entry) for r in ledger.recorded]
        return [(f"data/{file}", e) for file, e in found if isinstance(e, Entered) and e.uid == UID]

    def ledger(self) -> dict[str, bytes]:
        """Return the files of the ledger."""
        return {file.name: file.read_bytes() for file in self.folders.ledger.glob("*.json")}


def pitch(root: Path, published: bool = True) -> Camp:
    """Return a copy of the sample project with the camp in it, and in its ledger unless told otherwise."""
    copied(Folders(SAMPLE), root)
    camp = Camp(root)
    camp.write()
    assert not published or camp.publish() == 0
    return camp


def moved(camp: Camp) -> None:
    """Put it on days on which it never was."""
    day = 7 + 2 * len(camp.values.get("changes", ()))
    was = {"was_on": camp.values["date"]}
    camp.change("moved", was, date=f"{day}-{day + 1} May 2027", standing="planned")


def moved_to_a_month(camp: Camp) -> None:
    """Put it off to a month, without a day."""
    untimed(camp)
    month = "July 2027" if camp.values["date"] == "June 2027" else "June 2027"
    camp.change("moved", {"was_on": camp.values["date"]}, date=month, standing="planned")


def cancelled(camp: Camp) -> None:
    """Cancel it."""
    camp.change("cancelled", {"why": "The dunes are flooded."}, standing="cancelled")


def postponed(camp: Camp) -> None:
    """Postpone it, without a new date."""
    camp.change("postponed", {"was_on": camp.values["date"]}, standing="postponed")


def renamed(camp: Camp) -> None:
    """Give it another title."""
    camp.change("renamed", {"was": camp.values["title"]}, title=f"{camp.values['title']} of dunes")


def relocated(camp: Camp) -> None:
    """Move it to another place."""
    camp.change("place", {"was": "Altan City"}, place={"city": f"Reedport {camp.now:%d}", "country": "sora"})


def confirmed(camp: Camp) -> None:
    """Confirm it, where it is planned."""
    camp.write(standing="confirmed" if camp.values["standing"] == "planned" else camp.values["standing"])


def timed(camp: Camp) -> None:
    """Say from when to when it is, where its days are known."""
    if camp.values["date"].endswith("May 2027"):
        camp.write(starts="09:30", ends="17:00", zone="Asia/Ulaanbaatar")


def untimed(camp: Camp) -> None:
    """Take back from when to when it is."""
    camp.write(starts=None, ends=None, zone=None)


def mended(camp: Camp) -> None:
    """Mend a word of the summary."""
    camp.write(summary=f"{camp.values['summary']} Bring boots.")


def corrected(camp: Camp) -> None:
    """Mend the summary, and say so."""
    camp.change("corrected", {"why": "The place was wrong."}, summary="Two days beside the dunes.")


def file_renamed(camp: Camp) -> None:
    """Give its file another name."""
    old, new = camp.id, "camp-of-spring" if camp.id == "camp-2027" else "camp-2027"
    camp.rename(new)
    (camp.folders.data / "moves.yml").write_text(f"events/{old}/: events/{new}/\n")
