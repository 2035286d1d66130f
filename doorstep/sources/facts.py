"""A file of facts that is no entry -> what can be read of it, line by line, and what is odd."""

from __future__ import annotations

import stat
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from doorstep.limits import FACTS, KB
from doorstep.problems import Level, Problem
from doorstep.sources.folders import not_ordinary
from doorstep.sources.marks import Finding, KeyPath, Mark, Node, is_refused
from doorstep.sources.plain_yaml import PlainYaml
from doorstep.sources.reading import raw_bytes
from doorstep.sources.repairs import repair
from doorstep.sources.texts import as_text

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

LINES_READ = 900
"""Lines of a list by hand; the rest of a longer file is not read."""


class Facts(Struct, frozen=True):
    """What came of reading a file without which the guide is whole all the same."""

    file: str
    """As people see it, such as content/synonyms.yaml."""
    told: Node
    """What it says; {} where nothing could be read."""
    marks: Mapping[KeyPath, Mark]
    """Where each of it stands."""
    lines: tuple[str, ...]
    """All lines of the file, for showing."""
    problems: tuple[Problem, ...]
    """What is odd about its lines; nothing stops for it."""

    def problem(self, path: KeyPath, rule: str, message: str, *, fix: str) -> Problem:
        """Return a problem with what stands at a path."""
        while path and path not in self.marks:
            path = path[:-1]
        mark = self.marks.get(path, Mark(1, 1, 1, 1))
        finding = Finding(mark.key_line, mark.key_column, rule, message, fix)
        return _as_problem(finding, self.file, self.lines)


def read_facts(path: Path, file: str) -> Facts:
    """Read a file of facts; whatever is wrong with it is only said."""
    try:
        if not stat.S_ISREG(path.lstat().st_mode):
            return _unread(file, not_ordinary(file))
        raw = raw_bytes(path)
    except OSError:
        message = "The computer would not open this file."
        finding = Finding(1, 1, "file-readable", message, "Check that you may open it.")
        return _unread(file, _as_problem(finding, file, ()))
    return facts_of_bytes(raw, file)


def facts_of_bytes(raw: bytes, file: str) -> Facts:
    """Read the facts in a file's bytes, whatever they are."""
    text = as_text(raw)
    findings = text.findings
    if is_refused(findings):
        return _unread(file, *(_as_problem(each, file, text.lines) for each in findings))
    if len(text.lines) > LINES_READ:
        message = f"Of this list, {LINES_READ} lines are read. From here on nothing was."
        findings.append(Finding(LINES_READ + 1, 1, "list-length", message, _FEWER))
    lines = text.lines[:LINES_READ]
    # In letters: those of many a language have three bytes each.
    if sum(map(len, lines)) > FACTS.most * KB:
        return _unread(file, _as_problem(Finding(1, 1, FACTS.rule, ""), file, ()))
    repaired, odd = repair(lines, 1)
    plain = PlainYaml(repaired)
    findings += odd
    # Where a line was already named, what is said of the same place only confuses.
    is_named = is_refused(odd)
    findings += [
        each for each in plain.findings if not (is_named and each.rule == "not-understood")
    ]
    problems = tuple(_as_problem(each, file, text.lines) for each in findings)
    return Facts(file, plain.node, plain.marks, text.lines, problems)


_FEWER = "Delete the lines that nobody needs."


def _unread(file: str, *problems: Problem) -> Facts:
    softened = tuple(replace(problem, level=Level.WARNING) for problem in problems)
    return Facts(file, {}, {}, (), softened)


def _as_problem(finding: Finding, file: str, lines: Sequence[str]) -> Problem:
    if finding.rule == "entry-size":
        message = "This list is too long to be read, so none of it is used."
        finding = Finding(finding.line, finding.column, "list-length", message, _FEWER)
    level = max(finding.level, Level.WARNING)
    about = file.rpartition("/")[2]
    return replace(finding, level=level).as_problem(file, tuple(lines), about)
