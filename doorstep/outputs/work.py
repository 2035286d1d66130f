"""A guide -> a name for each thing there is to draw of it, and the thing when it is wanted."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any, TypeAlias

from doorstep.entries import Entry
from doorstep.outputs import RENDERERS, everything_to_draw

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from doorstep.guide import Guide

Name: TypeAlias = "str | int"
"""What tells a thing to draw from others of its sort: an entry's slug, or its place among them."""

Drawer: TypeAlias = "tuple[int, Name]"
"""The place of a renderer, and the name of what it draws."""


def names_of(work: Iterable[tuple[int, Any]]) -> Iterator[Drawer]:
    """Yield a name for each thing there is to draw."""
    met: Counter[int] = Counter()
    for place, item in work:
        yield place, item.slug if isinstance(item, Entry) else met[place]
        met[place] += 1


def anything(_place: int, _item: object) -> bool:
    """Say of everything that it is asked for."""
    return True


class Work:
    """What there is to draw of a guide. Asking for all of it takes a while in a large guide."""

    def __init__(self, guide: Guide, is_asked: Callable[[int, Any], bool] = anything) -> None:
        """Take the guide, and what says of each renderer's place and thing whether to draw it."""
        self._guide, self._is_asked = guide, is_asked
        self.name = f"{is_asked.__module__}:{is_asked.__qualname__}"
        """What tells this choice of things to draw from any other."""
        self._items: dict[int, dict[Name, Any]] = {}

    def everything(self) -> list[Drawer]:
        """Return the name of each thing, in the order in which they are drawn."""
        work = everything_to_draw(self._guide)
        named = list(zip(names_of(work), work, strict=True))
        for (place, name), (_, item) in named:  # whoever wants them next need not ask again
            self._items.setdefault(place, {})[name] = item
        return [drawer for drawer, thing in named if self._is_asked(*thing)]

    def things(self, drawers: Iterable[Drawer]) -> list[tuple[int, Any]]:
        """Return the things of these names, each with the place of its renderer."""
        return [(place, self.named(place)[name]) for place, name in drawers]

    def named(self, place: int) -> dict[Name, Any]:
        """Return all that one renderer draws, by name."""
        if place not in self._items:
            work = [(place, item) for item in RENDERERS[place].items(self._guide)]
            named = zip(names_of(work), work, strict=True)
            self._items[place] = {name: item for (_, name), (_, item) in named}
        return self._items[place]
