"""What layouts/offline.html may read: the page for having no signal."""

from __future__ import annotations

from msgspec import Struct

from doorstep.views.frame import Frame
from doorstep.views.parts import Fact, LinkList


class Forgetting(Struct, frozen=True):
    """How to take off a phone what it has kept."""

    heading: str
    """For whom that may matter."""
    lines: tuple[str, ...]
    """What it takes away, and what it does not."""
    button: str
    """The words of the button, which is there only when scripts run."""
    forgotten: str
    """What is said when it is done."""
    shortlist: str
    """The name a shortlist is kept under on a phone."""


class Kept(Struct, frozen=True):
    """What a phone keeps, as a script shows it."""

    root: str
    """The address the guide stands under."""
    own: str
    """The address of this page."""
    missing: str
    """What is said in the place of a page that was not kept."""
    again: str
    """The words of the button that asks for that page once more."""
    for_all: LinkList
    """Pages that most phones keep."""
    visited_heading: str
    """What the list of pages one looked at is called."""
    forgetting: Forgetting
    """How to have it all forgotten."""


class OfflineView(Struct, frozen=True):
    """layouts/offline.html: what stands in for a page when there is no signal."""

    frame: Frame
    """What stands around the page."""
    heading: str
    """When there is no signal."""
    intro: str
    """Whether phones keep anything of the guide."""
    kept: Kept | None
    """What they keep; None where the guide has them keep nothing."""
    phone: Fact
    """Whom to phone, which needs no internet."""
    phone_intro: str
    """That it needs none."""
