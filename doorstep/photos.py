"""A photo as it was taken -> the same picture upright, without hidden data, in the sizes needed."""

from __future__ import annotations

import io
import struct
import warnings
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path, PurePosixPath

from PIL import Image, ImageFile, UnidentifiedImageError

WIDTHS = (480, 960)
"""Pixels across: a phone, and a phone with a fine screen or a desk."""

_FORMATS = ("JPEG", "PNG", "WEBP")
LONGEST_NAME = 100
"""Letters in the name of a photo's file, whatever it takes to write them."""
_MOST_PIXELS = 50_000_000
_ORIENTATION = 0x0112

_TURNS = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}
"""How to turn a picture upright, by what the camera says of how it was held (EXIF 2.3)."""


class PhotoNotRead(ValueError):  # noqa: N818 - a name that reads as a sentence
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


def photo_size(content: Path, name: str) -> tuple[int, int]:
    """Return width and height in pixels, upright; raise PhotoNotRead when it is no picture."""
    path = _found(content, name)
    # While a guide is being written a photo may be replaced by another of the same name.
    return _size_of(path, path.stat().st_mtime_ns)


@lru_cache(maxsize=1024)
def _size_of(path: Path, _changed: int) -> tuple[int, int]:
    with _opened(path) as image:
        _decoded(image)
        lies_down = _orientation(image) in (5, 6, 7, 8)
        return (image.height, image.width) if lies_down else (image.width, image.height)


def renditions(content: Path, name: str) -> list[Rendition]:
    """Return a photo in the widths it is published in, never larger than it is."""
    with _opened(_found(content, name)) as image:
        try:
            upright = _upright(_on_white(image), _orientation(image))
        except (OSError, ValueError, SyntaxError) as reason:
            raise PhotoNotRead("the file is cut short or damaged") from reason
        return [_sized(upright, width) for width in widths_of(upright.width)]


def widths_of(original: int) -> list[int]:
    """Return the widths to publish a photo of this width in."""
    return sorted({min(width, original) for width in WIDTHS})


def height_at(width: int, size: tuple[int, int]) -> int:
    """Return the height of a photo of this size when it is so wide."""
    return max(1, round(size[1] * width / size[0]))


def _orientation(image: Image.Image) -> int:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            said = image.getexif().get(_ORIENTATION, 1)
        except (OSError, ValueError, SyntaxError, struct.error):
            # The picture may be whole though what the camera wrote beside it is not.
            return 1
    return said if said in _TURNS else 1


def _on_white(image: Image.Image) -> Image.Image:
    if not image.has_transparency_data:
        return image.convert("RGB")
    # JPEG has no see-through parts; dropping them would show whatever colour lies under them.
    paper = Image.new("RGBA", image.size, "white")
    return Image.alpha_composite(paper, image.convert("RGBA")).convert("RGB")


def _upright(image: Image.Image, orientation: int) -> Image.Image:
    return image.transpose(_TURNS[orientation]) if orientation in _TURNS else image


def _sized(image: Image.Image, width: int) -> Rendition:
    height = height_at(width, image.size)
    # A fresh picture carries nothing over: no EXIF, no colour profile, no comment.
    small = image.resize((width, height), Image.Resampling.LANCZOS)
    small.info.clear()
    buffer = io.BytesIO()
    small.save(buffer, "JPEG", quality=78, optimize=True, progressive=True)
    return Rendition(width, height, buffer.getvalue())


def _found(content: Path, name: str) -> Path:
    path = content / photo_place(name)
    if path.is_symlink() or not path.is_file():
        raise PhotoNotRead("there is no such file")
    return path


def _opened(path: Path) -> Image.Image:
    # What makes PDFs sets this to True for the whole program: half a photo would be published.
    ImageFile.LOAD_TRUNCATED_IMAGES = False
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
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


def _decoded(image: Image.Image) -> None:
    """Read every pixel: an upload that broke off looks whole until its last line."""
    try:
        image.load()
    except (OSError, ValueError, SyntaxError) as reason:
        raise PhotoNotRead("the file is cut short or damaged") from reason


def photo_place(name: str) -> PurePosixPath:
    """Return where a photo is, below the content folder; raise PhotoNotRead elsewhere."""
    parts = PurePosixPath(name.replace("\\", "/")).parts
    is_inside = len(parts) == 2 and parts[0] == "photos" and not parts[1].startswith(".")
    if not is_inside or len(parts[1]) > LONGEST_NAME:
        raise PhotoNotRead("it is not in the photos folder")
    return PurePosixPath(*parts)
