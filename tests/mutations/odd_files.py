"""A file -> gone, renamed, or a thing that is no plain file but has its name."""

import os
import re
import shutil
import socket
from collections.abc import Callable, Mapping
from pathlib import Path
from random import Random

from macros.catalogue.addresses import page_address

from .mutation import Mutation, remove

ID = re.compile(r"^([\w.-]+):", re.MULTILINE)
ODD_NAMES = (
    "{stem}\n{suffix}",
    "{stem}\x1b[31m{suffix}",
    "{stem}\u202e{suffix}",
    "{stem}\udcff{suffix}",
    "{stem} {suffix}",
    "x{stem}{suffix}",
)
ADDED = ("a b.md", "B.md", "x.markdown", "x.html", "x.js", "README.md", "out.txt")


def deleted(_: Random, root: Path, path: str) -> Mutation:
    """Take a file away."""
    return Mutation("delete the file", path, remove, frozenset({1}), _held(root, path))


def renamed(random: Random, root: Path, path: str) -> Mutation:
    """Give a file another name beside its own: a slip, or one that terminals cannot show."""
    stem = Path(path).stem
    name = random.choice(ODD_NAMES).format(stem=stem, suffix=Path(path).suffix)
    to = str(Path(path).with_name(name))
    return Mutation(
        "rename the file", path, lambda file: _move(file, name), frozenset({1}), _held(root, path), to=to
    )


def added(random: Random, root: Path, path: str) -> Mutation:
    """Put another file beside one, such as a page that the site makes itself, or a link."""
    name = random.choice(ADDED)
    to = Path(path).parent / name
    return Mutation(
        f"add a file {name}", path, lambda file: _added(root / to, file), frozenset({1}), to=to.as_posix()
    )


def odd(random: Random, root: Path, path: str) -> Mutation:
    """Put in the place of a file what only has its name."""
    return odd_way(random.choice(tuple(ODD)), root, path)


def odd_way(way: str, root: Path, path: str) -> Mutation:
    """Put a thing of one kind in the place of a file."""
    change = ODD[way]
    return Mutation(
        way, path, lambda file: _instead(file, change), frozenset({1}), _held(root, path), must=True
    )


def _held(root: Path, path: str) -> frozenset[str]:
    """Return how messages may name a file or what it holds: path, stem, a page's address, the ids in it."""
    address = page_address(path.removeprefix("docs/"))
    ids = ID.findall((root / path).read_text(encoding="utf-8"))
    return frozenset({path, Path(path).stem, address, *ids})


def _added(to: Path, file: Path) -> None:
    if to.suffix == ".txt":
        to.symlink_to("/etc/hostname")
    elif not to.exists():
        to.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(file, to)


def _move(file: Path, name: str) -> None:
    file.rename(file.with_name(name))


def _instead(file: Path, make: Callable[[Path], None]) -> None:
    remove(file)
    make(file)


def _loop(file: Path) -> None:
    file.symlink_to(file.name)


def _dangling(file: Path) -> None:
    file.symlink_to("nowhere.yml")


def _outside(file: Path) -> None:
    file.symlink_to("/etc/hostname")


def _endless(file: Path) -> None:
    file.symlink_to("/dev/zero")


def _folder(file: Path) -> None:
    file.mkdir()


def _pipe(file: Path) -> None:
    os.mkfifo(file)


def _socket(file: Path) -> None:
    """Bind by a short name: the address of a socket has room for 108 bytes."""
    before = Path.cwd()
    os.chdir(file.parent)
    try:
        with socket.socket(socket.AF_UNIX) as door:
            door.bind(file.name)
    finally:
        os.chdir(before)


ODD: Mapping[str, Callable[[Path], None]] = {
    "a folder in its place": _folder,
    "a link to nothing in its place": _dangling,
    "a link to itself in its place": _loop,
    "a link out of the project in its place": _outside,
    "a link to an endless device in its place": _endless,
    "a pipe in its place": _pipe,
    "a socket in its place": _socket,
}
