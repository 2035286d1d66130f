"""The name of a function -> the function, imported when it is first called.

Two things are drawn after most edits. To import what draws all the others would take longer than
drawing those two.
"""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from typing import Any, Generic, TypeVar, cast

from msgspec import Struct

MadeT = TypeVar("MadeT")


class Late(Struct, Generic[MadeT], frozen=True):
    """A function that is imported when it is first called."""

    name: str
    """Its module and what it is called there, with a colon between them."""
    told: tuple[tuple[str, Any], ...] = ()
    """What it is told by name each time, besides what its caller tells it."""

    def imported(self) -> Callable[..., MadeT]:
        """Return the function itself."""
        module, _, called = self.name.partition(":")
        return cast("Callable[..., MadeT]", getattr(import_module(module), called))

    def __call__(self, *args: Any) -> MadeT:
        """Return what the function makes."""
        return self.imported()(*args, **dict(self.told))
