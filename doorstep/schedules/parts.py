"""What one stretch of words says, by itself: some days, some hours, or a limit to them."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING, TypeVar

from msgspec import Struct

from doorstep.schedules.unread import CLEAR, ScheduleNotRead

if TYPE_CHECKING:
    from datetime import date

    from doorstep.schedules.rules import (
        BankHolidays,
        DateSpan,
        DayPart,
        Days,
        Hours,
        Terms,
        YearlySpan,
    )


class DaysSaid(Struct, frozen=True):
    """Days that can mean one thing only: "Tuesdays and Thursdays"."""

    days: Days
    bank_holidays: BankHolidays | None = None
    """What "Sundays and bank holidays", or bank holidays alone, say of them."""


class SpansSaid(Struct, frozen=True):
    """Dates, or the days of every year: "6 to 8 March 2026", "25 December"."""

    spans: tuple[DateSpan | YearlySpan, ...]
    weekday: int | None = None
    """The weekday that was said of the first date without a year."""
    may_be_hours: bool = False
    """Whether its first numbers could be hours: "10 to 12, 14 July 2027"."""
    goes_on: bool = False
    """Whether it is one span that was written with its two ends."""


class StretchSaid(Struct, frozen=True):
    """From one moment to another: "Friday 6 March 2026, 6pm to Sunday 8 March 2026, 4pm"."""

    first: date
    last: date
    readings: tuple[Hours, ...]
    """Each way to mean its start and end."""


class PlacesSaid(Struct, frozen=True):
    """Weekdays with a number before them: "every second Thursday", "first Monday of the month"."""

    places: tuple[tuple[int, int], ...]
    after_every: bool
    of_the_month: bool


class Unit(Enum):
    """What a schedule comes round by."""

    WEEK = "weeks"
    MONTH = "months"
    YEAR = "years"


class Frequency(Struct, frozen=True):
    """How often it comes round: "fortnightly", "every three months"."""

    every: int
    unit: Unit
    of_one_day: bool = False
    """Whether it was said of a single weekday: "every other Monday"."""


class HoursSaid(Struct, frozen=True):
    """Hours, in each way they can be meant; most have one."""

    readings: tuple[tuple[Hours, ...], ...]


class PartOfDay(Struct, frozen=True):
    """What is said in place of hours."""

    part: DayPart


class Limit(Struct, frozen=True, kw_only=True):
    """When days are not what they would be by themselves."""

    first: date | None = None
    last: date | None = None
    months: frozenset[int] | None = None
    terms: Terms | None = None
    bank_holidays: BankHolidays | None = None
    with_bank_holidays: bool = False
    """Said in so many words that it is on when those fall on its days."""
    holidays_on: tuple[int, ...] = ()
    """The only weekdays whose bank holidays were left out: "except bank holiday Mondays"."""
    except_dates: tuple[DateSpan, ...] = ()
    except_yearly: tuple[YearlySpan, ...] = ()
    except_weekdays: tuple[int, ...] = ()
    closed_weekdays: tuple[int, ...] = ()
    """Said to be closed, whether or not they are among the days."""
    by_appointment: bool = False
    closes: bool = False
    """Whether it was said with "closed", which is so of all of a place."""

    def joined(self, other: Limit) -> Limit:
        """Return both limits together; a second "from" where there is one says something else."""
        return Limit(
            first=_one_of(self.first, other.first, "from which date"),
            last=_one_of(self.last, other.last, "until which date"),
            months=_in_both(self.months, other.months),
            terms=_one_of(self.terms, other.terms, "whether in term time"),
            bank_holidays=_one_of(self.bank_holidays, other.bank_holidays, "about bank holidays"),
            with_bank_holidays=self.with_bank_holidays or other.with_bank_holidays,
            holidays_on=(*self.holidays_on, *other.holidays_on),
            except_dates=(*self.except_dates, *other.except_dates),
            except_yearly=(*self.except_yearly, *other.except_yearly),
            except_weekdays=(*self.except_weekdays, *other.except_weekdays),
            closed_weekdays=(*self.closed_weekdays, *other.closed_weekdays),
            by_appointment=self.by_appointment or other.by_appointment,
        )


_Value = TypeVar("_Value")


def _one_of(one: _Value | None, other: _Value | None, what: str) -> _Value | None:
    if one is not None and other is not None and one != other:
        raise ScheduleNotRead(
            CLEAR, f"It says two things {what}.", "Write one of them, or two lines."
        )
    return one if other is None else other


def _in_both(one: frozenset[int] | None, other: frozenset[int] | None) -> frozenset[int] | None:
    if one is None or other is None:
        return one if other is None else other
    return one & other


class Closed(Struct, frozen=True):
    """ "Closed" by itself: the days beside it are not open."""


class Mark(Enum):
    """What stands between two parts."""

    COMMA = "comma"
    AND = "and"
    COLON = "colon"
    STOP = "stop"


Said = (
    DaysSaid
    | SpansSaid
    | StretchSaid
    | PlacesSaid
    | Frequency
    | HoursSaid
    | PartOfDay
    | Limit
    | Closed
    | Mark
)


class Part(Struct, frozen=True):
    """A stretch of words and what it says."""

    said: Said
    text: str
    """As typed."""
    before: Mark | None = None
    """What stands between it and the part before, when it is not side by side with it."""
    after: Mark | None = None
