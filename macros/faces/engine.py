"""Words of MkDocs's own command line -> MkDocs, in a process that ends when the command that began it does.

The command holds the other end of the standard input open for as long as it lives.
"""

import os
import runpy
from threading import Thread


def _end_with_the_command() -> None:
    while os.read(0, 1):
        pass
    os._exit(1)


if __name__ == "__main__":
    Thread(target=_end_with_the_command, daemon=True).start()
    runpy.run_module("mkdocs", run_name="__main__", alter_sys=True)
