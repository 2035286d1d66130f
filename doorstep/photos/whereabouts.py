"""The bytes of a file -> whether they say where a photo was taken, in any of the ways there are."""

from __future__ import annotations

import re
from collections.abc import Iterator

from doorstep.photos import exif
from doorstep.photos.formats import bared
from doorstep.photos.refusals import PhotoNotRead

_MOST_STARTS = 1000
"""Places in a file that look as if a camera's words began there."""

_IN_WORDS = re.compile(
    # XMP: degrees, or the name of a place smaller than a town, as an attribute or an element.
    rb"(?:GPS(?:Dest)?L(?:at|ong)itude|Iptc4xmpCore:Location|Sublocation)"
    rb"\s{0,9}(?:=\s{0,9}[\"']|>)\s{0,99}[^\s\"'<]"
    # IPTC-IIM 2:92 and 2:27, the same.
    rb"|\x1c\x02[\x5c\x1b]\0[\x01-\xff]"
    # ISO 6709, in the film that some phones hang on to a photo.
    rb"|[+-]\d{2}\.\d{2,8}[+-]\d{3}\.\d{2,8}(?:[+-][\d.]{1,12})?/"
)


def says_where(data: bytes) -> bool:
    """Say whether anybody who has this file can read from it where it was taken."""
    return any(_says_where(words) for words in _beside_pixels(data))


def _beside_pixels(data: bytes) -> tuple[bytes, ...]:
    """Return all that may be words, or the whole file where that cannot be told from pixels."""
    try:
        return bared(data).hidden
    except PhotoNotRead:
        return (data,)


def _says_where(words: bytes) -> bool:
    if _IN_WORDS.search(words):
        return True
    return any(exif.says_where(words, start) for start in _starts(words))


def _starts(words: bytes) -> Iterator[int]:
    for start in exif.STARTS:
        at = words.find(start)
        for _ in range(_MOST_STARTS):
            if at < 0:
                break
            yield at
            at = words.find(start, at + 1)
