"""The title of a new entry -> the name of its file, which no other entry has."""

from __future__ import annotations

import hashlib
from collections.abc import Container

from doorstep.kinds import Kind
from doorstep.limits import SLUG
from doorstep.slugs import slugified

_TOO_SHORT = 5
"""Windows keeps con, aux and lpt1 for itself, and a name this short says little anyway."""

_ROOM_FOR_A_COUNT = 6


def free_slug(title: str, kind: Kind, taken: Container[str]) -> str:
    """Return a slug made from a title; the same title in the same guide gives the same slug."""
    slug = slugified(title)
    if not slug:
        # A title in another script: its own short code is as lasting as a name.
        slug = f"{kind}-{hashlib.sha256(title.encode()).hexdigest()[:8]}"
    elif len(slug) < _TOO_SHORT:
        slug = f"{slug}-{kind}"
    slug = slug[: SLUG.most - _ROOM_FOR_A_COUNT].rstrip("-")
    count = 2
    free = slug
    while free in taken:
        free = f"{slug}-{count}"
        count += 1
    return free
