"""The content folder -> its entry files, each with its kind, and what is odd about the others."""

from __future__ import annotations

import re
import stat
import unicodedata
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from doorstep.kinds import FOLDERS, KIND_IN, Kind
from doorstep.problems import Level, Problem, nearest

if TYPE_CHECKING:
    from collections.abc import Iterator

SLUG_LIMIT = 80
SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
"""What a file name may be, because it becomes part of an address."""

_ENTRY_ENDS = (".md", ".yaml", ".yml")
_OTHER_FOLDERS = ("photos", "map", "calendars")
_KNOWN = (*KIND_IN, *_OTHER_FOLDERS)
_LEFT_BY_COMPUTERS = ("thumbs.db", "desktop.ini", "synonyms.yaml", "readme.md")
_KEPT_BY_WINDOWS = re.compile(r"con|prn|aux|nul|com\d|lpt\d")
_PICTURES = (".jpg", ".jpeg", ".png", ".gif", ".webp", ".heic")
_DOCUMENTS = (".docx", ".doc", ".odt", ".pdf", ".rtf", ".pages", ".xlsx", ".xls", ".ods")


@dataclass(frozen=True, slots=True)
class Found:
    """A file that may hold entries."""

    path: Path
    file: str
    kind: Kind


def find_files(content: Path) -> tuple[list[Found], list[Problem]]:
    """Return every entry file in the content folder, in the order of their names."""
    name = printable(content.name or content.resolve().name)
    if not content.is_dir():
        return [], [_problem(name, "no-content", "There is no folder of this name.", _NO_CONTENT)]
    found: list[Found] = []
    try:
        problems = list(_odd_at_top(content, name))
    except OSError:
        return [], [_not_opened(name)]
    for kind, folder in FOLDERS.items():
        more, odd = _in_folder(content / folder, f"{name}/{folder}", kind)
        found += more
        problems += odd
    return sorted(found, key=lambda each: each.file), sorted(problems)


_NO_CONTENT = "Make it, with folders in it such as groups, events and places."


def slugified(name: str) -> str:
    """Return the nearest name in small letters, digits and hyphens; "" when there is none."""
    decomposed = unicodedata.normalize("NFKD", name.casefold())
    plain = "".join(mark for mark in decomposed if not unicodedata.combining(mark))
    # An apostrophe joins: St Anne's becomes st-annes.
    words = re.findall(r"[a-z0-9]+", re.sub(r"['’]", "", plain))
    return "-".join(words)[:SLUG_LIMIT].strip("-")


def is_slug(name: str) -> bool:
    """Say whether a name can be part of an address for ever."""
    return SLUG.fullmatch(name) is not None and len(name) <= SLUG_LIMIT


def not_ordinary(file: str) -> Problem:
    """Say that a name belongs to something that is not a file with words in it."""
    message = "This is not an ordinary file, so it was not opened."
    return _problem(file, "file-ordinary", message, "Put the file itself here, not a link to it.")


def printable(name: str) -> str:
    """Return a file's name with a mark for each letter that cannot be shown."""
    return "".join(mark if mark.isprintable() else "\ufffd" for mark in name)


def _odd_at_top(content: Path, name: str) -> Iterator[Problem]:
    for path in _listed(content):
        file = f"{name}/{printable(path.name)}"
        is_file = path.is_file() and not path.is_symlink()
        if is_file and path.suffix.casefold() in _ENTRY_ENDS:
            message = "This file is not in one of the folders, so nobody will see it."
            fix = f"Move it into one of them: {', '.join(KIND_IN)}."
            yield _problem(file, "folder-known", message, fix, Level.WARNING)
        elif not is_file and path.name not in _KNOWN:
            near = nearest(path.name, _KNOWN)
            message = f"No folder is called “{printable(path.name)}”, so nothing in it was read."
            fix = f"Did you mean “{near}”?" if near else f"The folders are {', '.join(KIND_IN)}."
            yield _problem(file, "folder-known", message, fix, Level.WARNING)


def _listed(folder: Path) -> list[Path]:
    paths = (path for path in folder.iterdir() if not path.name.startswith("."))
    return sorted(
        path
        for path in paths
        if not path.name.endswith("~") and path.name.casefold() not in _LEFT_BY_COMPUTERS
    )


def _in_folder(folder: Path, name: str, kind: Kind) -> tuple[list[Found], list[Problem]]:
    if folder.is_symlink() or (folder.exists() and not folder.is_dir()):
        return [], [not_ordinary(name)]
    try:
        return _sorted_out(_listed(folder), name, kind) if folder.is_dir() else ([], [])
    except OSError:
        return [], [_not_opened(name)]


def _not_opened(name: str) -> Problem:
    message = "The computer would not open this folder."
    return _problem(name, "file-readable", message, "Check that you may open it.")


def _sorted_out(paths: list[Path], name: str, kind: Kind) -> tuple[list[Found], list[Problem]]:
    found: dict[str, Found] = {}
    problems: list[Problem] = []
    for path in paths:
        file = f"{name}/{printable(path.name)}"
        odd = _what_is_odd(path, file) or _taken(path, file, found)
        if odd:
            problems.append(odd)
        else:
            found[path.stem] = Found(path, file, kind)
    return list(found.values()), problems


def _what_is_odd(path: Path, file: str) -> Problem | None:
    mode = path.lstat().st_mode
    if stat.S_ISDIR(mode):
        message = "Folders inside this folder are not read."
        return _problem(file, "folder-known", message, "Move its files one up.", Level.WARNING)
    if not stat.S_ISREG(mode):
        return not_ordinary(file)
    if path.suffix.casefold() not in _ENTRY_ENDS:
        return _not_an_entry(path, file)
    if is_slug(path.stem) and path.suffix in _ENTRY_ENDS:
        return _kept_by_windows(path, file)
    return _badly_named(path, file)


def _not_an_entry(path: Path, file: str) -> Problem:
    suffix, stem = path.suffix.casefold(), slugified(path.stem) or "tea-and-talk"
    message = "This file was not read: the names of entries end in .md."
    if suffix in _PICTURES:
        message, fix = "This is not an entry.", "Photos belong in the folder photos."
    elif suffix in _DOCUMENTS:
        fix = f"Copy its words into a text file called {stem}.md, and delete this one."
    else:
        fix = f"If it is an entry, call it {stem}.md. If not, move it somewhere else."
    return _problem(file, "file-kind", message, fix, Level.WARNING)


def _kept_by_windows(path: Path, file: str) -> Problem | None:
    if not _KEPT_BY_WINDOWS.fullmatch(path.stem):
        return None
    message = f"Windows keeps the name “{path.stem}” for itself and cannot open this file."
    return _problem(file, "file-name", message, f"Call it {path.stem}-group{path.suffix}.")


def _badly_named(path: Path, file: str) -> Problem:
    slug = slugified(path.stem)
    message = "The name of a file becomes part of an address: small letters, digits and hyphens."
    if len(path.stem) > SLUG_LIMIT:
        message = f"The name of this file is longer than {SLUG_LIMIT} letters."
    if not slug:
        return _problem(file, "file-name", message, "Give it a name such as tea-and-talk.md.")
    better = f"{slug}{path.suffix.casefold()}"
    fix = f"Call it {better}."
    if path.with_name(better).exists():
        fix = f"There is already a file called {better}: keep one of the two."
    return _problem(file, "file-name", message, fix)


def _taken(path: Path, file: str, found: dict[str, Found]) -> Problem | None:
    if path.stem not in found:
        return None
    other = found[path.stem].path.name
    message = f"{other} has the same name but for its end, so both would have one address."
    return _problem(file, "file-name", message, "Keep one of the two, or give this another name.")


def _problem(file: str, rule: str, message: str, fix: str, level: Level = Level.ERROR) -> Problem:
    about = file.rpartition("/")[2]
    return Problem(file, 1, 1, level, rule, message, fix, about=about)
