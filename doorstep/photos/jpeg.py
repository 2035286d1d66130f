"""A JPEG file -> the picture in it, and apart from that all that is written beside it."""

from __future__ import annotations

from msgspec import Struct

from doorstep.patterns import late_pattern
from doorstep.photos import exif
from doorstep.photos.bare import MOST_PIECES, MOST_UNPACKED, Bare
from doorstep.photos.refusals import NotWhole

START, _END = b"\xff\xd8", b"\xff\xd9"
_JFIF, _ADOBE, _EXIF_OR_XMP, _PROFILE, _SCAN = 0xE0, 0xEE, 0xE1, 0xE2, 0xDA
_FRAMES = {*range(0xC0, 0xD0)} - {0xC4, 0xC8, 0xCC}
_PICTURE = {*range(0xC0, 0xD0), _SCAN, 0xDB, 0xDC, 0xDD, 0xDE, 0xDF}
"""Segments that a picture is drawn from (ITU-T T.81, table B.1)."""

_IN_PIXELS = late_pattern(rb"\xff[\x01-\xcf\xd8-\xfe]")
"""What ends a stretch of pixels: neither an FF among them nor a mark to start afresh from."""
_BETWEEN = late_pattern(rb"\xff[\x01-\xfe]")
_ALONE = {0x01, *range(0xD0, 0xD9)}

_JFIF_NAME, _ADOBE_NAME, _PROFILE_NAME = b"JFIF\0", b"Adobe", b"ICC_PROFILE\0"
_MORE_XMP = b"http://ns.adobe.com/xmp/extension/\0"
_BEFORE_MORE_XMP = len(_MORE_XMP) + 40
"""Its name, and 40 bytes that say which part it is (XMP, part 3, 1.1.3.1)."""


class _Segment(Struct, frozen=True):
    """One piece of a JPEG."""

    marker: int
    body: bytes
    pixels: bytes
    """What follows the piece, where that is drawn from."""

    @property
    def whole(self) -> bytes:
        return _segment(self.marker, self.body) + self.pixels


def bared(data: bytes) -> Bare:
    """Take a JPEG apart; raise NotWhole when it ends before its picture does."""
    segments, end = _segments(data)
    kept = [plain for segment in segments if (plain := _plain(segment))]
    hidden = [one.body for one in segments if one.marker not in _PICTURE]
    of_camera = next((body for body in hidden if body.startswith(exif.START)), b"")
    return Bare(
        format="JPEG",
        content=b"".join([START, *kept, _END]),
        size=_size(segments),
        orientation=exif.orientation_of(of_camera),
        profile=_profile(segments),
        hidden=(*hidden, _more_xmp(hidden), data[end:]),
        layers=sum(segment.marker == _SCAN for segment in segments),
    )


def dressed(bare: Bare) -> bytes:
    """Return the file of a picture with how to show it, and nothing more."""
    beside = []
    if bare.orientation != 1:
        held = exif.START + exif.only_orientation(bare.orientation)
        beside.append(_segment(_EXIF_OR_XMP, held))
    parts = [bare.profile[at : at + 60_000] for at in range(0, len(bare.profile), 60_000)]
    for number, part in enumerate(parts, 1):
        counted = _PROFILE_NAME + bytes((number, len(parts))) + part
        beside.append(_segment(_PROFILE, counted))
    return b"".join([START, *beside, bare.content[len(START) :]])


def _segment(marker: int, body: bytes) -> bytes:
    return bytes((0xFF, marker)) + (len(body) + 2).to_bytes(2) + body


def _segments(data: bytes) -> tuple[list[_Segment], int]:
    """Return the pieces before the picture's end, and where that is."""
    found: list[_Segment] = []
    at = len(START)
    for _ in range(MOST_PIECES):
        mark = _BETWEEN.search(data, at)
        if mark is None:
            break
        marker, at = mark[0][1], mark.end()
        if marker == _END[1]:
            return found, at
        if marker not in _ALONE:
            segment, at = _segment_at(data, marker, at)
            found.append(segment)
    raise NotWhole


def _segment_at(data: bytes, marker: int, at: int) -> tuple[_Segment, int]:
    end = at + int.from_bytes(data[at : at + 2])
    if not at + 2 <= end <= len(data):
        raise NotWhole
    after = end
    if marker == _SCAN:
        mark = _IN_PIXELS.search(data, end)
        if mark is None:
            raise NotWhole
        after = mark.start()
    return _Segment(marker, data[at + 2 : end], data[end:after]), after


def _plain(segment: _Segment) -> bytes:
    """Return a piece that a picture is drawn from, b"" for any other."""
    if segment.marker in _PICTURE:
        return segment.whole
    if segment.marker == _JFIF and segment.body.startswith(_JFIF_NAME):
        # It ends with a picture of a picture, which may show what was cut off later.
        return _segment(_JFIF, segment.body[:12].ljust(12, b"\0") + b"\0\0")
    if segment.marker == _ADOBE and segment.body.startswith(_ADOBE_NAME):
        return _segment(_ADOBE, segment.body[:12])
    return b""


def _size(segments: list[_Segment]) -> tuple[int, int]:
    frame = next((one.body for one in segments if one.marker in _FRAMES), b"")
    return int.from_bytes(frame[3:5]), int.from_bytes(frame[1:3])


def _profile(segments: list[_Segment]) -> bytes:
    bodies = [one.body for one in segments if one.marker == _PROFILE]
    parts = [body[len(_PROFILE_NAME) :] for body in bodies if body.startswith(_PROFILE_NAME)]
    profile = b"".join(part[2:] for part in sorted(parts, key=lambda part: part[:1]))
    return profile if len(profile) <= MOST_UNPACKED else b""


def _more_xmp(bodies: list[bytes]) -> bytes:
    """Return the words that were too long for one piece, put together again."""
    return b"".join(body[_BEFORE_MORE_XMP:] for body in bodies if body.startswith(_MORE_XMP))
