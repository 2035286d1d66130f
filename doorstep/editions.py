"""A guide that is ready to draw -> any one file of its site, drawn when somebody looks at it."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any, TypeAlias

from doorstep.entries import Entry
from doorstep.outputs import RENDERERS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from doorstep.outputs import Output, Press
    from doorstep.reuse import Drawn

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


def drawers_of(work: Sequence[tuple[int, Any]], drawn: Iterable[Drawn]) -> dict[str, Drawer]:
    """Return what each file of a site was drawn by."""
    pairs = zip(names_of(work), drawn, strict=True)
    return {file.path: drawer for drawer, one in pairs for file in one.files}


class Edition:
    """A site as it would be made now: a file is drawn when it is asked for, and kept."""

    def __init__(self, press: Press, assets: Mapping[str, Output]) -> None:
        """Take what is drawn with, and what pages load."""
        self._press = press
        self._drawn = {output.path: output.content for output in assets.values()}
        self._items: dict[int, dict[Name, Any]] = {}

    def content(self, path: str, drawer: Drawer | None) -> bytes | None:
        """Return what a file holds; None where what drew it in an older site does not any more."""
        if path not in self._drawn and drawer is not None:
            self._drawn |= self._drawn_by(*drawer)
        return self._drawn.get(path)

    def _drawn_by(self, place: int, name: Name) -> dict[str, bytes]:
        renderer = RENDERERS[place]
        if place not in self._items:
            work = [(place, item) for item in renderer.items(self._press.guide)]
            named = zip(names_of(work), work, strict=True)
            self._items[place] = {name: item for (_, name), (_, item) in named}
        if name not in self._items[place]:
            return {}
        outputs = renderer.draw(self._press, self._items[place][name])
        return {output.path: output.content for output in outputs}
