"""An entry's dates -> what comes round again by one rule for ever, and the dates that stand alone.

Calendars and search engines are told of the first as a rule with its exceptions (RFC 5545, 3.8.5),
of the second date by date: no rule of theirs knows school terms.
"""

from __future__ import annotations

from doorstep.recurrences.rrules import without_exceptions
from doorstep.recurrences.series import Series, comes_twice
from doorstep.recurrences.timeline import Timeline, repeats_of, timeline_of

__all__ = [
    "Series",
    "Timeline",
    "comes_twice",
    "repeats_of",
    "timeline_of",
    "without_exceptions",
]
