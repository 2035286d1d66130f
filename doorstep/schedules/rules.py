"""What `when` and `open` say, as values: on which days, at what hours, and with what exceptions."""

from __future__ import annotations

from datetime import date, time
from enum import StrEnum

from msgspec import Struct
from msgspec.structs import replace

EVERY_DAY = (0, 1, 2, 3, 4, 5, 6)
"""Days of the week as date.weekday() counts them: Monday is 0."""

LAST = -1
"""The place in the month of the last Tuesday, say."""


class Dates(Struct, frozen=True):
    """Single dates: "Saturday 3 July 2027", "3 and 10 July 2027", "6 to 8 March 2026" by day."""

    dates: tuple[date, ...]
    """In order, each once."""


class Stretch(Struct, frozen=True):
    """One stretch over several days: "Friday 6 March 2026, 6pm to Sunday 8 March 2026, 4pm".

    With hours, the start is on the first day and the end on the last; without, all days are whole.
    """

    first: date
    last: date
    """After first."""


class Weekly(Struct, frozen=True):
    """Days of the week: "Tuesdays and Thursdays", "every two weeks on Monday"."""

    weekdays: tuple[int, ...]
    """In order, each once; all seven for every day."""
    every: int = 1
    """Every so many weeks; from 2 up the rule has a `first` that says which (weeks start on Monday,
    RFC 5545's WKST=MO)."""


class Monthly(Struct, frozen=True):
    """Weekdays by their place in the month: "first and third Wednesday of the month"."""

    places: tuple[tuple[int, int], ...]
    """(place, weekday), in the order of `in_order`: place 1 to 5 from the start, LAST for the last.
    A month without a fifth Saturday has none."""
    every: int = 1
    """Every so many months; from 2 up the rule has a `first` that says which."""


class MonthDays(Struct, frozen=True):
    """Days by their date in the month: "the 15th of the month"; 31 is not in every month."""

    days: tuple[int, ...]
    """1 to 31, in order."""


class Recurrence(Struct, frozen=True):
    """An expert's own rule (RFC 5545, 3.3.10), counted from the rule's `first`."""

    rrule: str
    """Such as FREQ=MONTHLY;BYDAY=-2FR: upper case, DAILY or slower, no UNTIL, COUNT or BYHOUR."""


class Arranged(Struct, frozen=True):
    """No day of its own: "By appointment"."""


Days = Dates | Stretch | Weekly | Monthly | MonthDays | Recurrence | Arranged


class Hours(Struct, frozen=True, order=True):
    """From when to when, on the clock on the wall."""

    start: time
    end: time | None = None
    """None when nobody said; at or before the start, it is on the next day."""


class DayPart(StrEnum):
    """What is said in place of hours."""

    NOT_SAID = "not said"
    ALL_DAY = "all day"
    ANY_TIME = "any time"
    """Any time, day or night: it is always there, and never something that happens."""
    DAYLIGHT = "daylight"
    """From dawn to dusk."""


class Terms(StrEnum):
    """Whether it keeps to school terms (site.yaml has their dates)."""

    IN_TERM = "in term time"
    OUT_OF_TERM = "in school holidays"


class BankHolidays(StrEnum):
    """What bank holidays change."""

    NOT_ON = "not on bank holidays"
    ONLY_ON = "only on bank holidays"
    ALSO_ON = "and bank holidays"
    """On the days of the rule and on every bank holiday besides."""


class YearlySpan(Struct, frozen=True, order=True):
    """Days of every year: "25 December" (first and last alike), "24 December to 2 January"."""

    first: tuple[int, int]
    """(month, day)"""
    last: tuple[int, int]
    """(month, day); before first, it is in the next year."""

    def __contains__(self, day: date) -> bool:
        """Say whether a day of any year is one of them."""
        at = (day.month, day.day)
        if self.first <= self.last:
            return self.first <= at <= self.last
        return at >= self.first or at <= self.last


class DateSpan(Struct, frozen=True, order=True):
    """Days of one year: "20 December 2026 to 3 January 2027"; first and last alike for one day."""

    first: date
    last: date
    """The last day in it."""

    def __contains__(self, day: date) -> bool:
        """Say whether a day is one of them."""
        return self.first <= day <= self.last


class Rule(Struct, frozen=True):
    """One rule: days, hours, and when it holds. Everything is in order, each thing once."""

    days: Days
    hours: tuple[Hours, ...] = ()
    """The times on each of the days; () when `part` says what there is to say."""
    part: DayPart = DayPart.NOT_SAID
    """Only looked at when there are no hours."""
    by_appointment: bool = False
    """Whether one has to arrange it first."""
    first: date | None = None
    """from: nothing before this day."""
    last: date | None = None
    """until: nothing after this day."""
    months: tuple[int, ...] = ()
    """1 to 12: only in these; () for every month."""
    terms: Terms | None = None
    bank_holidays: BankHolidays | None = None
    except_dates: tuple[DateSpan, ...] = ()
    """Not on these days."""
    except_yearly: tuple[YearlySpan, ...] = ()
    """Not on these days of any year."""

    @property
    def is_dated(self) -> bool:
        """Whether there are days on which it happens, and not just whenever one likes."""
        return not isinstance(self.days, Arranged) and bool(
            self.hours or self.part in (DayPart.NOT_SAID, DayPart.ALL_DAY)
        )

    @property
    def is_single(self) -> bool:
        """Whether it names its dates, rather than coming round again and again."""
        return isinstance(self.days, Dates | Stretch)

    def until(self, last: date | None) -> Rule:
        """Return the same rule, nothing of what comes round after a day."""
        if last is None or self.is_single or not self.is_dated:
            return self
        return replace(self, last=min(self.last or last, last))


def in_order(places: set[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    """Return places in the month in the order people say them: first to fifth, then last."""
    return tuple(sorted(places, key=lambda pair: (pair[0] == LAST, pair)))


class Written(Struct, frozen=True):
    """A line of `when` or `open` as it was typed, and the rules it says."""

    text: str
    """As typed, spaces tidied."""
    rules: tuple[Rule, ...]
    """At least one."""
