"""Facts as people type them -> lines that YAML reads as they were meant, and what was found."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from doorstep.limits import SHOWN_AT_MOST
from doorstep.patterns import late_pattern
from doorstep.sources.brackets import bracketed_value
from doorstep.sources.layout import Layout, Shape, straight_lead
from doorstep.sources.marks import Finding
from doorstep.sources.rewriting import NewLine, Repaired, rewritten
from doorstep.sources.texts import EDGES
from doorstep.sources.values import Value, is_closed, plain_value, quoted_value
from doorstep.sources.wording import (
    misplaced_item,
    misplaced_line,
    mixed_tabs,
    not_a_fact,
    remark_as_finding,
    unclosed_bracket,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

NAME = late_pattern(
    r"(\"[^\"\\]{0,99}\"|'[^']{0,99}'|[^\s\[\]{},#&*!|>'\"%@`:：?-][^:：#]{0,99}|-[^\s:：#-][^:：#]{0,99})"
    r"\s*[:：](?=\s|$)"
)
"""What a fact is called, and the colon after it."""

_NAME_WITHOUT_GAP = late_pattern(r"([A-Za-z][A-Za-z_-]{0,30})(?::(?!//)|：)(?=\S)")
_DASH = late_pattern(r"-(?:[ \t\u00a0]+|$)")
_BLOCK = late_pattern(r"[|>](?:[1-9][-+]?|[-+][1-9]?)?(?:\s+#.*|\s*)$")
_REMARK = late_pattern(r"#(?:\s|$)")
_TEMPLATE = ("{{", "{%")


def repair(lines: Sequence[str], first_line: int) -> tuple[Repaired, list[Finding]]:
    """Return the lines as YAML needs them, and what was found in them."""
    walk = _Walk(lines, first_line)
    while walk.at < len(lines) and len(walk.findings) < SHOWN_AT_MOST:
        walk.step()
    return walk.repaired, walk.findings


class _Walk:
    """One walk down the lines, one fact at a time."""

    def __init__(self, lines: Sequence[str], first_line: int) -> None:
        self.typed = lines
        self.repaired = Repaired([""] * len(lines), first_line)
        self.findings: list[Finding] = []
        self.layout = Layout()
        self.at = 0
        # Looking ahead for a closing mark over and over must not take for ever.
        self.patience = sum(map(len, lines)) + 1000

    @property
    def line(self) -> int:
        """The number in the file of the line that is being read."""
        return self.repaired.first_line + self.at

    def step(self) -> None:
        """Go over one fact, or one line that is none."""
        lead, words = straight_lead(self.typed[self.at])
        words = words.rstrip(EDGES)
        if not words or words[0] == "#":
            self.at += 1
        elif not self.layout.levels and words[0] == "{" and not words.startswith(_TEMPLATE):
            self._value(NewLine(), words, len(lead), -1)
        else:
            self._begin(lead)
            self._fact(lead, words)

    def _begin(self, lead: str) -> None:
        if not self.layout.levels:
            indent = self._width(lead)
            self.layout.begin(min(indent, self._least_indent()) if indent else 0)

    def _least_indent(self) -> int:
        split = [straight_lead(line) for line in self.typed]
        return min(self._width(lead) for lead, words in split if words and words[0] != "#")

    def _width(self, lead: str) -> int:
        width = self.layout.width(lead)
        return len(lead) if width is None else width

    def _fact(self, lead: str, words: str) -> None:
        typed = self.typed[self.at]
        indent = self.layout.width(lead)
        if indent is None:
            self._refuse(mixed_tabs(self.line), len(lead))
            return
        column = len(typed) - len(typed.lstrip(EDGES))
        line = NewLine()
        while dash := _DASH.match(words):
            place = self.layout.place(indent, Shape.ITEMS, self.at)
            if place is None:
                self._refuse(misplaced_item(self.line, column, self._columns()), indent)
                return
            line.pad(place)
            line.add("-", column)
            self.layout.waits = True
            words, column = words[dash.end() :], column + dash.end()
            indent = place + dash.end()
        self._named(line, indent, words, column)

    def _named(self, line: NewLine, indent: int, words: str, column: int) -> None:
        name = NAME.match(words)
        if not name and not line.text and self.layout.has(indent, Shape.FACTS):
            name = _NAME_WITHOUT_GAP.match(words)
        if not name:
            self._unnamed(line, indent, words, column)
            return
        place = self.layout.place(indent, Shape.FACTS, self.at)
        if place is None:
            self._refuse(misplaced_line(self.line, column, self._columns()), indent)
            return
        line.pad(place)
        line.add(name[1].rstrip(EDGES) + ": ", column)
        value = words[name.end() :].lstrip(EDGES)
        self._value(line, value, column + len(words) - len(value), place)

    def _unnamed(self, line: NewLine, indent: int, words: str, column: int) -> None:
        if self.layout.waits and (indent > self.layout.column or not words):
            line.pad(indent)
            self._value(line, words, column, self.layout.column)
        else:
            self._refuse(not_a_fact(self.line, column, self.typed[self.at]), indent)

    def _value(self, line: NewLine, text: str, column: int, level: int) -> None:
        if not text or _REMARK.match(text):
            self.layout.waits = True
            self._put([line])
            return
        self.layout.waits = False
        if _BLOCK.match(text):
            line.add(text, column)
            self._put([line])
            self._copy_block(level)
            return
        text, value = self._read(text, level, column)
        for remark in value.remarks:
            self.findings.append(
                remark_as_finding(remark, self.line, column, text, self.typed[self.at])
            )
        # What was to be copied from elsewhere leaves room for what stands below it.
        self.layout.waits = any(remark.rule == "plain-words" for remark in value.remarks)
        self._put(rewritten(line, text[: value.end], column, value.edits))

    def _put(self, lines: list[NewLine]) -> None:
        for line in lines:
            self.repaired.put(self.at, line)
            self.at += 1

    def _read(self, text: str, level: int, column: int) -> tuple[str, Value]:
        value = None
        if text[0] in "\"'":
            text = text if is_closed(text) else self._to_the_end(text, level)
            value = quoted_value(text)
        elif text[0] in "[{" and not text.startswith(_TEMPLATE):
            text, value = self._bracketed(text, level, column)
        if value is None:
            text = self._continued(text.split("\n")[0], level)
            value = plain_value(text)
        return text, value

    def _bracketed(self, text: str, level: int, column: int) -> tuple[str, Value | None]:
        value = bracketed_value(text)
        if value is None or value.has_open_quotes:
            whole = self._to_the_end(text, level)
            further = bracketed_value(whole)
            if value is None or (further and not further.has_open_quotes):
                text, value = whole, further
        if value is None:
            self.findings.append(unclosed_bracket(self.line, column, text, self.typed[self.at]))
            return text, Value.nothing(text)
        rest = text[value.end :].partition("\n")[0]
        return text, value if not rest.strip(EDGES) or re.match(r"\s*#", rest) else None

    def _to_the_end(self, text: str, level: int) -> str:
        """Return a text and the lines below it that can belong to it."""
        lines = [text]
        for position in range(self.at + 1, len(self.typed)):
            typed = self.typed[position]
            lead, words = straight_lead(typed)
            is_next = (NAME.match(words) or _DASH.match(words)) and self._width(lead) <= level
            if is_next or self.patience < 0:
                break
            self.patience -= len(typed) + 1
            lines.append(typed)
        return "\n".join(lines)

    def _continued(self, text: str, level: int) -> str:
        """Return a text and the lines below it that carry it on."""
        end = reach = self.at + 1
        while end < len(self.typed):
            lead, words = straight_lead(self.typed[end])
            end += 1
            if not words:
                continue
            if not self._carries_on(self._width(lead), words, level):
                break
            reach = end
        return "\n".join([text, *self.typed[self.at + 1 : reach]])

    def _carries_on(self, indent: int, words: str, level: int) -> bool:
        if indent <= level or words[0] == "#":
            return False
        if _DASH.match(words) and indent == level + 1:
            return False
        name = NAME.match(words)
        # Four words before a colon are part of a sentence; fewer are the name of a fact.
        return name is None or len(name[1].split()) > 3

    def _copy_block(self, level: int) -> None:
        while self.at < len(self.typed):
            lead, words = straight_lead(self.typed[self.at])
            lead = lead.replace("\t", "  ")
            if words and len(lead) <= level:
                return
            self.repaired.lines[self.at] = lead + words
            self.at += 1

    def _refuse(self, finding: Finding, indent: int) -> None:
        """Say what is wrong, and leave out the line with all that belongs to it."""
        self.findings.append(finding)
        self.layout.waits = False
        self.at += 1
        while self.at < len(self.typed):
            lead, words = straight_lead(self.typed[self.at])
            if words and self._width(lead) <= indent:
                return
            self.at += 1

    def _columns(self) -> list[tuple[int, int]]:
        first = self.repaired.first_line
        return [(level.column, first + level.line) for level in self.layout.levels]
