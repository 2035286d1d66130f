"""A built site -> the same at an address of this computer alone, whatever it was built for."""

from __future__ import annotations

import sys
import threading
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

HERE = "127.0.0.1"


@contextmanager
def at_an_address(site: Path) -> Iterator[str]:
    """Lend an address that the pages of a site stand at, ending in a slash."""
    with _Server((HERE, 0), partial(_Handler, directory=str(site))) as server:
        thread = threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True)
        thread.start()
        try:
            yield f"http://{HERE}:{server.server_port}/"
        finally:
            server.shutdown()
            thread.join()


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    # Several windows each open six connections at once; beyond the usual five that wait to be
    # taken, a busy machine drops them and a page never ends loading.
    request_queue_size = 128

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Say nothing of a browser that went away in the middle of an answer."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)


class _Handler(SimpleHTTPRequestHandler):
    def translate_path(self, path: str) -> str:
        """Return the file for an address below whichever folder the site was built for."""
        found = Path(super().translate_path(path))
        while "/" in path.strip("/") and not found.exists():
            path = "/" + path.strip("/").partition("/")[2]
            found = Path(super().translate_path(path))
        return str(found)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        """Say nothing: only the command line speaks."""
