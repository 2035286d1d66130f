"""An entry -> all that a booklet says of it: what, when, where, getting in, whom to phone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from doorstep.fields import Answer
from doorstep.freshness import ends_on
from doorstep.sheets.panel_entries import panel_entry, when_words
from doorstep.sheets.wording import as_line, contact_words, cost_words
from doorstep.tracing import kept
from doorstep.views.cards import place_name
from doorstep.views.getting_in import ALWAYS_SAID, access_labels, getting_in
from doorstep.views.wording import as_sentence

if TYPE_CHECKING:
    from doorstep.entries import Entry
    from doorstep.guide import Guide
    from doorstep.sheets.panel_parts import PanelEntry


@kept(2_000)
def booklet_entry(guide: Guide, slug: str) -> PanelEntry:
    """Return a whole entry, by its slug; a booklet is tried with it many times over."""
    entry = guide.catalogue.by_slug[slug]
    short = panel_entry(guide, entry)
    when, cost = when_words(guide, entry), cost_words(guide, entry)
    # Short entries have whom to ask last; what is left of them says which dates are not as usual.
    usual = as_line((when, place_name(guide, entry), cost))
    changes = (line for line in short.lines[:-1] if line != usual)
    facts = (
        when,
        _until(guide, entry),
        _where(guide, entry),
        cost,
        entry.come_along,
        access_words(guide, entry),
    )
    asking = (_contact(guide, entry), _you_can_help(guide, entry))
    lines = (entry.summary, *changes, as_line(facts), as_line(asking))
    return replace(short, lines=tuple(filter(None, lines)))


def access_words(guide: Guide, entry: Entry) -> str:
    """Return what people ask first about getting in: Step-free, toilet: yes. Loop: not known."""
    if next(getting_in(guide, entry), None) is None:
        return ""
    access, labels = guide.catalogue.access_of(entry), access_labels(guide)
    answers: dict[Answer, list[str]] = {Answer.YES: [], Answer.NO: [], Answer.UNKNOWN: []}
    for fact in ALWAYS_SAID:
        answers[getattr(access, fact) or Answer.UNKNOWN].append(labels[fact])
    said = (_answered(guide, answer, ", ".join(facts)) for answer, facts in answers.items())
    return ". ".join(filter(None, said))


def _answered(guide: Guide, answer: Answer, facts: str) -> str:
    say = guide.words.say
    if not facts:
        return ""
    words = {
        Answer.YES: say("{facts}: yes", facts=facts),
        Answer.NO: say("{facts}: no", facts=facts),
        Answer.UNKNOWN: say("{facts}: not known", facts=facts),
    }
    return as_sentence(words[answer])


def _where(guide: Guide, entry: Entry) -> str:
    """Return its place with number and street."""
    address = guide.catalogue.address_of(entry)
    parts = (place_name(guide, entry), address.address if address else "")
    return ", ".join(dict.fromkeys(filter(None, parts)))


def _until(guide: Guide, entry: Entry) -> str:
    """Return the last day of an offer, which its rule says where it has one."""
    last_day = None if entry.when else ends_on(entry)
    return guide.words.say("Until {day}", day=guide.words.weekday(last_day)) if last_day else ""


def _contact(guide: Guide, entry: Entry) -> str:
    """Return whom to phone and when; without a phone, the other way to ask."""
    contact, who = entry.contact, contact_words(guide, entry)
    if not contact.phone:
        return who
    named = ", ".join(filter(None, (who, contact.best_time)))
    return guide.words.say("Phone {number}", number=named)


def _you_can_help(guide: Guide, entry: Entry) -> str:
    if not entry.you_can_help:
        return ""
    return guide.words.say("You can help: {ways}", ways=", ".join(entry.you_can_help))
