"""The bytes of a file -> whether they say where a photo was taken, in any of the ways there are."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import islice

from doorstep.patterns import late_pattern
from doorstep.photos import exif
from doorstep.photos.formats import bared
from doorstep.photos.refusals import PhotoNotRead

_MOST_STARTS = 200
"""Places in a file that look as if a camera's words began there; each takes a while to follow."""

_START = late_pattern(b"|".join(map(re.escape, exif.STARTS)))

_IN_WORDS = late_pattern(
    # XMP: degrees that are more than noughts, as an attribute or an element. Drones write the name
    # in small letters, and some of them “Longtitude”.
    rb"(?i:GPS(?:Dest)?L(?:at|ongt?)itude)\s{0,9}(?:=\s{0,9}[\"']|>)[^\"'<]{0,40}[1-9]"
    # The name of a place smaller than a town.
    rb"|(?:Iptc4xmpCore:Location|Sublocation)\s{0,9}(?:=\s{0,9}[\"']|>)\s{0,99}[^\s\"'<]"
    # IPTC-IIM 2:92 and 2:27, the same.
    rb"|\x1c\x02[\x5c\x1b]\0[\x01-\xff]"
    # ISO 6709, in the film that some phones hang on to a photo.
    rb"|[+-]\d{2}\.\d{2,8}[+-]\d{3}\.\d{2,8}(?:[+-][\d.]{1,12})?/"
)


def says_where(data: bytes) -> bool:
    """Say whether anybody who has this file can read from it where it was taken."""
    words = _beside_pixels(data)
    if any(map(_IN_WORDS.search, words)):
        return True
    # So many of the whole file: each of its pieces could hold thousands that lead nowhere.
    return any(exif.says_where(*start) for start in islice(_starts(words), _MOST_STARTS))


def _beside_pixels(data: bytes) -> tuple[bytes, ...]:
    """Return all that may be words, or the whole file where that cannot be told from pixels."""
    try:
        return bared(data).hidden
    except PhotoNotRead:
        return (data,)


def _starts(pieces: Iterable[bytes]) -> Iterator[tuple[bytes, int]]:
    for piece in pieces:
        yield from ((piece, found.start()) for found in _START.finditer(piece))
