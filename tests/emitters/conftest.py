"""The feeds that these tests look at: those of the real project, and those of a full generated one."""

import pytest

from macros.press.contents import Project
from macros.project import open_project
from macros.settings import Folders

from .announced import NOW, Built, build, many

PROSE = '<p><a href="../../studies/">All</a> <a href="#more">more</a> <img src="/dld/x.png" alt=""></p>'
WORDS = [
    ("1 < 2 & \"3\" > '0' ]]>", "R&D: a < b, 'c' & \"d\" 🏜️"),
    ("Цөлжилт 砂漠化 사막화", "土地退化 & more"),
]


@pytest.fixture(scope="session")
def real_project(real: Folders) -> Project:
    """Return the project of this repository."""
    return open_project(real)


@pytest.fixture(scope="module", params=["real", "generated"])
def built(request: pytest.FixtureRequest, real_project: Project) -> Built:
    """Return the feeds of the real project, then those of one with 45 announcements."""
    if request.param == "real":
        return build(real_project, NOW)
    words = [WORDS[n % 2] for n in range(45)]
    return build(many(real_project, words), NOW, {f"news-{n}": PROSE for n in range(30, 45)})


@pytest.fixture(scope="module")
def generated(real_project: Project) -> Built:
    """Return the feeds of a project with 45 announcements, some of them still to come."""
    return build(many(real_project), NOW)
