"""The days a rule falls on: weeks, months, terms, bank holidays, exceptions, and their limits."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import Any

import pytest
from dateutil.rrule import MONTHLY, WEEKLY, rrule, weekday
from hypothesis import assume, given
from hypothesis import strategies as st
from made_up_rules import days, month_day_rules, monthly_rules, weekly_rules
from msgspec.structs import replace

from doorstep.almanac import Almanac
from doorstep.occurrences import has_date, nearest_dates
from doorstep.occurrences.days import days_of
from doorstep.schedules.rules import (
    EVERY_DAY,
    LAST,
    Arranged,
    BankHolidays,
    Dates,
    DateSpan,
    MonthDays,
    Monthly,
    Recurrence,
    Rule,
    Stretch,
    Terms,
    Weekly,
    YearlySpan,
)

ALMANAC = Almanac(
    (
        DateSpan(date(2026, 9, 2), date(2026, 10, 23)),
        DateSpan(date(2026, 11, 2), date(2026, 12, 18)),
    )
)
TUESDAY, SATURDAY = 1, 5
TUESDAYS = Weekly((TUESDAY,))
AUTUMN = DateSpan(date(2026, 10, 1), date(2026, 12, 31))


def dates(rule: Rule, span: DateSpan = AUTUMN) -> list[str]:
    return [f"{day:%d %b}" for day in days_of(rule, span, ALMANAC)]


def in_year(rule: Rule, year: int) -> list[str]:
    return dates(rule, DateSpan(date(year, 1, 1), date(year, 12, 31)))


def test_every_tuesday_is_every_tuesday() -> None:
    november = DateSpan(date(2026, 11, 1), date(2026, 11, 30))
    assert dates(Rule(days=TUESDAYS), november) == ["03 Nov", "10 Nov", "17 Nov", "24 Nov"]


def test_every_two_weeks_is_counted_from_the_week_it_began() -> None:
    fortnightly = Rule(days=Weekly((0, 3), every=2), first=date(2026, 10, 8))
    october = DateSpan(date(2026, 10, 1), date(2026, 10, 31))
    assert dates(fortnightly, october) == ["08 Oct", "19 Oct", "22 Oct"]


def test_first_and_third_wednesday_of_the_month() -> None:
    rule = Rule(days=Monthly(((1, 2), (3, 2))))
    assert dates(rule) == ["07 Oct", "21 Oct", "04 Nov", "18 Nov", "02 Dec", "16 Dec"]


def test_a_month_without_a_fifth_saturday_has_none() -> None:
    assert dates(Rule(days=Monthly(((5, SATURDAY),)))) == ["31 Oct"]


def test_the_fourth_saturday_and_the_last_are_one_day_where_they_are_the_same() -> None:
    assert dates(Rule(days=Monthly(((4, SATURDAY), (LAST, SATURDAY))))) == [
        *("24 Oct", "31 Oct", "28 Nov", "26 Dec"),
    ]


def test_every_two_months_is_counted_from_the_month_it_began() -> None:
    rule = Rule(days=Monthly(((1, 0),), every=2), first=date(2026, 9, 1))
    assert dates(rule, DateSpan(date(2026, 9, 1), date(2027, 3, 31))) == [
        *("07 Sep", "02 Nov", "04 Jan", "01 Mar"),
    ]


def test_the_31st_is_not_in_every_month() -> None:
    assert in_year(Rule(days=MonthDays((31,))), 2027) == [
        *("31 Jan", "31 Mar", "31 May", "31 Jul", "31 Aug", "31 Oct", "31 Dec"),
    ]


def test_the_29th_of_february_comes_in_leap_years() -> None:
    leap_day = Rule(days=MonthDays((29,)), months=(2,))
    assert [in_year(leap_day, year) for year in (2027, 2028)] == [[], ["29 Feb"]]


def test_an_experts_rule_counts_from_its_first_day() -> None:
    rule = Rule(days=Recurrence("FREQ=DAILY;INTERVAL=20"), first=date(2026, 9, 26))
    assert dates(rule) == ["16 Oct", "05 Nov", "25 Nov", "15 Dec"]


def test_nothing_is_before_from_or_after_until() -> None:
    rule = Rule(days=TUESDAYS, first=date(2026, 11, 24), last=date(2026, 12, 8))
    assert dates(rule) == ["24 Nov", "01 Dec", "08 Dec"]


def test_months_keep_all_other_months_out() -> None:
    assert dates(Rule(days=Monthly(((1, TUESDAY),)), months=(1, 12))) == ["01 Dec"]


def test_term_time_has_a_half_term_off() -> None:
    rule = Rule(days=TUESDAYS, terms=Terms.IN_TERM)
    october = DateSpan(date(2026, 10, 19), date(2026, 11, 3))
    assert dates(rule, october) == ["20 Oct", "03 Nov"]


def test_school_holidays_are_what_lies_between_terms() -> None:
    assert dates(Rule(days=TUESDAYS, terms=Terms.OUT_OF_TERM)) == ["27 Oct"]


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        (BankHolidays.NOT_ON, ["03 Apr", "10 Apr", "24 Apr"]),
        (BankHolidays.ONLY_ON, ["17 Apr"]),
        (BankHolidays.ALSO_ON, ["03 Apr", "10 Apr", "14 Apr", "17 Apr", "24 Apr"]),
    ],
)
def test_bank_holidays_change_what_was_said_of_them(
    said: BankHolidays, expected: list[str]
) -> None:
    april = DateSpan(date(2028, 4, 1), date(2028, 4, 30))
    assert dates(Rule(days=Weekly((0,)), bank_holidays=said), april) == expected


def test_bank_holidays_besides_keep_to_the_months_and_exceptions_of_the_rule() -> None:
    rule = Rule(
        days=Weekly((6,)),
        bank_holidays=BankHolidays.ALSO_ON,
        months=(5,),
        except_dates=(DateSpan(date(2027, 5, 1), date(2027, 5, 16)),),
    )
    assert in_year(rule, 2027) == ["23 May", "30 May", "31 May"]


def test_exceptions_take_out_spans_of_one_year_and_of_every_year() -> None:
    rule = Rule(
        days=TUESDAYS,
        except_dates=(DateSpan(date(2026, 10, 13), date(2026, 11, 30)),),
        except_yearly=(YearlySpan((12, 24), (1, 2)), YearlySpan((12, 8), (12, 8))),
    )
    assert dates(rule) == ["06 Oct", "01 Dec", "15 Dec", "22 Dec"]


def midnight(day: date) -> datetime:
    return datetime.combine(day, time())


def as_dateutil_has_it(rule: Rule, span: DateSpan) -> list[date]:
    """Return the days of a rule without terms, bank holidays and exceptions."""
    start, end = rule.first or span.first, min(span.last, rule.last or span.last)
    said: dict[str, Any] = {
        "dtstart": midnight(start),
        "until": midnight(end),
        "bymonth": rule.months or None,
    }
    match rule.days:
        case Weekly(weekdays, every):
            made = rrule(WEEKLY, interval=every, byweekday=weekdays, wkst=0, **said)
        case Monthly(places, every):
            nth = [weekday(day, place) for place, day in places]
            made = rrule(MONTHLY, interval=every, byweekday=nth, **said)
        case MonthDays(numbers):
            made = rrule(MONTHLY, bymonthday=numbers, **said)
        case _:
            raise TypeError(rule.days)
    return [found.date() for found in made if found.date() in span]


@given(
    rule=weekly_rules() | monthly_rules() | month_day_rules(),
    first=days(),
    length=st.integers(0, 500),
)
def test_a_rule_has_the_dates_that_dateutil_gives_it(rule: Rule, first: date, length: int) -> None:
    plain = replace(
        rule, hours=(), terms=None, bank_holidays=None, except_dates=(), except_yearly=()
    )
    assume(plain.is_dated)
    span = DateSpan(first, first + timedelta(length))
    assert list(days_of(plain, span, ALMANAC)) == as_dateutil_has_it(plain, span)


def test_a_day_of_the_schedule_is_one_of_its_dates() -> None:
    assert has_date([Rule(days=TUESDAYS)], date(2026, 11, 24), ALMANAC)


@pytest.mark.parametrize("day", [date(2026, 11, 25), date(2026, 12, 8)])
def test_another_day_and_an_exception_are_none_of_its_dates(day: date) -> None:
    rule = Rule(days=TUESDAYS, except_yearly=(YearlySpan((12, 8), (12, 8)),))
    assert not has_date([rule], day, ALMANAC)


def test_a_stretch_is_named_by_its_first_day() -> None:
    festival = Rule(days=Stretch(date(2026, 11, 6), date(2026, 11, 8)))
    found = [has_date([festival], date(2026, 11, day), ALMANAC) for day in (5, 6, 7)]
    assert found == [False, True, False]


def test_the_nearest_dates_are_on_both_sides_and_in_order() -> None:
    some = [Rule(days=TUESDAYS), Rule(days=Dates((date(2026, 11, 26),)))]
    assert nearest_dates(some, date(2026, 11, 25), ALMANAC, 3) == (
        date(2026, 11, 24),
        date(2026, 11, 26),
        date(2026, 12, 1),
    )


def test_the_nearest_dates_may_be_years_away() -> None:
    leap_day = Rule(days=MonthDays((29,)), months=(2,))
    nearest = nearest_dates([leap_day], date(2027, 11, 25), ALMANAC, 2)
    assert nearest == (date(2024, 2, 29), date(2028, 2, 29))


@pytest.mark.parametrize(
    "rule",
    [
        Rule(days=Arranged()),
        Rule(days=MonthDays((31,)), months=(2, 4)),
        Rule(days=Weekly(EVERY_DAY), first=date(2026, 1, 2), last=date(2026, 1, 1)),
        Rule(days=TUESDAYS, except_yearly=(YearlySpan((1, 1), (12, 31)),)),
    ],
)
def test_what_never_happens_has_no_nearest_date(rule: Rule) -> None:
    assert nearest_dates([rule], date(2026, 11, 25), ALMANAC, 3) == ()
