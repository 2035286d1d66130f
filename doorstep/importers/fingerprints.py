"""What an entry says -> a short fingerprint, the same however its lines are laid out."""

from __future__ import annotations

import hashlib
import json
import unicodedata
from collections.abc import Mapping

from doorstep.sources import Node

_GIVEN_LATER = frozenset({"source", "number"})
"""The fingerprint itself, and the number that comes with publishing: neither is an edit."""


def fingerprint(facts: Mapping[str, Node], body: str) -> str:
    """Return the same text for the same meaning: order, spaces and line ends do not count."""
    said = {key: _folded(node) for key, node in facts.items() if key not in _GIVEN_LATER}
    lines = [_plain(line) for line in body.split("\n")]
    meaning = json.dumps([said, [line for line in lines if line]], sort_keys=True)
    return hashlib.sha256(meaning.encode()).hexdigest()[:16]


def _folded(node: Node) -> Node:
    if isinstance(node, dict):
        return {key: _folded(value) for key, value in node.items() if value not in ("", [], {})}
    return [_folded(item) for item in node] if isinstance(node, list) else _plain(node)


def _plain(text: str) -> str:
    # A joiner at the end of a line is nothing that anybody sees.
    seen = "".join(mark for mark in text if unicodedata.category(mark) != "Cf")
    return " ".join(seen.split())
