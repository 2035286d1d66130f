"""The pieces in attack_pieces/ -> tens of thousands of strings that try to be more than text.

They are always the same ones in the same order: what ends the place that text was put in, then
what would run there, then a disguise for both.
"""

from __future__ import annotations

import json
import os
import re
from functools import cache
from itertools import product, zip_longest
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

PIECES = Path(__file__).parent / "attack_pieces"
"""A kind of pieces to a file, a piece to a line; \\n, \\x00 and the like are undone."""

NAMED = "DOORSTEP_ATTACKS"
"""Where this names a file of attack strings that others have published, they are tried too."""

_WRITTEN = re.compile(r"\\(?:(\\)|([rnt])|x([0-9a-f]{2})|u([0-9a-f]{4})|U([0-9a-f]{8}))")
_ENDINGS = {"r": "\r", "n": "\n", "t": "\t"}
_FULL_WIDTH = {code: code + 0xFEE0 for code in range(0x21, 0x7F)}
_SPACES = re.compile(" +")


@cache
def pieces(kind: str) -> tuple[str, ...]:
    """Return the pieces of a kind, such as tags."""
    lines = (PIECES / f"{kind}.txt").read_text(encoding="utf-8").split("\n")[:-1]
    return tuple(_WRITTEN.sub(_undone, line) for line in lines)


def _undone(found: re.Match[str]) -> str:
    backslash, ending, *codes = found.groups()
    return backslash or _ENDINGS.get(ending) or chr(int("".join(filter(None, codes)), 16))


def _reversed_within(text: str) -> str:
    """Return what reads the same where the direction of writing is overridden."""
    return f"\u202e{text[::-1]}\u202c"


DISGUISES: dict[str, Callable[[str], str]] = {
    "as it is": str,
    "in capitals": str.upper,
    "in capitals here and there": lambda text: "".join(
        letter.upper() if place % 2 else letter for place, letter in enumerate(text)
    ),
    "in numbers": lambda text: "".join(f"&#{ord(letter)};" for letter in text),
    "in numbers without ends": lambda text: "".join(f"&#{ord(letter):07}" for letter in text),
    "in other numbers": lambda text: "".join(f"&#x{ord(letter):x};" for letter in text),
    "with its marks in words": lambda text: (
        text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")
    ),
    "for an address": lambda text: quote(text.encode("utf-8", "surrogatepass"), safe=""),
    "for an address, twice": lambda text: quote(
        quote(text.encode("utf-8", "surrogatepass"), safe=""), safe=""
    ),
    "for a script": lambda text: "".join(f"\\u{ord(letter) & 0xFFFF:04x}" for letter in text),
    "for a style sheet": lambda text: "".join(f"\\{ord(letter):x} " for letter in text),
    "in wide letters": lambda text: text.translate(_FULL_WIDTH),
    "with nothing between": lambda text: text.replace("<", "<\x00").replace("r", "r\x00"),
    "with what nobody sees": lambda text: text.replace("s", "s\u200b").replace("(", "\u00ad("),
    "with slashes": lambda text: _SPACES.sub("/", text),
    "with tabs": lambda text: _SPACES.sub("\t", text).replace(":", "\t:"),
    "with new pages": lambda text: _SPACES.sub("\x0c", text),
    "with line ends": lambda text: _SPACES.sub("\r\n", text).replace("(", "\n("),
    "twice over": lambda text: text.replace("script", "scr<script>ipt").replace("<", "<<"),
    "backwards": _reversed_within,
}
"""Ways to hide what a text is from whoever looks for it."""


def _elements() -> Iterator[str]:
    for disguise, tag, end in product(DISGUISES.values(), pieces("tags"), pieces("ends")):
        yield disguise(end + tag)


def _attributes() -> Iterator[str]:
    ends = [end for end in pieces("ends") if not end.endswith((">", "<"))]
    for disguise, attribute, end in product(DISGUISES.values(), pieces("attributes"), ends):
        yield disguise(end + attribute)


def _words() -> Iterator[str]:
    kinds = ("scripts", "styles", "templates", "lines", "cells", "commands", "addresses", "letters")
    alone = [piece for kind in kinds for piece in pieces(kind)]
    for end, piece in product(pieces("ends"), alone):
        yield end + piece
    for disguise, piece in product(DISGUISES.values(), alone):
        yield disguise(piece)


def _links() -> Iterator[str]:
    for disguise, address in product(DISGUISES.values(), pieces("addresses")):
        for way in pieces("markdown"):
            yield way.replace("ADDRESS", disguise(address))


def _lengths() -> Iterator[str]:
    for size in (100, 1_000, 5_000):
        yield from (one * size for one in ("a", "<", "&", '"', "[", "(", "`", "{{", "\u0301", "א"))
        yield "<b " + "x=y " * size
        yield "👩\u200d" * size


@cache
def attacks() -> tuple[str, ...]:
    """Return every attack once, those of different kinds in turn."""
    kinds = (_stirred(kind()) for kind in (_elements, _attributes, _words, _links, _lengths))
    in_turn = (one for turn in zip_longest(*kinds) for one in turn if one is not None)
    return tuple(dict.fromkeys(one for one in in_turn if one.strip()))


def _stirred(strings: Iterable[str]) -> list[str]:
    """Return strings in an order in which neighbours have little in common, always the same."""
    listed = list(dict.fromkeys(strings))
    # A step that shares no divisor with any number of strings here visits each of them once.
    step = 7_368_787
    return [listed[place * step % len(listed)] for place in range(len(listed))]


def published() -> tuple[str, ...]:
    """Return the strings in the file that was named: a list in JSON, or one to a line."""
    name = os.environ.get(NAMED, "")
    text = Path(name).read_text(encoding="utf-8", errors="replace") if name else ""
    listed = json.loads(text) if name.endswith(".json") else text.split("\n")
    return tuple(one for one in dict.fromkeys(listed) if one.strip())
