"""A guide -> what stands around every page of it, whatever the page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from doorstep import permalinks as at
from doorstep.clock_changes import offsets
from doorstep.entries import Side
from doorstep.kinds import Kind
from doorstep.tracing import kept, question
from doorstep.views import runs
from doorstep.views.frame import Exit, Frame, HelpLineBox, SearchBox
from doorstep.views.parts import Link
from doorstep.views.spots import has_spots

if TYPE_CHECKING:
    from collections.abc import Iterable

    from doorstep.guide import Guide
    from doorstep.views.runs import Line

OF_FORMS = frozenset({at.ADD, at.MISSING})
"""Pages that lead to forms."""


@kept(4)
def usual_frame(guide: Guide) -> Frame:
    """Return what stands around every page, whatever is particular to it left out."""
    say, href = guide.words.say, guide.permalinks.href
    return Frame(
        lang=guide.words.lang,
        dir=guide.words.direction,
        worker="",
        title="",
        description="",
        canonical="",
        robots="",
        referrer="strict-origin-when-cross-origin",
        security="",
        stylesheets=(address_of(guide, "guide.css"),),
        icon=address_of(guide, "icon.svg"),
        manifest=href(at.MANIFEST),
        feed=Link(say("New and changed"), href(at.FEED)),
        scripts=(),
        structured_data="",
        skip=Link(say("Skip to main content"), "#main"),
        home=Link(guide.config.name, href(at.HOME), is_name=True),
        menu_label=say("Menu"),
        menu=_menu(guide),
        search=search_box(guide),
        breadcrumbs_label=say("You are here"),
        breadcrumbs=(Link(say("Home"), href(at.HOME)),),
        example=_example(guide),
        built_on=guide.today.isoformat(),
        offsets=offsets(guide.config.time_zone, guide.today),
        stale_words=say(
            "This page was made on {day}, {number} days ago. Phone before you go.",
            day=guide.words.weekday(guide.today),
            number="{number}",
        ),
        saved_words=say("Saved copy from {day}.", day=guide.words.weekday(guide.today)),
        notice=None,
        exit=None,
        help_line=_help_line_box(guide),
        footer_label=say("About this guide"),
        footer=_links(guide, _further(guide)),
        colophon=_colophon(guide),
    )


def address_of(guide: Guide, name: str) -> str:
    """Return where a style sheet, a script or the icon is."""
    return guide.permalinks.href(guide.assets[name])


def _menu(guide: Guide) -> tuple[Link, ...]:
    return _links(guide, _offered(guide))


@question
def _offered(guide: Guide) -> tuple[tuple[str, str], ...]:
    """Return the menu; a word appears only when something stands behind it."""
    say, catalogue = guide.words.say, guide.catalogue
    offered = (
        (say("What’s on"), at.WHATS_ON, any(entry.when for entry in catalogue.public)),
        (say("Groups"), at.kind_path(Kind.GROUP), catalogue.of_kind(Kind.GROUP)),
        (say("Get help"), at.HELP_GET, catalogue.help_on(Side.GET)),
        (say("Give help"), at.HELP_GIVE, catalogue.help_on(Side.GIVE)),
        (say("Map"), at.MAP, has_spots(guide)),
    )
    return tuple((text, to) for text, to, behind in offered if behind)


def _links(guide: Guide, links: Iterable[tuple[str, str]]) -> tuple[Link, ...]:
    return tuple(Link(text, guide.permalinks.href(to)) for text, to in links)


def search_box(guide: Guide) -> SearchBox:
    """Return the box to search by: a plain form, whose words a script keeps on the phone."""
    say, href = guide.words.say, guide.permalinks.href
    return SearchBox(
        label=say("What are you looking for?"),
        find=say("Find"),
        action=href(at.SEARCH),
        index=href(at.SEARCH_INDEX),
    )


def _example(guide: Guide) -> str:
    if not guide.config.example:
        return ""
    return guide.words.say("This is an example. The neighbourhood and everyone in it are invented.")


@kept(4)
def way_out(guide: Guide) -> Exit:
    """Return the quick way out of a page for people at risk."""
    say = guide.words.say
    return Exit(
        text=say("Exit this page"),
        href=guide.config.exit_address,
        hint=say("or press Shift 3 times"),
        spoken=(
            say("Shift, press 2 more times to exit."),
            say("Shift, press 1 more time to exit."),
            say("Leaving this page."),
            say("Exit this page has lapsed."),
        ),
    )


def _help_line_box(guide: Guide) -> HelpLineBox:
    """Return whom to phone about anything in the guide, and the form."""
    form = Link(
        guide.words.say("Tell us it is wrong, or what is missing"), guide.permalinks.href(at.ADD)
    )
    return HelpLineBox(guide.words.say("Ask a person"), help_line_lines(guide), form)


@kept(4)
def help_by_phone(guide: Guide) -> HelpLineBox:
    """Return whom to phone where the form, which everyone can read, must not be offered."""
    say = guide.words.say
    how = (runs.words(say("Tell us by phone what is wrong here or missing.")),)
    return HelpLineBox(say("Ask a person"), (*help_line_lines(guide), how), None)


@kept(4)
def help_line_lines(guide: Guide) -> tuple[Line, ...]:
    """Return the guide's own numbers, a line each."""
    say, line = guide.words.say, guide.config.help_line
    lines = [(runs.words(say("Phone") + " "), runs.phone(line.phone), *_who(guide))]
    if line.text:
        lines.append((runs.words(say("Text") + " "), runs.text_message(line.text)))
    return tuple(lines)


def _who(guide: Guide) -> Line:
    line = guide.config.help_line
    after = ", ".join(filter(None, (line.name, line.times)))
    return (runs.words(f", {after}"),) if after else ()


@kept(4)
def quiet_footer(guide: Guide) -> tuple[Link, ...]:
    """Return the foot of a safe space's page: no way leads from there to a form."""
    return _links(guide, (link for link in _further(guide) if link[1] not in OF_FORMS))


@question
def _further(guide: Guide) -> tuple[tuple[str, str], ...]:
    """Return what there is besides the menu: words and paths."""
    say, pages = guide.words.say, guide.catalogue.of_kind(Kind.PAGE)
    links = [(say("A to Z"), at.A_TO_Z)] if guide.catalogue.listed else []
    links += [(say("Near me"), at.NEAR)] if guide.landmarks else []
    links += [(say("Print"), at.PRINT), (say("My shortlist"), at.SHORTLIST)]
    links += [(page.title, at.entry_path(Kind.PAGE, page.slug)) for page in pages]
    links.append((say("Add or change something"), at.ADD))
    links.append((say("What is missing here"), at.MISSING))
    if at.HANDOVER not in {to for _, to in links}:
        links.append((say("Looking after this guide"), at.HANDOVER))
    return tuple(links)


def _colophon(guide: Guide) -> tuple[str, ...]:
    """Return how things stand."""
    made = guide.words.say("Page made on {day}.", day=guide.words.weekday(guide.today))
    return tuple(filter(None, (checked_words(guide), made)))


@question
def checked_words(guide: Guide) -> str:
    """Return how many entries were checked this month, of how many; "" where none can be."""
    if not guide.checkable:
        return ""
    return guide.words.say(
        "Checked this month: {checked} of {all}.",
        checked=guide.checked_this_month,
        all=len(guide.checkable),
    )
