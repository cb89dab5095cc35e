"""Pictures and the copies that they are to have -> address and bytes of each, one picture after the other.

Several are made at once, as Pillow lets other threads work meanwhile; few are held in memory.
"""

import os
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from functools import cached_property, partial
from pathlib import Path

from ...catalogue.problems import Problem, ProblemsFound
from ...catalogue.reading.vectors import clean_svg
from ...catalogue.renditions import SVG, Rendition, original_copy
from ...catalogue.stored import PictureFile
from ...settings import Keep
from .drawing import draw_copy, tools
from .opening import DAMAGED, Pixels, open_pixels

Made = tuple[tuple[str, bytes], ...]


@dataclass(frozen=True)
class Wanted:
    """A picture, the file in which it lies, and the copies that are wanted of it."""

    picture: PictureFile
    file: Path
    copies: tuple[Rendition, ...]


def made_copies(wanted: Iterable[Wanted], keep: Keep) -> Iterator[tuple[str, bytes]]:
    """Yield address and bytes of each copy, in order; keep gives back what was made before.

    Raises ProblemsFound where a file cannot be decoded, which its header does not tell.
    """
    workers = os.cpu_count() or 1
    with ThreadPoolExecutor(workers) as pool:
        waiting: deque[Future[Made]] = deque()
        try:
            for one in wanted:
                waiting.append(pool.submit(_made, one, keep))
                if len(waiting) > workers:
                    yield from waiting.popleft().result()
            while waiting:
                yield from waiting.popleft().result()
        finally:
            pool.shutdown(wait=False, cancel_futures=True)


@dataclass
class _Source:
    """A picture that is decoded once for all its copies, and only where one of them is not there yet."""

    wanted: Wanted

    @cached_property
    def pixels(self) -> Pixels:
        """Return the pixels, as large as the largest copy needs them."""
        widest = max(copy.width for copy in self.wanted.copies)
        return open_pixels(self.wanted.picture, self.wanted.file, widest)

    def copy(self, copy: Rendition) -> bytes:
        """Return the bytes of one copy."""
        if copy == _original_of(self.wanted.picture):
            return self.wanted.file.read_bytes()
        if copy.media_type == SVG:
            return clean_svg(self.wanted.file.read_bytes())
        return draw_copy(self.pixels, copy)


def _original_of(picture: PictureFile) -> Rendition | None:
    """Return the file as it is, or None of what has none to offer: a page of a PDF, a drawing."""
    return original_copy(picture) if picture.media_type.startswith("image/") else None


def _made(wanted: Wanted, keep: Keep) -> Made:
    source = _Source(wanted)
    try:
        return tuple(
            (copy.path, keep(f"{tools()}-{copy.path.replace('/', '-')}", partial(source.copy, copy)))
            for copy in wanted.copies
        )
    except DAMAGED as wrong:
        if isinstance(wrong, OSError) and wrong.errno is not None:
            raise
        shown = "/".join(wanted.file.parts[-3:])
        raise ProblemsFound([Problem(shown, 1, "is damaged; copy it anew, or save it again")]) from None
