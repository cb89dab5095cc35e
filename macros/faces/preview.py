"""A project's folder -> its site on this machine, built anew while one writes; the last good pages stay."""

import logging
import os
import signal
import tempfile
import time
from collections.abc import Iterable
from contextlib import suppress
from errno import EADDRINUSE
from html import escape
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.exceptions import MkDocsException
from mkdocs.livereload import LiveReloadServer

from ..catalogue import ProblemsFound
from ..exchange import swap_in
from ..settings import Folders
from .opening import check_settings
from .speaking import say, warn
from .stopping import Stopped, sentence

HOST, PORT, PORTS = "127.0.0.1", 8000, 100
EVERY = 0.5  # seconds between two looks at the files
WAITING = (
    '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Nothing to show yet</title></head>'
    "<body><h1>Nothing to show yet</h1><p>Mend this, and the page comes by itself:</p>"
    "<pre>{}</pre></body></html>"
)
Seen = dict[str, tuple[int, int]]


def preview(folders: Folders) -> None:
    """Show the site until Ctrl-C, or the end of the terminal, ends it."""
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    with tempfile.TemporaryDirectory(prefix="outreach-") as scratch, suppress(KeyboardInterrupt):
        showing = _Showing(folders, Path(scratch))
        try:
            showing.build()
            showing.server.serve_thread.start()
            showing.follow()
        finally:
            showing.server.shutdown()


class _Showing:
    """The pages that are shown, the server that shows them, and the files that they were made from."""

    def __init__(self, folders: Folders, scratch: Path) -> None:
        self.folders, self.shown, self.next = folders, scratch / "shown", scratch / "next"
        self.shown.mkdir()
        self.server = _listening(self.shown)
        self.server.watch(str(folders.settings))  # so that pages load themselves again
        self.watched = {folders.settings, folders.data, folders.docs, folders.root / "overrides"}
        self.begun = self.good = False
        self.told = ""
        self.seen: Seen = {}
        self.lines = _Lines(logging.WARNING)
        logging.getLogger("mkdocs").addHandler(self.lines)

    def follow(self) -> None:
        """Build again whenever a file has changed and, a moment later, none has changed any more."""
        while True:
            self._tell_place()
            time.sleep(EVERY)
            now = _seen(self.watched)
            if now != self.seen:
                time.sleep(EVERY / 2)
                if _seen(self.watched) == now:
                    self.build()

    def build(self) -> None:
        """Build the pages; where they cannot be built, say why, and go on showing the last good ones."""
        self.seen = _seen(self.watched)
        started = time.perf_counter()
        self.lines.said.clear()
        wrong = self._build()
        if wrong:
            told = self.lines.said or [wrong]
            warn(*told, "Not built; mend this, and the preview goes on by itself.")
            self._wait(told)
        else:
            self.good = True
            say(*self.lines.said, f"Built ({time.perf_counter() - started:.1f} s).")
        _load_again(self.server)

    def _tell_place(self) -> None:
        """Say where the pages are shown, again where the site's address has moved them."""
        if self.server.url != self.told:
            self.told = self.server.url
            say(f"Serving on {self.told} (Ctrl+C stops it)")

    def _build(self) -> str:
        """Build the pages and show them; return what stopped that, or nothing."""
        try:
            self._build_next()
            swap_in(self.next, self.shown)
        except ProblemsFound as found:
            return str(found)
        except MkDocsException as told:
            return str(told)
        except OSError as full:
            return sentence(full, self.folders.root)
        except Exception as fallen:  # whatever a page or a plugin brings up, the preview lives on
            return f"{type(fallen).__name__}: {fallen}"
        return ""

    def _build_next(self) -> None:
        check_settings(self.folders)
        settings = str(self.folders.settings)
        config = load_config(settings, config_file_path=settings, site_dir=str(self.next))
        if not self.begun:
            config.plugins.on_startup(command="serve", dirty=False)
            self.begun = True
        self.watched |= {Path(config.docs_dir), *map(Path, config.watch)}
        _mount(self.server, str(config.site_url))
        config.site_url = self.server.url
        build(config, serve_url=self.server.url)

    def _wait(self, told: Iterable[str]) -> None:
        """Where there are no good pages yet, show at every address what is to be mended."""
        for name in () if self.good else ("index.html", "404.html"):
            (self.shown / name).write_text(WAITING.format(escape("\n".join(told))), encoding="utf-8")


class _Server(LiveReloadServer):
    """MkDocs's server for previews; a reader who goes away is no fault."""

    def page_for_error(self, code: int) -> bytes | None:
        """Return the site's own page for an error, which loads itself again as any other."""
        file = Path(self.root) / f"{code}.html"
        if not file.is_file():
            return None
        return bytes(self._inject_js_into_html(file.read_bytes(), self._visible_epoch))  # type: ignore[no-untyped-call]  # MkDocs leaves it untyped

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Say nothing."""


class _Lines(logging.Handler):
    """Keeps what MkDocs and our plugin say while they build."""

    def __init__(self, level: int) -> None:
        super().__init__(level)
        self.said: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Keep a line."""
        self.said.append(record.getMessage())


def _listening(shown: Path) -> _Server:
    """Return a server that listens at the first port that is free, and says so where that is another."""
    for port in range(PORT, PORT + PORTS):
        server = _Server(lambda: None, HOST, port, str(shown))
        try:
            server.server_bind()
        except OSError as wrong:
            server.server_close()
            if wrong.errno != EADDRINUSE:
                raise
            continue
        server.server_activate()
        _mount(server, "")
        server.error_handler = server.page_for_error
        if port != PORT:
            say(f"Another program uses port {PORT}; this preview takes {port}.")
        return server
    raise Stopped(f"All ports from {PORT} to {port} are used by other programs; end one of them.")


def _mount(server: LiveReloadServer, address: str) -> None:
    """Let a server show its pages below the same path as the site will have."""
    path = urlsplit(address).path.strip("/")
    server.mount_path = f"/{path}/" if path else "/"
    server.url = f"http://{HOST}:{server.server_port}{server.mount_path}"


def _load_again(server: LiveReloadServer) -> None:
    """Let browsers load their pages again."""
    with server._epoch_cond:
        server._wanted_epoch = server._visible_epoch = max(
            round(time.monotonic() * 1000), server._visible_epoch + 1
        )
        server._epoch_cond.notify_all()


def _seen(watched: Iterable[Path]) -> Seen:
    """Return every file that is watched, with its time and size."""
    found: Seen = {}
    for top in watched:
        for folder, folders, names in os.walk(top):
            folders[:] = [name for name in folders if name != "__pycache__"]
            found.update(_look(os.path.join(folder, name)) for name in names)  # noqa: PTH118 - many, often
        if not top.is_dir():
            found.update([_look(str(top))])
    return found


def _look(file: str) -> tuple[str, tuple[int, int]]:
    try:
        state = os.stat(file)  # noqa: PTH116 - many, often
    except OSError:
        return file, (0, 0)
    return file, (state.st_mtime_ns, state.st_size)
