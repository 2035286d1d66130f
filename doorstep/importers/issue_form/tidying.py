"""The facts of an entry as somebody typed them -> the same as the guide writes them, each told."""

from __future__ import annotations

from copy import deepcopy
from typing import TYPE_CHECKING, Any

from msgspec import Struct, field
from pydantic import TypeAdapter, ValidationError

from doorstep.contacts import Email, PhoneNumber, Postcode, WebAddress
from doorstep.fields import YesNoUnknown, folded
from doorstep.forms.nodes import node_at, put_at
from doorstep.importers.issue_form.meant import entries_meant
from doorstep.importers.issue_form.times import check_in_order, day_in_order, line_in_order
from doorstep.kinds import Kind
from doorstep.sources.marks import shortened

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from datetime import date

    from doorstep.forms.answers import Facts
    from doorstep.forms.boxes import Box, Path
    from doorstep.importers.issue_form.desks import Desk
    from doorstep.sources import Node

_FIELDS: dict[str, TypeAdapter[Any]] = {
    **dict.fromkeys(("phone", "text", "whatsapp"), TypeAdapter(PhoneNumber)),
    "email": TypeAdapter(Email),
    "website": TypeAdapter(WebAddress),
    "postcode": TypeAdapter(Postcode),
}
_ANSWER: TypeAdapter[Any] = TypeAdapter(YesNoUnknown)


class Tidied(Struct, frozen=True):
    """Facts as the guide writes them, and what was changed for that."""

    facts: Facts
    sentences: tuple[str, ...]


class _Tidying(Struct):
    desk: Desk
    sent: date
    was: Mapping[str, Node]
    facts: Facts
    sentences: list[str] = field(default_factory=list)

    def tidy(self, path: Path) -> None:
        """Put one fact in order, where it is new and can be read."""
        said, was = node_at(self.facts, path), node_at(self.was, path)
        if said not in ("", [], {}) and said != was:
            put_at(self.facts, path, self._in_order(path, said, was))

    def _in_order(self, path: Path, node: Node, was: Node) -> Node:
        if isinstance(node, list):
            kept = was if isinstance(was, list) else [was]
            return [one if one in kept else self._in_order(path, one, "") for one in node]
        if isinstance(node, dict):
            return {key: self._in_order((*path, key), one, "") for key, one in node.items()}
        if path == ("works_with",):
            # “Works with: the Monday club, 127” is one line in a form, and a list in the file.
            slugs = (self._one(path, one) for one in node.split(",") if one.strip())
            return [*dict.fromkeys(slugs)]
        return self._one(path, node)

    def _one(self, path: Path, words: str) -> str:
        after = _tidied(path, words.strip(), self.desk, self.sent)
        self._tell(path, words.strip(), after)
        return after

    def _tell(self, path: Path, before: str, after: str) -> None:
        is_quiet = folded(before).rstrip(".") == folded(after).rstrip(".")
        if before == after or path[0] in _NAMES_OF_ENTRIES or (is_quiet and "code" not in path[-1]):
            return
        is_of_time = path[0] in ("when", "open")
        quoted = differing(before, after) if is_of_time else (before, after)
        sentence = "We changed “{}” to “{}”.".format(*map(shortened, quoted))
        if sentence not in self.sentences:
            self.sentences.append(sentence)


_NAMES_OF_ENTRIES = ("organiser", "works_with")
"""What people call by its title and files by its slug; pages show the title again."""


def tidied(
    facts: Facts, boxes: Iterable[Box], desk: Desk, sent: date, was: Mapping[str, Node]
) -> Tidied:
    """Return facts with what stands in these boxes as the guide writes it.

    `sent` is the day on which it was written; what `was` there before is left alone.
    """
    tidying = _Tidying(desk, sent, was, deepcopy(facts))
    for box in boxes:
        for path in _paths(box):
            tidying.tidy(path)
    return Tidied(tidying.facts, tuple(tidying.sentences))


def _paths(box: Box) -> Iterator[Path]:
    if box.path:
        yield box.path
    yield from (part.path for part in box.parts)


def _tidied(path: Path, words: str, desk: Desk, sent: date) -> str:
    last = path[-1]
    if path[0] in _NAMES_OF_ENTRIES:
        return _slug_of(words, path[0], desk)
    if path[0] in ("when", "open"):
        return line_in_order(words, desk.context)
    if path == ("checked",):
        return check_in_order(words, desk.context, sent)
    if last in ("expires", "on"):
        return day_in_order(words, desk.context)
    if path[0] == "access" and last != "notes":
        return _read(_ANSWER, words, desk)
    if path in (("side",), ("status",)):
        return _first_word(words)
    return _read(_FIELDS[last], words, desk) if last in _FIELDS else words


def _read(adapter: TypeAdapter[Any], words: str, desk: Desk) -> str:
    try:
        return str(adapter.validate_python(words, context=desk.context))
    except ValidationError:
        return words


def _first_word(words: str) -> str:
    """Return get of “Get help”, and paused of “Paused.”"""
    first = next(iter(words.split()), "").strip(".,").casefold()
    return first if first in ("get", "give", "paused", "closed", "active") else words


def _slug_of(words: str, key: str, desk: Desk) -> str:
    sources = [one for one in desk.sources if key != "organiser" or one.kind is Kind.GROUP]
    found = entries_meant(words, sources)
    return found[0].slug if len(found) == 1 else words


def differing(before: str, after: str) -> tuple[str, str]:
    """Return the words in which two sentences differ; both whole where one only has more words."""
    old, new = before.split(), after.split()
    start = 0
    while start < min(len(old), len(new)) and _is_same(old[start], new[start]):
        start += 1
    end = 0
    while end < min(len(old), len(new)) - start and _is_same(old[-1 - end], new[-1 - end]):
        end += 1
    cut = old[start : len(old) - end], new[start : len(new) - end]
    return _bare(" ".join(cut[0]), " ".join(cut[1])) if all(cut) else (before, after)


def _bare(before: str, after: str) -> tuple[str, str]:
    """Return both without the comma that follows both."""
    has_comma = before.endswith(",") and after.endswith(",")
    return (before[:-1], after[:-1]) if has_comma else (before, after)


def _is_same(one: str, other: str) -> bool:
    return one.casefold() == other.casefold()
