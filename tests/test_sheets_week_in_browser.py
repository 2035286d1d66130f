"""Week sheets in real Chromium: chosen by what somebody needs, fitted anew, and printed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from browser import new_browser, shift_of
from builders import checked_of
from paper import sides_of
from paper_sites import sheets_of
from served import served
from visits import NARROW, WCAG, WIDE, axe, looked, reader

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser

SHEET = "print/week/"
MOST_SCRIPT = 12_000
"""Bytes of scripts that only this page has, before they are packed for sending."""

STANDING = """() => {
  const sheet = document.querySelector('.week-sheet');
  const bottom = sheet.querySelector('[data-days]').getBoundingClientRect().bottom;
  return {
    numbers: Array.from(sheet.querySelectorAll('li')).filter((row) => !row.hidden)
      .map((row) => Number(row.textContent.match(/No\\.\\s(\\d+)/)[1])),
    more: sheet.querySelector('[data-more]').textContent.split(':')[0],
    fits: bottom <= sheet.querySelector('.sheet-foot').getBoundingClientRect().top,
    letters: sheet.dataset.letters,
    without: Array.from(sheet.querySelectorAll('[data-without]'))
      .filter((one) => !one.hidden).map((one) => one.textContent),
  };
}"""
"""What stands on the sheet; whether it fits is only known where it has its true size."""

NAMES = ("Walking group", "Board games for everybody", "Tea, talk and company", "Choir practice")


def group(number: int) -> str:
    """Return one of many groups: every third is free, every fifth speaks Gujarati."""
    weekday = ("Monday", "Tuesday", "Thursday", "Friday")[number % 4]
    facts = [
        f"number: {number}",
        f"title: {NAMES[number % 4]} number {number}",
        f"when: Every {weekday}, {7 + number % 4}am to midday",
        "where: {name: The big room above the old library, address: 1 High Street}",
        "contact: {name: Pat, phone: 020 7946 0456}",
        "checked: 1 November 2026, by phone",
        "cost: Free" if number % 3 == 0 else "cost: £2",
        "come_along: Just turn up" if number % 2 == 0 else "come_along: Phone first",
    ]
    spoken = ["languages: [Gujarati]"] if number % 5 == 0 else []
    return "---\n{}\n---\n".format("\n".join([*facts, *spoken]))


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Where a guide with 130 groups is served."""
    folder: Path = tmp_path_factory.mktemp("week")
    files = {f"groups/group-{number:03}.md": group(number) for number in range(1, 131)}
    with served(sheets_of(checked_of(folder, files, offline="no"), folder / "out")) as address:
        yield address


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """One browser for all; every page has its own profile."""
    with new_browser() as browser:
        yield browser


def standing(page: Page) -> Any:
    return page.evaluate(STANDING)


def choose(page: Page, *names: str) -> None:
    if not page.locator("details[open]").count():
        page.locator("summary").click()
    for name in names:
        page.get_by_role("checkbox", name=name).check()
    page.get_by_role("button", name="Apply filters").first.click()


def test_a_script_leaves_the_sheet_as_it_was_made(browser: Browser, address: str) -> None:
    with (
        reader(browser, address, viewport=WIDE, java_script_enabled=False) as (plain, _),
        reader(browser, address, viewport=WIDE) as (page, troubles),
    ):
        plain.goto(address + SHEET)
        page.goto(address + SHEET)
        shown = plain.locator(".week-sheet").inner_text()
        assert page.locator(".week-sheet").inner_text() == shown
        assert standing(page)["fits"]
        assert troubles == []


@pytest.mark.parametrize("viewport", [NARROW, WIDE])
def test_only_what_was_chosen_stands_on_the_sheet(
    browser: Browser, address: str, viewport: Any
) -> None:
    with reader(browser, address, viewport=viewport) as (page, troubles):
        page.goto(address + SHEET)
        choose(page, "Free")
        found = standing(page)
        assert found["numbers"]
        assert all(number % 3 == 0 for number in found["numbers"])
        assert found["more"] == f"{43 - len(found['numbers'])} more are in the guide"
        assert page.get_by_text("Only: Free").is_visible()
        assert troubles == []


def test_several_needs_are_all_met(browser: Browser, address: str) -> None:
    with reader(browser, address, viewport=WIDE) as (page, _):
        page.goto(address + SHEET)
        choose(page, "Free", "Just turn up", "Gujarati")
        found = standing(page)
        assert sorted(found["numbers"]) == [30, 60, 90, 120]
        assert found["letters"] == "20"
        assert found["fits"]
        assert page.get_by_text("Only: Free, Just turn up, Gujarati (ગુજરાતી)").is_visible()


def test_rows_beyond_those_on_the_page_are_counted(browser: Browser, address: str) -> None:
    with reader(browser, address, viewport=WIDE) as (page, _):
        page.goto(address + SHEET)
        page.locator("summary").click()
        assert page.get_by_text("Just turn up (65)").is_visible()


def test_a_narrow_screen_fits_the_same_rows_as_a_wide_one(browser: Browser, address: str) -> None:
    found = []
    for viewport in (NARROW, WIDE):
        with reader(browser, address, viewport=viewport) as (page, _):
            page.goto(f"{address}{SHEET}#turn-up")
            found.append(standing(page)["numbers"])
    assert found[0] == found[1]


def test_measuring_leaves_no_trace_on_a_narrow_screen(browser: Browser, address: str) -> None:
    with reader(browser, address, viewport=NARROW) as (page, _):
        page.goto(f"{address}{SHEET}#turn-up")
        assert looked(page, "sideways()") == []


def test_a_choice_is_in_the_address_and_said_aloud(browser: Browser, address: str) -> None:
    with reader(browser, address, viewport=WIDE) as (page, _):
        page.goto(address + SHEET)
        choose(page, "Free", "Just turn up")
        assert page.url.endswith("#free&turn-up")
        number = len(standing(page)["numbers"])
        assert page.get_by_role("status").inner_text() == f"{number} things are on the sheet"


def test_the_way_back_takes_the_choice_back(browser: Browser, address: str) -> None:
    with reader(browser, address, viewport=WIDE) as (page, _):
        page.goto(address + SHEET)
        before = len(standing(page)["numbers"])
        choose(page, "Gujarati")
        page.go_back()
        assert len(standing(page)["numbers"]) >= before
        assert not page.get_by_text("Only:").is_visible()


@pytest.mark.parametrize("viewport", [NARROW, WIDE])
def test_with_nothing_chosen_any_more_the_sheet_is_as_it_was_made(
    browser: Browser, address: str, viewport: Any
) -> None:
    with reader(browser, address, viewport=viewport) as (page, _):
        page.goto(address + SHEET)
        sheet = page.locator(".week-sheet")
        made = sheet.evaluate("sheet => sheet.outerHTML")
        choose(page, "Free", "Gujarati")
        page.get_by_role("button", name="Clear all filters").click()
        assert sheet.evaluate("sheet => sheet.outerHTML") == made


def test_days_without_a_match_say_so(browser: Browser, address: str) -> None:
    with reader(browser, address, viewport=WIDE) as (page, _):
        page.goto(f"{address}{SHEET}#free&turn-up&lang-gujarati")
        assert standing(page)["without"] == ["Nothing that we know of"] * 5


def test_rows_leave_whole_when_the_letters_are_wider(browser: Browser, address: str) -> None:
    with reader(browser, address, viewport=WIDE) as (page, _):
        page.goto(address + SHEET)
        before = standing(page)["numbers"]
        page.locator(".week-sheet").evaluate("sheet => { sheet.style.letterSpacing = '1.5px'; }")
        assert not standing(page)["fits"]
        page.pdf(prefer_css_page_size=True)
        after = standing(page)
        assert after["fits"]
        assert len(after["numbers"]) < len(before)
        assert after["more"] == f"{130 - len(after['numbers'])} more are in the guide"


def test_a_chosen_sheet_is_printed_on_one_page(browser: Browser, address: str) -> None:
    with reader(browser, address, viewport=NARROW) as (page, _):
        page.goto(f"{address}{SHEET}#free")
        numbers = standing(page)["numbers"]
        (side,) = sides_of(page.pdf(prefer_css_page_size=True))
        assert all(f"No. {number}" in side.words for number in numbers)
        assert "Print only some of it" not in side.words


@pytest.mark.parametrize("viewport", [NARROW, WIDE])
def test_nothing_moves_when_the_form_comes(browser: Browser, address: str, viewport: Any) -> None:
    with reader(browser, address, viewport=viewport) as (page, _):
        page.goto(f"{address}{SHEET}topic-company/")
        page.goto(address + SHEET)
        assert shift_of(page) == 0


@pytest.mark.parametrize("viewport", [NARROW, WIDE])
def test_the_form_is_for_everyone(browser: Browser, address: str, viewport: Any) -> None:
    with reader(browser, address, viewport=viewport) as (page, _):
        page.goto(f"{address}{SHEET}#free")
        page.locator("summary").click()
        assert axe(page, *WCAG, "best-practice") == []
        assert looked(page, "sideways()") == []
        assert looked(page, "smallTargets(24)") == []


def test_the_scripts_of_the_sheet_are_small(browser: Browser, address: str) -> None:
    sizes: dict[str, int] = {}
    with reader(browser, address) as (page, _):
        page.on("response", lambda answer: sizes.update({answer.url: len(answer.body())}))
        page.goto(address + SHEET, wait_until="networkidle")
    own = [size for url, size in sizes.items() if "/sheet-" in url]
    assert len(own) == 2
    assert sum(own) <= MOST_SCRIPT
