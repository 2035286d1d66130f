"""Sheets of every sort on a phone, on a large screen and without scripts, before they are paper."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from browser import new_browser
from built_site import REPOSITORY, build
from served import served
from visits import (
    NARROW,
    WIDE,
    Visit,
    reader,
    visit_in_the_dark,
    visit_with_large_screen,
    visit_with_small_screen,
    visit_without_script,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from built_site import Site
    from playwright.sync_api import Browser, Page

pytestmark = [pytest.mark.browser, pytest.mark.whole]


def look(page: Page, address: str, path: str) -> list[Visit]:
    """Visit a page as a person with a phone does, and as one with a large screen."""
    page.set_viewport_size(NARROW)
    small = visit_with_small_screen(page, address, path)
    page.set_viewport_size(WIDE)
    large = visit_with_large_screen(page, address, path)
    return [small, large]


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    return build(REPOSITORY, tmp_path_factory.mktemp("screen") / "_site")


@pytest.fixture(scope="module")
def paths(site: Site) -> list[str]:
    """One sheet of each sort."""
    found = {path.split("/")[1]: path for path in site.pages if path.startswith("print/")}
    assert {"poster", "door", "booklet", "check-up"} <= set(found)
    return sorted(found.values())


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with new_browser() as browser:
        yield browser


@pytest.fixture(scope="module")
def address(site: Site) -> Iterator[str]:
    with served(site) as address:
        yield address


def test_every_sheet_is_open_to_everyone_on_any_screen(
    browser: Browser, address: str, paths: list[str]
) -> None:
    with reader(browser, address) as (page, troubles):
        visits = [visit for path in paths for visit in look(page, address, path)]
    found = [(visit.path, visit.findings) for visit in visits if any(visit.findings.values())]
    assert (found, troubles) == ([], [])
    lost = [
        (visit.path, stop.name)
        for visit in visits
        for stop in visit.stops
        if not (stop.isMarked and stop.isInSight)
    ]
    assert lost == []
    assert [len(visit.stops) for visit in visits] == [visit.reachable for visit in visits]


def test_a_sheet_is_black_on_white_in_the_dark_too(
    browser: Browser, address: str, paths: list[str]
) -> None:
    with reader(browser, address, viewport=WIDE, color_scheme="dark") as (page, _):
        found = [visit_in_the_dark(page, address, path).findings["contrast"] for path in paths]
        paper = page.locator(".sheet").first.evaluate("sheet => getComputedStyle(sheet).background")
    assert [one for one in found if one] == []
    assert "rgb(255, 255, 255)" in paper


def test_nothing_on_a_sheets_page_is_dead_without_scripts(
    browser: Browser, address: str, paths: list[str]
) -> None:
    with reader(browser, address, viewport=NARROW, java_script_enabled=False) as (page, troubles):
        visits = [visit_without_script(page, address, path) for path in paths]
        buttons = page.locator("main button").count()
    assert [(one.path, one.findings) for one in visits if any(one.findings.values())] == []
    assert (troubles, buttons) == ([], 0)
