"""The list beside the map sorted by the walk, from wherever somebody sets out, in real Chromium."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import pytest
from browser import new_browser
from mapped import focused, lane, on_the_map_page, show, unfold
from served import served
from visits import NARROW, ROUTED, WCAG, axe, looked

from doorstep.geography import Position, walking_minutes

if TYPE_CHECKING:
    from collections.abc import Iterator

    from built_site import Site
    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser

HALL = {"latitude": 53.6512, "longitude": -3.3991}
FAR_OFF = {"latitude": 51.5, "longitude": -0.1}
ALLOWED: dict[str, Any] = {"permissions": ["geolocation"]}

TITLES = """() => [...document.querySelectorAll('[data-spot]')].filter(one => one.offsetParent)
  .map(one => one.querySelector('a').textContent)"""
WALKS = """() => [...document.querySelectorAll('[data-walk]')].map(one => one.textContent)"""
MINUTES = "pairs => pairs.map(([here, there]) => doorstep.walkingMinutes(here, there))"


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """One browser for all; every page has its own profile."""
    with new_browser() as browser:
        yield browser


@pytest.fixture(scope="module")
def lantern(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """The small guide with more on its map."""
    return lane(tmp_path_factory.mktemp("lane"))


@pytest.fixture(scope="module")
def address(lantern: Site) -> Iterator[str]:
    """Where it is served."""
    with served(lantern) as address:
        yield address


@pytest.fixture
def page(browser: Browser, address: str) -> Iterator[Page]:
    """The page of the map with its forms unfolded, where nothing untoward may happen."""
    with on_the_map_page(browser, address) as (page, troubles):
        unfold(page)
        yield page
        assert page.evaluate("violations") == []
        assert troubles == []


def sort_from(page: Page, landmark: str = "", postcode: str = "") -> None:
    """Ask for the list by the walk."""
    page.get_by_label("From").first.select_option(landmark)
    page.get_by_label("or from a postcode").fill(postcode)
    page.get_by_role("button", name="Sort by how near it is").click()


def said(page: Page, words: str) -> bool:
    """Wait until this is announced."""
    page.get_by_role("status").get_by_text(words).wait_for()
    return True


def minutes(walks: list[str]) -> list[int]:
    """Return the minutes that rows speak of."""
    return [int(found[0]) for walk in walks if (found := re.search(r"\d+", walk))]


def test_walks_are_as_long_as_everywhere_else_in_the_guide(page: Page) -> None:
    starts = [(lat, lon) for lat in (-53.7, 0.0, 51.5, 59.9) for lon in (-179.9, -3.3, 0.0, 120.4)]
    steps = [(north / 900, east / 700) for north in range(-9, 10) for east in range(-9, 10)]
    walks = [[[y, x], [y + north, x + east]] for y, x in starts for north, east in steps]
    expected = [walking_minutes(Position(*here), Position(*there)) for here, there in walks]
    assert page.evaluate(MINUTES, walks) == expected


def test_from_a_landmark_the_nearest_come_first(page: Page) -> None:
    sort_from(page, "library")
    assert said(page, "The nearest to the library come first.")
    walks = page.evaluate(WALKS)
    assert walks[0] == "about 1 minute’s walk from the library"
    assert minutes(walks) == sorted(minutes(walks))
    assert page.evaluate(TITLES)[0] == "Lantern Library"
    headings = page.locator("section:visible:has([data-spot]) h2").all_inner_texts()
    assert headings[0] == "Up to 5 minutes’ walk, 10 if you go slowly"


def test_the_landmark_is_in_the_address_and_can_be_shared(
    browser: Browser, page: Page, address: str
) -> None:
    sort_from(page, "library")
    assert said(page, "The nearest to the library come first.")
    assert page.url == f"{address}map/#from=library"
    with on_the_map_page(browser, address, "#from=library") as (other, troubles):
        assert said(other, "The nearest to the library come first.")
        assert other.evaluate(TITLES) == page.evaluate(TITLES)
        assert troubles == []


def test_the_list_goes_back_to_what_it_was(page: Page, address: str) -> None:
    before = page.evaluate(TITLES)
    sort_from(page, "library")
    page.get_by_role("button", name="Back to the list by area").click()
    assert page.evaluate(TITLES) == before
    assert page.evaluate(WALKS) == []
    assert focused(page) == "The top end"
    assert page.url == f"{address}map/"


@pytest.mark.parametrize(
    ("typed", "announced"),
    [
        ("AB1 2CE", "The nearest to AB1 2CE come first."),
        ("ab12ce ", "The nearest to AB1 2CE come first."),
        ("AB1 2ZZ", "We know only about where AB1 2 is."),
        ("AB1 2", "We know only about where AB1 2 is."),
        ("AB1 9ZZ", "We know only about where AB1 is."),
        ("AB1", "We know only about where AB1 is."),
        ("ZZ9 9ZZ", "This guide does not know that postcode. Choose a place you know."),
        ("${alert(1)}", "This guide does not know that postcode. Choose a place you know."),
        ("", "Choose a place, or write a postcode."),
    ],
)
def test_a_postcode_does_as_well_as_far_as_it_is_known(
    page: Page, address: str, typed: str, announced: str
) -> None:
    sort_from(page, postcode=typed)
    assert said(page, announced)
    # Where somebody lives is in no address that others might see.
    assert page.url == f"{address}map/"


def test_where_somebody_is_stays_on_the_phone(browser: Browser, address: str) -> None:
    with on_the_map_page(browser, address, geolocation=HALL, **ALLOWED) as (page, troubles):
        unfold(page)
        page.wait_for_load_state("networkidle")
        asked: list[str] = []
        page.on("request", lambda request: asked.append(f"{request.url} {request.post_data}"))
        page.get_by_role("button", name="Use where I am").click()
        assert said(page, "The nearest to where you are come first.")
        assert page.evaluate(TITLES)[0] == "St Anne's Hall"
        assert page.evaluate(WALKS)[0] == "about 1 minute’s walk from where you are"
        assert [one for one in asked if "map/map.json?v=" not in one] == []
        assert page.url == f"{address}map/"
        assert troubles == []


def test_nobody_is_asked_where_they_are_before_a_tap(browser: Browser, address: str) -> None:
    asks = "navigator.geolocation.getCurrentPosition = () => { window.isAsked = true; }"
    with on_the_map_page(browser, address) as (page, _):
        page.add_init_script(asks)
        page.reload()
        unfold(page)
        sort_from(page, "library")
        assert said(page, "The nearest to the library come first.")
        assert page.evaluate("window.isAsked") is None


def test_a_phone_that_does_not_say_where_it_is_is_no_trouble(page: Page) -> None:
    before = page.evaluate(TITLES)
    page.get_by_role("button", name="Use where I am").click()
    assert said(page, "Your phone did not say where it is. Choose a place you know instead.")
    assert page.evaluate(TITLES) == before


def test_from_far_off_no_walk_is_counted(browser: Browser, address: str) -> None:
    with on_the_map_page(browser, address, geolocation=FAR_OFF, **ALLOWED) as (page, _):
        unfold(page)
        page.get_by_role("button", name="Use where I am").click()
        assert said(page, "You are far from here. Choose a place you know instead.")
        assert page.evaluate(WALKS) == []


def test_facts_that_do_not_come_leave_the_list_and_can_be_tried_again(
    browser: Browser, address: str
) -> None:
    with on_the_map_page(browser, address, **ROUTED) as (page, _):
        unfold(page)
        before = page.evaluate(TITLES)
        page.route("**/map.json*", lambda route: route.fulfill(status=404))
        sort_from(page, "library")
        assert said(page, "The map did not come.")
        assert page.evaluate(TITLES) == before
        page.unroute("**/map.json*")
        sort_from(page, "library")
        assert said(page, "The nearest to the library come first.")


def test_a_sorted_list_can_be_narrowed_and_stays_so(page: Page) -> None:
    sort_from(page, "library")
    page.get_by_label("Topic").select_option("topic-food")
    page.get_by_role("button", name="Apply filters").click()
    narrowed = page.evaluate(TITLES)
    assert "Lantern Library" not in narrowed
    page.get_by_role("button", name="Back to the list by area").click()
    assert sorted(page.evaluate(TITLES)) == sorted(narrowed)


def test_with_the_map_open_rings_are_around_where_somebody_sets_out(page: Page) -> None:
    show(page)
    sort_from(page, "library")
    assert said(page, "The rings show 5, 10 and 20 minutes’ walk from the library.")
    assert page.locator(".map-ring--over").count() == 3


def test_the_sorted_list_is_within_everybodys_reach(page: Page) -> None:
    assert page.viewport_size == NARROW
    sort_from(page, "library")
    assert axe(page, *WCAG, "best-practice") == []
    assert looked(page, "sideways()") == []
    assert looked(page, "smallTargets(24)") == []
