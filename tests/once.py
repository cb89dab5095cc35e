"""What is dear to make -> a folder that is made once and read by the tests of every worker."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from filelock import FileLock


def made_once(factory: pytest.TempPathFactory, name: str, make: Callable[[Path], object]) -> Path:
    """Return the folder of this name, filled by whichever worker first asks for it; the others wait."""
    own = factory.getbasetemp()
    top = own.parent if "PYTEST_XDIST_WORKER" in os.environ else own
    folder, beside = top / name, top / f"{name}.unfinished"
    with FileLock(top / f"{name}.lock"):
        if not folder.exists():
            make(beside)
            beside.rename(folder)
    return folder
