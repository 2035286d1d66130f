"""What differs in an entry -> sentences a neighbour would say: "Tea and talk moves to 11am"."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from doorstep.comparisons import reader_facts as facts
from doorstep.comparisons.telling_contacts import told_access, told_contact, told_where
from doorstep.comparisons.telling_when import told_dates, told_opening, told_when
from doorstep.comparisons.wording import changes_of, more_and_less
from doorstep.permalinks import entry_path
from doorstep.showing import State

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from doorstep.comparisons.pairs import FactChange, Pair
    from doorstep.entries import Entry
    from doorstep.guide import Guide

    Teller = Callable[[Pair, FactChange], Iterable[str]]

STANDINGS = {
    State.OPEN: "goes on again",
    State.PAUSED: "is paused for now",
    State.CLOSED: "has closed",
    State.ENDED: "has ended",
    State.UNCONFIRMED: "is no longer listed, because nobody could confirm it",
    State.TAKEN_DOWN: "is taken down",
}
"""What follows the name of something that has become of it."""

BACK = {State.UNCONFIRMED: "is listed again", State.TAKEN_DOWN: "is there again"}
"""The same where it never stopped, and only was not to be found."""


def sentences_of(pair: Pair, changes: Iterable[FactChange]) -> Iterator[str]:
    """Yield what changes of an entry: its address and number first, then fact by fact."""
    was, now = (entry_path(entry.kind, entry.slug) for _, entry in pair.sides)
    if was != now:
        yield f"The page of {pair.title} moves from {was} to {now}"
    if pair.was.number and pair.was.number != pair.now.number:
        number = pair.now.number or "none"
        yield f"The number of {pair.title} changes from {pair.was.number} to {number}"
    for change in changes:
        yield from TELLERS.get(change.label, _told_of_other)(pair, change)


def _told_of_other(pair: Pair, change: FactChange) -> Iterator[str]:
    noun = NOUNS.get(change.label, f"line “{change.label}” of")
    return changes_of(noun, pair.title, change.before, change.after)


def _told_title(pair: Pair, _: FactChange) -> Iterator[str]:
    yield f"{pair.was.title} is now called {pair.now.title}"


def _told_standing(pair: Pair, _: FactChange) -> Iterator[str]:
    was, now = (guide.catalogue.showing(entry).state for guide, entry in pair.sides)
    back = BACK.get(was) if now is State.OPEN else None
    yield f"{pair.title} {back or STANDINGS[now]}"


def _told_side(pair: Pair, change: FactChange) -> Iterator[str]:
    yield f"{pair.title} moves from “{change.before}” to “{change.after}”"


def _told_until(pair: Pair, change: FactChange) -> Iterator[str]:
    if change.before and change.after:
        yield f"{pair.title} ends on {change.after} instead of {change.before}"
    elif change.after:
        yield f"{pair.title} ends on {change.after}"
    else:
        yield f"{pair.title} no longer ends on {change.before}"


def _told_photo(pair: Pair, change: FactChange) -> Iterator[str]:
    if not change.after:
        yield f"The photo of {pair.title} is taken out"
    elif change.before and _file(pair.was) == _file(pair.now) and change.before != change.after:
        yield from changes_of("words for the photo of", pair.title, change.before, change.after)
    else:
        yield f"{pair.title} has a new photo: {change.after}"


def _file(entry: Entry) -> str:
    return entry.image.file if entry.image else ""


def _told_text(pair: Pair, change: FactChange) -> Iterator[str]:
    if not change.before:
        yield f"There is more to read about {pair.title}"
    elif not change.after:
        yield f"There is less to read about {pair.title}"
    else:
        yield f"The text about {pair.title} changes"


def _told_checked(pair: Pair, _: FactChange) -> Iterator[str]:
    check, words = pair.now.checked, pair.after.words
    if check is None:
        yield f"{pair.title} no longer says when it was checked"
        return
    how = f", {check.how}" if check.how else ""
    yield f"{pair.title} was checked on {words.day(check.on)}{how}"


def _told_list(
    names: Callable[[Guide, Entry], Iterable[str]], more: str, less: str, pair: Pair, _: FactChange
) -> Iterator[str]:
    before, after = (names(guide, entry) for guide, entry in pair.sides)
    yield from (f"{pair.title} {words}" for words in more_and_less(before, after, more, less))


def _topics(guide: Guide, entry: Entry) -> list[str]:
    return [guide.topics[topic].label for topic in entry.topics]


def _audiences(guide: Guide, entry: Entry) -> list[str]:
    return [guide.audiences[audience] for audience in entry.audiences]


def _languages(_: Guide, entry: Entry) -> tuple[str, ...]:
    return entry.languages


def _helping(_: Guide, entry: Entry) -> tuple[str, ...]:
    return entry.you_can_help


def _partners(guide: Guide, entry: Entry) -> list[str]:
    return [one.title for one in guide.catalogue.works_with(entry)]


NOUNS = {
    facts.SUMMARY: "summary of",
    facts.RUN_BY: "group in charge of",
    "Come along": "line “Come along” of",
    "Cost": "cost of",
    "Keeping people safe": "line “Keeping people safe” of",
}
"""What a label is called in a sentence."""

TELLERS: dict[str, Teller] = {
    facts.TITLE: _told_title,
    facts.STANDING: _told_standing,
    facts.SIDE: _told_side,
    facts.WHEN: told_when,
    facts.OPEN: told_opening,
    facts.DATES: told_dates,
    "Until": _told_until,
    "Where": told_where,
    "Contact": told_contact,
    "Getting in": told_access,
    "Speaks": partial(
        _told_list, _languages, "now also speaks {names}", "no longer speaks {names}"
    ),
    "For": partial(_told_list, _audiences, "is now also for: {names}", "is no longer for: {names}"),
    "You can help": partial(
        _told_list, _helping, "now also asks for help: {names}", "no longer asks for help: {names}"
    ),
    facts.TOPICS: partial(
        _told_list, _topics, "is now also found under {names}", "is no longer found under {names}"
    ),
    facts.WORKS_WITH: partial(
        _told_list, _partners, "now works with {names}", "no longer works with {names}"
    ),
    facts.PHOTO: _told_photo,
    facts.TEXT: _told_text,
    facts.CHECKED: _told_checked,
}
"""Who tells of which fact."""
