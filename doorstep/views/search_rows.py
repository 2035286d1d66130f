"""The guide -> what search knows of each entry, and the further words of its longer texts."""

from __future__ import annotations

import re
from collections import defaultdict
from datetime import timedelta
from typing import TYPE_CHECKING

from msgspec.structs import replace

from doorstep.entries import Help, Opening, Side
from doorstep.freshness import Step
from doorstep.kinds import Kind
from doorstep.occurrences import Window
from doorstep.permalinks import entry_path
from doorstep.search.bodies import text_of_html
from doorstep.search.folding import folded_text
from doorstep.search.index import SearchIndex, SearchRow
from doorstep.search.stop_words import telling_words
from doorstep.showing import Face
from doorstep.views.entry_pages import kind_names
from doorstep.views.search_facets import search_facets
from doorstep.views.whats_on_facets import lasting_facets
from doorstep.views.whats_on_listing import days_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from doorstep.entries import Entry
    from doorstep.guide import Guide
    from doorstep.search.index import Labelled

DAYS_AHEAD = 21
"""Days a result can be narrowed to: this week and the next, even when the phone is offline."""


def searched(guide: Guide) -> tuple[Entry, ...]:
    """Return what search can find: first what is fresh, plain pages at its end, then the rest."""
    listed = guide.catalogue.listed
    return tuple(sorted(listed, key=lambda each: (_is_stale(guide, each), each.kind is Kind.PAGE)))


def _is_stale(guide: Guide, entry: Entry) -> bool:
    return guide.catalogue.showing(entry).step >= Step.STALE


def search_index(guide: Guide) -> SearchIndex:
    """Return what search knows before it asks for the words of the bodies."""
    entries, catalogue = searched(guide), guide.catalogue
    public = [entry for entry in entries if catalogue.shows(entry, Face.MORE_IN_LISTS)]
    rows = _Rows(guide, search_facets(guide, public))
    packed = tuple(rows.row(entry) for entry in entries)
    listed = {entry.number for entry in entries}
    return SearchIndex(
        today=guide.today,
        kinds=tuple(rows.kinds),
        facets=rows.facets,
        places=tuple(rows.places),
        stale=sum(not _is_stale(guide, entry) for entry in entries),
        gone=tuple(number for number in catalogue.by_number if number not in listed),
        synonyms=guide.synonyms.pairs,
        rows=packed,
    )


class _Rows:
    """What makes rows of entries, and gathers the kinds and places they speak of."""

    def __init__(self, guide: Guide, facets: tuple[Labelled, ...]) -> None:
        self.guide = guide
        self.facets = facets
        self.kinds: dict[Labelled, int] = {}
        self.places: dict[str, int] = {}
        self._facet = {name: place for place, (name, _, _) in enumerate(facets)}
        self._days = _days_ahead(guide)

    def row(self, entry: Entry) -> SearchRow:
        """Return what the index has of an entry; of a safe space no more than lists have."""
        kind = _kind_of(self.guide, entry)
        title = folded_text(entry.title)
        named = SearchRow(
            kind=self.kinds.setdefault(kind, len(self.kinds)),
            slug="" if entry.slug == title.replace(" ", "-") else entry.slug,
            number=entry.number or 0,
            title=title,
        )
        if not self.guide.catalogue.shows(entry, Face.MORE_IN_LISTS):
            return named
        return replace(
            named,
            summary=" ".join(telling_words(entry.summary, title.split())),
            place=self._place(entry),
            facets=tuple(
                sorted(self._facet[each] for each in set(lasting_facets(self.guide, entry.slug)))
            ),
            days=self._days.get(entry.slug, 0),
        )

    def _place(self, entry: Entry) -> int:
        name = folded_text(_place_name(self.guide, entry))
        return self.places.setdefault(name, len(self.places)) + 1 if name else 0


def _place_name(guide: Guide, entry: Entry) -> str:
    """Return what the place is called that it happens at; a building is its own."""
    place = guide.catalogue.place_of(entry)
    if place:
        return place.title
    return entry.address.name if entry.address else ""


def _kind_of(guide: Guide, entry: Entry) -> Labelled:
    """Return the folder of an entry's address, what it holds and the words for that."""
    say, kind = guide.words.say, entry.kind
    label = kind_names(guide)[kind]
    if isinstance(entry, Help):
        label = say("Get help") if entry.side is Side.GET else say("Give help")
    folder = entry_path(kind, entry.slug).removesuffix(f"{entry.slug}/")
    return folder, label, " ".join(telling_words(f"{label} {kind}"))


def _days_ahead(guide: Guide) -> Mapping[str, int]:
    """Return the days on which each entry happens, a bit a day, cancelled dates among them."""
    window = Window(guide.today, guide.today + timedelta(days=DAYS_AHEAD - 1))
    days: defaultdict[str, int] = defaultdict(int)
    for occurrence in guide.diary.between_for(guide.catalogue.public, window.first, window.last):
        for day in days_of(occurrence, window):
            days[occurrence.slug] |= 1 << (day - guide.today).days
    return days


def further_words(guide: Guide, index: SearchIndex) -> Iterator[tuple[str, ...]]:
    """Yield for each row of the index the words of its longer texts that are not in the row."""
    for entry, row in zip(searched(guide), index.rows, strict=True):
        is_public = guide.catalogue.shows(entry, Face.MORE_IN_LISTS)
        text = " ".join(_longer_texts(guide, entry)) if is_public else ""
        yield telling_words(text, index.words_of(row))


def _longer_texts(guide: Guide, entry: Entry) -> Iterator[str]:
    """Yield what the page of an entry that may go anywhere says beside its main facts."""
    yield text_of_html(guide.body_of(entry).html)
    yield from (entry.come_along, entry.cost, entry.contact.name, *entry.you_can_help)
    yield guide.catalogue.access_of(entry).notes
    lines = [*entry.when, *(entry.opening if isinstance(entry, Opening) else ())]
    yield from (re.sub(r"\d\S*", " ", line.text) for line in lines)
    address = guide.catalogue.address_of(entry)
    if address:
        yield from (address.name, address.address, address.postcode)
