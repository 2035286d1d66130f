"""An entry's file and what it is to say -> the file with only the lines changed that have to be."""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from itertools import pairwise
from textwrap import dedent
from typing import TYPE_CHECKING

from msgspec import Struct

from doorstep.entries import MODELS
from doorstep.importers.entry_text import facts_text
from doorstep.keys import fields_of, model_at

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from doorstep.sources import KeyPath, Node, Source

_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+\Z")
_REMARK = re.compile(r"\s+#.*\Z")
_AFTER_BRACES = re.compile(r"\}(\s+#[^}\r\n]*)[\r\n]*\Z")


class InDoubt(Exception):  # noqa: N818 - it says what is the case, and is caught one level up
    """The lines of this part do not show plainly which of them belong to what."""


class Edit(Struct, frozen=True):
    """Lines to be put in the place of others; positions count from 0, and the end is not in it."""

    start: int
    end: int
    text: str


def lines_of(text: str) -> list[str]:
    """Return the lines of a file with their ends, whatever computer it was written on."""
    return _LINE.findall(text)


def end_of_lines(text: str) -> str:
    """Return how the lines of a file end."""
    first = next(iter(lines_of(text)), "\n")
    return first[len(first.rstrip("\r\n")) :] or "\n"


def edited(text: str, edits: list[Edit]) -> str:
    """Return a text with some lines replaced; each edit ends its lines with \\n."""
    lines, ending = lines_of(text), end_of_lines(text)
    # From the last line up, so that positions stay true; what was said first comes first.
    in_order = sorted(enumerate(edits), key=lambda each: (each[1].start, each[1].end, each[0]))
    for _, edit in in_order[::-1]:
        new = edit.text.replace("\n", ending)
        if edit.start and new and not lines[edit.start - 1].endswith(("\r", "\n")):
            new = ending + new
        lines[edit.start : edit.end] = [new]
    return "".join(lines)


class FactLines(Struct, frozen=True):
    """Where the facts of one entry stand among the lines of its file."""

    source: Source
    lines: tuple[str, ...]
    """As they are, with their ends."""
    end: int
    """The line after the last fact, from 0."""

    def edits(self, before: Mapping[str, Node], after: Mapping[str, Node]) -> list[Edit]:
        """Return the edits that turn one set of facts into the other, or raise InDoubt."""
        return list(self._of_parts((), before, after, self.end))

    def _of_parts(
        self, path: KeyPath, before: Mapping[str, Node], after: Mapping[str, Node], end: int
    ) -> Iterator[Edit]:
        regions = self._regions(path, end)
        for key, node in before.items():
            now = after.get(key, "")
            if key in regions and now != node and not (_is_nothing(now) and _is_nothing(node)):
                yield from self._of_one((*path, key), node, now, regions[key])
        new = {key: node for key, node in after.items() if key not in regions}
        yield from self._added(path, new, regions)

    def _regions(self, path: KeyPath, end: int) -> dict[str, tuple[int, int]]:
        """Return the lines of each fact at a path: from its name to where the next one begins."""
        starts = sorted(
            (mark.key_line - 1, str(below[-1]))
            for below, mark in self.source.marks.items()
            if len(below) == len(path) + 1 and below[:-1] == path
        )
        if len({line for line, _ in starts}) < len(starts) or not starts:
            raise InDoubt
        if path and starts[0][0] == self.source.marks[path].key_line - 1:
            raise InDoubt
        ends = [*(line for line, _ in starts[1:]), end]
        return {
            key: (start, self._last(start, stop))
            for (start, key), stop in zip(starts, ends, strict=True)
        }

    def _last(self, start: int, end: int) -> int:
        """Return the end of a fact's own lines, without what stands above the next one."""
        while end - 1 > start and self._is_above_the_next(self.lines[end - 1], start):
            end -= 1
        return end

    def _is_above_the_next(self, line: str, start: int) -> bool:
        words = line.strip()
        is_remark = words.startswith("#") and _indent(line) <= _indent(self.lines[start])
        return not words or is_remark

    def _of_one(
        self, path: KeyPath, before: Node, now: Node, region: tuple[int, int]
    ) -> Iterator[Edit]:
        start, end = region
        if _is_nothing(now):
            yield self._removed(path, region)
            return
        try:
            yield from list(self._inside(path, before, now, end))
        except InDoubt:
            yield Edit(start, end, self._on_its_line(path, before, now, region))

    def _inside(self, path: KeyPath, before: Node, now: Node, end: int) -> Iterator[Edit]:
        """Yield edits within a fact that has parts or items on lines of their own."""
        if isinstance(before, dict) and isinstance(now, dict):
            yield from self._of_parts(path, before, now, end)
        elif isinstance(before, list) and isinstance(now, list):
            yield from self._of_items(path, before, now, end)
        else:
            raise InDoubt

    def _of_items(
        self, path: KeyPath, before: list[Node], now: list[Node], end: int
    ) -> Iterator[Edit]:
        starts = [self.source.marks[*path, place].key_line - 1 for place in range(len(before))]
        above = self.source.marks[path].key_line - 1
        if any(one >= other for one, other in pairwise([above, *starts, end])):
            raise InDoubt
        ends = [self._last(*both) for both in pairwise([*starts, end])]
        mark = self.source.marks[*path, 0]
        line = self.lines[starts[0]]
        lead, in_braces = line[: mark.column - 1], line[mark.column - 1 :].startswith("{")
        if lead.strip() != "-":
            raise InDoubt
        matched = SequenceMatcher(None, [repr(one) for one in before], [repr(one) for one in now])
        for what, first, last, start, stop in matched.get_opcodes():
            if what != "equal":
                new = "".join(_item(node, lead, in_braces=in_braces) for node in now[start:stop])
                at = starts[first] if first < len(starts) else ends[-1]
                yield Edit(at, ends[last - 1] if last > first else at, new)

    def _removed(self, path: KeyPath, region: tuple[int, int]) -> Edit:
        start, end = region
        if self.lines[start][: self.source.marks[path].key_column - 1].strip():
            raise InDoubt  # a dash stands before it, which the next fact needs
        return Edit(start, end, "")

    def _on_its_line(self, path: KeyPath, before: Node, now: Node, region: tuple[int, int]) -> str:
        """Return a fact's new lines: where both are a few words, with what else is on its line."""
        mark, line = self.source.marks[path], self.lines[region[0]]
        if (
            isinstance(before, str)
            and isinstance(now, str)
            and "\n" not in now
            and region[1] - region[0] == 1
            and (mark.line, mark.column > mark.key_column) == (mark.key_line, True)
        ):
            words = self._fact(path, now, "").partition(": ")[2].rstrip("\n")
            value = line.rstrip("\r\n")[mark.column - 1 :]
            remark = _REMARK.search(value)
            kept = remark[0] if remark and _says(value[: remark.start()], before) else ""
            return f"{line[: mark.column - 1]}{words}{kept}\n"
        in_braces = self.lines[mark.line - 1][mark.column - 1 :].startswith("{")
        new = self._fact(path, now, line[: mark.key_column - 1], in_braces=in_braces)
        remark = _AFTER_BRACES.search(line) if in_braces and region[1] - region[0] == 1 else None
        return f"{new.rstrip()}{remark[1]}\n" if remark else new

    def _fact(self, path: KeyPath, node: Node, lead: str, *, in_braces: bool = False) -> str:
        key = str(path[-1])
        if len(path) > 1:
            text = dedent(facts_text({"x": {key: node}}).partition("\n")[2])
        else:
            text = facts_text({key: node}, in_braces=in_braces)
        first, *others = text.rstrip("\n").split("\n")
        indent = re.sub(r"\S", " ", lead)
        below = "".join(f"{indent}{line}".rstrip() + "\n" for line in others)
        return f"{lead}{first}\n{below}"

    def _added(
        self, path: KeyPath, new: Mapping[str, Node], regions: Mapping[str, tuple[int, int]]
    ) -> Iterator[Edit]:
        """Yield each new fact below the one that comes before it in the documentation."""
        names = tuple(str(part) for part in path)
        order = [*fields_of(model_at(MODELS[self.source.kind], names)), "body"]
        lead, top = self._lead(path, regions), min(regions.values())
        together: dict[int, str] = {}
        for key in (key for key in order if not _is_nothing(new.get(key, ""))):
            earlier = (regions[name][1] for name in order[: order.index(key)] if name in regions)
            at = max(earlier, default=top[1])
            together[at] = together.get(at, "") + self._fact((*path, key), new[key], lead)
        yield from (Edit(at, at, text) for at, text in together.items())

    def _lead(self, path: KeyPath, regions: Mapping[str, tuple[int, int]]) -> str:
        first = min(regions, key=lambda key: regions[key][0])
        column = self.source.marks[(*path, first)].key_column
        return re.sub(r"\S", " ", self.lines[regions[first][0]][: column - 1])


def _item(node: Node, lead: str, *, in_braces: bool) -> str:
    lines = facts_text({"x": node}, in_braces=in_braces).rstrip("\n").split("\n")
    first, others = lines[0].removeprefix("x:").strip(), lines[1:]
    if not first:
        first, others = others[0].strip(), others[1:]
        # What stands below “x:” is set in by two, and by as much as the dash below the dash.
        others = [line[2:] for line in others]
    below = "".join(f"{re.sub(r'-', ' ', lead)}{line}\n" for line in others)
    return f"{lead}{first}\n{below}"


def _is_nothing(node: Node) -> bool:
    return node in ("", [], {})


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())


def _says(typed: str, words: str) -> bool:
    return typed.strip().strip("\"'") == words.strip()
