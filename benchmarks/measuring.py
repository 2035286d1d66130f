"""A command -> how many seconds, how much CPU time and memory it took."""

from __future__ import annotations

import os
import resource
import subprocess
import threading
import time
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence


class Measured(NamedTuple):
    """One build as a whole process, its workers included."""

    seconds: float
    cpu: float
    """Seconds of all cores, added up."""
    memory: float
    """The most megabytes that all its processes together held at once (proportional set size)."""


def measure(
    command: Sequence[str], folder: Path, environment: Mapping[str, str] | None = None
) -> Measured:
    """Run a command in a folder and measure it."""
    told = {**os.environ, **(environment or {})}
    cpu, started = _cpu(), time.perf_counter()
    process = subprocess.Popen(command, cwd=folder, env=told, stdout=subprocess.DEVNULL)  # noqa: S603
    most = [0.0]
    watcher = threading.Thread(target=_watch, args=(process, most), daemon=True)
    watcher.start()
    if process.wait() != 0:
        raise subprocess.CalledProcessError(process.returncode, list(command))
    return Measured(time.perf_counter() - started, _cpu() - cpu, most[0])


def _cpu() -> float:
    """Return the CPU time of every process that was started here and has ended."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def _watch(process: subprocess.Popen[bytes], most: list[float]) -> None:
    """Keep the most memory seen, looked at ten times a second; 0 where the system does not say."""
    while process.poll() is None:
        most[0] = max(most[0], sum(_memory(pid) for pid in _family(process.pid)))
        time.sleep(0.1)


def _family(pid: int) -> list[int]:
    try:
        children = Path(f"/proc/{pid}/task/{pid}/children").read_text(encoding="ascii").split()
    except OSError:
        return [pid]
    return [pid, *(below for child in children for below in _family(int(child)))]


def _memory(pid: int) -> float:
    try:
        lines = Path(f"/proc/{pid}/smaps_rollup").read_text(encoding="ascii").splitlines()
    except OSError:
        return 0.0
    return sum(int(line.split()[1]) for line in lines if line.startswith("Pss:")) / 1024
