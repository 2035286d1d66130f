"""Files -> what was made of them before, as long as they hold the same and all else is the same.

A file is known again by what the file system says of it, as Git does it, or else by its content.
"""

from __future__ import annotations

import os
import pickle
import time
from enum import Enum
from functools import cache
from importlib import import_module
from io import BytesIO
from operator import attrgetter
from typing import TYPE_CHECKING, Any, Generic, Protocol, TypeVar

from msgspec import Struct
from msgspec.structs import replace

from doorstep.caching.folder import cache_folder
from doorstep.caching.makers import fingerprint, program
from doorstep.caching.stamps import is_settled, stamp
from doorstep.caching.store import Row, Store
from doorstep.documented import Documented
from doorstep.sources.reading import raw_bytes

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

ValueT = TypeVar("ValueT")

OURS = "doorstep."
PLAIN = frozenset(
    {
        *(("datetime", name) for name in ("date", "time", "datetime")),
        *(("builtins", name) for name in ("frozenset", "set")),
    }
)
"""What values may be made of, besides our own kinds of values."""

KINDS = (Struct, Documented, Enum, tuple)
"""What those are: they hold something, and do nothing."""


class FileCache(Protocol[ValueT]):
    """Somebody who remembers what was made of files."""

    def known(self, files: Mapping[str, Path]) -> dict[str, ValueT]:
        """Return what is known of those files that have not changed, by name."""
        ...

    def keep(self, made: Mapping[str, ValueT]) -> None:
        """Remember what was made of those that were not known."""
        ...


class Forgetful(Generic[ValueT]):
    """Nobody: everything is made anew."""

    def known(self, _files: Mapping[str, Path]) -> dict[str, ValueT]:
        """Return nothing."""
        return {}

    def keep(self, _made: Mapping[str, ValueT]) -> None:
        """Forget it."""


FORGETFUL: Forgetful[Any] = Forgetful()


class Look(Struct, frozen=True):
    """What a file was like when it was looked at."""

    path: Path
    stamp: bytes
    taken: int
    digest: bytes


class KeptFiles(Generic[ValueT]):
    """What was made of files in earlier builds, in a store."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._looks: dict[str, Look] = {}
        self._rows: dict[str, Row] = {}

    def known(self, files: Mapping[str, Path]) -> dict[str, ValueT]:
        """Return what is known of those files that have not changed, by name."""
        self._rows = self._store.rows()
        self._looks = {
            name: look
            for name, path in files.items()
            if (look := looked_at(path, self._rows.get(name)))
        }
        same = (name for name, look in self._looks.items() if self._is_same(name, look))
        values = ((name, value_of(self._rows[name])) for name in same)
        return {name: value for name, value in values if value is not None}

    def _is_same(self, name: str, look: Look) -> bool:
        return name in self._rows and self._rows[name].digest == look.digest

    def keep(self, made: Mapping[str, ValueT]) -> None:
        """Remember what was made of those that were not known, unless they changed meanwhile."""
        new = [
            _row(name, look, made[name])
            for name, look in self._looks.items()
            if name in made and stamp(look.path) == look.stamp
        ]
        gone = [name for name in self._rows if name not in self._looks]
        looked_at_again = list(self._restamped(made))
        if new or gone or looked_at_again:
            self._store.write([*new, *looked_at_again], gone)

    def _restamped(self, made: Mapping[str, ValueT]) -> Iterable[Row]:
        """Yield what need not be read the next time to know that it is the same."""
        for name, look in self._looks.items():
            row = self._rows.get(name)
            if not row or name in made:
                continue
            if row.stamp != look.stamp or not is_settled(row.stamp, row.taken):
                yield replace(row, stamp=look.stamp, taken=look.taken)


def opened(guide: Path, *told: bytes | str) -> FileCache[Any]:
    """Return what remembers for a guide; `told` is all that values depend on besides the files."""
    store = store_of(guide, *told)
    return KeptFiles(store) if store else FORGETFUL


def store_of(guide: Path, *told: bytes | str) -> Store | None:
    """Return where things are kept for a guide as long as all that is told stays the same."""
    folder = cache_folder()
    if folder is None:
        return None
    name = fingerprint(os.path.abspath(guide)).hex()  # noqa: PTH100 - no link is followed
    return Store(folder / f"{name}.sqlite", fingerprint(program(), *told))


def looked_at(path: Path, before: Look | Row | None) -> Look | None:
    """Return what a file is like, without reading it if it is surely what it was."""
    taken, seen = time.time_ns(), stamp(path)
    if not seen:
        return None
    if before and before.stamp == seen and is_settled(seen, before.taken):
        return Look(path, seen, before.taken, before.digest)
    try:
        return Look(path, seen, taken, fingerprint(raw_bytes(path)))
    except OSError:
        return None


def _row(name: str, look: Look, made: object) -> Row:
    return replace(row_of(name, made), stamp=look.stamp, taken=look.taken, digest=look.digest)


def row_of(name: str, made: object) -> Row:
    """Return a row that keeps a value under a name."""
    value = pickle.dumps(made, pickle.HIGHEST_PROTOCOL)
    return Row(name, b"", 0, b"", fingerprint(value), value)


class _Reader(pickle.Unpickler):
    """Makes our own kinds of values only, whatever the row says."""

    def find_class(self, module: str, name: str) -> Any:
        """Return a kind of value of ours, or a plain one."""
        return _kind_named(module, name)


@cache  # an entry is made of twenty kinds of values, and a guide of thirty
def _kind_named(module: str, name: str) -> Any:
    is_plain = (module, name) in PLAIN
    if is_plain or module.startswith(OURS):
        found = attrgetter(name)(import_module(module))
        if is_plain or _is_value(found):
            return found
    raise pickle.UnpicklingError(f"{module}.{name} is no value of ours")


def _is_value(found: object) -> bool:
    """Say whether this is a class whose instances hold something, and cannot be called."""
    if not (isinstance(found, type) and issubclass(found, KINDS)):
        return False
    return not any("__call__" in vars(kind) for kind in found.__mro__)


def value_of(row: Row) -> Any:
    """Return the value that a row keeps; None where it is damaged."""
    if fingerprint(row.value) != row.proof:
        return None
    try:
        return _Reader(BytesIO(row.value)).load()
    except (pickle.UnpicklingError, AttributeError, ImportError, EOFError, TypeError, ValueError):
        return None
