"""A number of pages -> where each stands on sheets that are folded once and stapled."""

from __future__ import annotations

from msgspec import Struct

SIZES = (8, 12, 16)
"""How many pages a booklet may have: four on each sheet, and no more than two staples hold."""

ON_A_SHEET = 4


class Place(Struct, frozen=True):
    """Where one page stands."""

    sheet: int
    """Which sheet of paper, the outermost being 1."""
    is_front: bool
    """Whether it is on the side that is printed first."""
    is_left: bool
    """Whether it is on the left; from right to left, sheets are mirrored."""

    @property
    def side(self) -> int:
        """Which side of paper, in the order of printing, the first being 1."""
        return 2 * self.sheet - self.is_front


def places(pages: int) -> tuple[Place, ...]:
    """Return where each page of a booklet stands, page 1 first: 8 and 1, 2 and 7, 6 and 3, 4 and 5.

    Printed on both sides, the paper flipped on its short edge.
    """
    if pages <= 0 or pages % ON_A_SHEET:
        message = f"A sheet that is folded once has four pages, so {pages} pages are no booklet."
        raise ValueError(message)
    return tuple(_place(page, pages) for page in range(1, pages + 1))


def _place(page: int, pages: int) -> Place:
    """Return the place of a page: the two of a side of paper add up to one more than all pages."""
    side = min(page, pages + 1 - page)
    return Place(sheet=(side + 1) // 2, is_front=side % 2 == 1, is_left=page % 2 == 0)


def size_for(pages: int) -> int:
    """Return the fewest pages of a booklet that hold so many; the most there can be beyond that."""
    return next((size for size in SIZES if size >= pages), SIZES[-1])
