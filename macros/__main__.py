"""The command line, such as 'outreach check' or 'python -m macros check'."""

import sys


def main(arguments: list[str] | None = None) -> int:
    """Run one command; return 0 where all went well, 1 where something is to be mended, 130 after Ctrl-C."""
    try:
        from .faces.command_line import run

        return run(arguments)
    except KeyboardInterrupt:
        return 130


if __name__ == "__main__":
    sys.exit(main())
