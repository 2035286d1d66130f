"""A guide -> the page on which a script prints the entries that somebody chose with a star."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from doorstep import permalinks as at
from doorstep.sheets.about import about_sheet, sheet_frame
from doorstep.sheets.feet import foot_of, more_words, valid_to
from doorstep.sheets.shortlist_map import shortlist_map
from doorstep.sheets.shortlist_parts import ShortlistLabels, ShortlistView, ShortlistWords
from doorstep.sheets.wording import phone_words
from doorstep.views import runs
from doorstep.views.dates_of_entries import none_to_come
from doorstep.views.sheet_names import name_of

if TYPE_CHECKING:
    from doorstep.guide import Guide
    from doorstep.sheets.parts import SheetFoot
    from doorstep.views.runs import Line

SCRIPTS = (
    "shortlist-kept.js",
    "share.js",
    "shortlist-entry.js",
    "shortlist-map.js",
    "shortlist.js",
)
"""What the page loads, in order: shortlist.js needs all the others."""


def shortlist_view(guide: Guide) -> ShortlistView:
    """Return the page, which is the same for everybody: what was chosen never leaves the phone."""
    say, href = guide.words.say, guide.permalinks.href
    name = name_of(guide, at.SHORTLIST)
    about = about_sheet(guide, name.heading, name.intro, _steps(guide))
    return ShortlistView(
        frame=sheet_frame(guide, at.SHORTLIST, name.heading, "shortlist", SCRIPTS),
        about=replace(about, preview=say("Your list stays on this phone. Nobody is told of it.")),
        without_script=_without_script(guide),
        entries=href(at.SHORTLIST_ENTRIES),
        shortlist=href(at.SHORTLIST),
        words=_words(guide),
        labels=_labels(guide),
        title=name.heading,
        map=shortlist_map(guide).ground,
        foot=_foot(guide),
        plain_foot=say("Phone {number}", number=phone_words(guide.config.help_line.phone)),
    )


def _foot(guide: Guide) -> SheetFoot:
    """Return the foot of a sheet for the hand: when each thing was checked stands beside it."""
    lines = (more_words(guide, 0, at.HOME), f"{valid_to(guide)}.")
    return replace(foot_of(guide, at.HOME, ()), lines=lines)


def _steps(guide: Guide) -> tuple[str, ...]:
    say = guide.words.say
    return (
        say("On any list, press “Make a shortlist”. Then press “Add” beside what you want."),
        say("Or type the numbers of entries below."),
        say("Use A4 paper, upright. Black ink is enough. Print at full size (100%)."),
    )


def _without_script(guide: Guide) -> tuple[Line, ...]:
    say, phone = guide.words.say, guide.config.help_line.phone
    return (
        (runs.words(say("This browser cannot put a list together.")),),
        (runs.words(say("Instead, open the page of each thing and print it.")),),
        (
            runs.words(say("Or phone us and we will make a list for you:") + " "),
            runs.phone(phone),
        ),
    )


def _words(guide: Guide) -> ShortlistWords:
    say, number = guide.words.say, "{number}"
    phone = phone_words(guide.config.help_line.phone)
    return ShortlistWords(
        tools_label=say("Change the list"),
        number=say("Number of an entry"),
        add=say("Add"),
        discreet=say("Leave out what it is about"),
        discreet_note=say("No names and no topics. Day, time, address and phone stay."),
        copy=say("Copy link"),
        copied=say("Copied"),
        keep=say("Keep this list on this phone"),
        clear=say("Clear the list"),
        remove=say("Remove"),
        remove_named=say("Remove No. {number}", number=number),
        one=say("1 thing is on this list."),
        many=say("{number} things are on this list.", number=number),
        empty=say("Nothing is on this list yet."),
        gone=say(
            "No. {number} is not in the guide any more. Phone {phone}", number=number, phone=phone
        ),
        unknown=say(
            "There is no No. {number} that can be printed. Phone {phone}",
            number=number,
            phone=phone,
        ),
        offline=say("This phone cannot get the list. Phone {phone}", phone=phone),
        neutral=say("Notes"),
        notes=say("Notes"),
    )


def _labels(guide: Guide) -> ShortlistLabels:
    say = guide.words.say
    return ShortlistLabels(
        next=say("Next on {when}", when="{when}"),
        where=say("Where"),
        contact=say("Contact"),
        cost=say("Cost"),
        come_along=say("Can I just turn up?"),
        access=say("Getting in"),
        over=none_to_come(guide),
        elsewhere=say("At another place: phone to ask"),
    )
