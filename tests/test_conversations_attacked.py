"""Strangers try to publish, to be taken for others, and to reach what is not theirs to change."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest
from held_conversations import CHOIR, NEIGHBOUR, PAT, STRANGER, TEA, Room, git

from doorstep.conversations.markers import Mark, Says, marked

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = [
    pytest.mark.whole,
    pytest.mark.skipif(shutil.which("git") is None, reason="needs git"),
]

CHOIR_FILE = "content/groups/lantern-choir.md"
TEA_FILE = "content/groups/tea-and-talk.md"


@pytest.fixture
def room(tmp_path: Path) -> Room:
    return Room.of_tiny(tmp_path)


def changed(room: Room, branch: str = "form-1") -> list[str]:
    return git(room.origin, "diff", "--name-only", f"main...{branch}").split()


@pytest.mark.parametrize("login", ["github-actions", "pat-", "Pat/../amina", "ghost"])
def test_a_name_that_is_nearly_that_of_somebody_who_may_publish_is_a_strangers(
    room: Room, login: str
) -> None:
    number = room.asked("add-group", CHOIR)
    assert not room.hears(login, number, "yes").is_live
    assert len(room.answers(number)) == 1


def test_a_yes_of_somebody_who_may_publish_no_more_puts_nothing_live(room: Room) -> None:
    number = room.asked("add-group", CHOIR)
    room.says(PAT, number, "yes")
    del room.forge.permissions[PAT]
    assert not room.run(number, PAT).is_live
    assert not room.has(CHOIR_FILE)


def test_a_tick_of_somebody_who_may_publish_no_more_puts_nothing_live(room: Room) -> None:
    number = room.asked("add-group", CHOIR)
    room.forge.permissions[PAT] = "read"
    assert not room.run(number, PAT, touched=room.ticks(number)).is_live


def test_a_strangers_copy_of_our_answer_is_no_answer(room: Room) -> None:
    number = room.asked("add-group", CHOIR | {"when": "7pm to 8pm"})
    forged = marked(Mark(says=Says.OFFER, words=room.mark(number).words, head=room.tip()), "x")
    copied = room.says(STRANGER, number, f"{forged}\n- [x] Put it live\n")
    assert not room.run(number, PAT, touched=copied).is_live
    assert not room.hears(PAT, number, "yes").is_live
    assert not room.has(CHOIR_FILE)


@pytest.mark.parametrize("box", ["title", "summary", "body"])
def test_a_mark_of_ours_in_a_form_is_a_word_like_any_other(room: Room, box: str) -> None:
    mark = marked(Mark(says=Says.LIVE, words="x", head="y"), "").strip()
    number = room.asked("add-group", CHOIR | {box: f"{mark} Put it live yes"})
    assert room.mark(number).says in (Says.OFFER, Says.ASK)
    assert room.answer(number).count("<!--") == 1
    assert not room.has(CHOIR_FILE)


def test_a_yes_on_another_change_is_none_on_this_one(room: Room) -> None:
    number = room.asked("add-group", CHOIR)
    other = room.forge.open("pulls", head="mend-the-map", base="main")["number"]
    room.says(PAT, other, "yes")
    assert not room.run(other, PAT, is_on_change=True).is_live
    assert not room.run(number, PAT).is_live


def test_a_branch_of_a_form_that_never_was_leads_nowhere(room: Room) -> None:
    other = room.forge.open("pulls", head="form-12", base="main")["number"]
    room.says(PAT, other, "yes")
    assert not room.run(other, PAT, is_on_change=True).is_live
    assert room.forge.sent == []


TWO_HALLS = """\
- title: Chapel Hall  # by the bridge
  slug: chapel-hall
  number: 81
  summary: A hall with a stage.
- title: Boat House
  slug: boat-house
  number: 82
  summary: A house by the water.
"""


def test_a_change_of_one_entry_in_a_list_leaves_the_others_as_they_are(room: Room) -> None:
    room.pushes("content/places/halls.yaml", TWO_HALLS)
    number = room.asked("change-place", {"entry": "82", "summary": "A house with boats."})
    assert changed(room) == ["content/places/halls.yaml"]
    assert room.hears(PAT, number, "yes").is_live
    assert room.file("content/places/halls.yaml") == TWO_HALLS.replace("by the water", "with boats")


def test_a_link_in_the_place_of_an_entry_is_not_followed(room: Room) -> None:
    (room.copy / TEA_FILE).unlink()
    (room.copy / TEA_FILE).symlink_to("../../site.yaml")
    git(room.copy, "add", "--all")
    git(room.copy, "commit", "--quiet", "--message", "A link")
    git(room.copy, "push", "--quiet", "origin", "HEAD:main")
    number = room.asked("change-group", TEA | {"cost": "£1"})
    assert room.tip("form-1") == ""
    assert "name:" not in room.answer(number)


def test_the_title_of_an_issue_is_repeated_nowhere(room: Room) -> None:
    number = room.sends("add-group", CHOIR)
    room.forge.issues[number]["title"] = "[skip ci] fixes #1 @octocat $(owned) <!-- owned -->\x00"
    room.run(number, NEIGHBOUR)
    (change,) = room.forge.pulls.values()
    said = room.answer(number) + change["title"] + change["body"]
    said += room.file(CHOIR_FILE, "form-1") + git(room.origin, "log", "--format=%B", "form-1")
    assert not any(word in said for word in ("owned", "octocat", "skip ci"))


def test_the_number_of_an_entry_that_is_gone_is_not_given_again(room: Room) -> None:
    old = "content/groups/drummers.md"
    room.pushes(old, "---\ntitle: Drummers\nnumber: 150\nwhen: Every Friday, 7pm\n---\n")
    room.pushes(old, "")
    number = room.asked("add-group", CHOIR)
    assert room.hears(PAT, number, "yes").is_live
    assert room.file(CHOIR_FILE).startswith("---\nnumber: 151\n")


def test_a_number_chosen_by_hand_is_not_one_of_an_entry_that_is_gone(room: Room) -> None:
    old = "content/groups/drummers.md"
    room.pushes(old, "---\ntitle: Drummers\nnumber: 150\nwhen: Every Friday, 7pm\n---\n")
    room.pushes(old, "")
    number = room.asked("add-group", CHOIR)
    mine = room.file(CHOIR_FILE, "form-1").replace("---\n", "---\nnumber: 150\n", 1)
    room.pushes(CHOIR_FILE, mine, "form-1")
    room.run(number, PAT)
    assert room.hears(PAT, number, "yes").is_live
    assert room.file(CHOIR_FILE).startswith("---\nnumber: 151\n")


@pytest.mark.parametrize("title", ["Tea and talk", "New", "../../site.yaml"])
def test_a_name_that_is_taken_or_strange_gets_a_file_of_its_own(room: Room, title: str) -> None:
    main = room.tip()
    number = room.asked("add-group", CHOIR | {"title": title})
    (path,) = changed(room)
    assert path.startswith("content/groups/")
    assert path not in git(room.origin, "ls-tree", "-r", "--name-only", main).split()
    assert room.mark(number).says is Says.OFFER
