"""Photos that entries show -> the files they are published as, without their hidden data."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from doorstep.outputs.output import Output, Press, Renderer
from doorstep.photos import PhotoNotRead, photo_place
from doorstep.photos.sizes import renditions
from doorstep.showing import Face
from doorstep.views.pictures import photo_path

if TYPE_CHECKING:
    from collections.abc import Iterator

    from doorstep.guide import Guide


def photo(press: Press, name: str) -> Iterator[Output]:
    """Yield a photo in every width and format it is published in."""
    yield from _in_every_way(press.guide, name)


def photo_at(guide: Guide, path: str) -> bytes | None:
    """Return the photo that is published under a path, or None where none is."""
    of_all_widths = path.rpartition("-")[0]
    for name in shown_photos(guide):
        if photo_path(name, 0).rpartition("-")[0] == of_all_widths:
            made = _in_every_way(guide, name)
            return next((output.content for output in made if output.path == path), None)
    return None


def _in_every_way(guide: Guide, name: str) -> Iterator[Output]:
    try:
        sizes = renditions(guide.content, name)
    except PhotoNotRead:
        return  # the check has said so, and no page shows it
    for rendition in sizes:
        yield Output(photo_path(name, rendition.width, rendition.ending), rendition.content)


def shown_photos(guide: Guide) -> list[str]:
    """Return the photos of entries whose own page shows them."""
    places = set()
    for entry in guide.catalogue.seen_on(Face.FACTS):
        if entry.image:
            with suppress(PhotoNotRead):
                places.add(photo_place(entry.image.file).as_posix())
    return sorted(places)


PHOTOS = (Renderer(shown_photos, photo),)
"""Every photo that is shown."""
