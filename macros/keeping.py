"""What is costly to make -> made once: what a cache is to those who use it, and one that caches nothing."""

from collections.abc import Callable

Keep = Callable[[str, Callable[[], bytes]], bytes]


def made_anew(_: str, make: Callable[[], bytes]) -> bytes:
    """Return what is made; nothing is cached."""
    return make()
