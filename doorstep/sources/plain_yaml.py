"""YAML -> text, lists and facts by name, with a mark for each; nothing is named, copied or run."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import yaml

from doorstep.limits import DEPTH, PARTS, SHOWN_AT_MOST, Limit
from doorstep.patterns import late_pattern
from doorstep.sources.marks import Finding, KeyPath, Mark, Node, shortened
from doorstep.sources.texts import CONTROL

if TYPE_CHECKING:
    from collections.abc import Iterator

    from doorstep.sources.rewriting import Repaired

_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_GAPS = late_pattern(r"[\s-]+")
_NOTHING = {"~", "null", "Null", "NULL"}


def canonical(name: str) -> str:
    """Return the name of a fact as the guide knows it: “Come along” is come_along."""
    if name.isidentifier() and name.isascii():
        return name.lower()
    return _GAPS.sub("_", name.strip("\u200b\ufeff“”‘’ \u00a0").casefold())


class PlainYaml:
    """What some lines of YAML say, every value as the text that was typed."""

    def __init__(self, repaired: Repaired) -> None:
        self.node: Node = {}
        self.marks: dict[KeyPath, Mark] = {}
        self.findings: list[Finding] = []
        self._place = repaired.place
        self._nodes = 0
        self._read("\n".join(repaired.lines))

    def _read(self, text: str) -> None:
        events = yaml.parse(text, Loader=_LOADER)
        try:
            for event in events:
                if isinstance(event, yaml.NodeEvent):
                    self.node = self._value(events, event, (), None)
        except _Refused as refused:
            self.findings.append(refused.finding)
        except yaml.MarkedYAMLError as fault:
            self.findings.append(self._not_understood(fault.problem_mark or fault.context_mark))
        except yaml.YAMLError:
            self.findings.append(self._not_understood(None))

    def _value(
        self,
        events: Iterator[yaml.Event],
        event: yaml.Event,
        path: KeyPath,
        key_at: tuple[int, int] | None,
    ) -> Node:
        self._check(event, path)
        place = self._at(event)
        if isinstance(event, yaml.ScalarEvent):
            words = self._text(event)
            at = place if words or event.style else key_at or place
            self.marks[path] = Mark(*at, *(key_at or at))
            return words
        # Without brackets it begins on the next line, and people look for it by its name.
        is_below = not getattr(event, "flow_style", True)
        self.marks[path] = Mark(*((is_below and key_at) or place), *(key_at or place))
        if isinstance(event, yaml.SequenceStartEvent):
            return self._items(events, path)
        return self._facts(events, path)

    def _items(self, events: Iterator[yaml.Event], path: KeyPath) -> list[Node]:
        items: list[Node] = []
        for event in events:
            if isinstance(event, yaml.SequenceEndEvent):
                break
            items.append(self._value(events, event, (*path, len(items)), None))
        return items

    def _facts(self, events: Iterator[yaml.Event], path: KeyPath) -> dict[str, Node]:
        facts: dict[str, Node] = {}
        for event in events:
            if isinstance(event, yaml.MappingEndEvent):
                break
            typed, at = self._name(event, path), self._at(event)
            name = canonical(typed)
            where = (*path, name)
            first = self.marks.get(where)
            value = self._value(events, next(events), where, at)
            if first is None:
                facts[name] = value
            else:
                self.marks[where] = first
                self._say_twice(typed, at, first)
        return facts

    def _name(self, event: yaml.Event, path: KeyPath) -> str:
        self._check(event, path)
        if isinstance(event, yaml.ScalarEvent):
            return self._text(event)
        message = "Something in brackets stands where the name of a fact should be."
        fix = "Write a name and a colon."
        raise _Refused(Finding(*self._at(event), "not-understood", message, fix))

    def _text(self, event: yaml.ScalarEvent) -> str:
        words: str = event.value
        if not event.style:
            return "" if words in _NOTHING else words
        if event.style == '"' and CONTROL.search(words):
            message = "A mark with a backslash stands for a character that cannot be shown."
            fix = "Leave the backslash out."
            raise _Refused(Finding(*self._at(event), "file-is-text", message, fix))
        return words

    def _check(self, event: yaml.Event, path: KeyPath) -> None:
        self._nodes += 1
        if self._nodes > PARTS.most:
            raise _too_much(self._at(event), PARTS)
        if len(path) > DEPTH.most:
            raise _too_much(self._at(event), DEPTH)
        if mark := _reserved_mark(event):
            message = f"Words that begin with “{mark}” are not read as plain words here."
            fix = "Put them in quotation marks, or leave them out."
            raise _Refused(Finding(*self._at(event), "plain-words", message, fix))

    def _at(self, event: yaml.Event) -> tuple[int, int]:
        mark = event.start_mark
        return self._place(mark.line, mark.column) if mark else self._place(0, 0)

    def _say_twice(self, typed: str, at: tuple[int, int], first: Mark) -> None:
        if len(self.findings) < SHOWN_AT_MOST:
            message = (
                f"“{shortened(typed)}” is there twice. The first one is on line {first.key_line}."
            )
            fix = "Keep the line that is right, and delete the other."
            self.findings.append(Finding(*at, "keys-once", message, fix))

    def _not_understood(self, mark: yaml.Mark | None) -> Finding:
        line, column = self._place(mark.line, mark.column) if mark else self._place(0, 0)
        message = "This line, or the one above it, cannot be read."
        fix = "Put the words after the colon in quotation marks, and close each bracket."
        return Finding(line, column, "not-understood", message, fix)


class _Refused(Exception):  # noqa: N818 - it says what happened, not whose fault it was
    """Reading stops here."""

    def __init__(self, finding: Finding) -> None:
        super().__init__(finding.message)
        self.finding = finding


def _reserved_mark(event: yaml.Event) -> str:
    if isinstance(event, yaml.AliasEvent):
        return "*"
    if isinstance(event, yaml.NodeEvent) and event.anchor is not None:
        return "&"
    return "!" if getattr(event, "tag", None) is not None else ""


def _too_much(at: tuple[int, int], limit: Limit) -> _Refused:
    return _Refused(Finding(*at, limit.rule, limit.exceeded(), limit.fix))
