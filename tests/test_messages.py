"""The template that translators start from has every word of the interface, and keeps up."""

from __future__ import annotations

from io import BytesIO
from string import Formatter

from babel.messages.pofile import read_po

from doorstep.messages import TEMPLATE, WAYS_OF_SAYING, template
from doorstep.words import Words


def test_the_template_is_what_the_sources_say() -> None:
    assert TEMPLATE.read_bytes() == template(), "write it anew: python -m doorstep.messages"


def test_the_template_has_what_pages_say() -> None:
    messages = {message.id for message in read_po(BytesIO(template()))}
    assert {"Skip to main content", "Closed: {title}", "EEEE d MMMM y"} <= messages
    assert ("{number} thing", "{number} things") in messages


def test_every_way_of_saying_a_message_is_looked_for() -> None:
    assert set(WAYS_OF_SAYING) <= {name for name in vars(Words) if not name.startswith("_")}


def test_a_message_has_the_same_places_whatever_its_number() -> None:
    for message in read_po(BytesIO(template())):
        if message.pluralizable:
            one, many = message.id
            assert places(one) == places(many)


def places(message: str) -> set[str]:
    """Return the names of the places in a message that are filled."""
    return {name for _, name, _, _ in Formatter().parse(message) if name}
