"""What the page about calendars shows: ways to add one, and lists of those there are."""

from __future__ import annotations

from msgspec import Struct

from doorstep.views.parts import Link


class CalendarWay(Struct, frozen=True):
    """One way to have what is on in a calendar."""

    heading: str
    """Where: On this phone, In Google Calendar."""
    intro: str
    """What to expect of it."""
    steps: tuple[str, ...]
    """What to do, in order; () where the link does it all."""
    link: Link | None
    """What does it in one go."""
    address: str
    """The address to copy, or ""."""


class FeedRow(Struct, frozen=True):
    """A calendar to choose."""

    subscribe: Link
    """What it has; on a phone the link adds it (webcal:)."""
    address: Link
    """Its address (https:), to copy."""
    heard: str
    """What a screen reader says of that link, which looks the same in every row."""


class FeedList(Struct, frozen=True):
    """Calendars of one sort."""

    heading: str
    """Of what sort."""
    rows: tuple[FeedRow, ...]
    """The calendars."""
    note: str
    """Where more of them are, or ""."""
