"""A photo as it was taken -> the same picture upright, without hidden data, in the sizes needed."""

from doorstep.photos.places import photo_place
from doorstep.photos.refusals import PhotoNotRead

# What opens pictures is in doorstep.photos.sizes: a guide without any never waits for it.

__all__ = ["PhotoNotRead", "photo_place"]
