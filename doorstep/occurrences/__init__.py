"""Rules, changes and a window of days -> Occurrence: each single date something happens on."""

from __future__ import annotations

from doorstep.occurrences.days import has_date, nearest_dates
from doorstep.occurrences.expansion import occurrences_of
from doorstep.occurrences.occurrence import Occurrence, State, Window

__all__ = ["Occurrence", "State", "Window", "has_date", "nearest_dates", "occurrences_of"]
