"""What `make fuzz` tries for long holds for the bytes it begins with, and for odd ones."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from fuzz.laws import Broken, holds, told_well
from fuzz.targets import NAMES, target

ROOT = Path(__file__).resolve().parent.parent

every_target = pytest.mark.parametrize("name", NAMES)


@every_target
def test_a_target_stands_what_it_begins_with(name: str) -> None:
    seeds = list(target(name).seeds())
    assert len(set(seeds)) >= 6
    for seed in seeds[:40]:
        target(name).attack(seed)


@every_target
@settings(max_examples=30)
@given(data=some.binary(max_size=400))
def test_a_target_stands_any_bytes(name: str, data: bytes) -> None:
    target(name).attack(data)


@every_target
@settings(max_examples=30)
@given(data=some.data())
def test_a_target_stands_what_it_knows_with_bytes_put_in_and_taken_out(
    name: str, data: some.DataObject
) -> None:
    seed = data.draw(some.sampled_from(sorted(target(name).seeds())))
    start, length = data.draw(some.integers(0, len(seed))), data.draw(some.integers(0, 30))
    put_in = data.draw(some.binary(max_size=30))
    target(name).attack(seed[:start] + put_in + seed[start + length :])


def test_a_law_that_does_not_hold_is_told() -> None:
    with pytest.raises(Broken, match="water runs down"):
        holds([], "water runs down")
    told_well([])


def test_the_script_tries_every_target_there_is() -> None:
    script = (ROOT / "scripts" / "fuzz").read_text(encoding="utf-8")
    assert set(re.findall(r"^try (\w+)", script, re.MULTILINE)) == set(NAMES)
