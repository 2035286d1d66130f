"""A signal to stop is raised once, where the work is, and waits while it would do harm."""

from __future__ import annotations

import signal
import subprocess
import sys

import pytest

from doorstep.stopping import SAID, SIGNALS

pytestmark = [
    pytest.mark.whole,
    pytest.mark.skipif(sys.platform == "win32", reason="there are no such signals"),
]

BEGIN = """
import os, signal, sys
from doorstep.stopping import Stopped, listen, stop_listening, undisturbed
for each in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
    signal.signal(each, signal.SIG_DFL)
def stop(number=signal.SIGTERM):
    os.kill(os.getpid(), number)
"""

STOPS_WHEN_THROWN_AWAY = """
listen()
class Old:
    def __del__(self):
        stop()
"""
"""Python drops what is raised there."""


def ran(script: str) -> tuple[int, str, str]:
    """Run a script, and return how it ended, what it said and what it complained of."""
    command = [sys.executable, "-c", BEGIN + script]
    run = subprocess.run(command, capture_output=True, text=True)
    return run.returncode, run.stdout, run.stderr


@pytest.mark.parametrize("number", sorted(SIGNALS), ids=lambda number: number.name)
def test_a_signal_can_be_met_where_the_work_is(number: signal.Signals) -> None:
    script = f"""
listen()
try:
    stop({number.value})
except Stopped as told:
    print("cleared away")
    sys.exit(told.exit_code)
"""
    assert ran(script) == (128 + number, "cleared away\n", "")


def test_a_second_signal_does_not_disturb_the_clearing_away() -> None:
    script = """
listen()
try:
    stop()
except Stopped:
    stop(signal.SIGINT)
    print("cleared away")
"""
    assert ran(script) == (0, "cleared away\n", "")


def test_two_signals_at_one_moment_are_one() -> None:
    """As when a window is closed, or a service is ended. Python complained of the second one."""
    script = """
listen()
try:
    with undisturbed() as keep_signals_waiting:
        keep_signals_waiting()
        stop(signal.SIGTERM)
        stop(signal.SIGHUP)
    print("on")
except Stopped:
    print("cleared away")
"""
    assert ran(script) == (0, "cleared away\n", "")


def test_a_signal_that_comes_while_a_class_is_being_made_is_still_a_signal() -> None:
    """Python 3.11 makes a RuntimeError of it, as of whatever a part of a class raises."""
    script = """
listen()
class Part:
    def __set_name__(self, owner, name):
        stop()
class Whole:
    part = Part()
print("on")
"""
    assert ran(script) == (143, "", f"{SAID}\n")


def test_a_signal_that_nobody_waits_for_ends_the_command_with_one_line() -> None:
    assert ran("listen()\nstop()\nprint('on')") == (143, "", f"{SAID}\n")


def test_a_signal_that_comes_while_something_is_thrown_away_ends_the_command_too() -> None:
    script = (
        STOPS_WHEN_THROWN_AWAY
        + """
old = Old()
del old
for _ in range(1_000_000_000):
    pass
"""
    )
    assert ran(script) == (143, "", f"{SAID}\n")


def test_a_signal_that_was_dropped_is_raised_again_where_the_work_is() -> None:
    script = (
        STOPS_WHEN_THROWN_AWAY
        + """
try:
    old = Old()
    del old
    for _ in range(1_000_000_000):
        pass
except Stopped as told:
    print("cleared away")
    sys.exit(told.exit_code)
"""
    )
    assert ran(script) == (143, "cleared away\n", "")


def test_a_signal_that_comes_too_late_changes_nothing() -> None:
    assert ran("listen()\nstop_listening()\nstop()\nprint('done')") == (0, "done\n", "")


def test_what_was_told_to_ignore_a_signal_goes_on_doing_so() -> None:
    assert ran("signal.signal(signal.SIGHUP, signal.SIG_IGN)\nlisten()\nstop(signal.SIGHUP)") == (
        0,
        "",
        "",
    )


def test_other_faults_are_told_as_ever() -> None:
    code, _, complained = ran("listen()\nraise LookupError('tea')")
    assert (code, complained.splitlines()[-1]) == (1, "LookupError: tea")


def test_a_worker_ends_without_a_word() -> None:
    script = """
listen()
if not (worker := os.fork()):
    stop()
print(os.waitstatus_to_exitcode(os.waitpid(worker, 0)[1]))
"""
    assert ran(script) == (0, "143\n", "")


def test_a_signal_waits_until_what_must_be_whole_is_whole() -> None:
    script = """
listen()
try:
    with undisturbed() as keep_signals_waiting:
        keep_signals_waiting()
        stop()
        print("whole")
    print("on")
except Stopped:
    print("then stopped")
"""
    assert ran(script) == (0, "whole\nthen stopped\n", "")


def test_a_signal_that_was_dropped_waits_as_well() -> None:
    script = (
        STOPS_WHEN_THROWN_AWAY
        + """
import time
try:
    with undisturbed() as keep_signals_waiting:
        old = Old()
        del old
        keep_signals_waiting()
        time.sleep(0.1)
        print("whole")
    print("on")
except Stopped:
    print("then stopped")
"""
    )
    assert ran(script) == (0, "whole\nthen stopped\n", "")
