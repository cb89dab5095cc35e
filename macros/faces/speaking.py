"""Lines -> whoever reads them: a terminal, a file, a pipe that may be closed, or nobody."""

import os
import sys
from contextlib import suppress
from typing import TextIO


def say(*lines: object) -> None:
    """Print lines for whoever reads the output; one who has gone away stops no command."""
    _say(sys.stdout, lines)


def warn(*lines: object) -> None:
    """Print lines beside the output: what stopped a command, and what goes on meanwhile."""
    _say(sys.stderr, lines)


def begin_speaking() -> None:
    """Make the streams of a command safe, whatever they are.

    A number that was closed is opened to nowhere, lest a file of the project get it and be printed into; a
    character that the terminal does not have is shown by its code.
    """
    for number in (0, 1, 2):
        try:
            os.fstat(number)
        except OSError:
            os.set_inheritable(os.open(os.devnull, os.O_RDWR), True)
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")


def end_speaking() -> None:
    """Send what is still held back, so that Python has nothing to complain of when it ends."""
    for stream in (sys.stdout, sys.stderr):
        if stream is not None:
            try:
                stream.flush()
            except OSError:
                _let_go(stream)


def _say(stream: TextIO | None, lines: tuple[object, ...]) -> None:
    if stream is None:
        return
    try:
        print(*lines, sep="\n", file=stream, flush=True)
    except BrokenPipeError:
        _let_go(stream)
    except OSError:
        _let_go(stream)
        raise


def _let_go(stream: TextIO) -> None:
    """Let a stream that nobody reads, or that cannot be written, lead nowhere from now on."""
    with suppress(OSError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
