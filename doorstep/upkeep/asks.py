"""Entries nobody made sure of lately -> what to ask of each, and of whom, those who know together.

What is due, what is stale and what left the lists by its age are all asked about: the last most of
all, because nobody comes across it any more.
"""

from __future__ import annotations

from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from msgspec import Struct

from doorstep.catalogue import title_key
from doorstep.checks.events_over import last_day
from doorstep.entries import Opening
from doorstep.forms.prefilled import still_right_address
from doorstep.freshness import Step
from doorstep.kinds import Kind
from doorstep.permalinks import entry_path
from doorstep.schedules.wording import plainly_worded
from doorstep.showing import Face, State
from doorstep.upkeep.text_messages import message_to_check
from doorstep.upkeep.whom_to_ask import Knows, whom_to_ask

if TYPE_CHECKING:
    from collections.abc import Callable

    from doorstep.entries import Entry
    from doorstep.guide import Guide


class Ask(Struct, frozen=True, kw_only=True):
    """One entry to make sure of."""

    entry: Entry
    """The entry itself."""
    step: Step
    """How far down the ladder it is."""
    by_phone_only: bool
    """Whether it is a safe space: nothing but number and title is written down of it."""
    knows: Knows
    """Who would know; nobody for a safe space."""
    when: str
    """When it happens or is open, in words; "" for a safe space."""
    write: Callable[[], str]
    """What writes the text message, which takes longer than all else: paper goes without."""
    page: str
    """The whole address of its page; "" for a safe space."""
    still_right: str
    """The address of the form that says "Yes, still right", or ""."""

    @property
    def message(self) -> str:
        """A text message to them, ready to send, or "" where there is nobody to send it to."""
        return self.write()

    @property
    def last_checked(self) -> date | None:
        """When somebody last made sure; None for never and for a safe space."""
        return self.entry.checked.on if self.entry.checked and not self.by_phone_only else None


def asks_of(guide: Guide) -> tuple[Ask, ...]:
    """Return everything to make sure of: by who knows it, then what waits longest."""
    in_order = sorted(waiting_in(guide), key=lambda one: _by(guide, one))
    return tuple(ask_about(guide, entry) for entry in in_order)


def waiting_in(guide: Guide) -> list[Entry]:
    """Return every entry that a check is due of."""
    return [one for one in guide.catalogue.seen_on(Face.UPKEEP) if is_waiting(guide, one)]


def is_waiting(guide: Guide, entry: Entry) -> bool:
    """Say whether a check is due; what closed, ended or is over is not asked about any more."""
    showing = guide.catalogue.showing(entry)
    return goes_on(guide, entry) and showing.step is not Step.FRESH and not is_over(guide, entry)


def goes_on(guide: Guide, entry: Entry) -> bool:
    """Say whether nobody has closed it and it has not ended; who knows whether it is right."""
    return guide.catalogue.showing(entry).state in (State.OPEN, State.PAUSED, State.UNCONFIRMED)


def is_over(guide: Guide, entry: Entry) -> bool:
    """Say whether it is an event whose last day has passed: nobody is asked if it is still on."""
    last = last_day(entry) if entry.kind is Kind.EVENT else None
    return last is not None and last < guide.today


def ask_about(guide: Guide, entry: Entry) -> Ask:
    """Return what to ask about one entry."""
    knows, is_secret = whom_to_ask(guide, entry), is_by_phone_only(guide, entry)
    return Ask(
        entry=entry,
        step=guide.catalogue.showing(entry).step,
        by_phone_only=is_secret,
        knows=knows,
        when="" if is_secret else _when(guide, entry),
        write=partial(_message, guide, entry, knows),
        page=page_of(guide, entry),
        still_right=still_right_address(entry, guide.config),
    )


def _message(guide: Guide, entry: Entry, knows: Knows) -> str:
    return message_to_check(guide, entry, knows.name) if is_texted(guide, knows) else ""


def page_of(guide: Guide, entry: Entry) -> str:
    """Return the whole address of a page, but of a safe space's, which is given to nobody here."""
    path = entry_path(entry.kind, entry.slug)
    return "" if is_by_phone_only(guide, entry) else guide.permalinks.absolute(path)


def is_by_phone_only(guide: Guide, entry: Entry) -> bool:
    """Say whether nothing but number and title is written down of an entry, as of a safe space."""
    return not guide.catalogue.shows(entry, Face.WHO_KNOWS)


def is_texted(guide: Guide, knows: Knows) -> bool:
    """Say whether somebody can be sent a text message, and is not the guide's own help line."""
    line = guide.config.help_line
    numbers = {knows.phone, knows.text} - {""}
    return bool(numbers) and not numbers & {line.phone, line.text}


def _when(guide: Guide, entry: Entry) -> str:
    rules = entry.opening_rules if isinstance(entry, Opening) else entry.rules
    return "; ".join(dict.fromkeys(plainly_worded(rule, guide.words) for rule in rules))


def _by(guide: Guide, entry: Entry) -> tuple[object, ...]:
    """Return where an entry stands; of a safe space nobody is told who runs it."""
    who = "" if is_by_phone_only(guide, entry) else _group(guide, entry)
    contact = whom_to_ask(guide, entry).name
    last = entry.checked.on if entry.checked else date.min
    return (not who, title_key(who), not contact, contact.casefold(), last, entry.slug)


def _group(guide: Guide, entry: Entry) -> str:
    """Return the group that runs something, or that it is itself."""
    if organiser := guide.catalogue.by_slug.get(entry.organiser or ""):
        return organiser.title
    return entry.title if entry.kind is Kind.GROUP else ""
