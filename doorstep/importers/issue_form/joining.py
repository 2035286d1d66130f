"""What stood in a box and an answer in plain words -> what the box says now, if it can be read."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from pydantic import TypeAdapter, ValidationError

from doorstep.contacts import PhoneNumber, Postcode
from doorstep.forms.boxes import Shape
from doorstep.forms.facts import REMOVE
from doorstep.forms.labels import as_called, listed, meant_by
from doorstep.importers.issue_form.meant import entries_meant
from doorstep.importers.issue_form.times import check_in_order, day_said, rules_in
from doorstep.importers.phones import phones_in
from doorstep.schedules.reading import ScheduleNotRead, read_rules

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterator

    from doorstep.forms.boxes import Box
    from doorstep.importers.issue_form.desks import Desk

_ADAPTERS: dict[str, TypeAdapter[Any]] = {
    "contact_phone": TypeAdapter(PhoneNumber),
    "postcode": TypeAdapter(Postcode),
}
_IN_A_SENTENCE = re.compile(
    r"^(?:(?:sorry|oh|hello|hi|thanks|thank you|i meant?|it should be|it is|it['’]s|that is"
    r"|that['’]s|on|the)\b[\s,.!:]+)+|(?:[\s,.!]+(?:thanks|thank you|sorry))?[\s.!]*$",
    re.IGNORECASE,
)
"""What people say before and after an answer."""


def joined(box: Box, before: str, reply: str, desk: Desk) -> str:
    """Return what a box says after an answer, or "" where nothing sure can be made of it.

    The answer may be the whole of it, or a part to be put together with what was there:
    “Tuesday” and “10:30am to midday”. That is done where only one reading comes of it.
    """
    if reply.casefold().strip(" .") in REMOVE:
        return reply
    if box.path[:1] in (("when",), ("open",)):
        return _schedule(before, reply, desk)
    bare = _IN_A_SENTENCE.sub("", " ".join(reply.split())).strip()
    if box.id == "contact_phone" and len(found := phones_in(reply, desk.context.phone_region)) == 1:
        return found[0]
    if box.shape is Shape.PLACE and as_called(bare) in map(as_called, desk.titles.values()):
        return bare
    reads = _READERS.get(box.id)
    if reads is None:
        return reply if box.is_long or "\n" not in reply else ""
    whole = [words for words in (reply, bare) if reads(desk, words) is not None]
    return whole[0] if whole else _only_one(reads, desk, _joinings(before, bare))


def _schedule(before: str, reply: str, desk: Desk) -> str:
    """Return lines about when something is: the reply mends the first that cannot be read."""
    lines = [line for line in before.split("\n") if line.strip()]
    unread = [place for place, line in enumerate(lines) if not rules_in(line, desk.context)]
    place = unread[0] if unread else 0
    old = lines[place] if lines else ""
    new = _line(old, reply.strip(), desk)
    if not new:
        return ""
    is_instead = len(lines) <= 1 or not unread
    return new if is_instead else "\n".join([*lines[:place], new, *lines[place + 1 :]])


def _line(old: str, reply: str, desk: Desk) -> str:
    replies = [line.strip() for line in reply.split("\n") if line.strip()]
    own = [rules_in(line, desk.context) for line in replies]
    if all(own) and (not old or all(rule.hours for rules in own for rule in rules)):
        return "\n".join(replies)
    bare = _IN_A_SENTENCE.sub("", " ".join(replies)).strip()
    alone = rules_in(bare, desk.context)
    if alone and all(rule.hours for rule in alone):
        return bare
    together = _only_one(_rules, desk, _mended(old, bare, desk)) or _only_one(
        _rules, desk, _joinings(old, bare)
    )
    return together or ("\n".join(replies) if own and all(own) else "")


def _mended(old: str, reply: str, desk: Desk) -> Iterator[str]:
    """Yield a line with the words that were unclear replaced by the reply, or followed by it."""
    try:
        read_rules(old, desk.today, relative=desk.context.relative_dates)
    except ScheduleNotRead as reason:
        if reason.wrong and old.count(reason.wrong) == 1:
            yield old.replace(reason.wrong, reply)
            yield old.replace(reason.wrong, f"{reason.wrong} {reply}")


def _joinings(old: str, reply: str) -> list[str]:
    if not old:
        return []
    return [
        f"{reply}, {old}",
        f"every {reply}, {old}",
        f"{old}, {reply}",
        f"{old} {reply}",
        f"{reply} {old}",
        f"{old}{reply}",
    ]


def _only_one(
    reads: Callable[[Desk, str], Hashable | None], desk: Desk, ways: Iterator[str] | list[str]
) -> str:
    """Return the first of some ways of saying it, if all that can be read mean the same."""
    read = [(reads(desk, way), way) for way in ways]
    meanings = {meaning: way for meaning, way in reversed(read) if meaning is not None}
    return next(iter(meanings.values())) if len(meanings) == 1 else ""


def _rules(desk: Desk, line: str) -> Hashable | None:
    return rules_in(line, desk.context) or None


def _field(box_id: str) -> Callable[[Desk, str], Hashable | None]:
    def read(desk: Desk, words: str) -> Hashable | None:
        try:
            return str(_ADAPTERS[box_id].validate_python(words, context=desk.context)) or None
        except ValidationError:
            return None

    return read


def _known_words(box_id: str) -> Callable[[Desk, str], Hashable | None]:
    def read(desk: Desk, words: str) -> Hashable | None:
        ids = listed(words, desk.labels[box_id])
        return (
            tuple(ids) if ids and all(meant_by(one, desk.labels[box_id]) for one in ids) else None
        )

    return read


def _day(desk: Desk, words: str) -> Hashable | None:
    return day_said(words, desk.today)


def _check(desk: Desk, words: str) -> Hashable | None:
    line = check_in_order(words, desk.context, desk.today)
    return line if day_said(line.partition(",")[0], desk.today) else None


def _side(desk: Desk, words: str) -> Hashable | None:  # noqa: ARG001 (one shape for all)
    # Of “It is.” no word is left.
    first = next(iter(words.split()), "").casefold().strip(".,")
    return first if first in ("get", "give") else None


def _entry(desk: Desk, words: str) -> Hashable | None:
    found = entries_meant(words, desk.sources)
    return found[0].slug if len(found) == 1 else None


_READERS: dict[str, Callable[[Desk, str], Hashable | None]] = {
    "contact_phone": _field("contact_phone"),
    "postcode": _field("postcode"),
    "topics": _known_words("topics"),
    "audiences": _known_words("audiences"),
    "area": _known_words("area"),
    "expires": _day,
    "on": _day,
    "checked": _check,
    "side": _side,
    "entry": _entry,
}
"""How the words of a box are read; all others may say anything."""
