"""Where studies are presented, and recordings of events -> no such session, twice, not yet held."""

from collections.abc import Iterator, Mapping

from ...records.base import Record
from ...records.event import Event
from ...records.study import Study
from ...records.taken import Presented
from ..problems import suggestion
from ..shape import KeyPath

Records = Mapping[str, Mapping[str, Record]]
Found = tuple[KeyPath, str]


def check_presented(record: Record, records: Records) -> Iterator[Found]:
    """Yield each session that its event does not have, and each place that is named twice."""
    seen: set[tuple[str, object]] = set()
    for number, presented in enumerate(record.presented if isinstance(record, Study) else ()):
        event = records["events"].get(presented.event)
        session = presented.session
        if isinstance(event, Event) and session and not event.session(session):
            yield ("presented", number, "session"), _no_session(presented, event)
        found = event.session(session) if isinstance(event, Event) else None
        place = (presented.event, str(found.title) if found else session and str(session))
        if place in seen:
            where = f"'{session}' of '{presented.event}'" if session else f"'{presented.event}'"
            wrong = f"{where} stands twice in 'presented'; keep one of them, with all its files"
            yield ("presented", number, "session" if session else "event"), wrong
        seen.add(place)


def check_recordings(record: Record, records: Records) -> Iterator[Found]:
    """Yield each recording of an event that is not held."""
    if not isinstance(record, Event) or record.standing == "held":
        return
    wrong = (
        f"'recording' cannot be given while the event is {record.standing}; delete it or correct the standing"
    )
    if record.recording:
        yield ("recording",), wrong
    for number, session in enumerate(record.programme):
        if session.recording:
            yield ("programme", number, "recording"), wrong


def _no_session(presented: Presented, event: Event) -> str:
    titles = [str(session.title) for session in event.programme]
    if not titles:
        return f"'{event.id}' has no sessions; give them in its 'programme', or delete the line"
    near = suggestion(str(presented.session), titles) or f"; use one of: {', '.join(titles)}"
    return f"'{event.id}' has no session '{presented.session}'{near}"
