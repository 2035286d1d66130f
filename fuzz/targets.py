"""The targets by their names, in the order to try them."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Protocol, cast

if TYPE_CHECKING:
    from collections.abc import Iterator

NAMES = ("reader", "schedules", "calendars", "forms")
"""What strangers write that the engine reads: entries, times, calendars, forms."""


class Target(Protocol):
    """A module of this folder."""

    def attack(self, data: bytes) -> None:
        """Hand bytes to a part of the engine, and raise what should not be."""

    def seeds(self) -> Iterator[bytes]:
        """Yield bytes to begin with, which the part understands."""


def target(name: str) -> Target:
    """Return a target; it is imported only now, so that whoever asks can prepare for it."""
    return cast("Target", import_module(f"fuzz.{name}"))
