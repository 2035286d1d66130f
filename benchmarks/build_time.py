"""Builds of made-up guides -> seconds, entries per second and memory, as a table."""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path
from typing import NamedTuple

from made_up_guide import write_guide

HERE = Path(__file__).resolve().parent
BUILD = HERE.parent / "build.py"


class Measured(NamedTuple):
    """One build as a whole process, its workers included."""

    seconds: float
    memory: float
    """The most megabytes that all its processes together held at once (proportional set size)."""


def main() -> None:
    """Measure guides of several sizes and print a row for each."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--entries", type=int, nargs="+", default=[100, 1000, 10_000])
    print("| entries | seconds | entries a second | MB, all processes |")
    print("|---|---|---|---|")
    for number in options.parse_args().entries:
        with tempfile.TemporaryDirectory() as folder:
            write_guide(Path(folder), number)
            took = measure(Path(folder))
        speed = number / took.seconds
        print(f"| {number:,} | {took.seconds:.1f} | {speed:,.0f} | {took.memory:,.0f} |")


def measure(folder: Path) -> Measured:
    """Build the guide below a folder and measure it."""
    command = [sys.executable, str(BUILD), "build", "--today", "2026-11-22", "--quiet"]
    started = time.perf_counter()
    process = subprocess.Popen(command, cwd=folder, stdout=subprocess.DEVNULL)  # noqa: S603
    most = [0.0]
    watcher = threading.Thread(target=_watch, args=(process, most), daemon=True)
    watcher.start()
    if process.wait() != 0:
        raise SystemExit(f"The build ended with {process.returncode}.")
    return Measured(time.perf_counter() - started, most[0])


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


if __name__ == "__main__":
    os.environ.setdefault("PYTHONHASHSEED", "0")
    main()
