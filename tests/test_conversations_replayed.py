"""Forms, answers and yeses replayed against a real repository and a forge in memory."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest
from held_conversations import (
    AMINA,
    CHOIR,
    NEIGHBOUR,
    PAT,
    REPOSITORY,
    STRANGER,
    TEA,
    Room,
    git,
)

from doorstep.conversations.events import Event
from doorstep.conversations.markers import Says
from doorstep.conversations.running import converse
from doorstep.portraits.taking import NoPortrait, portrait_name

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = [
    pytest.mark.whole,
    pytest.mark.skipif(shutil.which("git") is None, reason="needs git"),
]

CHOIR_FILE = "content/groups/lantern-choir.md"
TEA_FILE = "content/groups/tea-and-talk.md"


@pytest.fixture(scope="session")
def street(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("street")
    Room.of_tiny(folder)
    return folder


@pytest.fixture
def room(street: Path, tmp_path: Path) -> Room:
    shutil.copytree(street, tmp_path, dirs_exist_ok=True)
    room = Room(tmp_path)
    git(room.copy, "remote", "set-url", "origin", str(room.origin))
    return room


def test_a_form_is_answered_and_a_change_is_made_of_it(room: Room) -> None:
    number = room.asked("add-group", CHOIR)
    assert "Thursday 26 November, 7pm to 8pm" in room.answer(number)
    assert room.mark(number).says is Says.OFFER
    assert room.mark(number).head == room.tip(f"form-{number}")
    assert "title: Lantern choir" in room.file(CHOIR_FILE, f"form-{number}")
    assert [one["title"] for one in room.forge.pulls.values()] == ["Lantern choir is new (form 1)"]


def test_nothing_in_the_guide_changes_without_a_yes(room: Room) -> None:
    before = room.tip()
    number = room.asked("add-group", CHOIR)
    assert room.tip() == before
    assert "Nothing on the website has changed yet" in room.answer(number)


def test_the_same_event_again_says_and_does_nothing(room: Room) -> None:
    number = room.asked("add-group", CHOIR)
    head, sent = room.tip(f"form-{number}"), len(room.forge.sent)
    assert not room.run(number).is_live
    assert (room.tip(f"form-{number}"), len(room.forge.sent)) == (head, sent)


def test_an_edited_form_is_answered_again_on_the_same_change(room: Room) -> None:
    number = room.asked("add-group", CHOIR)
    room.edits(number, "add-group", CHOIR | {"when": "Every Friday, 7pm to 8pm"})
    room.run(number)
    assert len(room.answers(number)) == 2
    assert "Every Friday, 7pm to 8pm" in room.answer(number)
    assert "Every Friday, 7pm to 8pm" in room.file(CHOIR_FILE, f"form-{number}")
    assert len(room.forge.pulls) == 1


def test_a_reply_in_plain_words_answers_what_was_asked(room: Room) -> None:
    number = room.asked("add-group", CHOIR | {"when": "7pm to 8pm"})
    assert room.mark(number).says is Says.ASK
    assert "**1 thing needs you.**" in room.answer(number)
    room.hears(NEIGHBOUR, number, "Every Thursday, 7pm to 8pm")
    assert room.mark(number).says is Says.OFFER
    assert "when: Every Thursday, 7pm to 8pm" in room.file(CHOIR_FILE, f"form-{number}")


def test_a_reply_that_does_not_answer_is_told_so_and_asked_again(room: Room) -> None:
    number = room.asked("add-group", CHOIR | {"when": "7pm to 8pm"})
    assert "still cannot tell" not in room.answer(number)
    room.hears(NEIGHBOUR, number, "It is in the evening")
    assert "We still cannot tell the answer from what you wrote" in room.answer(number)
    assert "**1 thing needs you.**" in room.answer(number)


def test_a_yes_gives_the_number_and_takes_the_change_into_the_guide(room: Room) -> None:
    number = room.asked("add-group", CHOIR)
    approved = room.tip(f"form-{number}")
    assert room.hears(PAT, number, "Yes, thank you.").is_live
    assert room.file(CHOIR_FILE).startswith("---\nnumber: 101\ntitle: Lantern choir\n")
    assert room.tip(f"form-{number}") == ""
    assert approved in git(room.origin, "rev-list", "main")


def test_the_last_answer_has_the_link_and_closes_the_form(room: Room) -> None:
    number = room.asked("add-group", CHOIR)
    room.hears(PAT, number, "yes")
    room.tells(number)
    assert "No. 101, Lantern choir" in room.answer(number)
    assert "https://lantern-lane.example.org/guide/n/101/" in room.answer(number)
    assert room.forge.issues[number]["state"] == "closed"


def test_that_it_is_live_is_told_once(room: Room) -> None:
    number = room.asked("add-group", CHOIR)
    room.hears(PAT, number, "yes")
    room.tells(number)
    room.tells(number)
    assert len(room.answers(number)) == 2


def test_a_run_that_was_cut_off_after_the_yes_is_finished_by_the_next(room: Room) -> None:
    number = room.asked("add-group", CHOIR)
    room.hears(PAT, number, "yes")
    main = room.tip()
    assert room.run(number).is_live
    assert room.tip() == main


def test_a_yes_after_it_is_live_changes_nothing_and_is_told_so(room: Room) -> None:
    number = room.asked("add-group", CHOIR)
    room.hears(PAT, number, "yes")
    room.tells(number)
    main = room.tip()
    assert not room.hears(AMINA, number, "yes").is_live
    assert room.tip() == main
    assert "live already" in room.answer(number)


@pytest.mark.parametrize("login", [STRANGER, NEIGHBOUR])
def test_a_yes_from_somebody_who_may_not_publish_puts_nothing_live(room: Room, login: str) -> None:
    number = room.asked("add-group", CHOIR)
    main = room.tip()
    assert not room.hears(login, number, "yes").is_live
    assert room.tip() == main


def test_a_stranger_is_not_even_answered(room: Room) -> None:
    number = room.asked("add-group", CHOIR)
    room.hears(STRANGER, number, "yes")
    assert len(room.answers(number)) == 1


def test_a_yes_by_a_robot_puts_nothing_live(room: Room) -> None:
    number = room.asked("add-group", CHOIR)
    room.forge.permissions["helper[bot]"] = "admin"
    room.says("helper[bot]", number, "yes", kind="Bot")
    assert not room.run(number, PAT).is_live


def test_a_yes_that_was_edited_does_not_count_and_is_told_so_once(room: Room) -> None:
    number = room.asked("add-group", CHOIR)
    comment = room.says(PAT, number, "no idea")
    room.rewrites(comment, "yes")
    assert not room.run(number, PAT).is_live
    assert "was edited" in room.answer(number)
    room.run(number, PAT)
    assert len(room.answers(number)) == 2


def test_a_yes_that_goes_on_is_asked_about(room: Room) -> None:
    number = room.asked("add-group", CHOIR)
    assert not room.hears(PAT, number, "Yes, but at 8pm").is_live
    assert "comment only: yes" in room.answer(number)


def test_a_yes_written_before_our_newest_answer_does_not_count(room: Room) -> None:
    number = room.asked("add-group", CHOIR)
    early = room.forge.now
    room.edits(number, "add-group", CHOIR | {"cost": "£2"})
    room.run(number)
    # It was written while that run was at work, which had read everything before.
    room.says(PAT, number, "yes")
    room.forge.comments[max(room.forge.comments)] |= {"created_at": early, "updated_at": early}
    assert not room.run(number, PAT).is_live
    assert "before my newest answer" in room.answer(number)


def test_a_form_that_is_edited_after_the_yes_needs_a_new_one(room: Room) -> None:
    number = room.asked("add-group", CHOIR)
    room.says(PAT, number, "yes")
    room.edits(number, "add-group", CHOIR | {"contact_phone": "020 7946 0199"})
    main = room.tip()
    assert not room.run(number, PAT).is_live
    assert room.tip() == main
    assert "has changed since" in room.answer(number)
    assert room.hears(AMINA, number, "yes").is_live
    assert "020 7946 0199" in room.file(CHOIR_FILE)


def test_a_push_after_the_yes_needs_a_new_one(room: Room) -> None:
    number = room.asked("add-group", CHOIR)
    room.says(PAT, number, "yes")
    room.pushes(CHOIR_FILE, room.file(CHOIR_FILE, "form-1").replace("Joe", "Jo"), "form-1")
    assert not room.run(number, PAT).is_live
    assert not room.has(CHOIR_FILE)
    assert "has changed since" in room.answer(number)


def test_a_push_in_the_very_moment_of_publishing_undoes_it(room: Room) -> None:
    number = room.asked("add-group", CHOIR)
    approved = room.tip("form-1")
    other = room.pushes(CHOIR_FILE, room.file(CHOIR_FILE, "form-1") + "More.\n", "form-1")
    git(room.origin, "update-ref", "refs/heads/form-1", approved)
    _hook(
        room, "pre-receive", f"grep -q refs/heads/main && git update-ref refs/heads/form-1 {other}"
    )
    assert not room.hears(PAT, number, "yes").is_live
    assert not room.has(CHOIR_FILE)
    assert room.tip("form-1") == other
    assert "has changed since" in room.answer(number)


def _hook(room: Room, name: str, script: str) -> None:
    hook = room.origin / "hooks" / name
    hook.write_text(f"#!/bin/sh\nunset GIT_QUARANTINE_PATH\n{script}\nexit 0\n", encoding="utf-8")
    hook.chmod(0o755)


def test_what_a_person_pushed_is_kept_and_can_be_put_live(room: Room) -> None:
    number = room.asked("add-group", CHOIR)
    mended = room.file(CHOIR_FILE, "form-1").replace("Joe", "Jo")
    room.pushes(CHOIR_FILE, mended, "form-1")
    room.edits(number, "add-group", CHOIR | {"cost": "£2"})
    room.run(number)
    assert room.file(CHOIR_FILE, "form-1") == mended
    assert "worked on this by hand" in room.answer(number)
    assert room.hears(PAT, number, "yes").is_live
    assert "name: Jo\n" in room.file(CHOIR_FILE)


def test_a_person_who_changes_more_than_the_entry_puts_it_live_by_hand(room: Room) -> None:
    number = room.asked("add-group", CHOIR)
    room.pushes("build.py", "print('hello')\n", "form-1")
    assert not room.hears(PAT, number, "yes").is_live
    assert "will put it live by hand" in room.answer(number)
    assert not room.hears(PAT, number, "yes").is_live
    assert not room.has("build.py")


def test_a_yes_and_then_a_no_is_a_no(room: Room) -> None:
    number = room.asked("add-group", CHOIR)
    room.says(PAT, number, "yes")
    assert not room.hears(AMINA, number, "No, they moved away in May.").is_live
    assert not room.has(CHOIR_FILE)
    assert "“they moved away in May.”" in room.answer(number)


def test_a_no_closes_the_change_and_the_form(room: Room) -> None:
    number = room.asked("add-group", CHOIR)
    room.hears(PAT, number, "No: this is a private house.")
    assert [one["state"] for one in room.forge.pulls.values()] == ["closed"]
    assert room.forge.issues[number]["state"] == "closed"
    assert room.tip("form-1") == ""


def test_a_no_without_a_reason_is_asked_for_one(room: Room) -> None:
    number = room.asked("add-group", CHOIR)
    room.hears(PAT, number, "No")
    assert "one sentence" in room.answer(number)
    assert room.forge.issues[number]["state"] == "open"


def test_new_words_after_a_no_open_it_again(room: Room) -> None:
    number = room.asked("add-group", CHOIR)
    room.hears(PAT, number, "No, not without a phone we can ring.")
    room.edits(number, "add-group", CHOIR | {"contact_phone": "020 7946 0199"})
    room.run(number)
    assert room.forge.issues[number]["state"] == "open"
    assert room.hears(PAT, number, "yes").is_live


def test_whoever_asks_to_wait_holds_up_an_earlier_yes(room: Room) -> None:
    number = room.asked("add-group", CHOIR)
    room.says(PAT, number, "yes")
    assert not room.hears(AMINA, number, "Wait, I will ring them.").is_live
    assert room.hears(AMINA, number, "yes").is_live


def test_a_tick_by_somebody_who_may_publish_is_a_yes(room: Room) -> None:
    number = room.asked("add-group", CHOIR)
    assert room.run(number, PAT, touched=room.ticks(number)).is_live


def test_a_tick_by_a_stranger_puts_nothing_live(room: Room) -> None:
    number = room.asked("add-group", CHOIR)
    assert not room.run(number, STRANGER, touched=room.ticks(number)).is_live


def test_a_tick_counts_for_what_was_shown_beside_it(room: Room) -> None:
    number = room.asked("add-group", CHOIR)
    old = room.answers(number)[-1]["id"]
    room.ticks(number)
    room.edits(number, "add-group", CHOIR | {"cost": "£2"})
    assert not room.run(number, PAT, touched=old).is_live
    assert not room.run(number, PAT, touched=old).is_live
    assert not room.has(CHOIR_FILE)


def test_a_yes_on_the_page_of_the_change_counts_too(room: Room) -> None:
    number = room.asked("add-group", CHOIR)
    (change,) = room.forge.pulls
    room.says(PAT, change, "yes")
    assert room.run(change, PAT, is_on_change=True).is_live
    assert number == 1


def test_a_fork_that_calls_its_branch_like_ours_is_none_of_ours(room: Room) -> None:
    number = room.asked("add-group", CHOIR)
    theirs = {"ref": "form-1", "repo": {"full_name": "stranger/lantern-lane"}}
    fork = room.forge.open("pulls", head=theirs, base="main")["number"]
    room.says(PAT, fork, "yes")
    assert not room.run(fork, PAT, is_on_change=True).is_live
    assert not room.run(number, PAT).is_live


def test_what_moves_in_the_guide_meanwhile_is_kept(room: Room) -> None:
    number = room.asked("add-group", CHOIR)
    room.pushes("content/pages/new.md", "---\ntitle: New\nnumber: 190\n---\nWords.\n")
    assert room.hears(PAT, number, "yes").is_live
    assert room.file(CHOIR_FILE).startswith("---\nnumber: 191\n")
    assert room.has("content/pages/new.md")


def test_a_push_to_the_guide_in_the_very_moment_takes_the_next_number(room: Room) -> None:
    number = room.asked("add-group", CHOIR)
    old = room.tip()
    new = room.pushes("content/pages/new.md", "---\ntitle: New\nnumber: 190\n---\nWords.\n")
    git(room.origin, "update-ref", "refs/heads/main", old)
    _hook(room, "pre-receive", f"[ -e moved ] || git update-ref refs/heads/main {new}; touch moved")
    assert room.hears(PAT, number, "yes").is_live
    assert room.file(CHOIR_FILE).startswith("---\nnumber: 191\n")


HALL = "content/places/st-annes-hall.md"


def _mended_by_hand(room: Room) -> int:
    number = room.asked("add-group", CHOIR)
    room.pushes(CHOIR_FILE, room.file(CHOIR_FILE, "form-1").replace("Joe", "Jo"), "form-1")
    room.run(number)
    return number


def test_what_would_be_wrong_in_the_guide_as_it_is_now_does_not_go_live(room: Room) -> None:
    number = _mended_by_hand(room)
    room.pushes(HALL, "")
    assert not room.hears(PAT, number, "yes").is_live
    assert not room.has(CHOIR_FILE)
    assert room.mark(number).says is Says.ASK


def test_what_is_mended_elsewhere_can_go_live_by_another_yes(room: Room) -> None:
    number, hall = _mended_by_hand(room), room.file(HALL)
    room.pushes(HALL, "")
    room.hears(PAT, number, "yes")
    room.pushes(HALL, hall)
    room.hears(PAT, number, "yes")
    assert room.mark(number).says is Says.OFFER
    assert room.hears(PAT, number, "yes").is_live


def test_a_name_that_somebody_else_took_meanwhile_is_given_up(room: Room) -> None:
    number = room.asked("add-group", CHOIR)
    when = "when: Saturday 28 November 2026, 7pm to 8pm"
    room.pushes("content/events/lantern-choir.md", f"---\ntitle: Lantern choir\n{when}\n---\n")
    assert not room.hears(PAT, number, "yes").is_live
    assert "has changed since" in room.answer(number)
    assert room.hears(PAT, number, "yes").is_live
    assert not room.has(CHOIR_FILE)


def test_a_guide_that_only_people_may_publish_is_left_ready_for_them(room: Room) -> None:
    number = room.asked("add-group", CHOIR)
    _hook(room, "update", '[ "$1" != refs/heads/main ] || exit 1')
    main = room.tip()
    assert not room.hears(PAT, number, "yes").is_live
    assert room.tip() == main
    assert "Only a person may put it live here" in room.answer(number)
    assert room.file(CHOIR_FILE, "form-1").startswith("---\nnumber: 101\n")


def test_what_a_person_put_live_by_hand_is_told(room: Room) -> None:
    number = room.asked("add-group", CHOIR)
    git(room.origin, "update-ref", "refs/heads/main", room.tip("form-1"))
    assert room.run(number, PAT).is_live
    room.tells(number)
    assert "It is live: Lantern choir" in room.answer(number)


def test_a_form_still_works_where_no_page_may_be_opened_for_it(room: Room) -> None:
    room.forge.refused.add(("POST", "pulls"))
    number = room.asked("add-group", CHOIR)
    assert "let GitHub Actions create pull requests" in room.answer(number)
    assert room.hears(PAT, number, "yes").is_live


def test_a_picture_is_shown_until_it_is_live(room: Room, monkeypatch: pytest.MonkeyPatch) -> None:
    def take(_: Path, paths: list[str], into: Path, browser: str) -> tuple[Path, ...]:
        picture = into / portrait_name(paths[0])
        into.mkdir()
        picture.write_bytes(browser.encode())
        return (picture,)

    monkeypatch.setattr("doorstep.conversations.pictures.take_portraits", take)
    number = room.sends("add-group", CHOIR)
    room.wait()
    converse(Event(number, is_on_change=False, sender=NEIGHBOUR), room.office(browser="Chrome"))
    assert "/blob/previews/2/groups-lantern-choir-" in room.answer(number)
    assert room.tip("previews")
    room.hears(PAT, number, "yes")
    room.tells(number)
    assert room.tip("previews") == ""


def test_words_are_said_where_the_browser_takes_no_picture(
    room: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    def take(*_: object) -> None:
        raise NoPortrait

    monkeypatch.setattr("doorstep.conversations.pictures.take_portraits", take)
    number = room.sends("add-group", CHOIR)
    room.wait()
    converse(Event(number, is_on_change=False, sender=NEIGHBOUR), room.office(browser="Chrome"))
    assert room.mark(number).says is Says.OFFER


def test_a_change_says_what_moves_for_readers(room: Room) -> None:
    number = room.asked("change-group", TEA | {"when": "Every Tuesday in term time, 11am to noon"})
    assert "Tea and talk" in room.answer(number)
    assert room.hears(PAT, number, "yes").is_live
    assert room.file(TEA_FILE).startswith("---\nnumber: 31\n")


def test_what_the_guide_says_already_makes_no_change(room: Room) -> None:
    number = room.asked("change-group", TEA | {"cost": "Free"})
    assert "The guide says all of this already" in room.answer(number)
    assert room.tip("form-1") == ""
    assert not room.hears(PAT, number, "yes").is_live


def test_still_right_by_somebody_who_may_publish_is_their_yes(room: Room) -> None:
    number = room.sends("still-right", TEA | {"on": "today", "how": "by phone"}, PAT)
    assert room.run(number, PAT).is_live
    assert "checked: 2026-11-22, by phone" in room.file(TEA_FILE)
    assert room.tip("form-1") == ""


def test_still_right_is_left_for_a_person_where_only_people_may_publish(room: Room) -> None:
    _hook(room, "update", '[ "$1" != refs/heads/main ] || exit 1')
    number = room.sends("still-right", TEA | {"on": "today", "how": "by phone"}, PAT)
    assert not room.run(number, PAT).is_live
    assert f"https://github.com/{REPOSITORY}/pull/2" in room.answer(number)


def test_still_right_by_anybody_else_waits_for_a_yes(room: Room) -> None:
    number = room.asked("still-right", TEA | {"on": "today", "how": "by phone"})
    assert room.mark(number).says is Says.OFFER
    assert "2026-11-22" not in room.file(TEA_FILE)
    assert room.hears(PAT, number, "yes").is_live


def test_a_change_by_somebody_who_may_publish_needs_a_yes_all_the_same(room: Room) -> None:
    number = room.sends("change-group", TEA | {"cost": "£1"}, PAT)
    assert not room.run(number, PAT).is_live
    assert room.hears(PAT, number, "yes").is_live


def test_a_secret_is_not_repeated_and_no_change_is_made_of_it(room: Room) -> None:
    secret = {"entry": "A group for women", "address": "12 Hidden Street", "postcode": "AB1 9ZZ"}
    number = room.asked("change-group", secret)
    assert room.mark(number).says is Says.SECRET
    assert "020 7946 0123" in room.answer(number)
    assert not any(word in room.answer(number) for word in ("Hidden", "9ZZ", "women"))
    assert (room.tip("form-1"), room.forge.pulls) == ("", {})
    assert room.forge.issues[number]["state"] == "closed"
    assert not room.hears(PAT, number, "yes").is_live


def test_a_secret_that_comes_later_takes_the_change_away(room: Room) -> None:
    number = room.asked("add-group", CHOIR)
    room.hears(NEIGHBOUR, number, "It is a refuge really: 12 Hidden Street, AB1 9ZZ")
    assert room.mark(number).says is Says.SECRET
    assert room.tip("form-1") == ""
    assert [one["state"] for one in room.forge.pulls.values()] == ["closed"]


def test_what_was_told_before_it_was_known_for_a_secret_is_taken_back(room: Room) -> None:
    number = room.asked("add-group", CHOIR)
    room.hears(NEIGHBOUR, number, "It is a refuge really: 12 Hidden Street, AB1 9ZZ")
    assert len(room.answers(number)) == 1
    said = str([room.answers(number), room.forge.pulls])
    assert not any(word in said for word in ("Lantern choir", "Joe", "St Anne", "Hidden"))


def test_words_of_ones_own_are_left_to_a_person(room: Room) -> None:
    number = room.asked("tell-us", {"words": "The bench by the canal is broken."})
    assert "A person will read this and write it down" in room.answer(number)
    assert room.forge.pulls == {}


def test_an_issue_that_is_none_of_our_forms_is_left_alone(room: Room) -> None:
    number = room.forge.open(title="Hello", body="yes", user={"login": PAT, "type": "User"})
    room.run(number["number"], PAT)
    assert room.forge.sent == []


def test_a_history_shared_with_another_guide_says_nothing_of_this_one(room: Room) -> None:
    room.pushes("README.md", "Hello\n")
    git(room.copy, "commit", "--quiet", "--amend", "--message", "Take in\n\nForm: other/guide 1")
    git(room.copy, "push", "--quiet", "--force", "origin", "HEAD:main")
    number = room.asked("add-group", CHOIR)
    assert room.mark(number).says is Says.OFFER
