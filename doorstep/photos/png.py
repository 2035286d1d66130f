"""A PNG file -> the picture in it, and apart from that all that is written beside it."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator

from msgspec import Struct

from doorstep.patterns import late_pattern
from doorstep.photos import exif
from doorstep.photos.bare import MOST_PIECES, MOST_UNPACKED, Bare
from doorstep.photos.refusals import NotWhole

START = b"\x89PNG\r\n\x1a\n"
_HEAD, _END, _PROFILE, _EXIF = b"IHDR", b"IEND", b"iCCP", b"eXIf"
_PICTURE = (_HEAD, b"PLTE", b"tRNS", b"gAMA", b"cHRM", b"sRGB", b"sBIT", b"IDAT", _END)
"""Chunks that a picture is drawn from (PNG, third edition, 5.6)."""
_MOVES = (b"acTL", b"fcTL", b"fdAT")

_OLD_EXIF = late_pattern(rb"Raw profile type [^\0]*\0.*?\n.*?\n.*?\n", re.DOTALL)
"""How programs kept a camera's words in a PNG before there was a chunk for them: as hex digits."""

_BEFORE_PACKED = {
    b"zTXt": late_pattern(rb"([^\0]*\0)[\0-\xff]"),
    b"iTXt": late_pattern(rb"([^\0]*\0)\x01[\0-\xff][^\0]*\0[^\0]*\0"),
}
"""What stands before packed words: their name, a number or two, a language (PNG, 11.3.3)."""


class _Chunk(Struct, frozen=True):
    """One piece of a PNG."""

    name: bytes
    body: bytes
    whole: bytes


def bared(data: bytes) -> Bare:
    """Take a PNG apart; raise NotWhole when it ends before its picture does."""
    chunks = list(_chunks(data))
    others = [chunk for chunk in chunks if chunk.name not in _PICTURE]
    held = next((chunk.body for chunk in others if chunk.name == _EXIF), b"")
    profile = next((chunk.body for chunk in others if chunk.name == _PROFILE), b"")
    kept = b"".join(chunk.whole for chunk in chunks if chunk.name in _PICTURE)
    end = len(START) + sum(len(chunk.whole) for chunk in chunks)
    return Bare(
        format="PNG",
        content=START + kept,
        size=(int.from_bytes(chunks[0].body[:4]), int.from_bytes(chunks[0].body[4:8])),
        orientation=exif.orientation_of(held),
        profile=_unpacked(profile.partition(b"\0")[2][1:]),
        hidden=(*(word for chunk in others for word in _words(chunk)), data[end:]),
        moves=any(chunk.name in _MOVES for chunk in chunks),
    )


def dressed(bare: Bare) -> bytes:
    """Return the file of a picture with how to show it, and nothing more."""
    beside = b""
    if bare.profile:
        beside += _chunk(_PROFILE, b"profile\0\0" + zlib.compress(bare.profile))
    if bare.orientation != 1:
        beside += _chunk(_EXIF, exif.only_orientation(bare.orientation))
    after_head = len(START) + 25
    return bare.content[:after_head] + beside + bare.content[after_head:]


def _chunk(name: bytes, body: bytes) -> bytes:
    return len(body).to_bytes(4) + name + body + zlib.crc32(name + body).to_bytes(4)


def _chunks(data: bytes) -> Iterator[_Chunk]:
    at = len(START)
    for number in range(MOST_PIECES):
        name, end = data[at + 4 : at + 8], at + 12 + int.from_bytes(data[at : at + 4])
        if end > len(data) or (number == 0) != (name == _HEAD and end == at + 25):
            break
        yield _Chunk(name, data[at + 8 : end - 4], data[at:end])
        if name == _END:
            return
        at = end
    raise NotWhole


def _words(chunk: _Chunk) -> Iterator[bytes]:
    """Yield what a chunk says, and what it says unpacked where it is packed."""
    yield chunk.body
    words = chunk.body
    if (pattern := _BEFORE_PACKED.get(chunk.name)) and (before := pattern.match(words)):
        words = before[1] + _unpacked(words[before.end() :])
        yield words
    if found := _OLD_EXIF.match(words[:MOST_UNPACKED]):
        digits = re.sub(rb"[^0-9A-Fa-f]", b"", words[found.end() :])
        yield bytes.fromhex(digits[: len(digits) // 2 * 2].decode("ascii"))


def _unpacked(packed: bytes) -> bytes:
    try:
        return zlib.decompressobj().decompress(packed, MOST_UNPACKED)
    except zlib.error:
        return b""
