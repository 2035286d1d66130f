"""A guide -> its search page: a box, what narrows the results, and everything by name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from doorstep import permalinks as at
from doorstep.kinds import Kind
from doorstep.views.cards import cards_of
from doorstep.views.choices import topic_links
from doorstep.views.entry_pages import kind_names
from doorstep.views.framing import PageFacts, frame_of
from doorstep.views.list_pages import by_letter
from doorstep.views.parts import CardList, Link
from doorstep.views.search_scripts import ENGINE, RESULTS
from doorstep.views.search_views import NothingFound, SearchView, SearchWords
from doorstep.views.stars import SCRIPTS as STARS
from doorstep.views.stars import stars_in_list
from doorstep.views.usual_frame import help_line_lines, search_box
from doorstep.views.whats_on_choices import lasting_groups
from doorstep.views.whats_on_facets import lasting_facets
from doorstep.views.whats_on_lists import filter_words
from doorstep.views.whats_on_parts import Filter, FilterGroup, Filters, FilterWords

if TYPE_CHECKING:
    from doorstep.guide import Guide
    from doorstep.views.whats_on_choices import ChoiceGroup

SCRIPTS = ("past.js", "filter-form.js", *STARS, *ENGINE, *RESULTS)
"""What the search page loads, in order; dates are put right before a card is copied."""

ABOUT = "about-this-guide"
"""The fragment that leads to the pages about the guide."""

KINDS = (Kind.GROUP, Kind.EVENT, Kind.HELP, Kind.PLACE, Kind.GREEN_SPACE, Kind.STORY, Kind.PAGE)


def search_view(guide: Guide) -> SearchView:
    """Return the search page; without script it is the whole guide by name."""
    say = guide.words.say
    page = PageFacts(path=at.SEARCH, heading=say("What are you looking for?"), scripts=SCRIPTS)
    sections = _everything(guide)
    has_stars = any(card.has_star for section in sections for card in section.cards)
    return SearchView(
        frame=frame_of(guide, page),
        heading=page.heading,
        box=search_box(guide),
        root=guide.permalinks.root,
        bodies=guide.permalinks.href(at.SEARCH_BODIES),
        without_script=say("This page needs JavaScript to search. Here is everything by name."),
        hint=say("A word or two will do, or the number of an entry."),
        stars=stars_in_list(guide) if has_stars else None,
        filters=search_filters(guide),
        filter_words=_filter_words(guide),
        words=_words(guide),
        nothing=_nothing_found(guide),
        jump_label=say("On this page"),
        jumps=tuple(Link(section.heading, f"#{section.id}") for section in sections),
        sections=sections,
    )


def _everything(guide: Guide) -> tuple[CardList, ...]:
    """Return every entry by letter, then the plain pages, which stand in no A to Z."""
    pages = guide.catalogue.of_kind(Kind.PAGE)
    entries = [entry for entry in guide.catalogue.listed if entry.kind is not Kind.PAGE]
    about = CardList(guide.words.say("About this guide"), cards_of(guide, pages), id=ABOUT)
    return (*by_letter(guide, entries), *((about,) if pages else ()))


def search_filters(guide: Guide) -> Filters:
    """Return what results can be narrowed by: whatever some entry has."""
    groups = lasting_groups(guide, guide.catalogue.public)
    there = {
        facet for entry in guide.catalogue.public for facet in lasting_facets(guide, entry.slug)
    }
    lasting = (_group(guide, group, there) for group in groups)
    offered = (_when(guide), *lasting, _kinds(guide))
    return Filters(
        guide.words.say("Filter this list"), tuple(group for group in offered if group.filters)
    )


def _group(guide: Guide, group: ChoiceGroup, there: set[str]) -> FilterGroup:
    filters = (
        _filter(guide, choice.facet, choice.label, at.choice_path(choice.slug))
        for choice in group.choices
        if choice.facet in there
    )
    return FilterGroup(group.heading, tuple(filters), group.are_needs)


def _when(guide: Guide) -> FilterGroup:
    """Return the days to choose from; a script knows the reader's own day."""
    say = guide.words.say
    days = (
        ("today", say("Today"), at.TODAY),
        ("this-week", say("This week"), at.WHATS_ON),
        ("weekend", say("This weekend"), at.WEEKEND),
    )
    return FilterGroup(say("When"), tuple(_filter(guide, *day) for day in days))


def _kinds(guide: Guide) -> FilterGroup:
    names, say = kind_names(guide), guide.words.say
    filters = (
        _filter(guide, _kind_facet(kind), names[kind], at.kind_path(kind))
        for kind in KINDS
        if guide.catalogue.of_kind(kind)
    )
    return FilterGroup(say("Kind"), tuple(filters))


def _kind_facet(kind: Kind) -> str:
    """Return the facet of a kind, which a script reads from the start of an address."""
    return f"kind-{at.entry_path(kind, '').partition('/')[0]}"


def _filter(guide: Guide, facet: str, label: str, path: str) -> Filter:
    return Filter(Link(label, guide.permalinks.href(path)), facet)


def _filter_words(guide: Guide) -> FilterWords:
    say = guide.words.say
    return replace(
        filter_words(guide),
        one=say("1 result"),
        many=say("{number} results", number="{number}"),
        none=say("Nothing here is like that"),
    )


def _words(guide: Guide) -> SearchWords:
    say = guide.words.say
    number, words = "{number}", "{words}"
    return SearchWords(
        one=say("1 result for {words}", words=words),
        many=say("{number} results for {words}", number=number, words=words),
        none=say("Nothing found for {words}", words=words),
        quoted=say("“{words}”", words=words),
        both=say("{some} and {last}", some="{some}", last="{last}"),
        also=say("We also looked for {words}.", words=words),
        missed=say("Nothing here has {words}.", words=words),
        gone=say("No. {number} is not in the guide’s lists any more", number=number),
        became=say("See what became of No. {number}", number=number),
        less=say("Take a filter away, or look for something else."),
        waiting=say("Looking…"),
        offline=say("This phone cannot get the list to search in. Here is everything by name."),
        more=say("Show more"),
    )


def _nothing_found(guide: Guide) -> NothingFound:
    say = guide.words.say
    return NothingFound(
        spelling=say("Check the spelling."),
        suggestion=say("Did you mean"),
        topics=say("Look under a topic:"),
        links=topic_links(guide, guide.catalogue.listed),
        ask=say("Ask a person:"),
        lines=help_line_lines(guide),
        tell=Link(say("Tell us this is missing"), guide.permalinks.href(at.ADD)),
    )
