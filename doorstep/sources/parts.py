"""The lines of a file -> its entries: which lines are facts, and where the body begins."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from doorstep.limits import ENTRIES
from doorstep.patterns import late_pattern
from doorstep.problems import Level
from doorstep.sources.marks import Finding
from doorstep.sources.texts import EDGES

if TYPE_CHECKING:
    from collections.abc import Sequence

# Phones and word processors turn three hyphens into dashes.
_FENCE = late_pattern(r"[-–—]{2,}|[–—]")
_FACT = late_pattern(r"[^\W\d_][\w-]{0,30}(?: [\w-]{1,30}){0,2} ?[:：](?:\s|$)")
_PLAIN_FACT = late_pattern(r"[a-z_]{1,30}:(?:\s|$)")


class Part(Struct, frozen=True):
    """One entry's lines, by position: facts from start to end, then perhaps a body."""

    start: int
    end: int
    body: int = -1
    """Where the text below the facts starts; -1 in a file without such text."""
    is_item: bool = False
    """One of a list, which begins with a dash and has a slug of its own."""


Parts = tuple[list[Part], list[Finding]]


def markdown_parts(lines: Sequence[str]) -> Parts:
    """Return the one entry of a Markdown file: facts between lines of dashes, then the body."""
    first = _first_written(lines, 0)
    if _is_fence(lines[first]):
        return _after_fence(lines, first + 1, [])
    if not _starts_with_facts(lines, first):
        return [], [_no_facts(first + 1)]
    message = "There is no line of three dashes above this line. It was read as if there were."
    note = _fence_note(first + 1, message, f"Put --- on a line above “{lines[first].strip()}”.")
    return _after_fence(lines, first, [note])


def yaml_parts(lines: Sequence[str]) -> Parts:
    """Return the entries of a file that is all facts: one, or a list of them."""
    start, end = _document(lines)
    if below := next((i for i in range(end + 1, len(lines)) if _is_written(lines[i])), 0):
        return [], [_second_document(below + 1)]
    first = next((i for i in range(start, end) if not _is_aside(lines[i])), end)
    words = lines[first].strip(EDGES) if first < end else ""
    if words.startswith("["):
        return [], [_bracketed_list(first + 1)]
    if not _is_item(words):
        return [Part(start, end)], []
    return _items(lines, first, end)


def _after_fence(lines: Sequence[str], start: int, findings: list[Finding]) -> Parts:
    end = next((i for i in range(start, len(lines)) if _closes(lines[i])), -1)
    if end >= 0:
        return [Part(start, end, end + 1)], findings
    return _without_last_fence(lines, start, findings)


def _without_last_fence(lines: Sequence[str], start: int, findings: list[Finding]) -> Parts:
    gap = next((i for i in range(start, len(lines)) if _ends_facts(lines, i)), len(lines))
    late = next((i for i in range(gap, len(lines)) if _PLAIN_FACT.match(lines[i])), 0)
    if late:
        return [], [*findings, _unclear_end(late + 1)]
    message = "No line of three dashes ends the facts. They were read as ending here."
    findings.append(_fence_note(min(gap + 1, len(lines)), message, "Put --- on this line."))
    return [Part(start, gap, gap)], findings


def _ends_facts(lines: Sequence[str], position: int) -> bool:
    if _is_written(lines[position]) or position + 1 == len(lines):
        return False
    following = lines[position + 1]
    return _is_written(following) and not (_FACT.match(following) or _indent(following))


def _starts_with_facts(lines: Sequence[str], first: int) -> bool:
    end = next((i for i in range(first, len(lines)) if _closes(lines[i])), first)
    above = [line for line in lines[first:end] if _is_written(line)]
    told = [line for line in above if _FACT.match(line)]
    others = [line for line in above if not _FACT.match(line)]
    return len(told) > 1 and all(line.startswith((" ", "\t", "-", "#")) for line in others)


def _document(lines: Sequence[str]) -> tuple[int, int]:
    first = next((i for i, line in enumerate(lines) if not _is_aside(line)), 0)
    start = first + 1 if _is_fence(lines[first]) else 0
    end = next((i for i in range(start, len(lines)) if _closes(lines[i])), len(lines))
    return start, end


def _is_aside(line: str) -> bool:
    words = line.strip(EDGES)
    return not words or words.startswith(("#", "%YAML "))


def _items(lines: Sequence[str], first: int, end: int) -> Parts:
    dash = _indent(lines[first])
    starts = [
        i
        for i in range(first, end)
        if _indent(lines[i]) == dash and _is_item(lines[i].strip(EDGES))
    ]
    ends = [*starts[1:], end]
    parts = [Part(start, stop, is_item=True) for start, stop in zip(starts, ends, strict=True)]
    if len(parts) <= ENTRIES.most:
        return parts, []
    message = f"{ENTRIES.told(len(parts))} From here on they were not read."
    too_many = Finding(starts[ENTRIES.most] + 1, 1, ENTRIES.rule, message, ENTRIES.fix)
    return parts[: ENTRIES.most], [too_many]


def _is_item(words: str) -> bool:
    return words == "-" or words.startswith(("- ", "-\t", "-\u00a0"))


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(EDGES))


def _is_written(line: str) -> bool:
    return bool(line.strip(EDGES))


def _first_written(lines: Sequence[str], start: int) -> int:
    return next((i for i in range(start, len(lines)) if _is_written(lines[i])), len(lines) - 1)


def _is_fence(line: str) -> bool:
    return _FENCE.fullmatch(line.strip(EDGES)) is not None


def _closes(line: str) -> bool:
    # One stray space is forgiven; deeper lines of dashes belong to a longer text.
    words = line.strip(EDGES)
    return (words == "..." or _FENCE.fullmatch(words) is not None) and _indent(line) < 2


def _fence_note(line: int, message: str, fix: str) -> Finding:
    return Finding(line, 1, "dashes-missing", message, fix, level=Level.NOTE)


def _no_facts(line: int) -> Finding:
    return Finding(
        line,
        1,
        "dashes-missing",
        "An entry starts with a line of three dashes and its facts; this file does not.",
        "Put lines like these at the top, with your own words:\n"
        "---\n"
        "title: Tea and talk\n"
        "summary: Tea, talk and board games for anyone who would like company.\n"
        "---",
    )


def _unclear_end(line: int) -> Finding:
    return Finding(
        line,
        1,
        "dashes-missing",
        "No line of three dashes ends the facts, and this line may be a fact or part of the text.",
        "Put a line of three dashes, ---, between the facts and the text below them.",
    )


def _second_document(line: int) -> Finding:
    return Finding(
        line,
        1,
        "not-understood",
        "The entry in this file ends above this line, so nobody would see what is here.",
        "Give each entry a file of its own, or make a list: start each entry with “- slug:”.",
    )


def _bracketed_list(line: int) -> Finding:
    return Finding(
        line,
        1,
        "not-understood",
        "This list of entries is written in square brackets.",
        "Start each entry on a line of its own with “- slug:”, without brackets.",
    )
