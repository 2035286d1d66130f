"""The kinds of entry -> the boxes of a form for each, in the order of an entry's page."""

from __future__ import annotations

from enum import StrEnum
from functools import cache

from msgspec import Struct
from msgspec.structs import replace

from doorstep.entries import MODELS
from doorstep.keys import fields_of, model_at
from doorstep.kinds import Kind


class Shape(StrEnum):
    """What is written in a box, and so how it is read and worded."""

    LINE = "line"
    """A few words on one line."""
    ITEMS = "items"
    """Several words or names with commas between them, on one line."""
    SENTENCES = "sentences"
    """One line or several, each a whole."""
    NAMED = "named"
    """Lines such as “Hearing loop: yes”, one for each of the parts."""
    PLACE = "place"
    """The name of a place in the guide, or of one that is not."""
    POSITION = "position"
    """Two numbers with a comma between them."""
    DATES = "dates"
    """Single dates that are cancelled or moved, a line each."""
    BODY = "body"
    """Everything longer, in Markdown."""


Path = tuple[str, ...]
"""The way to a value in an entry's facts, such as ("contact", "phone")."""


class Part(Struct, frozen=True):
    """What one line of a box says."""

    label: str
    """What stands before the colon."""
    path: Path


class Box(Struct, frozen=True):
    """One thing that a form asks."""

    id: str
    """Its name in a prefilled address: small letters, figures and underscores."""
    label: str
    """What stands above it, which is what the page says too."""
    shape: Shape
    path: Path = ()
    """Where its words go in the facts; () for the body, and where each part has its own."""
    hint: str = ""
    """What to write there, where that says more than the model's own help text."""
    parts: tuple[Part, ...] = ()

    @property
    def is_long(self) -> bool:
        """Whether there is room for more than one line."""
        return self.shape in (Shape.SENTENCES, Shape.NAMED, Shape.DATES, Shape.BODY)


NAMES = {
    Kind.GROUP: "Name of the group",
    Kind.EVENT: "Name of the event",
    Kind.GREEN_SPACE: "Name of the green space",
    Kind.PLACE: "Name of the place",
    Kind.HELP: "What the help is called",
    Kind.STORY: "Title of the story",
    Kind.PAGE: "Title of the page",
}
"""What stands above the first box, by which a form is known again."""

GETTING_IN = (
    Part("Step-free", ("access", "step_free")),
    Part("Toilet", ("access", "toilet")),
    Part("Changing Places toilet", ("access", "changing_place")),
    Part("Hearing loop", ("access", "hearing_loop")),
    Part("Blue Badge parking", ("access", "parking")),
    Part("Seats", ("access", "seats")),
    Part("Quiet space", ("access", "quiet_space")),
    Part("Assistance dogs", ("access", "assistance_dogs")),
    Part("Room for pushchairs", ("access", "pushchairs")),
)

MORE = (
    Part("Text", ("contact", "text")),
    Part("WhatsApp", ("contact", "whatsapp")),
    Part("E-mail", ("contact", "email")),
    Part("Website", ("contact", "website")),
    Part("What to say first", ("contact", "say")),
    Part("Run by", ("organiser",)),
    Part("Works with", ("works_with",)),
    Part("Keeping people safe", ("safeguarding",)),
    Part("Insurance", ("insurance",)),
)

CONSENT = (
    Part("Day they agreed", ("consent", "on")),
    Part("Who keeps the paper", ("consent", "kept_by")),
)

# A long box never follows another long one: that is how an answer is told from the next box's
# name, whatever somebody writes in it (see submissions.py).
BOXES = (
    Box("title", "", Shape.LINE, ("title",), "In up to 65 letters."),
    Box("summary", "In one sentence", Shape.LINE, ("summary",)),
    Box("when", "When", Shape.SENTENCES, ("when",)),
    Box("side", "Get help or give help", Shape.LINE, ("side",)),
    Box("expires", "Until", Shape.LINE, ("expires",)),
    Box("place", "Where", Shape.PLACE, ("where",)),
    Box("opening", "Open", Shape.SENTENCES, ("open",)),
    Box("address", "Address", Shape.LINE, ("where", "address")),
    Box("postcode", "Postcode", Shape.LINE, ("where", "postcode")),
    Box("directions", "How to get there", Shape.LINE, ("where", "directions")),
    Box("position", "On the map", Shape.POSITION),
    Box("changes", "Cancelled or moved dates", Shape.DATES, ("changes",)),
    Box("come_along", "Come along", Shape.LINE, ("come_along",)),
    Box("contact_name", "Contact", Shape.LINE, ("contact", "name")),
    Box("contact_phone", "Phone", Shape.LINE, ("contact", "phone")),
    Box("contact_best_time", "Best time to phone", Shape.LINE, ("contact", "best_time")),
    Box("cost", "Cost", Shape.LINE, ("cost",)),
    Box("access", "Getting in", Shape.NAMED, parts=GETTING_IN),
    Box("access_notes", "More about getting in", Shape.LINE, ("access", "notes")),
    Box("languages", "Speaks", Shape.ITEMS, ("languages",)),
    Box("audiences", "For", Shape.ITEMS, ("for",)),
    Box("you_can_help", "You can help", Shape.ITEMS, ("you_can_help",)),
    Box("consent", "Consent", Shape.NAMED, parts=CONSENT),
    Box("topics", "What it is about", Shape.ITEMS, ("topics",)),
    Box("area", "Part of the neighbourhood", Shape.LINE, ("area",)),
    Box("more", "More", Shape.NAMED, parts=MORE),
    Box("status", "Still going", Shape.LINE, ("status",)),
    Box("checked", "Checked", Shape.LINE, ("checked",)),
    Box("body", "Anything longer", Shape.BODY),
)
"""Every box there is."""

LEFT_OUT = {
    "number": "it is given when the entry goes live",
    "sensitive": "a safe space is never talked of on a public form",
    "image": "photos are sent to the forum, which asks the people in them",
    "formerly": "old addresses are for those who know the guide's files",
    "source": "only an import writes where an entry came from",
}
"""Keys of entries that no box is for, and why."""

_BARE = {
    Kind.STORY: ("title", "summary", "consent", "topics", "more", "status", "checked", "body"),
    Kind.PAGE: ("title", "summary", "checked", "body"),
}
"""What is not asked everywhere: a story and a plain page have no place and no cost."""


@cache
def boxes_for(kind: Kind) -> tuple[Box, ...]:
    """Return the boxes of a form for this kind, the title first and the body last."""
    names = _BARE.get(kind)
    chosen = (box for box in BOXES if names is None or box.id in names)
    fitting = (fitted for box in chosen if (fitted := _fitted(box, kind)))
    return tuple(fitting)


def _fitted(box: Box, kind: Kind) -> Box | None:
    """Return a box with what this kind's model says of it, or None where it has no such thing."""
    if box.shape is Shape.BODY or box.id == "position":
        return box
    parts = tuple(part for part in box.parts if _exists(kind, part.path))
    if not (parts or (box.path and _exists(kind, box.path))):
        return None
    label = NAMES[kind] if box.id == "title" else box.label
    return replace(box, label=label, parts=parts)


def _exists(kind: Kind, path: Path) -> bool:
    return path[-1] in fields_of(model_at(MODELS[kind], path[:-1]))


def box_labelled(label: str, kind: Kind) -> Box | None:
    """Return the box of that label, whatever its capitals."""
    folded = label.casefold().strip()
    return next((box for box in boxes_for(kind) if box.label.casefold() == folded), None)
