"""A folder -> the address of a server that serves it on this machine, without a word."""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any


@contextmanager
def serving(site: Path) -> Iterator[str]:
    """Yield the address of a server that serves a site on this machine."""
    server = _Server(("127.0.0.1", 0), partial(_Quiet, directory=str(site)))
    Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    server.server_close()


class _Server(ThreadingHTTPServer):
    """Serves a browser that goes away in the middle of an answer without a word, too."""

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Say nothing."""


class _Quiet(SimpleHTTPRequestHandler):
    """Serves files without a line for each."""

    def log_message(self, format: str, *args: Any) -> None:
        """Say nothing."""
