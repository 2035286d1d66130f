"""Store: rows that outlast a build, in one database for each guide; losing them is never a fault.

SQLite keeps them whole when a build is killed, and lets two builds write at once. A disk that is
full, a folder that may not be written to and a damaged file all come to the same: nothing is kept.
"""

from __future__ import annotations

import time
from contextlib import closing, suppress
from typing import TYPE_CHECKING, TypeVar

from msgspec import Struct
from msgspec.structs import astuple

try:
    import sqlite3
except ImportError:  # some builds of Python come without it
    sqlite3 = None  # type: ignore[assignment]

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

AnswerT = TypeVar("AnswerT")

CONTEXTS_KEPT = 6
"""Contexts for which rows are kept: entries and pages, each of a preview, a build and one more."""

PATIENCE = 1.0
"""Seconds to wait for another build that is writing."""

_TABLES = """
PRAGMA synchronous = OFF;
CREATE TABLE IF NOT EXISTS contexts (context BLOB UNIQUE, used INTEGER);
CREATE TABLE IF NOT EXISTS rows (
    context BLOB, name TEXT, stamp BLOB, taken INTEGER, digest BLOB, proof BLOB, value BLOB,
    UNIQUE (context, name)
);
"""

_FORGET_CONTEXTS = """
DELETE FROM contexts
WHERE context NOT IN (SELECT context FROM contexts ORDER BY used DESC LIMIT ?)
"""
_FORGET_THEIR_ROWS = "DELETE FROM rows WHERE context NOT IN (SELECT context FROM contexts)"


class Row(Struct, frozen=True):
    """What was made of a file, or of all of them."""

    name: str
    """The file, by its name in the guide."""
    stamp: bytes
    """What the file system said of it."""
    taken: int
    """When it said so, in nanoseconds since 1970."""
    digest: bytes
    """The fingerprint of what it held."""
    proof: bytes
    """The fingerprint of the value, so that a damaged one is known."""
    value: bytes
    """What was made of it."""


class Store(Struct, frozen=True):
    """Rows of one guide, for one context at a time."""

    path: Path
    """The database."""
    context: bytes
    """All that the values were made of besides the files."""

    def rows(self) -> dict[str, Row]:
        """Return what is kept, by name; nothing where nothing can be read."""
        query = "SELECT name, stamp, taken, digest, proof, value FROM rows WHERE context = ?"

        def read(base: sqlite3.Connection) -> dict[str, Row]:
            return {row[0]: Row(*row) for row in base.execute(query, (self.context,))}

        return self._ask(read) or {}

    def write(self, rows: Iterable[Row], gone: Iterable[str]) -> None:
        """Keep these, forget those that are gone, and what belongs to contexts of long ago."""
        kept = [(self.context, *astuple(row)) for row in rows]
        lost = [(self.context, name) for name in gone]

        def change(base: sqlite3.Connection) -> None:
            with base:
                base.execute("REPLACE INTO contexts VALUES (?, ?)", (self.context, time.time_ns()))
                base.executemany("REPLACE INTO rows VALUES (?, ?, ?, ?, ?, ?, ?)", kept)
                base.executemany("DELETE FROM rows WHERE context = ? AND name = ?", lost)
                base.execute(_FORGET_CONTEXTS, (CONTEXTS_KEPT,))
                base.execute(_FORGET_THEIR_ROWS)

        self._ask(change)

    def _ask(self, question: Callable[[sqlite3.Connection], AnswerT]) -> AnswerT | None:
        """Return what the database answers; None when it cannot."""
        if sqlite3 is None:
            return None
        try:
            with closing(sqlite3.connect(self.path, timeout=PATIENCE)) as base:
                base.executescript(_TABLES)
                return question(base)
        except sqlite3.OperationalError:  # the disk is full, or it is locked or not ours to write
            return None
        except sqlite3.DatabaseError:  # damaged: the next build makes a new one
            with suppress(OSError):
                self.path.unlink()
            return None
