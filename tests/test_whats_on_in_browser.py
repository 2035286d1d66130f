"""What's on of a finished site in real Chromium: a day old, ten days old, filtered and shared."""

from __future__ import annotations

import gzip
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from browser import new_browser
from served import served
from visits import NARROW, NOON, WCAG, WIDE, axe, looked, reader

if TYPE_CHECKING:
    from collections.abc import Iterator

    from built_site import Site
    from playwright.sync_api import Browser

pytestmark = pytest.mark.browser

LISTS = ("whats-on/", "whats-on/today/", "whats-on/weekend/", "whats-on/next-week/")
DATED = ("", *LISTS, "whats-on/2026-11/", "groups/", "groups/tea-and-talk/", "near/library/")
MOST_SCRIPT = 9_300
"""Bytes of scripts on a page of What's on, before they are packed for sending."""

OVER = """now => [...document.querySelectorAll('[data-ends]')]
  .filter(one => one.offsetParent && Date.parse(one.dataset.ends) <= now)
  .filter(one => one.textContent !== one.dataset.over).map(one => one.textContent)"""
TODAY = """() => [...document.querySelectorAll('.day__heading')]
  .filter(one => one.offsetParent && one.textContent.startsWith('Today'))
  .map(one => one.parentElement.dataset.day)"""
IS_SILENT = """() => ![...document.querySelectorAll('.happening, .nothing, .old-page p')]
  .some(one => one.offsetParent)"""


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


@pytest.mark.parametrize("zone", ["Asia/Tokyo", "America/Los_Angeles"])
@pytest.mark.parametrize("days", [0, 1, 2, 5, 10])
def test_a_page_of_any_age_shows_nothing_that_is_over(
    browser: Browser, address: str, zone: str, days: int
) -> None:
    now = NOON + timedelta(days=days)
    with reader(browser, address, timezone_id=zone) as (page, troubles):
        page.clock.set_fixed_time(now)
        for path in DATED:
            page.goto(address + path)
            assert page.evaluate(OVER, now.timestamp() * 1000) == [], path
            assert set(page.evaluate(TODAY)) <= {now.date().isoformat()}, path
            assert path not in LISTS or not page.evaluate(IS_SILENT), path
        assert troubles == []


def test_the_page_of_today_has_the_date_of_the_day(browser: Browser, address: str) -> None:
    with reader(browser, address, timezone_id="Asia/Tokyo") as (page, _):
        page.clock.set_fixed_time(NOON + timedelta(days=2))
        page.goto(f"{address}whats-on/today/")
        heading = page.get_by_role("heading", level=1).inner_text()
        assert heading == "What’s on today, Tuesday 24 November 2026"
        assert page.title().startswith(heading)


def test_a_filtered_list_can_be_shared(browser: Browser, address: str) -> None:
    with reader(browser, address, viewport=WIDE) as (page, troubles):
        page.goto(f"{address}whats-on/2026-12/")
        everything = page.locator(".happening:visible").count()
        page.get_by_role("checkbox", name="Just turn up").check()
        page.get_by_role("button", name="Apply filters").first.click()
        shown = page.locator(".happening:visible")
        assert 0 < shown.count() < everything
        assert all("turn-up" in str(row.get_attribute("data-facets")) for row in shown.all())
        with reader(browser, address, viewport=NARROW) as (other, _):
            other.goto(page.url)
            assert other.locator(".happening:visible").count() == shown.count()
        assert troubles == []


@pytest.mark.parametrize("colours", [{"color_scheme": "dark"}, {"forced_colors": "active"}])
def test_the_open_form_is_for_everyone(
    browser: Browser, address: str, colours: dict[str, str]
) -> None:
    with reader(browser, address, viewport=NARROW, **colours) as (page, _):
        page.goto(f"{address}whats-on/2026-12/#step-free")
        page.locator("summary").click()
        assert axe(page, *WCAG, "best-practice") == []
        assert looked(page, "sideways()") == []
        assert looked(page, "sidewaysAtTwiceTheSize()") == []
        assert looked(page, "sidewaysWithWideSpacing()") == []
        assert looked(page, "smallTargets(24)") == []


@pytest.mark.parametrize("path", ["whats-on/", "search/"])
def test_the_list_does_not_jump_when_a_script_draws_the_form(
    browser: Browser, address: str, path: str
) -> None:
    boxes = []
    for scripts in ("**/none", "**/*.js"):
        with reader(browser, address, viewport=WIDE) as (page, _):
            page.route(scripts, lambda route: route.abort())
            page.goto(address + path)
            box = page.locator(".filtered__list").bounding_box() or {}
            boxes.append([box[side] for side in ("x", "y", "width")])
    assert boxes[0] == boxes[1]


def test_the_scripts_of_a_page_are_small(tiny: Site) -> None:
    page = tiny.page("whats-on/")
    scripts = [str(one.get("src")) for one in page.all("script") if one.get("src")]
    assert len(scripts) == 1
    inside = [script.encode() for script in page.inline_scripts]
    files = [tiny.files[src.removeprefix(tiny.root)] for src in scripts]
    assert sum(len(gzip.compress(script)) for script in (*inside, *files)) <= MOST_SCRIPT
