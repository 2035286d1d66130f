"""A photo as it was taken -> the same picture upright, without hidden data, in the sizes needed."""

from doorstep.photos.places import photo_place
from doorstep.photos.refusals import PhotoNotRead
from doorstep.photos.sizes import (
    JPEG,
    WEBP,
    Rendition,
    height_at,
    photo_size,
    renditions,
    widths_of,
)

__all__ = [
    "JPEG",
    "WEBP",
    "PhotoNotRead",
    "Rendition",
    "height_at",
    "photo_place",
    "photo_size",
    "renditions",
    "widths_of",
]
