"""content/do-not-list.yaml -> DoNotList, and every line of the file that nobody can be sure of."""

from __future__ import annotations

import os
import re
from contextlib import suppress
from typing import TYPE_CHECKING

from msgspec.structs import replace

from doorstep.do_not_list.lists import DoNotList, Group
from doorstep.do_not_list.marks import Mark
from doorstep.do_not_list.traits import SORTS
from doorstep.patterns import late_pattern
from doorstep.problems import Level, Problem
from doorstep.sources.facts import Facts, facts_of_bytes, read_facts

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from doorstep.sources import KeyPath, Node

FILE = "do-not-list.yaml"
"""Where the list is kept, in the content folder."""

VERSION = "1"
UNREADABLE = "do-not-list-read"

_SALT = late_pattern(r"[0-9a-f]{32}")
_MARK = late_pattern(rf"({'|'.join(SORTS)}) ([0-9a-f]{{3}}) ([0-9a-f]{{32}})")
_LIKE_OURS = late_pattern(r"do[\s_-]*not[\s_-]*list\.ya?ml", re.IGNORECASE)
_PARTS = ("version", "salt", "groups")
_OF_A_GROUP = ("on", "asked", "marks")

UNTIL_THEN = "Until it can be read, nothing new is added by a form or an import."
_PUT_BACK = f"Put it back as it was. {UNTIL_THEN}"


def read_do_not_list(content: Path) -> DoNotList:
    """Return who asked not to be listed; without the file, nobody did."""
    path, name = content / FILE, content.name or content.resolve().name
    odd = tuple(_misnamed(content, name))
    if not os.path.lexists(path):
        return DoNotList(problems=odd)
    listed = _list_in(read_facts(path, f"{name}/{FILE}"))
    return replace(listed, problems=(*odd, *listed.problems))


def list_in(raw: bytes, file: str) -> DoNotList:
    """Return the list that the bytes of a file hold."""
    return _list_in(facts_of_bytes(raw, file))


def _misnamed(content: Path, name: str) -> Iterator[Problem]:
    """Yield a problem for a list that would be passed over, where it is or as it is called."""
    here: list[str] = []
    with suppress(OSError):  # what cannot be opened is told of by whoever reads the entries
        here = sorted(path.name for path in content.iterdir())
    odd = [f"{name}/{each}" for each in here if each != FILE and _LIKE_OURS.fullmatch(each)]
    beside = [FILE] if os.path.lexists(content.resolve().parent / FILE) else []
    message = "This list of groups that asked not to be listed is not read here."
    fix = f"Call it {name}/{FILE}. {UNTIL_THEN}"
    for file in [*odd, *beside]:
        about = file.rpartition("/")[2]
        yield Problem(file, 1, 1, Level.ERROR, UNREADABLE, message, fix, about=about)


def _list_in(facts: Facts) -> DoNotList:
    problems = [_not_to_be_passed_over(problem) for problem in facts.problems]
    told = facts.told if isinstance(facts.told, dict) else {}
    if not problems or told:
        problems += _odd_parts(facts, told)
    groups: list[Group] = []
    for path, node in _items(told):
        groups.append(_group(path, node, facts, problems))
    problems += _said_twice(facts, groups)
    salt = told.get("salt")
    is_salt = isinstance(salt, str) and _SALT.fullmatch(salt)
    return DoNotList(
        bytes.fromhex(str(salt)) if is_salt else b"",
        tuple(groups) if is_salt else (),
        tuple(problems),
    )


def _not_to_be_passed_over(problem: Problem) -> Problem:
    """Return a problem with a line as an error: the line may have been a mark."""
    if problem.level is Level.NOTE:
        return problem
    return replace(problem, level=Level.ERROR, fix=f"{problem.fix} {UNTIL_THEN}".strip())


def _odd_parts(facts: Facts, told: dict[str, Node]) -> Iterator[Problem]:
    if not told:
        yield _odd(facts, (), "Nothing is written here, so nobody knows who asked.")
        return
    if told.get("version") != VERSION:
        message = f"This list is not of version {VERSION}, the only one that is known here."
        yield _odd(facts, ("version",), message)
        return
    salt = told.get("salt")
    if not isinstance(salt, str) or not _SALT.fullmatch(salt):
        message = "The salt is not as it was written, and without it no mark can be compared."
        yield _odd(facts, ("salt",), message)
    if not isinstance(told.get("groups", ""), list) and told.get("groups") != "":
        yield _odd(facts, ("groups",), "These are not the lines of groups.")
    yield from (_unknown(facts, (name,)) for name in told if name not in _PARTS)


def _items(told: dict[str, Node]) -> Iterator[tuple[KeyPath, Node]]:
    groups = told.get("groups")
    for place, node in enumerate(groups if isinstance(groups, list) else []):
        yield ("groups", place), node


def _group(path: KeyPath, node: Node, facts: Facts, problems: list[Problem]) -> Group:
    """Return a group with those of its marks that can be read; the others are problems."""
    told = node if isinstance(node, dict) else {}
    problems += (_unknown(facts, (*path, name)) for name in told if name not in _OF_A_GROUP)
    written = told.get("marks")
    marks: list[Mark] = []
    for place, line in enumerate(written if isinstance(written, list) else []):
        found = _MARK.fullmatch(line) if isinstance(line, str) else None
        if found:
            marks.append(Mark(found[1], int(found[2], 16), found[3]))
        else:
            problems.append(_odd(facts, (*path, "marks", place), "This is no mark of a group."))
    if not written or not isinstance(written, list):
        problems.append(_odd(facts, path, "These lines have no marks of a group."))
    return Group(_line(told.get("on")), _line(told.get("asked")), tuple(marks))


def _line(node: Node | None) -> str:
    return " ".join(node.split()) if isinstance(node, str) else ""


def _said_twice(facts: Facts, groups: list[Group]) -> Iterator[Problem]:
    seen: set[Mark] = set()
    for place, group in enumerate(groups):
        for mark in group.marks:
            if mark in seen:
                message = "A mark of this group stands in the lines above as well."
                fix = "Nothing has to be done. One of the two may go."
                yield facts.problem(("groups", place), "do-not-list-once", message, fix=fix)
            seen.add(mark)


def _unknown(facts: Facts, path: KeyPath) -> Problem:
    return _odd(facts, path, "Nothing of this name belongs in the list.")


def _odd(facts: Facts, path: KeyPath, message: str) -> Problem:
    return replace(facts.problem(path, UNREADABLE, message, fix=_PUT_BACK), level=Level.ERROR)
