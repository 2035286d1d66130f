"""The invitation to say what is missing, at the end of every list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from doorstep.permalinks import ADD
from doorstep.views.parts import Invitation, Link

if TYPE_CHECKING:
    from doorstep.guide import Guide


def missing_invitation(guide: Guide) -> Invitation:
    """Return the invitation to say what is missing."""
    say = guide.words.say
    return Invitation(
        heading=say("Is something missing?"),
        text=say("You know your street best. A word from you puts it in the guide."),
        link=Link(say("Tell us what is missing"), guide.permalinks.href(ADD)),
    )
