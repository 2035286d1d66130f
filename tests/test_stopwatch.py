"""Work that keeps the computer busy for too long is stopped, and nothing else is."""

from __future__ import annotations

import gc
import signal
import threading
import time

import pytest

from doorstep.stopwatch import TooSlow, minded, stopwatch

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


def test_what_others_left_lying_about_is_cleared_up_afterwards() -> None:
    """Looking through the memory of a large guide took longer than any entry may."""
    seen: list[str] = []

    def look(phase: str, _info: dict[str, int]) -> None:
        seen.append(phase)

    before = gc.get_threshold()
    gc.callbacks.append(look)
    gc.set_threshold(10)
    try:
        with stopwatch(1):
            seen.clear()
            kept = [[] for _ in range(1000)]
            meanwhile = list(seen)
        kept += [[] for _ in range(1000)]
    finally:
        gc.set_threshold(*before)
        gc.callbacks.remove(look)
    assert meanwhile == []
    assert seen


@pytest.mark.parametrize("clears_up", [True, False])
def test_python_clears_up_afterwards_as_it_did_before(clears_up: bool) -> None:
    was_on = gc.isenabled()
    (gc.enable if clears_up else gc.disable)()
    try:
        with stopwatch(1):
            assert not gc.isenabled()
        assert gc.isenabled() is clears_up
    finally:
        (gc.enable if was_on else gc.disable)()


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


def test_one_after_the_other_gets_ready_once(monkeypatch: pytest.MonkeyPatch) -> None:
    changed: list[object] = []
    change = signal.signal

    def seen(number: int, to: object) -> object:
        changed.append(to)
        return change(number, to)  # type: ignore[arg-type]

    before = signal.getsignal(signal.SIGPROF)
    monkeypatch.setattr(signal, "signal", seen)
    with minded():
        for _ in range(3):
            with pytest.raises(TooSlow), stopwatch(0.02):
                busy()
            with stopwatch(1):
                pass
        assert signal.getitimer(signal.ITIMER_PROF) == (0, 0)
    assert len(changed) == 2
    assert signal.getsignal(signal.SIGPROF) is before


def test_between_two_of_them_nothing_is_stopped() -> None:
    with minded():
        with stopwatch(0.02):
            pass
        signal.raise_signal(signal.SIGPROF)


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
