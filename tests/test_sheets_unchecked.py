"""Where nothing may be printed because nobody checked it lately, sheets say so."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from builders import checked_of, guide_of
from paper_sites import sheets_of

from doorstep import permalinks as at
from doorstep.sheets.unchecked import unchecked_words

if TYPE_CHECKING:
    from built_site import Site

WORDS = "Nothing has been checked lately enough to print"
LATELY, LONG_AGO = "checked: 2026-11-03, by phone", "checked: 2026-03-01, by phone"
NEVER, FORGOTTEN = "", "checked: 2024-03-01, by phone"


def group(title: str, *facts: str) -> str:
    said = (f"title: {title}", "when: Every Tuesday, 10am to 11am", *filter(None, facts))
    return "\n".join(("---", *said, "---", ""))


def said_of(folder, *groups: str) -> str:
    files = {f"groups/group-{place}.md": text for place, text in enumerate(groups)}
    guide = guide_of(folder, files)
    return unchecked_words(guide, guide.catalogue.entries)


@pytest.mark.parametrize("check", [NEVER, LONG_AGO, FORGOTTEN])
def test_that_nobody_checked_it_lately_is_said(tmp_path, check):
    assert said_of(tmp_path, group("Tea", check)) == WORDS


def test_nothing_of_the_kind_is_said_where_something_may_be_printed(tmp_path):
    assert said_of(tmp_path, group("Tea", LATELY), group("Choir", LONG_AGO)) == ""


def test_nothing_of_the_kind_is_said_of_an_empty_guide(tmp_path):
    assert said_of(tmp_path) == ""


def test_what_is_paused_waits_for_no_check(tmp_path):
    assert said_of(tmp_path, group("Tea", LONG_AGO, "status: paused")) == ""


def test_nobody_can_tell_from_it_that_there_is_a_safe_space(tmp_path):
    safe = ("sensitive: yes", "contact: {phone: 020 7946 0456}")
    assert said_of(tmp_path, group("Tuesday group", LONG_AGO, *safe)) == ""


@pytest.fixture(scope="module")
def unchecked(tmp_path_factory: pytest.TempPathFactory) -> Site:
    folder = tmp_path_factory.mktemp("unchecked")
    files = {"groups/tea.md": group("Tea", LONG_AGO), "groups/choir.md": group("Choir")}
    return sheets_of(checked_of(folder, files), folder / "out")


@pytest.mark.parametrize(
    "path",
    [
        at.WEEK_SHEET,
        at.NEXT_WEEK_SHEET,
        at.MONTH_SHEET,
        at.LEAFLET,
        at.BOOKLET,
        at.POCKET_GUIDE,
        at.LARGE_PRINT,
        at.EASY_READ,
    ],
)
def test_a_sheet_that_is_empty_for_want_of_a_check_says_so(unchecked, path):
    words = unchecked.page(path).words
    assert WORDS in words
    assert "We know of nothing" not in words
    assert "Nothing is in the guide" not in words
