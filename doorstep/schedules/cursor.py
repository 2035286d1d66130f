"""The pieces of a line and how far they have been read -> the next piece, if it is the one."""

from __future__ import annotations

from functools import cache, wraps
from typing import TYPE_CHECKING, Concatenate, ParamSpec, TypeVar

from doorstep.schedules.tokens import Kind, Token, tokens_of

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

_Said = TypeVar("_Said")
_More = ParamSpec("_More")

TO = ("to", "till", "til", "until", "'til", "'till", "through")


class Cursor:
    """Goes through a line; whoever takes a piece has accounted for it."""

    def __init__(self, line: str, today: date, *, relative: bool) -> None:
        self.line = line
        self.today = today
        self.relative = relative
        """Whether dates may be counted from today."""
        self.tokens = tokens_of(line)
        self.at = 0

    @property
    def here(self) -> Token:
        """The next piece, not taken yet."""
        return self.tokens[self.at]

    def ahead(self, steps: int = 1) -> Token:
        """Return a piece further on."""
        return self.tokens[min(self.at + steps, len(self.tokens) - 1)]

    def skip(self) -> Token:
        """Take the next piece, whatever it is."""
        token = self.here
        if token.kind is not Kind.END:
            self.at += 1
        return token

    def take(self, *kinds: Kind) -> Token | None:
        """Take the next piece if it is of one of these kinds."""
        return self.skip() if self.here.kind in kinds else None

    def word(self, *words: str) -> Token | None:
        """Take the next piece if it is one of these words."""
        return self.skip() if self.here.word in words else None

    def any_of(self, *phrases: str) -> str:
        """Take the first of these phrases that stands here, and return it, or ""."""
        for phrase, words in _by_first_word(phrases).get(self.here.word, ()):
            if self._words(words):
                return phrase
        return ""

    def _words(self, words: tuple[str, ...]) -> bool:
        """Take all the words, or nothing; a hyphen may stand between them."""
        mark = self.at
        for word in words:
            if self.at > mark and self.here.kind is Kind.DASH:
                self.skip()
            if not self.word(word):
                self.at = mark
                return False
        return True

    def to(self) -> bool:
        """Take a dash, or a word that means one."""
        return bool(self.take(Kind.DASH) or self.word(*TO))

    def since(self, mark: int) -> str:
        """Return what was taken since then, as typed."""
        return self.between(mark, self.at)

    def between(self, first: int, after: int) -> str:
        """Return the words of some pieces, as typed."""
        last = self.tokens[after - 1].end if after > first else self.tokens[first].start
        return self.line[self.tokens[first].start : last]


@cache
def _by_first_word(phrases: tuple[str, ...]) -> dict[str, list[tuple[str, tuple[str, ...]]]]:
    """Return phrases as words, found by the first of them: there are many, and few begin alike."""
    found: dict[str, list[tuple[str, tuple[str, ...]]]] = {}
    for phrase in phrases:
        words = tuple(phrase.split())
        found.setdefault(words[0], []).append((phrase, words))
    return found


def attempt(
    read: Callable[Concatenate[Cursor, _More], _Said | None],
) -> Callable[Concatenate[Cursor, _More], _Said | None]:
    """Make a reader leave the line as it was when it is not what it looks for."""

    @wraps(read)
    def attempted(cursor: Cursor, /, *args: _More.args, **kwargs: _More.kwargs) -> _Said | None:
        mark = cursor.at
        said = read(cursor, *args, **kwargs)
        if said is None:
            cursor.at = mark
        return said

    return attempted


def listed(cursor: Cursor, read: Callable[[Cursor], _Said | None]) -> list[_Said]:
    """Return things of one sort with commas, "and" or the like between them."""
    found: list[_Said] = []
    mark = cursor.at
    while (said := read(cursor)) is not None:
        found.append(said)
        mark = cursor.at
        comma = cursor.take(Kind.COMMA)
        if not (cursor.take(Kind.AND, Kind.SLASH) or comma):
            break
    cursor.at = mark
    return found
