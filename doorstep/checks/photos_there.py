"""A photo that an entry names is in the photos folder, and is a picture."""

from __future__ import annotations

from typing import TYPE_CHECKING

from doorstep.photos import PhotoNotRead
from doorstep.problems import Level

if TYPE_CHECKING:
    from collections.abc import Iterator

    from doorstep.drafts import Draft
    from doorstep.problems import Problem


def check(draft: Draft) -> Iterator[Problem]:
    """Yield a warning for every photo that cannot be shown; the entry appears without it."""
    for entry in draft.entries:
        if entry.image is None:
            continue
        from doorstep.photos.sizes import photo_size  # late, because many guides have no photo

        try:
            photo_size(draft.content, entry.image.file)
        except PhotoNotRead as reason:
            yield entry.problem_at(
                "image",
                "file",
                rule="photos-there",
                level=Level.WARNING,
                message=f"The photo “{entry.image.file}” cannot be shown: {reason}.",
                fix=reason.fix,
                wrong=entry.image.file,
            )
