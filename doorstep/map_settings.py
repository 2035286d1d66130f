"""MapSettings: what site.yaml may say about the map."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from pydantic import Field

from doorstep.documented import Documented
from doorstep.vocabularies import one_of


class Pictures(StrEnum):
    """Whose pictures of the streets a reader may ask for."""

    NONE = "none"
    OPENSTREETMAP = "openstreetmap"


class MapSettings(Documented):
    """How the map is drawn."""

    pictures: Annotated[Pictures, one_of("source of pictures", Pictures)] = Field(
        Pictures.NONE, examples=["openstreetmap"]
    )
    """Whose pictures of the streets a reader may ask for, where the guide has no street map of its
    own: none, or openstreetmap. Readers are told first that OpenStreetMap then sees their internet
    address."""
