"""A file -> the entries in it that can be read, and what to say about the rest."""

from __future__ import annotations

import os
import stat
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from doorstep.limits import KB
from doorstep.problems import Problem
from doorstep.sources.entry_text import EntryText, read_entry
from doorstep.sources.folders import not_ordinary
from doorstep.sources.marks import Finding, is_refused
from doorstep.sources.parts import markdown_parts, yaml_parts
from doorstep.sources.source import Source, called_in
from doorstep.sources.texts import FILE_LIMIT, as_text

if TYPE_CHECKING:
    from pathlib import Path

    from doorstep.kinds import Kind

_MOST_FILES = 16 * KB
"""Bytes; most files have fewer."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What came of reading a file: entries, and problems in the order of their lines."""

    sources: tuple[Source, ...]
    problems: tuple[Problem, ...]
    raw: bytes = field(default=b"", compare=False, repr=False)
    """The bytes of the file, where there are problems: by now the file may have changed."""


def read_file(path: Path, file: str, kind: Kind) -> Reading:
    """Read the entries in a file on disk; whatever is wrong with it becomes a problem."""
    try:
        if not stat.S_ISREG(path.lstat().st_mode):
            return Reading((), (not_ordinary(file),))
        return read_bytes(raw_bytes(path), file, kind)
    except OSError:
        message = "The computer would not open this file."
        fix = "Check that it is still there and that you may open it."
        finding = Finding(1, 1, "file-readable", message, fix)
        return Reading((), (finding.as_problem(file, (), _stem(file)),))


def raw_bytes(path: Path) -> bytes:
    """Return the bytes of a file on disk, as many as are ever read; OSError where it is none."""
    # Between the look and the opening a file may become a pipe, which would wait for ever.
    unusual = getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_NOFOLLOW", 0)
    descriptor = os.open(path, os.O_RDONLY | unusual | getattr(os, "O_BINARY", 0))
    with os.fdopen(descriptor, "rb") as opened:
        # Room is made for all that is asked for, and hardly any file needs so much.
        start = opened.read(_MOST_FILES)
        is_whole = len(start) < _MOST_FILES
        return start if is_whole else start + opened.read(FILE_LIMIT + 1 - _MOST_FILES)


def read_bytes(raw: bytes, file: str, kind: Kind) -> Reading:
    """Read the entries in a file's bytes, whatever they are."""
    text = as_text(raw)
    findings, entries = text.findings, []
    if not is_refused(findings):
        is_markdown = file.casefold().endswith(".md")
        parts, more = markdown_parts(text.lines) if is_markdown else yaml_parts(text.lines)
        findings = [*findings, *more]
        typed = EntryText(file, kind, _stem(file), text.lines)
        entries = [read_entry(typed, part) for part in parts]
    problems = [problem for _, found in entries for problem in found]
    if findings:
        about = called_in(text.lines, _stem(file))
        problems += [finding.as_problem(file, text.lines, about) for finding in findings]
    sources = tuple(source for source, _ in entries if source)
    return Reading(sources, tuple(sorted(problems)), raw if problems else b"")


def _stem(file: str) -> str:
    name = file.rpartition("/")[2]
    stem, _, suffix = name.rpartition(".")
    return stem if stem and suffix else name
