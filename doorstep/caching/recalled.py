"""Files -> what was made of them a moment ago, in this process; older things come from a store."""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, TypeVar

from doorstep.caching.files import looked_at
from doorstep.caching.stamps import stamp

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from doorstep.caching.files import FileCache, Look

ValueT = TypeVar("ValueT")


class RecalledFiles(Generic[ValueT]):
    """What was made of files since this process began: nothing is read back for it.

    What was kept earlier is asked for once, and what is made the first time is kept there too.
    """

    def __init__(self, earlier: FileCache[ValueT]) -> None:
        """Take what remembers from one process to the next."""
        self._earlier: FileCache[ValueT] | None = earlier
        self._looks: dict[str, Look] = {}
        self._values: dict[str, ValueT] = {}

    def known(self, files: Mapping[str, Path]) -> dict[str, ValueT]:
        """Return what is known of those files that have not changed, by name."""
        before = self._looks
        looks = ((name, looked_at(path, before.get(name))) for name, path in files.items())
        self._looks = {name: look for name, look in looks if look}
        if self._earlier:
            known = self._earlier.known(files)  # who looked at them for itself
            self._values = self._unchanged(known)
            return known
        same = (name for name, look in self._looks.items() if _is_same(look, before.get(name)))
        self._values = {name: self._values[name] for name in same if name in self._values}
        return dict(self._values)

    def keep(self, made: Mapping[str, ValueT]) -> None:
        """Remember what was made of those that were not known, unless they changed meanwhile."""
        if self._earlier:
            self._earlier.keep(made)
            self._earlier = None
        self._values |= self._unchanged(made)

    def _unchanged(self, made: Mapping[str, ValueT]) -> dict[str, ValueT]:
        """Return what was made of files that are still what they were when they were looked at."""
        return {
            name: value
            for name, value in made.items()
            if (look := self._looks.get(name)) and stamp(look.path) == look.stamp
        }


def _is_same(look: Look, before: Look | None) -> bool:
    return before is not None and look.digest == before.digest
