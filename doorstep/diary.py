"""Catalogue, almanac and today -> Diary: what happens on which day."""

from __future__ import annotations

import calendar
from datetime import date, timedelta
from functools import cache, cached_property, lru_cache
from itertools import chain, islice
from typing import TYPE_CHECKING

from msgspec import Struct

from doorstep.occurrences import Occurrence, State, Window, occurrences_of
from doorstep.occurrences.days import days_of
from doorstep.schedules.rules import DateSpan
from doorstep.showing import State as Showing
from doorstep.tracing import asks, kept_question, unasked

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from datetime import datetime
    from zoneinfo import ZoneInfo

    from doorstep.almanac import Almanac
    from doorstep.catalogue import Catalogue
    from doorstep.details import Change
    from doorstep.entries import Entry
    from doorstep.schedules.rules import Rule

ONE_DAY = timedelta(days=1)
LOOKS_BACK = timedelta(weeks=6)
LOOKS_AHEAD = 13
"""Months."""

NEAR_AHEAD = timedelta(weeks=7)
"""What comes round every week has its next six dates in these, and seldom is more asked for."""

FAR_AHEAD = timedelta(days=366 * 9)
"""There may be eight years from one 29 February to the next."""

ENTRIES_KEPT = 64
"""Entries of which every occurrence is kept, because parts of a page ask for them in a row."""

MONTHS_KEPT = 2
"""Months of which everything is kept, because pages ask for day after day."""


def window_around(today: date) -> Window:
    """Return the days that a guide made today speaks of."""
    years, month = divmod(today.month - 1 + LOOKS_AHEAD, 12)
    last = last_of_month(today.year + years, month + 1)
    return Window(today - LOOKS_BACK, last.replace(day=min(today.day, last.day)))


def last_of_month(year: int, month: int) -> date:
    """Return the last day of a month."""
    return date(year, month, calendar.monthrange(year, month)[1])


class Diary(Struct, frozen=True, eq=False, dict=True):
    """What happens, as it stands today; a safe space is never in what it says of a day."""

    catalogue: Catalogue
    """Every entry."""
    almanac: Almanac
    """Terms and bank holidays."""
    zone: ZoneInfo
    """The guide's own time zone."""
    today: date
    """The day of the build, which counts whole: nothing is over before it is."""

    @cached_property
    def window(self) -> Window:
        """The days it knows of."""
        return window_around(self.today)

    # Of its own dates nothing is a question: who has the entry has all that decides them.

    def of(self, entry: Entry) -> tuple[Occurrence, ...]:
        """Return every occurrence of an entry, earliest first."""
        return self._kept(entry.slug)

    def to_come(self, entry: Entry, most: int) -> tuple[Occurrence, ...]:
        """Return the next so many that are not over, cancelled and moved ones among them.

        What is paused or closed has none to come, whatever its schedule says.
        """
        if not self._goes_on(entry):
            return ()
        near = self._near(entry.slug)
        return near[:most] if len(near) >= most else tuple(islice(self.coming(entry), most))

    def next_on(self, entry: Entry) -> Occurrence | None:
        """Return the next that will be, if there is one, however far ahead."""
        return self._next(entry.slug)

    @asks("timetable")
    def between(self, first: date, last: date) -> tuple[Occurrence, ...]:
        """Return what starts or goes on in these days, of everything that may be shown anywhere.

        It is in the order of its start, whole days first, then title.
        """
        days = self._days(first, last)
        begun = self.on(days[0]) if days else ()
        return (*begun, *(one for day in days[1:] for one in self._starting_on(day)))

    @unasked
    def between_for(
        self, entries: Iterable[Entry], first: date, last: date
    ) -> tuple[Occurrence, ...]:
        """Return what `between` has of these entries alone, and work out no others."""
        days = self._days(first, last)
        if not days:
            return ()
        window, told = Window(days[0], days[-1]), {entry.slug for entry in self._open}
        found = (one for each in entries if each.slug in told for one in self.within(each, window))
        return tuple(sorted(found, key=self._order))

    @asks("timetable")
    def on(self, day: date) -> tuple[Occurrence, ...]:
        """Return what starts or goes on on a day."""
        return self._month(day.year, day.month).get(day, ())

    @asks("timetable")
    def first_after(self, day: date) -> Occurrence | None:
        """Return the next that will be and that starts after a day, so that no page is empty."""
        days = self._days(day + ONE_DAY, self.window.last)
        coming = (one for later in days for one in self._starting_on(later))
        return next((one for one in coming if one.state is State.ON), None)

    def _days(self, first: date, last: date) -> list[date]:
        """Return the days from one to another, as far as they are known."""
        start, end = max(first, self.window.first), min(last, self.window.last)
        return [start + timedelta(more) for more in range((end - start).days + 1)]

    def _starting_on(self, day: date) -> Iterator[Occurrence]:
        return (one for one in self.on(day) if one.start.date() == day)

    def coming(self, entry: Entry) -> Iterator[Occurrence]:
        """Yield what is not over; what is far ahead is worked out only when somebody asks."""
        if not self._goes_on(entry):
            return
        near = self._near(entry.slug)
        yield from near
        far = self.today + NEAR_AHEAD
        yield from (one for one in self.of(entry) if one.start.date() > far)

    def _goes_on(self, entry: Entry) -> bool:
        return self.catalogue.showing(entry).state is Showing.OPEN

    @cached_property
    def _entries(self) -> dict[str, Entry]:
        return dict(self.catalogue.by_slug)

    @cached_property
    def _near(self) -> Callable[[str], tuple[Occurrence, ...]]:
        # Seven or so of each: lists and sheets ask for those of every entry, over and over.
        return cache(self._in_the_next_weeks)

    def _in_the_next_weeks(self, slug: str) -> tuple[Occurrence, ...]:
        window = Window(self.today, self.today + NEAR_AHEAD)
        return self.within(self._entries[slug], window)

    @cached_property
    def _kept(self) -> Callable[[str], tuple[Occurrence, ...]]:
        return lru_cache(ENTRIES_KEPT)(self._all_of)

    def _all_of(self, slug: str) -> tuple[Occurrence, ...]:
        return self.within(self._entries[slug], self.window)

    @cached_property
    def _next(self) -> Callable[[str], Occurrence | None]:
        return cache(self._first_on)

    def _first_on(self, slug: str) -> Occurrence | None:
        entry = self._entries[slug]
        coming = chain(self.coming(entry), self._beyond(entry))
        return next((one for one in coming if one.state is State.ON), None)

    def _beyond(self, entry: Entry) -> Iterator[Occurrence]:
        """Yield what comes after the window, such as 29 February: seldom is anybody left to ask."""
        if not self._goes_on(entry):
            return
        after = self.window.last + ONE_DAY
        ahead = DateSpan(after, after + FAR_AHEAD)
        days = {day for rule in entry.rules for day in days_of(rule, ahead, self.almanac)}
        for day in sorted(days):
            # A little longer than the day, for one that was moved from it.
            found = self.within(entry, Window(day, day + NEAR_AHEAD))
            yield from (one for one in found if one.on == day)

    @cached_property
    def _month(self) -> Callable[[int, int], dict[date, tuple[Occurrence, ...]]]:
        return lru_cache(MONTHS_KEPT)(self._days_of_month)

    def _days_of_month(self, year: int, month: int) -> dict[date, tuple[Occurrence, ...]]:
        """Return what starts or goes on on each day of a month."""
        days = self._days(date(year, month, 1), last_of_month(year, month))
        if not days:
            return {}
        window = Window(days[0], days[-1])
        by_day: dict[date, list[Occurrence]] = {day: [] for day in days}
        found = (one for entry in self._open for one in self.within(entry, window))
        for one in sorted(found, key=self._order):
            for day in self._days(
                max(one.start.date(), window.first), min(one.last_day, window.last)
            ):
                by_day[day].append(one)
        return {day: tuple(some) for day, some in by_day.items()}

    def within(self, entry: Entry, window: Window) -> tuple[Occurrence, ...]:
        """Return what of an entry starts or goes on in a window, earliest first."""
        return occurrences_of(
            entry.rules, entry.changes, entry.slug, window, self.almanac, self.zone
        )

    @kept_question
    def timetable(self) -> tuple[tuple[str, str, tuple[Rule, ...], tuple[Change, ...]], ...]:
        """What decides on which day what is, and in which order: no other words of an entry do."""
        return tuple((one.slug, one.title, one.rules, one.changes) for one in self._open)

    @cached_property
    def _open(self) -> tuple[Entry, ...]:
        """Entries that go on at the moment, may be shown anywhere and have dates."""
        return tuple(
            entry
            for entry in self.catalogue.public
            if self._goes_on(entry) and any(rule.is_dated for rule in entry.rules)
        )

    @cached_property
    def _places(self) -> dict[str, int]:
        """The place of every entry in the order of titles, by slug."""
        return {entry.slug: place for place, entry in enumerate(self.catalogue.entries)}

    def _order(self, one: Occurrence) -> tuple[datetime, bool, int]:
        return one.start, one.is_timed, self._places[one.slug]
