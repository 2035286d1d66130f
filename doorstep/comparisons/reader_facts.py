"""An entry -> what its page tells readers, each fact by its label, to be laid beside another."""

from __future__ import annotations

from typing import TYPE_CHECKING

from doorstep.comparisons.unusual_dates import unusual_dates
from doorstep.entries import Help, Opening
from doorstep.freshness import TIMELESS
from doorstep.showing import State
from doorstep.views.dates_of_entries import rules_in_words
from doorstep.views.entry_pages import above
from doorstep.views.facts import facts_of
from doorstep.views.pictures import picture_of
from doorstep.views.standing import checked_lines, notice_of
from doorstep.views.wording import as_sentence

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from doorstep.entries import Entry
    from doorstep.guide import Guide
    from doorstep.views.parts import Fact

TITLE, SUMMARY, STANDING, SIDE = "Title", "Summary", "Standing", "Found under"
WHEN, OPEN = "When", "Open"
DATES, TOPICS, RUN_BY, WORKS_WITH = "Dates not as usual", "Topics", "Run by", "Works with"
PHOTO, TEXT, CHECKED = "Photo", "Text", "Checked"

DATED = ("Next on", "When", "Open")
"""Rows of a page that name single dates, which are told from the rules they come from instead."""


def facts_by_label(guide: Guide, entry: Entry) -> dict[str, str]:
    """Return what readers are told of an entry; of what is over, that it is over."""
    standing = {TITLE: entry.title, STANDING: standing_of(guide, entry)}
    if not has_facts(guide, entry):
        return standing
    return standing | {label: text for label, text in _facts(guide, entry) if text}


def has_facts(guide: Guide, entry: Entry) -> bool:
    """Say whether its page tells more than what has become of it."""
    return guide.catalogue.showing(entry).has_facts


def standing_of(guide: Guide, entry: Entry) -> str:
    """Return what has become of an entry, "" when it goes on."""
    if guide.catalogue.showing(entry).state is State.OPEN:
        return ""
    notice = notice_of(guide, entry)
    return notice.heading if notice else guide.words.say("This story has been taken down")


def _facts(guide: Guide, entry: Entry) -> Iterator[tuple[str, str]]:
    yield SUMMARY, entry.summary
    if isinstance(entry, Help):
        yield SIDE, above(guide, entry)[0].text
    if entry.kind not in TIMELESS:
        yield WHEN, _joined(rules_in_words(guide, entry.rules))
        if isinstance(entry, Opening):
            yield OPEN, _joined(rules_in_words(guide, entry.opening_rules))
        yield DATES, _joined(map(as_sentence, unusual_dates(guide, entry).values()))
        rows = (fact for fact in facts_of(guide, entry) if fact.label not in DATED)
        yield from ((fact.label, _row(fact)) for fact in rows)
    topics = (guide.topics[topic].label for topic in entry.topics)
    yield TOPICS, ", ".join(topics)
    yield from _neighbours(guide, entry)
    photo = picture_of(guide, entry)
    yield PHOTO, photo.alt if photo else ""
    yield TEXT, entry.body.strip()
    if entry.kind not in TIMELESS:
        yield CHECKED, " ".join(checked_lines(guide, entry))


def _row(fact: Fact) -> str:
    return _joined("".join(run.text for run in line) for line in fact.lines)


def _joined(lines: Iterable[str]) -> str:
    return "; ".join(lines)


def _neighbours(guide: Guide, entry: Entry) -> Iterator[tuple[str, str]]:
    organiser = guide.catalogue.organiser_of(entry)
    yield RUN_BY, organiser.title if organiser else ""
    yield WORKS_WITH, ", ".join(sorted(one.title for one in guide.catalogue.works_with(entry)))
