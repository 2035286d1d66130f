"""Answers: what a new guide is made of, once five answers have been read."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from msgspec import Struct

from doorstep.new_guide.people import LONGEST_NAME
from doorstep.new_guide.wrong_answers import NotUnderstood, no_longer_than

if TYPE_CHECKING:
    from doorstep.config import Forum
    from doorstep.help_lines import HelpLine
    from doorstep.new_guide.addresses import Addresses
    from doorstep.points import Point


class Answers(Struct, frozen=True):
    """What a new guide is made of."""

    name: str
    """What residents call the guide."""
    help_line: HelpLine
    """Whom anybody can phone."""
    centre: Point
    """The middle of the neighbourhood."""
    forum: Forum
    """Who keeps it."""
    addresses: Addresses
    """Where it is published, and where its files are."""

    @property
    def neighbourhood(self) -> str:
        """The guide's name without the word guide: what the place is called."""
        bare = re.sub(r"^(?:the )?guide to |[ '’s]* guide$", "", self.name, flags=re.IGNORECASE)
        return bare.strip() or self.name


def read_name(answer: str) -> str:
    """Return the name of a guide."""
    if not answer:
        raise NotUnderstood("The guide has no name yet. Write one, such as Elm Park guide")
    return no_longer_than(LONGEST_NAME, "The name", answer)
