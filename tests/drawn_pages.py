"""Views made by hand -> pages as their scripts meet them: at any moment, on a phone anywhere."""

from __future__ import annotations

import time
from contextlib import contextmanager
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from built_site import EARLY
from gallery import LAYOUTS
from msgspec.structs import replace
from test_layouts import made

from doorstep.layouts import assets, environment, render, stylesheet
from doorstep.views.frame import Frame, Script
from doorstep.views.framing import fingerprint
from doorstep.views.parts import Link
from doorstep.views.whats_on_parts import (
    Day,
    Filter,
    FilterGroup,
    Filters,
    FilterWords,
    Happening,
    OldPage,
)
from doorstep.views.whats_on_views import WhatsOnView

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from playwright.sync_api import Browser, Page, Route

GUIDE = "https://guide.example.org/"
BUILT_ON = "2026-03-03"
"""A Tuesday."""
OFFSETS = "1772409600:0 1774746000:60 1792890000:0"
"""The clocks of London for a year from then (doorstep.clock_changes)."""
MORNING = "2026-03-03T09:00:00+00:00"

layouts = environment(LAYOUTS)
FILES = dict(assets(LAYOUTS)) | {
    "style.css": stylesheet(LAYOUTS, accent="#0b5563", accent_in_the_dark="#7fc3d1").encode(),
}
TYPES = {"js": "text/javascript", "css": "text/css", "svg": "image/svg+xml"}


def in_words(day: str) -> str:
    """Return a day as pages word it: Tuesday 3 March."""
    moment = date.fromisoformat(day)
    return f"{moment:%A} {moment.day} {moment:%B}"


def row(title: str, ends: str, facets: str = "") -> Happening:
    """Return something that is on until this instant."""
    return Happening(
        title=title,
        href=f"/groups/{title.lower()}/",
        number=None,
        time="10am to midday",
        starts=ends[:10],
        where="",
        note="",
        tags=(),
        ends=ends,
        facets=facets,
        is_name=True,
    )


def day_of(day: str, *rows: Happening, **more: Any) -> Day:
    """Return a day with what is on, under its heading as of the day of the build."""
    plain = in_words(day)
    heading = f"Today, {plain}" if day == BUILT_ON else plain
    return Day(day, heading, plain, rows, **more)


def old_page(last_day: str, **more: str) -> OldPage:
    """Return what a list says when it has grown old."""
    return OldPage(
        last_day=last_day,
        today="Today, {day}",
        tomorrow="Tomorrow, {day}",
        nothing="Nothing more here",
        beyond="This page is too old",
        script=EARLY,
        **more,
    )


def frame_of_list(heading: str, *scripts: str, **changes: Any) -> Frame:
    """Return what stands around a list by day, which has its first script inside it."""
    around = frame(heading, *scripts, **changes)
    policy = f"script-src 'self' {fingerprint(EARLY)}"
    return replace(
        around,
        scripts=around.scripts[1:],
        security=around.security.replace("script-src 'self'", policy),
    )


def frame(heading: str, *scripts: str, **changes: Any) -> Frame:
    """Return what stands around a page of a guide in London."""
    about: dict[str, Any] = {
        "lang": "en-GB",
        "dir": "ltr",
        "title": f"{heading} – Harbour Row",
        "security": "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'",
        "robots": "",
        "referrer": "no-referrer",
        "example": "",
        "stylesheets": ("/style.css",),
        "icon": "/icons/icon.svg",
        "scripts": tuple(Script(f"/js/{name}") for name in ("stale.js", *scripts)),
        "structured_data": "",
        "skip": Link("Skip to main content", "#main"),
        "built_on": BUILT_ON,
        "offsets": OFFSETS,
        "stale_words": "Made on Tuesday 3 March 2026, {number} days ago",
    }
    plain: Frame = made(Frame, "Tea", 0)
    return replace(plain, **about | changes)


def filters(groups: Mapping[str, Mapping[str, str]]) -> Filters:
    """Return groups of filters, each facet with its name; needs are under "Needs"."""
    return Filters("Filter this list", tuple(_group(name, of) for name, of in groups.items()))


def _group(name: str, facets: Mapping[str, str]) -> FilterGroup:
    links = tuple(Filter(Link(text, f"/{facet}/"), facet) for facet, text in facets.items())
    return FilterGroup(name, links, are_needs=name == "Needs")


FILTER_WORDS = FilterWords(
    one="1 thing",
    many="{number} things",
    none="Nothing is like that",
    open="Filter this list",
    apply="Apply filters",
    clear="Clear all filters",
    remove="Remove: {name}",
)


def whats_on(*days: Day, **changes: Any) -> bytes:
    """Return a page of What's on, of this week unless it is changed."""
    heading = changes.pop("heading", "What’s on this week")
    about: dict[str, Any] = {
        "frame": frame_of_list(heading, "filter-form.js", "filter-address.js", "filters.js"),
        "heading": heading,
        "days": days,
        "until": BUILT_ON,
        "old": old_page("2026-03-09"),
        "filters": filters({}),
        "words": FILTER_WORDS,
        "to_filters": Link("Filter this list", "#filters"),
        "count": "9 things",
    }
    view = replace(made(WhatsOnView, "Tea", 0), **about | changes)
    return render(layouts, "whats_on.html", view)


@contextmanager
def opened(
    browser: Browser,
    html: bytes,
    moment: str = MORNING,
    path: str = "",
    script_delay: float = 0,
    **settings: Any,
) -> Iterator[Page]:
    """Lend a page that is opened at this moment; whatever it complains of fails the test.

    Its files with scripts come after a delay, in seconds.
    """

    def answer(route: Route) -> None:
        name = route.request.url.removeprefix(GUIDE)
        kind = TYPES.get(name.rpartition(".")[2], "text/html; charset=utf-8")
        time.sleep(script_delay if name.endswith(".js") else 0)
        route.fulfill(body=FILES.get(name, html), content_type=kind)

    with browser.new_context(**{"timezone_id": "Europe/London"} | settings) as context:
        context.route("**/*", answer)
        context.clock.set_fixed_time(datetime.fromisoformat(moment))
        page = context.new_page()
        complaints: list[str] = []
        page.on("console", lambda message: complaints.append(message.text))
        page.on("pageerror", lambda wrong: complaints.append(str(wrong)))
        page.goto(GUIDE + path)
        yield page
        assert not complaints, complaints


def at(page: Page, moment: str) -> Page:
    """Return the page, opened again at this moment."""
    page.clock.set_fixed_time(datetime.fromisoformat(moment))
    page.reload()
    return page


def seen(page: Page, selector: str) -> list[str]:
    """Return what is seen of these elements, once the rows that wait for it are laid out.

    Chromium has no words of a row that waits, even on the screen, until a frame was drawn.
    """
    page.evaluate("document.querySelectorAll('.later').forEach(e => e.classList.remove('later'))")
    found: list[str] = page.evaluate(
        "s => [...document.querySelectorAll(s)].filter(e => e.offsetParent && e.innerText.trim())"
        ".map(e => e.innerText.trim())",
        selector,
    )
    return found


def titles(page: Page) -> list[str]:
    """Return the titles of what is seen to be on."""
    return seen(page, ".happening__title")
