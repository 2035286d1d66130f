"""A WebP file -> the picture in it, and apart from that all that is written beside it."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from doorstep.photos import exif
from doorstep.photos.bare import MOST_PIECES, MOST_UNPACKED, Bare
from doorstep.photos.refusals import NotWhole

START, NAME = b"RIFF", b"WEBP"
_HEAD, _LOSSY, _LOSSLESS, _ALPHA = b"VP8X", b"VP8 ", b"VP8L", b"ALPH"
_PROFILE, _EXIF = b"ICCP", b"EXIF"
_PICTURE = (_ALPHA, _LOSSY, _LOSSLESS)
_MOVES = (b"ANIM", b"ANMF")

_HAS_PROFILE, _HAS_ALPHA, _HAS_EXIF = 0x20, 0x10, 0x08
"""What the head says of the chunks behind it (RFC 9649, 2.7.1)."""


class _Chunk(Struct, frozen=True):
    """One piece of a WebP."""

    name: bytes
    body: bytes


def bared(data: bytes) -> Bare:
    """Take a WebP apart; raise NotWhole when it ends before its picture does."""
    end = 8 + int.from_bytes(data[4:8], "little")
    if end > len(data):
        raise NotWhole
    chunks = list(_chunks(data[:end]))
    bodies = {chunk.name: chunk.body for chunk in reversed(chunks)}
    size, profile = _size(bodies), bodies.get(_PROFILE, b"")
    kept = [chunk for chunk in chunks if chunk.name in _PICTURE]
    head = _head(_HAS_ALPHA, size) if _ALPHA in bodies else []
    return Bare(
        format="WEBP",
        content=_file([*head, *kept]),
        size=size,
        orientation=exif.orientation_of(bodies.get(_EXIF, b"")),
        profile=profile if len(profile) <= MOST_UNPACKED else b"",
        hidden=(*(one.body for one in chunks if one.name not in _PICTURE), data[end:]),
        moves=any(chunk.name in _MOVES for chunk in chunks),
    )


def dressed(bare: Bare) -> bytes:
    """Return the file of a picture with how to show it, and nothing more."""
    chunks = list(_chunks(bare.content))
    flags = chunks[0].body[0] if chunks[0].name == _HEAD else 0
    kept = [chunk for chunk in chunks if chunk.name in _PICTURE]
    before, after = [], []
    if bare.profile:
        flags |= _HAS_PROFILE
        before = [_Chunk(_PROFILE, bare.profile)]
    if bare.orientation != 1:
        flags |= _HAS_EXIF
        after = [_Chunk(_EXIF, exif.only_orientation(bare.orientation))]
    head = _head(flags, bare.size) if flags else []
    return _file([*head, *before, *kept, *after])


def _chunks(data: bytes) -> Iterator[_Chunk]:
    at = 12
    for _ in range(MOST_PIECES):
        length = int.from_bytes(data[at + 4 : at + 8], "little")
        end = at + 8 + length
        if at + 8 > len(data) or end > len(data):
            break
        yield _Chunk(data[at : at + 4], data[at + 8 : end])
        at = end + length % 2
        if at >= len(data):
            return
    raise NotWhole


def _file(chunks: list[_Chunk]) -> bytes:
    written = b"".join(
        one.name + len(one.body).to_bytes(4, "little") + one.body + b"\0" * (len(one.body) % 2)
        for one in chunks
    )
    return START + (len(written) + 4).to_bytes(4, "little") + NAME + written


def _head(flags: int, size: tuple[int, int]) -> list[_Chunk]:
    across, down = ((side - 1).to_bytes(3, "little") for side in size)
    return [_Chunk(_HEAD, bytes((flags, 0, 0, 0)) + across + down)]


def _size(bodies: dict[bytes, bytes]) -> tuple[int, int]:
    """Return the size that the first of these says; (0, 0) when there is no picture at all."""
    if head := bodies.get(_HEAD):
        return _number(head, 4, 3) + 1, _number(head, 7, 3) + 1
    if lossy := bodies.get(_LOSSY):
        return _number(lossy, 6, 2) & 0x3FFF, _number(lossy, 8, 2) & 0x3FFF
    if lossless := bodies.get(_LOSSLESS):
        bits = _number(lossless, 1, 4)
        return (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1
    return 0, 0


def _number(body: bytes, at: int, length: int) -> int:
    return int.from_bytes(body[at : at + length], "little")
