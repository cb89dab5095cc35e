"""What tests share: the sample project, the real one, and how property tests run."""

from pathlib import Path

import pytest
from hypothesis import settings

from macros.catalogue import Catalogue
from macros.releases.loading import load_catalogue
from macros.settings import Folders
from macros.views.fragments import Fragments

TESTS = Path(__file__).parent

settings.register_profile("rules", deadline=None, derandomize=True, max_examples=100, database=None)
settings.load_profile("rules")


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
