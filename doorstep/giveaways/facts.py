"""Words and the name of the fact they stand under -> what they give away of a safe space."""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from functools import lru_cache
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from doorstep.giveaways.people import (
    A_SURNAME,
    SITES_OF_MAIL,
    is_whole_name,
    names_in_name,
    names_somebody,
)
from doorstep.giveaways.places import A_PLACE, places_in, places_in_name
from doorstep.giveaways.plain import plain, spaced
from doorstep.giveaways.proper_names import A_NAME, has_strange_name
from doorstep.patterns import late_pattern

if TYPE_CHECKING:
    from collections.abc import Iterator

_PLACE_KEYS = (
    *("where", "address", "postcode", "lat", "lon", "directions", "moved_to", "venue", "location"),
    *("place", "street", "building", "room", "latitude", "longitude", "lng", "coordinates", "map"),
    *("getting_there", "how_to_find_us", "find_us", "town", "house", "flat", "site", "position"),
    *("where_we_meet", "meeting_point", "bus_stop", "eircode", "zip", "grid_reference", "geo"),
)
_PERSON_KEYS = ("surname", "last_name", "family_name", "full_name", "lastname")
_NAME_KEYS = frozenset({"name", "by", "kept_by", "checked"})
_PHONE_KEYS = frozenset({"phone", "text", "whatsapp"})
_SLUG_KEYS = frozenset({"file", "formerly", "slug"})
_SLUGS_OF_OTHERS = frozenset({"works_with", "organiser", "source", "website"})
_ALIKE = 0.85
_SITE = late_pattern(
    r"(?:https?://|\bwww\.|(?<![\w:])//)([^\s)\]}>\"']{3,300})|\]\(([^\s)]{1,300})|\]:\s{1,3}(\S{1,300})"
    r"|(?<![@\w.-])((?:[a-z0-9-]{1,63}\.){1,4}[a-z]{2,12}/[^\s)\]]{1,200})",
    re.IGNORECASE,
)


def told_in_words(words: str) -> Iterator[str]:
    """Yield what any words give away, wherever they stand."""
    told = [*places_in(words), *_places_in_sites(words)]
    yield from told
    if names_somebody(words):
        yield A_SURNAME
    elif not told and has_strange_name(words):
        yield A_NAME


def _places_in_sites(words: str) -> Iterator[str]:
    seen = plain(words)
    pages = (next(filter(None, address.groups())) for address in _SITE.finditer(seen))
    for address in (*pages, *SITES_OF_MAIL.findall(seen)):
        for part in re.split(r"[/?#&]|(?<=[a-z])\.(?=[a-z])", address):
            yield from places_in_name(part)


def told_in_name(name: str) -> Iterator[str]:
    """Yield what a slug, the name of a file or the name of a fact gives away."""
    yield from places_in_name(name)
    if names_in_name(name):
        yield A_SURNAME


def told_at(names: tuple[str, ...], words: str) -> Iterator[str]:
    """Yield what words give away that stand under these names of facts, such as contact, name."""
    if not words.strip() or (_PHONE_KEYS & set(names) and not re.search(r"[^\W\d_]{2}", words)):
        return
    if any(_is_of(name, _PLACE_KEYS) for name in names):
        yield A_PLACE
    elif any(_is_of(name, _PERSON_KEYS) for name in names) or (
        _NAME_KEYS & set(names) and is_whole_name(words)
    ):
        yield A_SURNAME
    yield from told_in_words(words)
    if _SLUG_KEYS & set(names):
        # The ending of photo5.jpg would read as a street: 5 Jpg.
        yield from told_in_name(re.sub(r"\.\w{3,5}$", "", words))
        yield from told_in_name(PurePosixPath(words).stem)
    elif _SLUGS_OF_OTHERS & set(names):
        # Whoever is linked with has a name of its own, which says little of where this is.
        yield from places_in(spaced(words))
        yield from (A_SURNAME,) if names_in_name(words) else ()


@lru_cache(maxsize=1024)
def _is_of(name: str, known_names: tuple[str, ...]) -> bool:
    """Say whether a fact is one of these, even if its name has a letter wrong."""
    typed = plain(name).casefold().replace(" ", "_").replace("-", "_")
    return any(SequenceMatcher(None, typed, known).ratio() > _ALIKE for known in known_names)
