"""A few words on what a photo is to hold -> its file, as cameras, phones and vandals make them."""

from __future__ import annotations

import io
import itertools
import struct
import zlib
from typing import TYPE_CHECKING, Any

from PIL import Image, ImageCms

if TYPE_CHECKING:
    from pathlib import Path

RED, BLUE = (200, 30, 30), (30, 30, 200)
NAME = "photos/tea.jpg"
FORMATS = ("JPEG", "PNG", "WEBP")
GPS, ORIENTATION, MAKER = 0x8825, 0x0112, 0x010F

CANARY = b"ZZCANARY"
"""Stands wherever something can be hidden."""

UNTURN = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_90,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_270,
}
"""How a picture lies in the file of a phone that was held so."""

XMP = (
    b'<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF><rdf:Description '
    b'exif:GPSLatitude="53,42.12N" dc:creator="ZZCANARY"/></rdf:RDF></x:xmpmeta>'
)
XMP_NAME, MORE_XMP_NAME = b"http://ns.adobe.com/xap/1.0/\0", b"http://ns.adobe.com/xmp/extension/\0"
IPTC = b"Photoshop 3.0\0" + b"8BIM\x04\x04\0\0\0\x0d\x1c\x02\x78\0\x08ZZCANARY\0"


def halves(size: tuple[int, int] = (60, 40), mode: str = "RGB") -> Image.Image:
    """Return a picture with a red top and a blue bottom."""
    image = Image.new("RGB", size, BLUE)
    image.paste(RED, (0, 0, size[0], size[1] // 2))
    return image.quantize(2) if mode == "P" else image.convert(mode)


def saved(image: Image.Image, kind: str = "JPEG", **how: Any) -> bytes:
    """Return the file of a picture."""
    buffer = io.BytesIO()
    image.save(buffer, kind, **how)
    return buffer.getvalue()


def opened(data: bytes) -> Image.Image:
    """Return the picture in a file."""
    return Image.open(io.BytesIO(data))


def picture(size: tuple[int, int] = (60, 40), *, turned: int = 1, kind: str = "JPEG") -> bytes:
    """Return a photo of a red sky and a blue sea, as a phone held in some way keeps it."""
    image = halves(size)
    stored = image.transpose(UNTURN[turned]) if turned in UNTURN else image
    return saved(stored, kind, exif=camera_words(turned))


def camera_words(turned: int = 1, gps: dict[int, Any] | None = None) -> Image.Exif:
    """Return what a camera writes beside a picture."""
    exif = Image.Exif()
    exif[ORIENTATION], exif[MAKER] = turned, CANARY.decode()
    exif.get_ifd(GPS).update({1: "N", 2: (53.0, 42.0, 7.0)} if gps is None else gps)
    return exif


def segment(marker: int, body: bytes) -> bytes:
    """Return a piece of a JPEG."""
    return bytes((0xFF, marker)) + (len(body) + 2).to_bytes(2) + body


def with_segments(*segments: bytes, jpeg: bytes = b"") -> bytes:
    """Return a JPEG with these pieces at its start."""
    data = jpeg or saved(halves())
    return data[:2] + b"".join(segments) + data[2:]


def chunk(name: bytes, body: bytes) -> bytes:
    """Return a piece of a PNG."""
    return len(body).to_bytes(4) + name + body + zlib.crc32(name + body).to_bytes(4)


def with_chunks(*chunks: bytes, png: bytes = b"") -> bytes:
    """Return a PNG with these pieces behind its head."""
    data = png or saved(halves(), "PNG")
    return data[:33] + b"".join(chunks) + data[33:]


def with_riff(*pieces: tuple[bytes, bytes]) -> bytes:
    """Return a WebP with these pieces behind its picture."""
    lossy = saved(halves(), "WEBP")[12:]
    head = b"\x0c\0\0\0" + (59).to_bytes(3, "little") + (39).to_bytes(3, "little")
    body = b"".join(map(riff, (b"VP8X",), (head,))) + lossy
    body += b"".join(riff(name, words) for name, words in pieces)
    return b"RIFF" + (len(body) + 4).to_bytes(4, "little") + b"WEBP" + body


def riff(name: bytes, body: bytes) -> bytes:
    """Return a piece of a WebP."""
    return name + len(body).to_bytes(4, "little") + body + b"\0" * (len(body) % 2)


def more_xmp() -> list[bytes]:
    """Return words too long for one piece, with a canary and a place across the joints."""
    words = b"x" * 99 + CANARY + b"x" * 99 + b'<a exif:GPSLongitude="3,18.0W"/>'
    joints = [0, words.index(CANARY) + 4, words.index(b"Longitude"), len(words)]
    return [
        segment(
            0xE1, MORE_XMP_NAME + b"0" * 32 + struct.pack(">II", len(words), at) + words[at:end]
        )
        for at, end in itertools.pairwise(joints)
    ]


def display_p3() -> bytes:
    """Return the colour profile of screens that show a redder red, as phones put it in photos."""
    red, green, blue = (0.5151, 0.2412, -0.0011), (0.2919, 0.6922, 0.0419), (0.1572, 0.0666, 0.7841)
    curve = b"para\0\0\0\0\0\3\0\0" + b"".join(
        map(_fixed, (2.4, 0.94786, 0.05214, 0.0774, 0.04045))
    )
    tags = {
        b"desc": b"mluc\0\0\0\0\0\0\0\1\0\0\0\x0cenUS\0\0\0\4\0\0\0\x1c\0P\0003",
        b"wtpt": _xyz((0.9642, 1.0, 0.8249)),
        **{
            name: _xyz(at)
            for name, at in zip((b"rXYZ", b"gXYZ", b"bXYZ"), (red, green, blue), strict=True)
        },
        **dict.fromkeys((b"rTRC", b"gTRC", b"bTRC"), curve),
    }
    return _profile(tags)


def _fixed(number: float) -> bytes:
    return round(number * 65536).to_bytes(4, signed=True)


def _xyz(at: tuple[float, float, float]) -> bytes:
    return b"XYZ \0\0\0\0" + b"".join(map(_fixed, at))


def _profile(tags: dict[bytes, bytes]) -> bytes:
    table, bodies, at = b"", b"", 128 + 4 + 12 * len(tags)
    for name, body in tags.items():
        padded = body + bytes(-len(body) % 4)
        table += name + struct.pack(">II", at + len(bodies), len(body))
        bodies += padded
    made = len(tags).to_bytes(4) + table + bodies
    head = struct.pack(
        ">I4sI4s4s4s", 128 + len(made), b"none", 0x04300000, b"mntr", b"RGB ", b"XYZ "
    )
    date_and_mark = struct.pack(">6H4s", 2022, 1, 1, 0, 0, 0, b"acsp")
    rest = bytes(28) + _xyz((0.9642, 1.0, 0.8249))[8:]
    return (head + date_and_mark + rest).ljust(128, b"\0") + made


def screen_profile() -> bytes:
    """Return the colour profile of ordinary screens."""
    return ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()


def keep(content: Path, data: bytes, name: str = NAME) -> Path:
    """Put a photo among the entries, and return their folder."""
    path = content / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    return content


def bomb(kind: str, across: int, down: int) -> bytes:
    """Return a small file whose picture says that it is so large."""
    if kind == "PNG":
        data = saved(halves(), "PNG")
        head = struct.pack(">II", across, down) + data[24:29]
        return data[:8] + chunk(b"IHDR", head) + data[33:]
    if kind == "WEBP":
        head = bytes(4) + (across - 1).to_bytes(3, "little") + (down - 1).to_bytes(3, "little")
        body = riff(b"VP8X", head) + saved(halves(), "WEBP")[12:]
        return b"RIFF" + (len(body) + 4).to_bytes(4, "little") + b"WEBP" + body
    data = saved(halves())
    at = data.index(b"\xff\xc0") + 5
    return data[:at] + struct.pack(">HH", down, across) + data[at + 4 :]
