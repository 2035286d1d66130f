"""Topics and landmarks -> gaps: topics with nothing within ten minutes' walk of a landmark."""

from __future__ import annotations

from typing import TYPE_CHECKING

from doorstep import permalinks as at
from doorstep.mesh.gap import Gap, going_on, how_to_begin, named, on_topic

if TYPE_CHECKING:
    from collections.abc import Iterator

    from doorstep.config import Landmark, Topic
    from doorstep.guide import Guide

KIND = "topics-near"
MINUTES = 10


def topics_near(guide: Guide) -> Iterator[Gap]:
    """Yield topics with nothing at all, then those with nothing near most landmarks."""
    if not going_on(guide):
        return
    yield from (
        _nowhere(guide, topic) for topic in guide.config.topics if not on_topic(guide, topic)
    )
    near = {landmark: _topics_around(guide, landmark) for landmark in guide.landmarks}
    far = [
        (topic, [landmark for landmark, topics in near.items() if topic.id not in topics])
        for topic in guide.config.topics
    ]
    for topic, landmarks in sorted(far, key=lambda pair: -len(pair[1])):
        if landmarks and on_topic(guide, topic):
            yield _far(guide, topic, landmarks)


def _topics_around(guide: Guide, landmark: Landmark) -> set[str]:
    """Return the topics that there is something on near a landmark, as far as we know where."""
    open_now = {entry.slug for entry in going_on(guide)}
    near = guide.catalogue.near(landmark.position, MINUTES)
    return {topic for one in near if one.thing.slug in open_now for topic in one.thing.topics}


def _nowhere(guide: Guide, topic: Topic) -> Gap:
    say = guide.words.say
    href, link = how_to_begin(guide)
    return Gap(
        kind=KIND,
        sentence=say("“{topic}”: nothing in this guide yet.", topic=topic.label),
        invitation=say("Do you know of something, or could you start it?"),
        href=href,
        link=link,
    )


def _far(guide: Guide, topic: Topic, landmarks: list[Landmark]) -> Gap:
    say, words = guide.words.say, guide.words
    return Gap(
        kind=KIND,
        sentence=say(
            "“{topic}”: nothing we know of within {minutes} minutes’ walk of {landmarks}.",
            topic=topic.label,
            minutes=MINUTES,
            landmarks=words.any_of(named(guide, [landmark.name for landmark in landmarks])),
        ),
        invitation=say("Do you know of something there, or could you start it?"),
        href=guide.permalinks.href(at.topic_path(topic.id)),
        link=say("What there is: {topic}", topic=topic.label),
    )
