"""What search knows -> the two files that the browser reads: the index, and the bodies' words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from doorstep import permalinks as at
from doorstep.outputs.output import Output, Press
from doorstep.search.bodies import bodies_text
from doorstep.search.index import index_text
from doorstep.views.search_rows import further_words, search_index

if TYPE_CHECKING:
    from collections.abc import Iterator


def search_files(press: Press, path: str) -> Iterator[Output]:
    """Yield the index, then the words that are fetched only when the index finds too little."""
    index = search_index(press.guide)
    yield Output(path, index_text(index).encode())
    words = further_words(press.guide, index)
    yield Output(at.SEARCH_BODIES, bodies_text(words).encode())
