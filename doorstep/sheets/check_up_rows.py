"""What to make sure of -> the rows of the check-up sheet, days and months in short."""

from __future__ import annotations

from typing import TYPE_CHECKING

from doorstep.entries import Opening
from doorstep.freshness import Step
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
    from doorstep.upkeep.asks import Ask
    from doorstep.upkeep.whom_to_ask import Knows
    from doorstep.words import Words


def row_of(guide: Guide, ask: Ask) -> CheckUpRow:
    """Return the row of what to make sure of; a safe space has its number and its title alone."""
    entry, is_secret = ask.entry, ask.by_phone_only
    return CheckUpRow(
        number=str(entry.number or ""),
        title=entry.title,
        is_name=entry.kind in NAMES,
        when="" if is_secret else brief_when(entry, guide.words.brief),
        phone="" if is_secret else whom_words(guide, ask.knows),
        checked="" if is_secret else _checked(guide, ask),
    )


def _checked(guide: Guide, ask: Ask) -> str:
    if ask.last_checked is None:
        return guide.words.say("Never")
    day = guide.words.brief.day(ask.last_checked)
    if ask.step is Step.UNLISTED:
        return guide.words.say("{day}: out of the lists", day=day)
    return day


def whom_words(guide: Guide, knows: Knows) -> str:
    """Return whom to ask: Pat, 020 7946 0456; not the forum, which has this sheet in its hand."""
    text = guide.words.say("text {number}", number=phone_words(knows.text))
    way = phone_words(knows.phone) or (text if knows.text else knows.email)
    return ", ".join(filter(None, (knows.name, way)))


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
