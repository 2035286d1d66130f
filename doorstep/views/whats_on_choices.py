"""Facets -> the choices that have a page of their own, with what is to come of each."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from msgspec import Struct

from doorstep import permalinks as at
from doorstep.occurrences import State as Happens
from doorstep.parts_of_day import PARTS
from doorstep.showing import State
from doorstep.tracing import kept, question
from doorstep.views.parts import Link
from doorstep.views.whats_on_days import coming_weeks
from doorstep.views.whats_on_facets import (
    FREE,
    STEP_FREE,
    TURN_UP,
    WEEKDAYS,
    area_facet,
    audience_facet,
    facets_of,
    language_facet,
    language_slug,
    lasting_facets,
    topic_facet,
)
from doorstep.views.whats_on_listing import dated_rows
from doorstep.views.whats_on_parts import Filter, FilterGroup, Filters

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from datetime import date

    from doorstep.config import Area, Topic
    from doorstep.entries import Entry
    from doorstep.guide import Guide
    from doorstep.occurrences import Occurrence

MOST = 60
"""Rows on the page of a choice."""

MOST_LANGUAGES = 60
"""Every page lists every choice, so choices without end would be a site without end."""


class Choice(Struct, frozen=True):
    """One way to narrow What's on, with a page of its own."""

    facet: str
    """The facet of the rows it keeps."""
    slug: str
    """Its name in addresses."""
    label: str
    """What people call it."""
    heading: str
    """What its page is called."""


class ChoiceGroup(Struct, frozen=True):
    """Choices that have something in common."""

    heading: str
    """What that is."""
    choices: list[Choice]
    """The choices."""
    are_needs: bool = False
    """Whether somebody who chooses two needs both at once."""


class Coming(Struct):
    """What is to come of one choice."""

    number: int
    """How many rows there are in the next weeks."""
    rows: list[tuple[date, Occurrence]]
    """The first of them."""


def choices(guide: Guide) -> list[Choice]:
    """Return every choice that has a page, in the order of the filters."""
    return [choice for group in choice_groups(guide) for choice in group.choices]


@question
@kept(4)
def choice_groups(guide: Guide) -> list[ChoiceGroup]:
    """Return the choices by what they have in common."""
    say = guide.words.say
    dated = (entry for entry in guide.catalogue.public if entry.when)
    return [
        ChoiceGroup(say("Day"), _weekdays(guide)),
        ChoiceGroup(say("Time of day"), _parts_of_day(guide)),
        *lasting_groups(guide, dated),
    ]


def lasting_groups(guide: Guide, entries: Iterable[Entry]) -> list[ChoiceGroup]:
    """Return the choices that go for an entry whenever it is, with the languages these speak."""
    say, config = guide.words.say, guide.config
    return [
        ChoiceGroup(say("Cost and getting in"), _promises(guide), are_needs=True),
        ChoiceGroup(say("Topic"), _configured(guide, topic_facet, config.topics)),
        ChoiceGroup(say("Area"), _configured(guide, area_facet, config.areas)),
        ChoiceGroup(say("Speaks"), _languages(guide, entries)),
        ChoiceGroup(say("For"), _audiences(guide)),
    ]


def _choice(guide: Guide, facet: str, slug: str, label: str) -> Choice:
    return Choice(facet, slug, label, guide.words.say("What’s on: {choice}", choice=label))


def _configured(
    guide: Guide, facet_of: Callable[[str], str], items: Iterable[Topic | Area]
) -> list[Choice]:
    facets = [(facet_of(item.id), item.label) for item in items]
    return [_choice(guide, facet, facet, label) for facet, label in facets]


def _audiences(guide: Guide) -> list[Choice]:
    """Return the audiences; "Older people" may well be a topic besides, with another page."""
    say = guide.words.say
    return [
        Choice(facet, facet, label, say("What’s on for: {audience}", audience=label))
        for audience, label in guide.audiences.items()
        for facet in (audience_facet(audience),)
    ]


def _weekdays(guide: Guide) -> list[Choice]:
    say = guide.words.say
    plurals = (
        say("Mondays"),
        say("Tuesdays"),
        say("Wednesdays"),
        say("Thursdays"),
        say("Fridays"),
        say("Saturdays"),
        say("Sundays"),
    )
    named = zip(WEEKDAYS, plurals, strict=True)
    return [_choice(guide, day, f"{day}s", name) for day, name in named]


def _parts_of_day(guide: Guide) -> list[Choice]:
    say = guide.words.say
    plurals = (say("Mornings"), say("Afternoons"), say("Evenings"))
    named = zip(PARTS, plurals, strict=True)
    return [_choice(guide, part, f"{part}s", name) for part, name in named]


def _promises(guide: Guide) -> list[Choice]:
    say = guide.words.say
    return [
        _choice(guide, FREE, FREE, say("Free")),
        _choice(guide, STEP_FREE, STEP_FREE, say("Step-free")),
        _choice(guide, TURN_UP, "just-turn-up", say("Just turn up")),
    ]


def _languages(guide: Guide, entries: Iterable[Entry]) -> list[Choice]:
    """Return the languages that these entries speak."""
    spoken = {
        language_slug(language): language
        for entry in reversed(list(entries))
        for language in entry.languages
    }
    return [
        _choice(guide, language_facet(name), f"language-{slug}", in_both(guide, name))
        for slug, name in sorted(spoken.items())
        if slug in _most_spoken(guide)
    ]


@question
@kept(4)
def _most_spoken(guide: Guide) -> frozenset[str]:
    """Return the languages that most entries speak, by their names in addresses."""
    spoken = Counter(
        slug
        for entry in guide.catalogue.public
        for slug in {language_slug(language) for language in entry.languages}
    )
    in_order = sorted(spoken, key=lambda slug: (-spoken[slug], slug))
    return frozenset(in_order[:MOST_LANGUAGES])


def in_both(guide: Guide, language: str) -> str:
    """Return a language in English, and as its speakers write it."""
    own, _ = guide.words.language(language)
    same = not own or own.casefold() == language.casefold()
    return language if same else f"{language} ({own})"


@kept(4)
def coming(guide: Guide) -> dict[str, Coming]:
    """Return what is to come in the next weeks, by facet; gone through once for all choices."""
    found: defaultdict[str, Coming] = defaultdict(lambda: Coming(0, []))
    for day, occurrence in dated_rows(guide, coming_weeks(guide.today)):
        for facet in dict.fromkeys(facets_of(guide, occurrence, day)):
            of_it = found[facet]
            of_it.number += 1
            if len(of_it.rows) < MOST:
                of_it.rows.append((day, occurrence))
    return dict(found)


def next_of(guide: Guide, facet: str) -> Occurrence | None:
    """Return the next date of one choice, for a page that would be empty."""
    first = (_next_with(guide, entry, facet) for entry in guide.catalogue.public)
    found = [occurrence for occurrence in first if occurrence is not None]
    return min(found, key=lambda occurrence: occurrence.start, default=None)


def _next_with(guide: Guide, entry: Entry, facet: str) -> Occurrence | None:
    if guide.catalogue.showing(entry).state is not State.OPEN:
        return None
    if facet not in (*WEEKDAYS, *PARTS, *lasting_facets(guide, entry.slug)):
        return None
    dates = (one for one in guide.diary.of(entry) if one.start.date() >= guide.today)
    return next((one for one in dates if _is_of(guide, one, facet)), None)


def _is_of(guide: Guide, occurrence: Occurrence, facet: str) -> bool:
    on = occurrence.state is Happens.ON
    return on and facet in facets_of(guide, occurrence, occurrence.start.date())


def filters_of(guide: Guide, path: str) -> Filters:
    """Return a link to each choice that has something behind it, with how much."""
    groups = (
        FilterGroup(group.heading, tuple(_filters(guide, group, path)), group.are_needs)
        for group in choice_groups(guide)
    )
    return Filters(guide.words.say("Filter this list"), tuple(g for g in groups if g.filters))


def _filters(guide: Guide, group: ChoiceGroup, path: str) -> list[Filter]:
    there = coming(guide)
    return [
        Filter(_link(guide, choice, there[choice.facet].number, path), choice.facet)
        for choice in group.choices
        if choice.facet in there
    ]


def _link(guide: Guide, choice: Choice, number: int, path: str) -> Link:
    to = at.choice_path(choice.slug)
    return Link(choice.label, guide.permalinks.href(to), str(number), is_current=to == path)
