"""Help on one side -> its entries by the topic each names first."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable

    from doorstep.entries import Entry
    from doorstep.guide import Guide


class HelpTopic(NamedTuple):
    """Entries that name the same topic first."""

    id: str
    """The topic's id, which is the section's fragment too; "other" without one."""
    label: str
    """What residents call it."""
    entries: tuple[Entry, ...]
    """The entries."""


def by_first_topic(guide: Guide, entries: Iterable[Entry]) -> list[HelpTopic]:
    """Return entries under their first topic, in the order of site.yaml; the rest at the end."""
    groups: dict[str, list[Entry]] = {topic: [] for topic in guide.topics}
    for entry in entries:
        groups.setdefault(entry.topics[0] if entry.topics else "other", []).append(entry)
    return [
        HelpTopic(topic, _label(guide, topic), tuple(group))
        for topic, group in groups.items()
        if group
    ]


def _label(guide: Guide, topic: str) -> str:
    known = guide.topics.get(topic)
    return known.label if known else guide.words.say("Other")
