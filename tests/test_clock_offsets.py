"""A page tells the day where the guide is by the offsets that it brings with it."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from doorstep.clock_changes import AHEAD, offsets

TODAY = date(2026, 3, 3)
ZONES = [
    "Europe/London",
    "America/St_Johns",
    "Africa/Casablanca",
    "Australia/Lord_Howe",
    "Asia/Kolkata",
    "Asia/Gaza",
    "Pacific/Kiritimati",
    "UTC",
]


def found(known: str, instant: datetime) -> timedelta:
    """Return the offset as a page finds it."""
    pairs = [[int(part) for part in pair.split(":")] for pair in known.split(" ")]
    held = [minutes for since, minutes in pairs if since <= instant.timestamp()]
    return timedelta(minutes=held[-1])


@pytest.mark.parametrize("zone", ZONES)
@given(seconds=st.integers(0, (AHEAD.days - 2) * 86_400))
def test_for_two_years_the_offset_at_every_instant_is_that_of_the_zone(
    zone: str, seconds: int
) -> None:
    instant = datetime(2026, 3, 2, tzinfo=UTC) + timedelta(seconds=seconds)
    there = instant.astimezone(ZoneInfo(zone)).utcoffset()
    assert found(offsets(ZoneInfo(zone), TODAY), instant) == there


def test_clocks_change_to_the_second() -> None:
    first, spring, *_ = offsets(ZoneInfo("Europe/London"), TODAY).split(" ")
    since, minutes = spring.split(":")
    assert first.endswith(":0")
    assert datetime.fromtimestamp(int(since), UTC) == datetime(2026, 3, 29, 1, tzinfo=UTC)
    assert minutes == "60"


def test_where_clocks_never_change_there_is_one_offset() -> None:
    assert offsets(ZoneInfo("Asia/Kolkata"), TODAY) == "1772409600:330"
