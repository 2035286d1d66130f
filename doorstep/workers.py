"""One job over many things -> the same results in the same order, shared over the cores."""

from __future__ import annotations

import gc
import os
import threading
import time
from contextlib import ExitStack, contextmanager, suppress
from typing import TYPE_CHECKING, Any, TypeVar

from msgspec import Struct

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from multiprocessing.connection import Connection

ItemT = TypeVar("ItemT")
ResultT = TypeVar("ResultT")

FEW = 200
"""Below this many things, starting another process costs more than it saves."""

MOST_SHARES = 256
"""The number of a share is one byte."""


class WorkerLost(Exception):  # noqa: N818 - a name that reads as a sentence
    """A worker was ended before its work was, mostly by a computer in want of memory."""


class Outcome(Struct, frozen=True):
    """What became of one share: what the job made of it, or what went wrong."""

    share: int
    result: Any = None
    fault: BaseException | None = None

    def taken(self) -> Any:
        """Return the result; raise what went wrong."""
        if self.fault is not None:
            raise self.fault
        return self.result


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
    share is theirs goes out to them, and only results come back. Where a system cannot fork, or
    will not do so now, everything is done here, with the same results.
    """
    if jobs < 2 or len(items) < FEW or not can_fork():
        yield job(items)
        return
    shares = _shares(len(items), min(jobs * 4, MOST_SHARES))
    gc.freeze()  # what is here already is not looked through again in every worker
    try:
        with _crew(lambda share: job(items[shares[share]]), len(shares), jobs) as crew:
            if crew:
                yield from _in_order(crew, len(shares))
            else:
                yield job(items)
    finally:
        gc.unfreeze()


def can_fork() -> bool:
    """Say whether this system lets a process go on as two."""
    import multiprocessing  # late, here and below, because a small guide has no workers

    return "fork" in multiprocessing.get_all_start_methods()


def _shares(length: int, number: int) -> list[slice]:
    size = -(-length // number)
    return [slice(start, start + size) for start in range(0, length, size)]


@contextmanager
def _crew(job: Callable[[int], Any], shares: int, jobs: int) -> Iterator[list[Connection]]:
    """Lend a line to each worker that could be started, and end them all with the block.

    The standard library's pools wait for ever when a computer has no more processes, threads or
    files to give. This one needs neither threads nor shared memory, and does with what it gets.
    """
    lines: list[Connection] = []
    with ExitStack() as ending:
        with suppress(OSError):  # no more of them: those that there are do it all
            tickets = _tickets(shares)
            ending.callback(os.close, tickets)
            for _ in range(min(jobs, shares)):
                lines.append(ending.enter_context(_worker(job, tickets)))  # noqa: PERF401
        yield lines


def _tickets(shares: int) -> int:
    """Return a pipe with the number of each share in it: whoever reads one does that share."""
    out, into = os.pipe()
    with open(into, "wb") as file:  # noqa: PTH123 - it has no path
        file.write(bytes(range(shares)))
    return out


@contextmanager
def _worker(job: Callable[[int], Any], tickets: int) -> Iterator[Connection]:
    import multiprocessing

    fork = multiprocessing.get_context("fork")
    here, there = fork.Pipe(duplex=False)
    with here:
        with there:  # the worker has its own end: when it is gone, nobody has
            arguments = (job, tickets, there, os.getpid())
            worker = fork.Process(target=_work, args=arguments, daemon=True)
            worker.start()
        try:
            yield here
        finally:
            worker.kill()  # it has nothing of its own to clear away
            worker.join()


def _work(job: Callable[[int], Any], tickets: int, line: Connection, parent: int) -> None:
    with suppress(RuntimeError):  # no more threads: it asks between two shares
        threading.Thread(target=_end_with, args=(parent,), daemon=True).start()
    try:
        while os.getppid() == parent and (ticket := os.read(tickets, 1)):
            line.send(_outcome(job, ticket[0]))
        line.send(None)
    except MemoryError:  # there may be too little left to say so
        os._exit(1)


def _end_with(parent: int) -> None:
    """Let a worker end when the build that it works for was killed."""
    while os.getppid() == parent:
        time.sleep(0.5)
    os._exit(1)


def _outcome(job: Callable[[int], Any], share: int) -> Outcome:
    try:
        return Outcome(share, job(share))
    except MemoryError:
        raise
    except BaseException as fault:  # the edge of a process: it is raised where the work is wanted
        return Outcome(share, fault=sendable(fault))


def sendable(fault: BaseException) -> BaseException:
    """Return what went wrong, with where it did, as something that another process can read."""
    import pickle
    import traceback

    told = "".join(traceback.format_exception(fault))
    with suppress(TypeError, AttributeError, pickle.PickleError):
        pickle.loads(pickle.dumps(fault))  # noqa: S301 - our own words, a moment old
        fault.add_note(told)
        return fault
    return RuntimeError(told)


def _in_order(crew: list[Connection], shares: int) -> Iterator[Any]:
    outcomes: dict[int, Outcome] = {}
    for share in range(shares):
        while share not in outcomes:
            outcomes.update((outcome.share, outcome) for outcome in _heard(crew))
        yield outcomes.pop(share).taken()


def _heard(crew: list[Connection]) -> Iterator[Outcome]:
    """Yield what workers have to tell; one that has told all leaves the crew."""
    from multiprocessing.connection import wait

    ready = wait(crew)
    for line in [one for one in crew if one in ready]:
        try:
            outcome = line.recv()
        except (EOFError, OSError) as cut_off:
            raise WorkerLost("A worker ended before its work did.") from cut_off
        if outcome is None:
            crew.remove(line)
        else:
            yield outcome
