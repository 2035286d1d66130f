"""Entries and their sentences -> pages of Easy Read, two entries on each, nothing cut."""

from __future__ import annotations

from typing import TYPE_CHECKING

from doorstep.sheets.easy_parts import EasyEntry, EasyPage
from doorstep.sheets.easy_sentences import sentences_of
from doorstep.sheets.fitting import fitted
from doorstep.sheets.measuring import Lettering
from doorstep.sheets.pictograms import pictogram_of
from doorstep.sheets.wording import number_words
from doorstep.views.pictures import picture_of
from doorstep.views.wording import NAMES, title_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from doorstep.entries import Entry
    from doorstep.guide import Guide
    from doorstep.words import Words

# Sizes as in layouts/sheets/easy.css.
HIGH = 296.5 - 12 - 20
"""Millimetres between the upper and the lower margin."""

WIDE = 210.0 - 2 * 15
"""Millimetres between the margins."""

PICTURE = 60.0
"""Millimetres across."""

BESIDE = WIDE - PICTURE - 6
"""Millimetres for the words beside a picture."""

TITLE = Lettering(26, 1.15, is_bold=True)
NAME = Lettering(20, 1.2, is_bold=True)
SENTENCE = Lettering(16, 1.3)

AROUND_TITLE, AROUND_NAME, AROUND_SENTENCE, AROUND_ENTRY = 4.0, 2.0, 1.8, 9.0
"""Millimetres of space and rules that are no letters."""

ON_A_PAGE = 2
"""Entries; more would be a wall of words."""


def easy_entry(guide: Guide, entry: Entry) -> EasyEntry | None:
    """Return an entry with all it must say and what else there is room for; None if that is not."""
    said, title = sentences_of(guide, entry), title_of(guide, entry)
    number = number_words(guide, entry)
    room = HIGH / ON_A_PAGE - AROUND_ENTRY - name_height(title, number)
    in_order = sorted(range(len(said)), key=lambda place: said[place].is_extra)
    kept = fitted(
        in_order, lambda places: sentences_height(said[place].text for place in places), room
    )
    if any(place not in kept for place in in_order if not said[place].is_extra):
        return None
    return EasyEntry(
        picture=picture_of(guide, entry) or pictogram_of(guide, entry),
        title=title,
        is_name=entry.kind in NAMES and title == entry.title,
        number=number,
        sentences=tuple(said[place].text for place in sorted(kept)),
    )


def entry_height(entry: EasyEntry) -> float:
    """Return how high an entry is, in millimetres."""
    words = name_height(entry.title, entry.number) + sentences_height(entry.sentences)
    return max(PICTURE, words) + AROUND_ENTRY


def title_height(title: str) -> float:
    """Return how high the title of the first page is."""
    return TITLE.height(title, WIDE) + AROUND_TITLE


def name_height(name: str, number: str) -> float:
    """Return how high what an entry is called is, its number counted."""
    return NAME.height(f"{name} {number}", BESIDE) + AROUND_NAME


def sentences_height(sentences: Iterable[str]) -> float:
    """Return how high sentences are, each on lines of its own."""
    return sum(SENTENCE.height(one, BESIDE) + AROUND_SENTENCE for one in sentences)


def pages_of(
    words: Words, first: Sequence[EasyEntry], others: Sequence[EasyEntry]
) -> tuple[EasyPage, ...]:
    """Return the first page, and the others with two entries on each."""
    twos = [others[place : place + ON_A_PAGE] for place in range(0, len(others), ON_A_PAGE)]
    return tuple(
        EasyPage(words.say("Page {number}", number=number), tuple(entries))
        for number, entries in enumerate((first, *twos), 1)
    )
