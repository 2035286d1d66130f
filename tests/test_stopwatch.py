"""Work that keeps the computer busy for too long is stopped, and nothing else is."""

from __future__ import annotations

import signal
import threading
import time

import pytest

from doorstep.stopwatch import TooSlow, stopwatch

if not hasattr(signal, "setitimer"):
    pytest.skip("this system has no such watch", allow_module_level=True)


def busy() -> None:
    while True:
        pass


def test_work_without_an_end_is_stopped() -> None:
    with pytest.raises(TooSlow), stopwatch(0.02):
        busy()


def test_a_pattern_that_goes_back_without_an_end_is_stopped() -> None:
    import re

    with pytest.raises(TooSlow), stopwatch(0.02):
        re.match("(a|a)*b", "a" * 60)


@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
def test_work_is_stopped_although_its_time_was_over_while_something_was_thrown_away() -> None:
    """Python drops what is raised there, and the work went on without a watch."""

    class Old:
        def __del__(self) -> None:
            busy()

    def throw_away_and_go_on() -> None:
        Old()
        end = time.process_time() + 5
        while time.process_time() < end:
            pass

    with pytest.raises(TooSlow), stopwatch(0.02):
        throw_away_and_go_on()


def test_waiting_is_no_work() -> None:
    with stopwatch(0.02):
        time.sleep(0.06)


def test_work_that_is_done_in_time_goes_on_afterwards() -> None:
    with stopwatch(0.02):
        pass
    start = time.process_time()
    while time.process_time() < start + 0.04:
        pass


def test_whoever_minded_the_signal_before_minds_it_again() -> None:
    before = signal.getsignal(signal.SIGPROF)
    with stopwatch(1):
        assert signal.getsignal(signal.SIGPROF) is not before
    assert signal.getsignal(signal.SIGPROF) is before
    assert signal.getitimer(signal.ITIMER_PROF) == (0, 0)


def test_what_goes_wrong_meanwhile_is_not_hidden() -> None:
    with pytest.raises(ZeroDivisionError), stopwatch(1):
        _ = 1 / 0
    assert signal.getitimer(signal.ITIMER_PROF) == (0, 0)


def test_beside_the_main_thread_nothing_is_watched() -> None:
    seen = []

    def work() -> None:
        with stopwatch(0.01):
            seen.append(signal.getitimer(signal.ITIMER_PROF))

    thread = threading.Thread(target=work)
    thread.start()
    thread.join()
    assert seen == [(0, 0)]


def test_no_library_can_take_it_for_an_exception_of_its_own() -> None:
    assert not issubclass(TooSlow, Exception)
