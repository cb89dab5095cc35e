"""Files that somebody sent -> for each, a line: what its import ends with, its seconds, and the most memory.

Run as a program, since only a process of its own has a memory of its own to measure.
"""

import io
import os
import resource
import sys
from contextlib import redirect_stdout
from pathlib import Path

from macros.__main__ import main


def measure(project: str, file: Path) -> str:
    """Return the name of a file, its exit status, the seconds and the megabytes, and the last line told."""
    told, begun = io.StringIO(), _seconds()
    with redirect_stdout(told):
        status = main(["--project", project, "import", str(file)])
    seconds = _seconds() - begun
    return f"{file.name}\t{status}\t{seconds:.2f}\t{_most_memory()}\t{told.getvalue().splitlines()[-1]}"


def _seconds() -> float:
    """Return the seconds that the processor has worked for this process and those that it has begun."""
    return sum(os.times()[:4])


def _most_memory() -> int:
    """Return the megabytes that this process, or one that it has begun, held at its height so far."""
    reader = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024
    lines = Path("/proc/self/status").read_text().splitlines()
    return max(reader, next(int(line.split()[1]) // 1024 for line in lines if line.startswith("VmHWM")))


if __name__ == "__main__":
    for name in sys.argv[2:]:
        sys.stdout.write(f"{measure(sys.argv[1], Path(name))}\n")
