"""Shapes -> Ways: each street or river with all its pieces, and where its name may be written."""

from __future__ import annotations

import math
from collections import defaultdict
from itertools import islice
from typing import TYPE_CHECKING

from msgspec import Struct

from doorstep.area_map.area import Sort
from doorstep.area_map.drawing.along import Fit, stretches
from doorstep.area_map.drawing.alongside import alongside
from doorstep.area_map.drawing.chains import chains, length
from doorstep.area_map.drawing.labels import Anchor, Label
from doorstep.area_map.drawing.letters import drawable, stands_letter_by_letter
from doorstep.area_map.drawing.style import MAJOR_NAMES, STREET_NAMES, WATER_NAMES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from doorstep.area_map.drawing.labels import Lettering, Sign
    from doorstep.area_map.drawing.shapes import Line, Shape

STREETS = (Sort.PATH, Sort.LANE, Sort.STREET, Sort.MAJOR)
"""What people call a street, the important ones last."""

FIRST_TRIES = ((1.0, 0.0), (1.0, 0.12), (0.86, 0.12))
"""Sizes of letters, and how much of a name may stand out beyond each end of its street."""

LAST_TRIES = ((0.86, 0.25), (0.76, 0.15), (0.76, 0.3), (0.7, 0.15), (0.7, 0.35))
"""What is tried for a name that found no room."""

BESIDE = (0.8, 0.7)
"""Sizes of letters of a name that stands beside its street, for it is too short."""

SHORT = 1.8
"""How many times its name fits on a street of which the name may stand beside it."""

MOST_TRIES = 12
"""How many places on a chain are looked at for letters of one size."""

STRAIGHT = math.radians(12)
"""How much letters may bend that cannot be set one by one."""


class Way(Struct, frozen=True):
    """All of a street or a river that goes by one name."""

    name: str
    lettering: Lettering
    chains: tuple[Line, ...]

    @property
    def slack(self) -> float:
        """Return how many times its name would fit on it."""
        return length(self.chains[0]) / self.lettering.width(self.name, self.lettering.size)

    def signs(self) -> Iterator[Sign]:
        """Yield the name along the way, the best places first."""
        return self._along(FIRST_TRIES)

    def lesser_signs(self) -> Iterator[Sign]:
        """Yield the name along the way smaller, and farther out beyond its ends."""
        return self._along(LAST_TRIES)

    def signs_beside(self) -> Iterator[Sign]:
        """Yield the name beside the way, if that is short."""
        if self.slack < SHORT:
            for share in BESIDE:
                size = round(self.lettering.size * share)
                yield from alongside(self.chains[0], self.name, self.lettering, size)

    def _along(self, tries: tuple[tuple[float, float], ...]) -> Iterator[Sign]:
        for share, overhang in tries:
            for chain in self.chains:
                yield from islice(self.on(chain, share, overhang), MOST_TRIES)

    def on(self, chain: Line, share: float = 1.0, overhang: float = 0.0) -> Iterator[Sign]:
        """Yield the name all along one chain, where it stands best first."""
        size = round(self.lettering.size * share)
        width = self.lettering.width(self.name, size)
        fit = Fit(width, size, overhang)
        if not stands_letter_by_letter(self.name):
            fit = Fit(width, size, overhang, STRAIGHT)
        for line in stretches(chain, fit):
            anchor = Anchor.START if len(line) > 2 else Anchor.MIDDLE
            yield (Label(self.name, self.lettering, size, line, anchor),)


def ways(shapes: list[Shape], sorts: tuple[Sort, ...]) -> list[Way]:
    """Return what has a name, that with the least choice of places first."""
    lines: dict[str, list[Line]] = defaultdict(list)
    highest: dict[str, int] = defaultdict(int)
    for shape in shapes:
        name = drawable(shape.name)
        if shape.sort in sorts and STREET_NAMES.width(name, 1) > 0:
            lines[name] += shape.lines
            highest[name] = max(highest[name], sorts.index(shape.sort))
    found = [
        Way(name, _lettering(sorts[highest[name]]), tuple(chains(pieces)))
        for name, pieces in lines.items()
    ]
    return sorted(found, key=lambda way: (-way.slack, way.name))


def _lettering(sort: Sort) -> Lettering:
    if sort is Sort.STREAM:
        return WATER_NAMES
    return MAJOR_NAMES if sort is Sort.MAJOR else STREET_NAMES
