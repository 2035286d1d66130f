"""The five questions that start a guide, each with an example and what is read of an answer."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

from msgspec import Struct

from doorstep.fields import tidied
from doorstep.new_guide.addresses import Addresses, read_addresses
from doorstep.new_guide.answers import Answers, read_name
from doorstep.new_guide.people import read_forum, read_help_line
from doorstep.new_guide.whereabouts import map_of, read_whereabouts, worded
from doorstep.new_guide.wrong_answers import NotUnderstood


class Question(Struct, frozen=True):
    """One of the five."""

    name: str
    """What it is called where it is asked for by name, such as help_line."""
    label: str
    """What it is called in a sentence."""
    asks: str
    """The question itself."""
    example: str
    """An answer to it."""
    read: Callable[[str], Any]
    """What makes something of an answer, or raises NotUnderstood."""
    said: Callable[[Any], str]
    """How to say what was read."""

    def answered(self, typed: str) -> Any:
        """Return what an answer says, its blank space and its invisible letters tidied."""
        return self.read(tidied(typed))


class Unanswered(ValueError):  # noqa: N818 - a name that reads as a sentence
    """Says, for each question whose answer cannot be taken, what to write instead."""

    def __init__(self, told: Mapping[str, str]) -> None:
        super().__init__("\n".join(f"{label}: {words}" for label, words in told.items()))
        self.told = told


def questions(repository: str = "") -> tuple[Question, ...]:
    """Return the five questions; `repository` is where the guide's files are, when it is known."""
    return (
        Question(
            "name", "Name", "What is the guide called?", "Elm Park guide", read_name, str,
        ),
        Question(
            "help_line", "Help line",
            "Who answers when someone phones, on which number, and when?",
            "Elm Park forum, 01632 960 123, Monday to Friday, 10am to 4pm",
            read_help_line, _help_line_said,
        ),
        Question(
            "where", "Where",
            "Where is the middle of the neighbourhood? Find it on openstreetmap.org, and copy the "
            "address of that page.",
            "https://www.openstreetmap.org/#map=16/53.7020/-3.3000",
            read_whereabouts, _place_said,
        ),
        Question(
            "kept_by", "Kept by",
            "Who keeps the guide? The name of the group, a colon, and first names. Everyone can "
            "read them.",
            "Elm Park forum: Sam, Priya and Leon",
            read_forum, _forum_said,
        ),
        Question(
            "address", "Address",
            "Where will it be published? Leave it empty for the address that GitHub gives.",
            "https://elm-park.github.io/guide/",
            partial(read_addresses, repository=repository), _addresses_said,
        ),
    )  # fmt: skip


def read_answers(typed: Mapping[str, str], repository: str = "") -> Answers:
    """Return what five answers say, by the names of their questions, or tell all that is wrong."""
    read, wrong = {}, {}
    for question in questions(repository):
        try:
            read[question.name] = question.answered(typed.get(question.name, ""))
        except NotUnderstood as reason:
            wrong[question.label] = str(reason)
    if wrong:
        raise Unanswered(wrong)
    return Answers(
        name=read["name"],
        help_line=read["help_line"],
        centre=read["where"],
        forum=read["kept_by"],
        addresses=read["address"],
    )


def read_back(answers: Answers) -> list[tuple[str, str]]:
    """Return what was read of each answer, after the name of its question."""
    read = (
        answers.name, answers.help_line, answers.centre, answers.forum, answers.addresses,
    )  # fmt: skip
    return [(one.label, one.said(what)) for one, what in zip(questions(), read, strict=True)]


def _help_line_said(line: Any) -> str:
    text = f", or text {line.text}" if line.text else ""
    times = f". When: {line.times}" if line.times else ""
    return f"{line.name}, phone {line.phone}{text}{times}"


def _place_said(point: Any) -> str:
    return f"{worded(point)}. See it on a map: {map_of(point)}"


def _forum_said(forum: Any) -> str:
    return f"{forum.name}. People: {forum.people}" if forum.people else str(forum.name)


def _addresses_said(addresses: Addresses) -> str:
    if not addresses.repository:
        return addresses.url
    return f"{addresses.url} Its files are at {addresses.repository}"
