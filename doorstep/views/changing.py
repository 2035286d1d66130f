"""An entry -> the ways to put it right that take an account: one tap, its form, its file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from doorstep.forms.prefilled import change_address, edit_address, still_right_address
from doorstep.freshness import TIMELESS
from doorstep.kinds import BUILDINGS
from doorstep.showing import Face, State
from doorstep.tracing import kept
from doorstep.views.parts import Link, LinkList

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from doorstep.entries import Entry
    from doorstep.guide import Guide


def ways_to_change(guide: Guide, entry: Entry) -> LinkList | None:
    """Return the ways that take an account with GitHub; a safe space has none, nor what is gone."""
    links = tuple(_ways(guide, entry)) if guide.catalogue.shows(entry, Face.FORMS) else ()
    return LinkList(guide.words.say("With a GitHub account:"), links) if links else None


def _ways(guide: Guide, entry: Entry) -> Iterator[Link]:
    say, config, showing = guide.words.say, guide.config, guide.catalogue.showing(entry)
    if not config.repository:
        return
    may_be_right = showing.has_facts or showing.state is State.UNCONFIRMED
    if may_be_right and entry.kind not in TIMELESS:
        yield Link(say("Yes, still right"), still_right_address(entry, config))
    if showing.has_facts:
        # The address is made of the facts, and a page that hides them has them nowhere.
        form = change_address(entry, config, _titles_of_places(guide))
        yield Link(say("Change this in a form"), form)
    yield Link(say("Edit this page"), edit_address(entry, config), say("(invited editors)"))


@kept(4)
def _titles_of_places(guide: Guide) -> Mapping[str, str]:
    places = guide.catalogue.seen_on(Face.PLACE)
    return {place.slug: place.title for place in places if place.kind in BUILDINGS}
