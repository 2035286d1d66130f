"""A line -> the parts it is made of, and the words that are none."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from doorstep.schedules.cursor import Cursor, attempt
from doorstep.schedules.dated import read_spans
from doorstep.schedules.exceptions import read_exceptions
from doorstep.schedules.hours import read_hours
from doorstep.schedules.limits import read_limit
from doorstep.schedules.parts import Closed, Mark, Part, Said
from doorstep.schedules.phrases import read_closed, read_part_of_day
from doorstep.schedules.places import read_frequency, read_month_days, read_places
from doorstep.schedules.rules import DateSpan
from doorstep.schedules.stretches import read_stretch
from doorstep.schedules.tokens import Kind
from doorstep.schedules.unread import CLEAR, ScheduleNotRead, other_weekday
from doorstep.schedules.weekdays import read_weekdays

if TYPE_CHECKING:
    from doorstep.schedules.parts import SpansSaid

_SAY_NOTHING = (
    *("opening hours", "opening times", "open", "we are open", "we open", "we meet", "meets"),
    "meet",
)
"""Words that a schedule says no more with."""
_END_DAYS = ("month", "daily", "day", "weekdays", "weekends")
_MARKS = {
    Kind.COMMA: Mark.COMMA,
    Kind.AND: Mark.AND,
    Kind.COLON: Mark.COLON,
    Kind.STOP: Mark.STOP,
}


def read_parts(cursor: Cursor) -> tuple[list[Part], list[str]]:
    """Return what a line says, in order, and the stretches of it that say nothing known."""
    parts: list[Part] = []
    unknown: list[tuple[int, int]] = []
    while cursor.here.kind is not Kind.END:
        mark = cursor.at
        said = _read_closed_after(parts, cursor) or _read_part(cursor)
        if said is not None:
            parts.append(Part(said, cursor.since(mark)))
            continue
        cursor.skip()
        if unknown and unknown[-1][1] == mark:
            mark = unknown.pop()[0]
        unknown.append((mark, cursor.at))
    return parts, [cursor.between(*stretch) for stretch in unknown]


def _read_closed_after(parts: list[Part], cursor: Cursor) -> Closed | None:
    """Read "Thursday: closed", whatever comes next."""
    if not parts or parts[-1].said is not Mark.COLON:
        return None
    mark = cursor.at
    exception = read_exceptions(cursor)
    if exception and exception.closes and not exception.closed_weekdays:
        raise _closed_may_be_of_both(cursor.since(mark))
    cursor.at = mark
    return read_closed(cursor)


def _closed_may_be_of_both(text: str) -> ScheduleNotRead:
    """Return the question what "Friday: closed on bank holidays: 8am" says closed of."""
    return ScheduleNotRead(
        CLEAR,
        f"“{text}” can be all that is closed, or “closed” can be of the days before it.",
        f"Write the days that are open first: Every day, 10am to 4pm, {text}",
        wrong=text,
    )


def _read_part(cursor: Cursor) -> Said | None:
    readers = _READERS.get(cursor.here.kind, _ALL)
    return next((said for read in readers if (said := read(cursor)) is not None), None)


def _read_mark(cursor: Cursor) -> Mark | None:
    if cursor.any_of(*_SAY_NOTHING):
        return Mark.COMMA
    mark = cursor.take(*_MARKS)
    return _MARKS[mark.kind] if mark else None


@attempt
def _read_dash(cursor: Cursor) -> Mark | None:
    """Read a dash that does no more than a comma: "Mondays - 2pm to 4pm - term time only"."""
    mark = cursor.at
    if mark == 0 or not cursor.take(Kind.DASH):
        return None
    before = cursor.tokens[mark - 1]
    ends_days = before.kind in (Kind.WEEKDAY, Kind.WEEKDAYS) or before.word in _END_DAYS
    begins = (ends_days and read_hours(cursor) is not None) or _begins_limit(cursor)
    cursor.at = mark + 1
    return Mark.COMMA if begins else None


def _begins_limit(cursor: Cursor) -> bool:
    """Say whether "term time only" or "not in August" comes next, and not the other end of days."""
    if cursor.here.kind is not Kind.WORD:
        return False
    limit = read_limit(cursor)
    return limit is not None and limit.first is None and limit.last is None


@attempt
def _read_dates(cursor: Cursor) -> SpansSaid | None:
    cursor.word("on")
    mark = cursor.at
    weekday = cursor.take(Kind.WEEKDAYS)
    said = read_spans(cursor)
    if said and weekday:
        return said if _are_on(said, weekday.value, cursor.since(mark)) else None
    return said


def _are_on(said: SpansSaid, weekday: int, text: str) -> bool:
    """Say whether several dates follow a weekday: "Saturdays 3, 10 and 17 July 2027"."""
    days = [span.first for span in said.spans if isinstance(span, DateSpan)]
    if len(days) < 2 or any(span.first != span.last for span in said.spans):
        return False
    for day in days:
        if day.weekday() != weekday:
            raise other_weekday(day, weekday, text)
    return True


_Readers = tuple[Callable[[Cursor], Said | None], ...]

_ALL: _Readers = (
    read_part_of_day,
    read_stretch,
    read_limit,
    read_month_days,
    _read_dates,
    read_places,
    read_frequency,
    read_weekdays,
    read_hours,
    read_closed,
    _read_mark,
)
"""The first that knows the words has them: dates before hours, as "3 July" is no 3 o'clock."""

_READERS: dict[Kind, _Readers] = {
    Kind.CLOCK: (read_hours,),
    Kind.DATE: (read_stretch, _read_dates),
    Kind.NUMBER: (read_part_of_day, read_stretch, _read_dates, read_weekdays, read_hours),
    Kind.ORDINAL: (read_stretch, read_month_days, _read_dates, read_places),
    Kind.WEEKDAY: (read_stretch, _read_dates, read_weekdays),
    Kind.WEEKDAYS: (_read_dates, read_weekdays),
    Kind.MONTH: (read_stretch, _read_dates, read_limit),
    Kind.COMMA: (_read_mark,),
    Kind.COLON: (_read_mark,),
    Kind.STOP: (_read_mark,),
    Kind.AND: (read_limit, _read_mark),
    Kind.DASH: (_read_dash,),
}
"""Those that can begin with a piece of that kind, where not all of them can."""
