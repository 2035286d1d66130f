"""Words that say no days or times -> a sentence that names them, and sentences that would do."""

from __future__ import annotations

import calendar
from difflib import get_close_matches
from typing import TYPE_CHECKING

from doorstep.schedules.examples import AN_EXAMPLE, in_english
from doorstep.schedules.parts import DaysSaid, HoursSaid
from doorstep.schedules.rules import Arranged, Monthly, Rule, Weekly
from doorstep.schedules.unread import CLEAR, UNDERSTOOD, ScheduleNotRead, quoted, write_one

if TYPE_CHECKING:
    from collections.abc import Sequence

    from doorstep.schedules.parts import Part

_KNOWN = (
    *(name.lower() for name in calendar.day_name),
    *(f"{name.lower()}s" for name in calendar.day_name),
    *(name.lower() for name in calendar.month_name if name),
    *("every", "first", "second", "third", "fourth", "fifth", "last", "month", "fortnightly"),
    *("weekdays", "weekends", "midday", "midnight", "except", "until", "bank holidays"),
    *("in term time", "appointment"),
)
_ALIKE = 0.8
_TWO_MEANINGS = {
    "biweekly": "twice a week or every two weeks",
    "bi-weekly": "twice a week or every two weeks",
    "bimonthly": "twice a month or every two months",
    "bi-monthly": "twice a month or every two months",
}
_TUESDAY = 1


def not_understood(unknown: Sequence[str], parts: Sequence[Part]) -> ScheduleNotRead:
    """Return which words say no days or times, and the nearest sentences that would do."""
    for text in unknown:
        if meanings := _TWO_MEANINGS.get(text.lower()):
            return ScheduleNotRead(
                CLEAR, f"“{text}” can mean {meanings}.", _examples(parts), wrong=text
            )
    words = [word for text in unknown for word in text.split() if word.lower() not in _KNOWN]
    if len(words) == 1 and words[0].isalpha() and (known := _like(words[0])):
        return ScheduleNotRead(
            UNDERSTOOD,
            f"“{words[0]}” is not a word for days or times.",
            f"Did you mean {quoted(known, 'or')}?",
            wrong=words[0],
            right=known[0] if len(known) == 1 else "",
        )
    return ScheduleNotRead(
        UNDERSTOOD,
        f"We cannot work out days and times from {quoted(unknown)}.",
        f"{_examples(parts)}. What else there is to say goes into the text below.",
        wrong=unknown[0],
    )


def _like(text: str) -> list[str]:
    """Return the one or two known words most like this one, as they would be written."""
    close = get_close_matches(text.lower(), _KNOWN, n=4, cutoff=_ALIKE)
    # Tuesday and Tuesdays are one word to us.
    by_stem = {word.rstrip("s"): word for word in reversed(close)}
    words = [word for word in close if by_stem[word.rstrip("s")] == word]
    return [word.capitalize() if _is_name(word) else word for word in words[:2]]


def _is_name(word: str) -> bool:
    return word.rstrip("s").capitalize() in (*calendar.day_name, *calendar.month_name)


def _examples(parts: Sequence[Part]) -> str:
    """Return sentences on the same days and hours, as far as these were understood."""
    weekly = [
        part.said.days
        for part in parts
        if isinstance(part.said, DaysSaid) and isinstance(part.said.days, Weekly)
    ]
    days = weekly[0] if weekly else Weekly((_TUESDAY,))
    said = [part.said.readings for part in parts if isinstance(part.said, HoursSaid)]
    hours = said[0][0] if said and len(said[0]) == 1 else AN_EXAMPLE
    place = Monthly(((1, days.weekdays[0]),))
    rules = (
        Rule(days=days, hours=hours),
        Rule(days=place, hours=hours),
        Rule(days=Arranged(), by_appointment=True),
    )
    return write_one([in_english(rule) for rule in rules])
