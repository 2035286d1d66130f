"""Problems -> text for people, annotations for GitHub, Markdown for a comment, JSON."""

from __future__ import annotations

import json
import re
from collections import Counter
from typing import TYPE_CHECKING

from msgspec.structs import asdict

from doorstep.patterns import late_pattern
from doorstep.problems import Level, Problem
from doorstep.sources.marks import SHOWN as CUT_AT

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

_SHOWN = 100
"""Characters of a source line that are shown: enough to know it again."""


def in_order(problems: Iterable[Problem]) -> list[Problem]:
    """Return problems once each: those that stop an entry first, then by file and line."""
    return sorted(set(problems), key=lambda problem: (problem.level, problem))


def as_text(problems: Sequence[Problem]) -> str:
    """Return the problems for a person at a keyboard, one paragraph each, and a last line."""
    return "\n".join([*(as_paragraph(problem) for problem in problems), summary(problems), ""])


def as_paragraph(problem: Problem) -> str:
    """Return one problem: where it is, the line itself, what to do."""
    about = f": {problem.about}" if problem.about else ""
    lines = [_visible(f"{problem.file}, line {problem.line}{about}  [{problem.rule}]")]
    lines += _source_and_caret(problem)
    lines += [f"  {line}" for line in _sentences(problem).split("\n")]
    if problem.corrected:
        lines.append(f"  Change it to:  {_visible(problem.corrected)}")
    return "\n".join([*lines, ""])


def _source_and_caret(problem: Problem) -> list[str]:
    if not problem.source_line.strip():
        return []
    line, at = _around_column(problem)
    margin = f"{problem.line:>5} | "
    return [(margin + line).rstrip(), " " * (len(margin) + at) + "^"]


def _around_column(problem: Problem) -> tuple[str, int]:
    """Return what to show of the line, and where in it the column is."""
    # A tab would put the caret somewhere else on every screen.
    line, at = _visible(problem.source_line), problem.column - 1
    if at >= CUT_AT:
        at = CUT_AT // 2 - 1
    start = max(0, at - _SHOWN // 2) if len(line) > _SHOWN else 0
    return line[start : start + _SHOWN], at - start


def _visible(text: str) -> str:
    return re.sub(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]", " ", text)


def _sentences(problem: Problem) -> str:
    """Return what happened and what to do; a fix may show some lines to copy."""
    fix = "\n".join(_visible(line) for line in problem.fix.split("\n"))
    return " ".join(filter(None, (_visible(problem.message), fix)))


def summary(problems: Sequence[Problem]) -> str:
    """Return how many things need a word from somebody."""
    levels = Counter(problem.level for problem in problems)
    errors, warnings, notes = levels[Level.ERROR], levels[Level.WARNING], levels[Level.NOTE]
    if not errors and not warnings:
        return "Everything is fine." if not notes else f"Everything is fine. {_said(notes)}"
    parts = []
    if errors:
        them = "it" if errors == 1 else "they"
        parts.append(f"{_things(errors)} a word from you before {them} can go live.")
    if warnings:
        parts.append(f"{_things(warnings)} a look, and can go live all the same.")
    parts.append(_said(notes) if notes else "Everything else is fine.")
    return " ".join(parts)


def _things(number: int) -> str:
    return "1 thing needs" if number == 1 else f"{number} things need"


def _said(notes: int) -> str:
    return "1 thing is only said." if notes == 1 else f"{notes} things are only said."


_COMMANDS = {Level.ERROR: "error", Level.WARNING: "warning", Level.NOTE: "notice"}


def as_github(problems: Sequence[Problem]) -> str:
    """Return workflow commands, which GitHub shows on the lines of a change."""
    return "".join(f"{_annotation(problem)}\n" for problem in problems)


def _annotation(problem: Problem) -> str:
    text = _sentences(problem)
    if problem.corrected:
        text += f"\nChange it to: {problem.corrected}"
    title = " ".join(filter(None, (problem.about, f"[{problem.rule}]")))
    place = {"file": problem.file, "line": problem.line, "col": problem.column, "title": title}
    options = ",".join(f"{key}={_option(str(value))}" for key, value in place.items())
    return f"::{_COMMANDS[problem.level]} {options}::{_data(text)}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _option(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def as_markdown(problems: Sequence[Problem]) -> str:
    """Return the problems for a comment or a job's summary; nothing in them is live Markdown."""
    if not problems:
        return "Everything is fine.\n"
    return "\n".join([f"{summary(problems)}\n", *(_item(problem) for problem in problems)])


def _item(problem: Problem) -> str:
    about = f" {inert(problem.about)}:" if problem.about else ""
    said = "\\\n  ".join(inert(line) for line in _sentences(problem).split("\n"))
    lines = [f"- **{inert(problem.file)}, line {problem.line}**:{about} {said}"]
    if problem.source_line.strip():
        lines.append(fenced(_around_column(problem)[0].strip()))
    if problem.corrected:
        lines += ["  Change it to:", fenced(_visible(problem.corrected))]
    return "\n".join([*lines, ""])


_CALLING = late_pattern(r"@|w(?=ww\.)|#(?=\d)|gh(?=\\-\d)", re.IGNORECASE)


def inert(text: str) -> str:
    """Return text that Markdown shows as it is: no link, no mention, no picture, no HTML."""
    escaped = re.sub(r"([\\`*_{}\[\]()#+!|<>~&$:-])", r"\\\1", _visible(text))
    # A zero-width space keeps “@name” from calling somebody, “www.” from being a link, and “#12”
    # from being noted on somebody's issue.
    return _CALLING.sub(lambda found: found[0] + "\u200b", escaped)


def fenced(text: str) -> str:
    """Return a line as it was typed, in a block of its own that it cannot leave, in a list."""
    longest = max((len(run) for run in re.findall(r"`+", text)), default=0)
    fence = "`" * max(3, longest + 1)
    return f"\n  {fence}text\n  {text}\n  {fence}\n"


def as_json(problems: Sequence[Problem]) -> str:
    """Return a JSON array with one object a problem; `level` is error, warning or note."""
    rows = [asdict(problem) | {"level": problem.level.name.lower()} for problem in problems]
    return json.dumps(rows, ensure_ascii=False, indent=2) + "\n"


REPORTS: Mapping[str, Callable[[Sequence[Problem]], str]] = {
    "text": as_text,
    "github": as_github,
    "markdown": as_markdown,
    "json": as_json,
}
"""Every way to tell of problems, by the name the command line knows it by."""
