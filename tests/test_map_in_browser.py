"""The map of a finished site in real Chromium: by finger, by key, on paper, and when it fails."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

import pytest
from browser import new_browser, shift_of
from built_site import REPOSITORY, Site, build
from mapped import HOSTILE, IMAGE, focused, lane, on_the_map_page, show, unfold
from playwright.sync_api import expect
from served import served
from visits import NARROW, ROUTED, WCAG, WIDE, axe, looked, reader

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, CDPSession, Page, Position, Route, ViewportSize

pytestmark = pytest.mark.browser

TILES = "https://tile.openstreetmap.org/**"
PHONE: ViewportSize = {"width": 412, "height": 823}
"""As Lighthouse looks at pages."""

BESIDE: Position = {"x": 5, "y": 300}
HALL = "places/st-annes-hall/"
NOT_THERE = {"map.json": "**/map.json*", "leaflet.js": "**/leaflet.js", "a script": "**/map-*.js"}
OPENING = """() => new Promise((done) => {
  new MutationObserver(() => {
    if (document.querySelector('.map-cluster')) requestAnimationFrame(() => setTimeout(done));
  }).observe(document.body, { childList: true, subtree: true });
  document.querySelector('[data-map-open] button').click();
})"""
"""Opens the map, and waits until the first picture with clusters is on it."""

WORK = ("LayoutCount", "RecalcStyleCount")
"""What Chromium counts: where places are laid out one by one, it grows with them."""
A_FEW = 10


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """One browser for all; every page has its own profile."""
    with new_browser() as browser:
        yield browser


@pytest.fixture(scope="module")
def lantern(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """The small guide with more on its map, and no street map."""
    return lane(tmp_path_factory.mktemp("lane"))


@pytest.fixture(scope="module")
def address(lantern: Site) -> Iterator[str]:
    """Where it is served."""
    with served(lantern) as address:
        yield address


@pytest.fixture(scope="module")
def example(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Where the example guide is served, which has a street map of its own."""
    with served(build(REPOSITORY, tmp_path_factory.mktemp("example") / "_site")) as address:
        yield address


@pytest.fixture
def page(browser: Browser, address: str) -> Iterator[Page]:
    """The page of the map on a narrow phone, where nothing untoward may be said or asked."""
    with on_the_map_page(browser, address) as (page, troubles):
        yield page
        assert page.evaluate("violations") == []
        assert troubles == []


def open_pin(page: Page, name: str, key: str = "Enter") -> None:
    """Open a pin by key."""
    pin = page.get_by_role("button", name=name, exact=True)
    pin.focus()
    page.keyboard.press(key)


def test_before_a_tap_nothing_of_the_map_is_asked_for(browser: Browser, address: str) -> None:
    with reader(browser, address) as (page, troubles):
        asked: list[str] = []
        page.on("request", lambda request: asked.append(request.url))
        page.goto(f"{address}map/")
        page.wait_for_load_state("networkidle")
        assert [url for url in asked if "leaflet" in url or "map.json" in url] == []
        assert troubles == []


def test_with_a_street_map_of_its_own_nobody_else_is_asked(browser: Browser, example: str) -> None:
    with on_the_map_page(browser, example, viewport=WIDE) as (page, troubles):
        map_ = show(page)
        map_.locator(".map-area").wait_for()
        map_.locator(".map-cluster").first.click()
        page.get_by_role("button", name="Show all").click()
        map_.locator(".map-pin").first.click()
        page.get_by_role("button", name="Show how far one walks from here").click()
        page.wait_for_load_state("networkidle")
        assert page.evaluate("violations") == []
        assert troubles == []


def test_a_pin_says_its_number_and_its_title(page: Page) -> None:
    show(page)
    pin = page.get_by_role("button", name="Number 11, St Anne's Hall", exact=True)
    assert pin.inner_text() == "11"


@pytest.mark.parametrize("key", ["Enter", "Space"])
def test_a_pin_opens_by_key_and_what_opens_has_the_focus(page: Page, key: str) -> None:
    show(page)
    open_pin(page, "Number 11, St Anne's Hall", key)
    dialog = page.get_by_role("dialog", name="Number 11, St Anne's Hall")
    expect(dialog).to_be_focused()
    link = dialog.get_by_role("link", name="St Anne's Hall")
    assert link.get_attribute("href") == f"/guide/{HALL}"


def test_esc_goes_back_to_the_pin_and_then_to_its_row(page: Page) -> None:
    show(page)
    open_pin(page, "Number 11, St Anne's Hall")
    page.keyboard.press("Escape")
    assert page.get_by_role("dialog").count() == 0
    assert focused(page) == "Number 11, St Anne's Hall"
    page.keyboard.press("Escape")
    row = page.locator("#st-annes-hall").get_by_role("link")
    expect(row).to_be_focused()


def test_esc_leaves_a_map_in_which_nothing_was_opened_for_the_list(page: Page) -> None:
    show(page)
    page.keyboard.press("Escape")
    assert focused(page) == "The top end"


def test_a_popup_closes_with_a_word_and_with_a_tap_beside_it(page: Page) -> None:
    map_ = show(page)
    close = page.get_by_role("button", name="Close", exact=True)
    for place, where in ((close, None), (map_, BESIDE)):
        open_pin(page, "Number 11, St Anne's Hall")
        place.click(position=where)
        expect(page.get_by_role("dialog")).to_have_count(0)
        assert focused(page) == "Number 11, St Anne's Hall"


def test_a_cluster_is_named_and_opens_by_key_onto_its_first_place(page: Page) -> None:
    show(page)
    cluster = page.locator(".map-cluster").first
    assert re.match(r"\d places close together", cluster.get_attribute("aria-label") or "")
    cluster.focus()
    page.keyboard.press("Enter")
    assert re.match(r"Number \d+, |\d places", focused(page))
    assert page.evaluate("document.activeElement.closest('#map_guide') !== null")


def test_places_at_one_door_can_be_told_apart(page: Page) -> None:
    show(page)
    # Canal walk is near the doors and first in the list: it goes out of the cluster first.
    for _ in range(2):
        page.get_by_role("button", name=re.compile(r"\d places")).first.focus()
        page.keyboard.press("Enter")
    assert focused(page) == "Number 60, Door 0"
    open_pin(page, "Number 61, Door 1")
    expect(page.get_by_role("dialog", name="Number 61, Door 1")).to_be_focused()


def test_what_people_write_is_never_run(page: Page) -> None:
    page.on("dialog", lambda dialog: pytest.fail(dialog.message))
    map_ = show(page)
    for number, title in enumerate((*HOSTILE, IMAGE), start=80):
        open_pin(page, f"Number {number}, {title}")
        dialog = page.get_by_role("dialog")
        assert title in dialog.inner_text()
        page.get_by_role("button", name="Show how far one walks from here").click()
        assert title in page.get_by_text("The rings show").inner_text()
        page.get_by_role("button", name="Show all").click()
    assert map_.locator("img, script").count() == 0


def test_the_page_may_be_zoomed_with_the_map_open(page: Page) -> None:
    show(page)
    told = page.locator("meta[name=viewport]").evaluate_all("all => all.map(one => one.content)")
    assert told == ["width=device-width, initial-scale=1"]


def test_the_keyboard_meets_what_is_in_sight_in_the_order_of_the_list(page: Page) -> None:
    show(page)
    names = page.locator(".map-pin").evaluate_all("all => all.map(one => one.ariaLabel)")
    titles = [name.partition(", ")[2] for name in names]
    rows = page.locator("[data-spot] a").all_text_contents()
    assert titles == [title for title in rows if title in titles]
    assert len(titles) > 3


def test_the_map_moves_by_buttons_outside_its_picture(page: Page) -> None:
    map_ = show(page)
    views = [page.evaluate("String(map_guide.getBounds().toBBoxString())")]
    for name in ("Nearer", "Up", "Left", "Farther", "Down", "Right", "Show all"):
        page.get_by_role("button", name=name, exact=True).focus()
        page.keyboard.press("Enter")
        views.append(page.evaluate("String(map_guide.getBounds().toBBoxString())"))
        assert views[-1] != views[-2], name
    assert views[-1] == views[0]
    assert map_.get_by_role("button", name="Nearer").count() == 0


def test_the_wheel_and_one_finger_scroll_the_page(page: Page) -> None:
    map_ = show(page)
    before = page.evaluate("map_guide.getZoom()")
    map_.hover()
    page.mouse.wheel(0, 300)
    assert page.evaluate("map_guide.getZoom()") == before
    assert map_.evaluate("one => getComputedStyle(one).touchAction") == "pan-x pan-y"
    map_.dispatch_event("pointerdown", {"pointerType": "touch"})
    assert not page.evaluate("map_guide.dragging.enabled()")
    assert page.evaluate("map_guide.touchZoom.enabled()")


def test_a_mouse_drags_the_map(page: Page) -> None:
    map_ = show(page)
    before = page.evaluate("map_guide.getCenter().lng")
    box = map_.bounding_box()
    assert box
    page.mouse.move(box["x"] + 20, box["y"] + 200)
    page.mouse.down()
    page.mouse.move(box["x"] + 120, box["y"] + 200, steps=4)
    page.mouse.up()
    assert page.evaluate("map_guide.getCenter().lng") < before


def narrowed_by(page: Page, field: str, choice: str) -> None:
    page.get_by_label(field).select_option(choice)
    page.get_by_role("button", name="Apply filters").click()


def test_kinds_and_topics_narrow_the_pins_and_the_list_alike(page: Page) -> None:
    show(page)
    unfold(page)
    narrowed_by(page, "Kind", "kind-green-space")
    page.get_by_role("status").get_by_text("1 place", exact=True).wait_for()
    assert page.locator("[data-spot]:visible a").all_text_contents() == ["The Pear Tree Garden"]
    assert page.locator(".map-pin").count() == 1
    page.get_by_label("Kind").select_option("")
    narrowed_by(page, "Topic", "topic-food")
    shown = page.locator("[data-spot]:visible").count()
    page.get_by_role("status").get_by_text(f"{shown} places", exact=True).wait_for()
    assert page.evaluate("map_guide_cluster.getLayers().length") == shown
    narrowed_by(page, "Topic", "")
    assert page.locator("[data-spot]:visible").count() == page.locator("[data-spot]").count()


def test_rings_show_how_far_one_walks_in_words_as_well(page: Page) -> None:
    show(page)
    open_pin(page, "Number 11, St Anne's Hall")
    page.get_by_role("button", name="Show how far one walks from here").click()
    # From so far off it is seen together with its neighbours.
    assert focused(page).endswith("places close together: show them")
    words = "The rings show 5, 10 and 20 minutes’ walk from St Anne's Hall."
    page.get_by_role("status").get_by_text(words).wait_for()
    labels = page.locator(".map-label--ring")
    assert labels.all_inner_texts() == [f"{n} minutes’ walk" for n in (5, 10, 20)]
    dashes = page.locator(".map-ring--over").evaluate_all(
        "all => all.map(one => one.getAttribute('stroke-dasharray'))"
    )
    assert len(set(dashes)) == 3
    page.get_by_role("button", name="Take the rings away").click()
    assert labels.count() == 0


def test_a_link_to_a_place_shows_that_place(browser: Browser, address: str) -> None:
    with on_the_map_page(browser, address, "#door-2") as (page, troubles):
        show(page)
        page.get_by_role("dialog", name="Number 62, Door 2").wait_for()
        assert troubles == []


def test_the_map_can_be_used_whole_by_key(page: Page) -> None:
    page.get_by_role("button", name="Show the map").focus()
    page.keyboard.press("Enter")
    page.locator(".map-pin").first.wait_for()
    assert focused(page).startswith("Map of places") or page.evaluate(
        "document.activeElement.id === 'map_guide'"
    )
    stops = []
    for _ in range(20):
        page.keyboard.press("Tab")
        stops.append(focused(page))
        if stops[-1].startswith("Number 11,"):
            break
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert focused(page) == "Close"
    page.keyboard.press("Tab")
    assert focused(page) == "St Anne's Hall"
    page.keyboard.press("Escape")
    page.keyboard.press("Escape")
    page.keyboard.press("Enter")
    page.wait_for_url(f"**/{HALL}")


@pytest.mark.parametrize("missing", NOT_THERE)
def test_a_map_that_does_not_come_leaves_everything_and_can_be_tried_again(
    browser: Browser, address: str, missing: str
) -> None:
    with on_the_map_page(browser, address, **ROUTED) as (page, _):
        page.route(NOT_THERE[missing], lambda route: route.abort())
        rows = page.locator("[data-spot]:visible").count()
        page.get_by_role("button", name="Show the map").click()
        page.get_by_role("status").get_by_text("The map did not come.").wait_for()
        assert page.locator("[data-spot]:visible").count() == rows
        assert page.locator(".places-drawing").is_visible()
        assert page.locator("#map_guide").count() == 0
        page.unroute(NOT_THERE[missing])
        show(page)
        assert page.get_by_text("The map did not come.").count() == 0


def test_a_page_that_is_older_than_the_map_says_so(
    browser: Browser, lantern: Site, address: str
) -> None:
    newer = json.loads(lantern.files["map/map.json"]) | {"version": "newer"}
    with on_the_map_page(browser, address, **ROUTED) as (page, _):
        page.route("**/map.json*", lambda route: route.fulfill(json=newer))
        page.get_by_role("button", name="Show the map").click()
        page.get_by_role("status").get_by_text("This page is older than the map.").wait_for()
        page.unroute("**/map.json*")
        with page.expect_navigation():
            page.get_by_role("button", name="Load the page again").click()
        show(page)


@pytest.mark.parametrize("screen", [NARROW, PHONE, WIDE], ids=["narrow", "phone", "wide"])
def test_the_list_stays_where_it_is_when_its_forms_come(
    browser: Browser, address: str, screen: Any
) -> None:
    with on_the_map_page(browser, address, viewport=screen) as (page, _):
        page.get_by_text("How far is it?").wait_for()
        assert shift_of(page) < 0.01


def test_without_scripts_there_are_the_list_and_the_drawing(browser: Browser, address: str) -> None:
    with reader(browser, address, java_script_enabled=False) as (page, _):
        page.goto(f"{address}map/")
        assert page.locator("[data-map-ways]").evaluate("one => one.offsetHeight") == 0
        assert page.locator("[data-spot]:visible").count() == 14
        assert page.locator(".places-drawing").is_visible()
        assert page.get_by_role("button", name="Show the map").count() == 0


@pytest.mark.parametrize("screen", [NARROW, WIDE], ids=["narrow", "wide"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_open_map_is_within_everybodys_reach(
    browser: Browser, example: str, screen: Any, scheme: Any
) -> None:
    with on_the_map_page(browser, example, viewport=screen, color_scheme=scheme) as (page, _):
        show(page)
        while not page.locator(".map-pin").count():
            page.locator(".map-cluster").first.press("Enter")
        page.locator(".map-pin").first.press("Enter")
        page.get_by_role("dialog").wait_for()
        assert axe(page, *WCAG, "best-practice") == []
        page.get_by_role("button", name="Show how far one walks from here").click()
        assert axe(page, *WCAG) == []
        assert looked(page, "sideways()") == []
        assert looked(page, "smallTargets(24)") == []


def test_at_four_times_the_size_nothing_lies_on_the_map(browser: Browser, address: str) -> None:
    with on_the_map_page(browser, address, viewport={"width": 320, "height": 256}) as (page, _):
        map_ = show(page)
        box = map_.bounding_box()
        bar = page.get_by_role("group", name="Move the map").bounding_box()
        assert box
        assert bar
        assert bar["y"] + bar["height"] <= box["y"]
        assert box["height"] < 256


def test_on_paper_there_is_the_drawing(page: Page) -> None:
    map_ = show(page)
    assert not page.locator(".places-drawing").is_visible()
    page.emulate_media(media="print")
    assert page.locator(".places-drawing").is_visible()
    assert not map_.is_visible()
    assert not page.locator("[data-map-ways]").is_visible()


@pytest.fixture(scope="module")
def pictured(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Where the small guide is served with OpenStreetMap's pictures to be asked for."""
    with served(lane(tmp_path_factory.mktemp("pictures"), pictures="openstreetmap")) as address:
        yield address


def test_street_pictures_are_asked_for_only_after_a_second_tap(
    browser: Browser, pictured: str
) -> None:
    asked: list[dict[str, str]] = []

    def answer(route: Route) -> None:
        asked.append(route.request.headers)
        route.fulfill(body=b"", content_type="image/png")

    with on_the_map_page(browser, pictured) as (page, troubles):
        page.route(TILES, answer)
        show(page)
        page.wait_for_load_state("networkidle")
        assert asked == []
        assert troubles == []
        page.get_by_text("which then sees your internet address").wait_for()
        page.get_by_role("button", name="Show the street map pictures").click()
        page.get_by_text("© OpenStreetMap contributors").wait_for()
        page.get_by_role("button", name="Nearer").click()
        page.wait_for_load_state("networkidle")
        assert {headers["referer"] for headers in asked} == {pictured.removesuffix("guide/")}
        assert page.evaluate("violations") == []


def test_street_pictures_that_do_not_come_are_spoken_of_once(
    browser: Browser, pictured: str
) -> None:
    with on_the_map_page(browser, pictured) as (page, _):
        page.route(TILES, lambda route: route.abort())
        show(page)
        pins = page.locator(".map-pin").count()
        page.get_by_role("button", name="Show the street map pictures").click()
        page.get_by_role("status").get_by_text("The street map pictures did not come.").wait_for()
        assert page.locator(".map-pin").count() == pins


def test_an_entry_shows_its_place_on_its_own_page(browser: Browser, address: str) -> None:
    settings = {"viewport": NARROW, "reduced_motion": "reduce"}
    with reader(browser, address, **settings) as (page, troubles):
        page.goto(address + HALL)
        link = page.get_by_role("button", name="Show on the map")
        link.focus()
        page.keyboard.press("Enter")
        page.get_by_role("img", name="Number 11, St Anne's Hall").wait_for()
        assert page.get_by_text("minutes’ walk from St Anne's Hall.").is_visible()
        assert page.locator(".map-label--landmark").all_inner_texts() == ["the library"]
        assert axe(page, *WCAG) == []
        page.keyboard.press("Escape")
        assert focused(page) == "Hide the map"
        page.keyboard.press("Space")
        assert not page.locator("#map_guide").is_visible()
        assert focused(page).startswith("Show on the map")
        assert troubles == []


def test_an_entrys_map_that_does_not_come_says_so(browser: Browser, address: str) -> None:
    with reader(browser, address, **ROUTED) as (page, _):
        page.route("**/leaflet.js", lambda route: route.abort())
        page.goto(address + HALL)
        page.get_by_role("button", name="Show on the map").click()
        page.get_by_role("status").get_by_text("The map did not come.").wait_for()
        assert page.locator("#map_guide").count() == 0


def test_without_scripts_an_entry_leads_to_its_row_beside_the_map(
    browser: Browser, address: str
) -> None:
    with reader(browser, address, java_script_enabled=False) as (page, _):
        page.goto(address + HALL)
        page.get_by_role("link", name="Show on the map").click()
        assert page.url == f"{address}map/#st-annes-hall"


def crowded(lantern: Site, number: int) -> Site:
    """Return the site with so many places more beside its map, which have no pages of their own."""
    site = Site(lantern.folder)
    html, facts = site.text("map/index.html"), json.loads(site.files["map/map.json"])
    first = len(facts["spots"])
    rows = "".join(
        f'<li data-spot="{first + n}"><h3><a href="/">Spot {n}</a></h3><span class="number">'
        f'<span class="visually-hidden">Number {1000 + n}</span></span></li>'
        for n in range(number)
    )
    facts["spots"] += [[n % 71 * 60, n // 71 * 90, [n % 3]] for n in range(number)]
    crowd = {
        "map/index.html": html.replace("</ul>\n</section>", f"{rows}</ul>\n</section>", 1),
        "map/map.json": json.dumps(facts),
    }
    site.files.update({name: text.encode() for name, text in crowd.items()})
    return site


def work_of_opening(browser: Browser, site: Site, number: int) -> dict[str, float]:
    """Return how often a page is laid out and restyled while a map of so many places opens."""
    with served(crowded(site, number)) as address, browser.new_context(viewport=WIDE) as context:
        page = context.new_page()
        page.goto(f"{address}map/", wait_until="networkidle")
        page.wait_for_selector("[data-map-open] button")
        session = context.new_cdp_session(page)
        session.send("Performance.enable")
        before = metrics(session)
        page.evaluate(OPENING)
        after = metrics(session)
        assert page.evaluate("map_guide_cluster.getLayers().length") > number
    return {name: after[name] - before[name] for name in WORK}


def metrics(session: CDPSession) -> dict[str, float]:
    """Return what Chromium has counted since the page began."""
    told = session.send("Performance.getMetrics")["metrics"]
    return {one["name"]: one["value"] for one in told}


def test_five_thousand_places_are_on_the_map_with_as_little_ado_as_fifty(
    browser: Browser, lantern: Site
) -> None:
    few, many = (work_of_opening(browser, lantern, number) for number in (50, 5000))
    assert {name: many[name] <= few[name] + A_FEW for name in WORK} == dict.fromkeys(WORK, True)
