"""Words in a safe space's file -> what they give away of its place and its people.

A name that is refused for nothing costs a volunteer one phone call. One that is let through is
public for ever. So where it is not sure, words count as a giveaway.
"""

from __future__ import annotations

import re
import unicodedata
from difflib import SequenceMatcher
from functools import lru_cache
from html import unescape
from typing import TYPE_CHECKING
from urllib.parse import unquote

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

A_PLACE, AN_ADDRESS, A_POSTCODE = "a place", "an address", "a postcode"
COORDINATES, A_MAP, A_SURNAME = "coordinates", "a link to a map", "a surname"

_STREETS = (
    "street|road|lane|avenue|crescent|terrace|grove|mews|gardens|square|court|parade|wharf|quay"
    "|buildings|flats|st|rd|ln|ave|cres|sq"
)
_MORE_STREETS = "close|drive|row|hill|walk|gate|yard|place|way|rise|view|park|green|alley|passage"
_BUILDINGS = (
    "hall|house|church|chapel|mosque|gurdwara|temple|synagogue|library|school|college|centre|center"
    "|clinic|surgery|hospital|hotel|inn|arms|tower|lodge|cottage|block|building|station|café|cafe"
)
_NOT_IN_STREETS = (
    "of|in|a|an|to|or|and|us|we|you|people|women|men|girls|mothers|families|others|more|who|that|for"
    "|on|at|with|from|is|are|minutes?|mins?|hours?|days?|weeks?|months?|years?|times?|am|pm|miles?"
)
_NOT_NAMES = "The|This|That|Our|Your|My|A|An|Every|Each|Any|Some|No|On|In|Off|Down|Up|Along|Across"
_NUMBERED_STREET = (
    rf"\b[0-9]{{1,4}}[a-z]?,?\s+(?:(?!(?:{_NOT_IN_STREETS})\b)[a-z][\w’'.-]{{0,30}}\s+){{1,3}}"
    rf"(?:{_STREETS}|{_MORE_STREETS})\b"
)
_NAMED_STREET = rf"\b(?:(?!(?:{_NOT_NAMES})\b)[A-Z][\w’'-]{{1,30}}\s+){{1,4}}(?i:{_STREETS})\b"
_SOMEWHERE = (
    r"\b(?i:in|at|on|off|behind|near|opposite|beside|above|outside|inside|round)\s+(?:the\s+)?"
    r"(?:[A-Z][\w’'-]{0,30}\s+){1,4}"
)

_TOLD_BY: dict[str, re.Pattern[str]] = {
    A_POSTCODE: re.compile(
        r"\b[a-z]{1,2}[0-9][a-z0-9]?[\s.-]*[0-9](?!(?:am|pm|st|nd|rd|th)\b)[a-z]{2}\b",
        re.IGNORECASE,
    ),
    COORDINATES: re.compile(
        r"(?<![0-9.])-?[0-9]{1,3}\.(?!(?:19|20)[0-9]{2}(?![0-9]))[0-9]{3,}(?![0-9]|\.[0-9])"
        r"|[0-9]{1,3}\s*°\s*[0-9]|\b[2-9CFGHJMPQRVWX]{4,8}\+[2-9CFGHJMPQRVWX]{2,3}\b"
    ),
    A_MAP: re.compile(
        r"///\w+\.\w+\.\w+|what3words|w3w\.co|goo\.gl|google\.[a-z.]+/maps|maps\.\w+|\bosm\.org"
        r"|openstreetmap",
        re.IGNORECASE,
    ),
    AN_ADDRESS: re.compile(
        rf"(?i:{_NUMBERED_STREET})|{_NAMED_STREET}|{_SOMEWHERE}(?i:{_MORE_STREETS})\b"
    ),
    A_PLACE: re.compile(rf"{_SOMEWHERE}(?i:{_BUILDINGS})\b"),
    A_SURNAME: re.compile(
        r"\b(?:Mr|Mrs|Ms|Miss|Mx|Dr|Rev|Sister|Imam)\.?\s+[A-Z][\w’'-]+"
        r"|\b(?i:ask for|speak to|talk to|run by|led by)\s+[A-Z][a-z’'-]+\s+[A-Z][a-z’'-]+"
    ),
}

_PLACE_KEYS = (
    *("where", "address", "postcode", "lat", "lon", "directions", "moved_to", "venue", "location"),
    *("place", "street", "building", "room", "latitude", "longitude", "lng", "coordinates", "map"),
)
_NAME_KEYS = frozenset({"name", "by", "kept_by"})
_PHONE_KEYS = frozenset({"phone", "text", "whatsapp"})
_SLUG_KEYS = frozenset({"works_with", "organiser", "source", "website"})
_ALIKE = 0.85

_ROLE = re.compile(
    r"\b(?:the|an?|our|any|us|of|on|by|and|or|in person|phone|whoever|someone|somebody|anyone|duty"
    r"|front|help|support|team|worker|desk|office|line|helpline|groups?|volunteers?|helper"
    r"|coordinator|connector|caretaker|warden|manager|nurse|midwife|advocate|advis[eo]r|services?"
    r"|centre|project|forum|club|friends|aid|advice|wom[ea]ns?|staff|reception|minister|vicar"
    r"|hello|info|contact|enquiries|mail)\b",
    re.IGNORECASE,
)
_NOT_A_PERSON = re.compile(
    r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)days?|January|February|March|April|May|June|July|August"
    r"|September|October|November|December|Phone|Text|Call|Ask|Or|And|The|By|In|No|Yes|Not"
)
_INITIAL_AND_SURNAME = re.compile(r"\b[A-Z]\.\s*[A-Z][a-z’'-]+")
_TWO_NAMES = re.compile(r"[^\W\d_][\w’'-]*\s+[^\W\d_][\w’'-]*\.?")
_FIRST_AND_SURNAME = re.compile(r"\b[A-Z][\w’'-]{1,30}\s+[A-Z][\w’'-]*")
_PERSONS_EMAIL = re.compile(r"\b([a-z]{2,})[._-]([a-z]{2,})@", re.IGNORECASE)
_LINK = re.compile(r"https?://[^/\s)]+(/[^\s)]{1,200})|\]\(([^\s)]{1,200})")
_EMPHASIS = re.compile(r"[*~`\\]")
_UNSEEN = re.compile(r"[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")


def told_in_words(words: str) -> Iterator[str]:
    """Yield what any words give away, wherever they stand."""
    plain = _plain(words)
    yield from _told_in_plain(plain)
    for address in _LINK.finditer(plain):
        yield from _told_in_plain(_spaced(address[1] or address[2]))


def _plain(words: str) -> str:
    """Return words as a reader sees them: no entities, no escapes, no marks of emphasis."""
    read = _UNSEEN.sub("", unicodedata.normalize("NFKC", unescape(unquote(words))))
    return _EMPHASIS.sub("", read).replace("_", " ")


def _told_in_plain(plain: str) -> Iterator[str]:
    yield from (what for what, pattern in _TOLD_BY.items() if pattern.search(plain))
    if any(not _ROLE.search(" ".join(pair)) for pair in _PERSONS_EMAIL.findall(plain)):
        yield A_SURNAME


def _spaced(address: str) -> str:
    """Return an address with spaces where hyphens and the like stand for them."""
    return re.sub(r"[-_./+?=]+", " ", address)


def told_in_name(name: str) -> Iterator[str]:
    """Yield what a slug, the name of a file or the name of a fact gives away."""
    spaced = _spaced(name)
    yield from _told_in_plain(spaced)
    # Without capitals and hyphens there is no telling a street from a stroll.
    yield from _told_in_plain(spaced.title())


def told_at(names: tuple[str, ...], words: str) -> Iterator[str]:
    """Yield what words give away that stand under these names of facts, such as contact, name."""
    if not words.strip() or (_PHONE_KEYS & set(names) and not re.search(r"[A-Za-z]{2}", words)):
        return
    if any(_is_of_a_place(name) for name in names):
        yield A_PLACE
    elif _NAME_KEYS & set(names) and _is_whole_name(words):
        yield A_SURNAME
    if "checked" in names and any(_is_whole_name(part) for part in words.split(",")):
        yield A_SURNAME
    if {"file", "formerly"} & set(names):
        yield from told_in_name(words)
    else:
        yield from told_in_words(words)
    if _SLUG_KEYS & set(names):
        # Whoever is linked with has a name of its own, which says little of where this is.
        yield from _told_in_plain(_spaced(words))


def first_names_in(texts: Iterable[str]) -> frozenset[str]:
    """Return what may be first names in the facts about people."""
    words = (word for text in texts for word in re.findall(r"\b[A-Z][a-z’'-]{1,30}\b", text))
    return frozenset(word for word in words if not _NOT_A_PERSON.fullmatch(word))


def followed_by_surname(line: str, first_names: Iterable[str]) -> bool:
    """Say whether one of these names is followed by what can only be a surname."""
    pairs = re.findall(r"\b([A-Z][a-z’'-]{1,30})\s+([A-Z][\w’'-]{1,30})", line)
    known = frozenset(first_names)
    return any(
        first in known and not _NOT_A_PERSON.fullmatch(last) and not _ROLE.search(last)
        for first, last in pairs
    )


@lru_cache(maxsize=1024)
def _is_of_a_place(name: str) -> bool:
    """Say whether a fact is about a place, even if its name has a letter wrong."""
    return any(SequenceMatcher(None, name, known).ratio() > _ALIKE for known in _PLACE_KEYS)


def _is_whole_name(words: str) -> bool:
    """Say whether words look like a first name with a surname, and not like a role."""
    words = re.sub(r"^(?:by|with)\s+|\(.*?\)", "", words.strip()).strip()
    if _INITIAL_AND_SURNAME.search(words):
        return True
    looks_so = _TWO_NAMES.fullmatch(words) or _FIRST_AND_SURNAME.search(words)
    return looks_so is not None and not re.search(r"[0-9]", words) and not _ROLE.search(words)
