"""The name of a file among others -> what is odd about it, and a better name."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from doorstep.limits import SLUG
from doorstep.problems import Level, Problem
from doorstep.slugs import is_kept_by_windows, is_slug, slugified

if TYPE_CHECKING:
    from collections.abc import Iterable

ENTRY_ENDS = (".md", ".yaml", ".yml")
_PICTURES = (".jpg", ".jpeg", ".png", ".gif", ".webp", ".heic")
_DOCUMENTS = (".docx", ".doc", ".odt", ".pdf", ".rtf", ".pages", ".xlsx", ".xls", ".ods")
_LEFT_BEHIND = (".orig", ".rej", ".bak", ".old", ".tmp", ".part", ".swp")
_ANY_NAME = "tea-and-talk"


class FileNames:
    """The names of all files in one folder, to tell those apart that look alike."""

    def __init__(self, names: Iterable[str]) -> None:
        self._names = set(names)

    @cached_property
    def _by_better(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = {}
        for name in sorted(self._names):
            if has_entry_end(name):
                found.setdefault(_better(name), []).append(name)
        return found

    def problem(self, name: str, file: str) -> Problem | None:
        """Return what is odd about a name; `file` is what people see of where it stands."""
        stem, end = parted(name)
        if not has_entry_end(name):
            return _not_an_entry(name, file)
        if not is_slug(stem) or end not in ENTRY_ENDS:
            return self._badly_named(name, file)
        if is_kept_by_windows(stem):
            message = f"Windows keeps the name “{stem}” for itself and cannot open this file."
            return name_problem(file, message, f"Call it {_better(name)}.")
        return None

    def _badly_named(self, name: str, file: str) -> Problem:
        message = (
            "The name of a file becomes part of an address: small letters, digits and hyphens."
        )
        if len(parted(name)[0]) > SLUG.most:
            message = SLUG.told(len(parted(name)[0]))
        better = _better(name)
        if better.startswith("."):
            return name_problem(file, message, f"Give it a name such as {_ANY_NAME}.md.")
        if better in self._names:
            fix = f"There is already a file called {better}: keep one of the two."
            return name_problem(file, message, fix)
        twin = next((other for other in self._by_better[better] if other != name), "")
        fix = f"“{printable(twin)}” would have the same name: keep one of the two." if twin else ""
        return name_problem(file, message, f"Call it {better}. {fix}".strip())


def parted(name: str) -> tuple[str, str]:
    """Return a file's name as its stem and its end, as a path has them, which takes longer."""
    dot = name.rfind(".")
    return (name[:dot], name[dot:]) if 0 < dot < len(name) - 1 else (name, "")


def has_entry_end(name: str) -> bool:
    """Say whether a name ends as the names of entries do, in capitals or not."""
    return parted(name)[1].casefold() in ENTRY_ENDS


def printable(name: str) -> str:
    """Return a file's name with a mark for each letter that cannot be shown."""
    if name.isprintable():
        return name
    return "".join(mark if mark.isprintable() else "\ufffd" for mark in name)


def name_problem(
    file: str, message: str, fix: str, *, rule: str = "file-name", level: Level = Level.ERROR
) -> Problem:
    """Return a problem with where a file stands or what it is called."""
    return Problem(file, 1, 1, level, rule, message, fix, about=file.rpartition("/")[2])


def _better(name: str) -> str:
    stem, end = parted(name)
    return f"{_free_slug(stem)}{end.casefold()}"


def _free_slug(name: str) -> str:
    slug = slugified(name)
    return f"{slug}-group" if is_kept_by_windows(slug) else slug


def _not_an_entry(name: str, file: str) -> Problem:
    end, stem = parted(name)[1].casefold(), _free_slug(_without_ends(name)) or _ANY_NAME
    message = "This file was not read: the names of entries end in .md."
    if end in _PICTURES:
        message, fix = "This is not an entry.", "Photos belong in the folder photos."
    elif end in _LEFT_BEHIND:
        message, fix = "A program left this copy behind. It was not read.", "Delete it."
    elif end in _DOCUMENTS:
        fix = f"Copy its words into a text file called {stem}.md, and delete this one."
    else:
        fix = f"If it is an entry, call it {stem}.md. If not, move it somewhere else."
    return name_problem(file, message, fix, rule="file-kind", level=Level.WARNING)


def _without_ends(name: str) -> str:
    """Return tea for tea.md.txt, which is what some programs save tea.md as."""
    stem = name.rstrip(" .")
    for end in (parted(stem)[1], *ENTRY_ENDS):
        stem = stem.removesuffix(end)
    return stem
