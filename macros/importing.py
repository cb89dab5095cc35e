"""A questionnaire's file -> what it would do to the register; once accepted, the files of its records."""

import shutil
import tempfile
from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from .catalogue import Catalogue, Problem, ProblemsFound
from .catalogue.reading.refusals import unread
from .emitters.record_files import encode_record
from .intake.decoding import Unreadable
from .intake.proposals import Intake, propose
from .intake.tables import MOST_BYTES, read_table
from .publish import write_all
from .releases.loading import check_data
from .settings import Folders


def read_questionnaire(
    catalogue: Catalogue,
    file: Path,
    encoding: str | None,
    received: str,
    accepted: Collection[str] = (),
) -> Intake:
    """Return what a file would do; raises Unreadable where it cannot be read."""
    if file.is_dir():
        raise Unreadable("this is a folder; name the file in it")
    if not file.exists():
        raise Unreadable("there is no such file; check its name and where it is")
    try:
        with file.open("rb") as stream:
            content = stream.read(MOST_BYTES + 1)
    except OSError as error:
        raise Unreadable(f"the file {unread(error)}") from error
    return propose(catalogue, read_table(content, encoding), received, accepted)


def accept(folders: Folders, intake: Intake, now: datetime, *, write: bool) -> int:
    """Try the records of a questionnaire among all others, then write them; return how many there are.

    Raises ProblemsFound where the data would not be in order with them; then nothing is written.
    """
    files = {
        **{
            f"organizations/{id}.yml": encode_record("organizations", o)
            for id, o in intake.organizations.items()
        },
        **{f"projects/{id}.yml": encode_record("projects", p) for id, p in intake.projects.items()},
    }
    if files:
        _try(folders, files, intake, now)
    if write:
        _write(folders.data, files)
    return len(files)


def _try(folders: Folders, files: Mapping[str, bytes], intake: Intake, now: datetime) -> None:
    """Check a copy of the data that has the files too."""
    with tempfile.TemporaryDirectory() as scratch:
        data = Path(scratch) / folders.data.name
        shutil.copytree(folders.data, data)
        _write(data, files)
        _, problems = check_data(data, folders.docs, now)
    if problems:
        raise ProblemsFound(_with_rows(problems, intake))


def _with_rows(problems: list[Problem], intake: Intake) -> Iterator[Problem]:
    """Yield the problems, those of a record from the questionnaire with its row."""
    rows = {f"data/projects/{proposal.id}.yml": proposal.row for proposal in intake.proposals}
    for problem in problems:
        row = rows.get(problem.path)
        said = f"{problem.message} (row {row} of the questionnaire)" if row else problem.message
        yield replace(problem, message=said)


def _write(data: Path, files: Mapping[str, bytes]) -> None:
    """Write all files or none."""
    write_all({data / name: content for name, content in files.items()})
