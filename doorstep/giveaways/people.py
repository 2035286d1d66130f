"""Words -> whether they tell who somebody is: a surname in any of the ways people write one."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING

from doorstep.giveaways.common_names import (
    FIRST_NAMES,
    FIRST_NAMES_AND_WORDS,
    SURNAMES,
    SURNAMES_ALONE,
)
from doorstep.giveaways.ordinary import ROLE, is_ordinary, plain_word
from doorstep.giveaways.plain import plain, readings, spaced
from doorstep.patterns import late_pattern

if TYPE_CHECKING:
    from collections.abc import Iterable

A_SURNAME = "a surname"

_NOT_A_PERSON = late_pattern(
    r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)days?|January|February|March|April|May|June|July|August"
    r"|September|October|November|December|Phone|Text|Call|Ask|Or|And|The|By|In|No|Yes|Not"
)
_PARTICLES = (
    r"(?:de|da|do|dos|das|del|della|di|du|la|le|van|von|der|den|ter|bin|bint|ibn|al|el|ap|ab|abu|ul"
    r"|ur|zu|y)"
)
_CAPITAL = r"[A-Z][\w'-]{1,30}"
_TITLE = late_pattern(
    r"\b(?:Mr|Mrs|Ms|Miss|Mx|Dr|Rev|Revd|Sister|Imam|Prof|Professor|Sir|Lady|Lord|Dame|Pastor|Fr"
    r"|Father|Canon|Cllr|Councillor|Sgt|Insp|PC|DC|Rabbi|Judge|Sheikh|Begum|Auntie|Uncle|Sra?)\.?"
    r"\s+(?!(?:Is|And|Or|Of|For|To|In|At|On|Space|Circle|Group)\b)[A-Z][\w'-]*"
    r"|\b(?:mr|mrs|mx|dr|revd?|prof|cllr)\.?\s+[a-z][\w'-]*|\bms\.?\s[a-z][\w'-]+",
)
_ASKED_FOR = late_pattern(
    r"\b(?i:ask for|speak to|talk to|talk with|run by|led by|call|contact|ring|email|meet"
    rf"|my name is|i am|i'm|from|with|by|and|to)\s+({_CAPITAL})\s+({_CAPITAL})"
)
_INITIAL = late_pattern(
    r"\b[A-Z]\.\s?(?:[A-Z]\.\s?)?[A-Z][a-z'-]+|\b(?![AIO]\b)[A-Z]\s[A-Z][a-z'-]{2,}"
)
_PARTICLE_NAME = late_pattern(
    rf"\b{_CAPITAL}\s+(?i:{_PARTICLES}[\s-]){{1,2}}[A-Z]\w+|\b[OD]'\s?[A-Z][a-z]+|\bMa?c\s?[A-Z][a-z]{{2,}}"
    r"|\b(?!Al-Anon\b)(?:[Aa]l|[Ee]l|[Uu]l|[Bb]in|[Aa]bu)-[A-Z][a-z]+|\bSt\.?\s?(?:John|Clair)-[A-Z]\w+"
)
_PAIR = late_pattern(r"\b(?=([A-Z][a-z'-]{1,30})\s+([A-Z](?:[\w'-]{1,30}|\.|(?!\w))))")
_ANY_PAIR = late_pattern(
    r"(?<![\w'])(?=([a-z][a-z'-]{1,30})[\s,]{1,3}([a-z][a-z'-]{1,30}))", re.IGNORECASE
)
_ALONE = late_pattern(r"(?<![\w'])[A-Z][a-z]+|(?<![\w'])[A-Z]{4,}")
_FAMILY = late_pattern(r"\b([A-Z][a-z]{2,})\s+family\b")
_FAMILIES = late_pattern(r"\b[Tt]he\s+([A-Z][a-z]+)s\b")
_EMAIL = late_pattern(
    r"([a-z][\w.+'-]{0,60})(?:@|\s?[\[({<]\s?at\s?[\])}>]\s?|\s+at\s+(?=[\w-]{1,40}\s?(?:\.|dot\s)))",
    re.IGNORECASE,
)
_HANDLE = late_pattern(r"(?<![\w.])@(\w[\w.]{2,40})")
_SITE = late_pattern(
    r"(?:https?://|\bwww\.)([^\s)\]}>\"',]{4,200})|\]\(([^\s)]{1,200})", re.IGNORECASE
)
_BARE_SITE = late_pattern(
    r"(?<![@\w.-])((?:[a-z0-9-]{1,63}\.){1,4}[a-z]{2,12}(?:/[^\s)\]]{0,200})?)", re.IGNORECASE
)
SITES_OF_MAIL = late_pattern(r"(?<=\w)@((?:[a-z0-9-]{1,63}\.){1,4}[a-z]{2,12})", re.IGNORECASE)
_TURNED = late_pattern(r"([^\W\d_][\w'-]+),\s*([^\W\d_][\w'-]+)")
_KNOWN_FIRST = FIRST_NAMES | FIRST_NAMES_AND_WORDS
_HAN = late_pattern(r"[\u3400-\u9fff\uac00-\ud7a3]")

_INITIAL_AND_SURNAME = late_pattern(r"\b[A-Z]\.\s*[A-Z][a-z'-]+|^[A-Z]\s+[A-Z][a-z'-]+$")
_TWO_NAMES = late_pattern(r"[^\W\d_][\w'-]*\s+(?:[^\W\d_][\w'-]*\s+){0,2}[^\W\d_][\w'-]*\.?")
_FIRST_AND_SURNAME = late_pattern(r"\b[A-Z][\w'-]{1,30}\s+[A-Z][\w'-]*")


def names_somebody(words: str) -> bool:
    """Say whether words give a surname, wherever they stand."""
    seen = plain(words)
    return (
        any(_names(reading) for reading in readings(words))
        or any(_is_email_of_one(mark[1]) for mark in _EMAIL.finditer(seen))
        or any(names_in_name(handle) for handle in _names_of_sites(seen))
    )


def _names(reading: str) -> bool:
    return (
        any(pattern.search(reading) for pattern in (_TITLE, _INITIAL, _PARTICLE_NAME))
        or any(not is_ordinary(*pair) for pair in _ASKED_FOR.findall(reading))
        or any(_is_first_and_surname(*pair) for pair in _PAIR.findall(reading))
        or any(_are_common(first, last) for first, last in _ANY_PAIR.findall(reading))
        or any(word.lower() in SURNAMES_ALONE for word in _ALONE.findall(reading))
        or any(not is_ordinary(family) for family in _FAMILY.findall(reading))
        or any(family.lower() in SURNAMES for family in _FAMILIES.findall(reading))
    )


def _is_first_and_surname(first: str, last: str) -> bool:
    if is_ordinary(last):
        return False
    name = plain_word(first)
    is_told = name in FIRST_NAMES_AND_WORDS and plain_word(last) in SURNAMES
    return is_told or (name in FIRST_NAMES and not first.endswith("'s"))


def _are_common(first: str, last: str) -> bool:
    """Say whether these are a common first name and a common surname, in whatever letters."""
    return first.lower() in FIRST_NAMES and plain_word(last) in SURNAMES


def _names_of_sites(words: str) -> list[str]:
    """Return the parts of every address of a web page or a mailbox, and names that start with @."""
    pages = [*(one or other for one, other in _SITE.findall(words)), *_BARE_SITE.findall(words)]
    sites = [*pages, *SITES_OF_MAIL.findall(words)]
    parts = [part for site in sites for part in re.split(r"[/?#&=]", site) if part]
    return [*_HANDLE.findall(words), *parts]


def names_in_name(name: str) -> bool:
    """Say whether a slug, the name of a file, a site or an account has a surname in it."""
    parts = spaced(name).lower().split()
    return (
        any(part in SURNAMES_ALONE or _is_joined(part) for part in parts)
        or any(_are_neighbours(*pair) for pair in pairwise(parts))
        or (len(parts) == 2 and parts[0] in FIRST_NAMES and not is_ordinary(parts[1]))
    )


def _are_neighbours(first: str, last: str) -> bool:
    is_first = first in FIRST_NAMES or (len(first) == 1 and first not in "aio")
    return is_first and last in SURNAMES


@lru_cache(maxsize=4096)
def _is_joined(word: str) -> bool:
    """Say whether a word is a common first name and a common surname in one: joansmith."""
    halves = ((word[:at], word[at:]) for at in range(2, len(word) - 2))
    return len(word) < 40 and any(
        (one in FIRST_NAMES and other in SURNAMES) or (one in SURNAMES and other in FIRST_NAMES)
        for one, other in halves
    )


def _is_email_of_one(local: str) -> bool:
    parts = [part for part in re.split(r"[._+-]|[0-9]+", local.lower()) if part]
    # The “a” of a.okafor@ is no word.
    if not parts or ROLE.search(" ".join(part for part in parts if len(part) > 1)):
        return False
    if len(parts) > 1:
        return not is_ordinary(parts[-1])
    [name] = parts
    is_initialled = name[1:] in SURNAMES and len(name) > 4 and name not in FIRST_NAMES
    return is_initialled or name in SURNAMES_ALONE or _is_joined(name)


def first_names_in(texts: Iterable[str]) -> frozenset[str]:
    """Return what may be first names in the facts about people."""
    words = (word for text in texts for word in re.findall(r"\b[A-Z][a-z'-]{1,30}\b", plain(text)))
    return frozenset(word for word in words if not _NOT_A_PERSON.fullmatch(word))


def followed_by_surname(line: str, first_names: Iterable[str]) -> bool:
    """Say whether one of these names is followed by what can only be a surname."""
    known = frozenset(first_names)
    return any(
        first in known and not is_ordinary(last)
        for reading in readings(line)
        for first, last in _PAIR.findall(reading)
    )


def is_whole_name(words: str) -> bool:
    """Say whether words look like a first name with a surname, and not like a role."""
    if _HAN.search(words):
        return len(words.strip()) > 1 and words.strip()[0] not in "阿小老"
    words = plain(re.sub(r"\(.*?\)", "", words))
    if (turned := _TURNED.fullmatch(words.strip())) and turned[1].lower() not in _KNOWN_FIRST:
        return turned[2].lower() in _KNOWN_FIRST
    parts = re.split(r"[,;/&+(]|\s+(?:or|and|-)\s+", words)
    return any(_is_one_name(re.sub(r"^(?:by|with)\s+", "", part.strip())) for part in parts)


def _is_one_name(words: str) -> bool:
    words = words.strip()
    if _INITIAL_AND_SURNAME.search(words) or words.lower() in SURNAMES_ALONE:
        return True
    if _is_of_words_alone(words):
        return False
    looks_so = _TWO_NAMES.fullmatch(words) or _FIRST_AND_SURNAME.search(words)
    return looks_so is not None and not re.search(r"[0-9]", words) and not ROLE.search(words)


def _is_of_words_alone(words: str) -> bool:
    """Say whether a name is made of words, as “Quiet hour” is and “Will Young” is not."""
    said = words.split()
    is_person = plain_word(next(iter(said), "")) in _KNOWN_FIRST
    return not is_person and len(said) > 1 and all(map(is_ordinary, said))
