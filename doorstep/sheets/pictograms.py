"""What an entry is about -> the line drawing of ours that stands for it in Easy Read.

The drawings are in layouts/assets/pictograms/, one file each. A new one is a file there, and a
line here with the words that call for it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from doorstep.kinds import Kind
from doorstep.views.parts import Picture

if TYPE_CHECKING:
    from collections.abc import Iterable

    from doorstep.config import Topic
    from doorstep.entries import Entry
    from doorstep.guide import Guide

ACROSS = 100
"""Units across each drawing (its viewBox); it is printed as large as a photo."""

CALLED_FOR_BY = {
    "tea": "company lonely loneliness friends chat isolated tea coffee social befriending alone",
    "plate": "food hungry meals meal lunch dinner cooking eat groceries fridge supper breakfast",
    "coins": "money bills benefits debt skint broke cash savings credit finance fuel",
    "cloud": "mind mental low worried anxiety depression depressed stress sad grief bereavement",
    "cross": "health doctor gp surgery nurse ill medical hospital pharmacy chemist dentist",
    "flower": "dementia memory alzheimer forgetting forgetful",
    "caring": "caring carer carers respite looking after care disabled disability",
    "stick": "older elderly pensioner pensioners retired senior seniors",
    "pram": "babies baby children child toddler toddlers parents nursery play family families",
    "headphones": "teenagers teenager teens young youth",
    "woman": "women woman ladies girls sisters",
    "man": "men man lads blokes brothers",
    "letters": "english esol language languages speak conversation translation interpreting",
    "book": "learning courses course class classes training reading books book library study",
    "briefcase": "work job jobs cv interview unemployed employment career business",
    "scissors": "making mending crafts craft knitting sewing repair woodwork art arts mend fix",
    "note": "music choir singing sing band film cinema concert theatre dance shows guitar",
    "ball": "sport sports exercise gym football fit fitness yoga running active swimming walking",
    "tree": "gardens garden gardening allotment park parks nature woods outdoors green growing",
    "candle": "faith prayer church mosque temple gurdwara synagogue worship religion spiritual",
    "car": "getting around lift lifts transport travel bus bike taxi driving car",
    "house": "home homes housing house landlord tenant tenants rent furniture eviction homeless",
    "camera": "photo photos photography camera cameras",
    "computer": "computer computers internet online digital phone technology website",
    "question": "advice information law legal rights forms questions",
    "heart": "volunteering volunteer volunteers giving kindness love",
}
"""Drawings, each with the words of a topic that call for it."""

OF_A_KIND = {Kind.EVENT: "calendar", Kind.HELP: "lifebuoy"}
"""Drawings for entries of topics that no other stands for."""

PEOPLE, TELEPHONE = "people", "telephone"
"""The drawing for all else, and the one beside whom to phone."""

NAMED, LABELLED, MEANT = 4, 2, 1
"""How much a word counts in a topic's id, in its label, and among the words people use for it."""


def pictogram_of(guide: Guide, entry: Entry) -> Picture:
    """Return the drawing for the first topic of an entry that has one, or else for its kind."""
    topics = [guide.topics[topic] for topic in entry.topics if topic in guide.topics]
    drawn = ((drawing, topic.label) for topic in topics if (drawing := drawing_for(topic)))
    drawing, label = next(drawn, (OF_A_KIND.get(entry.kind, PEOPLE), ""))
    return pictogram(guide, drawing, label or _kind_words(guide, entry.kind))


def drawing_for(topic: Topic) -> str:
    """Return the name of the drawing that a topic's words call for most; "" for none."""
    best = max(CALLED_FOR_BY, key=lambda drawing: _calls(topic, CALLED_FOR_BY[drawing].split()))
    return best if _calls(topic, CALLED_FOR_BY[best].split()) else ""


def pictogram(guide: Guide, drawing: str, stands_for: str) -> Picture:
    """Return a drawing, with what it stands for as the words for those who do not see it."""
    return Picture(
        src=guide.permalinks.href(guide.assets[f"{drawing}.svg"]),
        srcset="",
        webp="",
        width=ACROSS,
        height=ACROSS,
        alt=stands_for,
    )


def _kind_words(guide: Guide, kind: Kind) -> str:
    say = guide.words.say
    kinds = {Kind.GROUP: say("A group"), Kind.EVENT: say("An event"), Kind.HELP: say("Help")}
    return kinds[kind]


def _calls(topic: Topic, words: Iterable[str]) -> int:
    """Return how strongly a topic calls for a drawing."""
    known = set(words)
    meant = {word for phrase in topic.words for word in _words_in(phrase)}
    return (
        NAMED * len(known & _words_in(topic.id))
        + LABELLED * len(known & _words_in(topic.label))
        + MEANT * len(known & meant)
    )


def _words_in(text: str) -> set[str]:
    return set(re.findall(r"[^\W_]+", text.casefold()))
