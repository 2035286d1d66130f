"""A line as a person typed it -> its words, numbers, times and marks, each with its place."""

from __future__ import annotations

import re
from enum import Enum, auto

from msgspec import Struct

from doorstep.dates import MONTHS, NUMBER_WORDS, WEEKDAYS
from doorstep.patterns import late_pattern
from doorstep.schedules.rules import LAST


class Kind(Enum):
    """What a piece of a line is, looked at by itself."""

    WORD = auto()
    WEEKDAY = auto()
    WEEKDAYS = auto()
    """Mondays: never part of a date."""
    MONTH = auto()
    NUMBER = auto()
    """In figures: a day, an hour, a year or a count."""
    COUNT = auto()
    """In words: two, three."""
    ORDINAL = auto()
    """1st, first, last."""
    CLOCK = auto()
    """10:30, 7pm: nothing but a time."""
    DATE = auto()
    """2027-07-03, 3/7/2027."""
    COMMA = auto()
    AND = auto()
    DASH = auto()
    COLON = auto()
    STOP = auto()
    """The end of a sentence."""
    SLASH = auto()
    END = auto()


class Token(Struct, frozen=True):
    """A piece of the line."""

    kind: Kind
    text: str
    """As typed."""
    start: int
    end: int
    word: str = ""
    """The text in small letters, with straight apostrophes."""
    value: int = 0
    """The weekday, month, number or place in the month."""


_PIECES = late_pattern(
    r"""
      (?P<DATE>[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}(?![0-9])
        |[0-9]{1,2}(?P<mark>[/.-])[0-9]{1,2}(?P=mark)[0-9]{4}(?![0-9])
        |[0-9]{1,2}/[0-9]{1,2}/[0-9]{2}(?![0-9]))
    | (?P<CLOCK>[0-9]{1,4}\s{0,3}(?:[ap]\.\s?m\.?|[ap]m)(?![a-z])
        |[0-9]{1,2}[:.][0-9]{2}(?![0-9]|[:.][0-9])
            (?:\s{0,3}(?:[ap]\.\s?m\.?|[ap]m)(?![a-z]))?)
    | (?P<ORDINAL>[0-9]{1,2}(?:st|nd|rd|th)(?![a-z]))
    | (?P<ODD>[0-9]+(?:[.:][0-9]+)+)
    | (?P<NUMBER>[0-9]+)
    | (?P<SHORT>(?:mon|tues?|weds?|thu(?:rs?)?|fri|sat|sun
        |jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|excl|incl|inc)\.)
    | (?P<HYPHENED>bi-(?:weekly|monthly))
    | (?P<TILL>['’]till?\b)
    | (?P<WORD>[^\W\d_]+(?:['’][^\W\d_]+)*)
    | (?P<COMMA>[,()])
    | (?P<AND>[&+])
    | (?P<DASH>[-–—‒−‐‑]+)
    | (?P<COLON>:)
    | (?P<STOP>[.;]+)
    | (?P<SLASH>/)
    | (?P<OTHER>\S)
    """,
    re.VERBOSE | re.IGNORECASE,
)
_ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "last": LAST}
_COUNTS = {name: count for name, count in NUMBER_WORDS.items() if name not in ("a", "an")}


def tokens_of(line: str) -> tuple[Token, ...]:
    """Return the pieces of a line, the last of them its end."""
    pieces = [_token(found) for found in _PIECES.finditer(line)]
    while pieces and pieces[-1].kind in (Kind.STOP, Kind.COMMA):
        pieces.pop()
    return (*pieces, Token(Kind.END, "", len(line), len(line)))


def _token(found: re.Match[str]) -> Token:
    group, text = str(found.lastgroup), found[0]
    word = text.lower().replace("’", "'")
    kind, value = Kind.WORD, 0
    if group in ("NUMBER", "ORDINAL"):
        kind, value = Kind[group], int(word[:9].rstrip("stndrh"))
    elif group in ("WORD", "SHORT"):
        word = word.rstrip(".")
        kind, value = _known_word(word)
    elif group in Kind.__members__:
        kind = Kind[group]
    return Token(kind, text, found.start(), found.end(), word, value)


def _known_word(word: str) -> tuple[Kind, int]:
    if word == "and":
        return Kind.AND, 0
    if word in WEEKDAYS:
        return Kind.WEEKDAY, WEEKDAYS[word]
    singular = word.removesuffix("'s").removesuffix("s")
    if singular in WEEKDAYS:
        return Kind.WEEKDAYS, WEEKDAYS[singular]
    if word in MONTHS:
        return Kind.MONTH, MONTHS[word]
    if word in _ORDINALS:
        return Kind.ORDINAL, _ORDINALS[word]
    return (Kind.COUNT, _COUNTS[word]) if word in _COUNTS else (Kind.WORD, 0)
