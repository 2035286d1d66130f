"""Words that somebody sent -> whether they may give away a safe space, or what is one person's.

Where it is not sure they count as a giveaway: that costs one phone call, and the other mistake
cannot be taken back.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from doorstep.agreements import Detail
from doorstep.contacts import dialled
from doorstep.fields import folded
from doorstep.forms.nodes import node_at
from doorstep.giveaways import told_in_words
from doorstep.importers.issue_form.desks import number_of, title_of
from doorstep.importers.phones import phones_in
from doorstep.kinds import Kind
from doorstep.private_details.finding import (
    details_of,
    everywhere_in,
    unread_details,
    with_lines,
)
from doorstep.private_details.known import Known
from doorstep.private_details.legible import legible
from doorstep.safe_spaces import may_be_safe_space

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from doorstep.drafts import Draft
    from doorstep.importers.issue_form.desks import Desk
    from doorstep.importers.issue_form.intents import Intent
    from doorstep.sources import Source

_OF_SAFE_SPACES = re.compile(
    r"\bsafe[ -]?(?:houses?|spaces?|places?)\b|\brefuges?\b|\bwom[ae]n['’]?s[ -]aid\b"
    r"|\bdomestic (?:abuse|violence)\b|\b(?:in|into) hiding\b|\bhas fled\b|\bwho fled\b"
    r"|\bsecret (?:address|place|location)\b|\bkeep (?:it|this|the (?:address|place)) secret\b",
    re.IGNORECASE,
)
_OF_PLACES = frozenset({"place", "address", "postcode", "directions", "position", "area"})
"""Boxes that tell where something is, however they are filled in."""


def gives_away(answers: Mapping[str, str], others: Iterable[str], desk: Desk) -> bool:
    """Say whether what stands in the boxes, or in other words, has to stay private.

    It has where a number of one person is in it, and where it speaks of a safe space and of a
    place, of a surname or the like as well.
    """
    words = "\n".join([*answers.values(), *others])
    if _tells_of_a_person(answers, others, desk):
        return True
    # In an address, “No. 204” is a house.
    elsewhere = [said for name, said in answers.items() if name not in _OF_PLACES]
    elsewhere += others
    is_about_one = (
        _OF_SAFE_SPACES.search(words) is not None
        or may_be_safe_space(words)
        or any(_is_named(source, words, desk) for source in desk.safe_spaces)
        or any(_is_numbered(source, elsewhere) for source in desk.safe_spaces)
    )
    return is_about_one and (bool(_OF_PLACES & answers.keys()) or _tells(words))


def _tells_of_a_person(answers: Mapping[str, str], others: Iterable[str], desk: Desk) -> bool:
    # A phone number with its first nought forgotten has as many figures as an NHS number.
    said = (words for name, words in answers.items() if name != "contact_phone")
    return any(True for _ in everywhere_in(legible([*said, *others]), desk.today))


def gives_out(after: Draft, before: Draft, slug: str) -> bool:
    """Say whether an entry now has a person's own mobile or home that nobody agreed to."""
    new = _details_in(after, slug) - _details_in(before, slug) - _agreed(after, slug)
    return not new.isdisjoint((Detail.MOBILE, Detail.HOME_ADDRESS))


def gives_out_unread(answers: Mapping[str, str], intent: Intent, after: Draft) -> bool:
    """Say the same of an entry that cannot be read yet, by what stands in the boxes."""
    if intent.kind is None or intent.kind is Kind.STORY:
        return False
    known, text = Known(after.config, after.entries, after.today), legible(answers.values())
    side = folded(str((intent.facts or {}).get("side", "")))
    new = unread_details(text, known, intent.kind, side)
    return not _agreed(after, intent.slug).issuperset(new)


def _agreed(draft: Draft, slug: str) -> set[Detail]:
    return {one.detail for one in draft.config.may_be_public if one.entry == slug}


def _details_in(draft: Draft, slug: str) -> set[Detail]:
    known = Known(draft.config, draft.entries, draft.today)
    # In a story a house with its number may be a place of work, or of long ago.
    return {
        found.detail
        for entry, lines in with_lines(draft.entries)
        if entry.slug == slug and entry.kind is not Kind.STORY
        for found in details_of(entry, lines, known)
    }


def _tells(words: str) -> bool:
    """Say whether any line tells of a place, of a surname or the like."""
    return any(True for line in words.split("\n") for _ in told_in_words(line))


def _is_named(source: Source, words: str, desk: Desk) -> bool:
    """Say whether words name a safe space: by title, slug or a phone of its own."""
    plain = folded(words)
    names = (folded(title_of(source)), folded(source.slug))
    if any(re.search(rf"\b{re.escape(name)}\b", plain) for name in names):
        return True
    own = set(_phones(source)) - _shared_phones(desk)
    return bool(own & {dialled(phone) for phone in phones_in(words, desk.context.phone_region)})


def _is_numbered(source: Source, texts: Iterable[str]) -> bool:
    number = rf"\b(?:no\.?|number|entry|#)\s*{number_of(source) or 'none'}\b"
    return any(re.search(number, text, re.IGNORECASE) for text in texts)


def _phones(source: Source) -> Iterator[str]:
    for key in ("phone", "text", "whatsapp"):
        phone = node_at(source.front_matter, ("contact", key))
        if isinstance(phone, str) and phone:
            yield dialled(phone)


def _shared_phones(desk: Desk) -> set[str]:
    """Return numbers that answer for others as well, such as the help line."""
    open_ones = (source for source in desk.sources if source not in desk.safe_spaces)
    line = desk.config.help_line
    return {
        *(phone for source in open_ones for phone in _phones(source)),
        *(dialled(phone) for phone in (line.phone, line.text) if phone),
    }
