"""The command of the workflow: an event's file in, what is to be done next out."""

from __future__ import annotations

import json
import re
import shutil
from typing import TYPE_CHECKING, Any

import pytest
from click.testing import CliRunner, Result
from form_events import event as form_event
from form_events import form_body
from github_preview import github_html
from held_conversations import CHOIR, NEIGHBOUR, PAT, REPOSITORY, Room, git
from test_comparisons_markdown import HOSTILE, LIVE
from test_conversations_replayed import CHOIR_FILE
from test_conversations_wording import without_our_own

from build import cli
from doorstep.forge import GitHub

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = [
    pytest.mark.whole,
    pytest.mark.skipif(shutil.which("git") is None, reason="needs git"),
]


@pytest.fixture
def room(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Room:
    room = Room.of_tiny(tmp_path)
    home = tmp_path / "server" / f"{REPOSITORY}.git"
    home.parent.mkdir(parents=True)
    home.symlink_to(room.origin)
    monkeypatch.setenv("GITHUB_SERVER_URL", f"file://{tmp_path}/server")
    monkeypatch.setenv("DOORSTEP_BROWSER", "/nowhere")
    monkeypatch.setenv("PATH", "/usr/bin:/bin")
    monkeypatch.setattr("doorstep.portraits.taking.BROWSERS", ())
    monkeypatch.setattr(GitHub, "of_this_run", classmethod(lambda _: room.forge))
    return room


def told(room: Room, event: dict[str, Any]) -> Result:
    file = room.folder / "event.json"
    file.write_text(json.dumps(event), encoding="utf-8")
    return CliRunner().invoke(cli, ["conversation", *_words(room, file)], catch_exceptions=False)


def _words(room: Room, file: Path) -> list[str]:
    site = ["--site", str(room.copy / "site.yaml"), "--today", "2026-11-22"]
    return ["answer", str(file), "--out", str(room.folder / "out.txt"), *site]


def out(room: Room) -> str:
    return (room.folder / "out.txt").read_text(encoding="utf-8")


def test_the_number_of_the_form_is_all_that_is_taken_from_the_event(room: Room) -> None:
    number = room.sends("add-group", CHOIR)
    event = form_event("add-group", CHOIR | {"title": "Another name"}, number=number)
    assert told(room, event).exit_code == 0
    assert "Lantern choir" in room.answer(number)
    assert "Another name" not in room.answer(number)
    assert out(room) == "live=no\n"


def test_what_went_live_is_handed_on_for_publishing(room: Room) -> None:
    number = room.asked("add-group", CHOIR)
    room.says(PAT, number, "yes")
    event = form_event("add-group", CHOIR, number=number, login=PAT, action="created")
    assert told(room, event).exit_code == 0
    assert out(room) == "live=yes\n"


def test_what_a_robot_does_is_nothing_to_answer(room: Room) -> None:
    number = room.sends("add-group", CHOIR)
    event = form_event("add-group", CHOIR, number=number)
    assert told(room, event | {"sender": {"login": "x[bot]", "type": "Bot"}}).exit_code == 0
    assert room.forge.sent == []
    assert out(room) == "live=no\n"


@pytest.mark.parametrize("words", HOSTILE)
def test_hostile_words_in_every_box_are_answered_and_do_nothing(room: Room, words: str) -> None:
    boxes = dict.fromkeys(("title", "summary", "cost", "come_along", "body"), words)
    number = room.sends("add-group", CHOIR | boxes)
    room.forge.issues[number]["title"] = words
    room.run(number, NEIGHBOUR)
    said = room.answer(number).partition("\n")[2]
    html = github_html(without_our_own(said, f"https://github.com/{REPOSITORY}/pull/2"))
    assert LIVE.findall(html) == []
    assert re.search(r"@\w|#\d|www\.", html) is None


@pytest.mark.parametrize("words", HOSTILE)
def test_hostile_words_in_every_box_touch_one_file(room: Room, words: str) -> None:
    boxes = dict.fromkeys(("summary", "cost", "come_along", "body"), words)
    number = room.asked("add-group", CHOIR | boxes)
    assert git(room.origin, "diff", "--name-only", "main...form-1") == f"{CHOIR_FILE}\n"
    assert git(room.origin, "log", "-1", "--format=%B", "form-1").split() == [
        *("What", "form", str(number), "says", "Form:", REPOSITORY, str(number)),
    ]


def test_sixty_thousand_letters_are_answered(room: Room) -> None:
    number = room.sends("add-group", CHOIR | {"body": "word " * 12_000})
    room.forge.issues[number]["body"] = form_body("add-group", CHOIR | {"body": "word " * 12_000})
    room.run(number, NEIGHBOUR)
    assert len(room.answer(number)) < 60_000
