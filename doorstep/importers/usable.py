"""Facts that a row tells -> those an entry may have, and why the others were left out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pydantic import ValidationError

from doorstep.entries import MODELS
from doorstep.fields import ReadingContext
from doorstep.importers.values import Facts
from doorstep.kinds import Kind
from doorstep.sources import KeyPath, Node


def usable(facts: Facts, kind: Kind, context: ReadingContext) -> tuple[Facts, list[str]]:
    """Return facts without the values that cannot be used, and a reason for each of these.

    Taking one away may show the next, so this goes on while anything can be taken away.
    """
    reasons: list[str] = []
    while refused := dict(_refused(facts, kind, context)):
        # From the end, so that the places in a list stay what they were.
        for path in sorted(refused, key=str, reverse=True):
            facts = {key: node for key, node in _without(facts, path).items() if node != ""}
        reasons += [reason.rstrip(".") for reason in refused.values()]
    return facts, reasons


def _refused(facts: Facts, kind: Kind, context: ReadingContext) -> Iterator[tuple[KeyPath, str]]:
    try:
        MODELS[kind].model_validate(facts, context=context)
    except ValidationError as reasons:
        for detail in reasons.errors(include_url=False):
            path = _path_in(facts, detail["loc"])
            if path and detail["type"] == "doorstep":
                yield path, detail["ctx"]["message"]


def _path_in(facts: Facts, loc: KeyPath) -> KeyPath:
    """Return the part of pydantic's location that the facts have: it also names union arms."""
    node: Node = facts
    path: KeyPath = ()
    for part in loc:
        below = _below(node, part)
        if below is not None:
            node, path = below, (*path, part)
    return path


def _below(node: Node, part: str | int) -> Node | None:
    if isinstance(node, dict) and isinstance(part, str):
        return node.get(part)
    if isinstance(node, list) and isinstance(part, int) and part < len(node):
        return node[part]
    return None


def _without(facts: Facts, path: Sequence[str | int]) -> Facts:
    return {
        key: _node_without(node, path[1:]) if key == path[0] else node
        for key, node in facts.items()
    }


def _node_without(node: Node, path: Sequence[str | int]) -> Node:
    """Return a value without the part at a path, or "" when that is the value itself."""
    if not path:
        return ""
    if isinstance(node, dict):
        return {key: below for key, below in _without(node, path).items() if below != ""}
    if isinstance(node, list):
        parts = [_node_without(n, path[1:]) if at == path[0] else n for at, n in enumerate(node)]
        return [part for part in parts if part != ""]
    return ""
