"""A round -> Markdown for an issue: a box to tick for everything to ask, in plain words.

What entries say is shown as it is and does nothing: no link of theirs, no name that is called.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from doorstep.reports import fenced, inert
from doorstep.words import english

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from doorstep.entries import Entry
    from doorstep.upkeep.asks import Ask
    from doorstep.upkeep.offers import Offer
    from doorstep.upkeep.rounds import Round
    from doorstep.upkeep.whom_to_ask import Knows

LONGEST = 60_000
"""Letters: GitHub takes about 65,000, and the words around the lists need some."""

NEW_ONES = 20
"""New entries that are named; of more there is the number."""

_WORDS = english()


class Section(Struct, frozen=True):
    """One part of the round."""

    heading: str
    """What it is about."""
    opening: str
    """What to do about it, in a sentence, or ""."""
    items: tuple[str, ...]
    """A list item each."""


def tick(name: str) -> str:
    """Return the mark at the end of a box's line by which its tick is found again."""
    return f"<!-- {name} -->"


def as_markdown(found: Round, ticked: Iterable[str] = (), longest: int = LONGEST) -> str:
    """Return the round; boxes whose marks somebody ticked before are ticked again.

    What would be too long for an issue is left out item by item, and counted.
    """
    day = f"This is how things stood on {_WORDS.weekday(found.day)}."
    parts, marks = [f"{_in_short(found)}{day}\n"], frozenset(ticked)
    left = longest - len(parts[0])
    for section in _sections(found, marks):
        part = _as_part(section, left)
        parts.append(part)
        left -= len(part)
    return "\n".join(parts)


def _in_short(found: Round) -> str:
    if not found.checkable:
        return ""
    return f"**Checked this month: {found.checked} of {found.checkable}.** "


def _as_part(section: Section, room: int) -> str:
    """Return a section with as many of its items as there is room for."""
    head = f"## {section.heading}\n\n" + (f"{section.opening}\n\n" if section.opening else "")
    kept: list[str] = []
    for item in section.items:
        room -= len(item) + 1
        if room < 0:
            break
        kept.append(item)
    more = len(section.items) - len(kept)
    told = [f"- {f'and {more} more' if kept else more} on the check-up sheet"] if more else []
    return head + "\n".join([*kept, *told]) + "\n"


def _sections(found: Round, ticked: frozenset[str]) -> Iterator[Section]:
    """Yield the parts that have something in them."""
    sections = (
        Section(
            f"Out of the lists ({len(found.unlisted)})",
            "Nobody made sure of these for so long that the guide no longer lists them. "
            "Ask about them first: are they still there?",
            tuple(_ask(ask, ticked) for ask in found.unlisted),
        ),
        Section(
            f"To make sure of ({len(found.due)})",
            "Ask: is it still on? On the same day? Is the phone number the same?",
            tuple(_ask(ask, ticked) for ask in found.due),
        ),
        Section(
            f"Offers waiting ({len(found.offers)})",
            "Ask whoever made it: does it go on?",
            tuple(_offer(offer, ticked) for offer in found.offers),
        ),
        Section("Over", "These need a next date, or to be closed.", _names(found.over)),
        Section("Help wanted or offered for over four weeks", "", tuple(_wanted(found))),
        Section("Gaps", "", tuple(_gaps(found))),
        Section(_since(found), "", _names(found.news.entries) if found.news else ()),
        Section("Cancelled this week", "", tuple(_cancelled(found))),
    )
    return (section for section in sections if section.items)


def _box(name: str, words: str, ticked: frozenset[str], below: str = "") -> str:
    return f"- [{'x' if name in ticked else ' '}] {words} {tick(name)}{below}"


def _ask(ask: Ask, ticked: frozenset[str]) -> str:
    return _question("ask", ask, (ask.when, _whom(ask.knows), _last_checked(ask)), ticked)


def _offer(offer: Offer, ticked: frozenset[str]) -> str:
    last = f"Its last day: {_WORDS.weekday(offer.last)}"
    return _question("offer", offer, (last, _whom(offer.knows)), ticked)


def _question(what: str, asked: Ask | Offer, facts: Iterable[str], ticked: frozenset[str]) -> str:
    """Return a box to tick; of a safe space it has the number and the title alone."""
    entry = asked.entry
    if asked.by_phone_only:
        name = f"{what} {entry.number or entry.slug}"
        return _box(name, f"**{entry_name(entry)}** By phone. Write nothing about it here.", ticked)
    said = " ".join(f"{inert(fact)}." for fact in facts if fact)
    words = f"**[{entry_name(entry)}]({asked.page})** {said}{_still_right(asked.still_right)}"
    return _box(f"{what} {entry.slug}", words, ticked, _to_send(asked.message))


def _to_send(message: str) -> str:
    """Return a text message to copy; GitHub has a button for that beside it."""
    return "\n" + fenced(message) if message else ""


def _still_right(address: str) -> str:
    return f" [Yes, still right]({address})" if address else ""


def entry_name(entry: Entry) -> str:
    """Return which entry is meant, as Markdown: No. 127, Tea and talk."""
    number = f"No. {entry.number}, " if entry.number else ""
    return inert(f"{number}{entry.title}")


def _names(entries: Iterable[Entry]) -> tuple[str, ...]:
    names = [f"- {entry_name(entry)}" for entry in entries]
    more = len(names) - NEW_ONES
    return (*names[:NEW_ONES], *([f"- and {more} more"] if more > 0 else []))


def _whom(knows: Knows) -> str:
    """Return whom to ring, or another way to them: Ring Pat, 020 7946 0456, weekday mornings."""
    ways: tuple[tuple[str, str], ...] = (
        ("Ring", knows.phone),
        ("Text", knows.text),
        ("Write to", knows.email),
    )
    way, number = next(((way, to) for way, to in ways if to), ("", ""))
    if not number:
        return f"Ask {knows.name}; there is no number" if knows.name else "No number: ask around"
    return f"{way} " + ", ".join(filter(None, (knows.name, number, knows.best_time)))


def _last_checked(ask: Ask) -> str:
    if ask.last_checked is None:
        return "Never checked"
    return f"Last checked {_WORDS.day(ask.last_checked)}"


def _wanted(found: Round) -> Iterator[str]:
    for one in found.wanted:
        yield f"- {entry_name(one.entry)}, since {_WORDS.day(one.since)}"


def _gaps(found: Round) -> Iterator[str]:
    for gap in found.gaps:
        yield f"- {inert(gap.sentence)} {inert(gap.invitation)}".rstrip()


def _since(found: Round) -> str:
    if found.news is None:
        return ""
    return f"New since {_WORDS.day(found.news.since)} ({len(found.news.entries)})"


def _cancelled(found: Round) -> Iterator[str]:
    for one, entry in found.cancelled:
        because = f": {inert(one.because)}" if one.because else ""
        yield f"- {entry_name(entry)}, {_WORDS.weekday(one.start.date())}{because}"
