"""What an earlier build drew and would draw the same again -> taken from the site that is there."""

from __future__ import annotations

from doorstep.reuse.memory import Memory, Plan, Remember, forgetful, memory_of
from doorstep.reuse.pieces import Drawn, Fresh, drawn_in
from doorstep.reuse.standing import Standing, remove_empty, standing_in
from doorstep.reuse.taking_over import taken_over

__all__ = [
    "Drawn",
    "Fresh",
    "Memory",
    "Plan",
    "Remember",
    "Standing",
    "drawn_in",
    "forgetful",
    "memory_of",
    "remove_empty",
    "standing_in",
    "taken_over",
]
