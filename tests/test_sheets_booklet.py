"""The booklet: its cover and its back, how it is folded, and that each page is where it belongs."""

from __future__ import annotations

from collections import defaultdict

import pytest
from builders import guide_of
from folds import RIGHT_TO_LEFT, folded, letters_of
from msgspec.structs import replace

from doorstep import permalinks as at
from doorstep.pdfs.readiness import what_is_missing
from doorstep.sheets.booklet import booklet_sheet_view

SHEET = ("sheets/booklet.html", at.BOOKLET, booklet_sheet_view)
PAGES = {
    "Ask for this in large print": (0, "left"),
    "For new neighbours": (0, "right"),
    "Page 2": (1, "left"),
    "Page 7": (1, "right"),
    "Page 6": (2, "left"),
    "Page 3": (2, "right"),
    "Page 4": (3, "left"),
    "Page 5": (3, "right"),
}
"""Words of each of eight pages: on which side of paper they stand, and on which half of it."""

HALVES = {"left": (0.0, 148.5), "right": (148.5, 297.0)}
OTHER = {"left": "right", "right": "left"}


def booklet(tmp_path, files=None, **settings):
    tmp_path.mkdir(exist_ok=True)
    checked = {
        name: f"---\nchecked: 1 November 2026, by phone\n{facts}\n---\n"
        for name, facts in (files or {}).items()
    }
    return booklet_sheet_view(
        replace(guide_of(tmp_path, checked, **settings), assets=defaultdict(str))
    )


def many(number):
    """Return so many groups, with a little to say about each."""
    summary = "summary: Tea, talk and board games for anyone who would like company."
    return {
        f"groups/group-{n}.md": f"number: {n}\ntitle: Group {n}\n{summary}"
        for n in range(1, number + 1)
    }


def entries_in(view):
    return [one for page in view.pages for part in page.parts for one in part.entries]


def test_an_empty_guide_is_eight_pages_that_say_whom_to_phone(tmp_path):
    view = booklet(tmp_path)
    said = {part.words for page in view.pages for part in page.parts if part.words}
    assert len(view.pages) == 6
    assert said == {"We know of nothing yet. Do you? Phone 020\u00a07946\u00a00123"}


def test_a_guide_with_more_has_twelve_pages_or_sixteen(tmp_path):
    sizes = [len(booklet(tmp_path / str(n), many(n)).pages) + 2 for n in (20, 40, 150)]
    assert sizes == [8, 12, 16]


def test_what_does_not_fit_on_sixteen_pages_is_counted_on_the_back(tmp_path):
    view = booklet(tmp_path, many(150))
    left = 150 - len(entries_in(view))
    assert view.back.lines[0].startswith(f"{left} more are in the guide:")


def test_the_steps_say_how_many_sheets_it_takes(tmp_path):
    assert "Use 2 sheets of A4 paper" in booklet(tmp_path).about.steps[0]


def test_emergency_lines_stand_on_the_back(tmp_path):
    lines = [{"name": "Samaritans", "phone": "116 123"}]
    view = booklet(tmp_path, emergency=lines)
    assert view.phones.entries[0].title == "Samaritans: 116\u00a0123"


def test_the_cover_says_until_when_it_is_right(tmp_path):
    assert booklet(tmp_path).cover.valid_to == "Valid to Sunday 13 December 2026"


@pytest.fixture(scope="module")
def sheet(tmp_path_factory):
    return folded(tmp_path_factory.mktemp("booklet"), SHEET, [".booklet__page"])


@pytest.fixture(scope="module")
def mirrored(tmp_path_factory):
    return folded(tmp_path_factory.mktemp("mirrored"), SHEET, [".booklet__page"], RIGHT_TO_LEFT)


needs_pdfs = pytest.mark.skipif(bool(what_is_missing()), reason="PDFs cannot be made here")


@pytest.mark.browser
@needs_pdfs
@pytest.mark.parametrize("printer", ["Chromium", "WeasyPrint"])
@pytest.mark.parametrize("words", PAGES)
def test_each_page_is_on_its_half_of_its_side(sheet, printer, words):
    number, half = PAGES[words]
    start, end = HALVES[half]
    letters = letters_of(words, sheet.by[printer][number])
    assert all(start + 10 <= letter.left <= end - 10 for letter in letters)


@pytest.mark.browser
@needs_pdfs
@pytest.mark.parametrize("printer", ["Chromium", "WeasyPrint"])
@pytest.mark.parametrize("words", PAGES)
def test_right_to_left_page_1_is_on_the_left(mirrored, printer, words):
    number, half = PAGES[words]
    start, end = HALVES[OTHER[half]]
    letters = letters_of(words, mirrored.by[printer][number])
    assert all(start + 10 <= letter.left <= end - 10 for letter in letters)


@pytest.mark.browser
@needs_pdfs
def test_the_cover_is_the_right_half_of_the_paper(sheet):
    assert sheet.boxes == [[148.5, 0, 148.5, 209]]
