"""Single dates that are not as usual: cancelled, moved, or somewhere else."""

from __future__ import annotations

from datetime import date, datetime, time
from zoneinfo import ZoneInfo

import pytest
from builders import entry, messages

from doorstep.almanac import Almanac
from doorstep.occurrences import Occurrence, State, Window, occurrences_of
from doorstep.schedules.rules import DayPart, Hours, Rule, Weekly

NOVEMBER = Window(date(2026, 11, 1), date(2026, 11, 30))
MORNING = Hours(time(10, 30), time(12))
TUESDAYS = Rule(days=Weekly((1,)), hours=(MORNING,))


def expand(
    *changes: str, rule: Rule = TUESDAYS, window: Window = NOVEMBER
) -> tuple[Occurrence, ...]:
    said = entry(f"changes: [{', '.join(changes)}]").changes
    return occurrences_of((rule,), said, "tea", window, Almanac(), ZoneInfo("Europe/London"))


def told(found: tuple[Occurrence, ...]) -> list[str]:
    return [f"{one.start.day} {one.state}" for one in found]


def moved(to: str, rule: Rule = TUESDAYS) -> Occurrence:
    """Return the date that takes the place of Tuesday 24 November."""
    found = expand(f"{{on: 2026-11-24, moved_to: '{to}'}}", rule=rule)
    (new,) = (one for one in found if one.usual)
    return new


def times(occurrence: Occurrence) -> tuple[str, str]:
    return wall(occurrence.start), wall(occurrence.end)


def wall(moment: datetime | None) -> str:
    return f"{moment:%a %d %H:%M}" if moment else ""


def test_a_cancelled_date_stays_and_says_why() -> None:
    found = expand("{on: 2026-11-24, cancelled: yes, because: the hall is flooded}")
    assert told(found) == ["3 on", "10 on", "17 on", "24 cancelled"]
    assert found[-1].because == "the hall is flooded"


def test_a_moved_date_is_there_twice_and_each_knows_of_the_other() -> None:
    found = expand("{on: 2026-11-24, moved_to: 'Wednesday 25 November, 2pm', because: snow}")
    assert told(found)[-2:] == ["24 moved", "25 on"]
    old, new = found[-2:]
    assert (old.instead, new.usual) == (new.start, old.start)
    assert (old.on, new.on, new.because) == (date(2026, 11, 24), date(2026, 11, 24), "snow")


@pytest.mark.parametrize(
    ("to", "expected"),
    [
        ("Wednesday 25 November", ("Wed 25 10:30", "Wed 25 12:00")),
        ("2pm", ("Tue 24 14:00", "Tue 24 15:30")),
        ("Wednesday 25 November, 2pm", ("Wed 25 14:00", "Wed 25 15:30")),
        ("Wednesday 25 November, 2pm to 3pm", ("Wed 25 14:00", "Wed 25 15:00")),
        ("25/11/2026, 11pm", ("Wed 25 23:00", "Thu 26 00:30")),
    ],
)
def test_what_is_not_said_of_the_new_date_stays_as_usual(
    to: str, expected: tuple[str, str]
) -> None:
    assert times(moved(to)) == expected


def test_a_date_without_a_time_gets_one_when_it_is_moved_to_one() -> None:
    new = moved("2pm", Rule(days=Weekly((1,)), part=DayPart.ALL_DAY))
    assert (times(new), new.is_timed, new.is_all_day) == (("Tue 24 14:00", ""), True, False)


def test_a_whole_day_stays_one_on_another_day() -> None:
    new = moved("25 November", Rule(days=Weekly((1,)), part=DayPart.ALL_DAY))
    assert (new.is_timed, new.is_all_day, new.last_day) == (False, True, date(2026, 11, 25))


def test_a_new_time_is_on_the_clock_of_its_own_day() -> None:
    last_summer_day = Window(date(2026, 10, 20), date(2026, 10, 27))
    found = expand("{on: 2026-10-20, moved_to: 26 October}", window=last_summer_day)
    assert [f"{one.start:%d %H:%M}" for one in found] == ["20 10:30", "26 10:30", "27 10:30"]


def test_a_date_moved_into_the_window_from_outside_counts() -> None:
    assert told(expand("{on: 2026-12-01, moved_to: Monday 30 November}"))[-1] == "30 on"


def test_a_date_moved_out_of_the_window_leaves_word_of_it_behind() -> None:
    found = expand("{on: 2026-11-24, moved_to: 2 December}")
    assert told(found)[-1] == "24 moved"
    assert found[-1].instead == datetime(2026, 12, 2, 10, 30, tzinfo=ZoneInfo("Europe/London"))


def test_a_date_moved_to_another_that_is_usual_is_there_once() -> None:
    found = expand("{on: 2026-11-17, moved_to: 24 November}")
    assert told(found) == ["3 on", "10 on", "17 moved", "24 on"]
    assert found[-1].usual is None


def test_what_is_moved_to_a_cancelled_date_does_not_hide_that_it_is_cancelled() -> None:
    changes = ("{on: 2026-11-17, moved_to: 24 November}", "{on: 2026-11-24, cancelled: yes}")
    assert told(expand(*changes))[-2:] == ["24 cancelled", "24 on"]


def test_another_place_is_told_with_the_reason() -> None:
    elsewhere = expand("{on: 2026-11-24, where: library, because: the hall is flooded}")[-1]
    assert (elsewhere.where, elsewhere.because) == ("library", "the hall is flooded")
    assert elsewhere.state is State.ON


def test_a_moved_date_may_be_somewhere_else_too() -> None:
    change = "{on: 2026-11-24, moved_to: 25 November, where: library}"
    assert [one.where for one in expand(change)[-2:]] == ["", "library"]


def test_a_change_on_a_day_that_is_not_in_the_schedule_changes_nothing() -> None:
    changes = ("{on: 2026-11-25, cancelled: yes}", "{on: 2026-11-26, moved_to: 27 November}")
    assert expand(*changes) == expand()


def test_a_change_that_changes_nothing_changes_nothing() -> None:
    assert expand("{on: 2026-11-24, because: snow}") == expand()


def test_of_two_changes_to_one_date_the_last_counts() -> None:
    changes = ("{on: 2026-11-24, where: library}", "{on: 2026-11-24, cancelled: yes}")
    assert told(expand(*changes))[-1] == "24 cancelled"


def test_a_cancelled_date_is_cancelled_wherever_else_it_was_to_be() -> None:
    both = "{on: 2026-11-24, cancelled: yes, moved_to: 25 November}"
    assert told(expand(both))[-1] == "24 cancelled"


def test_every_time_of_a_changed_date_is_changed() -> None:
    twice = Rule(days=Weekly((1,)), hours=(MORNING, Hours(time(19), time(21))))
    found = expand("{on: 2026-11-24, moved_to: 25 November}", rule=twice)
    assert told(found)[-4:] == ["24 moved", "24 moved", "25 on", "25 on"]


def test_the_words_of_a_moved_date_are_kept_as_they_were_typed() -> None:
    (change,) = entry("changes: [{on: 2026-11-24, moved_to: ' 25  November '}]").changes
    assert change.moved_to is not None
    assert change.moved_to.text == "25 November"


def test_a_new_date_that_cannot_be_read_is_explained() -> None:
    (message,) = messages("changes: [{on: 2026-11-24, moved_to: when the hall is dry}]")
    assert "when the hall is dry" in message


def test_a_new_date_that_contradicts_its_weekday_is_explained() -> None:
    (message,) = messages("changes: [{on: 2026-11-24, moved_to: Friday 25 November 2026}]")
    assert "25 November 2026 is a Wednesday, not a Friday" in message


def test_a_new_date_waits_for_the_usual_one_to_be_readable() -> None:
    (message,) = messages("changes: [{on: 31 November 2026, moved_to: 1 December}]")
    assert message.startswith("31 November 2026 is not a date")
