"""Text with runs of `*`, `_` and `~` in it -> emphasis, strong emphasis and struck-out text."""

from __future__ import annotations

import string
import unicodedata

from msgspec import Struct, field

from doorstep.github_flavour.spans import MAX_DEPTH, Node, Span, joined

MAX_WAITING = 20
"""Runs that may wait for their other half at one time; the oldest are then taken as text."""
TAGS = {("*", 1): "em", ("_", 1): "em", ("*", 2): "strong", ("_", 2): "strong"}
STRUCK = "~"


class Run(Struct):
    """A run of one mark; `inside` gathers what comes after it while it waits to be closed."""

    mark: str
    length: int
    may_open: bool = False
    may_close: bool = False
    left: int = 0
    inside: list[Node] = field(default_factory=list)
    depth: int = 0

    def __post_init__(self) -> None:
        self.left = self.length

    def add(self, node: Node) -> None:
        """Gather one more piece."""
        self.inside.append(node)
        if isinstance(node, Span):
            self.depth = max(self.depth, node.depth)

    def pairs_with(self, closer: Run) -> bool:
        """Whether these two may be halves of a pair (the specification's rules 9 and 10)."""
        if self.mark != closer.mark:
            return False
        is_either = self.may_close or closer.may_open
        return not (
            is_either
            and self.mark != STRUCK
            and (self.length + closer.length) % 3 == 0
            and (self.length % 3 or closer.length % 3)
        )


def run_at(text: str, start: int, end: int) -> Run:
    """Describe a run of marks by the characters on either side of it."""
    before = _kind(text[start - 1 : start])
    after = _kind(text[end : end + 1])
    opens = after != "space" and (after == "word" or before != "word")
    closes = before != "space" and (before == "word" or after != "word")
    mark, length = text[start], end - start
    if mark == "_":
        # Inside a word an underscore is part of the word: snake_case, an address.
        opens, closes = (
            opens and (not closes or before == "punctuation"),
            closes and (not opens or after == "punctuation"),
        )
    is_mark = mark != STRUCK or length <= 2
    return Run(mark, length, opens and is_mark, closes and is_mark)


def resolve(pieces: list[Node | Run]) -> list[Node]:
    """Pair the runs off and return text without them."""
    waiting = [Run("", 0)]
    for piece in pieces:
        if not isinstance(piece, Run):
            waiting[-1].add(piece)
            continue
        if piece.may_close:
            _close(piece, waiting)
        if piece.left and piece.may_open:
            waiting.append(piece)
            if len(waiting) > MAX_WAITING:
                _give_up(waiting, 1)
        elif piece.left:
            waiting[-1].add(piece.mark * piece.left)
    while len(waiting) > 1:
        _give_up(waiting, len(waiting) - 1)
    return joined(waiting[0].inside)


def _close(closer: Run, waiting: list[Run]) -> None:
    while closer.left:
        index = _opener_of(closer, waiting)
        if not index:
            return
        while len(waiting) > index + 1:
            _give_up(waiting, len(waiting) - 1)
        _pair(waiting, closer)


def _opener_of(closer: Run, waiting: list[Run]) -> int:
    for index in range(len(waiting) - 1, 0, -1):
        if waiting[index].pairs_with(closer):
            is_usable = closer.mark != STRUCK or waiting[index].length == closer.length
            return index if is_usable else 0
    return 0


def _pair(waiting: list[Run], closer: Run) -> None:
    opener = waiting[-1]
    used = min(opener.left, closer.left, 2)
    opener.left -= used
    closer.left -= used
    if opener.depth < MAX_DEPTH:
        tag = TAGS.get((opener.mark, used), "del")
        span = Span(tag, joined(opener.inside))
        opener.inside, opener.depth = [span], span.depth
    if not opener.left:
        waiting.pop()
        for node in opener.inside:
            waiting[-1].add(node)


def _give_up(waiting: list[Run], index: int) -> None:
    """Take a waiting run as text; what it gathered goes to the one before."""
    run = waiting.pop(index)
    waiting[index - 1].add(run.mark * run.left)
    for node in run.inside:
        waiting[index - 1].add(node)


def _kind(character: str) -> str:
    if not character or character.isspace():
        return "space"
    if character in string.punctuation or unicodedata.category(character).startswith("P"):
        return "punctuation"
    return "word"
