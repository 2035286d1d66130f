"""Every sheet of every hard guide, printed by a real browser and measured."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, partial
from typing import TYPE_CHECKING

import pytest
from browser import new_browser
from paper import clipped, letters_lost, printed, sides_of, squares
from paper_faults import moved, off_paper, printed_over
from paper_sites import GUIDES, LISTS
from served import served

from doorstep import permalinks as at
from doorstep.pdfs.readiness import what_is_missing
from doorstep.permalinks import Permalinks

if TYPE_CHECKING:
    from collections.abc import Iterator

    from built_site import Site
    from paper import Side
    from playwright.sync_api import Browser, Page

    from doorstep.pdfs.making import PdfMaker

pytestmark = [pytest.mark.browser]


@cache
def pdf_maker(guide: Site) -> PdfMaker:
    from doorstep.pdfs.making import PdfMaker

    return PdfMaker(Permalinks.under(f"https://guide.example.org{guide.root}"), guide.files.get)


PORTRAIT, LANDSCAPE = (210, 297), (297, 210)


@dataclass(frozen=True)
class Paper:
    """What a sheet promises to be."""

    paper: tuple[int, int]
    fewest: int
    most: int
    smallest: float


one_page = partial(Paper, fewest=1, most=1)
PAPERS = {
    at.WEEK_SHEET: one_page(PORTRAIT, smallest=12),
    at.NEXT_WEEK_SHEET: one_page(PORTRAIT, smallest=12),
    at.MONTH_SHEET: one_page(LANDSCAPE, smallest=12),
    at.LEAFLET: Paper(LANDSCAPE, 2, 2, 12),
    at.BOOKLET: Paper(LANDSCAPE, 4, 8, 12),
    at.POCKET_GUIDE: one_page(LANDSCAPE, smallest=12),
    at.WALLET_CARDS: one_page(PORTRAIT, smallest=12),
    at.LARGE_PRINT: Paper(PORTRAIT, 1, 30, 18),
    at.EASY_READ: Paper(PORTRAIT, 1, 23, 16),
    at.TELL_US_FORM: Paper(PORTRAIT, 1, 2, 12),
    at.CHECK_UP: Paper(LANDSCAPE, 1, 60, 12),
    at.EDITORS_CARD: one_page(PORTRAIT, smallest=12),
    at.SHORTLIST: Paper(PORTRAIT, 1, 1, 12),
    f"{at.PRINT}poster/": one_page(PORTRAIT, smallest=12),
    f"{at.PRINT}door/": one_page(PORTRAIT, smallest=12),
}
"""Sheets by path, or by what the paths of all of one sort begin with."""

SHIFT = 12.0
"""Millimetres: two lines, by which one word more or less on a line may move the last."""

DRIFT = 0.6
"""Millimetres by which a browser rounds the size of paper."""


def paper_of(path: str) -> Paper:
    return next(paper for start, paper in PAPERS.items() if path.startswith(start))


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with new_browser() as browser:
        yield browser


LONG = {"a whole city", "an empty guide", "a title of 200 words", "right to left"}
"""Guides whose sheets take long to print, and show least that the others do not."""


@pytest.fixture(
    scope="module",
    params=[pytest.param(one, marks=[pytest.mark.hard] * (one in LONG)) for one in GUIDES],
)
def guide(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Site:
    if request.param == "a whole city" and not LISTS.is_dir():
        pytest.skip("the city's lists are not beside the project")
    return GUIDES[request.param](tmp_path_factory.mktemp("paper"))


@dataclass(frozen=True)
class Printed:
    """One sheet as it came out of the printer, and as a PDF."""

    path: str
    sides: list[Side]
    pdf: list[Side]
    """The same by WeasyPrint; nothing where that cannot be had."""
    cut: list[str]
    lost: str
    lost_in_pdf: str
    leads_to: set[str]
    """The addresses its squares are said to lead to."""


@pytest.fixture(scope="module")
def sheets(browser: Browser, guide: Site) -> list[Printed]:
    with served(guide) as address:
        tab = browser.new_page(viewport={"width": 1280, "height": 900})
        return [_printed(tab, address, guide, page.path) for page in guide.whole_pages]


def _printed(tab: Page, address: str, guide: Site, path: str) -> Printed:
    tab.goto(address + path)
    # The shortlist is there only once its script has drawn it.
    tab.wait_for_selector(".sheet")
    sides, pdf = printed(tab), _as_pdf(guide, path)
    return Printed(
        path,
        sides,
        pdf,
        cut=clipped(tab),
        lost=letters_lost(tab, sides),
        lost_in_pdf=letters_lost(tab, pdf) if pdf else "",
        leads_to=set(squares(tab)),
    )


def _as_pdf(guide: Site, path: str) -> list[Side]:
    if what_is_missing() or path == at.SHORTLIST:
        return []
    maker = pdf_maker(guide)
    return sides_of(maker.pdf_of(guide.files[at.output_path(path)], path))


def test_every_sheet_is_there(sheets: list[Printed]) -> None:
    paths = [sheet.path for sheet in sheets]
    once = [path for path in PAPERS if not path.endswith(("poster/", "door/"))]
    assert [path for path in once if path not in paths] == []


def test_paper_and_number_of_pages_are_as_promised(sheets: list[Printed]) -> None:
    wrong = []
    for sheet in sheets:
        promised, sides = paper_of(sheet.path), sheet.sides
        wide, high = promised.paper
        fits = all(abs(s.wide - wide) < DRIFT and abs(s.high - high) < DRIFT for s in sides)
        if not fits or not promised.fewest <= len(sides) <= promised.most:
            wrong.append((sheet.path, len(sides), sides[0].wide, sides[0].high))
    assert wrong == []


def test_no_word_is_cut_off(sheets: list[Printed]) -> None:
    assert [(sheet.path, sheet.cut) for sheet in sheets if sheet.cut] == []


def test_no_word_is_lost(sheets: list[Printed]) -> None:
    assert [(sheet.path, sheet.lost) for sheet in sheets if sheet.lost] == []


def test_no_letter_is_smaller_than_promised(sheets: list[Printed]) -> None:
    found = [(sheet.path, min(side.smallest for side in sheet.sides)) for sheet in sheets]
    assert [(path, size) for path, size in found if size < paper_of(path).smallest - 0.05] == []


def test_letters_stay_on_the_paper(sheets: list[Printed]) -> None:
    found = [(sheet.path, off_paper(side)) for sheet in sheets for side in sheet.sides]
    assert [(path, letters) for path, letters in found if letters] == []


def test_no_letter_is_printed_on_another(sheets: list[Printed]) -> None:
    found = [(sheet.path, printed_over(side)) for sheet in sheets for side in sheet.sides]
    assert [(path, pairs[:5]) for path, pairs in found if pairs] == []


def test_every_square_is_read_back_from_the_paper(sheets: list[Printed]) -> None:
    read = {
        sheet.path: {code.partition("://")[2] for side in sheet.sides for code in side.codes}
        for sheet in sheets
    }
    assert read == {sheet.path: sheet.leads_to for sheet in sheets}


def test_the_pdf_has_the_same_paper_as_the_print(sheets: list[Printed]) -> None:
    def size(sides: list[Side]) -> list[tuple[int, int]]:
        return [(round(side.wide), round(side.high)) for side in sides]

    others = [sheet.path for sheet in sheets if sheet.pdf and size(sheet.pdf) != size(sheet.sides)]
    assert others == []


def test_no_word_is_lost_in_the_pdf(sheets: list[Printed]) -> None:
    found = [(sheet.path, sheet.lost_in_pdf) for sheet in sheets]
    assert [(path, lost) for path, lost in found if lost] == []


def test_no_letter_of_the_pdf_is_smaller_than_promised(sheets: list[Printed]) -> None:
    found = [(sheet.path, side.smallest) for sheet in sheets for side in sheet.pdf]
    assert [(path, size) for path, size in found if size < paper_of(path).smallest - 0.05] == []


def test_letters_of_the_pdf_stay_on_the_paper(sheets: list[Printed]) -> None:
    """What is too much for a panel runs over the edge, where it is cut off."""
    found = [(sheet.path, off_paper(side)) for sheet in sheets for side in sheet.pdf]
    assert [(path, letters) for path, letters in found if letters] == []


def test_no_letter_of_the_pdf_is_printed_on_another(sheets: list[Printed]) -> None:
    found = [(sheet.path, printed_over(side)) for sheet in sheets for side in sheet.pdf]
    assert [(path, pairs[:5]) for path, pairs in found if pairs] == []


def test_words_of_the_pdf_stand_where_the_print_has_them(sheets: list[Printed]) -> None:
    apart = {sheet.path: max(map(moved, sheet.sides, sheet.pdf)) for sheet in sheets if sheet.pdf}
    assert {path: far for path, far in apart.items() if far > SHIFT} == {}


def test_every_square_is_read_back_from_the_pdf(sheets: list[Printed]) -> None:
    pdfs = [sheet for sheet in sheets if sheet.pdf]
    read = {sheet.path: {code for side in sheet.pdf for code in side.codes} for sheet in pdfs}
    on_paper = {sheet.path: {c for side in sheet.sides for c in side.codes} for sheet in pdfs}
    assert read == on_paper
