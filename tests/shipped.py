"""Whether content/ still is the example that comes with the engine, for tests that read it.

A guide of one's own has other entries. What its tests say of the engine counts there as well;
what they say of the example does not.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from doorstep.loading import read_config

HERE = Path(__file__).resolve().parent.parent
WHY = "content/ is a guide of one's own now, not the example that comes with the engine"


@cache
def is_the_example() -> bool:
    """Say whether the example is here; settings that cannot be read are for its tests to tell."""
    config, _ = read_config(HERE / "site.yaml")
    return config is None or config.example


def skip_without_the_example() -> None:
    """Skip the test that asks, unless the example is here."""
    if not is_the_example():
        pytest.skip(WHY)


needs_the_example = pytest.mark.skipif(not is_the_example(), reason=WHY)
"""Marks what is about the example's own entries."""
