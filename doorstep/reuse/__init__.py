"""What an earlier build drew and would draw the same again -> taken from the site that is there."""

from __future__ import annotations

from doorstep.reuse.memory import Memory, Remember, forgetful, memory_of
from doorstep.reuse.pieces import Drawn, drawn_in, taken_over

__all__ = ["Drawn", "Memory", "Remember", "drawn_in", "forgetful", "memory_of", "taken_over"]
