"""What the layout of the search page may read, and what its scripts say."""

from __future__ import annotations

from msgspec import Struct

from doorstep.views.frame import Frame, SearchBox
from doorstep.views.parts import CardList, Link, Run, Stars
from doorstep.views.whats_on_parts import Filters, FilterWords


class SearchWords(Struct, frozen=True, kw_only=True):
    """What the scripts of the search page say; they fill the {places} themselves."""

    one: str
    """How many are found when it is one."""
    many: str
    """How many are found: {number} results for {words}."""
    none: str
    """That nothing is found for {words}."""
    quoted: str
    """Words between quotation marks."""
    both: str
    """The last of several words after the others."""
    also: str
    """What was looked for as well."""
    missed: str
    """Words that nothing listed has, although the others are found."""
    gone: str
    """That No. {number} is in no list any more."""
    became: str
    """What the link is called that says what became of it."""
    less: str
    """What to do when filters leave nothing."""
    waiting: str
    """That it takes a moment."""
    offline: str
    """That this phone could not get what it takes to search."""
    more: str
    """Show more."""


class NothingFound(Struct, frozen=True, kw_only=True):
    """What to do when nothing is found, in this order."""

    spelling: str
    """Check the spelling."""
    suggestion: str
    """What comes before another spelling."""
    topics: str
    """Look under a topic."""
    links: tuple[Link, ...]
    """Every topic with something on it; a script leaves those that are near."""
    ask: str
    """Ask a person."""
    lines: tuple[tuple[Run, ...], ...]
    """Whom to phone."""
    tell: Link
    """Where to say that it is missing; a script puts the words after the #."""


class Missing(Struct, frozen=True, kw_only=True):
    """To say that something is not in the guide, in a sentence that a script fills in."""

    heading: str
    """Tell us this is missing."""
    say: str
    """That one can say it, and to whom."""
    sentence: str
    """I looked for {words}: what a script fills in, and what is sent."""
    ways: tuple[Link, ...]
    """Where it can be sent; a script puts the sentence at the end of the address."""
    unsent: str
    """That nothing is sent before one sends it."""


class SearchView(Struct, frozen=True, kw_only=True):
    """layouts/search.html: the box, and everything by name for those without script."""

    frame: Frame
    """What stands around the page."""
    heading: str
    """What are you looking for?"""
    box: SearchBox
    """Where to type it."""
    root: str
    """The path of the guide, which the addresses of entries begin with."""
    bodies: str
    """The address of the words of the bodies, fetched when the index finds too little."""
    without_script: str
    """That this page needs script to search, and has everything by name."""
    hint: str
    """What to type, which a script says in its place."""
    stars: Stars | None
    """What puts entries on a shortlist."""
    filters: Filters
    """What the results can be narrowed by."""
    filter_words: FilterWords
    """What the form for that says."""
    words: SearchWords
    """What scripts say."""
    nothing: NothingFound
    """What to do when nothing is found."""
    jump_label: str
    """What the links to the letters are called."""
    jumps: tuple[Link, ...]
    """Links to the letters, and to the pages about the guide."""
    sections: tuple[CardList, ...]
    """Everything by name, then the pages about the guide."""
