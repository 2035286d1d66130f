"""A finished site -> the same site at an address of this computer, as GitHub Pages serves it."""

from __future__ import annotations

import mimetypes
import sys
import threading
from contextlib import contextmanager
from functools import partial
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

from doorstep.permalinks import output_path

if TYPE_CHECKING:
    from collections.abc import Iterator

    from built_site import Site


class Answer(BaseHTTPRequestHandler):
    """One answer: the file at an address, or the page for addresses that are not there."""

    protocol_version = "HTTP/1.1"

    def __init__(self, site: Site, *arguments: object) -> None:
        """Answer from this site."""
        self.site = site
        super().__init__(*arguments)  # type: ignore[arg-type]

    def do_GET(self) -> None:
        """Send the file that was asked for."""
        path = unquote(urlsplit(self.path).path)
        if not path.startswith(self.site.root):
            return self._send(404, "404.html")
        name = output_path(path.removeprefix(self.site.root))
        if name in self.site.files:
            return self._send(200, name)
        if f"{name}/index.html" in self.site.files:
            return self._lead_to(f"{path}/")
        return self._send(404, "404.html")

    def _send(self, status: int, name: str) -> None:
        # A site of a test's own need not have a page for addresses that are not there.
        content = self.site.files.get(name, b"")
        kind = mimetypes.guess_type(name)[0] or "application/octet-stream"
        charset = "; charset=utf-8" if kind.startswith("text/") else ""
        self.send_response(status)
        self.send_header("Content-Type", kind + charset)
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def _lead_to(self, path: str) -> None:
        self.send_response(301)
        self.send_header("Location", path)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, format: str, *arguments: object) -> None:  # noqa: A002 (its name there)
        """Say nothing: a test says what it saw."""


class Serving(ThreadingHTTPServer):
    """A server that does not mind a browser that goes away in the middle of an answer."""

    daemon_threads = True
    # A browser opens six connections at once for a page; beyond the usual five that wait to be
    # taken, a busy machine drops them and the page never ends loading.
    request_queue_size = 128

    def handle_error(self, request: object, client_address: object) -> None:
        """Say nothing of a browser that went away; everything else is a mistake of the tests."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)  # type: ignore[arg-type]


@contextmanager
def served(site: Site, answer: type[Answer] = Answer) -> Iterator[str]:
    """Lend the address of a site, ending in a slash."""
    with Serving(("127.0.0.1", 0), partial(answer, site)) as server:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}{site.root}"
        finally:
            server.shutdown()
            thread.join()
