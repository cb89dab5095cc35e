"""Previews, each in its own process: ours outlives mistakes and heals by itself; that of MkDocs works too."""

import re
import signal
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import urlopen

import pytest

from .small import ended, small_project, start, start_module

PATIENCE = 120  # seconds, on a busy machine


class Shown:
    """A preview that runs, and all that it has said."""

    def __init__(self, running: subprocess.Popen[str], said: Path) -> None:
        self.running, self.said = running, said

    def told(self, words: str, times: int = 1) -> str:
        """Wait until it has said something so often; return all that it said."""
        until = time.monotonic() + PATIENCE
        while time.monotonic() < until and self.running.poll() is None:
            said = self.said.read_text(encoding="utf-8")
            if said.count(words) >= times:
                return said
            time.sleep(0.1)
        raise AssertionError(self.said.read_text(encoding="utf-8"))

    def page(self, below: str = "") -> str:
        """Return the home page, from the address that was told first, or a page below it."""
        found = re.search(r"Serving on (\S+)", self.told("Serving on"))
        assert found
        with urlopen(found[1] + below, timeout=PATIENCE) as answer:  # noqa: S310 - our own server
            assert answer.status == 200
            return str(answer.read().decode())


@contextmanager
def shown(said: Path, *arguments: str, cwd: Path) -> Iterator[Shown]:
    """Run a preview; Ctrl-C ends it, well and without a traceback."""
    with said.open("w") as out:
        running = start_module(*arguments, cwd=cwd, stdout=out, stderr=out)
    with running:
        try:
            yield Shown(running, said)
            running.send_signal(signal.SIGINT)
            assert running.wait(PATIENCE) == 0
            assert "Traceback" not in said.read_text(encoding="utf-8")
        finally:
            running.kill()


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
    """Settings that cannot be read at the start, then a mistake in a record, then no settings at all.

    What it says of a mistake is what the check says.
    """
    folders = small_project(tmp_path / "project")
    good = folders.settings.read_text(encoding="utf-8")
    folders.settings.write_text(f"{good}\nnav: [\n", encoding="utf-8")
    with shown(tmp_path / "said.txt", "macros", "serve", cwd=folders.root) as preview:
        assert "mkdocs.yml:" in preview.told("Not built")
        assert "uses port 8000; this preview takes 80" in preview.told("Serving on")
        assert "Nothing to show yet" in preview.page()
        with pytest.raises(HTTPError) as elsewhere:
            preview.page("dunes/events/")
        assert "Nothing to show yet" in elsewhere.value.read().decode()
        folders.settings.write_text(good, encoding="utf-8")
        preview.told("Built (")
        assert re.search(r"Serving on \S+:80\d\d/dunes/ ", preview.told("Serving on", 2))
        assert "Nothing to show yet" not in preview.page()
        event = folders.data / "events" / "salt-day-2027.yml"
        text = event.read_text(encoding="utf-8")
        event.write_text(f"{text}nonsense: 1\n", encoding="utf-8")
        lines = preview.told("Not built", 2).splitlines()
        status, checked, _ = ended(start(folders, "check"))
        assert status == 1
        assert checked.startswith("data/events/salt-day-2027.yml:")
        assert set(checked.splitlines()) <= set(lines)
        assert "</html>" in preview.page()
        event.write_text(text, encoding="utf-8")
        preview.told("Built (", 2)
        folders.settings.rename(tmp_path / "away.yml")
        preview.told("Not built", 3)
        assert "</html>" in preview.page()
        (tmp_path / "away.yml").rename(folders.settings)
        preview.told("Built (", 3)


def test_the_preview_of_mkdocs_works_as_well(tmp_path: Path) -> None:
    """Without our command it starts, shows the home page, and ends."""
    folders = small_project(tmp_path / "project")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        place = f"127.0.0.1:{free.getsockname()[1]}"
    with shown(tmp_path / "said.txt", "mkdocs", "serve", "-a", place, cwd=folders.root) as preview:
        assert "</html>" in preview.page()
