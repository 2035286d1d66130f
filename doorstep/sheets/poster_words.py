"""An entry -> the words of its poster: what changes, the facts, whom to phone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from doorstep.entries import Help, Side
from doorstep.freshness import ends_on
from doorstep.sheets.feet import help_line_words
from doorstep.sheets.poster_parts import PosterFact
from doorstep.sheets.poster_sizes import PosterText
from doorstep.sheets.wording import as_line, phone_words
from doorstep.views.dates_of_entries import before_next, marked_dates
from doorstep.views.facts import facts_of
from doorstep.views.whats_on_timetable import comes_round
from doorstep.views.wording import as_sentence, title_of

if TYPE_CHECKING:
    from datetime import date

    from doorstep.entries import Entry
    from doorstep.guide import Guide
    from doorstep.occurrences import Occurrence
    from doorstep.views.parts import Fact, Run

LONGEST = 80
"""Letters of a name, a reason, or of when somebody answers: more hide what matters more."""

NAMED = frozenset({"name", "link"})
"""Styles of runs that are names: of a place, a street, a town."""


def poster_title(guide: Guide, entry: Entry) -> str:
    """Return the title; "Cancelled:" comes first only where it is not on again.

    A poster hangs for weeks, and what meets every Tuesday is not cancelled for good.
    """
    return entry.title if guide.diary.next_on(entry) else title_of(guide, entry)


def poster_changes(guide: Guide, entry: Entry) -> tuple[str, ...]:
    """Return what is cancelled or moved before it is on next."""
    marked = (_with_short_reason(one) for one in marked_dates(guide, entry))
    return tuple(filter(None, (before_next(guide, entry, one) for one in marked)))


def _with_short_reason(date: Occurrence) -> Occurrence:
    return replace(date, because=_if_short(date.because))


def ask_words(guide: Guide) -> str:
    """Return what is said where more dates are not as usual than there is room for."""
    return guide.words.say("More is not as usual. Phone to ask.")


def _note(guide: Guide, entry: Entry) -> tuple[str, ...]:
    """Return what to know of one neighbour's offer."""
    is_offer = isinstance(entry, Help) and entry.side is Side.GIVE
    return (guide.words.say("We list this. We have not checked it."),) if is_offer else ()


def poster_text(guide: Guide, entry: Entry) -> PosterText:
    """Return all that a poster says over its code and its strips, but for the summary."""
    changes, say = poster_changes(guide, entry), guide.words.say
    facts = _facts(guide, entry, changes)
    return PosterText(
        title=poster_title(guide, entry),
        sentences=(*changes, *_note(guide, entry)),
        facts=facts,
        extras=tuple(fact for fact in facts if fact.label in (say("Speaks"), say("For"))),
    )


def _facts(guide: Guide, entry: Entry, said_before: tuple[str, ...]) -> tuple[PosterFact, ...]:
    """Return the facts of its page, but for whom to ask, which has a place of its own."""
    contact = guide.words.say("Contact")
    made = (_fact(fact, said_before) for fact in facts_of(guide, entry) if fact.label != contact)
    return tuple(fact for fact in made if fact.text)


def _fact(fact: Fact, said_before: tuple[str, ...]) -> PosterFact:
    """Return a fact in one paragraph: names as on an envelope, then sentences."""
    lines = [(line, "".join(run.text for run in line)) for line in fact.lines]
    names = [text for line, text in lines if _is_name(line)]
    rest = [text for line, text in lines if not _is_name(line) and text not in said_before]
    return PosterFact(fact.label, as_line((", ".join(names), *map(as_sentence, rest))))


def _is_name(line: tuple[Run, ...]) -> bool:
    return len(line) == 1 and line[0].style in NAMED


def phone_of(guide: Guide, entry: Entry) -> str:
    """Return whom to phone: Phone Pat, 020 7946 0456; without a number of its own, the guide."""
    say, contact = guide.words.say, entry.contact
    if contact.phone:
        return say("Phone {number}", number=_named(contact.name, contact.phone))
    if contact.text:
        return say("Text {number}", number=_named(contact.name, contact.text))
    return help_line_words(guide)


def _named(name: str, number: str) -> str:
    return ", ".join(filter(None, (_if_short(name), phone_words(number))))


def _if_short(words: str) -> str:
    return words if len(words) <= LONGEST else ""


def hours_of(guide: Guide, entry: Entry) -> str:
    """Return when somebody answers the number that phone_of says, or ""."""
    contact, line = entry.contact, guide.config.help_line
    own = contact.phone or contact.text
    return as_sentence(_if_short(contact.best_time) if own else line.times)


def last_day_of(guide: Guide, entry: Entry) -> date | None:
    """Return the last day a poster has something to say for, where there is one."""
    ends = (ends_on(entry), _last_date(guide, entry))
    return min((day for day in ends if day), default=None)


def _last_date(guide: Guide, entry: Entry) -> date | None:
    """Return the last date of what does not come round for good."""
    if any(comes_round(rule, guide.today) and rule.last is None for rule in entry.rules):
        return None
    dates = guide.diary.of(entry) if entry.rules else ()
    return max((one.last_day for one in dates), default=None)
