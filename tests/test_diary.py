"""The diary: what happens on which day, what comes next, and what nobody may be told."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

import pytest
from builders import TODAY, catalogue, entry
from hypothesis import given
from hypothesis import strategies as st

from doorstep.almanac import Almanac
from doorstep.diary import Diary, window_around
from doorstep.kinds import Kind
from doorstep.occurrences import State, Window

if TYPE_CHECKING:
    from doorstep.entries import Entry
    from doorstep.occurrences import Occurrence

CHECKED = "checked: 2026-11-03, by phone"
TUESDAY = date(2026, 11, 24)


def dated(when: str, *facts: str, slug: str = "tea-and-talk", kind: Kind = Kind.GROUP) -> Entry:
    return entry("\n".join([f"when: {when}", CHECKED, *facts]), kind, slug)


def diary(*entries: Entry, today: date = TODAY) -> Diary:
    return Diary(catalogue(*entries), Almanac(), ZoneInfo("Europe/London"), today)


def told(found: tuple[Occurrence, ...]) -> list[str]:
    return [f"{one.slug} {one.start:%d %b %H:%M}" for one in found]


TEA = "Every Tuesday, 10:30am to midday"


@pytest.mark.parametrize(
    ("today", "last"),
    [
        (date(2026, 11, 22), date(2027, 12, 22)),
        (date(2026, 12, 1), date(2028, 1, 1)),
        (date(2027, 1, 31), date(2028, 2, 29)),
    ],
)
def test_the_window_is_from_six_weeks_back_to_thirteen_months_on(today: date, last: date) -> None:
    assert window_around(today) == Window(today - timedelta(weeks=6), last)


def test_an_entry_has_all_its_dates_of_the_window() -> None:
    tea = dated(TEA)
    found = diary(tea).of(tea)
    assert (found[0].on, found[-1].on) == (date(2026, 10, 13), date(2027, 12, 21))


def test_what_is_to_come_begins_today_and_ends_after_so_many() -> None:
    tea = dated(TEA)
    assert told(diary(tea, today=TUESDAY).to_come(tea, 2)) == [
        "tea-and-talk 24 Nov 10:30",
        "tea-and-talk 01 Dec 10:30",
    ]


def test_what_is_cancelled_stays_among_what_is_to_come_until_its_day_has_passed() -> None:
    tea = dated(TEA, "changes: [{on: 2026-11-24, cancelled: yes}]")
    assert diary(tea).to_come(tea, 1)[0].state is State.CANCELLED
    assert diary(tea, today=date(2026, 11, 25)).to_come(tea, 1)[0].state is State.ON


def test_the_next_date_is_one_that_will_be() -> None:
    tea = dated(TEA, "changes: [{on: 2026-11-24, cancelled: yes}]")
    coming = diary(tea).next_on(tea)
    assert coming is not None
    assert coming.on == date(2026, 12, 1)


def test_the_next_date_may_be_one_that_was_moved() -> None:
    tea = dated(TEA, "changes: [{on: 2026-11-24, moved_to: 26 November}]")
    coming = diary(tea).next_on(tea)
    assert coming is not None
    assert coming.start.date() == date(2026, 11, 26)


def test_what_goes_on_today_is_not_over() -> None:
    fair = dated("20 to 22 November 2026, all day")
    assert len(diary(fair).to_come(fair, 5)) == 1
    assert diary(fair, today=date(2026, 11, 23)).to_come(fair, 5) == ()


def test_what_is_over_has_no_next_date() -> None:
    fair = dated("Saturday 14 November 2026, 2pm to 4pm")
    assert diary(fair).next_on(fair) is None


@pytest.mark.parametrize("status", ["paused", "closed"])
def test_what_is_paused_or_closed_has_nothing_to_come(status: str) -> None:
    tea = dated(TEA, f"status: {status}")
    assert diary(tea).to_come(tea, 3) == ()
    assert diary(tea).next_on(tea) is None
    assert diary(tea).on(TUESDAY) == ()


def test_a_day_is_in_the_order_of_the_clock_whole_days_first_then_by_title() -> None:
    entries = [
        dated("Every Tuesday, 10:30am to midday", slug="the-choir"),
        dated("Every Tuesday, 10:30am to 3pm", slug="bingo"),
        dated("Every Tuesday, 9am to midday", slug="yoga"),
        dated("Every Tuesday, all day", slug="zoo"),
        dated("Every Tuesday, 00:00 to 02:00", slug="astronomy"),
    ]
    in_order = ["zoo", "astronomy", "yoga", "bingo", "the-choir"]
    assert [one.slug for one in diary(*entries).on(TUESDAY)] == in_order


def test_a_fair_is_on_each_of_its_days_and_once_over_all_of_them() -> None:
    fair = dated("Friday 27 November 2026, 6pm to Tuesday 1 December 2026, 4pm", slug="fair")
    book = diary(fair)
    assert [len(book.on(date(2026, 12, 1) - timedelta(back))) for back in range(6)] == [
        *(1, 1, 1, 1, 1, 0),
    ]
    assert len(book.between(date(2026, 11, 1), date(2026, 12, 31))) == 1


def test_nothing_is_known_of_days_outside_the_window() -> None:
    book = diary(dated("Every day, 9am to 5pm"))
    assert book.on(book.window.first - timedelta(1)) == book.on(date(2030, 1, 1)) == ()


def test_an_empty_day_can_say_when_the_next_thing_is() -> None:
    book = diary(
        dated(TEA, "changes: [{on: 2026-11-24, cancelled: yes}]"),
        dated("Friday 20 November 2026, 6pm to Thursday 26 November 2026, 4pm", slug="fair"),
    )
    coming = book.first_after(TODAY)
    assert coming is not None
    assert coming.on == date(2026, 12, 1)


def test_the_next_thing_may_be_months_away() -> None:
    book = diary(dated("Saturday 3 July 2027, 2pm to 5pm"))
    coming = book.first_after(TODAY)
    assert coming is not None
    assert book.first_after(coming.on) is None


def test_a_safe_space_never_comes_out_of_a_day() -> None:
    safe = dated("Every day, 9am to 5pm", "sensitive: yes", slug="quiet-room")
    book = diary(safe)
    assert book.between(book.window.first, book.window.last) == ()
    assert book.first_after(TODAY) is None
    assert book.next_on(safe) is not None


def test_what_nobody_could_confirm_for_a_year_is_not_in_the_diary() -> None:
    old = entry(f"when: {TEA}\nchecked: 2025-10-01, by phone")
    assert diary(old).on(TUESDAY) == ()


SORTS = (
    TEA,
    "Every two weeks on Monday from 7 December 2026, 7pm to 9pm",
    "Last Friday of the month, 10pm to 2am",
    "Friday 27 November 2026, 6pm to Friday 7 January 2028, 4pm",
    "Every day, all day",
    "Sundays and bank holidays, 2pm to 4pm",
)


@pytest.fixture(scope="module")
def full() -> Diary:
    """Return a diary with schedules of several sorts."""
    return diary(*(dated(when, slug=f"no-{number}") for number, when in enumerate(SORTS)))


@given(st.integers(-60, 420), st.integers(0, 70), st.integers(0, 40), st.integers(0, 40))
def test_fewer_days_have_exactly_their_part_of_more(
    full: Diary, start: int, length: int, before: int, after: int
) -> None:
    first = TODAY + timedelta(start)
    last = first + timedelta(length)
    more = full.between(first - timedelta(before), last + timedelta(after))
    known = range(
        max(first, full.window.first).toordinal(), min(last, full.window.last).toordinal() + 1
    )
    part = [one for one in more if goes_on(one, known)]
    assert list(full.between(first, last)) == part


def goes_on(one: Occurrence, days: range) -> bool:
    """Say whether it starts or goes on on one of some days, by their ordinals."""
    return any(one.start.toordinal() <= day <= one.last_day.toordinal() for day in days)


@given(st.sampled_from(range(len(SORTS))), st.integers(0, 80))
def test_what_is_to_come_is_all_that_is_not_over(full: Diary, sort: int, most: int) -> None:
    one = full.catalogue.by_slug[f"no-{sort}"]
    ahead = [date for date in full.of(one) if date.last_day >= full.today]
    assert list(full.to_come(one, most)) == ahead[:most]


@given(st.sets(st.sampled_from(range(len(SORTS)))), st.integers(-60, 420), st.integers(0, 70))
def test_what_is_asked_of_some_entries_is_their_part_of_all(
    full: Diary, sorts: set[int], start: int, length: int
) -> None:
    slugs = {f"no-{sort}" for sort in sorts}
    first = TODAY + timedelta(start)
    days = first, first + timedelta(length)
    theirs = [one for one in full.between(*days) if one.slug in slugs]
    some = [full.catalogue.by_slug[slug] for slug in slugs]
    assert list(full.between_for(some, *days)) == theirs


def test_a_safe_space_is_not_told_of_when_it_is_asked_for_alone() -> None:
    safe = dated(TEA, "sensitive: yes")
    assert diary(safe).between_for([safe], TODAY, TODAY + timedelta(14)) == ()


def test_the_days_together_have_what_the_entries_have(full: Diary) -> None:
    alone = {one for entry in full.catalogue.entries for one in full.of(entry)}
    together = full.between(full.window.first, full.window.last)
    assert (set(together), len(together)) == (alone, len(alone))


@pytest.mark.parametrize(
    ("when", "day"),
    [
        ("Friday 2 to Sunday 4 July 2032, 10am to 6pm", date(2032, 7, 2)),
        ("29 February every year, 6pm to 8pm", date(2028, 2, 29)),
    ],
)
def test_the_next_date_is_known_however_far_ahead_it_is(when: str, day: date) -> None:
    coming = diary(event := dated(when)).next_on(event)
    assert coming is not None
    assert coming.start.date() == day
