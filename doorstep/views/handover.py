"""A guide -> the page for whoever looks after it next: who, what is due, how it runs, how it moves.

What runs by the clock, and when, is in .github/workflows/, which a test compares with these words.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from doorstep import permalinks as at
from doorstep.freshness import Step
from doorstep.upkeep.asks import waiting_in
from doorstep.upkeep.offers import offers_waiting
from doorstep.views import runs
from doorstep.views.framing import PageFacts, frame_of
from doorstep.views.handover_views import HandoverSection, HandoverView
from doorstep.views.parts import Link
from doorstep.views.usual_frame import checked_words, help_line_lines

if TYPE_CHECKING:
    from collections.abc import Iterator

    from doorstep.guide import Guide
    from doorstep.views.runs import Line

PAGES_TO_READ = ("handover", "upkeep", "for-editors", "for-reviewers", "site-yaml", "checks")
"""Pages of docs/, without their ending."""


def handover_view(guide: Guide) -> HandoverView:
    """Return the page for whoever looks after the guide."""
    say = guide.words.say
    page = PageFacts(
        path=at.HANDOVER,
        heading=say("Looking after this guide"),
        above=(Link(say("About this guide"), guide.permalinks.href(at.ABOUT)),),
        is_found=False,
    )
    sections = (
        HandoverSection(say("Who looks after it"), tuple(_who(guide))),
        HandoverSection(say("What is due"), tuple(_due(guide))),
        HandoverSection(say("Where it is, and what runs by itself"), tuple(_runs(guide))),
        HandoverSection(say("Handing it on"), tuple(_handing_on(guide))),
        HandoverSection(say("Moving house"), tuple(_moving(guide))),
        HandoverSection(say("To read"), tuple(_to_read(guide))),
    )
    return HandoverView(
        frame=frame_of(guide, page),
        heading=page.heading,
        intro=say("For the people who keep it, and for whoever does so next."),
        sections=tuple(section for section in sections if section.lines),
    )


def _who(guide: Guide) -> Iterator[Line]:
    say, forum, editing = guide.words.say, guide.config.forum, guide.config.editing
    people = ": ".join(filter(None, (forum.name, forum.people)))
    yield (runs.words(f"{people}."),)
    if forum.meets:
        yield (runs.words(say("It meets: {times}.", times=forum.meets)),)
    if editing.reviewers:
        looked = say(
            "{people} look at what people send, usually {when}.",
            people=editing.reviewers,
            when=editing.looked_at,
        )
        yield (runs.words(looked),)
    yield from help_line_lines(guide)


def _due(guide: Guide) -> Iterator[Line]:
    say, count, href = guide.words.say, guide.words.count, guide.permalinks.href
    if guide.checkable:
        yield (runs.words(checked_words(guide)),)
    waiting = waiting_in(guide)
    yield (runs.words(_asked(guide, len(waiting))),)
    steps = [guide.catalogue.showing(entry).step for entry in waiting]
    if unlisted := steps.count(Step.UNLISTED):
        out = count(
            "{number} is out of the lists, because nobody checked it for so long.",
            "{number} are out of the lists, because nobody checked them for so long.",
            unlisted,
        )
        yield (runs.words(out),)
    if offers := len(offers_waiting(guide)):
        yield (runs.words(count("{number} offer waits.", "{number} offers wait.", offers)),)
    yield (runs.link(say("The check-up sheet: whom to ring"), href(at.CHECK_UP)),)
    yield (runs.link(say("What is missing"), href(at.MISSING)),)


def _asked(guide: Guide, asks: int) -> str:
    """Return how many entries there are to make sure of; nobody counts to nought aloud."""
    say = guide.words.say
    if asks:
        return guide.words.count(
            "{number} entry to make sure of.", "{number} entries to make sure of.", asks
        )
    if guide.checkable:
        return say("Everything is checked. There is nothing to ask now.")
    return say("Nothing is listed here yet.")


def _runs(guide: Guide) -> Iterator[Line]:
    say, config = guide.words.say, guide.config
    yield (runs.words(say("It is published at") + " "), runs.website(config.url))
    if not config.repository:
        yield (runs.words(say("site.yaml does not say yet where its files are kept.")),)
        return
    yield (runs.words(say("Its files are kept at") + " "), runs.website(config.repository))
    yield (runs.words(say("After each change, and every night: it is made anew and published.")),)
    yield (runs.words(say("Every day: the list of whom to ring is brought up to date.")),)
    yield (runs.words(say("Every day: who looks at changes is reminded of what waits.")),)
    yield (runs.words(say("Once a month: links to other sites are tried.")),)
    yield (runs.link(say("See what ran, and when"), f"{config.repository.rstrip('/')}/actions"),)


def _handing_on(guide: Guide) -> Iterator[Line]:
    say = guide.words.say
    yield (runs.words(say("Do one check-up together, with the sheet, before you part.")),)
    yield (runs.words(say("Give the new person the phone, and the folder with the consents.")),)
    if guide.config.repository:
        invite = say("On GitHub, invite them: Settings, Collaborators. Two people are better.")
        yield (runs.words(invite),)
    yield (runs.words(say("In site.yaml, change the names: forum, help_line, editing.")),)


def _moving(guide: Guide) -> Iterator[Line]:
    say = guide.words.say
    yield (
        runs.words(say("To another owner: Settings, Transfer ownership. All numbers stay.")),
        runs.words(" " + say("Then change url and repository in site.yaml.")),
    )
    yield (runs.words(say("To an address of your own: Settings, Pages, Custom domain.")),)
    yield (
        runs.words(say("Away from GitHub: copy all its files to any computer that has Python.")),
        runs.words(" " + say("There, “make site” makes the whole website.")),
    )


def _to_read(guide: Guide) -> Iterator[Line]:
    """Yield the pages for those who keep a guide, where it is known where they are."""
    config, say = guide.config, guide.words.say
    names = (
        say("Handing a guide on, step by step"),
        say("How it is kept true"),
        say("For editors"),
        say("For reviewers"),
        say("All that site.yaml may say"),
        say("What is checked"),
    )
    for page, name in zip(PAGES_TO_READ, names, strict=True):
        if config.repository:
            docs = f"{config.repository.rstrip('/')}/blob/{config.editing.branch}/docs"
            yield (runs.link(name, f"{docs}/{page}.md"),)
