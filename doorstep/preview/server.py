"""A built site and its news -> a web server for this computer alone."""

from __future__ import annotations

import json
import os
import socket
import sys
import threading
from contextlib import contextmanager, suppress
from http.server import BaseHTTPRequestHandler
from socketserver import ThreadingTCPServer
from typing import TYPE_CHECKING, Any

from doorstep.preview.answers import CHANGES, Answer, Shown

if TYPE_CHECKING:
    from collections.abc import Iterator

    from doorstep.preview.news import Bulletin, News

HERE = "127.0.0.1"
"""This computer alone: nobody else on the network sees a guide that is not finished."""

NEVER = "no-store"
LASTING = "max-age=86400, immutable"
"""How long browsers keep what they were sent (RFC 9111, RFC 8246)."""

HEARTBEAT = 10.0
"""Seconds after which a page that went away is noticed."""


class CannotServe(Exception):  # noqa: N818 - a name that reads as a sentence
    """One plain sentence on why the preview could not begin."""


@contextmanager
def serving(shown: Shown, port: int, news: News) -> Iterator[str]:
    """Serve the site in the background, lend its address, and stop with the block."""
    try:
        server = _Server(shown, port, news)
    except (OSError, OverflowError) as taken:
        another = 8001 if port == 8000 else 8000
        raise CannotServe(
            f"The preview cannot have port {port}, perhaps because something else is using it: "
            f"choose another, for example --port {another}."
        ) from taken
    thread = threading.Thread(target=server.serve_forever, args=(0.05,), name="preview")
    thread.start()
    try:
        yield f"http://{HERE}:{server.server_address[1]}{shown.base_path}"
    finally:
        news.end()
        server.shutdown()
        server.hang_up()
        server.server_close()
        thread.join()


class _Server(ThreadingTCPServer):
    daemon_threads = False  # all have ended when the preview has
    allow_reuse_address = os.name == "posix"  # elsewhere it lets two share one port

    def __init__(self, shown: Shown, port: int, news: News) -> None:
        self.shown, self.news = shown, news
        self._callers: set[socket.socket] = set()
        super().__init__((HERE, port), _Handler)

    def get_request(self) -> tuple[socket.socket, Any]:
        caller, address = super().get_request()
        self._callers.add(caller)
        return caller, address

    def shutdown_request(self, request: Any) -> None:
        self._callers.discard(request)
        super().shutdown_request(request)

    def handle_error(self, request: Any, client_address: Any) -> None:
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)

    def hang_up(self) -> None:
        """End the calls that browsers keep open in case they want something later."""
        for caller in self._callers.copy():
            with suppress(OSError):
                caller.shutdown(socket.SHUT_RDWR)


class _Handler(BaseHTTPRequestHandler):
    server: _Server

    def do_GET(self) -> None:
        if self.path == self.server.shown.base_path + CHANGES:
            self._send_changes()
            return
        self.wfile.write(self._send_head().body)

    def do_HEAD(self) -> None:
        self._send_head()

    def _send_head(self) -> Answer:
        # The name first: a page newer than its name is shown once more, never an old one kept.
        edition = self.server.news.latest.edition
        answer = self.server.shown.answer(self.path, edition)
        self._start(answer.status, answer.content_type, LASTING if answer.is_lasting else NEVER)
        self.send_header("Content-Length", str(len(answer.body)))
        if answer.moved_to:
            self.send_header("Location", answer.moved_to)
        self.end_headers()
        return answer

    def _send_changes(self) -> None:
        self._start(200, "text/event-stream; charset=utf-8", NEVER)
        self.end_headers()
        known = -1
        while not self.server.news.is_over:
            bulletin = self.server.news.wait(known, HEARTBEAT)
            self.wfile.write(_event(bulletin) if bulletin.number > known else b":\n\n")
            known = bulletin.number

    def _start(self, status: int, content_type: str, kept: str) -> None:
        self.send_response(status)
        self.send_header("Content-Type", content_type)
        self.send_header("Cache-Control", kept)
        self.send_header("X-Content-Type-Options", "nosniff")

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        """Say nothing: only the command line speaks."""


def _event(bulletin: Bulletin) -> bytes:
    report = bulletin.report
    news = {"edition": bulletin.edition, "problems": report.problems, "summary": report.summary}
    return f"data: {json.dumps(news)}\n\n".encode()
