"""One job over many things -> the same results in the same order, shared over the cores."""

from __future__ import annotations

import gc
import multiprocessing
import os
from concurrent.futures import ProcessPoolExecutor
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

ItemT = TypeVar("ItemT")
ResultT = TypeVar("ResultT")

FEW = 200
"""Below this many things, starting another process costs more than it saves."""

_job: Callable[[Sequence[Any]], Any] | None = None


def cores() -> int:
    """Return how many cores this process may use."""
    try:
        return len(os.sched_getaffinity(0))
    except AttributeError:  # not every system says
        return os.cpu_count() or 1


def shared(
    job: Callable[[Sequence[ItemT]], ResultT], items: Sequence[ItemT], jobs: int
) -> Iterator[ResultT]:
    """Yield what a job makes of each share of the items, in the items' order.

    Workers are forked, so that they have all there is in memory already and only results travel.
    Where a system cannot fork, everything is done here, with the same results.
    """
    if jobs < 2 or len(items) < FEW or "fork" not in multiprocessing.get_all_start_methods():
        yield job(items)
        return
    global _job  # the only way to hand a closure to forked workers
    _job = job
    gc.freeze()  # what is here already is not looked through again in every worker
    try:
        # Unlike multiprocessing's own pool this one says so when a worker is killed for want of
        # memory, and does not wait for it for ever.
        with ProcessPoolExecutor(jobs, multiprocessing.get_context("fork")) as pool:
            yield from pool.map(_do, _shares(items, jobs * 4))
    finally:
        gc.unfreeze()
        _job = None


def _do(share: Sequence[Any]) -> Any:
    if _job is None:
        raise RuntimeError("a worker was started without a job")
    return _job(share)


def _shares(items: Sequence[ItemT], number: int) -> Iterator[Sequence[ItemT]]:
    size = -(-len(items) // number)
    for start in range(0, len(items), size):
        yield items[start : start + size]
