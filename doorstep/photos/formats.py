"""How a file begins -> the picture in it, or the name of what it is instead."""

from __future__ import annotations

import re

from doorstep.patterns import late_pattern
from doorstep.photos import jpeg, png, webp
from doorstep.photos.bare import Bare
from doorstep.photos.refusals import ANOTHER_COPY, AS_JPEG, NotWhole, PhotoNotRead, broken

_LOOKED_AT = 1000
_OF_PHONES = (
    "Save it as JPEG, and send that. On an iPhone, “Most Compatible” in Settings, Camera, Formats "
    "makes it take JPEGs."
)
_A_PHOTO = "Put a photo in its place: a JPEG or a PNG."

_OTHERS: tuple[tuple[bytes, str, str], ...] = (
    (rb"\Z", "the file is empty", ANOTHER_COPY),
    (rb"GIF8", "it is a GIF", AS_JPEG),
    (rb"....ftyp(?:hei|hev|mif1|msf1)", "it is a HEIC photo, which few browsers show", _OF_PHONES),
    (rb"....ftypavi[fs]", "it is an AVIF picture, which old phones do not show", AS_JPEG),
    (rb"....ftypqt|....ftyp|RIFF....AVI ", "it is a film", _A_PHOTO),
    (rb"II\*\0|MM\0\*|II\+\0|MM\0\+", "it is a TIFF picture, which browsers do not show", AS_JPEG),
    (rb"BM.{4}\0\0\0\0", "it is a BMP picture, which is many times as large", AS_JPEG),
    (rb"\xff\x0a|\0\0\0\x0cJXL ", "it is a JPEG XL picture, which few browsers show", AS_JPEG),
    (rb"\0\0\0\x0cjP  |\xff\x4f\xff\x51", "it is a JPEG 2000 picture, which few show", AS_JPEG),
    (rb"8BPS", "it is a Photoshop picture", AS_JPEG),
    (rb"\0\0[\x01\x02]\0", "it is an icon", _A_PHOTO),
    (rb"%PDF", "it is a PDF", _A_PHOTO),
    (rb"PK\x03\x04|\xd0\xcf\x11\xe0", "it is a document and not a picture", _A_PHOTO),
    (rb"(?is).*<svg[\s>/:]", "it is a drawing (SVG), which can hold a program", AS_JPEG),
    (rb"(?is)\s*<(?:!doctype|html|head|body|script)", "it is a web page", _A_PHOTO),
)
"""What people and programs put in the place of a photo, and what to do about it."""

_PLAIN_WORDS = late_pattern(r"[^\x00-\x08\x0e-\x1f\x7f]*")


def bared(data: bytes) -> Bare:
    """Take a picture's file apart; raise PhotoNotRead when it is none, or not whole."""
    try:
        if data.startswith(jpeg.START):
            return jpeg.bared(data)
        if data.startswith(png.START):
            return png.bared(data)
        if data.startswith(webp.START) and data[8:12] == webp.NAME:
            return webp.bared(data)
    except NotWhole as reason:
        raise broken() from reason
    raise _instead_of_a_picture(data)


def dressed(bare: Bare) -> bytes:
    """Return the file of a picture with how to show it, and nothing more."""
    return _DRESSED[bare.format](bare)


_DRESSED = {"JPEG": jpeg.dressed, "PNG": png.dressed, "WEBP": webp.dressed}


def _instead_of_a_picture(data: bytes) -> PhotoNotRead:
    start = data[:_LOOKED_AT].removeprefix(b"\xef\xbb\xbf")
    for pattern, reason, fix in _OTHERS:
        if re.match(pattern, start, re.DOTALL):
            return PhotoNotRead(reason, fix)
    if _PLAIN_WORDS.fullmatch(start.decode("utf-8", "replace")):
        return PhotoNotRead("it is a file of words and not a picture", _A_PHOTO)
    return PhotoNotRead("it is not a JPEG, PNG or WebP picture", AS_JPEG)
