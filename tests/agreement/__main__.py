"""python -m tests.agreement [count] [seed]: mutates pages and settings, and compares check and build."""

import os
import sys

from tests.views.goldens import NOW

from .running import run

os.environ["SOURCE_DATE_EPOCH"] = str(int(NOW.timestamp()))
count, seed = (int(word) for word in [*sys.argv[1:], *("200", "1")[len(sys.argv) - 1 :]])
tally = run(count, seed)
for line in (*tally.disagreements, *tally.crashes, *tally.published):
    print(line)
print(
    f"{count} mutations: {tally.counts['passed']} passed, {tally.counts['refused']} refused; "
    f"{len(tally.disagreements)} disagreements, {len(tally.crashes)} crashes or hangs, "
    f"{len(tally.published)} foreign things on pages"
)
