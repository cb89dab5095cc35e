"""How long a site with a large register takes to build, against one with a tenth of it."""

from dataclasses import dataclass
from pathlib import Path

from macros.settings import Folders

from ..built.projects import copy_project, write_generated
from .building import spent


@dataclass(frozen=True, slots=True)
class RegisterGrowth:
    """Seconds to build the site with two sizes of its register."""

    few: int
    many: int
    seconds_few: float
    seconds_many: float

    def __str__(self) -> str:
        ratio = self.seconds_many / self.seconds_few
        return f"building a register of {self.many}: {ratio:.1f} times one of {self.few} (the site included)"


def measure_register(scratch: Path, few: int, many: int) -> RegisterGrowth:
    """Return how long the real site takes with made-up projects, few and many."""
    return RegisterGrowth(few, many, _seconds(scratch / "few", few), _seconds(scratch / "many", many))


def _seconds(folder: Path, count: int) -> float:
    folder.mkdir(parents=True)
    project = Folders(copy_project(folder))
    write_generated(project.root, count)
    return spent(project.root).seconds
