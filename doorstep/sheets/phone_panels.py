"""The lines of site.yaml -> a panel of whom to phone, every number whole."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from doorstep.sheets.fitting import fitted
from doorstep.sheets.panel_parts import Panel, PanelEntry
from doorstep.sheets.panels import panel_height
from doorstep.sheets.wording import phone_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from doorstep.guide import Guide
    from doorstep.help_lines import EmergencyLine, HelpLine
    from doorstep.sheets.panels import Room


def phone_panel(guide: Guide, emergency: Iterable[EmergencyLine], room: Room) -> Panel:
    """Return whom to phone; where there is no room, when to phone the last of them is left out."""
    lines = (*(_line(guide, line, line.say) for line in emergency), _own_line(guide))
    short = tuple(replace(line, lines=()) for line in lines)
    for worded in range(len(lines), -1, -1):
        panel = _panel(guide, (*lines[:worded], *short[worded:]))
        if panel_height(panel, room) <= room.high:
            return panel
    kept = fitted(short, lambda some: panel_height(_panel(guide, some), room), room.high)
    return _panel(guide, kept)


def _panel(guide: Guide, lines: Sequence[PanelEntry]) -> Panel:
    return Panel(heading=guide.words.say("Who to phone"), entries=tuple(lines), note="")


def _own_line(guide: Guide) -> PanelEntry:
    """Return the guide's own line, which comes last: what cannot wait is above it."""
    line = guide.config.help_line
    ask = guide.words.say("Ask us anything. Say the number of what you found.")
    times = f"{line.times}." if line.times else ""
    return _line(guide, line, " ".join(filter(None, (ask, times))))


def _line(guide: Guide, line: EmergencyLine | HelpLine, when: str) -> PanelEntry:
    text = guide.words.say("text {number}", number=phone_words(line.text)) if line.text else ""
    numbers = ", ".join(filter(None, (phone_words(line.phone), text)))
    return PanelEntry(
        title=": ".join(filter(None, (line.name, numbers))),
        is_name=True,
        number="",
        lines=tuple(filter(None, (when,))),
    )
