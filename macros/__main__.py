"""The command line: outreach check | build | new | rename | announce | publish | import | status | schema."""

import sys

from .faces.command_line import main

__all__ = ["main"]

if __name__ == "__main__":
    sys.exit(main())
