"""How long work takes on a computer that does other work as well."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

TRIES = 3


def seconds_for(work: Callable[[], object], most: float) -> float:
    """Return the seconds of the processor that work takes, at its quickest.

    Whoever shares a processor is charged for the waits of both: two and a half times as much was
    seen. So what took longer than `most` is tried again, three times in all.
    """
    quickest = float("inf")
    for _ in range(TRIES):
        began = time.process_time()
        work()
        quickest = min(quickest, time.process_time() - began)
        if quickest < most:
            break
    return quickest
