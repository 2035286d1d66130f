"""The rows of a sheet -> by what a script may choose among them: cost, getting in, languages."""

from __future__ import annotations

import json
from collections import Counter
from functools import lru_cache
from typing import TYPE_CHECKING

from msgspec.structs import replace

from doorstep import permalinks as at
from doorstep.views.parts import Link
from doorstep.views.whats_on_choices import lasting_groups
from doorstep.views.whats_on_facets import FREE, STEP_FREE, TURN_UP, facets_of, language_facet
from doorstep.views.whats_on_lists import filter_words
from doorstep.views.whats_on_parts import Filter, FilterGroup, Filters, FilterWords

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from doorstep.guide import Guide
    from doorstep.views.whats_on_choices import ChoiceGroup
    from doorstep.views.whats_on_listing import Row

PROMISES = (FREE, STEP_FREE, TURN_UP)
LANGUAGE = language_facet("")
"""What the facets of languages begin with."""

MOST = 80
"""Rows of which the page of a sheet holds every one, in the order of choice."""

OF_EACH = 8
"""Rows with the same facets that it holds at least: whatever is chosen, a sheet can be filled.

And one at least of each day, or the script would say of that day that nothing is on.
"""


def row_facets(guide: Guide, row: Row) -> tuple[str, ...]:
    """Return the facets of a row by which a sheet may be chosen."""
    return _of_a_sheet(facets_of(guide, row[1], row[0]))


@lru_cache(1000)  # many rows are alike, and each is on several sheets
def _of_a_sheet(facets: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(facet for facet in facets if facet in PROMISES or facet.startswith(LANGUAGE))


def held_on_page(rows: Iterable[tuple[date, tuple[str, ...]]]) -> list[int]:
    """Return which rows, by day and facets, the page of a sheet holds, shown or hidden."""
    seen: Counter[tuple[object, ...]] = Counter()
    held = []
    for place, row in enumerate(rows):
        facets = row[1]
        if place < MOST or seen[facets] < OF_EACH or not seen[row]:
            held.append(place)
        seen.update((facets, row))
    return held


def beyond_words(facets: Iterable[tuple[str, ...]]) -> str:
    """Return how many rows have which facets, as JSON, so that a script can count them."""
    tally = Counter(" ".join(some) for some in facets)
    return json.dumps(sorted(tally.items()), separators=(",", ":"))


def sheet_filters(guide: Guide, rows: Iterable[Row]) -> Filters:
    """Return what may be chosen among rows: needs, of which each is met, and languages."""
    slugs: dict[str, None] = {}
    there: set[str] = set()
    for row in rows:
        slugs[row[1].slug] = None
        there.update(row_facets(guide, row))
    groups = lasting_groups(guide, (guide.catalogue.by_slug[slug] for slug in slugs))
    kept = (_group(guide, group, there) for group in groups)
    heading = sheet_filter_words(guide).open
    return Filters(heading, tuple(group for group in kept if group.filters))


def _group(guide: Guide, group: ChoiceGroup, there: set[str]) -> FilterGroup:
    found = (choice for choice in group.choices if choice.facet in there)
    filters = tuple(
        Filter(Link(one.label, guide.permalinks.href(at.choice_path(one.slug))), one.facet)
        for one in found
    )
    return FilterGroup(group.heading, filters, group.are_needs)


def sheet_filter_words(guide: Guide) -> FilterWords:
    """Return what the form says in which somebody chooses what is printed."""
    say = guide.words.say
    return replace(
        filter_words(guide),
        one=say("1 thing is on the sheet"),
        many=say("{number} things are on the sheet", number="{number}"),
        none=say("Nothing that week is like that. Take a filter away."),
        open=say("Print only some of it"),
    )
