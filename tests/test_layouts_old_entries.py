"""The page of an entry, and its card, in real Chromium when their dates have passed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from browser import new_browser
from drawn_pages import at, frame, layouts, opened, seen
from msgspec.structs import replace
from test_layouts import made

from doorstep.layouts import render
from doorstep.views import runs
from doorstep.views.pages import EntryView
from doorstep.views.parts import Card, CardList, Fact, Passing, Tag
from doorstep.views.whats_on_parts import DateList, DateRow

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """One browser for all; every page has its own profile."""
    with new_browser() as browser:
        yield browser


def date_row(day: int, *, is_off: bool = False, note: str = "") -> DateRow:
    """Return a Tuesday in March at 10am, until midday."""
    return DateRow(
        words=f"Tuesday {day} March, 10am to midday",
        starts=f"2026-03-{day:02}T10:00",
        note=note,
        tag=Tag("Cancelled", "alert") if is_off else None,
        is_off=is_off,
        ends=f"2026-03-{day:02}T12:00:00+00:00",
    )


def entry(*rows: DateRow, **changes: Any) -> bytes:
    """Return an entry whose next date is the first of these."""
    first = rows[0]
    moment = runs.moment(first.words, first.starts, first.ends, "No dates to come are known")
    about: dict[str, Any] = {
        "frame": frame(changes.get("heading", "Tea"), "next.js", "past.js"),
        "off_until": "",
        "facts": (Fact("Next on", ((moment,),)),),
        "dates": DateList("Next dates", rows) if len(rows) > 1 else None,
        "body": "",
    }
    view = replace(made(EntryView, "Tea", 0), **about | changes)
    return render(layouts, "entry.html", view)


def test_next_on_moves_to_the_next_of_the_dates(browser: Browser) -> None:
    html = entry(date_row(3), date_row(10), date_row(17))
    with opened(browser, html, "2026-03-03T12:00:00+00:00") as page:
        assert seen(page, ".facts__known") == ["Tuesday 10 March, 10am to midday"]
        moment = page.locator(".facts__known time").get_attribute("datetime")
        assert moment == "2026-03-10T10:00"
        assert len(seen(page, ".date-list__date")) == 2


def test_next_on_passes_over_what_is_off_and_says_what_is_unusual(browser: Browser) -> None:
    html = entry(
        date_row(3),
        date_row(10, is_off=True),
        date_row(17, note="On Tuesday 17 March at the Mill."),
    )
    with opened(browser, html, "2026-03-04T12:00:00+00:00") as page:
        assert seen(page, ".facts__known") == [
            "Tuesday 17 March, 10am to midday. On Tuesday 17 March at the Mill."
        ]


def test_cancelled_is_taken_back_when_that_date_is_over(browser: Browser) -> None:
    html = entry(
        date_row(10),
        heading="Cancelled: Tea",
        off_until="2026-03-03T12:00:00+00:00",
        usual_heading="Tea",
        tags=(Tag("Cancelled", "alert", "2026-03-03T12:00:00+00:00"), Tag("Free", "plain")),
    )
    with opened(browser, html) as page:
        assert seen(page, "h1, .tags__tag") == ["Cancelled: Tea", "Cancelled", "Free"]
        at(page, "2026-03-03T12:00:00+00:00")
        assert seen(page, "h1, .tags__tag") == ["Tea", "Free"]
        assert page.title() == "Tea – Harbour Row"


def test_a_card_takes_back_what_it_says_of_dates_that_are_over(browser: Browser) -> None:
    card = Card(
        "Cancelled: Choir",
        "/choir/",
        lines=("Every Tuesday",),
        passing=(
            Passing("Cancelled on Tuesday 3 March", "2026-03-03T21:00:00+00:00"),
            Passing("Next on Tuesday 10 March", "2026-03-10T21:00:00+00:00"),
        ),
        off_until="2026-03-03T21:00:00+00:00",
        usual_title="Choir",
    )
    html = entry(date_row(10), related=(CardList("Runs", (card,)),))
    with opened(browser, html, "2026-03-04T09:00:00+00:00") as page:
        said = ["Choir", "Next on Tuesday 10 March", "Every Tuesday"]
        assert seen(page, ".card__link, .card__line") == said
        at(page, "2026-03-11T09:00:00+00:00")
        assert seen(page, ".card__link, .card__line") == ["Choir", "Every Tuesday"]


@pytest.mark.parametrize("dates", [[3], [3, 10]])
def test_next_on_says_when_no_date_is_left(browser: Browser, dates: list[int]) -> None:
    html = entry(*map(date_row, dates))
    with opened(browser, html, "2026-04-01T12:00:00+00:00") as page:
        assert seen(page, ".facts__known") == ["No dates to come are known"]
        assert seen(page, ".date-list") == []


def test_next_on_stays_as_long_as_it_is_to_come(browser: Browser) -> None:
    with opened(browser, entry(date_row(3), date_row(10)), "2026-03-03T11:00:00+00:00") as page:
        assert seen(page, ".facts__known") == ["Tuesday 3 March, 10am to midday"]
