"""Photos that entries show -> the files they are published as, without their hidden data."""

from __future__ import annotations

from typing import TYPE_CHECKING

from doorstep.outputs.output import Output, Press, Renderer
from doorstep.photos import PhotoNotRead, renditions
from doorstep.views.pictures import photo_path

if TYPE_CHECKING:
    from collections.abc import Iterator

    from doorstep.guide import Guide


def photo(press: Press, name: str) -> Iterator[Output]:
    """Yield a photo in every width it is published in."""
    try:
        sizes = renditions(press.guide.content, name)
    except PhotoNotRead:
        return  # the check has said so, and no page shows it
    for rendition in sizes:
        yield Output(photo_path(name, rendition.width), rendition.content)


def shown_photos(guide: Guide) -> list[str]:
    """Return the photos of entries whose own page shows them."""
    shown = (e for e in guide.catalogue.entries if e.image and guide.catalogue.showing(e).has_facts)
    return sorted({entry.image.file for entry in shown if entry.image})


PHOTOS = (Renderer(shown_photos, photo),)
"""Every photo that is shown."""
