"""The instants by which a script hides what is over."""

from __future__ import annotations

from datetime import date, datetime
from zoneinfo import ZoneInfo

from doorstep.occurrences import Occurrence
from doorstep.views.endings import ends_at, ends_on

LONDON = ZoneInfo("Europe/London")


def moment(day: int, hour: int = 0, month: int = 3) -> datetime:
    return datetime(2026, month, day, hour, tzinfo=LONDON)


def happening(start: datetime, end: datetime | None, *, is_timed: bool = True) -> Occurrence:
    return Occurrence(slug="tea", on=start.date(), start=start, end=end, is_timed=is_timed)


def test_it_is_over_when_it_ends() -> None:
    assert ends_at(happening(moment(3, 10), moment(3, 12))) == "2026-03-03T12:00:00+00:00"


def test_in_summer_the_instant_has_the_hour_of_summer() -> None:
    assert ends_at(happening(moment(7, 10, 7), moment(7, 12, 7))) == "2026-07-07T12:00:00+01:00"


def test_without_an_end_its_day_runs_out() -> None:
    assert ends_at(happening(moment(28, 19), None)) == "2026-03-29T00:00:00+00:00"
    assert ends_at(happening(moment(29, 19), None)) == "2026-03-30T00:00:00+01:00"


def test_each_of_several_days_is_over_at_its_own_end() -> None:
    weekend = happening(moment(6, 18), moment(8, 16))
    assert ends_on(weekend, date(2026, 3, 6)) == "2026-03-07T00:00:00+00:00"
    assert ends_on(weekend, date(2026, 3, 7)) == "2026-03-08T00:00:00+00:00"
    assert ends_on(weekend, date(2026, 3, 8)) == "2026-03-08T16:00:00+00:00"


def test_a_night_belongs_to_the_day_it_begins_on() -> None:
    night = happening(moment(6, 22), moment(7, 2))
    assert ends_on(night, date(2026, 3, 6)) == "2026-03-07T02:00:00+00:00"
