"""The address of a calendar -> its bytes, fetched from the open internet and nowhere else.

An address may come from a stranger, and the name in it may lead anywhere: to this computer, or to
another one behind the same door. So each name is looked up once, every address it has is checked,
and the connection is made to the address that was checked, after each redirect anew.
"""

from __future__ import annotations

import io
import queue
import re
import socket
import ssl
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from http.client import HTTPException, HTTPResponse
from typing import TypeVar
from urllib.parse import SplitResult, quote, urljoin, urlsplit

from doorstep.importers.open_internet import THE_INTERNET, Network, is_public

LARGEST = 5_000_000
"""Bytes."""

LONGEST = 15.0
"""Seconds, for everything together."""

_MOST_REDIRECTS = 5
_LONGEST_ADDRESS = 2_000
_FIRST_FREE_PORT = 1024
_REDIRECTS = (301, 302, 303, 307, 308)
_SIGN_IN = (401, 403, 407)
_GONE = (404, 410)
_AS_TYPED = "/?%:@!$&'(),;=~-._+*"
"""Signs that stay as they are in the path of an address."""

_PUBLIC = "Ask the group for the “public” or “iCal” address of its calendar."

T = TypeVar("T")


class CannotFetch(OSError):  # noqa: N818 - a name that reads as a sentence
    """Says in plain words why an address was not fetched."""


def fetch(address: str, network: Network = THE_INTERNET) -> bytes:
    """Return what an address has to give, or raise CannotFetch."""
    deadline = _Deadline(time.monotonic() + LONGEST)
    for _ in range(_MOST_REDIRECTS + 1):
        parts = _checked(address)
        answer = _ask(parts, network, deadline)
        if isinstance(answer, bytes):
            return answer
        address = _joined(parts.geturl(), answer.address)
    raise CannotFetch(f"It leads on to more than {_MOST_REDIRECTS} other addresses.")


def _joined(address: str, onward: str) -> str:
    try:
        return urljoin(address, onward)
    except ValueError:
        raise CannotFetch("It leads on to what is not the address of anything.") from None


@dataclass(frozen=True, slots=True)
class _Elsewhere:
    """A redirect."""

    address: str


@dataclass(frozen=True, slots=True)
class _Deadline:
    """The moment when everything has to be done, however slowly a server answers."""

    at: float

    @property
    def left(self) -> float:
        seconds = self.at - time.monotonic()
        if seconds <= 0:
            raise CannotFetch(f"It took longer than {LONGEST:.0f} seconds.")
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
            raise CannotFetch(f"It took longer than {LONGEST:.0f} seconds.") from None
        if isinstance(given, OSError | UnicodeError):
            raise CannotFetch("No computer answers to the name in it. Check its spelling.")
        return given


def _checked(address: str) -> SplitResult:
    """Return the parts of an address that may be asked for."""
    if len(address) > _LONGEST_ADDRESS or re.search(r"[\x00-\x20\x7f]", address):
        raise CannotFetch("It is not the address of anything.")
    try:
        parts = urlsplit(re.sub(r"^webcals?:", "https:", address, flags=re.IGNORECASE))
        port, host = parts.port, parts.hostname
    except ValueError:
        raise CannotFetch("It is not the address of anything.") from None
    if parts.scheme not in ("http", "https") or not host:
        raise CannotFetch("An address that can be fetched starts with https:// or webcal://.")
    if "@" in parts.netloc:
        raise CannotFetch(f"It has a name or a password in it. {_PUBLIC}")
    if port is not None and port not in (80, 443) and port < _FIRST_FREE_PORT:
        raise CannotFetch(f"Calendars are not kept at port {port}.")
    return parts


def _ask(parts: SplitResult, network: Network, deadline: _Deadline) -> bytes | _Elsewhere:
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
                connection.sendall(_request(parts))
                return _answer(connection, deadline)
    except CannotFetch:
        raise
    except ssl.SSLError:
        raise CannotFetch("It does not answer safely: its certificate is not good.") from None
    except (OSError, HTTPException, ValueError):
        deadline.left  # noqa: B018 - says so when it was the time that ran out
        raise CannotFetch("It does not answer as a website does.") from None


def _connected(
    addresses: list[str], port: int, network: Network, deadline: _Deadline
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


def _request(parts: SplitResult) -> bytes:
    path = quote(parts.path or "/", safe=_AS_TYPED)
    query = f"?{quote(parts.query, safe=_AS_TYPED)}" if parts.query else ""
    lines = (
        f"GET {path}{query} HTTP/1.1",
        f"Host: {parts.netloc.encode('idna').decode()}",
        "User-Agent: Doorstep, a neighbourhood guide",
        "Accept: text/calendar, */*;q=0.1",
        "Accept-Encoding: identity",
        "Connection: close",
    )
    return "\r\n".join((*lines, "", "")).encode("ascii")


def _answer(connection: socket.socket, deadline: _Deadline) -> bytes | _Elsewhere:
    response = HTTPResponse(_InTime(connection, deadline), method="GET")  # type: ignore[arg-type]
    response.begin()
    if response.status in _REDIRECTS and (location := response.getheader("Location")):
        return _Elsewhere(location)
    if response.status in _SIGN_IN:
        raise CannotFetch(f"Its calendar is not open to everybody. {_PUBLIC}")
    if response.status in _GONE:
        raise CannotFetch("There is nothing at this address.")
    if response.status != 200:
        raise CannotFetch(f"It answers with {response.status} in place of a calendar.")
    # Packed, a small answer could become a huge one; nobody was asked to pack it.
    if response.getheader("Content-Encoding", "identity").lower() != "identity":
        raise CannotFetch("It answers packed, which it was not asked for.")
    content = response.read(LARGEST + 1)
    if len(content) > LARGEST:
        raise CannotFetch("It is larger than 5 MB.")
    if response.length:
        raise CannotFetch("It stopped in the middle.")
    return content


class _InTime(io.RawIOBase):
    """A connection that is only read from until the deadline, however slowly letters drip in."""

    def __init__(self, connection: socket.socket, deadline: _Deadline) -> None:
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
