"""What the code makes now -> the goldens that tests compare with: python -m tests.update."""

from collections.abc import Callable

from .emitters.goldens import update_files
from .faulty import update_problems
from .views.goldens import update_views

GOLDENS: list[Callable[[], None]] = [update_problems, update_views, update_files]


def main() -> None:
    """Write every golden anew; read the diff before you keep it."""
    for update in GOLDENS:
        update()


if __name__ == "__main__":
    main()
