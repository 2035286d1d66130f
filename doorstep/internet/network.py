"""The name of a computer -> its addresses, and whether anybody on the internet could reach them."""

from __future__ import annotations

import ipaddress
import socket
from collections.abc import Callable

from msgspec import Struct

# A translator (RFC 6052, RFC 8215) would carry what is sent here to an address of the old sort;
# tunnels (RFC 3056, RFC 3068, RFC 4380) do so too.
_LEAD_ELSEWHERE = tuple(
    map(
        ipaddress.ip_network,
        (
            *("64:ff9b::/96", "64:ff9b:1::/48", "2002::/16", "2001::/32", "::/96"),
            "192.88.99.0/24",
        ),
    )
)

# Within one house (RFC 3879), and for examples (RFC 9637): not every Python knows of these.
_NOBODYS = tuple(map(ipaddress.ip_network, ("fec0::/10", "3fff::/20")))


class Network(Struct, frozen=True):
    """How names are looked up and connections are made; tests have their own."""

    resolve: Callable[[str, int], list[str]]
    """Every address of a name."""
    connect: Callable[[str, int, float], socket.socket]
    """A connection to one address and port, in so many seconds."""


def is_public(address: str) -> bool:
    """Say whether an address is one that anybody on the internet could reach."""
    try:
        found = ipaddress.ip_address(address.partition("%")[0])
    except ValueError:
        return False
    if isinstance(found, ipaddress.IPv6Address) and found.ipv4_mapped:
        return is_public(str(found.ipv4_mapped))
    if any(found in network for network in (*_LEAD_ELSEWHERE, *_NOBODYS)):
        return False
    return found.is_global and not (found.is_multicast or found.is_reserved or found.is_unspecified)


def _resolve(host: str, port: int) -> list[str]:
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return [str(place[0]) for *_, place in found]


def _connect(address: str, port: int, seconds: float) -> socket.socket:
    return socket.create_connection((address, port), timeout=seconds)


THE_INTERNET = Network(_resolve, _connect)
