"""An entry's photo -> the picture a page shows, in the sizes it is published in."""

from __future__ import annotations

from hashlib import sha256
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from doorstep.photos import PhotoNotRead, height_at, photo_place, photo_size, widths_of
from doorstep.sources.folders import slugified
from doorstep.views.parts import Picture

if TYPE_CHECKING:
    from doorstep.entries import Entry
    from doorstep.guide import Guide


def photo_path(name: str, width: int) -> str:
    """Return the path a photo is published under, in one width.

    The fingerprint of the name keeps tea.jpg and Tea.png apart wherever the guide is published.
    """
    inside = photo_place(name).name
    fingerprint = sha256(inside.encode()).hexdigest()[:8]
    return f"photos/{slugified(PurePosixPath(inside).stem) or 'photo'}-{fingerprint}-{width}.jpg"


def picture_of(guide: Guide, entry: Entry) -> Picture | None:
    """Return an entry's picture, when it has one that can be shown."""
    if entry.image is None:
        return None
    try:
        size = photo_size(guide.content, entry.image.file)
    except PhotoNotRead:
        return None  # the check has said so already
    addresses = {
        width: guide.permalinks.href(photo_path(entry.image.file, width))
        for width in widths_of(size[0])
    }
    middle = min(addresses)
    return Picture(
        src=addresses[middle],
        srcset=", ".join(f"{address} {width}w" for width, address in addresses.items()),
        width=middle,
        height=height_at(middle, size),
        alt=entry.image.alt,
    )
