"""A lock file -> one publishing at a time; apart from the writer, so that a build needs no lock library."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from filelock import FileLock, Timeout

PATIENCE = 60  # seconds that one publishing waits for another
Busy = Timeout


@contextmanager
def publishing(lock: Path) -> Iterator[None]:
    """Hold a lock file for as long as one publishes; raises Busy where another holds it too long."""
    with FileLock(lock, timeout=PATIENCE):
        yield
