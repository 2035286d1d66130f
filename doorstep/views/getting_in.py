"""What getting in is like -> a line for each of three answers; not known is never taken for yes."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from doorstep.details import Access
from doorstep.fields import Answer
from doorstep.kinds import Kind
from doorstep.showing import Face
from doorstep.views import runs

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from doorstep.entries import Entry
    from doorstep.guide import Guide
    from doorstep.views.runs import Line
    from doorstep.words import Words

ALWAYS_SAID = ("step_free", "toilet", "hearing_loop")
"""What most people who ask, ask first; said even when nobody knows."""

WITHOUT_ACCESS = frozenset({Kind.STORY, Kind.PAGE})


def getting_in(guide: Guide, entry: Entry) -> Iterator[Line]:
    """Yield a line for each answer: yes, no, and not known."""
    if entry.kind in WITHOUT_ACCESS:
        return
    if not guide.catalogue.shows(entry, Face.PLACE):
        yield (runs.words(guide.words.say("Ask us")),)
        return
    if not _is_somewhere(entry):
        return
    access = guide.catalogue.access_of(entry)
    for answer, facts in _by_answer(access, access_labels(guide)).items():
        if facts:
            yield (runs.words(_answered(guide, answer, facts)),)
    if access.notes:
        yield (runs.words(access.notes),)


def _by_answer(access: Access, labels: Mapping[str, str]) -> dict[Answer, list[str]]:
    """Return the labels of facts under the answer each has; the yeses first."""
    groups: dict[Answer, list[str]] = {Answer.YES: [], Answer.NO: [], Answer.UNKNOWN: []}
    for fact in Access.FACTS:
        answer = getattr(access, fact)
        if answer is not None or fact in ALWAYS_SAID:
            groups[answer or Answer.UNKNOWN].append(labels[fact])
    return groups


def _is_somewhere(entry: Entry) -> bool:
    # Help comes to people's homes and phones; a ramp matters where one goes.
    if entry.kind is not Kind.HELP or entry.where is not None:
        return True
    return any(getattr(entry.access, fact) is not None for fact in Access.FACTS)


def _answered(guide: Guide, answer: Answer, facts: list[str]) -> str:
    say, named = guide.words.say, ", ".join(facts)
    if answer is Answer.YES:
        return say("Yes: {facts}", facts=named)
    if answer is Answer.NO:
        return say("No: {facts}", facts=named)
    return say("Not known, phone to ask: {facts}", facts=named)


def access_labels(guide: Guide) -> Mapping[str, str]:
    """Return what each access fact is called, in the middle of a line."""
    return _labels(guide.words)


@lru_cache(4)
def _labels(words: Words) -> Mapping[str, str]:
    say = words.say
    return {
        "step_free": say("step-free"),
        "toilet": say("toilet"),
        "changing_place": say("Changing Places toilet"),
        "hearing_loop": say("hearing loop"),
        "parking": say("Blue Badge parking"),
        "seats": say("seats"),
        "quiet_space": say("quiet space"),
        "assistance_dogs": say("assistance dogs"),
        "pushchairs": say("room for pushchairs"),
    }
