"""Element: one thing of an extract as its mappers described it, whatever file it comes from."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from enum import Enum, auto
from typing import NamedTuple

from msgspec import Struct

Tags = Mapping[str, str]
"""What mappers say of a thing: highway=residential, name=Mill Lane."""


class LonLat(NamedTuple):
    """A point in WGS 84 degrees, the longitude first as every extract has it."""

    lon: float
    lat: float


Track = Sequence[LonLat]
"""Points along a line or round a ring."""


class Form(Enum):
    """What the parts of an element are."""

    POINT = auto()
    """One point each."""
    LINE = auto()
    AREA = auto()
    """Rings: outer ones, and those of holes."""


class Element(Struct, frozen=True):
    """A street, a pond, a library …"""

    form: Form
    tags: Tags
    parts: tuple[Track, ...]


class NotAnExtract(ValueError):  # noqa: N818 - a name that reads as a sentence
    """Says in one sentence why nothing can be read from a file."""
