"""Made-up schedules, for laws that hold for all: any rule that a line of `when` can say."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, time, timedelta
from itertools import count
from typing import TYPE_CHECKING, TypedDict

from hypothesis import strategies as st

from doorstep.schedules.rules import (
    EVERY_DAY,
    LAST,
    Arranged,
    BankHolidays,
    Dates,
    DateSpan,
    DayPart,
    Hours,
    MonthDays,
    Monthly,
    Recurrence,
    Rule,
    Stretch,
    Terms,
    Weekly,
    YearlySpan,
    in_order,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from hypothesis.strategies import DrawFn, SearchStrategy

EARLIEST = date(2024, 1, 1)
LATEST = date(2032, 12, 31)
A_LEAP_YEAR = 2000
WEEK = 7

LONG_ENOUGH = 90
"""Days that a rule goes on for at least, so that its exceptions leave something of it."""

RRULES = (
    "FREQ=MONTHLY;BYDAY=-2FR",
    "FREQ=DAILY;INTERVAL=3",
    "FREQ=WEEKLY;BYDAY=MO,TH",
    "FREQ=YEARLY;BYMONTH=6;BYDAY=3SA",
)


class Told(TypedDict, total=False):
    """What a rule says besides its days."""

    hours: tuple[Hours, ...]
    part: DayPart
    by_appointment: bool
    first: date | None
    last: date | None
    months: tuple[int, ...]
    terms: Terms | None
    bank_holidays: BankHolidays | None
    except_dates: tuple[DateSpan, ...]
    except_yearly: tuple[YearlySpan, ...]


def rules() -> SearchStrategy[Rule]:
    """Return any rule, everything in it in order and each thing once."""
    by_appointment = st.just(Rule(days=Arranged(), by_appointment=True))
    return st.one_of(
        weekly_rules(),
        monthly_rules(),
        month_day_rules(),
        dated_rules(),
        expert_rules(),
        by_appointment,
    )


@st.composite
def weekly_rules(draw: DrawFn) -> Rule:
    """Make up a rule about days of the week."""
    weekdays = draw(numbers(0, 6))
    every = draw(st.just(1) | st.integers(1, 6))
    told = draw(repeating())
    if every > 1:
        told |= draw(counted_from(lambda day: day.weekday() in weekdays))
    if weekdays == EVERY_DAY and told["bank_holidays"] is BankHolidays.ALSO_ON:
        # Every day has the bank holidays already.
        told["bank_holidays"] = None
    return Rule(days=Weekly(weekdays, every), **told)


@st.composite
def monthly_rules(draw: DrawFn) -> Rule:
    """Make up a rule about weekdays by their place in the month."""
    pairs = st.tuples(st.sampled_from([1, 2, 3, 4, 5, LAST]), st.integers(0, 6))
    found = draw(st.sets(pairs, min_size=1, max_size=4))
    every = draw(st.just(1) | st.integers(1, 6))
    told = draw(repeating())
    if every > 1:
        told |= draw(counted_from(lambda day: bool(found & places_of(day))))
    return Rule(days=Monthly(in_order(found), every), **told)


@st.composite
def month_day_rules(draw: DrawFn) -> Rule:
    """Make up a rule about days by their date in the month."""
    told = draw(repeating())
    longest = min((monthrange(A_LEAP_YEAR, month)[1] for month in told["months"]), default=31)
    # An exception that falls on the only day of its year would leave nothing.
    told["except_yearly"] = ()
    return Rule(days=MonthDays(draw(numbers(1, longest, most=4))), **told)


def dated_rules() -> SearchStrategy[Rule]:
    """Return rules that name their dates."""
    return single_dates() | stretches()


@st.composite
def single_dates(draw: DrawFn) -> Rule:
    """Make up a rule with single dates, some of them in a row."""
    apart = draw(st.sets(days(), min_size=1, max_size=3))
    in_a_row = draw(st.integers(0, 4))
    dates = apart | {max(apart) + timedelta(more) for more in range(in_a_row)}
    return Rule(days=Dates(tuple(sorted(dates))), **draw(times_of_day()))


@st.composite
def stretches(draw: DrawFn) -> Rule:
    """Make up a rule with one stretch over several days."""
    first = draw(days())
    stretch = Stretch(first, first + timedelta(draw(st.integers(1, 40))))
    told = Told(by_appointment=draw(st.booleans()))
    if draw(st.booleans()):
        told["hours"] = (Hours(draw(times()), draw(st.none() | times())),)
    else:
        told["part"] = draw(st.sampled_from([DayPart.NOT_SAID, DayPart.ALL_DAY]))
    return Rule(days=stretch, **told)


@st.composite
def expert_rules(draw: DrawFn) -> Rule:
    """Make up a rule that an expert wrote."""
    told = draw(times_of_day()) | draw(counted_from(lambda _: True))
    return Rule(days=Recurrence(draw(st.sampled_from(RRULES))), **told)


@st.composite
def repeating(draw: DrawFn) -> Told:
    """Make up what is said of a rule that comes round again and again."""
    first, last = draw(st.none() | days()), draw(st.none() | days())
    if first and last:
        last = max(last, first + timedelta(LONG_ENOUGH))
    return draw(times_of_day()) | Told(
        first=first,
        last=last,
        months=draw(st.just(()) | numbers(1, 12, most=11)),
        terms=draw(st.none() | st.sampled_from(Terms)),
        bank_holidays=draw(st.none() | st.sampled_from(BankHolidays)),
        except_dates=draw(except_dates()),
        except_yearly=draw(except_yearly()),
    )


@st.composite
def counted_from(draw: DrawFn, suits: Callable[[date], bool]) -> Told:
    """Make up from which of its days a rule counts, and maybe until when it goes on."""
    some_day = draw(days())
    first = next(day for more in count() if suits(day := some_day + timedelta(more)))
    longer = draw(st.none() | st.integers(LONG_ENOUGH, 2000))
    return Told(first=first, last=None if longer is None else first + timedelta(longer))


def places_of(day: date) -> set[tuple[int, int]]:
    """Return the places in its month that a day has: one, or two when it is the last as well."""
    is_last = (day + timedelta(WEEK)).month != day.month
    places = {(day.day - 1) // WEEK + 1} | ({LAST} if is_last else set())
    return {(place, day.weekday()) for place in places}


@st.composite
def times_of_day(draw: DrawFn) -> Told:
    """Make up hours, or what is said in their place."""
    hours = draw(hours_of_day())
    part = DayPart.NOT_SAID if hours else draw(st.sampled_from(DayPart))
    return Told(hours=hours, part=part, by_appointment=draw(st.booleans()))


@st.composite
def hours_of_day(draw: DrawFn) -> tuple[Hours, ...]:
    """Make up the hours of a day, none before the last is over but for a night."""
    starts = sorted(draw(st.sets(times(), max_size=3)))
    ends = [*starts[1:], draw(times())][: len(starts)]
    said = draw(st.lists(st.booleans(), min_size=len(starts), max_size=len(starts)))
    return tuple(
        Hours(start, end if has_end else None)
        for start, end, has_end in zip(starts, ends, said, strict=True)
    )


@st.composite
def except_dates(draw: DrawFn) -> tuple[DateSpan, ...]:
    """Make up single days and short spans, none of which overlap."""
    firsts = sorted(draw(st.sets(days(), max_size=3)))
    lengths = draw(st.lists(st.sampled_from([0, 0, 1, 13]), min_size=3, max_size=3))
    lasts = [first + timedelta(more) for first, more in zip(firsts, lengths, strict=False)]
    spans = [DateSpan(first, last) for first, last in zip(firsts, lasts, strict=True)]
    return tuple(
        span
        for number, span in enumerate(spans)
        if number + 1 == len(spans) or span.last < spans[number + 1].first
    )


@st.composite
def except_yearly(draw: DrawFn) -> tuple[YearlySpan, ...]:
    """Make up a day or two of every year, or a span that may go over its end."""
    first, other = draw(yearly_days()), draw(yearly_days())
    last = first + timedelta(draw(st.integers(1, 40)))
    singles = tuple(sorted({_yearly(first, first), _yearly(other, other)}))
    return draw(st.sampled_from([(), (), singles[:1], singles, (_yearly(first, last),)]))


def _yearly(first: date, last: date) -> YearlySpan:
    return YearlySpan((first.month, first.day), (last.month, last.day))


def yearly_days() -> SearchStrategy[date]:
    """Return days of a year that has them all."""
    return st.dates(date(A_LEAP_YEAR, 1, 1), date(A_LEAP_YEAR, 12, 31))


def days() -> SearchStrategy[date]:
    """Return days that a guide may speak of."""
    return st.dates(EARLIEST, LATEST)


def times() -> SearchStrategy[time]:
    """Return times on the clock, mostly those people choose, midday and midnight among them."""
    usual = st.builds(time, st.integers(7, 22), st.sampled_from([0, 30]))
    named = st.sampled_from([time(0), time(12)])
    return usual | named | st.builds(time, st.integers(0, 23), st.integers(0, 59))


def numbers(least: int, greatest: int, *, most: int = 7) -> SearchStrategy[tuple[int, ...]]:
    """Return some numbers in order, each once."""
    some = st.sets(st.integers(least, greatest), min_size=1, max_size=most)
    return some.map(lambda found: tuple(sorted(found)))


def written_dates() -> SearchStrategy[tuple[str, date]]:
    """Return dates with their year as people write them, and the days they are."""
    forms = (
        "{day.day} {day:%B} {day.year}",
        "{day:%A} {day.day} {day:%B} {day.year}",
        "{day:%a} {day.day} {day:%b} {day.year}",
        "{day:%A}, {day.day} {day:%B}, {day.year}",
        "{day.day}/{day.month}/{day.year}",
        "{day:%d.%m.%Y}",
        "{day:%Y-%m-%d}",
    )
    return st.tuples(st.sampled_from(forms), days()).map(
        lambda pair: (pair[0].format(day=pair[1]), pair[1])
    )
