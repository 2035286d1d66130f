from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from browser import new_browser
from gallery import LAYOUTS
from msgspec.structs import replace
from test_layouts import made

from doorstep.layouts import assets, environment, render, stylesheet
from doorstep.views.frame import Exit, Script
from doorstep.views.pages import EntryView
from doorstep.views.parts import Link

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, BrowserContext, Page, Route

pytestmark = pytest.mark.browser

HOME = "https://guide.example.org/"
WEATHER = "https://weather.example.org/"
POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'"

layouts = environment(LAYOUTS)
FILES = dict(assets(LAYOUTS)) | {
    "style.css": stylesheet(LAYOUTS, accent="#0b5563", accent_in_the_dark="#7fc3d1").encode(),
}
TYPES = {"js": "text/javascript", "css": "text/css", "svg": "image/svg+xml"}


def entry_page(**changes: Any) -> bytes:
    """Return the page of an entry with all our scripts, made on Tuesday 3 March 2026."""
    view = made(EntryView, "Tea", 0)
    frame = replace(
        view.frame,
        security=POLICY,
        referrer="no-referrer",
        stylesheets=("/style.css",),
        icon="/icons/icon.svg",
        scripts=tuple(Script(f"/{path}") for path in FILES if path.endswith(".js")),
        built_on="2026-03-03",
        offsets="1772409600:0",
        stale_words="This page was made on Tuesday 3 March 2026, {number} days ago.",
        structured_data="",
        exit=Exit("Exit this page", WEATHER, "or press Shift 3 times", ("1", "2", "gone", "0")),
    )
    shared = {
        "share_label": "Pass it on",
        "share": (Link("WhatsApp", "https://wa.me/"),),
        "copy_label": "Copy link",
        "copied": "Copied",
    }
    return render(layouts, "entry.html", replace(view, frame=frame, body="", **shared | changes))


def answer(route: Route) -> None:
    """Answer for the guide and for the page that could be anyone's."""
    url = route.request.url
    path = url.removeprefix(HOME)
    if path in FILES:
        route.fulfill(body=FILES[path], content_type=TYPES[path.rpartition(".")[2]])
    elif url == WEATHER:
        route.fulfill(body="<title>Weather</title>", content_type="text/html")
    else:
        route.fulfill(body=entry_page(), content_type="text/html")


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    with new_browser() as browser:
        yield browser


@pytest.fixture
def context(chromium: Browser) -> Iterator[BrowserContext]:
    with chromium.new_context() as context:
        context.route("**/*", answer)
        yield context


@pytest.fixture
def page(context: BrowserContext) -> Page:
    return context.new_page()


def press_shift(page: Page, times: int) -> None:
    for _ in range(times):
        page.keyboard.press("Shift")


def test_the_button_leads_away_and_back_does_not_return(page):
    page.goto(f"{HOME}before/")
    page.goto(HOME)
    page.get_by_role("link", name="Exit this page").last.click()
    page.wait_for_url(WEATHER)
    page.go_back()
    assert page.url == f"{HOME}before/"


def test_shift_three_times_leads_away(page):
    page.goto(HOME)
    press_shift(page, 3)
    page.wait_for_url(WEATHER)


def test_every_press_is_announced_and_so_is_its_lapse(page):
    page.clock.install()
    page.goto(HOME)
    said = page.locator(".exit__said")
    press_shift(page, 1)
    assert said.text_content() == "1"
    press_shift(page, 1)
    assert said.text_content() == "2"
    page.clock.run_for(5001)
    assert said.text_content() == "0"


def test_presses_that_have_lapsed_do_not_count(page):
    page.clock.install()
    page.goto(HOME)
    press_shift(page, 2)
    page.clock.run_for(5001)
    press_shift(page, 2)
    assert page.locator(".exit__said").text_content() == "2"


def test_shift_held_for_another_key_is_no_wish_to_leave(page):
    page.goto(HOME)
    for _ in range(4):
        page.keyboard.press("Shift+Tab")
    assert page.locator(".exit__said").text_content() == ""


def test_the_page_is_white_at_once_before_the_next_one_comes(page):
    page.goto(HOME)
    page.evaluate("document.querySelectorAll('[data-exit]').forEach(a => { a.href = '#slow'; })")
    press_shift(page, 3)
    cover = page.locator(".exit-cover")
    assert cover.bounding_box() == {"x": 0, "y": 0, **(page.viewport_size or {})}
    assert cover.evaluate("e => getComputedStyle(e).backgroundColor") == "rgb(255, 255, 255)"
    assert page.get_by_role("alert").text_content() == "gone"


def test_a_page_that_is_shown_again_after_leaving_stays_white_and_leaves_again(page):
    page.goto(HOME)
    page.evaluate("document.querySelectorAll('[data-exit]').forEach(a => { a.href = '#slow'; })")
    press_shift(page, 3)
    page.evaluate(f"document.querySelectorAll('[data-exit]').forEach(a => a.href = '{WEATHER}')")
    page.evaluate("dispatchEvent(new PageTransitionEvent('pageshow', {persisted: true}))")
    page.wait_for_url(WEATHER)


def test_without_scripts_the_exit_is_a_link_and_nothing_speaks_of_shift(chromium):
    with chromium.new_context(java_script_enabled=False) as context:
        context.route("**/*", answer)
        page = context.new_page()
        page.goto(HOME)
        assert not page.get_by_text("or press Shift 3 times").is_visible()
        page.get_by_role("link", name="Exit this page").last.click()
        assert page.url == WEATHER


@pytest.mark.parametrize(
    ("today", "says_so"), [("2026-03-03", False), ("2026-03-06", False), ("2026-03-07", True)]
)
def test_a_page_more_than_three_days_old_says_so(page, today, says_so):
    page.clock.set_fixed_time(f"{today}T23:30:00")
    page.goto(HOME)
    assert page.get_by_text("This page was made on").is_visible() is says_so


def test_the_copy_button_copies_the_address_and_says_so(context, page):
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(f"{HOME}groups/tea/#part")
    page.get_by_role("button", name="Copy link").click()
    assert page.get_by_text("Copied").get_attribute("role") == "status"
    assert page.evaluate("navigator.clipboard.readText()") == f"{HOME}groups/tea/"


def test_where_the_browser_cannot_copy_there_is_no_button(page):
    page.add_init_script("Object.defineProperty(navigator, 'clipboard', {value: undefined})")
    page.goto(HOME)
    assert page.get_by_role("button").count() == 0


def test_scripts_run_under_the_strict_policy_without_a_word_in_the_console(page):
    said = []
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda wrong: said.append(str(wrong)))
    page.goto(HOME)
    page.wait_for_load_state()
    assert said == []
