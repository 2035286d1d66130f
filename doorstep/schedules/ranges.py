"""A start and an end as they were written -> the hours they can mean.

The am or pm of one side holds for the other where just one reading is then under 12 hours. Where
several are left, all are returned, and people are asked.
"""

from __future__ import annotations

from datetime import time
from itertools import product
from typing import TYPE_CHECKING

from doorstep.schedules.clock import MIDNIGHT, NOON, read_on_24_hours
from doorstep.schedules.rules import Hours
from doorstep.schedules.unread import CLEAR, IN_ORDER, ScheduleNotRead

if TYPE_CHECKING:
    from collections.abc import Sequence

    from doorstep.schedules.clock import Clock

Readings = tuple[Hours, ...]
"""One stretch of the day in each way it can be meant, or several stretches in one way."""

HALF_A_DAY = 12 * 60
"""In minutes."""
NIGHT_STARTS = time(17)
"""From this hour on an evening may go on past midnight without a word about it."""
NIGHT_ENDS = time(6)
"""At the latest, when nobody says "the next day"."""
LATE_MORNING = time(9)
"""From this hour on a time by itself that ends at 12pm is in the morning: 9-12pm."""
DAY_STARTS = 7
"""Bare hours before this one are more often in the afternoon."""


def start_alone(start: Clock, text: str) -> Readings:
    """Return what a start can be: bare 10, 11 and 12 are in the day."""
    choices = in_the_day(start)
    check_midnight(start, choices, text)
    return tuple(Hours(choice) for choice in choices)


def start_and_end(start: Clock, end: Clock, text: str, *, next_day: bool = False) -> Readings:
    """Return what a start and an end can mean; an evening may go on into the small hours."""
    readings = _on_the_next_day(start, end, text) if next_day else _readings(start, end)
    if len(readings) == 1 and not next_day and not _is_in_order(readings[0]):
        raise _ends_before_it_starts(text)
    check_midnight(start, [hours.start for hours in readings], text)
    return readings


def in_the_day(clock: Clock) -> tuple[time, ...]:
    """Return what a time can be by itself."""
    if clock.is_early:
        return (_turned(clock.choices[0]), *clock.choices)
    if clock.is_certain:
        return clock.choices
    before, after = clock.choices
    if before.hour == 0:
        return (after,)
    return (before,) if before.hour >= 10 else _likely(clock)


def half_a_day_later(hours: Hours) -> Hours:
    """Return the same on the clock's next round."""
    end = None if hours.end is None else _turned(hours.end)
    return Hours(_turned(hours.start), end)


def _turned(clock: time) -> time:
    return clock.replace(hour=(clock.hour + NOON.hour) % 24)


def _likely(clock: Clock) -> tuple[time, ...]:
    """Return what a time can be, first what people mean more often: 9am, 2pm."""
    return clock.choices[::-1] if clock.choices[0].hour < DAY_STARTS else clock.choices


def _readings(start: Clock, end: Clock) -> Readings:
    if start.is_early and end.is_early:
        by_clock = Hours(start.choices[0], end.choices[0])
        return (half_a_day_later(by_clock), by_clock)
    if start.is_certain and end.is_certain:
        return (Hours(start.choices[0], end.choices[0]),)
    pairs = [Hours(one, other) for one, other in product(_likely(start), end.choices)]
    short = [hours for hours in pairs if 0 < _minutes(hours) < HALF_A_DAY]
    if not (start.is_certain or end.is_certain):
        by_day = in_the_day(start)
        short = [hours for hours in short if hours.start in by_day]
    # Nobody means a whole day by "8-8pm" or by "9-9".
    short = short or [hours for hours in pairs if _minutes(hours)]
    if _may_be_slip(start, end, short):
        short += [half_a_day_later(hours) for hours in short]
    if start.on_24_hours or end.on_24_hours:
        # Who writes 20:00 may well mean the morning by 7:00, even if that is 13 hours.
        short.append(Hours(read_on_24_hours(start), read_on_24_hours(end)))
    return tuple(dict.fromkeys(short))


def _may_be_slip(start: Clock, end: Clock, short: Sequence[Hours]) -> bool:
    """Say whether am may stand for pm or the other way round: "11-12.30am", "10-12am", "7-12pm".

    The start is bare then, and the end would take it out of the day, or is 12am or 12pm.
    """
    if start.is_certain or not end.is_certain or end.is_named or len(short) != 1:
        return False
    (hours,) = short
    last = end.choices[0]
    if hours.start < LATE_MORNING and last == NOON:
        return True
    at_night = hours.start not in in_the_day(start) and hours.start != MIDNIGHT
    return last < NOON and (last.hour == MIDNIGHT.hour or at_night)


def _on_the_next_day(start: Clock, end: Clock, text: str) -> Readings:
    pairs = [Hours(one, other) for one, other in product(_likely(start), end.choices)]
    over_midnight = [hours for hours in pairs if not _ends_on_its_day(hours)]
    if not over_midnight:
        raise _longer_than_a_day(text)
    short = [hours for hours in over_midnight if 0 < _minutes(hours) < HALF_A_DAY]
    return tuple(short or over_midnight)


def _minutes(hours: Hours) -> int:
    end = hours.end or hours.start
    ahead = (end.hour - hours.start.hour) * 60 + end.minute - hours.start.minute
    return ahead % (2 * HALF_A_DAY)


def _ends_on_its_day(hours: Hours) -> bool:
    return hours.end is not None and hours.start < hours.end


def _is_in_order(hours: Hours) -> bool:
    if hours.end is None or hours.start < hours.end or hours.end == MIDNIGHT:
        return True
    return hours.start >= NIGHT_STARTS and hours.end <= NIGHT_ENDS


def check_midnight(clock: Clock, choices: Sequence[time], text: str) -> None:
    """Ask which midnight: "Saturday, midnight" may be the one before Saturday or after it."""
    if list(choices) == [MIDNIGHT] and not clock.is_day_start:
        raise ScheduleNotRead(
            CLEAR,
            f"“{text}” can be the night before that day or the night after it.",
            "For the night before, write “midnight at the start of the day”; "
            "for the night after, write the same with the next day.",
            wrong=text,
        )


def _ends_before_it_starts(text: str) -> ScheduleNotRead:
    return ScheduleNotRead(
        IN_ORDER,
        f"“{text}” ends before it starts.",
        "Check both times with the group. If it goes on past midnight, "
        f"write “{text} the next day”.",
        wrong=text,
    )


def _longer_than_a_day(text: str) -> ScheduleNotRead:
    return ScheduleNotRead(
        IN_ORDER,
        f"“{text}” is longer than a day.",
        "Write both dates with their times, like this: "
        "Friday 6 March 2026, 6pm to Sunday 8 March 2026, 4pm",
        wrong=text,
    )
