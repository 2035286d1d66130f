"""What we ask about something new, in one list for the page, the paper form and the phone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from doorstep.guide import Guide


class Choices(Struct, frozen=True):
    """A few answers to tick, on one line."""

    label: str
    """What they answer, where a question has several lines of them; or ""."""
    answers: tuple[str, ...]
    """The answers."""


class Question(Struct, frozen=True):
    """One thing we ask."""

    text: str
    """The question."""
    lines: int
    """How many lines of handwriting an answer takes."""
    choices: tuple[Choices, ...] = ()
    """Answers to tick, where they are few."""


def questions(guide: Guide) -> tuple[Question, ...]:
    """Return what we ask, in the order of an entry's facts."""
    return (*_about_it(guide), *_about_people(guide))


def _about_it(guide: Guide) -> tuple[Question, ...]:
    say = guide.words.say
    new = Choices("", (say("It is new"), say("It is in the guide; its number:")))
    turn_up = Choices("", (say("Yes"), say("No, phone first")))
    return (
        Question(say("What is it called, and what is it in one sentence?"), 3, (new,)),
        Question(say("When is it? Say it as you would to a friend."), 3),
        Question(say("Where is it, and which door?"), 2),
        Question(say("Can people just turn up?"), 1, (turn_up,)),
        Question(say("Whom can people phone, and when?"), 2),
        Question(say("What does it cost?"), 1, (Choices("", (say("Free"),)),)),
    )


def _about_people(guide: Guide) -> tuple[Question, ...]:
    say = guide.words.say
    known = (say("Yes"), say("No"), say("I do not know"))
    facts = (say("Step-free"), say("Toilet"), say("Hearing loop"))
    getting_in = tuple(Choices(fact, known) for fact in facts)
    agreed = Choices("", (say("Yes"), say("Not yet")))
    return (
        Question(say("Is it step-free? Is there a toilet? A hearing loop?"), 0, getting_in),
        Question(say("Which languages does somebody speak?"), 1),
        Question(say("Whom is it for?"), 1, (Choices("", (say("Everyone"),)),)),
        Question(say("What would help you?"), 2),
        Question(say("Has the person whose name and number it is agreed?"), 0, (agreed,)),
        Question(say("Who are you, and how can we reach you? We keep this off the website."), 3),
    )


def before_you_tell(guide: Guide) -> tuple[str, ...]:
    """Return what becomes public, and what never to tell."""
    say = guide.words.say
    return (
        say("Everyone can see what is in the guide."),
        say("Leave out private addresses and surnames."),
    )
