"""The facts of an entry and the way to one of them -> what is there, or what is put there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from doorstep.forms.items import items_in_words

if TYPE_CHECKING:
    from collections.abc import Mapping

    from doorstep.forms.boxes import Path
    from doorstep.sources import Node


def node_at(facts: Mapping[str, Node], path: Path) -> Node:
    """Return the value at a path, or ""."""
    node: Node = dict(facts)
    for key in path:
        node = node.get(key, "") if isinstance(node, dict) else ""
    return node


def text_at(facts: Mapping[str, Node], path: Path) -> str:
    """Return the words at a path on one line, or ""."""
    node = node_at(facts, path)
    if isinstance(node, list):
        return items_in_words(node)
    return " ".join(node.split()) if isinstance(node, str) else ""


def put_at(facts: dict[str, Node], path: Path, value: Node) -> None:
    """Set a value at a path of one part or two; "" leaves a gap."""
    first, *rest = path
    if not rest:
        facts[first] = value
        return
    inside = facts.get(first)
    facts[first] = {**(inside if isinstance(inside, dict) else {}), rest[0]: value}
