"""The text of a calendar -> its lines, whole again where they were folded (RFC 5545, 3.1)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import Struct

_MOST_OCTETS = 73
"""In one line of a file; with its line end no more than the 75 that the standard allows."""

_LINE_END = re.compile(r"\r\n|\n|\r")


class ContentLine(Struct, frozen=True):
    """One line as it was meant, however it was folded."""

    number: int
    """Where it starts in the file, counted from 1."""
    text: str


def content_lines(text: str) -> Iterator[ContentLine]:
    """Yield each line that says something; what starts with a space goes on with the line before.

    Blank lines mean nothing, not even between the two halves of a folded line.
    """
    number, parts = 0, [""]
    for count, line in enumerate(_LINE_END.split(text), start=1):
        if line[:1] in (" ", "\t"):
            parts.append(line[1:])
        elif line:
            yield from _whole(number, parts)
            number, parts = count, [line]
    yield from _whole(number, parts)


def _whole(number: int, parts: list[str]) -> Iterator[ContentLine]:
    text = "".join(parts).rstrip()
    if text:
        yield ContentLine(max(number, 1), text)


def folded_line(text: str) -> bytes:
    """Return a line as a file holds it: in pieces of 75 octets that never cut a letter in two."""
    pieces: list[bytes] = [b""]
    for letter in text:
        octets = letter.encode()
        if len(pieces[-1]) + len(octets) > _MOST_OCTETS:
            pieces.append(b"")
        pieces[-1] += octets
    return b"\r\n ".join(pieces) + b"\r\n"
