"""By hand: python -m tests.mutations [count] [seed] [family] [project], such as 3000 1 records ."""

import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

from .families import FAMILIES
from .trial import Trial, copied, trials

FINE = ("harmless", "one line")
SAMPLE = Path(__file__).parents[1] / "sample_data"


def main(count: int = 1000, seed: int = 1, family: str = "records", root: Path = SAMPLE) -> None:
    """Try slips of a family, and print a tally and each that is not told as it should be."""
    started = time.perf_counter()
    with tempfile.TemporaryDirectory() as folder:
        done = list(trials(copied(root, Path(folder)), family, count, seed))
    seconds = time.perf_counter() - started
    for trial in done:
        if trial.outcome not in FINE:
            _show(trial)
    print(f"{count} slips of {family}, seed {seed}: {seconds / count * 1000:.0f} ms each")
    for outcome, number in Counter(trial.outcome for trial in done).most_common():
        print(f"{number:6} {outcome}")


def _show(trial: Trial) -> None:
    mutation = trial.mutation
    lines = ",".join(str(line) for line in sorted(mutation.lines))
    print(f"{trial.outcome}: {mutation.way} in {mutation.path}, lines {lines}")
    for line in trial.told[:6]:
        print(f"    {line!r}")
    if len(trial.told) > 6:
        print(f"    ... {len(trial.told)} lines")


if __name__ == "__main__":
    words = sys.argv[1:]
    named = words[2] if len(words) > 2 else "records"
    if named not in FAMILIES:
        sys.exit(f"there is no family '{named}'; use one of: {', '.join(FAMILIES)}")
    count, seed = (
        (int(word) for word in [*words[:2], "1000", "1"][:2]) if len(words) != 1 else (int(words[0]), 1)
    )
    main(count, seed, named, *(Path(word) for word in words[3:4]))
