"""The words of a cell -> the value a field takes, what else they say, and what was left out."""

from __future__ import annotations

import re
from collections.abc import Callable

from msgspec import Struct

from doorstep.contacts import is_web_address
from doorstep.fields import items_of
from doorstep.importers.cells import Cell, read_cell
from doorstep.importers.phones import phones_in, tidied
from doorstep.importers.positions import read_degrees, read_pair
from doorstep.importers.timetable_lines import GOES_ON, timetable_lines
from doorstep.limits import LINE
from doorstep.schedules.reading import ScheduleNotRead
from doorstep.sources import Node

Facts = dict[str, Node]
"""Front matter: values by their names, every scalar as text."""


class Taken(Struct, frozen=True):
    """What was taken from a cell."""

    value: Node = ""
    rest: str = ""
    """Markdown that belongs below the facts, because the field has no room for it."""
    note: str = ""
    """What was left out, for the report."""


def take(field: str, words: str, region: str) -> Taken:
    """Return what the words of a cell give for a field such as contact.phone."""
    cell = read_cell(words)
    if not cell.text and not cell.addresses:
        return Taken()
    if len(words) > LINE.most:  # it is an article and no fact, whatever its column is called
        return Taken(rest=cell.markdown)
    if field in _PHONES:
        return _phone(cell, region)
    taker = _TAKERS.get(field, _line)
    return taker(cell)


def _line(cell: Cell) -> Taken:
    return Taken(cell.line)


def _items(cell: Cell) -> Taken:
    return Taken([str(item) for item in items_of(cell.text)])


def _phone(cell: Cell, region: str) -> Taken:
    """Take the first number; whatever else stands there is kept in full, below the facts."""
    if whole := tidied(cell.line, region):
        return Taken(whole)
    numbers = phones_in(cell.text, region)
    if not numbers:
        return Taken(note=f"“{cell.line}” has no phone number in it")
    return Taken(numbers[0], rest=cell.markdown)


_EMAIL = re.compile(r"[^\s@]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+")
_BESIDE_EMAILS = re.compile(r"[\s<>\"'(),;:]+")


def _email(cell: Cell) -> Taken:
    words = (word.rstrip(".") for word in _BESIDE_EMAILS.split(cell.text))
    found = [word for word in words if _EMAIL.fullmatch(word)]
    if not found:
        return Taken(note=f"“{cell.line}” is not a whole e-mail address")
    if found[0] == cell.line.rstrip("."):
        return Taken(found[0])
    return Taken(found[0], note=f"of “{cell.line}” only the first address was taken")


def _website(cell: Cell) -> Taken:
    """Take where the link leads; without a link, the words have to be an address."""
    written = [*cell.addresses, *cell.text.split()]
    whole = (address if "://" in address else f"https://{address}" for address in written)
    usable = [address for address in whole if is_web_address(address.rstrip(".,;"))]
    if not usable:
        return Taken(note=f"“{cell.line or written[0]}” is not the address of a web page")
    return Taken(usable[0].rstrip(".,;"))


_POSTCODE = re.compile(r"\b([A-Z]{1,2}[0-9][A-Z0-9]?)\s*([0-9][A-Z]{2})\b", re.IGNORECASE)


def _postcode(cell: Cell) -> Taken:
    found = _POSTCODE.search(cell.line)
    if not found:
        return Taken(note=f"“{cell.line}” is not a whole postcode")
    beside = f"of “{cell.line}” only the postcode was taken" if found[0] != cell.line else ""
    return Taken(f"{found[1]} {found[2]}".upper(), note=beside)


def _position(cell: Cell) -> Taken:
    pair = read_pair(cell.line.replace(", ", ","))
    if pair is None:
        return Taken(note=f"“{cell.line}” is not a latitude and a longitude")
    return Taken({"lat": pair[0], "lon": pair[1]})


def _degrees(cell: Cell) -> Taken:
    degrees = read_degrees(cell.line)
    return Taken(degrees, note="" if degrees else f"“{cell.line}” is not a number of degrees")


def _times(cell: Cell) -> Taken:
    """Take lines as they were typed when all can be read; otherwise they go below the facts."""
    try:
        lines = timetable_lines(cell.text)
    except ScheduleNotRead:
        note = f"“{cell.line}” is not taken as days and times, so it stands below the facts"
        return Taken(rest=cell.markdown, note=note)
    return Taken(lines[0] if len(lines) == 1 else list(lines))


_FIRST_SENTENCE = re.compile(rf"(.+?{GOES_ON}[.!?])(?=\s|$)")
_WORDS_OF_A_SUMMARY = 20


def _summary(cell: Cell) -> Taken:
    """Take the first sentence when it is short enough, and keep the rest below the facts."""
    text = cell.text
    if cell.addresses:
        return Taken(rest=cell.markdown)
    sentence = _FIRST_SENTENCE.match(text)
    first = sentence[1] if sentence else text.split("\n")[0]
    if len(first.split()) > _WORDS_OF_A_SUMMARY:
        return Taken(rest=cell.markdown)
    return Taken(first, rest=read_cell(_as_words(text[len(first) :])).markdown)


def _as_words(text: str) -> str:
    """Return text so that reading it as a cell once more changes nothing."""
    return text.replace("&", "&amp;").replace("<", "&lt;")


_PHONES = frozenset({"contact.phone", "contact.text", "contact.whatsapp"})
_TAKERS: dict[str, Callable[[Cell], Taken]] = {
    "contact.email": _email,
    "contact.website": _website,
    "where.postcode": _postcode,
    "where.position": _position,
    "where.lat": _degrees,
    "where.lon": _degrees,
    "summary": _summary,
    "when": _times,
    "open": _times,
    "topics": _items,
    "for": _items,
    "languages": _items,
    "you_can_help": _items,
}
