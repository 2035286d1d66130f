"""Topics -> gaps: those where nothing is known to be free, or to be step-free."""

from __future__ import annotations

from typing import TYPE_CHECKING

from doorstep import permalinks as at
from doorstep.kinds import Kind
from doorstep.mesh.gap import Gap, on_topic
from doorstep.promises import is_free, is_step_free

if TYPE_CHECKING:
    from collections.abc import Iterator

    from doorstep.config import Topic
    from doorstep.entries import Entry
    from doorstep.guide import Guide

FREE = "free"
STEP_FREE = "step-free"
GONE_TO = frozenset({Kind.GROUP, Kind.EVENT})
"""What costs something and takes place somewhere; help often does neither."""


def free_of_charge(guide: Guide) -> Iterator[Gap]:
    """Yield topics on which nothing is free, as far as we know; where there is most, first."""
    say = guide.words.say
    for topic, entries in _by_topic(guide):
        if not any(is_free(entry) for entry in entries):
            sentence = say("“{topic}”: nothing we know of is free yet.", topic=topic.label)
            invitation = say("Is something free after all? Tell us. Or could you start it?")
            yield _gap(guide, topic, FREE, sentence, invitation)


def without_a_step(guide: Guide) -> Iterator[Gap]:
    """Yield topics on which nothing is known to be step-free; "not known" never counts as yes."""
    say = guide.words.say
    for topic, entries in _by_topic(guide):
        if not any(is_step_free(guide, entry) for entry in entries):
            sentence = say("“{topic}”: nothing we know of is step-free yet.", topic=topic.label)
            invitation = say("Do you know a room with no step that would do? Tell us.")
            yield _gap(guide, topic, STEP_FREE, sentence, invitation)


def _by_topic(guide: Guide) -> list[tuple[Topic, list[Entry]]]:
    topics = [
        (topic, [entry for entry in on_topic(guide, topic) if entry.kind in GONE_TO])
        for topic in guide.config.topics
    ]
    return sorted((pair for pair in topics if pair[1]), key=lambda pair: -len(pair[1]))


def _gap(guide: Guide, topic: Topic, kind: str, sentence: str, invitation: str) -> Gap:
    return Gap(
        kind=kind,
        sentence=sentence,
        invitation=invitation,
        href=guide.permalinks.href(at.topic_path(topic.id)),
        link=guide.words.say("What there is: {topic}", topic=topic.label),
    )
