"""Leaving a page for people at risk in a real browser: every way, and on slow lines."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

import pytest
from browser import new_browser
from builders import config
from pydantic import ValidationError
from served import served

if TYPE_CHECKING:
    from collections.abc import Iterator

    from built_site import Site
    from playwright.sync_api import Browser, BrowserContext, Page, Route

pytestmark = pytest.mark.browser

AWAY = "https://www.bbc.co.uk/weather"
SAFE_SPACE = "groups/a-group-for-women/"
STAY_SAFE = "about/stay-safe/"


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


class Elsewhere:
    """The page that could be anyone's: who asked for it, and whether it comes yet."""

    def __init__(self) -> None:
        """Answer at once."""
        self.asked: list[str | None] = []
        self.never_comes = False

    def answer(self, route: Route) -> None:
        """Answer a request, or never."""
        self.asked.append(route.request.header_value("referer"))
        if self.never_comes:
            # Without content a browser stays where it is.
            route.fulfill(status=204)
        else:
            route.fulfill(content_type="text/html", body="<title>Weather</title>")


@contextmanager
def visit(
    browser: Browser, address: str, path: str = SAFE_SPACE, **settings: object
) -> Iterator[tuple[Page, Elsewhere]]:
    """Lend a page that was opened from the list of groups."""
    context: BrowserContext = browser.new_context(**settings)  # type: ignore[arg-type]
    elsewhere = Elsewhere()
    context.route("https://www.bbc.co.uk/**", elsewhere.answer)
    try:
        page = context.new_page()
        page.goto(f"{address}groups/")
        page.goto(address + path)
        yield page, elsewhere
    finally:
        context.close()


def press_button(page: Page) -> None:
    page.locator(".exit__button").first.click()


def press_last_button(page: Page) -> None:
    page.locator(".exit__button").last.click()


def press_by_keyboard(page: Page) -> None:
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")


def press_shift(page: Page) -> None:
    for _ in range(3):
        page.keyboard.press("Shift")


def press_shift_in_the_search_box(page: Page) -> None:
    page.locator("input").first.focus()
    press_shift(page)


WAYS = [
    *(press_button, press_last_button, press_by_keyboard, press_shift),
    press_shift_in_the_search_box,
]


@pytest.mark.parametrize("leave", WAYS, ids=lambda way: way.__name__)
def test_every_way_leads_away_and_back_does_not_return(browser, address, leave) -> None:
    with visit(browser, address) as (page, elsewhere):
        leave(page)
        page.wait_for_url(AWAY)
        page.go_back()
        assert page.url == f"{address}groups/"
        assert elsewhere.asked == [None]


SEEN = """
    [[5, 5], [innerWidth - 5, 5], [innerWidth / 2, innerHeight / 2], [5, innerHeight - 5]]
        .map(([x, y]) => document.elementFromPoint(x, y).className)
"""
WITHIN_REACH = """
    [...document.body.children]
        .filter((part) => !part.inert && part.className !== 'exit-cover').length
"""


def test_the_page_is_covered_while_the_next_one_is_slow(browser, address) -> None:
    with visit(browser, address) as (page, elsewhere):
        elsewhere.never_comes = True
        press_shift(page)
        assert page.evaluate(SEEN) == ["exit-cover"] * 4
        assert page.evaluate(WITHIN_REACH) == 0
        assert page.evaluate("document.querySelector('[role=alert]').textContent") == (
            "Leaving this page."
        )
        assert page.evaluate("document.title") == "www.bbc.co.uk"
        assert page.evaluate("location.pathname").endswith(SAFE_SPACE)


def test_impatience_does_not_begin_a_slow_page_anew(browser, address) -> None:
    with visit(browser, address) as (page, elsewhere):
        elsewhere.never_comes = True
        for _ in range(3):
            press_shift(page)
        page.wait_for_function("document.querySelector('.exit-cover')")
        assert page.evaluate("document.querySelectorAll('.exit-cover').length") == 1
        assert len(elsewhere.asked) == 1


def test_without_scripts_each_button_is_a_link_that_says_nothing_of_this_page(
    browser, address
) -> None:
    for which in ("first", "last"):
        with visit(browser, address, java_script_enabled=False) as (page, elsewhere):
            getattr(page.locator(".exit__button"), which).click()
            page.wait_for_url(AWAY)
            assert elsewhere.asked == [None]


def test_the_button_is_on_the_first_screen_of_a_small_phone(browser, address) -> None:
    for path in (SAFE_SPACE, STAY_SAFE):
        with visit(browser, address, path, viewport={"width": 320, "height": 568}) as (page, _):
            box = page.locator(".exit__button").first.bounding_box()
            assert box is not None
            assert box["y"] + box["height"] <= 568
            assert min(box["width"], box["height"]) >= 44


def test_the_button_can_be_told_from_the_page_where_colours_are_forced(browser, address) -> None:
    with visit(browser, address, forced_colors="active") as (page, elsewhere):
        button = page.locator(".exit__button").first
        assert button.evaluate("e => getComputedStyle(e).borderTopWidth") == "2px"
        elsewhere.never_comes = True
        press_shift(page)
        colour = "getComputedStyle(document.querySelector('.exit-cover')).backgroundColor"
        assert page.evaluate(colour) != "rgba(0, 0, 0, 0)"


def test_on_paper_there_is_no_way_out(browser, address) -> None:
    with visit(browser, address) as (page, _):
        page.emulate_media(media="print")
        assert not page.locator(".exit__button").first.is_visible()
        assert not page.locator(".exit__button").last.is_visible()


@pytest.mark.parametrize(
    "hostile",
    [
        *(
            "javascript:alert(1)",
            "JavaScript:alert(1)",
            "java\tscript:alert(1)",
            "data:text/html,x",
        ),
        *("//example.org", "/about/", "vbscript:x", "file:///etc/passwd", "about:blank", "blob:x"),
        *("https:", "https://", 'https://x.org/"><script>', "mailto:a@example.org", "weather"),
    ],
)
def test_the_way_out_leads_to_a_web_page_or_nowhere(hostile: str) -> None:
    try:
        leads_to = config(exit_address=hostile).exit_address
    except ValidationError:
        return
    assert leads_to.startswith(("https://", "http://"))
    assert not set(leads_to) & set("<>\"' \t")
