"""Items <-> one line with commas between them; an item with a comma stands in quotation marks."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from doorstep.sources import Node


def items_in_words(items: list[Node]) -> str:
    """Return items with commas between them; one that has a comma stands in quotation marks."""
    words = [" ".join(item.split()) for item in items if isinstance(item, str)]
    return ", ".join(_as_item(word) for word in words if word)


def _as_item(word: str) -> str:
    if any(mark in word for mark in ',;"'):
        return '"' + word.replace('"', '""') + '"'
    return word


_ITEM = re.compile(r'\s*(?:"((?:[^"]|"")*)"\s*(?=[,;\n]|$)|([^,;\n]*))(?:[,;\n]|$)')


def items_in(words: str) -> Iterator[str]:
    """Yield what stands between commas; a comma within quotation marks is the item's own."""
    at = 0
    while at < len(words):
        found = _ITEM.match(words, at)
        if found is None:  # pragma: no cover (the last group takes anything)
            return
        item = found[1].replace('""', '"') if found[1] is not None else found[2].strip()
        if item.strip():
            yield item.strip()
        at = found.end()
