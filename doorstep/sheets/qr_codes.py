"""An address -> the square that a phone reads it from (ISO/IEC 18004), as one SVG path."""

from __future__ import annotations

import re
from functools import lru_cache
from math import isqrt
from typing import TYPE_CHECKING

import segno

from doorstep.sheets.parts import QrCode
from doorstep.tracing import kept

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from doorstep.guide import Guide

BORDER = 4
"""Modules of white all round, without which phones find nothing (ISO/IEC 18004, 6.3.8)."""

MASK = 2
"""The pattern laid over every code (ISO/IEC 18004, 7.8).

To look for the best of all eight takes five times as long as all the rest, and finds little:
in the mean of sixty addresses this one has 1,452 points against it and the best one 1,402.
"""

DARK = re.compile(rb"\x01+")
"""Dark modules beside one another."""

NUMBER = re.compile(r"(?<=/n/)[0-9]+(?=/$)")
"""An entry's number, at the end of its short address."""

SQUARES_KEPT = 200
"""Squares that others are put together from: ten for each figure of a number, at most."""


@kept(500)
def qr_code(guide: Guide, path: str) -> QrCode:
    """Return the code of a page of the guide."""
    address = guide.permalinks.absolute(path)
    rows = _rows(address)
    return QrCode(
        path="".join(_runs(rows)),
        size=str(len(rows) + 2 * BORDER),
        label=guide.words.say("QR code that leads to {address}", address=plain_address(address)),
    )


def address_words(guide: Guide, path: str) -> str:
    """Return the address of a page of the guide as it stands beside its code."""
    return plain_address(guide.permalinks.absolute(path))


def plain_address(address: str) -> str:
    """Return an address as people read it out: without https://."""
    return address.partition("://")[2] or address


def _rows(address: str) -> list[bytes]:
    """Return the modules of a code, row by row, each a byte: 1 where it is dark.

    Thousands of posters lead to addresses that differ in a number only. All that is done to the
    bits of an address adds them up without carrying, so where a code is one figure away from
    another, what differs between the two is the same whatever the other figures are.
    """
    found = NUMBER.search(address)
    figures = found[0] if found else ""
    blank = NUMBER.sub("0" * len(figures), address)
    first = _square(blank)
    square = int.from_bytes(first, "big")
    for place, figure in enumerate(figures, found.start() if found else 0):
        other = _square(f"{blank[:place]}{figure}{blank[place + 1 :]}")
        square ^= int.from_bytes(first, "big") ^ int.from_bytes(other, "big")
    wide = isqrt(len(first))
    modules = square.to_bytes(len(first), "big")
    return [modules[start : start + wide] for start in range(0, len(modules), wide)]


@lru_cache(SQUARES_KEPT)
def _square(address: str) -> bytes:
    # Level M: a seventh of the square may be torn or stained. A code this size stays a full one.
    return b"".join(segno.make_qr(address, error="m", mask=MASK).matrix)


def _runs(rows: Iterable[bytes]) -> Iterator[str]:
    """Yield each run of dark modules in a row as one box."""
    for y, row in enumerate(rows, BORDER):
        for dark in DARK.finditer(row):
            start, end = dark.span()
            wide = end - start
            yield f"M{start + BORDER} {y}h{wide}v1h-{wide}z"
