"""An entry to make sure of -> a text message to whoever knows, ready to send, never cut short."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from doorstep.entries import Opening
from doorstep.giveaways import A_SURNAME, told_at
from doorstep.kinds import BUILDINGS
from doorstep.schedules.rules import Hours
from doorstep.schedules.wording import plainly_worded
from doorstep.upkeep.text_lengths import as_text_message, fits_one_message

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from doorstep.entries import Entry
    from doorstep.guide import Guide
    from doorstep.schedules.rules import Rule


def message_to_check(guide: Guide, entry: Entry, name: str = "") -> str:
    """Return what to text to somebody of this name, to learn whether an entry is still right."""
    say, title = guide.words.say, _title(guide, entry)
    asked = say("is {title} still on?", title=title)
    if entry.kind in BUILDINGS:
        asked = say("is {title} still as we say?", title=title)
    return _first_to_fit(guide, name, asked, (_when(guide, entry), _where(guide, entry)))


def message_about_end(guide: Guide, entry: Entry, last: date, name: str = "") -> str:
    """Return what to text to whoever made an offer, some days before it ends or after."""
    say, day = guide.words.say, guide.words.short_day(last)
    asked = say("is {title} still on?", title=_title(guide, entry))
    left = say("It left our guide after {day}", day=day)
    leaves = say("It leaves our guide after {day}", day=day)
    return _first_to_fit(guide, name, asked, (left if last < guide.today else leaves,))


def _title(guide: Guide, entry: Entry) -> str:
    if not entry.number:
        return entry.title
    return guide.words.say("{title} ({number})", title=entry.title, number=entry.number)


def _first_to_fit(guide: Guide, name: str, asked: str, facts: tuple[str, ...]) -> str:
    """Return the fullest message that fits: parts are left out whole, the least needed first."""
    tries = (as_text_message(words) for words in _shorter_and_shorter(guide, name, asked, facts))
    return next(filter(fits_one_message, tries), "")


def _shorter_and_shorter(
    guide: Guide, name: str, asked: str, facts: tuple[str, ...]
) -> Iterator[str]:
    line, say = guide.config.help_line, guide.words.say
    first = _first_name(name)
    greeting = say("Hello {name}, {asked}", name=first, asked=asked) if first else _begun(asked)
    known = [fact for fact in facts if fact]
    sender = f"{line.name}, {line.phone}"
    for kept in range(len(known), -1, -1):
        yield _message(guide, greeting, known[:kept], sender)
    yield _message(guide, greeting, (), line.phone)
    yield _message(guide, _begun(asked), (), line.phone)
    yield _message(guide, say("Is your entry in our guide still right?"), (), line.phone)


def _first_name(name: str) -> str:
    """Return what to call somebody: "" for a desk or an office, and where it has a surname."""
    first = name.partition(",")[0]
    is_ours_to_say = not first[:1].islower() and A_SURNAME not in told_at(("name",), first)
    return first if is_ours_to_say else ""


def _message(guide: Guide, asked: str, facts: Iterable[str], sender: str) -> str:
    reply = guide.words.say("Reply YES or tell us what changed.")
    told = ", ".join(facts)
    return " ".join(filter(None, (asked, f"{told}." if told else "", reply, sender)))


def _begun(asked: str) -> str:
    return asked[:1].upper() + asked[1:]


def _when(guide: Guide, entry: Entry) -> str:
    """Return when it happens, by its starts: who runs it knows how long it lasts."""
    rules = entry.opening_rules if isinstance(entry, Opening) else entry.rules
    plain = rules if entry.kind in BUILDINGS else tuple(_without_ends(rule) for rule in rules)
    return "; ".join(dict.fromkeys(plainly_worded(rule, guide.words) for rule in plain))


def _without_ends(rule: Rule) -> Rule:
    return replace(rule, hours=tuple(Hours(hours.start) for hours in rule.hours))


def _where(guide: Guide, entry: Entry) -> str:
    """Return the name of the place it is at, where that is another than itself."""
    place = guide.catalogue.place_of(entry)
    if place:
        return place.title
    address = entry.address
    return address.name or address.address if address and entry.kind not in BUILDINGS else ""
