"""Words -> the value of a line in a calendar, every letter of them (RFC 5545, 3.3.11)."""

from __future__ import annotations

from icalendar import vText

_ESCAPES = str.maketrans({"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n"})


class CalendarText(vText):
    r"""Words as calendars have them; icalendar alone reads a typed `\N` as the end of a line."""

    def to_ical(self) -> bytes:
        """Return the value, with a backslash before every sign that means something there."""
        return self.translate(_ESCAPES).encode()
