"""The words of every entry's longer texts -> one small file: each word, and the rows that have it.

A row is its entry's place in the index. Of ascending rows only the steps are written, which are
short, and alike.
"""

from __future__ import annotations

import html
import re
from collections import defaultdict
from typing import TYPE_CHECKING

from doorstep.search.index import compact

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_INSIDE_WORDS = re.compile(r"</?(?:a|code|del|em|strong)\b[^>\"]*(?:\"[^\"]*\"[^>\"]*)*>")
_TAG = re.compile(r"<[^>\"]*(?:\"[^\"]*\"[^>\"]*)*>")


def text_of_html(body: str) -> str:
    """Return the words of a rendered body, without its tags and addresses."""
    if "<" not in body:
        return html.unescape(body)
    return html.unescape(_TAG.sub(" ", _INSIDE_WORDS.sub("", body)))


def bodies_text(words_by_row: Iterable[Iterable[str]]) -> str:
    """Return the file that says which rows have which words (JSON)."""
    found: defaultdict[str, list[int]] = defaultdict(list)
    for row, words in enumerate(words_by_row):
        for word in words:
            found[word].append(row)
    in_order = sorted(found.items())
    words = " ".join(word for word, _ in in_order)
    rows = " ".join(",".join(map(str, _steps(rows))) for _, rows in in_order)
    return compact({"words": words, "rows": rows})


def _steps(rows: Sequence[int]) -> list[int]:
    return [row - before for row, before in zip(rows, [0, *rows], strict=False)]
