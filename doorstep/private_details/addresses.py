"""Words -> the addresses in them that look like somebody's home."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from doorstep.fields import folded
from doorstep.patterns import late_pattern
from doorstep.private_details.legible import line_at

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_SURE = "street|road|lane|avenue|crescent|terrace|grove|mews|court|drive|close|square|parade|wharf"
_STREETS = (
    "Street|Road|Lane|Avenue|Crescent|Terrace|Grove|Mews|Court|Drive|Close|Square|Parade|Wharf|Quay"
    "|Row|Hill|Walk|Gate|Yard|Place|Way|Rise|View|Green|Alley|Passage|Buildings|Gardens|Bank|Brae"
    "|Loan|Wynd|Vale|Park|Cottages|Croft|St|Rd|Ln|Ave|Av|Cres|Cl|Crt|Dr|Terr|Ter|Tce|Pl|Sq|Gdns"
)
_STREETS_FIRST = "Heol|Ffordd|Stryd|Clos|Maes|L[oô]n|Rhodfa"
"""In Welsh a street is called one before it has its name."""

_SHORT = {"st": "street", "rd": "road", "ln": "lane", "ave": "avenue", "av": "avenue"}
_SHORT |= {"cres": "crescent", "cl": "close", "dr": "drive", "ter": "terrace", "terr": "terrace"}
_SHORT |= {"tce": "terrace", "crt": "court", "pl": "place", "sq": "square", "gdns": "gardens"}
_NOT_IN_STREETS = (
    "of|in|a|an|the|to|or|and|us|we|you|people|women|men|from|is|are|on|at|with|by|minutes?|mins?"
    "|hours?|days?|weeks?|months?|years?|times?|miles?|am|pm|metres?|km|down|up|along|off|more|per"
)
_HOUSE = (
    # Not a part of a longer number, an amount, a time or a year.
    r"[0-9](?<![\w£$:.,+-][0-9])(?<![0-9][ /][0-9])(?!(?<=1)9[0-9]{2}\b|(?<=2)0[0-9]{2}\b)"
    r"[0-9]{0,3}[A-Za-z]?(?:\s?[-/]\s?[0-9]{1,4}[A-Za-z]?)?(?![0-9A-Za-z])"
)
_NUMBERED = late_pattern(
    rf"(?P<house>{_HOUSE}),?\s+(?!(?:Minute|Hour|Mile|Day)\s+(?:Walk|Drive)\b)"
    rf"(?P<street>(?:[A-Z][\w’'.-]{{0,30}}\s+){{1,3}}(?:{_STREETS})"
    rf"|(?:{_STREETS_FIRST})\s+(?:[a-z]\w{{0,3}}\s+)?[A-Z][\w’'-]{{0,30}}"
    rf"|(?i:(?:(?!(?:{_NOT_IN_STREETS})\b)[a-z][\w’'-]{{0,30}}\s+){{1,2}}(?:{_SURE})))\b"
)
_OF_NO_HOUSE = late_pattern(
    r"\b(?:(?:bus|route|service|tram|the)\s+(?:number|no\.?)|bus(?:es)?|route|service|tram|stop"
    r"|stand|platform|zone|junction|flat|apartment|apt\.?|room|unit|[0-9]\s?to)\s*$",
    re.IGNORECASE,
)
_VENUE = late_pattern(
    r"\b(?:halls?|church|chapel|mosque|gurdwara|temple|synagogue|library|school|college|nursery"
    r"|centre|center|clinic|surgery|hospital|hospice|hotel|inn|pub|arms|café|cafe|club|clubhouse"
    r"|shop|stores?|market|museum|gallery|theatre|cinema|station|office|offices|council|hub|shed"
    r"|rooms|studios?|gym|pool|park|gardens?|allotments?|workshop|depot|bank|base|co-op|chemist"
    r"|pharmacy|society|association|trust|commissioner|charity)\b",
    re.IGNORECASE,
)
_NOT_AFTER_FLAT = (
    r"(?!\s*(?:[%⁄-]|\.[0-9]|(?:miles?|km?|m|metres?|inch(?:es)?|furlongs?|minutes?|mins?|hours?|days?"
    r"|weeks?|pounds?|p|am|pm|st|nd|rd|th)\b))"
)
_FLAT = late_pattern(
    r"\b(?<!a )(?<!A )(?<!is )(?<!the )(?<!of )(?<!on )(?<!\b[b-g] )(?:flat|apartment|apt\.?"
    rf"|maisonette|bedsit)\s+(?:no\.?\s*)?(?:[0-9]{{1,3}}(?![0-9]){_NOT_AFTER_FLAT}[a-z]?"
    r"(?:\s?/\s?[0-9]{1,2})?|[A-H](?=[,\s]+[0-9]))\b",
    re.IGNORECASE,
)
_SIGNS_OF_FLATS = ("flat", "apartment", "apt", "maisonette", "bedsit")
_ROOM = "flat|kitchen|living room|front room|sitting room"
_MINE = (
    rf"\bmy\s+(?:own\s+)?(?:house|home|{_ROOM}|place|garage|garden)\b|\bmy\s+address\b"
    r"|\bour\s+(?:own\s+)?house\b|\bhome address\b(?=\s*(?:is\b|at\b|[:,(0-9]))"
    r"|\b(?:our|his|her|their|your)\s+(?:own\s+)?(?:flat|living room|front room|sitting room)\b"
    r"|\b(?:his|her)\s+(?:own\s+)?(?:house|home|kitchen|garden)\b"
    r"|\b(?:I|we|she|he)\s+(?:now\s+)?lives?\s+(?:at|in)\b|\bwho\s+(?:now\s+)?lives?\s+at\b(?!\s+home\b)"
    r"|\b(?:lives|living) at\b(?!\s+home\b)"
    rf"|\ba\s+(?:friend|member|neighbour|resident|volunteer)['’]s\s+(?:house|home|garden|{_ROOM})\b"
    # With a capital it is what a café or a building is called: Nana's Kitchen, Friends' House.
    r"|(?<!\bst )(?<!\bst\. )\b(?!children|people)"
    rf"(?-i:[\w]{{2,20}}['’]s\s+(?:own\s+)?(?:{_ROOM})\b"
    r"|[A-Z][\w]{1,20}['’]s\s+(?:house|home|garden)\b)"
    # Who is cared for at home is at no address yet; at home, 12 Mill Lane is one.
    r"|(?<!\bfeel )(?<!self )\bat home\b[\s,:;(-]{0,4}(?:(?:at|in|on)\s)?(?=[0-9]|\Z)"
    r"|\b(?:ring|knock)\s+(?:at|on)\s+(?=[1-9][0-9]{0,3}[a-z]?,?\s+[a-z])(?![0-9]+\s?[ap]\.?m)"
)
_HOME = late_pattern(_MINE, re.IGNORECASE)
_NEAR = 80
"""Letters between a word of somebody's home and its address."""


class Numbered(NamedTuple):
    """A house with its number and its street."""

    start: int
    name: str
    """The same however it is written: 28 high street."""


def numbered_in(text: str) -> Iterator[Numbered]:
    """Yield every house that is named with its number and its street."""
    for found in _NUMBERED.finditer(text):
        if not _OF_NO_HOUSE.search(text[max(0, found.start() - 16) : found.start()]):
            words = folded(re.sub(r"[^\w\s/-]", "", f"{found['house']} {found['street']}")).split()
            yield Numbered(found.start(), " ".join([*words[:-1], _SHORT.get(words[-1], words[-1])]))


def flats_in(text: str) -> Iterator[int]:
    """Yield the lines that have the number of a flat."""
    words = text.lower()
    if any(sign in words for sign in _SIGNS_OF_FLATS):
        yield from (line_at(text, found.start()) for found in _FLAT.finditer(text))


def houses_in(text: str, is_known: Callable[[str], bool]) -> Iterator[int]:
    """Yield the lines with an address that is of no place in the guide, nor of a venue."""
    for numbered in numbered_in(text):
        before, near = _around(text, numbered.start)
        is_venue = is_of_a_venue(before) and not is_of_a_home(near)
        if not is_venue and not is_known(numbered.name):
            yield line_at(text, numbered.start)


def homes_in(text: str, is_known: Callable[[str], bool]) -> Iterator[int]:
    """Yield the lines with an address of no place in the guide that words say is a home."""
    for numbered in numbered_in(text):
        _, near = _around(text, numbered.start)
        if not is_known(numbered.name) and is_of_a_home(near):
            yield line_at(text, numbered.start)


def _around(text: str, start: int) -> tuple[str, str]:
    """Return the words before a place, up to the sentence's start, and those on both sides."""
    before = text[max(0, start - _NEAR) : start]
    return before.rpartition(". ")[2], before + text[start : start + _NEAR]


def is_of_a_home(words: str) -> bool:
    """Say whether words speak of where somebody lives."""
    return _HOME.search(words) is not None


def is_of_a_venue(words: str) -> bool:
    """Say whether words name a building that anybody may come to."""
    return _VENUE.search(words) is not None
