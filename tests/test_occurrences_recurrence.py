"""An expert's own recurrence rule has the dates of RFC 5545, in no time at all."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from itertools import islice
from typing import TYPE_CHECKING

import pytest
from dateutil.rrule import rrulestr
from hypothesis import given
from hypothesis import strategies as st

from doorstep.occurrences.recurrence import days_by
from doorstep.schedules.rules import DateSpan

if TYPE_CHECKING:
    from hypothesis.strategies import SearchStrategy

FIRST = date(2026, 1, 1)
WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")


def numbers(*choices: int) -> SearchStrategy[str]:
    chosen = st.lists(st.sampled_from(choices), min_size=1, max_size=3, unique=True)
    return chosen.map(lambda some: ",".join(map(str, sorted(some))))


def weekdays(*places: str) -> SearchStrategy[str]:
    one = st.builds("{}{}".format, st.sampled_from(places), st.sampled_from(WEEKDAYS))
    return st.lists(one, min_size=1, max_size=3, unique=True).map(",".join)


def shape(pattern: str, *parts: SearchStrategy[str]) -> SearchStrategy[str]:
    return st.tuples(*parts).map(lambda said: pattern.format(*said))


MONTHS = numbers(*range(1, 13))
MONTH_DAYS = numbers(1, 2, 15, 27, 28, -1, -2, -28)
PLACES = weekdays("1", "2", "4", "-1", "-2")

SHAPES = st.one_of(
    shape("FREQ=DAILY;BYMONTH={}", MONTHS),
    shape("FREQ=DAILY;BYDAY={}", weekdays("")),
    shape("FREQ=WEEKLY;BYDAY={};BYMONTH={}", weekdays(""), MONTHS),
    shape("FREQ=MONTHLY;BYMONTHDAY={};BYMONTH={}", MONTH_DAYS, MONTHS),
    shape("FREQ=MONTHLY;BYDAY={};BYSETPOS={}", weekdays(""), numbers(1, 2, 4, -1, -3)),
    shape("FREQ=YEARLY;BYDAY={}", weekdays("1", "20", "52", "-1", "-10")),
    shape("FREQ=YEARLY;BYDAY={};BYMONTH={}", PLACES, MONTHS),
    shape("FREQ=YEARLY;BYYEARDAY={}", numbers(1, 60, 365, -1, -306)),
    shape("FREQ=YEARLY;BYWEEKNO={};BYDAY={}", numbers(1, 2, 20, 52, -1), weekdays("")),
    shape("FREQ=YEARLY;BYMONTH={}", MONTHS),
)
COUNTED_SHAPES = st.one_of(
    st.sampled_from(["FREQ=DAILY", "FREQ=WEEKLY", "FREQ=MONTHLY", "FREQ=YEARLY"]),
    shape("FREQ=WEEKLY;BYDAY={}", weekdays("")),
    shape("FREQ=WEEKLY;BYDAY={};WKST={}", weekdays(""), st.sampled_from(WEEKDAYS)),
    shape("FREQ=MONTHLY;BYDAY={}", PLACES),
    shape("FREQ=MONTHLY;BYMONTHDAY={}", MONTH_DAYS),
).flatmap(lambda text: st.integers(1, 5).map(lambda every: f"{text};INTERVAL={every}"))
"""Shapes that come round whatever the interval; others might never, and dateutil would not end."""


def days(text: str, first: date, span: DateSpan) -> list[date]:
    return list(days_by(text, first, span))


@given(
    text=SHAPES | COUNTED_SHAPES,
    first=st.dates(date(2024, 1, 1), date(2028, 12, 31)),
    later=st.integers(-100, 500),
    length=st.integers(0, 500),
)
def test_a_rule_has_the_dates_that_dateutil_gives_it(
    text: str, first: date, later: int, length: int
) -> None:
    start = first + timedelta(later)
    span = DateSpan(start, start + timedelta(length))
    after, before = (datetime.combine(day, time()) for day in (span.first, span.last))
    rule = rrulestr(text, dtstart=datetime.combine(first, time()))
    expected = [found.date() for found in rule.between(after, before, inc=True)]
    assert days(text, first, span) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("FREQ=MONTHLY;BYDAY=-2FR", ["23 Jan", "20 Feb"]),
        ("FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1", ["30 Jan", "27 Feb"]),
        ("FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13", ["13 Feb", "13 Mar"]),
        ("FREQ=YEARLY;BYMONTH=11;BYDAY=TU;BYMONTHDAY=2,3,4,5,6,7,8", ["03 Nov", "02 Nov"]),
        ("FREQ=YEARLY;BYWEEKNO=53;BYDAY=TH", ["31 Dec", "30 Dec"]),
        ("FREQ=WEEKLY;BYDAY=TU,SA;BYSETPOS=1", ["06 Jan", "13 Jan"]),
        ("FREQ=WEEKLY;INTERVAL=2;BYDAY=TH,SU;WKST=SU", ["01 Jan", "11 Jan"]),
    ],
)
def test_a_rule_reads_as_the_standard_says(text: str, expected: list[str]) -> None:
    found = days_by(text, FIRST, DateSpan(FIRST, date(2033, 1, 1)))
    assert [f"{day:%d %b}" for day in islice(found, 2)] == expected


def test_a_rule_counted_from_long_ago_starts_where_it_is_asked_for() -> None:
    week = DateSpan(date(2026, 11, 16), date(2026, 11, 22))
    assert len(days("FREQ=DAILY", date(1900, 1, 1), week)) == 7


@pytest.mark.parametrize("freq", ["DAILY", "WEEKLY", "MONTHLY", "YEARLY"])
def test_a_rule_that_never_happens_has_no_dates_and_an_end(freq: str) -> None:
    never = f"FREQ={freq};BYMONTH=2;BYMONTHDAY=30"
    assert days(never, FIRST, DateSpan(FIRST, date(2030, 1, 1))) == []


def test_leap_days_come_every_four_years() -> None:
    span = DateSpan(date(2024, 1, 1), date(2033, 1, 1))
    found = days("FREQ=YEARLY", date(2024, 2, 29), span)
    assert [day.year for day in found] == [2024, 2028, 2032]
