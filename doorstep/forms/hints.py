"""A box of a form -> what to write there, in a sentence or two."""

from __future__ import annotations

from typing import TYPE_CHECKING

from doorstep.entries import MODELS
from doorstep.help_texts import explained_fields_of
from doorstep.keys import example_of, model_at
from doorstep.kinds import Kind

if TYPE_CHECKING:
    from doorstep.forms.boxes import Box

HINTS = {
    "when": "Write it as you would say it, such as: every Tuesday in term time, 10:30am to midday.",
    "opening": "Write it as you would say it, such as: Monday to Friday, 9am to 5pm.",
    "side": "Write get, if a neighbour gets help here. Write give, if somebody wants help, or has "
    "a skill to share.",
    "place": "The name of a hall, a park or another place.",
    "postcode": "The whole postcode, such as HR1 2AB.",
    "position": "Only if you know it: how far north and east, such as 53.7020, -3.3000.",
    "changes": "A line for each, such as: 24 November 2026: cancelled, because the hall is "
    "flooded. Or: 24 November 2026: moved to Wednesday 25 November, 10:30am.",
    "access": "Write yes, no or not known after each. Not known never counts as yes.",
    "topics": "One or two of these, with commas between them: {topics}.",
    "audiences": "Some of these, with commas between them: {audiences}.",
    "area": "One of these: {areas}.",
    "more": "What else there is to know. Leave out what you do not know.",
    "status": "Write yes. Write paused if it stops for a while, or closed if it has ended.",
    "checked": "Only if you asked them: the day, how, and your first name, such as: 3 November "
    "2026, by phone, Amina.",
    "consent": "The person whose story it is has to agree first. The forum keeps the paper.",
    "body": "As long as you like.",
}
"""Hints that say more than the model's own help text; {topics} and the like are the guide's."""

_FOR_HELP = {
    "contact_phone": "A number that everyone may see: a group’s, or {help_line} not one person’s "
    "own mobile.",
    "more": "What else you know. Everyone will see it, so leave out one person’s own mobile or "
    "e-mail address.",
}
"""Hints on help, which comes from one person more often than not."""


def hint_for(box: Box, kind: Kind | None) -> str:
    """Return what stands below the label of a box, on a form about this kind of entry or any."""
    if kind is Kind.HELP and box.id in _FOR_HELP:
        return _FOR_HELP[box.id]
    if box.hint or box.id in HINTS or not box.path or kind is None:
        return box.hint or HINTS.get(box.id, "")
    key = box.path[-1]
    field = explained_fields_of(model_at(MODELS[kind], box.path[:-1]))[key]
    example = example_of(key, field).partition(": ")[2].strip("[]")
    said = " ".join((field.description or "").split())
    return said if example.casefold() in said.casefold() else f"{said} Such as: {example}"
