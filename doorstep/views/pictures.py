"""An entry's photo -> the picture a page shows, in the sizes it is published in."""

from __future__ import annotations

from hashlib import sha256
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from doorstep.photos import PhotoNotRead, photo_place
from doorstep.photos.places import JPEG, WEBP
from doorstep.slugs import slugified
from doorstep.views.parts import Picture

if TYPE_CHECKING:
    from doorstep.entries import Entry
    from doorstep.guide import Guide


def photo_path(name: str, width: int, ending: str = JPEG) -> str:
    """Return the path a photo is published under, in one width and format.

    The fingerprint of the name keeps tea.jpg and Tea.png apart wherever the guide is published.
    """
    inside = photo_place(name).name
    fingerprint = sha256(inside.encode()).hexdigest()[:8]
    stem = slugified(PurePosixPath(inside).stem) or "photo"
    return f"photos/{stem}-{fingerprint}-{width}.{ending}"


def picture_of(guide: Guide, entry: Entry) -> Picture | None:
    """Return an entry's picture, when it has one that can be shown."""
    if entry.image is None:
        return None
    # Late, because what opens pictures is nothing to an entry without one.
    from doorstep.photos.sizes import height_at, photo_size, widths_of

    try:
        size = photo_size(guide.content, entry.image.file)
    except PhotoNotRead:
        return None  # the check has said so already
    widths = widths_of(size[0])
    return Picture(
        src=guide.permalinks.href(photo_path(entry.image.file, widths[0])),
        srcset=_choice(guide, entry.image.file, widths, JPEG),
        webp=_choice(guide, entry.image.file, widths, WEBP),
        width=widths[0],
        height=height_at(widths[0], size),
        alt=entry.image.alt,
    )


def _choice(guide: Guide, name: str, widths: list[int], ending: str) -> str:
    """Return the addresses of a photo in one format, each with its width (HTML, srcset)."""
    paths = {width: photo_path(name, width, ending) for width in widths}
    return ", ".join(f"{guide.permalinks.href(path)} {width}w" for width, path in paths.items())
