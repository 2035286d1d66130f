"""Help to get -> gaps: topics with one offer of help, where a second would make it last."""

from __future__ import annotations

from typing import TYPE_CHECKING

from doorstep.entries import Help, Side
from doorstep.mesh.gap import Gap, entry_href, on_topic

if TYPE_CHECKING:
    from collections.abc import Iterator

    from doorstep.config import Topic
    from doorstep.guide import Guide

KIND = "one-helper"


def one_helper(guide: Guide) -> Iterator[Gap]:
    """Yield topics with one offer; those that no group runs first, and no offer is named twice."""
    found: dict[str, tuple[Topic, Help]] = {}
    for topic in guide.config.topics:
        offers = [entry for entry in on_topic(guide, topic) if _is_offer(entry)]
        if len(offers) == 1 and isinstance(offers[0], Help):
            found.setdefault(offers[0].slug, (topic, offers[0]))
    for topic, entry in sorted(found.values(), key=lambda pair: bool(pair[1].organiser)):
        yield _gap(guide, topic, entry)


def _is_offer(entry: object) -> bool:
    return isinstance(entry, Help) and entry.side is Side.GET


def _gap(guide: Guide, topic: Topic, entry: Help) -> Gap:
    say = guide.words.say
    return Gap(
        kind=KIND,
        sentence=say(
            "“{topic}”: one offer of help so far, “{title}”.", topic=topic.label, title=entry.title
        ),
        invitation=say("Could you join in? What two people share goes on when one is away."),
        href=entry_href(guide, entry),
        link=say("Whom to ask: {title}", title=entry.title),
    )
