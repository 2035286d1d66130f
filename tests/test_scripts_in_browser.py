"""What our scripts add to the pages of a finished site: a way out, a warning, a button."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest
from browser import new_browser
from served import served
from visits import NOON, reader

if TYPE_CHECKING:
    from collections.abc import Iterator

    from built_site import Site
    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser

AWAY = "https://www.bbc.co.uk/weather"
SAFE_SPACE = "groups/a-group-for-women/"
TEA = "groups/tea-and-talk/"


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """One browser for all; every page has its own profile."""
    with new_browser() as browser:
        yield browser


@pytest.fixture(scope="module")
def address(tiny: Site) -> Iterator[str]:
    """Where the small guide is served."""
    with served(tiny) as address:
        yield address


@pytest.fixture
def page(browser: Browser, address: str) -> Iterator[Page]:
    """A page that has come from the list of groups; the way out leads to a page of ours."""
    with reader(browser, address) as (page, _):
        page.route(f"{AWAY}**", lambda route: route.fulfill(body="<title>Weather</title>"))
        page.goto(f"{address}groups/")
        yield page


def test_each_press_is_announced(page: Page, address: str) -> None:
    page.goto(address + SAFE_SPACE)
    said = page.get_by_role("status").first
    page.keyboard.press("Shift")
    assert said.text_content() == "Shift, press 2 more times to exit."
    page.keyboard.press("Shift")
    assert said.text_content() == "Shift, press 1 more time to exit."


def test_the_hint_about_shift_is_there_only_where_shift_works(
    browser: Browser, page: Page, address: str
) -> None:
    page.goto(address + SAFE_SPACE)
    assert page.get_by_text("or press Shift 3 times").is_visible()
    with reader(browser, address, java_script_enabled=False) as (plain, _):
        plain.goto(address + SAFE_SPACE)
        assert not plain.get_by_text("or press Shift 3 times").is_visible()


@pytest.mark.parametrize(("days", "is_shown"), [(0, False), (3, False), (4, True), (400, True)])
def test_a_page_says_so_when_it_is_more_than_three_days_old(
    page: Page, address: str, days: int, is_shown: bool
) -> None:
    page.clock.set_fixed_time(NOON + timedelta(days=days))
    page.goto(address + TEA)
    warning = (
        f"This page was made on Sunday 22 November 2026, {days} days ago. Phone before you go."
    )
    assert page.get_by_text(warning).is_visible() == is_shown


def test_a_clock_that_is_slow_gives_no_warning(page: Page, address: str) -> None:
    page.clock.set_fixed_time(datetime(1970, 1, 1, tzinfo=UTC))
    page.goto(address + TEA)
    assert not page.get_by_text("This page was made on").is_visible()


def test_the_address_is_copied_and_that_is_announced(browser: Browser, address: str) -> None:
    clipboard = ["clipboard-read", "clipboard-write"]
    with reader(browser, address, permissions=clipboard) as (page, troubles):
        page.goto(f"{address}{TEA}#main")
        page.get_by_role("button", name="Copy link").click()
        page.get_by_role("status").get_by_text("Copied").wait_for()
        assert page.evaluate("navigator.clipboard.readText()") == address + TEA
        assert troubles == []


def test_a_short_address_leads_to_the_page(page: Page, address: str) -> None:
    page.goto(f"{address}n/31/")
    page.wait_for_url(address + TEA)
    assert "Tea and talk" in page.title()
