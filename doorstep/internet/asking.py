"""The address of something on the open internet -> one answer to one question, in good time.

An address may come from a stranger, and the name in it may lead anywhere: to this computer, or to
another one behind the same door. So each name is looked up once, every address it has is checked,
and the connection is made to the address that was checked, for each question anew.
"""

from __future__ import annotations

import io
import queue
import re
import socket
import ssl
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.client import HTTPException, HTTPResponse
from typing import TypeVar
from urllib.parse import SplitResult, quote, urlsplit

from msgspec import Struct

from doorstep.internet.network import Network, is_public

REDIRECTS = (301, 302, 303, 307, 308)
"""Answers that lead on to another address."""

_LONGEST_ADDRESS = 2_000
_FIRST_FREE_PORT = 1024
_AS_TYPED = "/?%:@!$&'(),;=~-._+*"
"""Signs that stay as they are in the path of an address."""

T = TypeVar("T")


class CannotFetch(OSError):  # noqa: N818 - a name that reads as a sentence
    """Says in plain words why an address was not fetched."""


class NobodyThere(CannotFetch):
    """No computer has the name that is in the address."""


class Deadline(Struct, frozen=True):
    """The moment when everything has to be done, however slowly a server answers."""

    at: float
    """On the clock that never goes back."""
    seconds: float
    """How long there was from the start."""

    @classmethod
    def in_seconds(cls, seconds: float) -> Deadline:
        """Return the moment so many seconds from now."""
        return cls(time.monotonic() + seconds, seconds)

    @property
    def left(self) -> float:
        """Seconds there are left; raises CannotFetch when there are none."""
        seconds = self.at - time.monotonic()
        if seconds <= 0:
            raise CannotFetch(self._too_long)
        return seconds

    def within(self, call: Callable[[], T]) -> T:
        """Return what a call gives in time: the computer's own look-up of names knows no limit."""
        answers: queue.Queue[T | OSError | UnicodeError] = queue.Queue()

        def answer() -> None:
            try:
                answers.put(call())
            except (OSError, UnicodeError) as reason:
                answers.put(reason)

        threading.Thread(target=answer, daemon=True).start()
        try:
            given = answers.get(timeout=self.left)
        except queue.Empty:
            raise CannotFetch(self._too_long) from None
        if isinstance(given, OSError | UnicodeError):
            # What could not be looked up for the moment may well be there.
            kind = CannotFetch if _is_for_now(given) else NobodyThere
            raise kind("No computer answers to the name in it. Check its spelling.")
        return given

    @property
    def _too_long(self) -> str:
        return f"It took longer than {self.seconds:.0f} seconds."


def _is_for_now(reason: OSError | UnicodeError) -> bool:
    return isinstance(reason, OSError) and reason.errno == socket.EAI_AGAIN


class Question(Struct, frozen=True):
    """What is asked of a website."""

    method: str
    """GET for what is there, HEAD for whether it is there."""
    accept: str
    """The kinds of content that are of use (RFC 9110, 12.5.1)."""
    who: str = "Doorstep, a neighbourhood guide"
    """Who asks."""


def parts_of(address: str) -> SplitResult:
    """Return the parts of an address that may be asked for, or raise CannotFetch."""
    if len(address) > _LONGEST_ADDRESS or re.search(r"[\x00-\x20\x7f]", address):
        raise CannotFetch("It is not the address of anything.")
    try:
        parts = urlsplit(address)
        port, host = parts.port, parts.hostname
    except ValueError:
        raise CannotFetch("It is not the address of anything.") from None
    if parts.scheme not in ("http", "https") or not host:
        raise CannotFetch("An address that can be fetched starts with https:// or webcal://.")
    if "@" in parts.netloc:
        raise CannotFetch("It has a name or a password in it.")
    if port is not None and port not in (80, 443) and port < _FIRST_FREE_PORT:
        raise CannotFetch(f"What everybody may read is not kept at port {port}.")
    return parts


@contextmanager
def asked(
    parts: SplitResult, question: Question, network: Network, deadline: Deadline
) -> Iterator[HTTPResponse]:
    """Ask a question and hand over the answer, whose content may be read while it is held."""
    host, is_secure = parts.hostname or "", parts.scheme == "https"
    port = parts.port or (443 if is_secure else 80)
    addresses = deadline.within(lambda: network.resolve(host, port))
    if not addresses or not all(is_public(one) for one in addresses):
        raise CannotFetch("It leads to a computer that is not on the open internet.")
    try:
        with _connected(addresses, port, network, deadline) as plain:
            plain.settimeout(deadline.left)
            connection = _secured(plain, host) if is_secure else plain
            with connection:
                connection.sendall(_request(parts, question))
                in_time = _InTime(connection, deadline)
                response = HTTPResponse(in_time, method=question.method)  # type: ignore[arg-type]
                response.begin()
                yield response
    except CannotFetch:
        raise
    except ssl.SSLError:
        raise CannotFetch("It does not answer safely: its certificate is not good.") from None
    except (OSError, HTTPException, ValueError):
        deadline.left  # noqa: B018 - says so when it was the time that ran out
        raise CannotFetch("It does not answer as a website does.") from None


def _connected(
    addresses: list[str], port: int, network: Network, deadline: Deadline
) -> socket.socket:
    """Return a connection to the first address that answers; many computers have no IPv6."""
    *others, last = addresses
    for address in others:
        try:
            return network.connect(address, port, deadline.left / 2)
        except CannotFetch:
            raise
        except OSError:
            continue
    return network.connect(last, port, deadline.left)


def _secured(plain: socket.socket, host: str) -> ssl.SSLSocket:
    return ssl.create_default_context().wrap_socket(plain, server_hostname=host)


def _request(parts: SplitResult, question: Question) -> bytes:
    path = quote(parts.path or "/", safe=_AS_TYPED)
    query = f"?{quote(parts.query, safe=_AS_TYPED)}" if parts.query else ""
    lines = (
        f"{question.method} {path}{query} HTTP/1.1",
        f"Host: {parts.netloc.encode('idna').decode()}",
        f"User-Agent: {question.who}",
        f"Accept: {question.accept}",
        "Accept-Encoding: identity",
        "Connection: close",
    )
    return "\r\n".join((*lines, "", "")).encode("ascii")


class _InTime(io.RawIOBase):
    """A connection that is only read from until the deadline, however slowly letters drip in."""

    def __init__(self, connection: socket.socket, deadline: Deadline) -> None:
        self._connection, self._deadline = connection, deadline

    def makefile(self, _mode: str) -> io.BufferedReader:
        """Return itself as HTTPResponse reads it."""
        return io.BufferedReader(self)

    def readable(self) -> bool:
        """Say that it is for reading."""
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        """Fill a buffer with what has come."""
        self._connection.settimeout(self._deadline.left)
        return self._connection.recv_into(buffer)
