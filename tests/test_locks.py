"""One at a time, and nothing left behind."""

from __future__ import annotations

import threading
import time
from contextlib import ExitStack
from pathlib import Path

import pytest

from doorstep.locks import turn


@pytest.fixture
def lock(tmp_path: Path) -> Path:
    return tmp_path / "lock"


def test_the_lock_file_goes_with_the_lock(lock):
    with turn(lock, patience=0):
        assert lock.exists()
    assert not lock.exists()


def test_a_lock_file_left_by_a_dead_process_is_used_and_cleared_away(lock):
    lock.touch()
    with turn(lock, patience=0):
        pass
    assert not lock.exists()


def test_nobody_waits_longer_than_they_have_patience_for(lock):
    started = time.monotonic()
    with turn(lock, patience=0), pytest.raises(BlockingIOError), turn(lock, patience=0.1):
        pytest.fail("two at once")
    assert 0.1 < time.monotonic() - started < 2


def test_a_lock_whose_file_was_replaced_while_waiting_is_not_taken_for_the_real_one(
    lock, monkeypatch
):
    real_stat, replaced = Path.stat, []

    def stat(path: Path, **options: bool) -> object:
        if path == lock and not replaced:
            replaced.append(lock.rename(lock.with_name("removed")))
            lock.touch()
        return real_stat(path, **options)

    monkeypatch.setattr(Path, "stat", stat)
    with turn(lock, patience=1), pytest.raises(BlockingIOError), turn(lock, patience=0):
        pytest.fail("two at once")
    assert replaced


def test_of_many_who_wait_only_one_is_in_at_any_time(lock):
    inside, seen = [], []

    def take_turns() -> None:
        for _ in range(5):
            with turn(lock, patience=20):
                inside.append(1)
                seen.append(len(inside))
                inside.pop()

    with ExitStack() as ending:
        for _ in range(4):
            thread = threading.Thread(target=take_turns)
            thread.start()
            ending.callback(thread.join)
    assert seen == [1] * 20
