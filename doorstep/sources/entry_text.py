"""The lines of one entry -> a Source, unless something in them keeps the entry out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from doorstep.limits import BODY, FACTS, KB, Limit
from doorstep.patterns import late_pattern
from doorstep.slugs import is_kept_by_windows, is_slug, slugified
from doorstep.sources.marks import Finding, KeyPath, Mark, Node, is_refused, shortened
from doorstep.sources.plain_yaml import PlainYaml
from doorstep.sources.repairs import repair
from doorstep.sources.source import Source, called_in
from doorstep.sources.straight import straight_facts

if TYPE_CHECKING:
    from collections.abc import Mapping

    from doorstep.kinds import Kind
    from doorstep.problems import Problem
    from doorstep.sources.parts import Part

_DASH = late_pattern(r"\s*-\s*")


class EntryText(Struct, frozen=True):
    """A file as typed: what it is called, what kind of entry it holds, and its lines."""

    file: str
    kind: Kind
    stem: str
    lines: tuple[str, ...]


class _Facts(Struct):
    """What one entry's facts say."""

    told: dict[str, Node]
    marks: Mapping[KeyPath, Mark]
    findings: list[Finding]
    is_straight: bool = False
    """Whether the marks need not be kept: they are found again at once."""


def read_entry(typed: EntryText, part: Part) -> tuple[Source | None, list[Problem]]:
    """Read one entry of a file, and say what is odd about it."""
    lines = _fact_lines(typed, part)
    facts = _facts(lines, part.start + 1)
    is_below = part.body >= 0
    body, body_line = _body_below(typed, part) if is_below else _body_among(facts, typed)
    slug = typed.stem if is_below else _slug_among(facts, typed, part)
    facts.findings += _too_long(body_line, body, BODY)
    source = None
    if not is_refused(facts.findings):
        is_plain = facts.is_straight and not part.is_item
        source = Source(
            file=typed.file,
            kind=typed.kind,
            slug=slug,
            front_matter=facts.told,
            body_line=body_line,
            lines=typed.lines,
            first_line=part.start + 1 if part.is_item else 1,
            body_told=None if is_below else body,
            marks_told=None if is_plain else facts.marks,
            straight=(part.start, part.end) if is_plain else (0, 0),
        )
    if not facts.findings:
        return source, []
    about = source.about if source else called_in(lines, slug)
    return source, [
        finding.as_problem(typed.file, typed.lines, about) for finding in facts.findings
    ]


def _fact_lines(typed: EntryText, part: Part) -> list[str]:
    lines = list(typed.lines[part.start : part.end])
    if part.is_item:
        # Without its dash, an item of a list is an entry like any other.
        lines[0] = _DASH.sub(lambda found: " " * len(found[0]), lines[0], count=1)
    return lines


def _facts(lines: list[str], first_line: int) -> _Facts:
    if too_long := _too_long(first_line, "\n".join(lines), FACTS):
        return _Facts({}, {}, too_long)
    if straight := straight_facts(lines, first_line):
        return _Facts(*straight, [], is_straight=True)
    repaired, findings = repair(lines, first_line)
    plain = PlainYaml(repaired)
    # Where a line was already named, what YAML says of the same place only confuses.
    is_named = is_refused(findings)
    findings += [
        found for found in plain.findings if not (is_named and found.rule == "not-understood")
    ]
    if isinstance(plain.node, dict) or is_refused(findings):
        told = plain.node if isinstance(plain.node, dict) else {}
        return _Facts(told, plain.marks, findings)
    message = "An entry is made of facts, each with a name and a colon, such as “title:”."
    fix = "Write each on a line of its own."
    return _Facts({}, {}, [*findings, Finding(first_line, 1, "not-understood", message, fix)])


def _body_below(typed: EntryText, part: Part) -> tuple[str, int]:
    return "\n".join(typed.lines[part.body :]), part.body + 1


def _body_among(facts: _Facts, typed: EntryText) -> tuple[str, int]:
    body = facts.told.pop("body", "")
    mark = facts.marks.get(("body",))
    if not mark:
        return "", 1
    if not isinstance(body, str):
        message = "“body” holds the text of the entry, and this is something else."
        fix = "Write “body: |” and the text on the lines below it, each after two spaces."
        facts.findings.append(Finding(mark.line, mark.column, "not-understood", message, fix))
        return "", mark.line
    is_below = typed.lines[mark.line - 1][mark.column - 1 :].startswith(("|", ">"))
    return body, mark.line + is_below


def _slug_among(facts: _Facts, typed: EntryText, part: Part) -> str:
    slug = facts.told.pop("slug", "")
    if isinstance(slug, str) and is_slug(slug) and not is_kept_by_windows(slug):
        return slug
    mark = facts.marks.get(("slug",))
    title = facts.told.get("title")
    better = slugified(slug if isinstance(slug, str) and slug else str(title or ""))
    better += "-group" if is_kept_by_windows(better) else ""
    if mark and slug:
        message = f"“{shortened(str(slug))}” cannot be part of an address."
        fix = f"Write it in small letters, digits and hyphens: slug: {better or 'tea-and-talk'}"
        facts.findings.append(Finding(mark.line, mark.column, "slug-given", message, fix))
    elif part.is_item and not is_refused(facts.findings):
        message = "This entry of the list has no slug, so it would have no address."
        fix = f"Add a line to it:  slug: {better or 'tea-and-talk'}"
        facts.findings.append(Finding(part.start + 1, 1, "slug-given", message, fix))
    return typed.stem


def _too_long(line: int, text: str, limit: Limit) -> list[Finding]:
    size = len(text.encode())
    is_short = size <= limit.most * KB
    return [] if is_short else [Finding(line, 1, limit.rule, limit.told_in_kb(size), limit.fix)]
