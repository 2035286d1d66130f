"""A job that is done aside tells what became of it, once; one that is given up tells nothing."""

from __future__ import annotations

import os
import time
from queue import SimpleQueue
from typing import TYPE_CHECKING

import pytest

from doorstep.asides import Aside, Outcome
from doorstep.workers import WorkerLost, can_fork

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path
    from typing import Any

pytestmark = pytest.mark.skipif(not can_fork(), reason="this system lets no process go on as two")

SOON = 20
"""What is late by so many seconds has hung, however busy the computer is."""


def outcome_of(job: Callable[[], Any]) -> Outcome:
    told: SimpleQueue[Outcome] = SimpleQueue()
    aside = Aside(job, told.put)
    outcome = told.get(timeout=SOON)
    aside.give_up()
    return outcome


def waits_in(folder: Path) -> Callable[[], None]:
    """Return a job that goes on for ever, and clears away what it began when it is ended."""

    def job() -> None:
        (folder / "begun").touch()
        try:
            time.sleep(SOON)
        finally:
            (folder / "begun").unlink()

    return job


def test_a_job_is_done_by_another_process_and_its_result_is_told() -> None:
    assert outcome_of(os.getpid).result not in (None, os.getpid())


def test_a_fault_is_told_as_it_was() -> None:
    def stumble() -> None:
        raise LookupError("no tea")

    fault = outcome_of(stumble).fault
    assert isinstance(fault, LookupError)
    assert fault.args == ("no tea",)


def test_a_job_whose_process_dies_is_told_to_be_lost() -> None:
    assert isinstance(outcome_of(lambda: os._exit(9)).fault, WorkerLost)


def test_a_job_that_is_given_up_clears_away_what_it_began_and_tells_nothing(tmp_path: Path) -> None:
    told: list[Outcome] = []
    aside = Aside(waits_in(tmp_path), told.append)
    deadline = time.monotonic() + SOON
    while not (tmp_path / "begun").exists():
        assert time.monotonic() < deadline
        time.sleep(0.01)
    aside.give_up()
    assert list(tmp_path.iterdir()) == []
    assert told == []


def test_a_job_that_has_ended_can_be_given_up() -> None:
    told: SimpleQueue[Outcome] = SimpleQueue()
    aside = Aside(int, told.put)
    assert told.get(timeout=SOON).result == 0
    aside.give_up()
    aside.give_up()
