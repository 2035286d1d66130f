"""Shared work gives the results that one would give alone, and hides no fault."""

from __future__ import annotations

import errno
import multiprocessing
import os
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from doorstep.workers import FEW, WorkerLost, cores, shared

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

    with pytest.raises(WorkerLost):
        list(shared(dies, MANY, 2))


def test_a_worker_without_memory_is_lost_without_a_word(capfd: pytest.CaptureFixture[str]) -> None:
    def swallows(_: Sequence[int]) -> None:
        raise MemoryError

    with pytest.raises(WorkerLost):
        list(shared(swallows, MANY, 2))
    assert capfd.readouterr().err == ""


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


def refused(*_: object) -> int:
    raise BlockingIOError(errno.EAGAIN, "no more")


@pytest.mark.parametrize("call", ["fork", "pipe"])
def test_a_computer_that_gives_nothing_more_has_everything_done_here(
    call: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, call, refused)
    assert all_of(MANY, 4) == doubled(MANY)


def test_a_computer_that_gives_one_worker_has_everything_done_by_that(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    fork, started = os.fork, []

    def once() -> int:
        if started:
            return refused()
        started.append(True)
        return fork()

    monkeypatch.setattr(os, "fork", once)
    workers = {*shared(lambda _: os.getpid(), MANY, 4)}
    assert len(workers) == 1
    assert os.getpid() not in workers


def test_a_fault_that_no_other_process_could_read_is_told_in_words() -> None:
    class Odd(Exception):  # noqa: N818 - only here
        pass

    def stumbles(_: Sequence[int]) -> None:
        raise Odd("over a step")

    with pytest.raises(RuntimeError, match="over a step"):
        list(shared(stumbles, MANY, 2))


def test_no_computer_has_too_many_cores() -> None:
    many = list(range(1000))
    assert all_of(many, 100) == doubled(many)


def open_files() -> int:
    """Return the number that the next file would have: one more if one has stayed open."""
    read, write = os.pipe()
    os.close(read)
    os.close(write)
    return read


def test_no_worker_and_no_file_stays_behind() -> None:
    before = open_files()
    assert all_of(MANY, 3) == doubled(MANY)
    assert (multiprocessing.active_children(), open_files()) == ([], before)


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
