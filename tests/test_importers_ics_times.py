"""What the times of a calendar become: rules, exceptions and changed dates."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from made_calendars import Town, calendar, event, rules_of

from doorstep.importers.outcomes import Fate
from doorstep.schedules.rules import Dates


@pytest.fixture
def town(tmp_path: Path) -> Town:
    return Town(tmp_path)


def when(town: Town, *lines: str, head: str = "") -> tuple[object, ...]:
    report = town.imports(calendar(event(*lines), head=head))
    assert [outcome.reason for outcome in report.outcomes] == [""]
    return town.rules()


def means(*lines: str) -> tuple[object, ...]:
    return rules_of(list(lines), date(2026, 11, 8))


@pytest.mark.parametrize(
    ("rule", "line"),
    [
        ("FREQ=WEEKLY;BYDAY=TU", "Every Tuesday, 10:30am"),
        ("FREQ=WEEKLY", "Every Tuesday, 10:30am"),
        ("freq=weekly;byday=tu, th", "Every Tuesday and Thursday, 10:30am"),
        ("FREQ=DAILY", "Every day from 10 November 2026, 10:30am"),
        ("FREQ=DAILY;BYDAY=TU,WE,TH,FR", "Tuesday to Friday, 10:30am"),
        ("FREQ=WEEKLY;INTERVAL=2", "Every two weeks on Tuesday from 10 November 2026, 10:30am"),
        ("FREQ=MONTHLY;BYDAY=2TU", "Second Tuesday of the month, 10:30am"),
        ("FREQ=MONTHLY;BYDAY=TU;BYSETPOS=2", "Second Tuesday of the month, 10:30am"),
        (
            "FREQ=MONTHLY;BYDAY=TU;BYMONTHDAY=8,9,10,11,12,13,14",
            "Second Tuesday of the month, 10:30am",
        ),
        ("FREQ=MONTHLY;BYDAY=2TU,-1TU", "Second and last Tuesday of the month, 10:30am"),
        ("FREQ=MONTHLY", "The 10th of the month, 10:30am"),
        ("FREQ=YEARLY;BYMONTH=11;BYDAY=2TU", "Second Tuesday of November, 10:30am"),
        ("FREQ=YEARLY", "10 November every year, 10:30am"),
        ("FREQ=WEEKLY;UNTIL=20261215T103000Z", "Every Tuesday until 15 December 2026, 10:30am"),
        ("FREQ=WEEKLY;UNTIL=20261215", "Every Tuesday until 15 December 2026, 10:30am"),
        ("FREQ=WEEKLY;UNTIL=99991231T235959Z", "Every Tuesday, 10:30am"),
        ("FREQ=WEEKLY;COUNT=3", "Every Tuesday until 24 November 2026, 10:30am"),
        ("RRULE:FREQ=WEEKLY", "Every Tuesday, 10:30am"),
        ("FREQ=WEEKLY;BYHOUR=10;BYMINUTE=30;BYSECOND=0", "Every Tuesday, 10:30am"),
        ("FREQ=WEEKLY;X-ODD=1", "Every Tuesday, 10:30am"),
        (
            "FREQ=MONTHLY;BYDAY=-3TU",
            "rrule: FREQ=MONTHLY;BYDAY=-3TU from 10 November 2026, 10:30am",
        ),
    ],
)
def test_a_series_is_said_in_the_guides_words(town: Town, rule: str, line: str) -> None:
    assert when(town, f"RRULE:{rule}") == means(line)


@pytest.mark.parametrize(
    "rule",
    [
        "FREQ=HOURLY",
        "FREQ=MINUTELY",
        "FREQ=SECONDLY;COUNT=1",
        "FREQ=WEEKLY;BYHOUR=9,14",
        "FREQ=WEEKLY;INTERVAL=0",
        "FREQ=WEEKLY;COUNT=0",
        "FREQ=WEEKLY;COUNT=-1",
        "FREQ=FORTNIGHTLY",
        "FREQ=WEEKLY;BYDAY=2TU",
        "FREQ=WEEKLY;BYDAY=TUESDAY",
        "FREQ=MONTHLY;BYMONTHDAY=32",
        "FREQ=YEARLY;BYMONTH=13",
        "FREQ=WEEKLY;UNTIL=20261301",
        "FREQ=WEEKLY;UNTIL=tomorrow",
        "FREQ=WEEKLY;FREQ=DAILY",
        "FREQ=WEEKLY;often",
        "FREQ=MONTHLY;BYMONTHDAY=" + ",".join(["1"] * 500),
        "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30",
        "BYDAY=TU",
    ],
)
def test_a_rule_that_cannot_be_followed_is_named_with_its_line(town: Town, rule: str) -> None:
    said = town.says(calendar(event(f"RRULE:{rule}"), event(uid="2", title="Chess")))
    assert "Line 3, Tea and talk: " in said
    assert "(line 7" in said
    assert list(town.files) == ["chess"]


def test_an_end_that_is_not_said_is_not_made_up(town: Town) -> None:
    assert when(town) == means("Tuesday 10 November 2026, 10:30am")


def test_an_end_at_the_start_is_no_end(town: Town) -> None:
    end = "DTEND;TZID=Europe/London:20261110T103000"
    assert when(town, end) == means("Tuesday 10 November 2026, 10:30am")


def test_an_end_before_the_start_is_named_and_not_guessed(town: Town) -> None:
    raw = calendar(event("DTEND;TZID=Europe/London:20261110T093000"))
    assert "it would end (“20261110T093000”, line 7) before it starts" in town.says(raw)
    assert town.rules() == means("Tuesday 10 November 2026, 10:30am")


def test_an_end_years_later_is_named_and_not_believed(town: Town) -> None:
    raw = calendar(event("DTEND;TZID=Europe/London:20361110T120000"))
    assert "it would only end years later (“20361110T120000”, line 7)" in town.says(raw)
    assert town.rules() == means("Tuesday 10 November 2026, 10:30am")


@pytest.mark.parametrize(
    ("lines", "line"),
    [
        (["DURATION:PT90M"], "Tuesday 10 November 2026, 10:30am to midday"),
        (["DTSTART:20261110T103000"], "Tuesday 10 November 2026, 10:30am"),
        (["DTSTART:20270710T093000Z"], "10 July 2027, 10:30am"),
        (["DTSTART:20261110T103000+0200"], "Tuesday 10 November 2026, 8:30am"),
        (["DTSTART;VALUE=DATE:20261110"], "Tuesday 10 November 2026, all day"),
        (["DTSTART:20261110", "DTEND:20261110"], "Tuesday 10 November 2026, all day"),
        (["DTSTART:20261110", "DTEND:20261113"], "10 to 12 November 2026"),
        (["DTSTART:20261110", "DURATION:P3D"], "10 to 12 November 2026"),
        (["DTSTART:20261110T220000", "DTEND:20261111T020000"], "10 November 2026, 10pm to 2am"),
        (
            ["DTSTART:20261110T220000", "DTEND:20261111T000000"],
            "10 November 2026, 10pm to midnight",
        ),
        (
            ["DTSTART:20261113T180000", "DTEND:20261115T160000"],
            "Friday 13 November 2026, 6pm to Sunday 15 November 2026, 4pm",
        ),
        (["DTSTART:20261110T240000"], "Wednesday 11 November 2026, 00:00"),
    ],
)
def test_one_date_is_said_in_the_guides_words(town: Town, lines: list[str], line: str) -> None:
    assert when(town, *lines) == means(line)


def test_a_time_in_utc_is_meant_on_the_calendars_own_clock(town: Town) -> None:
    lines = ("DTSTART:20270713T093000Z", "RRULE:FREQ=WEEKLY;COUNT=40")
    found = when(town, *lines, head="X-WR-TIMEZONE:Europe/London")
    assert found == means("Every Tuesday from 13 July 2027 until 11 April 2028, 10:30am")


def test_a_series_in_utc_is_an_hour_later_in_summer_and_that_is_told(town: Town) -> None:
    raw = calendar(event("DTSTART:20261110T103000Z", "RRULE:FREQ=WEEKLY"))
    assert "its times are those of UTC" in town.says(raw)
    assert town.rules()[:2] == means(
        "Every Tuesday from 10 November 2026 until 23 March 2027, 10:30am",
        "Every Tuesday from 30 March 2027 until 26 October 2027, 11:30am",
    )


def test_a_series_of_a_place_that_keeps_step_is_one_rule(town: Town) -> None:
    lines = ("DTSTART;TZID=Europe/Berlin:20261110T103000", "RRULE:FREQ=WEEKLY")
    assert when(town, *lines) == means("Every Tuesday, 9:30am")


def test_exceptions_are_left_out_and_those_that_follow_each_other_are_one(town: Town) -> None:
    exceptions = "EXDATE;TZID=Europe/London:20261222T103000,20261223T103000,20270105T103000"
    assert when(town, "RRULE:FREQ=DAILY;UNTIL=20270201", exceptions) == means(
        "Every day from 10 November 2026 until 1 February 2027, 10:30am, "
        "except 22 to 23 December 2026 and 5 January 2027"
    )


@pytest.mark.parametrize(
    "exception", ["EXDATE:20261222T103000Z", "EXDATE;VALUE=DATE:20261222", "EXDATE:20261222"]
)
def test_an_exception_may_be_in_utc_or_a_day(town: Town, exception: str) -> None:
    assert when(town, "RRULE:FREQ=WEEKLY", exception) == means(
        "Every Tuesday, 10:30am, except 22 December 2026"
    )


def test_exceptions_that_are_none_of_its_dates_are_told(town: Town) -> None:
    raw = calendar(event("RRULE:FREQ=WEEKLY", "EXDATE:20261223", "EXDATE:20261222T110000"))
    assert "on which it is not anyway: 23 December 2026, 22 December 2026 at 11am" in town.says(raw)


def test_dates_besides_a_rule_are_said_after_it(town: Town) -> None:
    assert when(town, "RRULE:FREQ=WEEKLY", "RDATE;TZID=Europe/London:20261213T103000") == means(
        "Every Tuesday, 10:30am", "Sunday 13 December 2026, 10:30am"
    )


def test_dates_may_be_all_there_is(town: Town) -> None:
    assert when(town, "RDATE;VALUE=PERIOD:20261112T103000Z/PT1H,20261114T103000Z/PT1H") == means(
        "10, 12 and 14 November 2026, 10:30am"
    )


def test_a_series_with_many_exceptions_is_written_out(town: Town) -> None:
    days = ",".join(f"2026{month}{day:02}" for month in (11, 12) for day in range(11, 30))
    raw = calendar(event("RRULE:FREQ=DAILY;UNTIL=20261231", f"EXDATE:{days}"))
    assert "it has many exceptions" in town.says(raw)
    named = [rule.days for rule in town.rules()]
    kept = [day for one in named if isinstance(one, Dates) for day in one.dates]
    assert [day.day for day in kept] == [10, 30, *range(1, 11), 30, 31]


def changed(*lines: str, on: str = "20261117T103000") -> str:
    return event(f"RECURRENCE-ID;TZID=Europe/London:{on}", *lines)


def test_a_date_that_is_cancelled_says_why(town: Town) -> None:
    lines = ("STATUS:CANCELLED", "COMMENT:The hall is flooded")
    town.imports(calendar(event("RRULE:FREQ=WEEKLY"), changed(*lines)))
    assert town.facts()["changes"] == [
        {"on": "2026-11-17", "cancelled": "yes", "because": "The hall is flooded"}
    ]


def test_a_date_called_cancelled_in_its_title_is_cancelled(town: Town) -> None:
    one = changed().replace("SUMMARY:Tea", "SUMMARY:CANCELLED: Tea")
    town.imports(calendar(event("RRULE:FREQ=WEEKLY"), one))
    assert town.facts()["changes"] == [{"on": "2026-11-17", "cancelled": "yes"}]


def test_a_date_somewhere_else_keeps_its_time(town: Town) -> None:
    here, there = "LOCATION:Garden Hall", "LOCATION:Library"
    start = "DTSTART;TZID=Europe/London:20261117T103000"
    raw = calendar(event("RRULE:FREQ=WEEKLY", here), changed(start, there))
    town.imports(raw)
    assert town.facts()["changes"] == [{"on": "2026-11-17", "where": "Library"}]


def test_a_date_that_is_not_of_its_series_is_a_date_besides(town: Town) -> None:
    start = "DTSTART;TZID=Europe/London:20261119T140000"
    town.imports(calendar(event("RRULE:FREQ=WEEKLY"), changed(start, on="20261118T103000")))
    assert town.rules() == means("Every Tuesday, 10:30am", "Thursday 19 November 2026, 2pm")


def test_dates_whose_series_is_not_there_stand_for_themselves(town: Town) -> None:
    first = changed("DTSTART;TZID=Europe/London:20261117T110000")
    second = changed("DTSTART;TZID=Europe/London:20261124T110000", on="20261124T103000")
    town.imports(calendar(first, second))
    assert town.rules() == means("17 and 24 November 2026, 11am")


def test_the_order_of_a_file_does_not_matter(town: Town) -> None:
    one = changed("DTSTART;TZID=Europe/London:20261118T110000")
    town.imports(calendar(one, event("RRULE:FREQ=WEEKLY")))
    assert town.facts()["changes"] == [
        {"on": "2026-11-17", "moved_to": "Wednesday 18 November 2026, 11am"}
    ]


def test_the_latest_version_of_a_changed_date_counts(town: Town) -> None:
    start = "DTSTART;TZID=Europe/London:20261118T1{}0000"
    versions = [changed(start.format(2), "SEQUENCE:5"), changed(start.format(4), "SEQUENCE:2")]
    town.imports(calendar(event("RRULE:FREQ=WEEKLY"), *versions))
    assert town.facts()["changes"] == [
        {"on": "2026-11-17", "moved_to": "Wednesday 18 November 2026, midday"}
    ]


def test_a_series_that_changes_for_good_is_named(town: Town) -> None:
    one = changed().replace("RECURRENCE-ID;", "RECURRENCE-ID;RANGE=THISANDFUTURE;")
    assert "it changes for good" in town.says(calendar(event("RRULE:FREQ=WEEKLY"), one))


def test_what_is_over_is_counted_on_one_line(town: Town) -> None:
    past = [
        event(f"DTSTART:202001{day}T100000", uid=str(day), title=f"Walk {day}")
        for day in range(10, 25)
    ]
    report = town.imports(calendar(event(), *past))
    assert [outcome.fate for outcome in report.outcomes].count(Fate.OVER) == 15
    over = [line for line in report.lines if "Walk" in line]
    assert len(over) == 1
    assert over[0].endswith("; and 5 more)")


@pytest.mark.parametrize(
    "lines",
    [
        ["DTSTART:20261101T100000"],
        ["DTSTART:20261107", "DTEND:20261108"],
        ["DTSTART:20260101T100000", "RRULE:FREQ=WEEKLY;UNTIL=20261107"],
        ["DTSTART:20260101T100000", "RRULE:FREQ=DAILY;COUNT=10"],
        ["DTSTART:20261105T100000", "RRULE:FREQ=DAILY;COUNT=4", "EXDATE:20261108"],
        ["DTSTART:19000101T100000", "RDATE:19000201T100000"],
    ],
)
def test_what_has_no_date_to_come_is_over(town: Town, lines: list[str]) -> None:
    report = town.imports(calendar(event(*lines)))
    assert [outcome.fate for outcome in report.outcomes] == [Fate.OVER]


@pytest.mark.parametrize(
    "lines",
    [
        ["DTSTART:20261108T000000"],
        ["DTSTART:20261101", "DTEND:20261109"],
        ["DTSTART:20261101T100000", "DTEND:20261108T100000"],
        ["DTSTART:20261105T100000", "RRULE:FREQ=DAILY;COUNT=4"],
        ["DTSTART:20240229T100000", "RRULE:FREQ=YEARLY"],
        ["DTSTART:20280229T100000"],
    ],
)
def test_what_goes_on_today_or_comes_one_day_is_not_over(town: Town, lines: list[str]) -> None:
    report = town.imports(calendar(event(*lines)))
    assert [outcome.fate for outcome in report.outcomes] == [Fate.NEW]
