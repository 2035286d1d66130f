"""A pattern as it is written -> the same, compiled when it is first looked for.

A command has some four hundred patterns, and uses one in five: compiling them all would take
longer than checking a hundred entries.
"""

from __future__ import annotations

import re
from functools import cached_property
from typing import Any, AnyStr, cast


def late_pattern(written: AnyStr, flags: int = 0) -> re.Pattern[AnyStr]:
    """Return what re.compile returns, but for the time it takes: it is compiled at its first use.

    The functions of re take no such pattern: it has methods of its own.
    """
    return cast("re.Pattern[AnyStr]", LatePattern(written, flags))


class LatePattern:
    """A pattern that nobody has looked for yet."""

    def __init__(self, written: str | bytes, flags: int) -> None:
        self.pattern = written
        self._flags = flags

    @cached_property
    def compiled(self) -> re.Pattern[Any]:
        """The pattern itself."""
        return re.compile(self.pattern, self._flags)

    def __getattr__(self, name: str) -> Any:
        """Return what the pattern has of this name, and keep it, so that this is asked once."""
        found = getattr(self.compiled, name)
        setattr(self, name, found)
        return found


def alternatives(words: str) -> str:
    """Return words, listed with commas between them, as the alternatives of a pattern."""
    return "|".join(word.strip() for word in words.split(","))
