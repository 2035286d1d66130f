"""The example guide in real Chromium: on a phone, on a large screen, in the dark, by keyboard,
without scripts. Every layout is looked at.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from browser import new_browser
from built_site import REPOSITORY, Site, build
from gallery import gallery
from served import served
from visits import (
    NARROW,
    WCAG,
    WIDE,
    Visit,
    axe,
    looked,
    reader,
    visit_in_the_dark,
    visit_with_large_screen,
    visit_with_small_screen,
    visit_without_script,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from typing import Any

    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser

LEADS_ON = "n/127/"
STILL = "still/"
"""A page that leads to another, made to stay, so that it can be looked at."""

SAFE_SPACE = "groups/a-group-for-women/"
SORTS = (
    "",
    "groups/tea-and-talk/",
    "events/tall-ships-weekend/",
    "places/old-customs-house/",
    SAFE_SPACE,
    "about/",
    "about/handover/",
    "groups/",
    "a-to-z/",
    "near/library/",
    "help/get/",
    "add/",
    "missing/",
    "search/",
    "whats-on/today/",
    "whats-on/every-week/",
    "offline/",
    "404.html",
    STILL,
)
"""One page of every sort, where a second of the same sort would show nothing new."""

PATHS = (
    *SORTS,
    "green-spaces/harbour-green/",
    "help/food-bank/",
    "groups/mill-lane-bowls/",
    "groups/breakfast-club/",
    "stories/manjus-bitter-gourd/",
    "about/stay-safe/",
    "about/start-a-group/",
    "near/",
    "topics/",
    "topics/company/",
    "areas/hill-top/",
    "help/",
    "help/give/",
)

BUTTONS = re.compile("Copy link|Copy these words|Make a shortlist|Add to my shortlist")
"""What buttons say that scripts add."""

FILTERED = ("whats-on/today/", "search/", "offline/")
"""Pages where something else stands in for links, or for words, when scripts run."""


@pytest.fixture(scope="module")
def example(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """The example guide, with one page that stays instead of leading on."""
    site = build(REPOSITORY, tmp_path_factory.mktemp("example") / "_site")
    lines = site.text(f"{LEADS_ON}index.html").splitlines(keepends=True)
    stays = "".join(line for line in lines if 'http-equiv="refresh"' not in line)
    (site.folder / STILL).mkdir()
    (site.folder / STILL / "index.html").write_text(stays, encoding="utf-8")
    return Site(site.folder)


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """One browser for all; every visit has its own profile."""
    with new_browser() as browser:
        yield browser


@pytest.fixture(scope="module")
def address(example: Site) -> Iterator[str]:
    """Where the example guide is served."""
    with served(example) as address:
        yield address


class Visits(list[Visit]):
    """Visits to every page in one way, and the troubles on the way."""

    def __init__(
        self,
        browser: Browser,
        address: str,
        visit: Callable[[Page, str, str], Visit],
        paths: tuple[str, ...] = PATHS,
        **settings: Any,
    ) -> None:
        """Visit these pages."""
        with reader(browser, address, **settings) as (page, self.troubles):
            super().__init__(visit(page, address, path) for path in paths)

    def found(self, question: str) -> dict[str, list[str]]:
        """Return what was found on each page where anything was."""
        return {v.path: v.findings[question] for v in self if v.findings[question]}


@pytest.fixture(scope="module")
def phone(browser: Browser, address: str) -> Visits:
    """Visits on a narrow phone."""
    return Visits(browser, address, visit_with_small_screen, viewport=NARROW)


@pytest.fixture(scope="module")
def desk(browser: Browser, address: str) -> Visits:
    """Visits on a large screen."""
    return Visits(browser, address, visit_with_large_screen, SORTS, viewport=WIDE)


@pytest.fixture(scope="module")
def dark(browser: Browser, address: str) -> Visits:
    """Visits of somebody who likes dark pages."""
    settings = {"viewport": NARROW, "color_scheme": "dark"}
    return Visits(browser, address, visit_in_the_dark, SORTS, **settings)


@pytest.fixture(scope="module")
def plain(browser: Browser, address: str) -> Visits:
    """Visits with a browser that runs no script."""
    settings = {"viewport": NARROW, "java_script_enabled": False}
    return Visits(browser, address, visit_without_script, **settings)


@pytest.mark.parametrize("screen", [pytest.param("phone", marks=pytest.mark.hard), "desk"])
def test_axe_finds_nothing_against_wcag(screen: str, request: pytest.FixtureRequest) -> None:
    assert request.getfixturevalue(screen).found("axe") == {}


def test_axe_finds_nothing_against_good_habits(phone: Visits) -> None:
    assert phone.found("best practice") == {}


def test_dark_pages_have_enough_contrast(dark: Visits) -> None:
    assert dark.found("contrast") == {}


@pytest.mark.parametrize("screen", ["phone", "desk", "plain"])
def test_nothing_scrolls_sideways(screen: str, request: pytest.FixtureRequest) -> None:
    assert request.getfixturevalue(screen).found("sideways") == {}


@pytest.mark.parametrize("screen", ["phone", "desk"])
def test_nothing_scrolls_sideways_with_letters_twice_as_large(
    screen: str, request: pytest.FixtureRequest
) -> None:
    assert request.getfixturevalue(screen).found("sideways at twice the size") == {}


def test_the_button_beside_a_box_keeps_its_word_whole_with_letters_twice_as_large(
    browser: Browser, address: str
) -> None:
    with reader(browser, address, viewport=NARROW) as (page, _):
        page.goto(f"{address}missing/")
        page.evaluate("document.documentElement.style.fontSize = '200%'")
        button, field = page.locator(".search-box__find"), page.locator(".search-box__words")
        rows = button.evaluate("""button => {
            const range = document.createRange();
            range.selectNodeContents(button);
            return range.getClientRects().length;
        }""")
        assert rows == 1
        boxes = [one.bounding_box() for one in (button, field)]
        assert len({box["x"] for box in boxes if box}) == 1


def test_nothing_is_cut_off_by_wide_spacing(phone: Visits) -> None:
    assert phone.found("sideways with wide spacing") == {}


@pytest.mark.parametrize("screen", ["phone", "desk"])
def test_a_finger_finds_every_target(screen: str, request: pytest.FixtureRequest) -> None:
    assert request.getfixturevalue(screen).found("small targets") == {}


@pytest.mark.parametrize("screen", ["phone", "desk", "dark", "plain"])
def test_nothing_is_complained_of_and_no_other_host_is_asked(
    screen: str, request: pytest.FixtureRequest
) -> None:
    assert request.getfixturevalue(screen).troubles == []


def test_the_keyboard_reaches_everything_once_in_reading_order(phone: Visits) -> None:
    for visit in phone:
        assert [stop.place for stop in visit.stops] == list(range(visit.reachable)), visit.path


def test_one_always_sees_where_the_keyboard_stands(phone: Visits) -> None:
    stops = [(visit.path, stop.name, stop) for visit in phone for stop in visit.stops]
    assert len(stops) > 500
    assert [(path, name) for path, name, stop in stops if not stop.isMarked] == []
    assert [(path, name) for path, name, stop in stops if not stop.isInSight] == []


def test_the_skip_link_is_the_first_stop(phone: Visits) -> None:
    firsts = {visit.stops[0].name.partition(": ")[2] for visit in phone if visit.path != STILL}
    assert firsts == {"Skip to main content"}


def test_the_skip_link_leads_past_the_menu(browser: Browser, address: str) -> None:
    with reader(browser, address, viewport=NARROW) as (page, _):
        page.goto(f"{address}groups/tea-and-talk/")
        page.keyboard.press("Tab")
        page.keyboard.press("Enter")
        assert page.evaluate("document.activeElement.id") == "main"
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.closest('main') !== null")


def test_without_scripts_every_page_says_the_same(phone: Visits, plain: Visits) -> None:
    for scripted, unscripted in zip(phone, plain, strict=True):
        without_buttons = BUTTONS.sub("", scripted.said)
        if scripted.path not in FILTERED:
            assert without_buttons.split() == unscripted.said.split(), scripted.path


def test_without_scripts_nothing_is_dead(plain: Visits) -> None:
    assert plain.found("dead") == {}


def test_the_gallery_of_partials_is_open_to_everyone(browser: Browser) -> None:
    with browser.new_context(viewport=NARROW) as context:
        page = context.new_page()
        page.set_content(gallery())
        assert axe(page, *WCAG) == []
        assert looked(page, "sideways()") == []
