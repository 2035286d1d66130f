"""Several yeses in the same moment: each form goes live once, with a number of its own."""

from __future__ import annotations

import re
import shutil
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

import pytest
from held_conversations import AMINA, CHOIR, NEIGHBOUR, PAT, Room, git

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = [
    pytest.mark.whole,
    pytest.mark.skipif(shutil.which("git") is None, reason="needs git"),
]


@pytest.fixture
def room(tmp_path: Path) -> Room:
    return Room.of_tiny(tmp_path)


def run_at_once(room: Room, *numbers: int) -> list[bool]:
    with ThreadPoolExecutor(len(numbers)) as pool:
        return [outcome.is_live for outcome in pool.map(lambda n: room.run(n, PAT), numbers)]


def taken_in(room: Room) -> list[str]:
    return git(room.origin, "log", "--merges", "--format=%s", "main").splitlines()


def test_two_yeses_at_once_put_it_live_once(room: Room) -> None:
    number = room.asked("add-group", CHOIR)
    room.says(PAT, number, "yes")
    room.says(AMINA, number, "yes")
    # Whoever comes second finds it in the guide, and sees that it is told.
    assert run_at_once(room, number, number) == [True, True]
    assert taken_in(room) == [f"Take in what form {number} says"]
    assert len(room.answers(number)) == 1


def test_two_forms_at_once_get_numbers_of_their_own(room: Room) -> None:
    first = room.asked("add-group", CHOIR)
    second = room.asked("add-group", CHOIR | {"title": "Lantern band"}, NEIGHBOUR)
    for number in (first, second):
        room.says(PAT, number, "yes")
    assert run_at_once(room, first, second) == [True, True]
    files = [room.file(f"content/groups/lantern-{name}.md") for name in ("choir", "band")]
    assert sorted(re.findall(r"number: (\d+)", "".join(files))) == ["101", "102"]
