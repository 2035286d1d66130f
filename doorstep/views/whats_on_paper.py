"""A page of What's on, or of what is near -> links to the sheets that have the same on paper."""

from __future__ import annotations

from typing import TYPE_CHECKING

from doorstep import permalinks as at
from doorstep.views.parts import Link, LinkList
from doorstep.views.whats_on_facets import area_facet, audience_facet, topic_facet

if TYPE_CHECKING:
    from doorstep.config import Landmark
    from doorstep.guide import Guide
    from doorstep.views.whats_on_choices import Choice

WITH_SHEETS = (topic_facet(""), area_facet(""), audience_facet(""))
"""What the facets of choices begin with that have week sheets of their own."""


def sheet_of_choice(choice: Choice) -> str:
    """Return what the week sheet of a choice is called in addresses; "" for the plain one."""
    return choice.slug if choice.facet.startswith(WITH_SHEETS) else ""


def sheet_of_landmark(landmark: Landmark) -> str:
    """Return what the week sheet of what is near a landmark is called in addresses."""
    return f"near-{landmark.id}"


def paper_links(guide: Guide, sheet: str = "") -> LinkList:
    """Return the ways to the week sheets of this name, and to the month where it is of all."""
    say, href = guide.words.say, guide.permalinks.href
    weeks = (
        Link(say("Print this week"), href(at.week_sheet_path(sheet))),
        Link(say("Print next week"), href(at.week_sheet_path(sheet, is_next=True))),
    )
    month = () if sheet else (Link(say("Print a month"), href(at.MONTH_SHEET)),)
    return LinkList(say("On paper"), (*weeks, *month))
