"""All that proves the project, step by step: style, types, the flow between rooms, the tests."""

import subprocess
import sys
import time
from pathlib import Path

from .browser import chromium

ROOT = Path(__file__).parents[1]
BESIDE = Path(sys.executable).parent
STEPS = {
    "Style": ["ruff", "check", "--quiet", "."],
    "Layout": ["ruff", "format", "--check", "--quiet", "."],
    "Types": ["mypy"],
    "Flow between rooms": ["lint-imports"],
    "Tests": ["pytest", "--numprocesses", "auto", "--dist", "loadfile"],
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
    for name, command in STEPS.items():
        print(f"{name} ...", flush=True)
        started = time.perf_counter()
        done = subprocess.run([str(BESIDE / command[0]), *command[1:]], cwd=ROOT, check=False)
        print(
            f"{name}: {'ok' if done.returncode == 0 else 'FAILED'} ({time.perf_counter() - started:.0f} s)",
            flush=True,
        )
        if done.returncode != 0:
            failed.append(name)
    print("To mend: " + ", ".join(failed) if failed else "All is well.")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
