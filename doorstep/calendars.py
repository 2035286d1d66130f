"""What site.yaml says of a group's own calendar: where it is, and what its events become."""

from __future__ import annotations

import re
from enum import StrEnum
from typing import Annotated

from pydantic import BeforeValidator, Field

from doorstep.contacts import is_web_address
from doorstep.documented import Documented
from doorstep.fields import Flag, Slug, Words, tell, text_of
from doorstep.patterns import late_pattern
from doorstep.vocabularies import one_of

_SUBSCRIBED = late_pattern(r"^webcals?:", re.IGNORECASE)
_SECRET = late_pattern(r"/private-[0-9a-f]{8,}/", re.IGNORECASE)


def _calendar_address(value: object) -> str:
    address = _SUBSCRIBED.sub("https:", text_of(value))
    if not is_web_address(address):
        message = f"“{address}” is not the address of a calendar."
        fix = "It starts with https:// or webcal:// and often ends in .ics"
        raise tell("calendar-addresses", message, fix=fix)
    if _SECRET.search(address):
        message = "This is the calendar's secret address, and everybody can read these settings."
        fix = "Ask the group to make a new secret address, and take the public one."
        raise tell("calendar-addresses", message, fix=fix)
    return address


CalendarAddress = Annotated[
    str,
    BeforeValidator(_calendar_address),
    Field(examples=["https://calendar.example.org/library.ics"]),
]
"""Where a calendar is kept, for everybody to read; webcal:// is read as https://."""


class EntryKind(StrEnum):
    """What the events of a calendar become."""

    EVENT = "event"
    GROUP = "group"


class GroupCalendar(Documented):
    """A group's own calendar, whose events become entries."""

    id: Slug = Field(examples=["library"])
    """Its name for ever: its entries and its copy in calendars/ keep it."""

    url: CalendarAddress
    """Its public address, such as https://calendar.example.org/library.ics."""

    kind: Annotated[EntryKind, one_of("kind", EntryKind)] = Field(
        EntryKind.EVENT, examples=["event"]
    )
    """What its events become: event or group."""

    organiser: Slug | None = Field(None, examples=["friends-of-the-library"])
    """The slug of the group whose calendar it is."""

    where: Slug | None = Field(None, examples=["library"])
    """The slug of the place, for events that name none."""

    topics: Words = Field((), examples=["[learning]"])
    """Topics of all its events."""

    keep_contacts: Flag = Field(False, examples=["no"])
    """Whether phone numbers and e-mail addresses in its descriptions may be published."""
