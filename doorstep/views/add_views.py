"""What layouts/add.html may read: ways to tell us, first without an account, then with one."""

from __future__ import annotations

from msgspec import Struct

from doorstep.views.frame import Frame
from doorstep.views.parts import Fact, Link, LinkList
from doorstep.views.search_views import Missing


class ReadyWords(Struct, frozen=True, kw_only=True):
    """Words to copy, to send as a text message or to read out."""

    label: str
    """What they are for."""
    lines: tuple[str, ...]
    """The words, each line with room for an answer at its end."""
    send: Link | None
    """The link that opens them as a text message; None where no number takes those."""
    copy_label: str
    """The words of the button that copies them, which a script adds."""
    copied: str
    """What is said when they are copied."""


class Forms(Struct, frozen=True, kw_only=True):
    """The forms for people with an account, which everyone can read."""

    heading: str
    """With a GitHub account."""
    warning: str
    """That everyone can see them, and what never to write; bold."""
    intro: str
    """What becomes of a form."""
    add: LinkList
    """An empty form for each kind, and one for one's own words."""
    change: str
    """Where the forms for changes are."""


class AddView(Struct, frozen=True, kw_only=True):
    """How to add something or put it right."""

    frame: Frame
    """What stands around the page."""
    heading: str
    """Add or change something."""
    intro: str
    """That no account is needed."""
    missing: Missing
    """What a script says to whoever was looking for something that is not here."""
    ways: tuple[Fact, ...]
    """Phone, text, come to the forum, paper."""
    new_heading: str
    """When something is new."""
    new: ReadyWords
    """The words to send about it."""
    wrong_heading: str
    """When something is wrong."""
    wrong: tuple[str, ...]
    """What to say, and what happens then."""
    put_right: ReadyWords
    """The words to send about it."""
    ask_heading: str
    """What we will ask."""
    questions: tuple[str, ...]
    """The questions, in the order of an entry's facts."""
    privacy_heading: str
    """What becomes public."""
    privacy: tuple[str, ...]
    """What never to send: a private address, a surname."""
    forms: Forms | None
    """The forms; None where the guide's files are not on GitHub."""
