"""What the partials sheet_entry and sheet_panel may read: a heading and whole entries below it."""

from __future__ import annotations

from msgspec import Struct


class PanelEntry(Struct, frozen=True, kw_only=True):
    """An entry in a few short lines."""

    title: str
    """What it is called."""
    is_name: bool
    """Whether the title is a name, which nobody translates."""
    number: str
    """No. 127, or ""."""
    lines: tuple[str, ...]
    """When and where it is and what it costs; then whom to phone."""


class Panel(Struct, frozen=True, kw_only=True):
    """One panel of a sheet that is folded."""

    heading: str
    """What the panel is about."""
    entries: tuple[PanelEntry, ...]
    """What there is."""
    note: str
    """How many more there are and where, or that there is nothing; or ""."""


class Cover(Struct, frozen=True, kw_only=True):
    """The front of a sheet that is folded."""

    name: str
    """The guide's name."""
    tagline: str
    """One line about it, or ""."""
    intro: str
    """Whose it is and where to keep it, or ""."""
    phone: str
    """Whom to phone."""
    valid_to: str
    """Until when it is right."""
    example: str
    """That this guide is an example, or ""."""
