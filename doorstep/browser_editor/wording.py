"""A key of an entry -> what the browser editor calls it, says of it, and lets somebody type."""

from __future__ import annotations

from typing import TYPE_CHECKING

from doorstep.keys import example_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pydantic.fields import FieldInfo

LABELS = {
    "access": "Getting in",
    "alt": "What it shows",
    "changes": "Cancelled or moved dates",
    "file": "Photo",
    "image": "Picture",
    "languages": "Speaks",
    "lat": "Degrees north",
    "lon": "Degrees east",
    "organiser": "Run by",
    "say": "What to say first",
    "side": "Get help or give help",
    "status": "Still going",
    "summary": "In one sentence",
    "topics": "What it is about",
    "whatsapp": "WhatsApp",
}
"""Names that say more than the key does."""

HINTS = {
    "when": "As you would say it, each time on a line of its own. For example: Every Tuesday in "
    "term time, 10:30am to midday",
    "open": "As you would say it, each time on a line of its own. For example: Monday to Friday, "
    "9am to 5pm",
    "where": "The place written out, and its point on the map if you know it.",
    "checked": "Only if you asked them: the day, how, and your first name. For example: "
    "13 November 2026, by phone, Amina",
    "side": "Get: help for whoever reads it. Give: help that is wanted, or a skill to share.",
    "status": "Leave it as it is while it goes on.",
    "image.file": "A picture that is in the guide’s photos folder already, such as photos/tea.jpg",
    "changes.where": "The new place, if it is another: its name in the guide.",
    "changes.moved_to": "The new date and time; what is not said stays as usual. For example: "
    "Wednesday 25 November, 10:30am",
}
"""Hints where the model's own help text speaks of how files are written, by the way to a key."""

HINTS_TO_CHOOSE = {
    "topics": "One or two of these.",
    "area": "Without it, the area of its place.",
    "for": "Whom it is for.",
    "where": "A place or a green space of the guide. Add it first if it is not there yet.",
    "organiser": "The group that runs it.",
    "works_with": "Whom it works with.",
}
"""Hints below what is chosen from a list of the guide's own."""

# An example guide may say "the Friday after next".
_A_DAY = ["[0-9]|day|week|month", "Begin with the day, such as 13 November 2026."]
_A_PHONE = [
    r"^\s*[+(]?[0-9][0-9 ().+/-]+(?:(?:ext|x)[. ]*[0-9]+)?\s*$",
    "Only the number goes here, such as 020 7946 0456.",
]
_DEGREES = [r"^\s*[-−]?[0-9]{1,3}(?:\.[0-9]+)?\s*$", "A number such as 53.7020."]

PATTERNS = {
    "summary": [r"^\s*(?:\S+\s+){0,19}\S+\s*$", "One sentence of up to 20 words."],
    "checked": _A_DAY,
    "expires": _A_DAY,
    "on": _A_DAY,
    "phone": _A_PHONE,
    "text": _A_PHONE,
    "whatsapp": _A_PHONE,
    "email": [r"^\s*\S+@\S+\.\S+\s*$", "An e-mail address looks like this: pat@example.org"],
    "website": [r"^\s*\S+\.\S+\s*$", "An address looks like this: https://www.example.org/tea"],
    "postcode": [
        r"^\s*[A-Za-z]{1,2}[0-9][A-Za-z0-9]?\s*[0-9][A-Za-z]{2}\s*$",
        "The whole postcode, such as AB1 2CD.",
    ],
    "lat": _DEGREES,
    "lon": _DEGREES,
}
"""What a line has to look like, as forgiving as the guide's own reading, and what to say if not."""


def label_of(key: str) -> str:
    """Return what stands above a box."""
    return LABELS.get(key) or key.replace("_", " ").capitalize()


def said_of(path: str, field: FieldInfo) -> str:
    """Return what a key is for, in one row."""
    # The editor reads a few marks of Markdown here.
    return HINTS.get(path) or " ".join((field.description or "").replace("`", "").split())


def hint_of(path: str, field: FieldInfo) -> str:
    """Return what stands below a box that is typed in: what it is for, with an example."""
    said, example = said_of(path, field), example_of(path, field).partition(": ")[2]
    example = example.strip("[]'\"")
    is_told = path in HINTS or not field.examples or example.casefold() in said.casefold()
    return said if is_told else f"{said} For example: {example}"


def limits_of(key: str) -> Mapping[str, object]:
    """Return what the editor holds a line to."""
    limits = {"pattern": PATTERNS[key]} if key in PATTERNS else {}
    return {**limits, "maxlength": 65} if key == "title" else limits
