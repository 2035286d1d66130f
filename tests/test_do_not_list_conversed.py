"""A form about a group that asked not to be listed is answered, and nothing else comes of it."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest
from asked_not import BROKEN, put
from held_conversations import CHOIR, NEIGHBOUR, PAT, Room

from doorstep.conversations.markers import Says

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = [
    pytest.mark.whole,
    pytest.mark.skipif(shutil.which("git") is None, reason="needs git"),
]

FILE = "content/do-not-list.yaml"
THE_GUIDE_IS_ASKED = "Phone Amina, 020 7946 0123, before you change that."


@pytest.fixture
def room(tmp_path: Path) -> Room:
    return Room.of_tiny(tmp_path)


@pytest.fixture
def choir_asked(tmp_path_factory: pytest.TempPathFactory) -> str:
    return put(tmp_path_factory.mktemp("list"), "The Lantern Choir").read_text("utf-8")


def test_the_answer_says_whom_to_phone_and_there_is_no_change(room: Room, choir_asked: str) -> None:
    room.pushes(FILE, choir_asked)
    number = room.asked("add-group", CHOIR)
    assert room.mark(number).says is Says.ASK
    assert "This group asked not to be listed" in room.answer(number)
    assert THE_GUIDE_IS_ASKED in room.answer(number)
    assert "Nothing on the website has changed." in room.answer(number)
    assert "choir" not in room.answer(number).casefold()
    assert (room.forge.pulls, room.tip(f"form-{number}")) == ({}, "")


def test_who_asks_between_a_form_and_its_yes_does_not_go_live(room: Room, choir_asked: str) -> None:
    number = room.asked("add-group", CHOIR)
    room.pushes(FILE, choir_asked)
    assert not room.hears(PAT, number, "Yes").is_live
    assert not room.has("content/groups/lantern-choir.md")
    assert THE_GUIDE_IS_ASKED in room.answer(number)
    assert room.tip(f"form-{number}") == ""
    assert [pull["state"] for pull in room.forge.pulls.values()] == ["closed"]


def test_a_form_that_is_changed_to_another_group_is_answered_as_ever(
    room: Room, choir_asked: str
) -> None:
    room.pushes(FILE, choir_asked)
    number = room.asked("add-group", CHOIR)
    room.edits(number, "add-group", CHOIR | {"title": "Lantern singers"})
    room.run(number)
    assert room.mark(number).says is Says.OFFER


def test_while_the_list_is_broken_a_yes_puts_nothing_new_live(room: Room) -> None:
    number = room.asked("add-group", CHOIR)
    room.pushes(FILE, BROKEN)
    assert not room.hears(PAT, number, "Yes").is_live
    assert "cannot be read at the moment" in room.answer(number)
    room.hears(NEIGHBOUR, number, "Is it still so?")
    assert not room.has("content/groups/lantern-choir.md")
