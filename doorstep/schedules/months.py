"""Months as people list them -> their numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from doorstep.schedules.cursor import attempt
from doorstep.schedules.tokens import Kind

if TYPE_CHECKING:
    from doorstep.schedules.cursor import Cursor

ALL_MONTHS = frozenset(range(1, 13))


@attempt
def read_months(cursor: Cursor, *also: str) -> frozenset[int] | None:
    """Read months without a year: "July and August", "April to October".

    `also` are words that may stand between two of them.
    """
    months = _read_run(cursor)
    if months is None:
        return None
    while (more := _read_more(cursor, *also)) is not None:
        months |= more
    # A year makes it one month of one year, which is something else.
    return None if cursor.here.kind is Kind.NUMBER and len(cursor.here.text) == 4 else months


@attempt
def _read_more(cursor: Cursor, *also: str) -> frozenset[int] | None:
    comma = cursor.take(Kind.COMMA)
    joined = cursor.take(Kind.AND) or cursor.word(*also)
    cursor.word("in")
    return _read_run(cursor) if comma or joined else None


@attempt
def _read_run(cursor: Cursor) -> frozenset[int] | None:
    first = cursor.take(Kind.MONTH)
    if first is None:
        return None
    last = _read_end(cursor) or first.value
    return frozenset(
        (first.value - 1 + step) % 12 + 1 for step in range((last - first.value) % 12 + 1)
    )


@attempt
def _read_end(cursor: Cursor) -> int | None:
    last = cursor.take(Kind.MONTH) if cursor.to() else None
    return last.value if last else None
