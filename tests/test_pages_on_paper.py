"""Ordinary pages, printed by a real browser: the facts whole, nothing that needs a finger."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from browser import new_browser
from paper import printed
from served import served

if TYPE_CHECKING:
    from collections.abc import Iterator

    from built_site import Site
    from paper import Side

pytestmark = pytest.mark.browser

PATHS = ("", "groups/tea-and-talk/", "whats-on/", "a-to-z/", "map/", "help/get/", "print/")
NOT_FOR_PAPER = ("Skip to main content", "What are you looking for?", "Find", "Send by WhatsApp")


@pytest.fixture(scope="module")
def pages(tiny: Site) -> Iterator[dict[str, list[Side]]]:
    with new_browser() as browser, served(tiny) as address:
        tab = browser.new_page()
        found = {}
        for path in PATHS:
            tab.goto(address + path)
            found[path] = printed(tab)
        yield found


def said(sides: list[Side]) -> str:
    return " ".join(side.words for side in sides)


def test_pages_print_on_upright_a4(pages: dict[str, list[Side]]) -> None:
    sizes = {(round(side.wide), round(side.high)) for sides in pages.values() for side in sides}
    assert sizes == {(210, 297)}


def test_no_letter_is_under_12_points(pages: dict[str, list[Side]]) -> None:
    smallest = {path: min(side.smallest for side in sides) for path, sides in pages.items()}
    assert {path: size for path, size in smallest.items() if size < 11.95} == {}


def test_what_needs_a_finger_stays_off_the_paper(pages: dict[str, list[Side]]) -> None:
    entry = said(pages["groups/tea-and-talk/"])
    assert [words for words in NOT_FOR_PAPER if words in entry] == []


def test_a_printed_page_says_its_own_address(pages: dict[str, list[Side]]) -> None:
    without = [path for path, sides in pages.items() if f"/guide/{path}" not in said(sides)]
    assert without == []


def test_the_facts_of_an_entry_are_on_its_first_page(pages: dict[str, list[Side]]) -> None:
    first = pages["groups/tea-and-talk/"][0].words
    for label in ("Next on", "Where", "Contact", "Cost", "Getting in", "Checked"):
        assert label in first


def test_no_page_has_one_line_alone_on_its_last_sheet(pages: dict[str, list[Side]]) -> None:
    spilt = [path for path, sides in pages.items() if len(sides) > 1 and len(sides[-1].words) < 60]
    assert spilt == []
