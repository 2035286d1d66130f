"""Words with parts of a web page in them -> the same without what nobody is meant to read."""

from __future__ import annotations

import re

_UNSEEN = (
    *("script", "style", "head", "title", "iframe", "object", "embed", "svg", "template"),
    *("noscript", "form", "math"),
)
_TAG = re.compile(
    rf"<(?P<end>/?)(?P<name>{'|'.join(_UNSEEN)}|html|body|meta|link|base)\b[^<>]*>?", re.IGNORECASE
)


def without_unseen(words: str) -> str:
    """Return words without scripts, styles and the like; any other tags stay as they are."""
    folded = words.casefold() if "<" in words else ""
    # What is never closed hides nothing: only its tag goes.
    closed_last = {name: folded.rfind(f"</{name}") for name in _UNSEEN}
    kept: list[str] = []
    at, inside = 0, ""
    for tag in _TAG.finditer(words):
        name, ends = tag["name"].casefold(), bool(tag["end"])
        if inside and not (ends and name == inside):
            continue
        if not inside:
            kept.append(words[at : tag.start()])
        at = tag.end()
        inside = name if not ends and closed_last.get(name, -1) >= at else ""
    return "".join((*kept, words[at:]))
