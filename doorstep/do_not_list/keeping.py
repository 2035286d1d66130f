"""A DoNotList and what somebody asks -> the list with it or without it, and its file."""

from __future__ import annotations

import secrets
from typing import TYPE_CHECKING

from msgspec.structs import replace

from doorstep.do_not_list.lists import DoNotList, Group
from doorstep.do_not_list.marks import mark_of
from doorstep.do_not_list.reading import FILE, VERSION, list_in
from doorstep.do_not_list.traits import is_told_in

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date
    from pathlib import Path

    from doorstep.do_not_list.traits import Trait

SALT_LENGTH = 16

_HEAD = """\
# Groups that asked not to be in this guide. Nobody can read here who they are.
# It is written by a command, not by hand: see docs/do-not-list.md
"""


class NotKept(ValueError):  # noqa: N818 - a name that reads as a sentence
    """Says why the list stays as it is."""


def with_group(before: DoNotList, traits: frozenset[Trait], on: date, asked: str) -> DoNotList:
    """Return the list with a group on it that is known by these traits."""
    new = traits - before.found(traits)
    if not traits:
        raise NotKept("Say what the group is called, with --title.")
    if not new:
        raise NotKept("All of this is on the list already.")
    if any(is_told_in(trait, asked) for trait in traits):
        raise NotKept(f"“{asked}” says who the group is. Say only how it asked, and who heard it.")
    salt = before.salt or secrets.token_bytes(SALT_LENGTH)
    marks = tuple(sorted(mark_of(trait, salt) for trait in new))
    group = Group(on.isoformat(), " ".join(asked.split()), marks)
    return replace(before, salt=salt, groups=(*before.groups, group))


def without_groups(before: DoNotList, gone: Iterable[Group]) -> DoNotList:
    """Return the list without these groups, with all their marks."""
    left = set(gone)
    return replace(before, groups=tuple(group for group in before.groups if group not in left))


def write_list(content: Path, listed: DoNotList) -> Path:
    """Write the file whole or not at all, and return where it is."""
    path, raw = content / FILE, "".join(_lines(listed)).encode(errors="replace")
    again = list_in(raw, FILE)
    if (again.salt, again.groups) != (listed.salt, listed.groups):
        raise NotKept("The list would not be read again as it is now. Nothing has changed.")
    # The name starts with a dot, so that a guide being read meanwhile does not see it.
    fresh = path.with_name(f".{FILE}.new")
    fresh.write_bytes(raw)
    fresh.replace(path)
    return path


def _lines(listed: DoNotList) -> Iterator[str]:
    yield f"{_HEAD}version: {VERSION}\nsalt: {listed.salt.hex()}\n"
    yield "groups:\n" if listed.groups else "groups: []\n"
    for group in listed.groups:
        asked = group.asked.replace("'", "''")
        yield f"- on: {group.on}\n  asked: '{asked}'\n  marks:\n"
        yield from (f"  - {mark}\n" for mark in group.marks)
