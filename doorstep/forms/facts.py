"""The words in the boxes of a form -> the facts of an entry; what is left empty stays as it was."""

from __future__ import annotations

import re
from copy import deepcopy
from typing import TYPE_CHECKING

from msgspec import Struct, field

from doorstep.fields import folded
from doorstep.forms.answers import NOT_KNOWN, answer_for, is_answered
from doorstep.forms.boxes import Shape, boxes_for
from doorstep.forms.items import items_in
from doorstep.forms.labels import NO_LABELS, as_called, listed, meant_by
from doorstep.forms.nodes import node_at, put_at, text_at
from doorstep.forms.single_dates import change_in

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from doorstep.forms.answers import Answers, Facts
    from doorstep.forms.boxes import Box, Part, Path
    from doorstep.forms.labels import Labels
    from doorstep.kinds import Kind
    from doorstep.sources import Node

REMOVE = frozenset({"remove", "remove it", "delete", "delete it", "take it out"})
"""What people write in a box whose words are to go."""


class Unread(Struct, frozen=True):
    """A line of a box that says nothing we know."""

    box: Box
    line: str


class Filled(Struct, frozen=True):
    """What a form says of an entry."""

    facts: Facts
    body: str
    changed: tuple[Box, ...]
    """Boxes whose words are other than they were."""
    unread: tuple[Unread, ...]


class _Filling(Struct):
    """An entry while one box after another is filled in."""

    facts: Facts
    body: str
    titles: Mapping[str, str]
    """Titles of places, by their slugs."""
    labels: Labels
    unread: list[Unread] = field(default_factory=list)

    def slug_of(self, name: str) -> str:
        """Return the slug of the place that is called so, or ""."""
        if name in self.titles:
            return name
        wanted = as_called(name)
        called = [slug for slug, title in self.titles.items() if as_called(title) == wanted]
        return called[0] if len(called) == 1 else ""


def filled(
    kind: Kind,
    answers: Answers,
    titles: Mapping[str, str],
    facts: Mapping[str, Node] | None = None,
    body: str = "",
    *,
    labels: Labels = NO_LABELS,
) -> Filled:
    """Return an entry's facts and body once the boxes are read into what is there already.

    A box that is empty, or says what it was filled in with, changes nothing: an address has room
    for some thousand letters only, so that not every box comes filled in. `titles` are those of
    places, by their slugs.
    """
    filling = _Filling(deepcopy(dict(facts or {})), body, titles, labels)
    changed = []
    for box in boxes_for(kind):
        said = _tidy(answers.get(box.id, ""), box)
        if said and said != _tidy(answer_for(box, facts or {}, body, titles, labels), box):
            _fill(filling, box, said)
            changed.append(box)
    return Filled(_without_gaps(filling.facts), filling.body, tuple(changed), tuple(filling.unread))


def _tidy(words: str, box: Box) -> str:
    """Return words without what a browser or a phone adds to them."""
    lines = words.replace("\r\n", "\n").replace("\r", "\n")
    if box.shape is Shape.BODY:
        return lines.strip()
    return "\n".join(filter(None, (" ".join(line.split()) for line in lines.split("\n"))))


def _fill(filling: _Filling, box: Box, said: str) -> None:
    if said.casefold().rstrip(".") in REMOVE:
        _remove(filling, box)
    elif box.shape is Shape.BODY:
        filling.body = said
    elif special := _FILLERS.get(box.shape):
        special(filling, box, said)
    else:
        _write_out(filling, box.path)
        put_at(filling.facts, box.path, _value(box, said, filling.labels.get(box.id, {})))


def _remove(filling: _Filling, box: Box) -> None:
    if box.shape is Shape.BODY:
        filling.body = ""
        return
    own = [box.path] if box.path else [("where", "lat"), ("where", "lon")]
    for path in [part.path for part in box.parts] or own:
        if text_at(filling.facts, path) or node_at(filling.facts, path):
            put_at(filling.facts, path, "")


def _write_out(filling: _Filling, path: Path) -> None:
    """Keep the name of a place that is known by its slug, before it gets an address of its own."""
    slug = filling.facts.get("where")
    if path[0] == "where" and len(path) > 1 and isinstance(slug, str) and slug:
        filling.facts["where"] = {"name": filling.titles.get(slug, slug)}


def _value(box: Box, said: str, labels: Mapping[str, str]) -> Node:
    if box.shape is Shape.ITEMS:
        return [*(listed(said, labels) if labels else items_in(said))]
    if box.shape is Shape.SENTENCES:
        lines = said.split("\n")
        return lines[0] if len(lines) == 1 else [*lines]
    line = " ".join(said.split())
    if box.id == "status" and line.casefold().rstrip(".") in ("yes", "still going", "active"):
        return ""
    return meant_by(line, labels) or line


def _fill_named(filling: _Filling, box: Box, said: str) -> None:
    parts = {folded(part.label): part for part in box.parts}
    for line in said.split("\n"):
        label, colon, words = line.partition(":")
        part = parts.get(folded(label.lstrip("-*• ")))
        if not colon or part is None:
            filling.unread.append(Unread(box, line))
        elif words.strip():
            _fill_part(filling.facts, part, " ".join(words.split()))


def _fill_part(facts: Facts, part: Part, words: str) -> None:
    if words == text_at(facts, part.path):
        return
    if words.casefold().rstrip(".") in REMOVE:
        put_at(facts, part.path, "")
    elif words.casefold() != NOT_KNOWN or text_at(facts, part.path) or not is_answered(part):
        put_at(facts, part.path, words)


def _fill_place(filling: _Filling, box: Box, said: str) -> None:
    name = " ".join(said.split())
    if slug := filling.slug_of(name):
        filling.facts[box.path[0]] = slug
    else:
        put_at(filling.facts, (*box.path, "name"), name)


_PAIR = re.compile(r"(-?[0-9]+(?:\.[0-9]+)?)\s*[, ]\s*(-?[0-9]+(?:\.[0-9]+)?)")


def _fill_position(filling: _Filling, box: Box, said: str) -> None:
    pair = _PAIR.fullmatch(said)
    if pair is None:
        filling.unread.append(Unread(box, said))
        return
    _write_out(filling, ("where", "lat"))
    put_at(filling.facts, ("where", "lat"), pair[1])
    put_at(filling.facts, ("where", "lon"), pair[2])


def _fill_dates(filling: _Filling, box: Box, said: str) -> None:
    lines = [(line, change_in(line)) for line in said.split("\n")]
    put_at(filling.facts, box.path, [change for _, change in lines if change])
    filling.unread += [Unread(box, line) for line, change in lines if not change]


_FILLERS: dict[Shape, Callable[[_Filling, Box, str], None]] = {
    Shape.NAMED: _fill_named,
    Shape.PLACE: _fill_place,
    Shape.POSITION: _fill_position,
    Shape.DATES: _fill_dates,
}


def _without_gaps(facts: Facts) -> Facts:
    """Return facts without those that say nothing."""
    closed: Facts = {}
    for key, node in facts.items():
        value = _without_gaps(node) if isinstance(node, dict) else node
        if value not in ("", [], {}):
            closed[key] = value
    return closed
