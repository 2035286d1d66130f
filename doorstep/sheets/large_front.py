"""A guide -> what large print begins with: who to phone first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from doorstep.sheets.feet import help_line_words
from doorstep.sheets.large_parts import LargeBlock, LargeEntry
from doorstep.sheets.unchecked import unchecked_words
from doorstep.sheets.wording import phone_words
from doorstep.showing import Face

if TYPE_CHECKING:
    from doorstep.guide import Guide


def blocks_to_phone(guide: Guide) -> list[LargeBlock]:
    """Return whom to phone first: the guide's own line, then those for when it cannot wait."""
    say, line = guide.words.say, guide.config.help_line
    own = (
        say("Ask about anything in this guide."),
        f"{line.times}." if line.times else "",
        say("Or text {number}.", number=phone_words(line.text)) if line.text else "",
    )
    first = LargeEntry(title=help_line_words(guide), lines=tuple(filter(None, own)))
    others = [
        LargeBlock(entry=LargeEntry(title=title, lines=(f"{say_when}.",) if say_when else ()))
        for title, say_when in _cannot_wait(guide)
    ]
    return [LargeBlock(part=say("Who to phone first"), entry=first), *others]


def _cannot_wait(guide: Guide) -> list[tuple[str, str]]:
    """Return the lines of an emergency, each with when to use it."""
    say = guide.words.say
    return [
        (
            say("{name}: phone {number}", name=line.name, number=phone_words(line.phone))
            if line.phone
            else say("{name}: text {number}", name=line.name, number=phone_words(line.text)),
            line.say.rstrip("."),
        )
        for line in guide.config.emergency
    ]


def nothing_block(guide: Guide) -> LargeBlock:
    """Return what is said where the guide has nothing to print yet."""
    say = guide.words.say
    lines = (say("Phone us: we may know more than is written here."),)
    unchecked = unchecked_words(guide, guide.catalogue.seen_on(Face.ITS_OWN))
    title = unchecked or say("Nothing is in the guide yet")
    return LargeBlock(entry=LargeEntry(title=title, lines=lines))
