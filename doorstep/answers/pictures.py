"""Pictures that another run made -> the same drawn anew, so that nothing but pixels is kept."""

from __future__ import annotations

import io
import stat
import warnings
from typing import TYPE_CHECKING

from PIL import Image, ImageFile, UnidentifiedImageError

from doorstep.portraits.taking import HEIGHT, MOST, WIDTH, portrait_name

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

MOST_BYTES = 2_000_000
"""Of one picture; a page on a phone takes a tenth of it."""

_NO_PICTURE = (
    Image.DecompressionBombError,
    UnidentifiedImageError,
    OSError,
    ValueError,
    SyntaxError,
)
"""What Pillow says of content that is no picture, or not a whole one."""


def drawn_anew(folder: Path, paths: Iterable[str], into: Path) -> tuple[Path, ...]:
    """Draw the pictures of these pages anew, and return them; what is no such picture is left out.

    Only the names that our own pages have are looked for, whatever else there may be.
    """
    into.mkdir(parents=True, exist_ok=True)
    names = dict.fromkeys(portrait_name(path) for path in paths if path)
    found = (_drawn(folder / name, into / name) for name in names)
    return tuple(path for path in found if path)[:MOST]


def _drawn(picture: Path, into: Path) -> Path | None:
    content = plain_content(picture, MOST_BYTES)
    pixels = _pixels(content) if content else None
    if pixels is None:
        return None
    pixels.save(into, format="PNG", optimize=True)
    return into


def plain_content(file: Path, most: int) -> bytes:
    """Return what is in a plain file, no link and not too long; b"" for anything else."""
    try:
        facts = file.lstat()
    except OSError:
        return b""
    is_plain = stat.S_ISREG(facts.st_mode) and facts.st_size <= most
    return file.read_bytes() if is_plain else b""


def _pixels(content: bytes) -> Image.Image | None:
    """Return the pixels alone of a picture of the right size, or None."""
    # The maker of PDFs asks Pillow to fill in what is missing, for everybody in the process.
    ImageFile.LOAD_TRUNCATED_IMAGES = False
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            with Image.open(io.BytesIO(content), formats=("PNG",)) as image:
                # The size stands before the pixels, which are not even unpacked when it is wrong.
                return image.convert("RGB") if image.size == (WIDTH, HEIGHT) else None
    except (*_NO_PICTURE, Warning):
        return None


def pages_of(pictures: Iterable[str], paths: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Yield the path of each page that has a picture on the shelf, and the picture's path there."""
    by_name = {portrait_name(path).removesuffix(".png"): path for path in paths if path}
    for picture in pictures:
        name = picture.rpartition("/")[2].rpartition("-")[0]
        if name in by_name:
            yield by_name[name], picture
