"""The page on how to tell us of something new or wrong: by phone, by text, on paper, in a form."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import quote

from doorstep import permalinks as at
from doorstep.forms.kinds_of_forms import FORMS, Action
from doorstep.forms.prefilled import add_address, missing_address
from doorstep.kinds import Kind
from doorstep.views import runs
from doorstep.views.add_views import AddView, Forms, ReadyWords
from doorstep.views.framing import PageFacts, frame_of
from doorstep.views.parts import Fact, Link, LinkList
from doorstep.views.questions import before_you_tell, questions
from doorstep.views.search_views import Missing
from doorstep.views.usual_frame import help_line_lines

if TYPE_CHECKING:
    from doorstep.guide import Guide

SCRIPTS = ("missing.js", "ready-words.js")


def add_view(guide: Guide) -> AddView:
    """Return how to add something or put it right: first without an account, then with one."""
    say, line = guide.words.say, guide.config.help_line
    heading = say("Add or change something")
    return AddView(
        frame=frame_of(guide, PageFacts(path=at.ADD, heading=heading, scripts=SCRIPTS)),
        heading=heading,
        intro=say("You need no account. Tell a person: we write it down and read it back to you."),
        missing=_missing(guide),
        ways=(
            Fact(say("Phone or text"), help_line_lines(guide)),
            *_forum_way(guide),
            _paper_way(guide),
        ),
        new_heading=say("When something is new"),
        new=_words_about_something_new(guide),
        wrong_heading=say("When something is wrong"),
        wrong=(
            say("Say the number of the entry, such as 127, or its name."),
            say("Say what is right. We phone the group before we change it."),
        ),
        put_right=_words_about_something_wrong(guide),
        ask_heading=say("What we will ask"),
        questions=tuple(question.text for question in questions(guide)),
        privacy_heading=say("Before you tell us"),
        privacy=(
            *before_you_tell(guide),
            say("For a safe space, phone {name} and say no more than that.", name=line.name),
        ),
        forms=_forms(guide),
    )


def _forum_way(guide: Guide) -> tuple[Fact, ...]:
    forum = guide.config.forum
    if not forum.meets:
        return ()
    place = guide.catalogue.public_named(forum.where)
    lines = [(runs.words(f"{forum.name}: {forum.meets}"),)]
    if place:
        lines.append(
            (runs.link(place.title, guide.permalinks.href(at.entry_path(place.kind, place.slug))),)
        )
    return (Fact(guide.words.say("Come to the forum"), tuple(lines)),)


def _paper_way(guide: Guide) -> Fact:
    """Return the way for people who would rather write by hand."""
    say, to = guide.words.say, guide.permalinks.href(at.TELL_US_FORM)
    return Fact(say("On paper"), ((runs.link(say("Print our form and fill it in"), to),),))


def _words_about_something_new(guide: Guide) -> ReadyWords:
    say = guide.words.say
    lines = (
        say("Hello. This is something new for the {guide}.", guide=guide.config.name),
        say("It is called:"),
        say("It is on (day and time):"),
        say("It is at (place, which door):"),
        say("People can phone (first name, number):"),
        say("They agreed to that (yes or no):"),
        say("It costs:"),
        say("My first name:"),
    )
    return _ready(guide, lines)


def _words_about_something_wrong(guide: Guide) -> ReadyWords:
    say = guide.words.say
    lines = (
        say("Hello. Something is wrong in the {guide}.", guide=guide.config.name),
        say("Its number or name:"),
        say("What is wrong:"),
        say("What is right:"),
        say("My first name:"),
    )
    return _ready(guide, lines)


def _ready(guide: Guide, lines: tuple[str, ...]) -> ReadyWords:
    say, number, send = guide.words.say, guide.config.help_line.text, None
    if number:
        to = f"{runs.text_message(number).href}?body={quote(chr(10).join(lines), safe='')}"
        send = Link(say("Text these words to {number}", number=number), to)
    return ReadyWords(
        label=say("Words to copy, or to read out"),
        lines=lines,
        send=send,
        copy_label=say("Copy these words"),
        copied=say("Copied"),
    )


def _forms(guide: Guide) -> Forms | None:
    say, config = guide.words.say, guide.config
    if not config.repository:
        return None
    kinds = [form.kind for form in FORMS if form.action is Action.ADD and form.kind]
    named = _names_of_forms(guide)
    own_words = Link(say("Tell us in your own words"), missing_address("", config))
    links = (*(Link(named[kind], add_address(kind, config)) for kind in kinds), own_words)
    return Forms(
        heading=say("With a GitHub account"),
        warning=say("Everyone can see this form. Do not write a private address or a surname."),
        intro=say(
            "Each link opens a form on github.com. We answer there, and nothing is in the guide "
            "before one of us has looked at it."
        ),
        add=LinkList("", links),
        change=say(
            "To change something, open its page in this guide. “Change this in a form” stands "
            "there, beside the day it was checked."
        ),
    )


def _names_of_forms(guide: Guide) -> dict[Kind, str]:
    say = guide.words.say
    return {
        Kind.GROUP: say("Add a group"),
        Kind.EVENT: say("Add an event"),
        Kind.GREEN_SPACE: say("Add a green space"),
        Kind.PLACE: say("Add a place"),
        Kind.HELP: say("Add help to get or to give"),
        Kind.STORY: say("Add a story"),
    }


def _missing(guide: Guide) -> Missing:
    """Return what is said to whoever comes from a search that found nothing."""
    say, config = guide.words.say, guide.config
    line, ways = config.help_line, []
    if line.text:
        to = f"{runs.text_message(line.text).href}?body="
        ways.append(Link(say("Text this to {number}", number=line.text), to))
    if config.repository:
        to = f"{missing_address('', config)}&words="
        ways.append(Link(say("With a GitHub account: write it where everyone can see it"), to))
    return Missing(
        heading=say("Tell us this is missing"),
        say=say("Phone {number} and say:", number=line.phone),
        sentence=say("I looked for “{words}” in the guide and did not find it.", words="{words}"),
        ways=tuple(ways),
        unsent=say("Nothing is sent until you send it yourself."),
    )
