"""Shared work gives the results that one would give alone, and hides no fault."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from concurrent.futures.process import BrokenProcessPool
from pathlib import Path

import pytest

from doorstep.workers import FEW, cores, shared

MANY = list(range(FEW + 57))


def doubled(share: Sequence[int]) -> list[int]:
    return [2 * number for number in share]


def all_of(items: Sequence[int], jobs: int) -> list[int]:
    return [number for part in shared(doubled, items, jobs) for number in part]


@pytest.mark.parametrize("jobs", [1, 2, 3])
@pytest.mark.parametrize("items", [[], [7], MANY], ids=["none", "one", "many"])
def test_the_results_are_the_same_for_any_number_of_workers(items: list[int], jobs: int) -> None:
    assert all_of(items, jobs) == doubled(items)


def test_a_job_may_use_whatever_is_in_memory_already() -> None:
    names = {number: f"No. {number}" for number in MANY}

    def named(share: Sequence[int]) -> list[str]:
        return [names[number] for number in share]

    assert [name for part in shared(named, MANY, 2) for name in part] == list(names.values())


def test_many_things_are_shared_out_and_few_are_not() -> None:
    def worker(_: Sequence[int]) -> int:
        return os.getpid()

    assert os.getpid() not in set(shared(worker, MANY, 2))
    assert list(shared(worker, MANY[: FEW - 1], 2)) == [os.getpid()]


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_fault_in_a_worker_arrives_here(jobs: int) -> None:
    def stumbles(share: Sequence[int]) -> None:
        raise LookupError(f"number {share[0]}")

    with pytest.raises(LookupError, match="number 0"):
        list(shared(stumbles, MANY, jobs))


def test_a_worker_that_dies_is_noticed_and_not_waited_for() -> None:
    def dies(_: Sequence[int]) -> None:
        os._exit(9)

    with pytest.raises(BrokenProcessPool):
        list(shared(dies, MANY, 2))


def test_work_goes_on_as_before_after_a_fault() -> None:
    def stumbles(_: Sequence[int]) -> None:
        raise LookupError

    with pytest.raises(LookupError):
        list(shared(stumbles, MANY, 2))
    assert all_of(MANY, 2) == doubled(MANY)


def test_where_a_system_cannot_fork_everything_is_done_here(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("multiprocessing.get_all_start_methods", lambda: ["spawn"])
    assert all_of(MANY, 4) == doubled(MANY)


def test_there_is_at_least_one_core() -> None:
    assert cores() >= 1


def test_a_system_that_will_not_say_which_cores_is_asked_how_many(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.delattr(os, "sched_getaffinity", raising=False)
    monkeypatch.setattr(os, "cpu_count", lambda: 6)
    assert cores() == 6


def test_workers_end_when_their_build_is_killed(tmp_path: Path) -> None:
    told = tmp_path / "workers"
    script = f"""
import os, time
from pathlib import Path
from doorstep.workers import shared

def work(share):
    with Path({str(told)!r}).open("a") as file:
        file.write(f"{{os.getpid()}}\\n")
    time.sleep(60)

list(shared(work, range(1000), 2))
"""
    build = subprocess.Popen([sys.executable, "-c", script])
    until(lambda: told.exists() and len(told.read_text().split()) == 2)
    build.kill()
    build.wait()
    until(lambda: not any(is_running(int(pid)) for pid in told.read_text().split()))


def until(holds: Callable[[], bool]) -> None:
    """Wait for something that takes a moment, and give up after ten seconds."""
    end = time.monotonic() + 10
    while not holds():
        assert time.monotonic() < end
        time.sleep(0.05)


def is_running(pid: int) -> bool:
    try:
        state = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]
    except FileNotFoundError:
        return False
    return state != "Z"
