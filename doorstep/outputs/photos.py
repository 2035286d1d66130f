"""Photos that entries show -> the files they are published as, without their hidden data."""

from __future__ import annotations

from typing import TYPE_CHECKING

from doorstep.outputs.contents import shown_photos
from doorstep.outputs.output import Output, Press
from doorstep.photos import PhotoNotRead
from doorstep.photos.sizes import renditions
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
