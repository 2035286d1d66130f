"""Some parts of a line that belong together -> their days, times and limits."""

from __future__ import annotations

from functools import reduce
from typing import TYPE_CHECKING

from msgspec import Struct

from doorstep.schedules.parts import (
    Closed,
    DaysSaid,
    Frequency,
    HoursSaid,
    Limit,
    Part,
    PartOfDay,
    PlacesSaid,
    SpansSaid,
    StretchSaid,
)
from doorstep.schedules.rules import DayPart
from doorstep.schedules.unread import CLEAR, ScheduleNotRead

if TYPE_CHECKING:
    from collections.abc import Sequence

    from doorstep.schedules.rules import Hours

Times = tuple[tuple["Hours", ...], DayPart]
"""Hours, or what is said in their place."""

DAYS = (DaysSaid, SpansSaid, StretchSaid, PlacesSaid)
TIMES = (HoursSaid, PartOfDay)
LIMITS = (Limit, Frequency)


class Clause(Struct, frozen=True):
    """Days with their hours and limits; every part of the line is in one clause or in all."""

    parts: tuple[Part, ...] = ()

    @property
    def days(self) -> Part | None:
        """The days, when it has any."""
        return self._one(DAYS)

    @property
    def times(self) -> Part | None:
        """The hours, or what is said in their place."""
        return self._one(TIMES)

    @property
    def frequency(self) -> Frequency | None:
        """How often its days come round, when that is said."""
        said = [part.said for part in self.parts if isinstance(part.said, Frequency)]
        if len(set(said)) > 1:
            raise said_twice([part for part in self.parts if isinstance(part.said, Frequency)])
        return said[0] if said else None

    @property
    def limit(self) -> Limit:
        """All its limits together."""
        limits = [part.said for part in self.parts if isinstance(part.said, Limit)]
        return reduce(Limit.joined, limits, Limit())

    @property
    def days_text(self) -> str:
        """The words for the days, "" when there are none."""
        return self.days.text if self.days else ""

    @property
    def has_hours(self) -> bool:
        """Whether it says at what times."""
        return bool(self.times and isinstance(self.times.said, HoursSaid))

    @property
    def readings_of_times(self) -> list[Times]:
        """The times, in each way they can be meant."""
        said = self.times.said if self.times else None
        if isinstance(said, HoursSaid):
            return [(hours, DayPart.NOT_SAID) for hours in said.readings]
        return [((), said.part if isinstance(said, PartOfDay) else DayPart.NOT_SAID)]

    @property
    def is_closed(self) -> bool:
        """Whether it only says that its days are closed."""
        return any(isinstance(part.said, Closed) for part in self.parts)

    def _one(self, kinds: tuple[type, ...]) -> Part | None:
        found = [part for part in self.parts if isinstance(part.said, kinds)]
        if len(found) > 1:
            raise said_twice(found)
        return found[0] if found else None


def said_twice(parts: Sequence[Part]) -> ScheduleNotRead:
    """Return that some parts cannot be of the same days."""
    first, second = parts[0].text, parts[-1].text
    return ScheduleNotRead(
        CLEAR,
        f"It is not clear how “{first}” and “{second}” go together.",
        "Write days, then their times, then what is not usual, each schedule on its own line.",
        wrong=second,
    )
