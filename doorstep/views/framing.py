"""A guide and what is particular to a page -> the frame that stands around it."""

from __future__ import annotations

from base64 import b64encode
from dataclasses import dataclass
from hashlib import sha256
from typing import TYPE_CHECKING

from doorstep import permalinks as at
from doorstep.entries import Side
from doorstep.kinds import Kind
from doorstep.tracing import question
from doorstep.views import runs
from doorstep.views.frame import Exit, Frame, HelpLineBox, Script, SearchBox
from doorstep.views.parts import Link, Notice
from doorstep.views.spots import has_spots

if TYPE_CHECKING:
    from doorstep.guide import Guide
    from doorstep.views.runs import Line

TEXT_SPACING = (
    "*{line-height:1.5 !important;letter-spacing:.12em !important;word-spacing:.16em !important} "
    "p{margin-bottom:2em !important}"
)
"""Wide text spacing (WCAG 2.2, 1.4.12), as those who test a page lay it over the page.

It is the one inline style that is let through: without it, a strict policy would keep the spacing
out, and every test of it would find nothing.
"""


def fingerprint(inline: str) -> str:
    """Return the hash by which a policy knows an inline style or script (CSP Level 3, 2.3.1)."""
    return f"'sha256-{b64encode(sha256(inline.encode()).digest()).decode()}'"


SECURITY = (
    f"default-src 'none'; script-src 'self'; style-src 'self' {fingerprint(TEXT_SPACING)}; "
    "img-src 'self'; connect-src 'self'; manifest-src 'self'; form-action 'self'; base-uri 'none'"
)
"""Nothing from any other host, nothing inline (Content Security Policy Level 3).

A list by day adds the hash of its one script, a page that leads on that of its few styles.
"""

STREET_PICTURES = "https://tile.openstreetmap.org"
"""The one host pictures may come from, where the guide wishes it and the reader asks for them."""

OF_FORMS = frozenset({at.ADD, at.MISSING})
"""Pages that lead to forms."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PageFacts:
    """What is particular to a page."""

    path: str
    """Its path under the guide's root."""
    heading: str
    """Its h1, which its title begins with."""
    description: str = ""
    """One sentence for search engines."""
    above: tuple[Link, ...] = ()
    """The pages above it, home left out."""
    notice: Notice | None = None
    """Something to know first."""
    is_safe_space: bool = False
    """Whether it is for people at risk."""
    is_found: bool = True
    """Whether search engines may show it."""
    is_kept: bool = True
    """Whether a phone may keep it, to read without signal."""
    structured_data: str = ""
    """JSON-LD, safe inside a script element."""
    scripts: tuple[str, ...] = ()
    """Names of scripts, besides those every page has."""
    has_early_script: bool = False
    """Whether the guide's early script stands inside it."""
    stylesheets: tuple[str, ...] = ()
    """Names of style sheets, besides the one every page has."""
    may_show_pictures: bool = False
    """Whether a reader may ask for OpenStreetMap's pictures of the streets here."""


def frame_of(guide: Guide, page: PageFacts) -> Frame:
    """Return what stands around a page."""
    say, href = guide.words.say, guide.permalinks.href
    quiet = page.is_safe_space
    return Frame(
        lang=guide.words.lang,
        dir=guide.words.direction,
        worker=worker_of(guide) if page.is_kept else "",
        title=_title(guide, page),
        description=_description(guide, page),
        canonical=guide.permalinks.absolute(page.path) if page.is_found else "",
        robots="" if page.is_found else "noindex",
        referrer="no-referrer" if quiet else "strict-origin-when-cross-origin",
        security=_security(guide, page),
        stylesheets=tuple(href(guide.assets[name]) for name in ("guide.css", *page.stylesheets)),
        icon=href(guide.assets["icon.svg"]),
        manifest=href(at.MANIFEST) if page.is_kept else "",
        feed=None if quiet else Link(say("New and changed"), href(at.FEED)),
        scripts=_scripts(guide, page),
        structured_data=page.structured_data,
        skip=Link(say("Skip to main content"), "#main"),
        home=Link(guide.config.name, href(at.HOME), is_current=page.path == at.HOME, is_name=True),
        menu_label=say("Menu"),
        menu=_menu(guide, page.path),
        search=None if page.path == at.SEARCH else search_box(guide),
        breadcrumbs_label=say("You are here"),
        breadcrumbs=_breadcrumbs(guide, page),
        example=_example(guide),
        built_on=guide.today.isoformat(),
        time_zone=guide.config.time_zone.key,
        stale_words=say(
            "This page was made on {day}, {number} days ago. Phone before you go.",
            day=guide.words.weekday(guide.today),
            number="{number}",
        ),
        saved_words=say("Saved copy from {day}.", day=guide.words.weekday(guide.today)),
        notice=page.notice,
        exit=_exit(guide) if quiet else None,
        help_line=_by_phone(guide) if quiet else _help_line_box(guide),
        footer_label=say("About this guide"),
        footer=_footer(guide, page),
        colophon=_colophon(guide, page.path),
    )


def worker_of(guide: Guide) -> str:
    """Return the address of what keeps pages on a phone, or "" where the guide keeps none."""
    return guide.permalinks.href(at.SERVICE_WORKER) if guide.config.offline else ""


def _security(guide: Guide, page: PageFacts) -> str:
    policy = SECURITY
    if page.may_show_pictures:
        policy = policy.replace("img-src 'self'", f"img-src 'self' {STREET_PICTURES}")
    if page.has_early_script:
        known = fingerprint(guide.early_script)
        policy = policy.replace("script-src 'self'", f"script-src 'self' {known}")
    return policy


def _title(guide: Guide, page: PageFacts) -> str:
    if page.path == at.HOME:
        return guide.config.name
    return f"{page.heading} – {guide.config.name}"


def _description(guide: Guide, page: PageFacts) -> str:
    """Return one sentence for search engines and previews; nothing where none may be shown."""
    if page.is_safe_space and not page.is_found:
        return ""
    return page.description or ". ".join(filter(None, (_title(guide, page), guide.config.tagline)))


def _scripts(guide: Guide, page: PageFacts) -> tuple[Script, ...]:
    leaving = ("exit.js",) if page.is_safe_space else ()
    keeping = ("keeping.js",) if page.is_kept and guide.config.offline else ()
    names = ("stale.js", "search-box.js", *leaving, *page.scripts, *keeping)
    sources = (guide.permalinks.href(guide.assets[name]) for name in names)
    return tuple(map(Script, dict.fromkeys(sources)))


def _menu(guide: Guide, path: str) -> tuple[Link, ...]:
    href = guide.permalinks.href
    return tuple(Link(text, href(to), is_current=path == to) for text, to in _offered(guide))


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


def search_box(guide: Guide) -> SearchBox:
    """Return the box to search by: a plain form, whose words a script keeps on the phone."""
    say, href = guide.words.say, guide.permalinks.href
    return SearchBox(
        label=say("What are you looking for?"),
        find=say("Find"),
        action=href(at.SEARCH),
        index=href(at.SEARCH_INDEX),
    )


def _breadcrumbs(guide: Guide, page: PageFacts) -> tuple[Link, ...]:
    if page.path == at.HOME:
        return ()
    return (Link(guide.words.say("Home"), guide.permalinks.href(at.HOME)), *page.above)


def _example(guide: Guide) -> str:
    if not guide.config.example:
        return ""
    return guide.words.say("This is an example. The neighbourhood and everyone in it are invented.")


def _exit(guide: Guide) -> Exit:
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


def _by_phone(guide: Guide) -> HelpLineBox:
    """Return whom to phone where the form, which everyone can read, must not be offered."""
    say = guide.words.say
    how = (runs.words(say("Tell us by phone what is wrong here or missing.")),)
    return HelpLineBox(say("Ask a person"), (*help_line_lines(guide), how), None)


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


def _footer(guide: Guide, page: PageFacts) -> tuple[Link, ...]:
    """Return what there is besides the menu; from a safe space, no way to a form."""
    links = _further(guide)
    if page.is_safe_space:
        links = tuple(link for link in links if link[1] not in OF_FORMS)
    return tuple(
        Link(text, guide.permalinks.href(to), is_current=page.path == to) for text, to in links
    )


@question
def _further(guide: Guide) -> tuple[tuple[str, str], ...]:
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


def _colophon(guide: Guide, path: str) -> tuple[str, ...]:
    """Return how things stand; the first page says higher up how many entries were checked."""
    made = guide.words.say("Page made on {day}.", day=guide.words.weekday(guide.today))
    checked = checked_words(guide) if path != at.HOME else ""
    return (checked, made) if checked else (made,)


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
