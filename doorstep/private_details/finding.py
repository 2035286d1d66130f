"""An entry as it was typed -> the private details in it, and the lines they are on."""

from __future__ import annotations

import re
from collections import defaultdict
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from doorstep.agreements import Detail
from doorstep.entries import Help, Side
from doorstep.kinds import Kind
from doorstep.patterns import late_pattern
from doorstep.private_details.addresses import (
    flats_in,
    homes_in,
    houses_in,
    is_of_a_home,
    is_of_a_venue,
    numbered_in,
)
from doorstep.private_details.births import births_in
from doorstep.private_details.emails import Owner, emails_in, may_have_email
from doorstep.private_details.known import phones_of
from doorstep.private_details.legible import legible
from doorstep.private_details.mobiles import mobiles_in, national
from doorstep.private_details.numbers import numbers_in

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from doorstep.details import Address
    from doorstep.entries import Entry
    from doorstep.private_details.known import Known
    from doorstep.sources import KeyPath, Source

_A_ROLE = late_pattern(
    r"\b(?:the|an?|our|forum|desk|office|team|line|helpline|group|club|centre|society|association"
    r"|project|service|coordinator|organiser|manager|secretary|chair|staff|reception|volunteers?)\b",
    re.IGNORECASE,
)
_STARTS_WITH_NUMBER = late_pattern(r"\s*[0-9]{1,4}[A-Za-z]?\b")
_LONG_NUMBER = late_pattern(r"[0-9](?:-?[0-9]){5}")
SOON_LOOKED_THROUGH = 10_000
"""Letters of an entry that is looked through as soon as it is read; others are once, later."""

IN_NAME = 0
"""The line of what is in the name of a file."""


class Found(NamedTuple):
    """A private detail, and the line of the file that it is on; IN_NAME where it is on none."""

    line: int
    detail: Detail


def everywhere_in(text: str, today: date) -> Iterator[tuple[int, Detail]]:
    """Yield what is private wherever it stands, after the line it is on, counted from 0."""
    yield from numbers_in(text)
    yield from ((line, Detail.DATE_OF_BIRTH) for line in births_in(text, today))


def with_lines(entries: Iterable[Entry]) -> Iterator[tuple[Entry, tuple[str, ...]]]:
    """Yield each entry with its own lines of its file, which may hold others too."""
    in_file: defaultdict[str, list[Entry]] = defaultdict(list)
    for entry in entries:
        in_file[entry.file].append(entry)
    for together in in_file.values():
        written = [entry.written for entry in together]
        starts = sorted(source.first_line for source in written)
        ends = {start: after - 1 for start, after in pairwise(starts)}
        for entry, source in zip(together, written, strict=True):
            yield entry, source.lines[source.first_line - 1 : ends.get(source.first_line)]


def details_of(entry: Entry, lines: tuple[str, ...], known: Known) -> list[Found]:
    """Return the private details of an entry, which these lines of its file are about.

    Of a safe space only what is private everywhere: it has rules of its own for all else.
    """
    text = legible(lines)
    found = list(everywhere_in(text, known.today))
    if not entry.sensitive:
        found += ((line, Detail.MOBILE) for line in _mobiles(entry, text, known))
        found += ((line, Detail.HOME_ADDRESS) for line in _addresses(entry, text, known))
        found += ((line, Detail.EMAIL) for line in _emails(entry, text, known))
    first = entry.written.first_line
    on_lines = {Found(first + line, detail) for line, detail in found}
    return sorted(on_lines | {Found(IN_NAME, detail) for detail in _in_name(entry, known)})


def beyond_suspicion(entries: Iterable[Entry], alone: Known) -> frozenset[tuple[str, int]]:
    """Return where those entries of one file are written that hold no private detail.

    `alone` knows none of the other entries of the guide. They only ever take suspicion away: what
    is nobody's own because it is in one of them. So where there is none, none will come.
    """
    return frozenset(
        entry.origin
        for entry, lines in with_lines(entries)
        if sum(map(len, lines)) <= SOON_LOOKED_THROUGH and not details_of(entry, lines, alone)
    )


def unread_details(text: str, known: Known, kind: Kind, side: str) -> Iterator[Detail]:
    """Yield what may be one person's own in the words of an entry that cannot be read yet.

    Nobody knows then whose number it has, so help that is not said to be got is an offer.
    """
    is_offer = kind is Kind.HELP and side != Side.GET
    if is_offer and any(number not in known.relays for _, number in mobiles_in(text)):
        yield Detail.MOBILE
    homes = (houses_in if is_offer else homes_in)(text, known.has_address)
    if any(True for _ in (*homes, *(flats_in(text) if is_offer else ()))):
        yield Detail.HOME_ADDRESS


def _in_name(entry: Entry, known: Known) -> Iterator[Detail]:
    if _LONG_NUMBER.search(entry.slug):
        name = entry.slug.replace("-", " ")
        yield from (detail for _, detail in everywhere_in(name, known.today))
        if any(number not in known.relays for _, number in mobiles_in(name)):
            yield Detail.MOBILE


def _emails(entry: Entry, text: str, known: Known) -> Iterator[int]:
    if may_have_email(text):
        yield from emails_in(text, _owner(entry, known))


def _owner(entry: Entry, known: Known) -> Owner:
    runs_it = known.titles.get(entry.organiser or "", "")
    title = re.sub(r"\S*@\S*", " ", entry.title)
    names = re.findall(r"[a-z]{2,}", f"{title} {entry.slug} {runs_it}".lower())
    initials = "".join(word[0] for word in re.findall(r"[a-z]+", title.lower()))
    is_own = isinstance(entry, Help) and entry.side is Side.GIVE
    return Owner(frozenset((*names, initials)), is_own)


def _mobiles(entry: Entry, text: str, known: Known) -> Iterator[int]:
    if isinstance(entry, Help) and (entry.side is Side.GIVE or _is_reached_on_own(entry)):
        for line, number in mobiles_in(text):
            if number not in known.relays:
                yield line


def _is_reached_on_own(entry: Entry) -> bool:
    """Say whether help comes from one person, whom nobody but they themselves answers for."""
    is_landline = any(not national(phone).startswith("07") for phone in phones_of(entry))
    return not is_landline and not entry.organiser and _is_a_person(entry)


def _is_a_person(entry: Entry) -> bool:
    name = entry.contact.name
    return bool(name) and not _A_ROLE.search(name) and len(name.split()) < 3


def _addresses(entry: Entry, text: str, known: Known) -> Iterator[int]:
    found = {*_in_words(entry, text, known), *flats_in(text)}
    if found and _is_public(entry):
        found -= _lines_of(entry.written, ("where",))
    yield from found
    if isinstance(entry, Help) and _lives_there(entry, known):
        yield from _lines_of(entry.written, ("where", "address"))


def _in_words(entry: Entry, text: str, known: Known) -> Iterator[int]:
    is_of_people = entry.kind in (Kind.STORY, Kind.PAGE) or _is_given(entry)
    yield from (houses_in if is_of_people else homes_in)(text, known.has_address)


def _is_given(entry: Entry) -> bool:
    return isinstance(entry, Help) and entry.side is Side.GIVE


def _is_public(entry: Entry) -> bool:
    """Say whether an entry's own place is one that anybody may come to."""
    if entry.kind in (Kind.PLACE, Kind.GREEN_SPACE):
        return True
    address = entry.address
    if address is None or is_of_a_home(f"{address.name} {address.address}"):
        return False
    is_named = is_of_a_venue(address.name)
    return is_named or (entry.kind in (Kind.GROUP, Kind.EVENT) and not _is_flat_in_house(address))


def _is_flat_in_house(address: Address) -> bool:
    words = address.address
    return any(True for _ in flats_in(words)) and any(True for _ in numbered_in(words))


def _lives_there(entry: Help, known: Known) -> bool:
    """Say whether where an offer is can only be somebody's home."""
    address = entry.address
    if address is None or not _STARTS_WITH_NUMBER.match(address.address) or _is_public(entry):
        return False
    if any(known.has_address(numbered.name) for numbered in numbered_in(address.address)):
        return False
    is_own = entry.side is Side.GIVE or (not entry.organiser and _is_a_person(entry))
    return is_own and not is_of_a_venue(f"{address.name} {address.address}")


def _lines_of(source: Source, path: KeyPath) -> set[int]:
    """Return the lines, counted from 0, that a fact is on with all its parts."""
    marks = (mark for at, mark in source.marks.items() if at[: len(path)] == path)
    return {line - source.first_line for mark in marks for line in (mark.line, mark.key_line)}
