"""A Trait and a salt -> the Mark that stands for it, from which nobody reads it back."""

from __future__ import annotations

import hashlib
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from doorstep.do_not_list.traits import Trait

HEAPS = 16**3
"""So that a whole guide can be checked, only what falls into the heap of a mark is hashed slowly.

More heaps make the check faster, and guessing just as much."""

_SCRYPT = {"n": 2**14, "r": 8, "p": 1, "dklen": 16}
"""Some 40 milliseconds and 16 MB for each (RFC 7914)."""


class Mark(NamedTuple):
    """What stands in the file for one trait."""

    sort: str
    heap: int
    slow: str

    def __str__(self) -> str:
        """Return the mark as its line in the file."""
        return f"{self.sort} {self.heap:03x} {self.slow}"


def mark_of(trait: Trait, salt: bytes) -> Mark:
    """Return what stands for a trait in the file with this salt."""
    return Mark(trait.sort, heap_of(trait, salt), slow_hash(trait, salt))


def heap_of(trait: Trait, salt: bytes) -> int:
    """Return the heap that a trait falls into, which is quickly known."""
    digest = hashlib.blake2b(_bytes(trait), key=salt, digest_size=4).digest()
    return int.from_bytes(digest, "big") % HEAPS


@lru_cache(maxsize=4096)
def slow_hash(trait: Trait, salt: bytes) -> str:
    """Return the hash that says for certain; the preview asks for the same ones again and again."""
    return hashlib.scrypt(_bytes(trait), salt=salt, **_SCRYPT).hex()


def _bytes(trait: Trait) -> bytes:
    return f"{trait.sort}\n{trait.text}".encode(errors="replace")
