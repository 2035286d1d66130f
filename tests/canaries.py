"""A word that must not get out, and a file of any sort -> whether it is there in any disguise."""

from __future__ import annotations

import base64
import gzip
import re
import zlib
from html import unescape
from urllib.parse import quote, unquote_to_bytes

import pypdfium2

_TAGS = re.compile(rb"<[^<>]*>")
_JSON = re.compile(r"\\u([0-9a-fA-F]{4})")
_BASE64 = re.compile(rb"[A-Za-z0-9+/_-]{16,}={0,2}")
_BETWEEN = re.compile(rb"[\s\-_.]|\xc2\xad|\xc2\xa0|\xe2\x80[\x8b-\x8f]|&shy;|&nbsp;|&zwnj;")


def disguises(word: str) -> frozenset[bytes]:
    """Return the ways in which a word may be written into a file, in small letters."""
    raw = word.encode()
    thirds = (base64.b64encode(b"\0" * shift + raw)[4 if shift else 0 : -4] for shift in range(3))
    return frozenset(
        {
            raw.lower(),
            quote(word).lower().encode(),
            raw.hex().encode(),
            "".join(f"&#{ord(letter)};" for letter in word).encode(),
            "".join(f"\\u{ord(letter):04x}" for letter in word).encode(),
            word.lower().encode("utf-16-le"),
            word.lower().encode("utf-16-be"),
            raw[::-1].lower(),
            *(third.lower() for third in thirds if len(third) > 7),
        }
    )


def readings(name: str, content: bytes) -> bytes:
    """Return a file, in small letters, as it is and as it may be read: unpacked, unescaped."""
    text = b"\n".join((name.encode(), content, *_unpacked(content)))
    plain = text.decode("utf-8", "replace")
    unfolded = text.replace(b"\r\n ", b"").replace(b"\r\n\t", b"").replace(b"\\,", b",")
    ways = (
        text,
        unfolded,
        unescape(plain).encode(),
        _JSON.sub(lambda mark: chr(int(mark[1], 16)), plain).encode("utf-8", "replace"),
        unquote_to_bytes(text.replace(b"+", b" ")),
        _TAGS.sub(b"", text),
        _BETWEEN.sub(b"", _TAGS.sub(b"", unfolded)),
        *(_decoded(chunk) for chunk in _BASE64.findall(text) if b"/" not in chunk[:40]),
    )
    return b"\n".join(ways).lower()


def _unpacked(content: bytes) -> list[bytes]:
    if content.startswith(b"%PDF"):
        return [_pdf_words(content)]
    if content.startswith(b"\x1f\x8b"):
        return [gzip.decompress(content)]
    return []


def _pdf_words(content: bytes) -> bytes:
    with pypdfium2.PdfDocument(content) as pdf:
        pages = [page.get_textpage().get_text_bounded() for page in pdf]
        said = [*pages, *pdf.get_metadata_dict().values()]
    return "\n".join(said).encode()


def _decoded(chunk: bytes) -> bytes:
    padded = chunk.rstrip(b"=").translate(bytes.maketrans(b"-_", b"+/"))
    try:
        read = base64.b64decode(padded + b"=" * (-len(padded) % 4))
    except ValueError:
        return b""
    try:
        return zlib.decompress(read)
    except zlib.error:
        return read
