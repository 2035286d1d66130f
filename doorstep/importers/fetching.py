"""The address of a calendar -> its bytes, fetched from the open internet and nowhere else."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import urljoin

from msgspec import Struct

from doorstep.internet.asking import REDIRECTS, CannotFetch, Deadline, Question, asked, parts_of
from doorstep.internet.network import THE_INTERNET, Network

if TYPE_CHECKING:
    from http.client import HTTPResponse

LARGEST = 5_000_000
"""Bytes."""

LONGEST = 15.0
"""Seconds, for everything together."""

_MOST_REDIRECTS = 5
_SIGN_IN = (401, 403, 407)
_GONE = (404, 410)
_A_CALENDAR = Question("GET", "text/calendar, */*;q=0.1")

_PUBLIC = "Ask the group for the “public” or “iCal” address of its calendar."


def fetch(address: str, network: Network = THE_INTERNET) -> bytes:
    """Return what an address has to give, or raise CannotFetch."""
    deadline = Deadline.in_seconds(LONGEST)
    for _ in range(_MOST_REDIRECTS + 1):
        parts = parts_of(re.sub(r"^webcals?:", "https:", address, flags=re.IGNORECASE))
        with asked(parts, _A_CALENDAR, network, deadline) as response:
            answer = _answer(response)
        if isinstance(answer, bytes):
            return answer
        address = _joined(parts.geturl(), answer.address)
    raise CannotFetch(f"It leads on to more than {_MOST_REDIRECTS} other addresses.")


def _joined(address: str, onward: str) -> str:
    try:
        return urljoin(address, onward)
    except ValueError:
        raise CannotFetch("It leads on to what is not the address of anything.") from None


class _Elsewhere(Struct, frozen=True):
    """A redirect."""

    address: str


def _answer(response: HTTPResponse) -> bytes | _Elsewhere:
    if response.status in REDIRECTS and (location := response.getheader("Location")):
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
