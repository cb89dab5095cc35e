"""The preview in a process of its own: it outlives mistakes, takes a free port, and heals by itself."""

import re
import signal
import socket
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from urllib.request import urlopen

import pytest

from macros.settings import Folders

from .small import small_project, start

PATIENCE = 120  # seconds, on a busy machine


class Shown:
    """A preview that runs, and all that it has said."""

    def __init__(self, folders: Folders, said: Path) -> None:
        self.said = said
        with said.open("w") as out:
            self.running = start(folders, "serve", stdout=out, stderr=out)

    def told(self, words: str, times: int = 1) -> str:
        """Wait until it has said something so often; return all that it said."""
        until = time.monotonic() + PATIENCE
        while time.monotonic() < until and self.running.poll() is None:
            said = self.said.read_text(encoding="utf-8")
            if said.count(words) >= times:
                return said
            time.sleep(0.1)
        raise AssertionError(self.said.read_text(encoding="utf-8"))

    def page(self) -> str:
        """Return the home page."""
        found = re.search(r"Serving on (\S+)", self.told("Serving on"))
        assert found
        with urlopen(found[1], timeout=PATIENCE) as answer:  # noqa: S310 - our own server
            return str(answer.read().decode())


@pytest.fixture
def taken() -> Iterator[None]:
    """Let another program use the first port."""
    with socket.socket() as other:
        with suppress(OSError):  # then somebody else does
            other.bind(("127.0.0.1", 8000))
            other.listen()
        yield


@pytest.mark.usefixtures("taken")
def test_a_preview_outlives_every_mistake_and_heals_by_itself(tmp_path: Path) -> None:
    """Settings that cannot be read at the start, then a mistake in a record, then no settings at all."""
    folders = small_project(tmp_path / "project")
    good = folders.settings.read_text(encoding="utf-8")
    folders.settings.write_text(f"{good}\nnav: [\n", encoding="utf-8")
    shown = Shown(folders, tmp_path / "said.txt")
    try:
        assert "mkdocs.yml:" in shown.told("Not built")
        assert "uses port 8000; this preview takes 80" in shown.told("Serving on")
        assert "Nothing to show yet" in shown.page()
        folders.settings.write_text(good, encoding="utf-8")
        shown.told("Built (")
        whole = shown.page()
        assert "Nothing to show yet" not in whole
        event = folders.data / "events" / "salt-day-2027.yml"
        text = event.read_text(encoding="utf-8")
        event.write_text(f"{text}nonsense: 1\n", encoding="utf-8")
        assert "data/events/salt-day-2027.yml:" in shown.told("Not built", 2)
        assert "</html>" in shown.page()
        event.write_text(text, encoding="utf-8")
        shown.told("Built (", 2)
        folders.settings.rename(tmp_path / "away.yml")
        shown.told("Not built", 3)
        assert "</html>" in shown.page()
        (tmp_path / "away.yml").rename(folders.settings)
        assert "Traceback" not in shown.told("Built (", 3)
    finally:
        shown.running.send_signal(signal.SIGINT)
    assert shown.running.wait(PATIENCE) == 0
    assert "Traceback" not in shown.said.read_text(encoding="utf-8")
