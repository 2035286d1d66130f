"""A camera's words beside a picture (EXIF 2.3) -> how it was held, and whether they say where."""

from __future__ import annotations

import struct
from collections.abc import Iterator, Mapping

from msgspec import Struct

START = b"Exif\0\0"
"""Stands before it in a JPEG, and sometimes in a WebP."""

STARTS = (b"II*\0", b"MM\0*")
"""How it begins: with its order of bytes."""

_ORIENTATION, _GPS = 0x0112, 0x8825
_PLACES = (0x02, 0x04, 0x14, 0x16)
"""Latitude and longitude of where one stood, and of what one aimed at."""
_AREA = 0x1C
"""The name of the place, in words."""

_RATIONALS = (5, 10)
_SIZES = {1: 1, 2: 1, 3: 2, 4: 4, 5: 8, 6: 1, 7: 1, 8: 2, 9: 4, 10: 8, 11: 4, 12: 8, 13: 4}
_MOST_TAGS = 500
_MOST_BYTES = 1000


class _Value(Struct, frozen=True):
    """What stands under one tag."""

    kind: int
    raw: bytes


class _Tiff(Struct, frozen=True):
    """Where in some bytes a camera's words begin, and the order of their bytes."""

    data: bytes
    start: int
    order: str

    def directory(self, offset: int) -> Mapping[int, _Value]:
        """Return what a directory holds, as far as it can be read."""
        return dict(self._values(self.start + offset))

    def _values(self, at: int) -> Iterator[tuple[int, _Value]]:
        for number in range(min(self.number("H", at), _MOST_TAGS)):
            place = at + 2 + 12 * number
            kind, count = self.number("H", place + 2), self.number("I", place + 4)
            length = _SIZES.get(kind, 1) * count
            value_at = place + 8 if length <= 4 else self.start + self.number("I", place + 8)
            raw = self.data[value_at : value_at + min(length, _MOST_BYTES)]
            yield self.number("H", place), _Value(kind, raw)

    def number(self, size: str, at: int) -> int:
        """Return a number at a place, 0 behind the end."""
        end = at + struct.calcsize(size)
        return int.from_bytes(self.data[at:end], "little" if self.order == "<" else "big")

    def numbers(self, raw: bytes) -> list[int]:
        """Return the whole numbers that some bytes are."""
        return [number for (number,) in struct.iter_unpack(f"{self.order}I", raw[: _whole(raw)])]


def _whole(raw: bytes) -> int:
    return len(raw) // 4 * 4


def _tiff(data: bytes, start: int) -> _Tiff:
    return _Tiff(data, start, "<" if data[start : start + 1] == b"I" else ">")


def orientation_of(exif: bytes) -> int:
    """Return how to turn a picture upright, 1 where that is not said."""
    start = len(START) if exif.startswith(START) else 0
    if not exif.startswith(STARTS, start):
        return 1
    tiff = _tiff(exif, start)
    value = tiff.directory(tiff.number("I", start + 4)).get(_ORIENTATION)
    said = int.from_bytes(value.raw[:2], "little" if tiff.order == "<" else "big") if value else 1
    return said if 1 <= said <= 8 else 1


def says_where(data: bytes, start: int) -> bool:
    """Say whether a camera's words that begin here hold a place on the map."""
    tiff = _tiff(data, start)
    pointer = tiff.directory(tiff.number("I", start + 4)).get(_GPS)
    if pointer is None or len(pointer.raw) < 4:
        return False
    gps = tiff.directory(tiff.numbers(pointer.raw)[0])
    if _AREA in gps and gps[_AREA].raw[8:].strip(b"\0 "):
        return True
    return any(_is_somewhere(tiff, gps[tag]) for tag in _PLACES if tag in gps)


def _is_somewhere(tiff: _Tiff, value: _Value) -> bool:
    """Say whether degrees are more than noughts, which apps write where the place was taken out."""
    if value.kind not in _RATIONALS:
        return bool(value.raw.strip(b"\0 "))
    numbers = tiff.numbers(value.raw)
    return any(above and below for above, below in zip(numbers[::2], numbers[1::2], strict=False))


def only_orientation(orientation: int) -> bytes:
    """Return a camera's words that say how it was held, and nothing more."""
    entry = struct.pack(">HHIHH", _ORIENTATION, 3, 1, orientation, 0)
    return b"MM\0*" + struct.pack(">IH", 8, 1) + entry + bytes(4)
