"""One job over many things -> the same results in the same order, shared over the cores."""

from __future__ import annotations

import gc
import multiprocessing
import os
import threading
import time
from concurrent.futures import ProcessPoolExecutor
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

ItemT = TypeVar("ItemT")
ResultT = TypeVar("ResultT")

FEW = 200
"""Below this many things, starting another process costs more than it saves."""

_work: Callable[[slice], Any] | None = None


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

    Workers are forked, so that they have the job and the items in memory already: only which
    share is theirs goes out to them, and only results come back. Where a system cannot fork,
    everything is done here, with the same results.
    """
    if jobs < 2 or len(items) < FEW or "fork" not in multiprocessing.get_all_start_methods():
        yield job(items)
        return
    global _work  # the only way to hand a closure to forked workers
    _work = lambda share: job(items[share])  # noqa: E731 (a name would say no more)
    gc.freeze()  # what is here already is not looked through again in every worker
    try:
        # Unlike multiprocessing's own pool this one says so when a worker is killed for want of
        # memory, and does not wait for it for ever.
        fork = multiprocessing.get_context("fork")
        with ProcessPoolExecutor(
            jobs, fork, initializer=_end_with, initargs=(os.getpid(),)
        ) as pool:
            yield from pool.map(_do, _shares(len(items), jobs * 4))
    finally:
        gc.unfreeze()
        _work = None


def _end_with(parent: int) -> None:
    """Let a worker end when the build that it works for was killed."""

    def watch() -> None:
        while os.getppid() == parent:
            time.sleep(0.5)
        os._exit(1)

    threading.Thread(target=watch, daemon=True).start()


def _do(share: slice) -> Any:
    if _work is None:
        raise RuntimeError("a worker was started without a job")
    return _work(share)


def _shares(length: int, number: int) -> Iterator[slice]:
    size = -(-length // number)
    for start in range(0, length, size):
        yield slice(start, start + size)
