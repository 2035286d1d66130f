"""An expert's own rule is kept as it is, once it is sure that it gives days."""

from __future__ import annotations

from datetime import date, datetime

import pytest
from dateutil.rrule import rrulestr
from rules_in_short import read, rule, told, why

from doorstep.schedules.rules import Recurrence

FIRST = date(2026, 12, 7)


@pytest.mark.parametrize(
    "typed",
    [
        "rrule: FREQ=MONTHLY;BYDAY=-2FR from 7 December 2026, 7pm to 9pm",
        "RRULE:FREQ=MONTHLY;BYDAY=-2FR, 7-9pm, from 7 December 2026",
        "rrule: freq=monthly;byday=-2fr starting 7 December 2026 19:00-21:00",
    ],
)
def test_a_rule_for_experts_has_its_dates_and_times_in_words(typed: str) -> None:
    meant = rule(Recurrence("FREQ=MONTHLY;BYDAY=-2FR"), "19:00-21:00", first=FIRST)
    assert read(typed) == meant


def test_limits_hold_for_it_too() -> None:
    typed = "rrule: FREQ=DAILY;INTERVAL=10 from 7 December 2026 until 1 July 2027, 7pm, not in May"
    months = tuple(month for month in range(1, 13) if month != 5)
    meant = rule(
        Recurrence("FREQ=DAILY;INTERVAL=10"),
        "19:00",
        first=FIRST,
        last=date(2027, 7, 1),
        months=months,
    )
    assert read(typed) == meant


@pytest.mark.parametrize(
    "rrule",
    [
        "FREQ=WEEKLY;BYDAY=MO,TH", "FREQ=WEEKLY;INTERVAL=3;BYDAY=SU;WKST=SU",
        "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1", "FREQ=MONTHLY;BYMONTHDAY=-1",
        "FREQ=YEARLY;BYMONTH=6;BYDAY=3SA", "FREQ=YEARLY;BYWEEKNO=20;BYDAY=MO",
        "FREQ=YEARLY;BYYEARDAY=100", "FREQ=DAILY;BYMONTH=1,7",
    ],
)  # fmt: skip
def test_what_is_kept_can_be_worked_out(rrule: str) -> None:
    kept = read(f"rrule: {rrule} from 7 December 2026").days
    assert kept == Recurrence(rrule)
    assert next(iter(rrulestr(rrule, dtstart=datetime(2026, 12, 7))))


def test_it_asks_from_which_date() -> None:
    assert told("rrule: FREQ=MONTHLY;BYDAY=-2FR") == (
        "[schedules-clear] It does not say from which date. "
        "Write it like this: rrule: FREQ=MONTHLY;BYDAY=-2FR from 22 November 2026"
    )


@pytest.mark.parametrize(
    ("rrule", "said"),
    [
        ("FREQ=HOURLY", "“FREQ=HOURLY” is not known in a rule for days."),
        ("FREQ=DAILY;BYHOUR=9", "“BYHOUR=9” is not known"),
        ("FREQ=DAILY;UNTIL=20301231", "Write the last day after it: until 29 December 2032"),
        ("FREQ=DAILY;COUNT=10", "Write the last day after it: until 29 December 2032"),
        ("FREQ=DAILY;INTERVAL=0", "“INTERVAL=0” is not known"),
        ("FREQ=WEEKLY;BYDAY=2TU", "“BYDAY=2TU” and “FREQ=WEEKLY” do not go together."),
        ("FREQ=WEEKLY;BYMONTHDAY=3", "“BYMONTHDAY” and “FREQ=WEEKLY” do not go together."),
        ("FREQ=MONTHLY;BYDAY=XX", "“BYDAY=XX” is not known"),
        ("FREQ=MONTHLY;BYMONTHDAY=32", "“BYMONTHDAY=32” is not known"),
        ("FREQ=MONTHLY;BYDAY=MO;BYDAY=TU", "is not known in a rule for days"),
        ("FREQ=YEARLY;BYEASTER=0", "“BYEASTER=0” is not known"),
        ("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30", "never happens"),
        ("FREQ=DAILY;BYSETPOS=1", "“BYSETPOS=1” is not known in a rule for days"),
        ("BYDAY=MO", "“BYDAY=MO” is not known in a rule for days."),
        ("FREQ", "“FREQ” is not known"),
    ],
)
def test_what_is_no_rule_for_days_is_named(rrule: str, said: str) -> None:
    reason = why(f"rrule: {rrule} from 7 December 2026, 7pm")
    assert reason.rule == "schedules-understood"
    assert said in f"{reason.message} {reason.fix}"
