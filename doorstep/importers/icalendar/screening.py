"""The events of a calendar -> those that are anybody's business, and the others by reason."""

from __future__ import annotations

import re
from collections.abc import Iterable

from msgspec import Struct, field

from doorstep.importers.icalendar.components import Component
from doorstep.importers.icalendar.happenings import title_of, uid_of

_NOTHING_SAID = re.compile(
    r"busy|free|tentative|out of (?:the )?office|(?:un)?available"
    r"|private(?: (?:event|appointment))?",
    re.IGNORECASE,
)
_PRIVATE = "it is private (CLASS)"
_BLOCK = "it only says when somebody is busy or free"


class Screened(Struct):
    """The events of a calendar, sorted by whether neighbours may see them."""

    open: list[Component] = field(default_factory=list)
    withheld: list[tuple[Component, str]] = field(default_factory=list)
    """Events that stay out, and why; what they are called is nobody's business either."""
    hidden_dates: dict[str, list[Component]] = field(default_factory=dict)
    """By UID, single dates of open events that neighbours may not see."""


def screened(events: Iterable[Component]) -> Screened:
    """Return which events may be shown. What belongs to a private series is private too."""
    every = list(events)
    private = {uid_of(one) for one in every if is_private(one) and not one.first("RECURRENCE-ID")}
    result = Screened()
    for one in every:
        uid = uid_of(one)
        if uid in private or is_private(one):
            result.withheld.append((one, _PRIVATE))
            result.hidden_dates.setdefault(uid, []).append(one)
        elif is_block(one):
            result.withheld.append((one, _BLOCK))
            result.hidden_dates.setdefault(uid, []).append(one)
        else:
            result.open.append(one)
    return result


def is_private(event: Component) -> bool:
    """Say whether an event is not for everybody (CLASS)."""
    # A class nobody knows is as good as private (RFC 5545, 3.8.1.3).
    return event.words("CLASS").upper() not in ("", "PUBLIC")


def is_block(event: Component) -> bool:
    """Say whether an event only tells when somebody is busy or free."""
    title = title_of(event)
    # Only Outlook calls a block of time so; anybody may call an event so.
    if title.casefold() == "tentative" and not event.first("X-MICROSOFT-CDO-BUSYSTATUS"):
        return False
    return _NOTHING_SAID.fullmatch(title) is not None
