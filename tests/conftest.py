"""What tests share: the sample project, the real one, how property tests run, and which files go first."""

from pathlib import Path

import pytest
from hypothesis import settings

from macros.catalogue import Catalogue
from macros.releases.loading import load_catalogue
from macros.settings import Folders
from macros.views.fragments import Fragments

TESTS = Path(__file__).parent
DEAREST = ("feeds", "built", "agreement", "storms", "intake/test_memory.py", "two_publish", "releases")

settings.register_profile("rules", deadline=None, derandomize=True, max_examples=100, database=None)
settings.load_profile("rules")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Put the files that take longest first, so that no worker is left with one of them at the end."""
    items.sort(key=lambda item: _turn(item.path))


def _turn(file: Path) -> int:
    name = file.relative_to(TESTS).as_posix()
    return next((turn for turn, dear in enumerate(DEAREST) if name.startswith(dear)), len(DEAREST))


@pytest.fixture(scope="session")
def real() -> Folders:
    """Return the folders of this repository."""
    return Folders(TESTS.parent)


@pytest.fixture(scope="session")
def sample() -> Folders:
    """Return the folders of the sample project: tiny and complete."""
    return Folders(TESTS / "sample_data")


@pytest.fixture(scope="session")
def catalogue(sample: Folders) -> Catalogue:
    """Return the catalogue of the sample project."""
    return load_catalogue(sample.data)


@pytest.fixture(scope="session")
def fragments(real: Folders) -> Fragments:
    """Return the templates of the views."""
    return Fragments(real.fragments)
