"""A guide that is ready to draw -> any one file of its site, drawn when somebody looks at it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from doorstep.outputs import RENDERERS
from doorstep.outputs.work import Work

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from doorstep.outputs import Output, Press
    from doorstep.outputs.work import Drawer, Name
    from doorstep.reuse import Drawn


def drawers_of(drawers: Sequence[Drawer], drawn: Iterable[Drawn]) -> dict[str, Drawer]:
    """Return what each file of a site was drawn by."""
    pairs = zip(drawers, drawn, strict=True)
    return {file.path: drawer for drawer, one in pairs for file in one.files}


class Edition:
    """A site as it would be made now: a file is drawn when it is asked for, and kept."""

    def __init__(self, press: Press, assets: Mapping[str, Output]) -> None:
        """Take what is drawn with, and what pages load."""
        self._press = press
        self._drawn = {output.path: output.content for output in assets.values()}
        self._work = Work(press.guide)

    def content(self, path: str, drawer: Drawer | None) -> bytes | None:
        """Return what a file holds; None where what drew it in an older site does not any more."""
        if path not in self._drawn and drawer is not None:
            self._drawn |= self._drawn_by(*drawer)
        return self._drawn.get(path)

    def rehearse(self) -> None:
        """Draw one of each sort of which there are many: whatever is drawn later is drawn sooner.

        Layouts are compiled for it, and so is much else that is only made when it is needed.
        """
        for place in range(len(RENDERERS)):
            names = list(self._work.named(place))
            if len(names) > 1:
                self._drawn_by(place, names[0])

    def _drawn_by(self, place: int, name: Name) -> dict[str, bytes]:
        things = self._work.named(place)
        if name not in things:
            return {}
        outputs = RENDERERS[place].draw(self._press, things[name])
        return {output.path: output.content for output in outputs}
