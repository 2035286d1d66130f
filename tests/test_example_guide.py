"""The guide that comes with the engine: it has every form of schedule, and never goes stale."""

from __future__ import annotations

from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from shipped import needs_the_example

from doorstep.almanac import Almanac
from doorstep.catalogue import Catalogue
from doorstep.checking import Checked, check_site
from doorstep.diary import Diary
from doorstep.entries import Opening
from doorstep.loading import read_config
from doorstep.occurrences import State
from doorstep.schedules.rules import (
    EVERY_DAY,
    LAST,
    Arranged,
    BankHolidays,
    Dates,
    DayPart,
    MonthDays,
    Monthly,
    Recurrence,
    Rule,
    Stretch,
    Terms,
    Weekly,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from doorstep.details import Change

pytestmark = needs_the_example

ROOT = Path(__file__).resolve().parent.parent

DAYS = [
    date(2026, 11, 22),
    date(2027, 1, 1),
    date(2028, 2, 29),
    date(2028, 8, 14),
    date(2031, 1, 1),
    date(2031, 8, 31),
]


@cache
def checked(today: date) -> Checked:
    config, problems = read_config(ROOT / "site.yaml")
    assert config, problems
    return check_site(config, ROOT / "content", today, jobs=1)


@cache
def diary(today: date) -> Diary:
    guide = checked(today)
    config = guide.draft.config
    catalogue = Catalogue.of(guide.entries, config.freshness, today)
    almanac = Almanac(config.terms, config.bank_holidays)
    return Diary(catalogue, almanac, config.time_zone, today)


@cache
def every_rule() -> list[Rule]:
    entries = checked(DAYS[0]).entries
    opening = (entry.opening_rules for entry in entries if isinstance(entry, Opening))
    return [rule for rules in (*(entry.rules for entry in entries), *opening) for rule in rules]


def weekly(rule: Rule) -> Weekly:
    return rule.days if isinstance(rule.days, Weekly) else Weekly(())


def monthly(rule: Rule) -> Monthly:
    return rule.days if isinstance(rule.days, Monthly) else Monthly(())


def places(rule: Rule) -> set[int]:
    return {place for place, _ in monthly(rule).places}


def is_over_midnight(rule: Rule) -> bool:
    return any(hours.end and hours.end <= hours.start for hours in rule.hours)


FORMS: dict[str, Callable[[Rule], bool]] = {
    "one date": lambda rule: isinstance(rule.days, Dates) and len(rule.days.dates) == 1,
    "several dates": lambda rule: isinstance(rule.days, Dates) and len(rule.days.dates) > 1,
    "a stretch over several days": lambda rule: isinstance(rule.days, Stretch),
    "one day of the week": lambda rule: len(weekly(rule).weekdays) == 1,
    "several days of the week": lambda rule: weekly(rule).weekdays in ((0, 2), (1, 3), (1, 4)),
    "weekdays": lambda rule: weekly(rule).weekdays == (0, 1, 2, 3, 4),
    "weekends": lambda rule: weekly(rule).weekdays == (5, 6),
    "every day": lambda rule: weekly(rule).weekdays == EVERY_DAY,
    "every two weeks": lambda rule: weekly(rule).every == 2,
    "every four weeks": lambda rule: weekly(rule).every == 4,
    "first and third": lambda rule: places(rule) == {1, 3},
    "first, third and fifth": lambda rule: places(rule) == {1, 3, 5},
    "fifth": lambda rule: places(rule) == {5},
    "last": lambda rule: places(rule) == {LAST},
    "every two months": lambda rule: monthly(rule).every == 2,
    "days by their date": lambda rule: isinstance(rule.days, MonthDays) and not rule.months,
    "once a year": lambda rule: isinstance(rule.days, MonthDays) and len(rule.months) == 1,
    "an expert's own rule": lambda rule: isinstance(rule.days, Recurrence),
    "by appointment alone": lambda rule: isinstance(rule.days, Arranged),
    "by appointment at some hours": lambda rule: rule.by_appointment and bool(rule.hours),
    "several hours a day": lambda rule: len(rule.hours) > 1,
    "a start alone": lambda rule: any(hours.end is None for hours in rule.hours),
    "over midnight": is_over_midnight,
    "over midnight every week": lambda rule: is_over_midnight(rule) and bool(weekly(rule).weekdays),
    "no time said": lambda rule: rule.is_dated and not rule.hours and rule.part == "not said",
    "all day": lambda rule: rule.part is DayPart.ALL_DAY,
    "any time": lambda rule: rule.part is DayPart.ANY_TIME,
    "dawn to dusk": lambda rule: rule.part is DayPart.DAYLIGHT,
    "from": lambda rule: rule.first is not None and weekly(rule).every == 1,
    "until": lambda rule: rule.last is not None,
    "in some months": lambda rule: 0 < len(rule.months) < 7,
    "not in August": lambda rule: len(rule.months) == 11 and 8 not in rule.months,
    "in term time": lambda rule: rule.terms is Terms.IN_TERM,
    "in school holidays": lambda rule: rule.terms is Terms.OUT_OF_TERM,
    "not on bank holidays": lambda rule: rule.bank_holidays is BankHolidays.NOT_ON,
    "only on bank holidays": lambda rule: rule.bank_holidays is BankHolidays.ONLY_ON,
    "also on bank holidays": lambda rule: rule.bank_holidays is BankHolidays.ALSO_ON,
    "except one date": lambda rule: any(s.first == s.last for s in rule.except_dates),
    "except some days": lambda rule: any(s.first != s.last for s in rule.except_dates),
    "except days of every year": lambda rule: bool(rule.except_yearly),
}

CHANGES: dict[str, Callable[[Change], bool]] = {
    "cancelled": lambda change: change.cancelled,
    "moved to another time": lambda change: bool(
        change.moved_to and change.moved_to.day == change.on
    ),
    "moved to another day": lambda change: bool(
        change.moved_to and change.moved_to.day != change.on
    ),
    "elsewhere": lambda change: bool(change.where and not change.moved_to),
}


@pytest.mark.parametrize("form", FORMS)
def test_every_form_of_schedule_is_in_the_example(form: str) -> None:
    assert any(FORMS[form](rule) for rule in every_rule())


@pytest.mark.parametrize("form", CHANGES)
def test_every_form_of_change_is_in_the_example(form: str) -> None:
    changes = [change for entry in checked(DAYS[0]).entries for change in entry.changes]
    assert any(CHANGES[form](change) for change in changes)


def test_some_entries_have_several_lines_and_some_lines_several_rules() -> None:
    entries = checked(DAYS[0]).entries
    assert any(len(entry.when) > 1 for entry in entries)
    assert any(len(line.rules) > 1 for entry in entries for line in entry.when)


def test_there_is_enough_in_it_to_look_real() -> None:
    assert sum(bool(entry.when) for entry in checked(DAYS[0]).entries) >= 124


@pytest.mark.parametrize("today", DAYS, ids=str)
def test_nothing_in_the_example_ever_needs_mending(today: date) -> None:
    assert [f"{each.file}: {each.message}" for each in checked(today).problems] == []


@pytest.mark.parametrize("today", DAYS, ids=str)
def test_something_is_on_every_day_of_the_coming_fortnight(today: date) -> None:
    days = [today + timedelta(days=ahead) for ahead in range(14)]
    counts = [sum(one.state is State.ON for one in diary(today).on(day)) for day in days]
    assert min(counts) >= 3


@pytest.mark.parametrize("today", DAYS, ids=str)
def test_something_is_always_cancelled_moved_and_elsewhere(today: date) -> None:
    to_come = diary(today).between(today, today + timedelta(weeks=3))
    assert {one.state for one in to_come} == set(State)
    assert any(one.where for one in to_come)
