"""What layouts/sheets/shortlist.html may read: the words a script puts a list together with."""

from __future__ import annotations

from msgspec import Struct

from doorstep.sheets.map_parts import PaperMap
from doorstep.sheets.parts import AboutSheet, SheetFoot
from doorstep.views.frame import Frame
from doorstep.views.parts import Run


class ShortlistLabels(Struct, frozen=True, kw_only=True):
    """What stands before the facts of an entry."""

    next: str
    """Next on {when}."""
    where: str
    """Where."""
    contact: str
    """Contact."""
    cost: str
    """Cost."""
    come_along: str
    """Can I just turn up?"""
    access: str
    """Getting in."""
    over: str
    """What is said of something that has no dates to come any more."""
    elsewhere: str
    """What the discreet sheet says of a date at another place."""


class ShortlistWords(Struct, frozen=True, kw_only=True):
    """What the page says around a shortlist; none of it is printed."""

    tools_label: str
    """What the tools are called together."""
    number: str
    """The label of the box for a number."""
    add: str
    """The button that adds it."""
    discreet: str
    """The choice to leave out what it is about."""
    discreet_note: str
    """What is left out then."""
    copy: str
    """The button that copies the address."""
    copied: str
    """That it was copied."""
    keep: str
    """The button that keeps a list that came with an address on this phone."""
    clear: str
    """The button that empties the list."""
    remove: str
    """The words of the button that takes an entry off."""
    remove_named: str
    """The same with the {number} it takes off."""
    one: str
    """How many are on the list: one."""
    many: str
    """The same, with {number}."""
    empty: str
    """What to do while the list is empty."""
    gone: str
    """That an entry with the {number} is not in the guide any more, and whom to phone."""
    unknown: str
    """That there is no {number} to print, and whom to phone."""
    offline: str
    """That the list did not come, and whom to phone."""
    neutral: str
    """What the discreet sheet is called, in the title of the page as well: Notes."""
    notes: str
    """What the room for notes is called."""


class ShortlistView(Struct, frozen=True, kw_only=True):
    """A shortlist, which a script puts together on the phone."""

    frame: Frame
    """What stands around the page."""
    about: AboutSheet
    """How to print it."""
    without_script: tuple[tuple[Run, ...], ...]
    """What to do instead where no script runs."""
    entries: str
    """The address of what is printed of every entry."""
    shortlist: str
    """The address of this page, under which the list is kept."""
    words: ShortlistWords
    """What the page says."""
    labels: ShortlistLabels
    """What stands before the facts."""
    title: str
    """What stands at the top of the paper."""
    map: PaperMap | None
    """The ground, on which a script draws the numbers that were chosen."""
    foot: SheetFoot
    """What every sheet carries."""
    plain_foot: str
    """Whom to phone, at the foot of the discreet sheet."""
