"""An entry or a list -> what a script needs to put entries on a shortlist kept on the phone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from doorstep.freshness import TIMELESS
from doorstep.permalinks import SHORTLIST
from doorstep.showing import Face
from doorstep.views.parts import Stars

if TYPE_CHECKING:
    from doorstep.entries import Entry
    from doorstep.guide import Guide

SCRIPTS = ("shortlist-kept.js", "stars.js")
"""What a page with stars loads, in order."""


def star_of(guide: Guide, entry: Entry) -> str:
    """Return the number by which an entry goes on a shortlist; "" for what never does.

    A safe space never does: a shortlist is printed, and kept on a phone that may be searched.
    """
    is_for_going = guide.catalogue.shows(entry, Face.SHARING) and entry.kind not in TIMELESS
    return str(entry.number) if is_for_going and entry.number else ""


def stars_in_list(guide: Guide) -> Stars:
    """Return what a list says with a star on each of its rows."""
    say = guide.words.say
    title, number = "{title}", "{number}"
    return Stars(
        shortlist=guide.permalinks.href(SHORTLIST),
        choose=say("Make a shortlist"),
        add=say("Add"),
        added=say("Added"),
        add_named=say("Add {title}, {number}, to my shortlist", title=title, number=number),
        added_named=say("Added {title}, {number}, to my shortlist", title=title, number=number),
        link=say("My shortlist ({number})", number=number),
    )


def star_on_page(guide: Guide, entry: Entry) -> Stars | None:
    """Return what an entry's own page says of its star; None where it never has one."""
    number, say = star_of(guide, entry), guide.words.say
    if not number:
        return None
    add, added = say("Add to my shortlist"), say("On my shortlist")
    return Stars(
        shortlist=guide.permalinks.href(SHORTLIST),
        number=number,
        add=add,
        added=added,
        add_named=add,
        added_named=added,
        link=say("My shortlist ({number})", number="{number}"),
    )
