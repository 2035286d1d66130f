"""A calendar that was read -> the same without events of groups that asked not to be listed."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import Struct
from msgspec.structs import replace

from doorstep.do_not_list import DoNotList, Trait, known_by
from doorstep.importers.icalendar.calendars_read import CalendarRead
from doorstep.importers.icalendar.components import Component
from doorstep.importers.icalendar.families import Families
from doorstep.importers.icalendar.happenings import title_of, uid_of
from doorstep.importers.phones import phones_in

_SAYS_WHO = ("ORGANIZER", "CONTACT", "URL", "DESCRIPTION", "COMMENT")
_EMAIL = re.compile(r"[^\s<>\"'(),;:]{1,64}@[\w.-]{1,200}\.\w+")
_PAGE = re.compile(r"(?:https?://|www\.)[^\s<>\"']{1,500}", re.IGNORECASE)


def without_those_who_asked(read: CalendarRead, listed: DoNotList, region: str) -> CalendarRead:
    """Return a calendar as if those events were not in it, but for how many there are.

    So nothing tells of them: no entry, no report, and not the copy that is kept.
    """
    if not listed.groups:
        return read
    asking = _Asking(listed, read.name, region)
    families = read.families
    asked = {one.identity: one.event.line for one in families.whole if asking(one.event.component)}
    asked |= {uid_of(event): event.line for event, _ in read.refused if asking(event)}
    return replace(
        read,
        name="" if listed.has_any(known_by({"title": read.name})) else read.name,
        families=Families(
            tuple(one for one in families.whole if one.identity not in asked),
            tuple(one for one in families.older if not asking(one.component)),
        ),
        refused=tuple(each for each in read.refused if not asking(each[0])),
        asked=asked,
    )


class _Asking(Struct, frozen=True):
    """Says of events whether their group asked."""

    listed: DoNotList
    calendar_name: str
    """A calendar that is called like a group has that group's events."""
    region: str

    def __call__(self, event: Component) -> bool:
        return self.listed.has_any(self._traits(event))

    def _traits(self, event: Component) -> Iterator[Trait]:
        for name in (title_of(event), self.calendar_name):
            yield from known_by({"title": name})
        words = "\n".join(event.words(name) for name in _SAYS_WHO)
        told = [
            *({"phone": phone} for phone in phones_in(words, self.region)),
            *({"email": found[0]} for found in _EMAIL.finditer(words)),
            *({"website": found[0].rstrip(".,)")} for found in _PAGE.finditer(words)),
        ]
        for contact in told:
            yield from known_by({"contact": contact}, region=self.region)
