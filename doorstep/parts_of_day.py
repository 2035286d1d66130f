"""A time on the clock -> the part of the day it is in: morning, afternoon or evening."""

from __future__ import annotations

from datetime import time

MORNING, AFTERNOON, EVENING = PARTS = ("morning", "afternoon", "evening")

MIDDAY = time(12)
FIVE = time(17)
"""From when on it is evening."""


def part_of_day(moment: time) -> str:
    """Return morning (before midday), afternoon (before 5pm) or evening."""
    if moment < MIDDAY:
        return MORNING
    return AFTERNOON if moment < FIVE else EVENING
