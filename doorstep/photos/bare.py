"""A picture's file, taken apart: what it shows, how to show it, and all that is written beside."""

from __future__ import annotations

from msgspec import Struct

MOST_PIECES = 50_000
"""Pieces of one file. Cameras write a few dozen; taking apart millions would take minutes."""

MOST_UNPACKED = 4_000_000
"""Bytes that packed words or a colour profile may become: a small file can hold a great many."""


class Bare(Struct, frozen=True):
    """A picture, and apart from it what was in the same file."""

    format: str
    """JPEG, PNG or WEBP, as Pillow names them."""
    content: bytes
    """A file with the picture alone: nothing in it is about camera, place, people or words."""
    size: tuple[int, int]
    """Pixels across and down, as it says itself, before it is turned upright."""
    orientation: int = 1
    """How to turn it upright (EXIF 2.3, tag 0112)."""
    profile: bytes = b""
    """What its colours mean (ICC), b"" for what every screen takes them for."""
    hidden: tuple[bytes, ...] = ()
    """Everything else that was in the file, packed words unpacked."""
    layers: int = 1
    """How often the whole picture is drawn over, each time finer (progressive JPEG)."""
    moves: bool = False
    """Whether there are more pictures to follow this one, as in a film."""

    @property
    def lies_down(self) -> bool:
        """Whether upright it is as wide as it says that it is high."""
        return self.orientation >= 5

    @property
    def upright_size(self) -> tuple[int, int]:
        """Pixels across and down, upright."""
        across, down = self.size
        return (down, across) if self.lies_down else (across, down)
