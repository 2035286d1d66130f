"""Terms and bank holidays: what is known of a day, and what nobody can know yet."""

from __future__ import annotations

from datetime import date

import pytest

from doorstep.almanac import Almanac, is_region
from doorstep.schedules.rules import DateSpan, YearlySpan

AUTUMN = DateSpan(date(2026, 9, 2), date(2026, 10, 23))
WINTER = DateSpan(date(2026, 11, 2), date(2026, 12, 18))
HALF_TERM = date(2026, 10, 28)


def test_a_term_has_its_first_and_its_last_day() -> None:
    almanac = Almanac((AUTUMN, WINTER))
    days = [AUTUMN.first, AUTUMN.last, HALF_TERM, WINTER.first]
    assert [almanac.in_term(day) for day in days] == [True, True, False, True]


def test_holidays_are_between_terms() -> None:
    almanac = Almanac((AUTUMN, WINTER))
    assert almanac.in_school_holidays(HALF_TERM)
    assert not almanac.in_school_holidays(AUTUMN.last)


@pytest.mark.parametrize("day", [date(2026, 8, 1), date(2026, 12, 19)])
def test_days_before_the_first_term_and_after_the_last_are_neither(day: date) -> None:
    almanac = Almanac((AUTUMN, WINTER))
    assert not almanac.in_term(day)
    assert not almanac.in_school_holidays(day)


def test_without_terms_no_day_is_in_term_or_in_the_holidays() -> None:
    assert not Almanac().in_term(HALF_TERM)
    assert not Almanac().in_school_holidays(HALF_TERM)


def test_terms_without_a_year_hold_for_every_year() -> None:
    almanac = Almanac((YearlySpan((9, 2), (10, 23)), YearlySpan((11, 2), (1, 20))))
    assert [almanac.in_term(date(2031, 9, 2)), almanac.in_term(date(2032, 1, 20))] == [True, True]
    assert almanac.in_school_holidays(date(2040, 10, 28))


@pytest.mark.parametrize(
    ("terms", "until"),
    [
        ((), None),
        ((WINTER, AUTUMN), WINTER.last),
        ((YearlySpan((9, 2), (10, 23)), AUTUMN), date.max),
    ],
)
def test_it_says_until_when_terms_are_known(
    terms: tuple[DateSpan | YearlySpan, ...], until: date | None
) -> None:
    assert Almanac(terms).terms_known_until == until


@pytest.mark.parametrize(
    ("region", "day"),
    [
        ("GB-ENG", date(2027, 8, 30)),
        ("GB-SCT", date(2027, 11, 30)),
        ("GB-WLS", date(2027, 3, 26)),
        ("GB-NIR", date(2027, 3, 17)),
        ("IE", date(2027, 10, 25)),
    ],
)
def test_each_country_keeps_its_own_bank_holidays(region: str, day: date) -> None:
    assert Almanac(region=region).is_bank_holiday(day)


def test_a_day_kept_in_place_of_a_holiday_is_one_too() -> None:
    # Christmas Day 2027 is a Saturday.
    kept = [day for day in range(24, 32) if Almanac().is_bank_holiday(date(2027, 12, day))]
    assert kept == [25, 26, 27, 28]


def test_bank_holidays_come_in_order_over_the_end_of_a_year() -> None:
    around = DateSpan(date(2026, 12, 1), date(2027, 1, 31))
    assert Almanac().bank_holidays_in(around) == (
        date(2026, 12, 25),
        date(2026, 12, 26),
        date(2026, 12, 28),
        date(2027, 1, 1),
    )


@pytest.mark.parametrize("code", ["GB-ENG", "GB-SCT", "GB", "IE", "FR"])
def test_a_code_the_calendars_know_is_a_region(code: str) -> None:
    assert is_region(code)


@pytest.mark.parametrize("code", ["XX", "GB-XXX", "IE-D", ""])
def test_a_code_nobody_knows_is_none(code: str) -> None:
    assert not is_region(code)
