"""Words for days and times -> rules whose own words mean the same, or a reason why not."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from doorstep.schedules.reading import ScheduleNotRead, read_rules
from doorstep.schedules.wording import worded
from doorstep.words import english
from fuzz.laws import holds

if TYPE_CHECKING:
    from collections.abc import Iterator

_CONTENT = Path(__file__).resolve().parent.parent / "content"
_SAID = re.compile(rb"^(?:when|open): *(\w.+)|^  - (Every .+)", re.MULTILINE)
TODAY = date(2026, 11, 22)
_ENGLISH = english()


def attack(data: bytes) -> None:
    """Read the bytes as a line of `when:`; word what comes of it, and read that again."""
    text = data.decode("utf-8", "replace")
    try:
        rules = read_rules(text, TODAY)
    except ScheduleNotRead as reason:
        holds(str(reason).strip(), "what is not read is refused with a reason")
        return
    holds(rules, "a line that is read says when")
    for rule in rules:
        again = read_rules(worded(rule, _ENGLISH), TODAY)
        holds(again == (rule,), f"{text!r} is worded so that it is read again: {again} {rule}")


def seeds() -> Iterator[bytes]:
    """Yield the days and times of the example's own entries."""
    for file in sorted(_CONTENT.rglob("*.md")):
        yield from (said[1] or said[2] for said in _SAID.finditer(file.read_bytes()))
