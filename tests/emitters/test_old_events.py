"""Events of long ago are in calendars like any other."""

from macros.catalogue import Catalogue
from macros.emitters.calendars import encode_calendars

from .announced import SITE
from .dated import event_of, only


def test_hours_of_long_ago_are_written(catalogue: Catalogue) -> None:
    """An event with hours of 1988 is in its calendar, in UTC with the summer time that Seoul had then."""
    old = {"date": "22 September 1988", "starts": "09:00", "ends": "17:00", "zone": "Asia/Seoul"}
    content = encode_calendars(only(catalogue, event_of(**old)), SITE)["calendar/events.ics"]
    assert b"DTSTART:19880921T230000Z" in content
    assert b"DTEND:19880922T070000Z" in content
