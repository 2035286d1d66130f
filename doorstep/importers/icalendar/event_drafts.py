"""An event and its Timetable -> Draft: the facts and the words of its entry."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from msgspec import Struct

from doorstep.fields import ReadingContext, folded
from doorstep.importers.drafting import Draft, in_order
from doorstep.importers.existing import Existing
from doorstep.importers.icalendar.date_changes import DateChange
from doorstep.importers.icalendar.descriptions import Described, described
from doorstep.importers.icalendar.families import Family
from doorstep.importers.icalendar.personal_details import without_personal_details
from doorstep.importers.icalendar.reasons import CannotUse, shown
from doorstep.importers.icalendar.slots import Slot, rule_of
from doorstep.importers.icalendar.timetables import Timetable
from doorstep.importers.usable import usable
from doorstep.importers.values import Facts, Taken, take
from doorstep.kinds import Kind
from doorstep.schedules.reading import ScheduleNotRead, read_rules
from doorstep.schedules.rules import Rule
from doorstep.schedules.wording import worded
from doorstep.sources import Node
from doorstep.words import english

_POSTCODE = re.compile(r"\b([A-Z]{1,2}[0-9][A-Z0-9]?)\s*([0-9][A-Z]{2})\b")
_NOT_CERTAIN = "This is not certain yet. Ask before you go."


class Wishes(Struct, frozen=True, kw_only=True):
    """What is said of a whole calendar, for each of its entries."""

    kind: Kind = Kind.EVENT
    organiser: str = ""
    """The slug of the group whose calendar it is."""
    where: str = ""
    """The slug of the place, for events that name none."""
    topics: tuple[str, ...] = ()
    keeps_contacts: bool = False
    """Whether phone numbers and e-mail addresses may stay in its words."""


class Drafter:
    """Writes the drafts of one calendar."""

    def __init__(
        self, name: str, wishes: Wishes, existing: Existing, context: ReadingContext
    ) -> None:
        self.name, self.wishes, self.existing, self.context = name, wishes, existing, context

    def draft(self, family: Family, timetable: Timetable, *, status: str = "") -> Draft:
        """Return what the entry of an event says, or raise CannotUse."""
        event = family.event
        words = described(event.component, keeps_contacts=self.wishes.keeps_contacts)
        notes = [*event.notes, *timetable.notes, *words.notes, *self._other_titles(family)]
        summary = self._summary(words)
        title = self._title(words, notes)
        facts: Facts = {
            "title": title,
            "summary": "" if summary.value == title else summary.value,
            "topics": self._topics(words.topics),
            "when": self._when(timetable.rules),
            "where": self._place(words.place) or self.wishes.where,
            "contact": {"website": words.website} if words.website else "",
            "organiser": self.wishes.organiser,
            "changes": self._changes(timetable.changes, words.place, notes),
            "status": status,
        }
        said = {key: value for key, value in facts.items() if value}
        kept, unusable = usable(said, self.wishes.kind, self.context)
        if any(kept.get(key) != said.get(key) for key in ("title", "when", "changes")):
            raise CannotUse("the guide has no words for its days and times")
        if event.is_tentative:
            notes.append("the group has marked it as not certain yet")
        tentative = _NOT_CERTAIN if event.is_tentative else ""
        body = "\n\n".join(filter(None, (tentative, self._discreet(summary.rest))))
        return Draft(
            in_order(kept, self.wishes.kind), body, tuple(dict.fromkeys([*notes, *unusable]))
        )

    def _other_titles(self, family: Family) -> Iterator[str]:
        """Yield what single dates to come are called, for which an entry has no room."""
        usual, today = family.event.title, self.context.today
        for one in family.changed:
            is_told = one.title and not one.is_called_off and one.start.day >= today
            if is_told and one.title != usual:
                title = self._discreet(one.title)
                day = english().day(one.start.day)
                yield f"on {day} it is called {shown(title)}, which was not taken"

    def _title(self, words: Described, notes: list[str]) -> str:
        if words.title:
            return words.title
        notes.append("it has no title of its own; give it one")
        summary = self._summary(words).value
        return summary if isinstance(summary, str) and summary else self.name

    def _summary(self, words: Described) -> Taken:
        taken = take("summary", words.description, self.context.phone_region)
        # What was spread over tags or entities is whole only now.
        value = self._discreet(taken.value) if isinstance(taken.value, str) else taken.value
        return Taken(value, self._discreet(taken.rest))

    def _discreet(self, words: str) -> str:
        return words if self.wishes.keeps_contacts else without_personal_details(words).text

    def _topics(self, categories: Iterable[str]) -> list[Node]:
        known = self.context.vocabularies.get("topic", {})
        named = (known.get(folded(one)) for one in categories)
        return [*dict.fromkeys([*self.wishes.topics, *filter(None, named)])]

    def _when(self, rules: tuple[Rule, ...]) -> Node:
        lines: list[Node] = [self._line(rule) for rule in rules]
        return lines[0] if len(lines) == 1 else lines

    def _line(self, rule: Rule) -> str:
        line = worded(rule, english())
        try:
            is_same = read_rules(line, self.context.today) == (rule,)
        except ScheduleNotRead:
            is_same = False
        if not is_same:
            raise CannotUse("the guide has no words for its days and times")
        return line

    def _place(self, words: str) -> Node:
        """Return a place the guide knows by its name, or the place written out."""
        name, _, rest = words.partition(",")
        if slug := self.existing.place_called(name) or self.existing.place_called(words):
            return slug
        found = _POSTCODE.search(words)
        postcode = f"{found[1]} {found[2]}" if found else ""
        bare = words.replace(found[0], "") if found else words
        name, _, rest = bare.partition(",")
        if name[:1].isdigit():
            name, rest = "", bare
        parts: dict[str, Node] = {
            "name": name.strip(" ,"),
            "address": rest.strip(" ,"),
            "postcode": postcode,
        }
        return {part: value for part, value in parts.items() if value}

    def _changes(
        self, changes: tuple[DateChange, ...], usual_place: str, notes: list[str]
    ) -> list[Node]:
        written = (self._change(change, usual_place, notes) for change in changes)
        return [change for change in written if len(change) > 1]

    def _change(self, change: DateChange, usual_place: str, notes: list[str]) -> dict[str, Node]:
        words = described(change.source.component, keeps_contacts=self.wishes.keeps_contacts)
        notes += (note for note in (*change.source.notes, *words.notes) if note not in notes)
        told: dict[str, Node] = {"on": change.on.isoformat()}
        if change.is_cancelled:
            told |= {"cancelled": "yes", "because": words.reason}
        elif change.moved_to:
            told |= {
                "moved_to": _new_date(change.moved_to),
                "because": words.reason,
            }
        if words.place and words.place != usual_place and not change.is_cancelled:
            told["where"] = self.existing.place_called(words.place) or words.place
        return {part: value for part, value in told.items() if value}


def _new_date(slot: Slot) -> str:
    return english().weekday(slot.day) if slot.is_day else worded(rule_of(slot), english())
