"""A lock file -> one at a time: who builds, or writes records; apart from the writer, whom the build uses."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from filelock import FileLock, Timeout

PATIENCE = 60  # seconds that one who writes waits for another
BUILD_PATIENCE = 1800  # and one who builds
Busy = Timeout


def _silently() -> None:
    """Say nothing."""


@contextmanager
def alone(lock: Path, patience: float, waiting: Callable[[], None] = _silently) -> Iterator[None]:
    """Hold a lock file; raises Busy where another holds it too long.

    The system lets go of it when its process ends, however that ends. 'waiting' is called before a wait.
    """
    lock.parent.mkdir(exist_ok=True)
    held = FileLock(lock)
    try:
        held.acquire(timeout=0)
    except Timeout:
        waiting()
        held.acquire(timeout=patience)
    try:
        yield
    finally:
        held.release()
