"""Entries and the room in a panel of a folded sheet -> a heading and those that fit below it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from msgspec import Struct

from doorstep.catalogue import title_key
from doorstep.sheets.fitting import fitted
from doorstep.sheets.measuring import Lettering
from doorstep.sheets.panel_entries import panel_entry
from doorstep.sheets.panel_parts import Panel
from doorstep.sheets.unchecked import unchecked_words
from doorstep.sheets.wording import as_line, phone_words
from doorstep.showing import Face
from doorstep.tracing import kept

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from doorstep.entries import Entry
    from doorstep.guide import Guide
    from doorstep.sheets.panel_parts import PanelEntry

# The same numbers as in sheet_entry.css and sheet_panel.css.
TITLE, WORDS = Lettering(12, 1.2, is_bold=True), Lettering(12, 1.2)
BELOW_ENTRY = 1.6
BELOW_HEADING = 1.6 + 0.8 + 0.4
"""Millimetres of space and rule."""


class Room(Struct, frozen=True):
    """What is inside the padding of a panel."""

    wide: float
    """How wide it is, in millimetres."""
    high: float
    """How high it is, in millimetres."""
    heading: Lettering
    """The letters of its heading."""


class Filled(NamedTuple):
    """A panel, and the entries that fit into it."""

    panel: Panel
    """What is printed."""
    entries: tuple[Entry, ...]
    """What it speaks of."""


def panel_height(panel: Panel, room: Room) -> float:
    """Return how high a panel's words are, in millimetres."""
    heading = room.heading.height(panel.heading, room.wide) + BELOW_HEADING
    entries = sum(entry_height(entry, room.wide) for entry in panel.entries)
    return heading + entries + WORDS.height(panel.note, room.wide)


def entry_height(entry: PanelEntry, wide: float) -> float:
    """Return how high an entry is in a panel of this width, in millimetres."""
    title = TITLE.height(f"{entry.title} {entry.number}".strip(), wide)
    return title + sum(WORDS.height(line, wide) for line in entry.lines) + BELOW_ENTRY


def filled(
    guide: Guide,
    heading: str,
    entries: Sequence[Entry],
    room: Room,
    note: Callable[[int], str] = lambda _: "",
) -> Filled:
    """Return a panel with as many whole entries as fit, of these in the order of choice.

    `note` says below them how many are left.
    """
    if not entries:
        return Filled(Panel(heading=heading, entries=(), note=nothing_words(guide)), ())
    # Were all of them left, the note would be at its longest.
    longest = note(len(entries))
    chosen = fitted(
        entries,
        lambda kept: panel_height(_panel(guide, heading, kept, longest), room),
        room.high,
    )
    shown = sorted(chosen, key=lambda entry: _reading_order(guide, entry))
    left = note(len(entries) - len(shown)) if shown else longest or ask_words(guide)
    return Filled(_panel(guide, heading, shown, left), tuple(shown))


def _panel(guide: Guide, heading: str, entries: Iterable[Entry], note: str) -> Panel:
    lines = tuple(panel_entry(guide, entry) for entry in entries)
    return Panel(heading=heading, entries=lines, note=note)


@kept(4)
def nothing_words(guide: Guide) -> str:
    """Return that there is nothing, or nothing to print, and whom to phone about it."""
    say, number = guide.words.say, phone_words(guide.config.help_line.phone)
    if unchecked := unchecked_words(guide, guide.catalogue.seen_on(Face.ITS_OWN)):
        return f"{as_line((unchecked,))} {say('Phone {number}', number=number)}"
    return say("We know of nothing yet. Do you? Phone {number}", number=number)


def ask_words(guide: Guide) -> str:
    """Return whom to ask where there is something, but no room for it."""
    phone = phone_words(guide.config.help_line.phone)
    return guide.words.say("There is more than fits here. Phone {number}", number=phone)


def _reading_order(guide: Guide, entry: Entry) -> tuple[object, ...]:
    """Return what comes first to the eye: the soonest, and what has no date by its title."""
    coming = guide.diary.next_on(entry) if entry.when else None
    soon = coming.start.timestamp() if coming else float("inf")
    return (soon, title_key(entry.title), entry.slug)
