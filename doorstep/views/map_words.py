"""The guide -> every word that the map's scripts say."""

from __future__ import annotations

from typing import TYPE_CHECKING

from doorstep.tracing import kept
from doorstep.views.spots import may_show_pictures

if TYPE_CHECKING:
    from doorstep.guide import Guide

NUMBER = "{number}"
PLACE = "{place}"


RINGS = (5, 10, 20)
"""Minutes: what is farther is not on the doorstep."""


@kept(4)
def map_words(guide: Guide) -> dict[str, str]:
    """Return the words of the map by what scripts know them by; {number} is filled in there."""
    return {**_of_the_map(guide), **_of_walks(guide), **_of_trouble(guide)}


@kept(4)
def waiting_words(guide: Guide) -> dict[str, str]:
    """Return the words a page needs before map.json has come."""
    say = guide.words.say
    return {
        "loading": say("The map is coming."),
        "no_map": say("The map did not come."),
    }


def rings(guide: Guide) -> tuple[tuple[int, str], ...]:
    """Return the minutes of the rings around a place, each with its words."""
    say = guide.words.say
    return tuple((number, say("{number} minutes’ walk", number=number)) for number in RINGS)


def pictures_words(guide: Guide) -> str:
    """Return the words that ask for the street map pictures, or "" where there are none."""
    return guide.words.say("Show the street map pictures") if may_show_pictures(guide) else ""


def _of_the_map(guide: Guide) -> dict[str, str]:
    say = guide.words.say
    return {
        "map": say("Map of places"),
        "move": say("Move the map"),
        "rings_here": say("Show how far one walks from here"),
        "rings_away": say("Take the rings away"),
        "close": say("Close"),
        "hide": say("Hide the map"),
        "zoom_in": say("Nearer"),
        "zoom_out": say("Farther"),
        "up": say("Up"),
        "down": say("Down"),
        "left": say("Left"),
        "right": say("Right"),
        "show_all": say("Show all"),
        "places_one": say("{number} place", number=NUMBER),
        "places_many": say("{number} places", number=NUMBER),
        "cluster": say("{number} places close together: show them", number=NUMBER),
        "none": say("Nothing on the map is like that. Choose something else."),
        "pictures_note": say(
            "These pictures come from OpenStreetMap, which then sees your internet address."
        ),
    }


def _of_walks(guide: Guide) -> dict[str, str]:
    say = guide.words.say
    return {
        "from_here": say("where you are"),
        "looking_for_you": say("Asking your phone where it is."),
        "walk_one": say("about {number} minute’s walk from {place}", number=NUMBER, place=PLACE),
        "walk_many": say("about {number} minutes’ walk from {place}", number=NUMBER, place=PLACE),
        "by_area": say("Back to the list by area"),
        "band": say(
            "Up to {minutes} minutes’ walk, {slow} if you go slowly", minutes=NUMBER, slow="{slow}"
        ),
        "farther": say("Farther away"),
        "rings": say(
            "The rings show {minutes} minutes’ walk from {name}.",
            minutes=guide.words.all_of([str(number) for number in RINGS]),
            name="{name}",
        ),
        "from_nowhere": say("Choose a place, or write a postcode."),
        "about_postcode": say("We know only about where {place} is.", place=PLACE),
        "sorted": say("The nearest to {place} come first.", place=PLACE),
    }


def _of_trouble(guide: Guide) -> dict[str, str]:
    say = guide.words.say
    return {
        "no_pictures": say("The street map pictures did not come. The pins are where they were."),
        "older": say("This page is older than the map."),
        "reload": say("Load the page again"),
        "no_position": say("Your phone did not say where it is. Choose a place you know instead."),
        "far_away": say("You are far from here. Choose a place you know instead."),
        "no_postcode": say("This guide does not know that postcode. Choose a place you know."),
    }
