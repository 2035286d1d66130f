"""The content folder -> its entry files, each with its kind, and what is odd about the others."""

from __future__ import annotations

import os
import stat
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from doorstep.kinds import FOLDERS, KIND_IN, Kind
from doorstep.limits import FILES
from doorstep.problems import Level, Problem, nearest
from doorstep.sources.file_names import (
    FileNames,
    has_entry_end,
    name_problem,
    parted,
    printable,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

_OTHER_FOLDERS = ("photos", "map", "calendars")
_KNOWN = (*KIND_IN, *_OTHER_FOLDERS)
_TOLD_ELSEWHERE = (*KIND_IN, "photos")
_LEFT_BY_COMPUTERS = ("thumbs.db", "desktop.ini", "icon\r", "readme.md")
_NO_ENTRIES = (*_LEFT_BY_COMPUTERS, "synonyms.yaml", "do-not-list.yaml")


class Found(Struct, frozen=True):
    """A file that may hold entries."""

    path: Path
    file: str
    kind: Kind


def find_files(content: Path) -> tuple[list[Found], list[Problem]]:
    """Return every entry file in the content folder, in the order of their names."""
    name = printable(content.name or content.resolve().name)
    if content.is_symlink():
        message = "This is a link to another folder, so nothing in it was read."
        return [], [name_problem(name, message, "Give that folder’s own name.", rule="no-content")]
    try:
        if not content.is_dir():
            message = "There is no folder of this name."
            return [], [name_problem(name, message, _NO_CONTENT, rule="no-content")]
        problems = list(_odd_at_top(content, name))
    except OSError:
        return [], [_not_opened(name)]
    found: list[Found] = []
    for kind, folder in FOLDERS.items():
        more, odd = _in_folder(content / folder, f"{name}/{folder}", kind)
        found += more
        problems += odd
    return sorted(found, key=lambda each: each.file), sorted(problems)


_NO_CONTENT = "Make it, with folders in it such as groups, events and places."


def not_ordinary(file: str) -> Problem:
    """Say that a name belongs to something that is not a file with words in it."""
    message = "This is not an ordinary file, so it was not opened."
    fix = "Put the file itself here, not a link to it."
    return name_problem(file, message, fix, rule="file-ordinary")


def _odd_at_top(content: Path, name: str) -> Iterator[Problem]:
    for one, mode in _listed(content):
        file = f"{name}/{printable(one)}"
        if stat.S_ISREG(mode) and has_entry_end(one):
            message = "This file is not in one of the folders, so nobody will see it."
            fix = f"Move it into one of them: {', '.join(KIND_IN)}."
            yield _warning(file, message, fix)
        elif stat.S_ISDIR(mode) and one not in _KNOWN:
            near = nearest(one, _KNOWN)
            message = f"No folder is called “{printable(one)}”, so nothing in it was read."
            fix = f"Did you mean “{near}”?" if near else f"The folders are {', '.join(KIND_IN)}."
            yield _warning(file, message, fix)
        elif one not in _TOLD_ELSEWHERE and not _is_as_usual(one, mode):
            yield replace(not_ordinary(file), level=Level.WARNING)


def _is_as_usual(name: str, mode: int) -> bool:
    return stat.S_ISDIR(mode) or (stat.S_ISREG(mode) and name not in _OTHER_FOLDERS)


def _warning(file: str, message: str, fix: str) -> Problem:
    return name_problem(file, message, fix, rule="folder-known", level=Level.WARNING)


def _mode(path: Path) -> int:
    """Return what stands at a path, links not followed; 0 when there is nothing."""
    with suppress(OSError):
        return os.lstat(path).st_mode
    return 0


def _listed(folder: Path) -> list[tuple[str, int]]:
    """Return what is in a folder, with its sort, but for what computers leave for themselves."""
    with os.scandir(folder) as entries:
        return sorted((one.name, _sort(one)) for one in entries if not _is_passed_over(one.name))


def _sort(entry: os.DirEntry[str]) -> int:
    """Return what stands in a folder, as the mode of a file has it; links are not followed."""
    if entry.is_file(follow_symlinks=False):
        return stat.S_IFREG
    return stat.S_IFDIR if entry.is_dir(follow_symlinks=False) else stat.S_IFLNK


def _is_passed_over(name: str) -> bool:
    is_a_programs = name.startswith((".", "~$", "#")) or name.endswith("~")
    return is_a_programs or name.casefold() in _NO_ENTRIES


def _in_folder(folder: Path, name: str, kind: Kind) -> tuple[list[Found], list[Problem]]:
    mode = _mode(folder)
    if not stat.S_ISDIR(mode):
        return [], [not_ordinary(name)] if mode else []
    try:
        listed = _listed(folder)
    except OSError:
        return [], [_not_opened(name)]
    found, problems = _sorted_out(folder, listed[: FILES.most], name, kind)
    if len(listed) > FILES.most:
        problems.append(name_problem(name, FILES.told(len(listed)), FILES.fix, rule=FILES.rule))
    return found, problems


def _not_opened(name: str) -> Problem:
    message = "The computer would not open this folder."
    return name_problem(name, message, "Check that you may open it.", rule="file-readable")


def _sorted_out(
    folder: Path, listed: list[tuple[str, int]], name: str, kind: Kind
) -> tuple[list[Found], list[Problem]]:
    found: dict[str, Found] = {}
    problems: list[Problem] = []
    together = FileNames(one for one, _ in listed)
    for one, mode in listed:
        file, stem = f"{name}/{printable(one)}", parted(one)[0]
        odd = _not_a_file(mode, file) or together.problem(one, file)
        odd = odd or _taken(stem, file, found)
        if odd:
            problems.append(odd)
        else:
            found[stem] = Found(folder / one, file, kind)
    return list(found.values()), problems


def _not_a_file(mode: int, file: str) -> Problem | None:
    if stat.S_ISDIR(mode):
        return _warning(file, "Folders inside this folder are not read.", "Move its files one up.")
    return None if stat.S_ISREG(mode) else not_ordinary(file)


def _taken(stem: str, file: str, found: dict[str, Found]) -> Problem | None:
    if stem not in found:
        return None
    other = found[stem].path.name
    message = f"{other} has the same name but for its end, so both would have one address."
    return name_problem(file, message, "Keep one of the two, or give this another name.")
