"""What an event says decides nothing; who wrote what, when, about which change does."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from form_events import event as form_event
from msgspec.structs import replace

from doorstep.conversations.deciding import (
    NOTHING,
    TICK_BOX,
    Because,
    Decision,
    Move,
    Standing,
    decide,
)
from doorstep.conversations.events import Event, read_event
from doorstep.conversations.markers import Mark, Says, marked
from doorstep.conversations.threads import ROBOT, Comment, Thread

START = datetime(2026, 11, 22, 9, 30, tzinfo=UTC)
HERE = Event(7, is_on_change=False, sender="neighbour")
STANDING = Standing(words="w1", head="h1")
PUBLISHERS = {"pat", "amina"}


def comment(number: int, author: str, body: str, **facts: Any) -> Comment:
    at = START + timedelta(minutes=number)
    known: dict[str, Any] = {"is_person": author != ROBOT, "changed": at, "is_on_form": True}
    return Comment(number, author, body=body, created=at, **(known | facts))


def answer(number: int, says: Says = Says.OFFER, **facts: Any) -> Comment:
    known: dict[str, Any] = {"words": "w1", "head": "h1", "seen": number - 1}
    mark = Mark(says=says, **(known | facts))
    return comment(number, ROBOT, marked(mark, f"Thank you.\n\n{TICK_BOX}\n"))


def thread(*comments: Comment, is_open: bool = True) -> Thread:
    return Thread(7, "Tea", "…", "neighbour", START, is_open, comments, change=None)


def decided(*comments: Comment, event: Event = HERE, **facts: Any) -> Decision:
    return decide(thread(*comments), replace(STANDING, **facts), event, PUBLISHERS)


def test_a_form_without_an_answer_is_answered() -> None:
    assert decided() == Decision(Move.ANSWER)


def test_a_yes_before_there_is_an_answer_is_told_that_it_came_too_early() -> None:
    decision = decided(comment(1, "pat", "yes"))
    assert decision == Decision(Move.ANSWER, Because.TOO_OLD, "pat")


def test_a_no_with_a_reason_counts_before_there_is_an_answer() -> None:
    assert decided(comment(1, "pat", "No, this is an advertisement.")).move is Move.TURN_DOWN


def test_a_form_that_was_answered_needs_no_second_answer() -> None:
    assert decided(answer(1)) == NOTHING


@pytest.mark.parametrize("facts", [{"words": "w2"}, {"head": "h2"}])
def test_other_words_and_another_change_need_another_answer(facts: dict[str, Any]) -> None:
    assert decided(answer(1), **facts) == Decision(Move.ANSWER)


def test_a_yes_counts_for_what_the_newest_answer_shows() -> None:
    assert decided(answer(1), comment(2, "pat", "yes")) == Decision(Move.PUT_LIVE, who="pat")


@pytest.mark.parametrize("facts", [{"words": "w2"}, {"head": "h2"}])
def test_a_yes_to_something_older_is_asked_for_anew(facts: dict[str, Any]) -> None:
    decision = decided(answer(1), comment(2, "pat", "yes"), **facts)
    assert decision == Decision(Move.ANSWER, Because.CHANGED_SINCE, "pat")


def test_a_yes_before_the_newest_answer_does_not_count() -> None:
    early = answer(3, seen=1)
    decision = decided(answer(1), comment(2, "pat", "yes"), early)
    assert decision == Decision(Move.REMARK, Because.TOO_OLD, "pat")


def test_a_yes_in_the_very_second_of_our_answer_does_not_count() -> None:
    at = START + timedelta(minutes=1)
    yes = replace(comment(2, "pat", "yes"), created=at, changed=at)
    assert decided(answer(1), yes).because is Because.TOO_OLD


@pytest.mark.parametrize("author", ["neighbour", "stranger", ROBOT])
def test_nobodys_yes_counts_who_may_not_publish(author: str) -> None:
    assert decided(answer(1), comment(2, author, "yes")) == NOTHING


def test_a_robots_yes_does_not_count_whatever_it_may_do() -> None:
    assert decided(answer(1), comment(2, "pat", "yes", is_person=False)) == NOTHING


def test_a_mark_that_anybody_else_writes_is_none() -> None:
    forged = replace(answer(2, head="h2"), author="stranger", is_person=True)
    decision = decided(answer(1), forged, comment(3, "pat", "yes"))
    assert decision == Decision(Move.PUT_LIVE, who="pat")


def test_a_mark_on_the_page_of_the_change_is_none() -> None:
    elsewhere = replace(answer(2, head="h2"), is_on_form=False)
    assert decided(answer(1), elsewhere) == NOTHING


def test_the_last_word_counts() -> None:
    no = comment(3, "amina", "No, they moved.")
    decision = decided(answer(1), comment(2, "pat", "yes"), no)
    assert decision == Decision(Move.TURN_DOWN, who="amina", reason="they moved.")


def test_a_yes_that_was_answered_is_not_answered_again() -> None:
    remark = answer(3, Says.REMARK, seen=2)
    assert decided(answer(1), comment(2, "pat", "Yes?"), remark) == NOTHING


def test_a_yes_while_something_is_asked_finds_out_whether_it_still_is() -> None:
    assert decided(answer(1, Says.ASK), comment(2, "pat", "yes")) == Decision(Move.ANSWER)


def test_a_yes_to_nothing_puts_nothing_live() -> None:
    asked = answer(1, Says.ASK, head="")
    decision = decided(asked, comment(2, "pat", "yes"), head="")
    assert decision == Decision(Move.REMARK, Because.NOT_READY, "pat")


@pytest.mark.parametrize("last", [(), (answer(1),), (answer(1), comment(2, "pat", "yes"))])
def test_what_is_in_the_guide_is_published_and_told(last: tuple[Comment, ...]) -> None:
    assert decided(*last, is_published=True) == Decision(Move.FINISH)


def test_what_was_told_is_not_told_again() -> None:
    assert decided(answer(1), answer(2, Says.LIVE), is_published=True) == NOTHING


@pytest.mark.parametrize("words", ["yes", "No, wait."])
def test_nothing_is_said_after_a_secret(words: str) -> None:
    secret = answer(1, Says.SECRET)
    assert decided(secret, comment(2, "pat", words), words="w2") == NOTHING


def test_a_yes_on_what_somebody_closed_puts_nothing_live() -> None:
    closed = thread(answer(1), comment(2, "pat", "yes"), is_open=False)
    decision = decide(closed, STANDING, HERE, PUBLISHERS)
    assert decision == Decision(Move.REMARK, Because.CLOSED, "pat")


def test_what_was_closed_before_it_was_answered_is_left_alone() -> None:
    assert decide(thread(is_open=False), STANDING, HERE, PUBLISHERS) == NOTHING


def ticked(number: int, minutes: int = 2) -> Comment:
    shown = answer(number)
    at = START + timedelta(minutes=minutes)
    return replace(shown, body=shown.body.replace("[ ]", "[x]"), changed=at)


def test_a_tick_is_the_yes_of_whoever_ticked() -> None:
    event = Event(7, is_on_change=False, sender="pat", touched=1)
    assert decided(ticked(1), event=event) == Decision(Move.PUT_LIVE, who="pat")


@pytest.mark.parametrize(
    "event",
    [
        Event(7, is_on_change=False, sender="stranger", touched=1),
        Event(7, is_on_change=False, sender="pat", touched=0),
        Event(7, is_on_change=False, sender="pat", touched=2),
    ],
)
def test_a_tick_that_nobody_who_may_publish_is_seen_to_make_counts_for_nothing(
    event: Event,
) -> None:
    assert decided(ticked(1), event=event) == NOTHING


def test_a_no_after_a_tick_is_a_no() -> None:
    event = Event(7, is_on_change=False, sender="pat", touched=1)
    no = comment(3, "amina", "No, they moved.")
    assert decided(ticked(1), no, event=event).move is Move.TURN_DOWN


def test_a_tick_after_a_no_without_a_reason_is_a_yes() -> None:
    event = Event(7, is_on_change=False, sender="pat", touched=1)
    no = comment(3, "amina", "No")
    decision = decided(ticked(1, minutes=4), no, event=event)
    assert decision == Decision(Move.PUT_LIVE, who="pat")


def test_what_was_edited_into_a_no_is_heard() -> None:
    said = comment(2, "amina", "No, they moved.", changed=START + timedelta(minutes=5))
    decision = decided(answer(1), said, comment(3, "pat", "yes"))
    assert decision == Decision(Move.TURN_DOWN, who="amina", reason="they moved.")


def test_a_tick_that_was_answered_is_not_answered_again() -> None:
    event = Event(7, is_on_change=False, sender="pat", touched=1)
    assert decided(ticked(1), answer(5, Says.REMARK), event=event) == NOTHING


def test_a_form_that_was_sent_is_an_event() -> None:
    told = form_event("add-group", {"title": "Choir"}, number=12)
    assert read_event(told) == Event(12, is_on_change=False, sender="neighbour")


def test_a_comment_on_the_page_of_a_change_is_an_event_there() -> None:
    told = form_event("add-group", {"title": "Choir"}, action="created", pull_request={})
    assert read_event(told | {"comment": {"id": 5}}) == Event(
        7, is_on_change=True, sender="neighbour"
    )


def test_the_comment_that_was_edited_is_known() -> None:
    told = form_event("add-group", {"title": "Choir"}, action="edited") | {"comment": {"id": 5}}
    assert read_event(told) == Event(7, is_on_change=False, sender="neighbour", touched=5)


@pytest.mark.parametrize(
    "other",
    [
        {"sender": {"login": ROBOT, "type": "Bot"}},
        {"sender": None},
        {"action": "deleted"},
        {"action": "closed"},
        {"issue": None},
    ],
)
def test_what_needs_no_answer_is_no_event(other: dict[str, Any]) -> None:
    assert read_event(form_event("add-group", {"title": "Choir"}) | other) is None
