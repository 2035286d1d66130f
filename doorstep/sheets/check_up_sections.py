"""What else there is to talk about -> the sections of the check-up sheet, below its rows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from doorstep.sheets.check_up_parts import CheckUpSection
from doorstep.sheets.check_up_rows import whom_words

if TYPE_CHECKING:
    from doorstep.entries import Entry
    from doorstep.guide import Guide
    from doorstep.upkeep.offers import Offer
    from doorstep.upkeep.rounds import Round


def sections_of(guide: Guide, found: Round) -> tuple[CheckUpSection, ...]:
    """Return the sections that have something to say; how things stand comes last."""
    say, words = guide.words.say, guide.words
    sections = (
        CheckUpSection(say("Gaps"), tuple(gap.sentence for gap in found.gaps)),
        CheckUpSection(
            say("Offers waiting"), tuple(_offer(guide, offer) for offer in found.offers)
        ),
        CheckUpSection(
            say("Help wanted or offered for over four weeks"),
            tuple(
                say("{name}, since {day}.", name=_name(guide, one.entry), day=words.day(one.since))
                for one in found.wanted
            ),
        ),
        CheckUpSection(
            say("Over: each needs a next date, or to be closed"),
            tuple(_name(guide, entry) for entry in found.over),
        ),
    )
    told = (section for section in sections if section.lines)
    return (*told, CheckUpSection(say("How things stand"), tuple(_counts(guide, found))))


def _name(guide: Guide, entry: Entry) -> str:
    """Return number and title, which is all that is ever told of a safe space."""
    if not entry.number:
        return entry.title
    return guide.words.say("No. {number}, {title}", number=entry.number, title=entry.title)


def _offer(guide: Guide, offer: Offer) -> str:
    say, day = guide.words.say, guide.words.day(offer.last)
    ends = say("Ended {day}", day=day) if offer.last < guide.today else say("Ends {day}", day=day)
    facts = ("",) if offer.by_phone_only else (whom_words(guide, offer.knows), ends)
    return " ".join(f"{part}." for part in (_name(guide, offer.entry), *facts) if part)


def _counts(guide: Guide, found: Round) -> list[str]:
    """Return how things stand, in numbers."""
    say = guide.words.say
    lines = [say("Cancelled this week: {number}.", number=len(found.cancelled))]
    if found.news:
        day, number = guide.words.day(found.news.since), len(found.news.entries)
        lines.append(say("New since {day}: {number}.", day=day, number=number))
    if found.checkable:
        checked, every = found.checked, found.checkable
        lines.append(say("Checked this month: {checked} of {all}.", checked=checked, all=every))
    return lines
