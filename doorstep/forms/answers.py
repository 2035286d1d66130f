"""The facts of an entry as it was typed -> the words that stand in each box of its form."""

from __future__ import annotations

from typing import TYPE_CHECKING

from doorstep.fields import items_of
from doorstep.forms.boxes import Shape, boxes_for
from doorstep.forms.items import items_in_words
from doorstep.forms.labels import NO_LABELS, as_called, labelled, listed
from doorstep.forms.nodes import node_at, text_at
from doorstep.forms.single_dates import change_in_words

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from doorstep.forms.boxes import Box, Part
    from doorstep.forms.labels import Labels
    from doorstep.sources import Node, Source

Facts = dict[str, "Node"]
"""Front matter: values by their names, every scalar as text."""

Answers = dict[str, str]
"""What is written in each box, by its id; a box that is empty is left out."""

NOT_KNOWN = "not known"
"""What stands after the name of something that nobody has said yet."""

NOT_SHOWN = frozenset({"checked"})
"""Boxes that a form for a change leaves empty: an edit is not a check."""


def answers_of(source: Source, titles: Mapping[str, str], labels: Labels = NO_LABELS) -> Answers:
    """Return what the boxes say of an entry; `titles` are those of places, by their slugs."""
    words = {
        box.id: answer_for(box, source.front_matter, source.body, titles, labels)
        for box in boxes_for(source.kind)
        if box.id not in NOT_SHOWN
    }
    return {name: said for name, said in words.items() if said}


def answer_for(
    box: Box,
    facts: Mapping[str, Node],
    body: str,
    titles: Mapping[str, str],
    labels: Labels = NO_LABELS,
) -> str:
    """Return the words for one box, or ""."""
    if box.shape is Shape.BODY:
        return body.strip()
    if box.shape is Shape.PLACE:
        return _place(facts, titles)
    said = _WORDED[box.shape](box, facts)
    return _in_labels(box, facts, labels[box.id], said) if box.id in labels else said


def _in_labels(box: Box, facts: Mapping[str, Node], labels: Mapping[str, str], said: str) -> str:
    """Return words of one of the guide's lists as people read them, if they can be read again."""
    ids = _item_words(box, facts) if box.shape is Shape.ITEMS else [said]
    worded = ", ".join(labelled(one, labels) for one in ids)
    return worded if listed(worded, labels) == ids else said


def _line(box: Box, facts: Mapping[str, Node]) -> str:
    if box.id == "status":
        said = text_at(facts, box.path)
        return "yes" if said.casefold() in ("", "active") else said
    return text_at(facts, box.path)


def _items(box: Box, facts: Mapping[str, Node]) -> str:
    return items_in_words([*_item_words(box, facts)])


def _item_words(box: Box, facts: Mapping[str, Node]) -> list[str]:
    node = node_at(facts, box.path)
    return [item for item in items_of(node) if isinstance(item, str)] if node else []


def _sentences(box: Box, facts: Mapping[str, Node]) -> str:
    node = node_at(facts, box.path)
    lines = node if isinstance(node, list) else str(node).splitlines() if node else []
    return "\n".join(filter(None, (" ".join(str(line).split()) for line in lines)))


def _named(box: Box, facts: Mapping[str, Node]) -> str:
    return "\n".join(_named_lines(box.parts, facts))


def _named_lines(parts: tuple[Part, ...], facts: Mapping[str, Node]) -> list[str]:
    said = ((part, text_at(facts, part.path)) for part in parts)
    return [
        f"{part.label}: {words or NOT_KNOWN}" for part, words in said if words or is_answered(part)
    ]


def is_answered(part: Part) -> bool:
    """Say whether it is yes, no or not known, so that it can be asked by its name alone."""
    return part.path[0] == "access"


def _place(facts: Mapping[str, Node], titles: Mapping[str, str]) -> str:
    where = node_at(facts, ("where",))
    if isinstance(where, dict):
        return text_at(facts, ("where", "name"))
    slug = text_at(facts, ("where",))
    title = titles.get(slug, "")
    # Two places of one name are told apart by their slugs alone.
    namesakes = [one for one in titles.values() if as_called(one) == as_called(title)]
    return title if len(namesakes) == 1 else slug


def _position(box: Box, facts: Mapping[str, Node]) -> str:  # noqa: ARG001 (one shape for all)
    both = (text_at(facts, ("where", "lat")), text_at(facts, ("where", "lon")))
    return ", ".join(filter(None, both))


def _dates(box: Box, facts: Mapping[str, Node]) -> str:
    changes = node_at(facts, box.path)
    rows = changes if isinstance(changes, list) else []
    return "\n".join(filter(None, (change_in_words(row) for row in rows if isinstance(row, dict))))


_WORDED: dict[Shape, Callable[[Box, Mapping[str, Node]], str]] = {
    Shape.LINE: _line,
    Shape.ITEMS: _items,
    Shape.SENTENCES: _sentences,
    Shape.NAMED: _named,
    Shape.POSITION: _position,
    Shape.DATES: _dates,
}
