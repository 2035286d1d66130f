"""Entries whose check is due -> the rows of the check-up sheet, by who usually knows."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from doorstep.catalogue import title_key
from doorstep.entries import Opening
from doorstep.freshness import Step
from doorstep.kinds import Kind
from doorstep.schedules.rules import Rule, Weekly
from doorstep.schedules.wording import plainly_worded
from doorstep.schedules.wording_runs import weekday_names
from doorstep.schedules.wording_times import start_words
from doorstep.sheets.check_up_parts import CheckUpRow
from doorstep.sheets.wording import phone_words
from doorstep.views.wording import NAMES

if TYPE_CHECKING:
    from doorstep.entries import Entry
    from doorstep.guide import Guide
    from doorstep.words import Words

NEEDS_A_CHECK = (Step.DUE, Step.STALE)


def rows_to_check(guide: Guide) -> list[CheckUpRow]:
    """Return a row for each entry to make sure of: who knows it, then what waits longest."""
    waiting = [
        entry for entry in guide.checkable if guide.catalogue.showing(entry).step in NEEDS_A_CHECK
    ]
    return [_row(guide, entry) for entry in sorted(waiting, key=lambda one: _order(guide, one))]


def _order(guide: Guide, entry: Entry) -> tuple[object, ...]:
    """Return where an entry stands; of a safe space nobody is told who runs it."""
    who = "" if entry.sensitive else _group(guide, entry)
    contact = "" if entry.sensitive else entry.contact.name
    last = entry.checked.on if entry.checked else date.min
    return (not who, title_key(who), not contact, contact.casefold(), last, entry.slug)


def _group(guide: Guide, entry: Entry) -> str:
    """Return the group that runs something, or that it is itself."""
    if entry.organiser in guide.catalogue.by_slug:
        return guide.catalogue.by_slug[entry.organiser].title
    return entry.title if entry.kind is Kind.GROUP else ""


def _row(guide: Guide, entry: Entry) -> CheckUpRow:
    is_secret = entry.sensitive
    return CheckUpRow(
        number=str(entry.number or ""),
        title=entry.title,
        is_name=entry.kind in NAMES,
        when="" if is_secret else brief_when(entry, guide.words.brief),
        phone="" if is_secret else _whom(guide, entry),
        checked="" if is_secret else _checked(guide, entry),
    )


def _checked(guide: Guide, entry: Entry) -> str:
    if entry.checked is None:
        return guide.words.say("Never")
    return guide.words.brief.day(entry.checked.on)


def _whom(guide: Guide, entry: Entry) -> str:
    """Return whom to ask: Pat, 020 7946 0456; not the forum, which has this sheet in its hand."""
    contact = entry.contact
    text = guide.words.say("text {number}", number=phone_words(contact.text))
    way = phone_words(contact.phone) or (text if contact.text else contact.email)
    return ", ".join(filter(None, (contact.name, way)))


def brief_when(entry: Entry, words: Words) -> str:
    """Return when something happens: Fri 7pm; First and third Wed of the month, 2pm to 4pm."""
    rules = entry.opening_rules if isinstance(entry, Opening) else entry.rules
    return "; ".join(dict.fromkeys(_brief(rule, words) for rule in rules))


def _brief(rule: Rule, words: Words) -> str:
    """Return a rule; the usual one, hours on days of every week, in the fewest letters."""
    is_plain = rule.hours and rule == Rule(days=rule.days, hours=rule.hours)
    if not (is_plain and isinstance(rule.days, Weekly) and rule.days.every == 1):
        return plainly_worded(rule, words)
    days = ", ".join(weekday_names(rule.days.weekdays, words))
    starts = ", ".join(dict.fromkeys(start_words(hours.start, words) for hours in rule.hours))
    return words.say("{days} {times}", days=days, times=starts)
