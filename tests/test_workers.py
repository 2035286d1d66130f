"""Shared work gives the results that one would give alone, and hides no fault."""

from __future__ import annotations

import os
from collections.abc import Sequence
from concurrent.futures.process import BrokenProcessPool

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
