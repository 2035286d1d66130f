"""What is known of some groups -> the list of a guide in which they asked not to be listed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from builders import TODAY

from doorstep.do_not_list import DoNotList
from doorstep.do_not_list.keeping import with_group, write_list
from doorstep.do_not_list.traits import traits_told

if TYPE_CHECKING:
    from pathlib import Path

SALT = bytes(range(16))
"""The same in every test, so that a test does today what it did yesterday."""

BROKEN = "version: 1\nsalt: gone\ngroups: []\n"
"""A list that somebody has written in by hand."""


def listed(*titles: str, **told: Any) -> DoNotList:
    """Return a list with one group that is known by these names, and what else is told."""
    traits = traits_told(titles=titles, **told)
    return with_group(DoNotList(salt=SALT), traits, TODAY, "by phone, Amina")


def put(content: Path, *titles: str, **told: Any) -> Path:
    """Write such a list into a content folder, and return where it is."""
    return write_list(content, listed(*titles, **told))
