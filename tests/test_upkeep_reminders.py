"""What people sent is not left lying: reviewers are reminded after three quiet days, once."""

from __future__ import annotations

from datetime import datetime

import pytest
from builders import config
from fake_forge import FakeForge

from doorstep.upkeep.reminders import remind

SENT = "2026-11-22T12:00:00Z"
CONFIG = config(editing={"reviewers": "Pat or Amina"})


@pytest.fixture
def forge() -> FakeForge:
    """A forge with one form that somebody sent."""
    made = FakeForge(now=SENT)
    made.open(title="Change: Tea and talk", body="", labels=["form"], user={"login": "pat"})
    return made


def at(day: int, hour: int = 12) -> datetime:
    return datetime.fromisoformat(f"2026-11-{day}T{hour:02}:00:00Z")


def test_before_three_days_nobody_is_reminded(forge: FakeForge) -> None:
    assert remind(forge, CONFIG, at(25, hour=11)) == ()
    assert forge.comments == {}


def test_after_three_quiet_days_the_reviewers_are_reminded(forge: FakeForge) -> None:
    assert remind(forge, CONFIG, at(25)) == (1,)
    (comment,) = forge.comments.values()
    assert "This has waited for 3 days. Pat or Amina: could you look at it?" in comment["body"]
    assert "phone Harbour Row forum, 020 7946 0123" in comment["body"]


def test_they_are_reminded_once_however_long_it_waits(forge: FakeForge) -> None:
    remind(forge, CONFIG, at(25))
    assert remind(forge, CONFIG, at(29)) == ()
    assert len(forge.comments) == 1


def test_a_reminder_that_a_stranger_wrote_is_none(forge: FakeForge) -> None:
    forge.comment(1, "<!-- doorstep reminder -->", user={"login": "mallory"})
    assert remind(forge, CONFIG, at(25)) == (1,)


@pytest.mark.parametrize(
    "facts", [{"state": "closed"}, {"labels": []}, {"pull_request": {"url": "…"}}]
)
def test_what_is_done_or_no_form_is_left_alone(forge: FakeForge, facts: dict[str, object]) -> None:
    forge.issues[1] |= facts
    assert remind(forge, CONFIG, at(29)) == ()


def test_without_reviewers_the_people_of_the_forum_are_asked(forge: FakeForge) -> None:
    forum = {"name": "Harbour Row forum", "people": "Joe and Asha"}
    remind(forge, config(forum=forum), at(25))
    (comment,) = forge.comments.values()
    assert "Joe and Asha: could you look at it?" in comment["body"]
