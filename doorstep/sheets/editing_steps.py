"""A guide -> what its keepers do in each case, step by step, in the words of its own pages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from doorstep import permalinks as at
from doorstep.sheets.qr_codes import address_words
from doorstep.sheets.wording import phone_words

if TYPE_CHECKING:
    from doorstep.guide import Guide

PRESS = "{press}"
"""What stands in a sentence for the words to press, which are framed as on the screen."""


class Step(Struct, frozen=True):
    """One thing to do."""

    words: str
    """A sentence or two, with PRESS where something is pressed."""
    press: str = ""
    """The words on the screen."""


class Case(Struct, frozen=True):
    """What comes up, and what to do then."""

    heading: str
    drawing: str
    """The name of one of our line drawings."""
    shows: str
    """What that shows, for those who do not see it."""
    steps: tuple[Step, ...]


def cases(guide: Guide) -> tuple[Case, ...]:
    """Return what comes up; without forms on GitHub, what was written down is handed in."""
    say = guide.words.say
    told = Case(say("Somebody tells you something"), "telephone", say("A telephone"), _told(guide))
    both = (
        Case(say("You have a photo"), "camera", say("A camera"), (_photo(guide),)),
        Case(say("You are stuck"), "lifebuoy", say("A lifebuoy"), (_stuck(guide),)),
    )
    if not guide.config.repository:
        return (told, *both)
    right = Case(
        say("You asked, and nothing has changed"),
        "people",
        say("Two people"),
        (_still_right(guide),),
    )
    pencil = Case(
        say("You are an invited editor"), "computer", say("A computer"), (_pencil(guide),)
    )
    return (told, right, pencil, *both)


def _told(guide: Guide) -> tuple[Step, ...]:
    say, line = guide.words.say, guide.config.help_line
    heard = (
        Step(say("Write it down, and read it back to them.")),
        Step(say("Ask: has the person whose name and number it is agreed?")),
    )
    if guide.config.repository:
        return (*heard, *_in_a_form(guide), *_answered(guide))
    number = phone_words(line.phone)
    return (*heard, Step(say("Give it to {name}, {number}.", name=line.name, number=number)))


def _in_a_form(guide: Guide) -> tuple[Step, ...]:
    say = guide.words.say
    return (
        Step(say("Sign in at github.com. The first time, make an account there: it is free.")),
        Step(
            say(
                "Find its page: type its number or name in the search box. Press {press}.",
                press=PRESS,
            ),
            say("Change this in a form"),
        ),
        Step(
            say(
                "Is it new? Go to {address} and press {press}, or what else it is.",
                address=address_words(guide, at.ADD),
                press=PRESS,
            ),
            say("Add a group"),
        ),
        Step(say("Put right the box that is wrong. Leave the rest. Press the green button.")),
    )


def _answered(guide: Guide) -> tuple[Step, ...]:
    say, editing = guide.words.say, guide.config.editing
    look = say(
        "{people} will look at it, usually {when}. You get the link when it is live.",
        people=editing.reviewers or guide.config.forum.people or guide.config.forum.name,
        when=editing.looked_at,
    )
    return (
        Step(
            say("Wait 3 minutes for the answer. If it asks you something, reply in your own words.")
        ),
        Step(look),
    )


def _still_right(guide: Guide) -> Step:
    say = guide.words.say
    words = say(
        "On its page, press {press}. Say how you asked, and your first name. Press the green "
        "button.",
        press=PRESS,
    )
    return Step(words, say("Yes, still right"))


def _pencil(guide: Guide) -> Step:
    say = guide.words.say
    words = say(
        "On its page, press {press}. Change the words after the colon. Then follow the green "
        "buttons; of two choices, take the second.",
        press=PRESS,
    )
    return Step(words, say("Edit this page"))


def _photo(guide: Guide) -> Step:
    say = guide.words.say
    return Step(
        say(
            "Ask everyone in it first. Bring it to the forum, with a sentence that says what it "
            "shows."
        )
    )


def _stuck(guide: Guide) -> Step:
    say, line = guide.words.say, guide.config.help_line
    return Step(
        say(
            "You cannot break the website: nothing changes before somebody says yes. Phone "
            "{name}, {number}.",
            name=line.name,
            number=phone_words(line.phone),
        )
    )
