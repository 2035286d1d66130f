"""The kinds of entry, and the folder of content/ each is kept in."""

from __future__ import annotations

from datetime import timedelta
from enum import StrEnum


class Kind(StrEnum):
    """What an entry is; the folder it lies in decides."""

    GROUP = "group"
    EVENT = "event"
    GREEN_SPACE = "green-space"
    PLACE = "place"
    HELP = "help"
    STORY = "story"
    PAGE = "page"

    @property
    def folder(self) -> str:
        """The folder of content/ for this kind, which is also the start of its addresses."""
        return FOLDERS[self]


FOLDERS = {
    Kind.GROUP: "groups",
    Kind.EVENT: "events",
    Kind.GREEN_SPACE: "green-spaces",
    Kind.PLACE: "places",
    Kind.HELP: "help",
    Kind.STORY: "stories",
    Kind.PAGE: "pages",
}

KIND_IN = {folder: kind for kind, folder in FOLDERS.items()}

BUILDINGS = (Kind.PLACE, Kind.GREEN_SPACE)


OFFER_LASTS = timedelta(days=28)
"""A neighbour's offer dies by itself after this, unless it says otherwise."""
