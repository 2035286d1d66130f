"""An old page in real Chromium tells no lie about time, wherever the phone is."""

from __future__ import annotations

import re
import threading
import time
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

import pytest
from browser import new_browser, shift_of
from drawn_pages import (
    FILES,
    GUIDE,
    TYPES,
    at,
    day_of,
    frame_of_list,
    layouts,
    old_page,
    opened,
    row,
    seen,
    titles,
    whats_on,
)
from msgspec.structs import replace
from served import Serving
from test_layouts import made

from doorstep.layouts import render
from doorstep.views import runs
from doorstep.views.pages import HomeView
from doorstep.views.parts import Door, Link, Stars

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser

pytestmark = pytest.mark.browser

ANYWHERE = ("Asia/Tokyo", "America/Los_Angeles")
phone_anywhere = pytest.mark.parametrize("zone", ANYWHERE)

TEA = row("Tea", "2026-03-03T12:00:00+00:00")
CHOIR = row("Choir", "2026-03-03T21:00:00+00:00")
DISCO = row("Disco", "2026-03-04T02:00:00+00:00")
LUNCH = row("Lunch", "2026-03-04T14:00:00+00:00")
CHESS = row("Chess", "2026-03-06T17:00:00+00:00")
WEEK = whats_on(
    day_of("2026-03-03", TEA, CHOIR, DISCO),
    day_of("2026-03-04", LUNCH),
    day_of("2026-03-06", CHESS),
    jump_label="Days",
    jumps=(Link("Tuesday", "#day-2026-03-03"), Link("Wednesday", "#day-2026-03-04")),
)


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """One browser for all; every page has its own profile."""
    with new_browser() as browser:
        yield browser


def today_page(*days: str, **changes: Any) -> bytes:
    """Return the page of one day, which holds the days after it hidden."""
    name = "What’s on today, {}".format
    made = (
        day_of(
            day,
            row(f"Tea {day}", f"{day}T12:00:00+00:00"),
            page_heading=name(day),
            is_later=day > "2026-03-03",
        )
        for day in days
    )
    old = old_page("2026-03-09", heading="What’s on today")
    return whats_on(*made, heading=name("2026-03-03"), old=old, **changes)


def home(*rows: str, most: str, **changes: Any) -> bytes:
    """Return the first page, with things of today that are over at these hours."""
    things = [row(f"Until {hour}", f"2026-03-03T{hour}:00+00:00") for hour in rows]
    spare = [replace(thing, is_spare=True) for thing in things[int(most) :]]
    view = replace(
        made(HomeView, "Tea", 0),
        frame=frame_of_list("Harbour Row"),
        today=day_of("2026-03-03", *things[: int(most)], *spare),
        old=old_page("2026-03-03", most=most),
        **changes,
    )
    return render(layouts, "home.html", view)


@phone_anywhere
def test_what_is_over_is_hidden_at_its_instant_wherever_the_phone_is(
    browser: Browser, zone: str
) -> None:
    with opened(browser, WEEK, "2026-03-03T11:59:59+00:00", timezone_id=zone) as page:
        assert titles(page) == ["Tea", "Choir", "Disco", "Lunch", "Chess"]
    with opened(browser, WEEK, "2026-03-03T12:00:00+00:00", timezone_id=zone) as page:
        assert titles(page) == ["Choir", "Disco", "Lunch", "Chess"]


def test_a_day_goes_with_its_last_row_and_so_does_the_link_to_it(browser: Browser) -> None:
    with opened(browser, WEEK, "2026-03-04T02:00:00+00:00") as page:
        assert seen(page, ".day__heading") == ["Today, Wednesday 4 March", "Friday 6 March"]
        assert seen(page, ".jumps a") == ["Wednesday"]


def test_what_goes_on_after_midnight_stays_until_it_is_over(browser: Browser) -> None:
    with opened(browser, WEEK, "2026-03-04T01:59:00+00:00") as page:
        assert seen(page, ".day__heading")[0] == "Tuesday 3 March"
        assert titles(page) == ["Disco", "Lunch", "Chess"]


@phone_anywhere
def test_today_and_tomorrow_move_on_at_midnight_where_the_guide_is(
    browser: Browser, zone: str
) -> None:
    with opened(browser, WEEK, timezone_id=zone) as page:
        for moment, headings in [
            ("03T09:00", ["Today, Tuesday 3 March", "Tomorrow, Wednesday 4 March"]),
            ("03T23:59", ["Today, Tuesday 3 March", "Tomorrow, Wednesday 4 March"]),
            ("04T00:00", ["Tuesday 3 March", "Today, Wednesday 4 March"]),
            ("05T00:00", ["Tomorrow, Friday 6 March"]),
            ("06T12:00", ["Today, Friday 6 March"]),
        ]:
            at(page, f"2026-03-{moment}:00+00:00")
            assert seen(page, ".day__heading")[: len(headings)] == headings, moment


@phone_anywhere
def test_the_day_when_the_clocks_change_is_an_hour_short(browser: Browser, zone: str) -> None:
    fair = row("Fair", "2026-03-31T17:00:00+01:00")
    days = [day_of(f"2026-03-{day}", fair) for day in (28, 29, 30)]
    with opened(browser, whats_on(*days, old=old_page("2026-03-31")), timezone_id=zone) as page:
        for moment, today in [
            ("28T23:59", "Saturday 28"),
            ("29T00:00", "Sunday 29"),
            ("29T22:59", "Sunday 29"),
            ("29T23:00", "Monday 30"),
        ]:
            headings = seen(at(page, f"2026-03-{moment}:00+00:00"), ".day__heading")
            assert f"Today, {today} March" in headings, moment


def test_what_ends_in_the_night_the_clocks_change_is_over_at_that_instant(
    browser: Browser,
) -> None:
    night = whats_on(
        day_of("2026-03-28", row("Disco", "2026-03-29T02:30:00+01:00")), old=old_page("2026-03-29")
    )
    with opened(browser, night, "2026-03-29T01:29:00+00:00") as page:
        assert titles(page) == ["Disco"]
    with opened(browser, night, "2026-03-29T01:30:00+00:00") as page:
        assert titles(page) == []


def test_when_nothing_is_left_the_page_says_so(browser: Browser) -> None:
    with opened(browser, WEEK, "2026-03-06T17:00:00+00:00") as page:
        assert seen(page, ".old-page p") == ["Nothing more here"]


@pytest.mark.parametrize("moment", ["2026-03-10T00:00:00+00:00", "2027-01-01T12:00:00+00:00"])
def test_beyond_its_last_day_a_page_says_that_it_is_too_old(browser: Browser, moment: str) -> None:
    with opened(browser, WEEK, moment) as page:
        assert titles(page) == []
        assert seen(page, ".old-page p") == ["This page is too old"]


def test_a_new_page_says_none_of_this(browser: Browser) -> None:
    with opened(browser, WEEK) as page:
        assert seen(page, ".old-page p") == []


def test_nothing_this_week_is_said_as_long_as_that_holds(browser: Browser) -> None:
    empty = whats_on(empty=(runs.words("Nothing this week"),), until="2026-03-09")
    with opened(browser, empty, "2026-03-09T12:00:00+00:00") as page:
        assert seen(page, ".nothing, .old-page p") == ["Nothing this week"]
    with opened(browser, empty, "2026-03-10T12:00:00+00:00") as page:
        assert seen(page, ".nothing, .old-page p") == ["This page is too old"]


@phone_anywhere
def test_the_page_of_today_is_that_of_the_day_it_is_where_the_guide_is(
    browser: Browser, zone: str
) -> None:
    html = today_page("2026-03-03", "2026-03-04", "2026-03-05")
    with opened(browser, html, timezone_id=zone) as page:
        for moment, day in [("03T11:59", 3), ("04T00:00", 4), ("05T08:00", 5)]:
            at(page, f"2026-03-{moment}:00+00:00")
            assert page.title() == f"What’s on today, 2026-03-0{day} – Harbour Row"
            assert seen(page, "h1") == [f"What’s on today, 2026-03-0{day}"]
            assert titles(page) == [f"Tea 2026-03-0{day}"]


def test_a_day_with_nothing_is_not_called_by_the_date_of_the_build(browser: Browser) -> None:
    html = today_page("2026-03-03", "2026-03-05")
    with opened(browser, html, "2026-03-04T09:00:00+00:00") as page:
        assert seen(page, "h1") == ["What’s on today"]
        assert page.title() == "What’s on today – Harbour Row"
        assert seen(page, ".old-page p") == ["Nothing more here"]


def test_the_page_of_today_with_nothing_keeps_its_date_on_that_day(browser: Browser) -> None:
    html = today_page("2026-03-04", empty=(runs.words("Nothing today"),))
    with opened(browser, html) as page:
        assert seen(page, "h1") == ["What’s on today, 2026-03-03"]
        assert seen(page, ".nothing") == ["Nothing today"]
    with opened(browser, html, "2026-03-04T09:00:00+00:00") as page:
        assert seen(page, "h1") == ["What’s on today, 2026-03-04"]
        assert seen(page, ".nothing") == []


def test_the_page_of_today_says_when_it_is_too_old(browser: Browser) -> None:
    html = today_page("2026-03-03", "2026-03-09")
    with opened(browser, html, "2026-03-10T09:00:00+00:00") as page:
        assert seen(page, "h1, .old-page p") == ["What’s on today", "This page is too old"]


def test_the_first_page_shows_the_next_few_things_of_today(browser: Browser) -> None:
    html = home("10:00", "12:00", "17:00", "20:00", most="2")
    with opened(browser, html) as page:
        assert titles(page) == ["Until 10:00", "Until 12:00"]
    with opened(browser, html, "2026-03-03T12:00:00+00:00") as page:
        assert titles(page) == ["Until 17:00", "Until 20:00"]


def test_the_first_page_says_when_its_day_is_over(browser: Browser) -> None:
    html = home("10:00", most="2")
    with opened(browser, html, "2026-03-04T09:00:00+00:00") as page:
        assert seen(page, ".day__heading, .old-page p") == ["This page is too old"]


def test_a_link_that_speaks_of_today_does_so_no_longer(browser: Browser) -> None:
    see_all = Link("See all 5 today", "/today/", ends="2026-03-04T00:00:00+00:00", over="Today")
    with opened(browser, home("10:00", most="2", whats_on=(see_all,))) as page:
        assert seen(page, ".periods a") == ["See all 5 today"]
        at(page, "2026-03-04T00:00:00+00:00")
        assert seen(page, ".periods a") == ["Today"]


@phone_anywhere
def test_the_age_of_a_page_is_counted_in_the_days_of_the_guide(browser: Browser, zone: str) -> None:
    with opened(browser, WEEK, timezone_id=zone) as page:
        assert seen(at(page, "2026-03-06T23:59:00+00:00"), ".banner") == []
        for moment, days in [("03-07T00:00", 4), ("03-13T12:00", 10), ("04-02T23:30", 31)]:
            notice = seen(at(page, f"2026-{moment}:00+00:00"), ".banner")
            assert notice == [f"Made on Tuesday 3 March 2026, {days} days ago"]


def test_the_day_begins_at_midnight_by_the_clocks_of_the_guide(browser: Browser) -> None:
    html = whats_on(
        day_of("2026-03-04", LUNCH),
        frame=frame_of_list("Week", offsets="1772409600:0 1772539200:540"),
    )
    with opened(browser, html, "2026-03-03T11:59:00+00:00", timezone_id="Asia/Tokyo") as page:
        assert seen(page, ".day__heading") == ["Tomorrow, Wednesday 4 March"]
    with opened(browser, html, "2026-03-03T15:00:00+00:00", timezone_id="Asia/Tokyo") as page:
        assert seen(page, ".day__heading") == ["Today, Wednesday 4 March"]


def test_a_clock_that_is_slow_changes_nothing(browser: Browser) -> None:
    with opened(browser, WEEK, "1970-01-01T00:00:00+00:00") as page:
        assert len(titles(page)) == 5
        assert seen(page, ".day__heading")[0] == "Today, Tuesday 3 March"
        assert seen(page, ".banner") == []


def test_a_page_that_was_left_open_is_right_again_when_one_comes_back(browser: Browser) -> None:
    with opened(browser, WEEK) as page:
        page.clock.set_fixed_time("2026-03-07T12:00:00+00:00")
        page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
        assert titles(page) == []
        assert seen(page, ".banner") == ["Made on Tuesday 3 March 2026, 4 days ago"]


def test_where_nothing_is_left_there_is_nothing_to_count_or_to_choose_from(
    browser: Browser,
) -> None:
    html = whats_on(day_of("2026-03-03", TEA), stars=replace(made(Stars, "", 0), choose="Choose"))
    with opened(browser, html) as page:
        count, choosing = page.locator(".count"), page.locator("[data-shortlist]")
        assert (count.is_visible(), choosing.is_visible()) == (True, True)
        at(page, "2026-03-03T18:00:00+00:00")
        assert (count.is_visible(), choosing.is_visible()) == (False, False)


@pytest.mark.parametrize("hour", ["09:00", "16:30", "23:00"])
def test_nothing_jumps_when_what_is_over_goes(browser: Browser, hour: str) -> None:
    """Not even when the other scripts come late, as they do on a bad network."""
    doors = (Door("Get help", "/help/get/", "", (), Link("See all", "/help/get/")),)
    html = home("12:00", "16:00", "22:00", "22:30", most="2", doors=doors)
    with opened(browser, html, f"2026-03-03T{hour}:00+00:00", script_delay=0.3) as page:
        assert shift_of(page) == 0


@pytest.mark.parametrize(("hour", "left"), [("09:00", 2), ("16:30", 2), ("22:10", 1)])
def test_nothing_jumps_when_the_page_comes_in_pieces(
    browser: Browser, hour: str, left: int
) -> None:
    """A row that has come is drawn while others are on their way: one that is over never is."""
    with (
        in_pieces(home("12:00", "22:00", "22:30", most="2")) as address,
        browser.new_context() as context,
    ):
        context.clock.set_fixed_time(f"2026-03-03T{hour}:00+00:00")
        page = context.new_page()
        page.goto(address)
        assert (shift_of(page), len(titles(page))) == (0, left)


@contextmanager
def in_pieces(html: bytes) -> Iterator[str]:
    """Serve a page whose rows come one by one, and lend its address."""

    class Slow(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            name = self.path.removeprefix(urlsplit(GUIDE).path)
            self.send_response(200)
            kind = TYPES.get(name.rpartition(".")[2], "text/html; charset=utf-8")
            self.send_header("Content-Type", kind)
            self.end_headers()
            for piece in re.split(rb"(?<=</li>)", FILES.get(name, html)):
                self.wfile.write(piece)
                self.wfile.flush()
                time.sleep(0 if name else 0.2)

        def log_message(self, *_: Any) -> None:
            """Say nothing."""

    with Serving(("127.0.0.1", 0), Slow) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}{urlsplit(GUIDE).path}"
        server.shutdown()


def test_without_a_script_everything_is_there_as_it_was_made(browser: Browser) -> None:
    late = "2026-12-01T12:00:00+00:00"
    with opened(browser, WEEK, late, java_script_enabled=False) as page:
        assert len(titles(page)) == 5
        assert seen(page, ".old-page p, .banner") == []
