"""The template that translators start from has every word of the interface, and keeps up."""

from __future__ import annotations

from io import BytesIO
from string import Formatter

from babel.messages.pofile import read_po

from doorstep.locales import TEMPLATE, WAYS_OF_SAYING, template
from doorstep.words import Words


def test_the_template_is_what_the_sources_say() -> None:
    assert TEMPLATE.read_bytes() == template(), "write it anew: python -m doorstep.locales"


def test_the_template_has_what_pages_say() -> None:
    messages = {message.id for message in read_po(BytesIO(template()))}
    assert {"Skip to main content", "Closed: {title}", "EEEE d MMMM y"} <= messages
    assert ("{number} thing", "{number} things") in messages


def test_a_way_of_saying_is_one_that_words_have() -> None:
    assert set(WAYS_OF_SAYING) <= {name for name in vars(Words) if not name.startswith("_")}


def test_a_message_has_the_same_places_whatever_its_number() -> None:
    counted = [message for message in read_po(BytesIO(template())) if message.pluralizable]
    assert len(counted) > 1
    for message in counted:
        assert places(str(message.id[0])) == places(str(message.id[1]))


def places(message: str) -> set[str]:
    """Return the names of the places in a message that are filled."""
    return {name for _, name, _, _ in Formatter().parse(message) if name}
