"""A bare picture -> its pixels, small enough to work with, upright, in the colours of screens."""

from __future__ import annotations

import io
import struct
import warnings
import zlib

from PIL import Image, ImageCms, ImageFile, UnidentifiedImageError

from doorstep.photos.bare import Bare
from doorstep.photos.refusals import A_SMALLER_ONE, PhotoNotRead, broken

MOST_PIXELS = 60_000_000
"""Pixels of one photo; the largest that phones take by themselves have 50 million."""

MOST_STRETCHED = 10
"""How many times longer than the other a side may be; a panorama is four times as wide as high."""

MOST_LAYERS = 30
"""How often a JPEG may be drawn over; cameras and programs do it ten times."""

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

_DAMAGED = (
    *(OSError, ValueError, SyntaxError, IndexError, KeyError, TypeError, OverflowError),
    *(EOFError, MemoryError, AssertionError, AttributeError, struct.error, zlib.error),
    *(UnidentifiedImageError, Image.DecompressionBombError),
)
"""What Pillow says of a picture that is none, or not a whole one."""

_READS_COLOURS = {"RGB ": "RGB", "GRAY": "L", "CMYK": "CMYK"}
"""How the pixels have to stand for a colour profile (ICC.1, table 19)."""


def refuse_what_is_too_much(bare: Bare) -> None:
    """Raise PhotoNotRead for what is no photo, or too much for this computer or for a page."""
    if bare.moves:
        raise PhotoNotRead("it moves", "Save one picture of it as JPEG, and send that.")
    short, long = sorted(bare.size)
    if short < 1:
        raise broken()
    if short * long > MOST_PIXELS:
        raise PhotoNotRead(f"it has more than {MOST_PIXELS // 10**6} million pixels", A_SMALLER_ONE)
    if long > short * MOST_STRETCHED:
        reason = f"one side is more than {MOST_STRETCHED} times as long as the other"
        raise PhotoNotRead(reason, "Cut out the part that people should see.")
    if bare.layers > MOST_LAYERS:
        raise PhotoNotRead("it would take minutes to open", "Save it as JPEG once more.")


def drawn(bare: Bare, size: tuple[int, int]) -> Image.Image:
    """Return the picture upright, in this size and without anything else; raise PhotoNotRead."""
    lying = (size[1], size[0]) if bare.lies_down else size
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            image = _in_screen_colours(_pixels(bare, lying), lying, bare.profile)
    except _DAMAGED as reason:
        raise broken() from reason
    upright = image.transpose(_TURNS[bare.orientation]) if bare.orientation in _TURNS else image
    upright.info.clear()
    return upright


def check_pixels(bare: Bare) -> None:
    """Raise PhotoNotRead when not every pixel is there: a broken upload looks whole at first."""
    drawn(bare, (1, 1))


def _pixels(bare: Bare, size: tuple[int, int]) -> Image.Image:
    """Return the pixels, of a large JPEG not many more than this size needs."""
    # What makes PDFs sets this to True for the whole program: half a photo would be published.
    ImageFile.LOAD_TRUNCATED_IMAGES = False
    image = Image.open(io.BytesIO(bare.content), formats=(bare.format,))
    if image.size != bare.size:
        raise ValueError(f"it is {image.size} and says {bare.size}")
    image.draft(None, (size[0] * 2, size[1] * 2))
    image.load()
    return image


def _in_screen_colours(image: Image.Image, size: tuple[int, int], profile: bytes) -> Image.Image:
    small = _blendable(image).resize(size, Image.Resampling.LANCZOS)
    if small.mode != "RGBA":
        return _as_on_screens(small, profile)
    # JPEG has no see-through parts; dropping them would show whatever colour lies under them.
    paper = Image.new("RGB", size, "white")
    paper.paste(_as_on_screens(small.convert("RGB"), profile), mask=small.getchannel("A"))
    return paper


def _blendable(image: Image.Image) -> Image.Image:
    """Return the pixels in a way that neighbours can be blended."""
    if image.mode.startswith("I"):
        # Shades in 16 bits: what is above the first 256 of them would all be white.
        return image.convert("I").point(lambda shade: shade * (1 / 256)).convert("L")
    if image.has_transparency_data:
        return image.convert("RGBA")
    return image if image.mode in _READS_COLOURS.values() else image.convert("RGB")


def _as_on_screens(image: Image.Image, profile: bytes) -> Image.Image:
    """Return the colours as sRGB, which is what a picture without a profile is taken for."""
    try:
        meant = ImageCms.ImageCmsProfile(io.BytesIO(profile)) if profile else None
        if meant and _READS_COLOURS.get(meant.profile.xcolor_space) == image.mode:
            screens = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB"))
            converted = ImageCms.profileToProfile(image, meant, screens, outputMode="RGB")
            return converted or image
    except (ImageCms.PyCMSError, OSError, ValueError, TypeError):
        # The picture may be whole though what is written beside it is not.
        return image.convert("RGB")
    return image.convert("RGB")
