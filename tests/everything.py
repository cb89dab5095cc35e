"""All that proves the project: style, types and the flow between rooms, one by one beside the tests."""

import subprocess
import sys
import time
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from typing import Any

from .browser import chromium

ROOT = Path(__file__).parents[1]
BESIDE = Path(sys.executable).parent
TESTS = ["pytest", "--numprocesses", "auto", "--dist", "loadfile", "--no-loadscope-reorder"]
BESIDE_TESTS = {
    "Style": ["ruff", "check", "--quiet", "."],
    "Layout": ["ruff", "format", "--check", "--quiet", "."],
    "Types": ["mypy"],
    "Flow between rooms": ["lint-imports"],
}


def main() -> int:
    """Run every step, even after one has failed; return 1 where any has."""
    failed = []
    print("Browser ...", end=" ", flush=True)
    try:
        print(chromium(), flush=True)
    except RuntimeError as missing:
        print(missing, flush=True)
        failed.append("Browser")
    print(f"{', '.join(BESIDE_TESTS)}, Tests ...", flush=True)
    with ThreadPoolExecutor(max_workers=1) as beside:
        steps = {name: beside.submit(_said, command) for name, command in BESIDE_TESTS.items()}
        started = time.perf_counter()
        tests = _run(TESTS)
        seconds = time.perf_counter() - started
    failed.extend(name for name, step in steps.items() if _told(name, step))
    print(f"Tests: {_verdict(tests.returncode)} ({seconds:.0f} s)", flush=True)
    if tests.returncode:
        failed.append("Tests")
    print("To mend: " + ", ".join(failed) if failed else "All is well.")
    return 1 if failed else 0


def _run(command: list[str], **options: Any) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [str(BESIDE / command[0]), *command[1:]], cwd=ROOT, check=False, text=True, **options
    )


def _said(command: list[str]) -> subprocess.CompletedProcess[str]:
    return _run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)


def _told(name: str, step: Future[subprocess.CompletedProcess[str]]) -> int:
    """Print what a step said, and how it ended; return its status."""
    done = step.result()
    print(f"{done.stdout}{name}: {_verdict(done.returncode)}", flush=True)
    return done.returncode


def _verdict(status: int) -> str:
    return "FAILED" if status else "ok"


if __name__ == "__main__":
    sys.exit(main())
