"""A photo as it was taken -> the same picture upright, without its hidden data, in the sizes needed."""

from __future__ import annotations

import io
import warnings
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path, PurePosixPath

from PIL import Image, ImageOps, UnidentifiedImageError

WIDTHS = (480, 960)
"""Pixels across: a phone, and a phone with a fine screen or a desk."""

_FORMATS = ("JPEG", "PNG", "WEBP")
_MOST_PIXELS = 50_000_000


class PhotoNotRead(ValueError):
    """Says in a few words why a photo cannot be shown."""


@dataclass(frozen=True, slots=True)
class Rendition:
    """One size of a photo, ready to publish."""

    width: int
    """Pixels across."""
    height: int
    """Pixels down."""
    content: bytes
    """JPEG without EXIF, XMP or IPTC."""


@lru_cache(maxsize=1024)
def photo_size(content: Path, name: str) -> tuple[int, int]:
    """Return width and height in pixels, upright; raise PhotoNotRead when it is no picture."""
    with _opened(content, name) as image:
        turned = image.getexif().get(0x0112, 1) in (5, 6, 7, 8)
        return (image.height, image.width) if turned else (image.width, image.height)


def renditions(content: Path, name: str) -> list[Rendition]:
    """Return a photo in the widths it is published in, never larger than it is."""
    with _opened(content, name) as image:
        try:
            upright = ImageOps.exif_transpose(image).convert("RGB")
        except (OSError, ValueError, SyntaxError) as reason:
            raise PhotoNotRead("the file is cut short or damaged") from reason
        return [_sized(upright, width) for width in widths_of(upright.width)]


def widths_of(original: int) -> list[int]:
    """Return the widths to publish a photo of this width in."""
    return sorted({min(width, original) for width in WIDTHS})


def height_at(width: int, size: tuple[int, int]) -> int:
    """Return the height of a photo of this size when it is so wide."""
    return max(1, round(size[1] * width / size[0]))


def _sized(image: Image.Image, width: int) -> Rendition:
    height = height_at(width, image.size)
    # A fresh picture carries nothing over: no EXIF, no colour profile, no comment.
    small = image.resize((width, height), Image.Resampling.LANCZOS)
    small.info.clear()
    buffer = io.BytesIO()
    small.save(buffer, "JPEG", quality=78, optimize=True, progressive=True)
    return Rendition(width, height, buffer.getvalue())


def _opened(content: Path, name: str) -> Image.Image:
    path = content / _inside_photos(name)
    if path.is_symlink() or not path.is_file():
        raise PhotoNotRead("there is no such file")
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            image = Image.open(path, formats=_FORMATS)
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError) as reason:
        raise PhotoNotRead("it is not a JPEG, PNG or WebP picture") from reason
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as reason:
        raise PhotoNotRead("it is too large") from reason
    if image.width * image.height > _MOST_PIXELS:
        image.close()
        raise PhotoNotRead("it is too large")
    return image


def _inside_photos(name: str) -> PurePosixPath:
    parts = PurePosixPath(name.replace("\\", "/")).parts
    if len(parts) != 2 or parts[0] != "photos" or parts[1].startswith("."):
        raise PhotoNotRead("it is not in the photos folder")
    return PurePosixPath(*parts)
