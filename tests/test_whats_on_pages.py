"""The pages of What's on by day: what stands on them, in which words, and never nothing."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

import pytest
from builders import TODAY
from diaries import HALL, TEA, entry, guide_on, rows, said

from doorstep.views import whats_on_listing
from doorstep.views.whats_on_pages import (
    month_view,
    next_week_view,
    today_view,
    week_view,
    weekend_view,
)

if TYPE_CHECKING:
    from doorstep.views.whats_on_parts import Happening

TUESDAYS = "Every Tuesday, 10:30am to midday"
CANCELLED = "changes: [{on: 2026-11-24, cancelled: yes, because: the hall is flooded}]"
MOVED = 'changes: [{on: 2026-11-24, moved_to: "Thursday 26 November 2026, 2pm"}]'


def only_row(view: Any) -> Happening:
    """Return the one row of a page."""
    ((row,),) = [day.happenings for day in view.days]
    return row


def test_a_week_has_each_date_under_its_day(tmp_path):
    guide = guide_on(tmp_path, {TEA: entry("Tuesdays and Thursdays, 10:30am to midday")})
    assert rows(week_view(guide)) == [
        ("2026-11-24", "Tea and talk"),
        ("2026-11-26", "Tea and talk"),
    ]


def test_days_with_nothing_are_left_out(tmp_path):
    guide = guide_on(tmp_path, {TEA: entry(TUESDAYS)})
    assert [day.heading for day in week_view(guide).days] == ["Tuesday 24 November"]


def test_today_and_tomorrow_are_named(tmp_path):
    guide = guide_on(tmp_path, {TEA: entry("Every day, 10am to 11am")})
    headings = [day.heading for day in week_view(guide).days]
    assert headings[:3] == [
        "Today, Sunday 22 November",
        "Tomorrow, Monday 23 November",
        "Tuesday 24 November",
    ]


def test_a_row_says_at_what_time_where_and_how_far(tmp_path):
    files = {
        TEA: entry(TUESDAYS, "number: 31", "where: hall", "cost: Free"),
        "places/hall.md": HALL,
    }
    row = only_row(week_view(guide_on(tmp_path, files)))
    assert row.number
    assert (row.title, row.time, row.number.seen) == (
        "Tea and talk",
        "10:30am to midday",
        "No.\u00a031",
    )
    assert row.where == "St Anne's Hall, about 3 minutes’ walk from the library"
    assert [tag.text for tag in row.tags] == ["Free", "Step-free"]


def test_a_row_is_over_at_the_instant_it_ends(tmp_path):
    row = only_row(week_view(guide_on(tmp_path, {TEA: entry(TUESDAYS)})))
    assert (row.starts, row.ends) == ("2026-11-24T10:30+00:00", "2026-11-24T12:00:00+00:00")


@pytest.mark.parametrize("hours", ["10:30am", "all day", ""])
def test_a_row_without_an_end_is_let_run_to_the_end_of_its_day(tmp_path, hours):
    when = f"Every Tuesday, {hours}".rstrip(", ")
    row = only_row(week_view(guide_on(tmp_path, {TEA: entry(when)})))
    assert row.ends == "2026-11-25T00:00:00+00:00"


def test_what_ends_after_midnight_is_there_on_the_night_it_begins_and_no_more(tmp_path):
    guide = guide_on(tmp_path, {TEA: entry("Saturday 28 November 2026, 10pm to 2am")})
    assert rows(week_view(guide)) == [("2026-11-28", "Tea and talk")]
    assert only_row(week_view(guide)).time == "10pm to 2am the next day"


def test_what_lasts_several_days_is_there_on_each_of_them_and_says_from_when_to_when(tmp_path):
    when = "Friday 20 November 2026, 6pm to Monday 23 November 2026, 4pm"
    view = week_view(guide_on(tmp_path, {TEA: entry(when)}))
    assert [day for day, _ in rows(view)] == ["2026-11-22", "2026-11-23"]
    assert {row.time for day in view.days for row in day.happenings} == {
        "Friday 20 November, 6pm to Monday 23 November, 4pm"
    }


def test_what_is_cancelled_says_so_first_and_why_and_when_it_is_on_again(tmp_path):
    row = only_row(week_view(guide_on(tmp_path, {TEA: entry(TUESDAYS, CANCELLED, "cost: Free")})))
    assert (row.title, [tag.text for tag in row.tags]) == (
        "Cancelled: Tea and talk",
        ["Cancelled"],
    )
    assert row.note == "The hall is flooded. Next on Tuesday 1 December, 10:30am to midday."


@pytest.mark.parametrize(("after", "is_there"), [(0, True), (2, True), (3, False)])
def test_what_is_cancelled_stays_until_its_date_has_passed(tmp_path, after, is_there):
    today = TODAY + timedelta(days=after)
    guide = guide_on(tmp_path, {TEA: entry(TUESDAYS, CANCELLED)}, today)
    assert (("2026-11-24", "Cancelled: Tea and talk") in rows(week_view(guide))) is is_there


def test_what_is_moved_shows_the_old_date_and_the_new(tmp_path):
    view = week_view(guide_on(tmp_path, {TEA: entry(TUESDAYS, MOVED)}))
    assert rows(view) == [("2026-11-24", "Moved: Tea and talk"), ("2026-11-26", "Tea and talk")]
    old, new = (row for day in view.days for row in day.happenings)
    assert old.note == "Now on Thursday 26 November, 2pm to 3:30pm."
    assert new.note == "Moved from Tuesday 24 November."
    assert [tag.text for tag in new.tags] == ["Moved"]


def test_what_is_elsewhere_this_once_says_where_and_where_not(tmp_path):
    change = "changes: [{on: 2026-11-24, where: The library}]"
    files = {TEA: entry(TUESDAYS, "where: hall", change), "places/hall.md": HALL}
    row = only_row(week_view(guide_on(tmp_path, files)))
    assert (row.where, row.note) == ("The library", "Not at St Anne's Hall this time.")


def test_the_place_of_a_change_that_is_a_safe_space_is_not_named(tmp_path):
    change = "changes: [{on: 2026-11-24, where: quiet-house}]"
    safe = "---\ntitle: A quiet house\nsensitive: yes\nchecked: 3/11/2026\n---\n"
    files = {TEA: entry(TUESDAYS, change), "places/quiet-house.md": safe}
    row = only_row(week_view(guide_on(tmp_path, files)))
    assert row.where == "Another place: phone to ask"


@pytest.mark.parametrize("line", ["sensitive: yes", "status: paused", "status: closed"])
def test_a_safe_space_and_what_does_not_go_on_are_not_there(tmp_path, line):
    guide = guide_on(tmp_path, {TEA: entry(TUESDAYS, line)})
    assert rows(week_view(guide)) == []


def test_whole_days_come_first_and_then_the_order_of_the_clock(tmp_path):
    files = {
        "groups/a.md": entry("Every Tuesday, 2pm", title="A"),
        "groups/b.md": entry("Every Tuesday, 9am", title="B"),
        "groups/c.md": entry("Every Tuesday, all day", title="C"),
        "groups/d.md": entry("Every Tuesday, 9am", title="D"),
    }
    titles = [title for _, title in rows(week_view(guide_on(tmp_path, files)))]
    assert titles == ["C", "B", "D", "A"]


@pytest.mark.parametrize("ahead", range(7))
def test_the_weekend_has_what_is_left_of_saturday_and_sunday(tmp_path, ahead):
    today = date(2026, 11, 23) + timedelta(days=ahead)
    guide = guide_on(tmp_path, {TEA: entry("Every day, 10am to 11am")}, today)
    days = [day for day, _ in rows(weekend_view(guide))]
    assert days == (["2026-11-29"] if ahead == 6 else ["2026-11-28", "2026-11-29"])


@pytest.mark.parametrize("ahead", range(7))
def test_next_week_has_monday_to_sunday(tmp_path, ahead):
    today = date(2026, 11, 23) + timedelta(days=ahead)
    guide = guide_on(tmp_path, {TEA: entry("Every day, 10am to 11am")}, today)
    days = [day for day, _ in rows(next_week_view(guide))]
    assert (days[0], days[-1], len(days)) == ("2026-11-30", "2026-12-06", 7)


def test_this_month_begins_today_and_the_next_ones_on_their_first_day(tmp_path):
    guide = guide_on(tmp_path, {TEA: entry("Every day, 10am to 11am")})
    now = [day for day, _ in rows(month_view(guide, date(2026, 11, 1)))]
    later = [day for day, _ in rows(month_view(guide, date(2026, 12, 1)))]
    assert (now[0], now[-1]) == ("2026-11-22", "2026-11-30")
    assert (later[0], later[-1], len(later)) == ("2026-12-01", "2026-12-31", 31)


def test_a_month_leads_to_the_one_before_and_the_one_after(tmp_path):
    guide = guide_on(tmp_path, {TEA: entry(TUESDAYS)})
    around = month_view(guide, date(2026, 12, 1)).around
    assert around
    assert [link.text for link in around.links] == ["November 2026", "January 2027"]


@pytest.mark.parametrize(
    ("first", "other"),
    [(date(2026, 11, 1), "December 2026"), (date(2027, 11, 1), "October 2027")],
)
def test_the_first_and_the_last_month_lead_only_one_way(tmp_path, first, other):
    around = month_view(guide_on(tmp_path, {TEA: entry(TUESDAYS)}), first).around
    assert around
    assert [link.text for link in around.links] == [other]


def test_the_day_of_today_is_in_the_heading(tmp_path):
    guide = guide_on(tmp_path, {TEA: entry(TUESDAYS)})
    assert today_view(guide).heading == "What’s on today, Sunday 22 November 2026"


def test_today_keeps_the_days_after_it_hidden_each_with_the_heading_it_would_give(tmp_path):
    view = today_view(guide_on(tmp_path, {TEA: entry("Every day, 10am to 11am")}))
    assert [day.is_later for day in view.days] == [False] + [True] * 6
    assert view.days[1].page_heading == "What’s on today, Monday 23 November 2026"
    assert view.count == "1 thing"


@pytest.mark.parametrize(
    ("view_of", "nothing"),
    [
        (today_view, "Nothing today. Next: Friday 18 December, 7pm, Tea and talk"),
        (week_view, "Nothing this week. Next: Friday 18 December, 7pm, Tea and talk"),
        (weekend_view, "Nothing this weekend. Next: Friday 18 December, 7pm, Tea and talk"),
        (next_week_view, "Nothing next week. Next: Friday 18 December, 7pm, Tea and talk"),
    ],
)
def test_a_list_with_nothing_says_what_is_next(tmp_path, view_of, nothing):
    guide = guide_on(tmp_path, {TEA: entry("Friday 18 December 2026, 7pm")})
    assert said(view_of(guide).empty) == nothing
    assert view_of(guide).empty[-1].href == "/guide/groups/tea/"


def test_a_month_with_nothing_says_what_is_next(tmp_path):
    guide = guide_on(tmp_path, {TEA: entry("Friday 18 December 2026, 7pm")})
    view = month_view(guide, date(2026, 11, 1))
    assert said(view.empty).startswith("Nothing in November 2026. Next: Friday 18 December")


def test_a_guide_without_any_dates_says_that_nothing_is_on(tmp_path):
    guide = guide_on(tmp_path, {TEA: "---\ntitle: Tea\nchecked: 3/11/2026\n---\n"})
    assert said(week_view(guide).empty) == "Nothing this week."


def test_every_list_invites_to_say_what_is_missing(tmp_path):
    guide = guide_on(tmp_path, {TEA: entry(TUESDAYS)})
    assert weekend_view(guide).invitation.link.text == "Tell us what is missing"


def test_the_list_one_reads_is_marked(tmp_path):
    guide = guide_on(tmp_path, {TEA: entry(TUESDAYS)})
    assert [link.text for link in weekend_view(guide).lists if link.is_current] == ["This weekend"]


@pytest.fixture
def _little_room(monkeypatch):
    monkeypatch.setattr(whats_on_listing, "MANY", 3)


@pytest.mark.usefixtures("_little_room")
def test_a_page_with_too_much_has_what_is_not_so_every_week_and_where_the_rest_is(tmp_path):
    files = {
        "groups/daily.md": entry("Every day, 10am to 11am", title="Daily"),
        "groups/once.md": entry("Wednesday 25 November 2026, 7pm", title="Once"),
    }
    view = week_view(guide_on(tmp_path, files))
    assert rows(view) == [("2026-11-25", "Once")]
    assert "what is on every week" in said(view.weekly)


@pytest.mark.usefixtures("_little_room")
def test_a_page_with_too_much_still_says_what_is_cancelled(tmp_path):
    guide = guide_on(tmp_path, {TEA: entry("Every day, 10am to 11am", CANCELLED)})
    assert rows(week_view(guide)) == [("2026-11-24", "Cancelled: Tea and talk")]


@pytest.mark.usefixtures("_little_room")
def test_today_has_all_of_today_even_when_the_week_has_too_much(tmp_path):
    guide = guide_on(tmp_path, {TEA: entry("Every day, 10am to 11am")})
    assert [day.date for day in today_view(guide).days] == ["2026-11-22"]
