"""What is told of a group -> Traits: all that it is known by, each folded to one spelling."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import parse_qsl, unquote, urlencode, urlsplit

from doorstep.contacts import dialled, tidy_phone
from doorstep.patterns import late_pattern
from doorstep.search.folding import folded_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

TITLE, PHONE, EMAIL, WEBSITE, SOURCE = SORTS = ("title", "phone", "email", "website", "source")
"""The sorts of traits, as the file calls them."""

FEWEST_WORDS = 2
"""A name keeps so many words: “Book club” is no other name for “Book group”."""

LONGEST_CHANCE = 5
"""So many letters of a name stand in other words by chance: AA in Aaron, One in phone."""

_ENDINGS = frozenset(
    (
        *("group", "club", "society", "association", "project", "team", "network", "charity"),
        *("cic", "cio", "ltd", "limited"),
    )
)
_PASSED_OVER = frozenset(("the", "and", "n"))
_SAME = {"saint": "st"}
_PHONES = ("phone", "text", "whatsapp")
_NAME_AND_MORE = late_pattern(r"\s*(?::|\(|\s[-–—|]\s).*", re.DOTALL)
_NO_PART_OF_IT = late_pattern(r"utm_\w+|fbclid|gclid|mibextid|ref")
_HOSTS_OF_ALL = late_pattern(r"^(?:www\d?|m|mobile)\.")


class Trait(NamedTuple):
    """One thing that a group is known by."""

    sort: str
    text: str


class NotATrait(ValueError):  # noqa: N818 - a name that reads as a sentence
    """Says why nobody could be known by some words."""


def folded_name(name: str) -> str:
    """Return the letters that a name shares with every other way to write it.

    Case, accents, signs and spaces do not count, nor do “the”, “and” and an ending such as
    “group”: “The Tea & Talk Group” is “tea and talk”.
    """
    every = folded_words(name)
    words = [_SAME.get(word, word) for word in every if word not in _PASSED_OVER] or every
    while len(words) > FEWEST_WORDS and words[-1] in _ENDINGS:
        words.pop()
    return "".join(letter for word in words for letter in word if letter.isalnum())


def known_by(facts: Mapping[str, object], slug: str = "", region: str = "GB") -> frozenset[Trait]:
    """Return what is known of a group by the facts of an entry, however odd their shape."""
    contact, source = _part(facts, "contact"), _part(facts, "source")
    title = _text(facts.get("title"))
    names = (title, _NAME_AND_MORE.sub("", title), slug, *_slugs(facts))
    found = {
        *(Trait(TITLE, folded_name(name)) for name in names),
        *(Trait(PHONE, _dialled(_text(contact.get(key)), region)) for key in _PHONES),
        Trait(EMAIL, _folded_email(_text(contact.get("email")))),
        *(Trait(WEBSITE, page) for page in _pages(_text(contact.get("website")))),
        Trait(SOURCE, _named_in(_text(source.get("from")), _text(source.get("id")))),
    }
    return frozenset(trait for trait in found if trait.text)


def traits_told(
    *,
    titles: Iterable[str] = (),
    phones: Iterable[str] = (),
    emails: Iterable[str] = (),
    websites: Iterable[str] = (),
    sources: Iterable[tuple[str, str]] = (),
) -> frozenset[Trait]:
    """Return the traits that a person gives one by one, or raise NotATrait."""
    told = [
        *(_told(TITLE, title, folded_name(title)) for title in titles),
        *(_told(PHONE, phone, _whole_phone(phone)) for phone in phones),
        *(_told(EMAIL, email, _folded_email(email)) for email in emails),
        *(_told(WEBSITE, page, next(_pages(page), "")) for page in websites),
        *(_told(SOURCE, " ".join(source), _named_in(*source)) for source in sources),
    ]
    return frozenset(told)


def is_told_in(trait: Trait, words: str) -> bool:
    """Say whether some words give a trait away."""
    if trait.sort == TITLE:
        return _is_named_in(trait.text, words)
    if trait.sort == PHONE:
        return trait.text[-9:] in re.sub(r"[^0-9]", "", words)
    return trait.text.rpartition("\n")[2] in words.casefold()


def _is_named_in(name: str, words: str) -> bool:
    if len(name) > LONGEST_CHANCE:
        return name in folded_name(words)
    every = folded_words(words)
    ends = range(len(every) + 1)
    return any("".join(every[start:end]) == name for start in ends for end in ends[start:])


def _told(sort: str, typed: str, text: str) -> Trait:
    if not text:
        raise NotATrait(f"Nobody could be known again by “{typed}” ({sort}).")
    return Trait(sort, text)


def _whole_phone(phone: str) -> str:
    try:
        return _dialled(tidy_phone(phone), "GB")
    except ValueError:
        return ""


def _dialled(phone: str, region: str) -> str:
    return dialled(phone, region).partition(";")[0] if phone else ""


def _folded_email(email: str) -> str:
    text = email.casefold().removeprefix("mailto:")
    return text if "@" in text else ""


def _pages(address: str) -> Iterator[str]:
    """Yield a web page without what may be written differently, and then its whole site."""
    try:
        parts = urlsplit(address if "//" in address else f"//{address}")
        host = _HOSTS_OF_ALL.sub("", (parts.hostname or "").rstrip("."))
    except ValueError:
        return
    if "." not in host:
        return
    path = unquote(parts.path).casefold().rstrip("/")
    kept = [pair for pair in parse_qsl(parts.query) if not _NO_PART_OF_IT.fullmatch(pair[0])]
    query = f"?{urlencode(sorted(kept))}" if kept else ""
    yield f"{host}{path}{query}"
    yield host


def _named_in(list_name: str, identity: str) -> str:
    # “12” alone would be the twelfth of every list.
    return f"{list_name}\n{identity}".casefold() if list_name and identity else ""


def _slugs(facts: Mapping[str, object]) -> Iterator[str]:
    yield _text(facts.get("organiser"))
    before = facts.get("formerly")
    listed = before if isinstance(before, list | tuple) else _text(before).strip("[]").split(",")
    yield from map(_text, listed)


def _part(facts: Mapping[str, object], key: str) -> Mapping[str, object]:
    part = facts.get(key)
    return part if isinstance(part, dict) else {}


def _text(said: object) -> str:
    return " ".join(said.split()) if isinstance(said, str) else ""
