"""What becomes of a form, as data: the file of one entry, what was tidied, what to ask next."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from doorstep.problems import Level

if TYPE_CHECKING:
    from doorstep.forms.kinds_of_forms import Action
    from doorstep.forms.submissions import Submission
    from doorstep.problems import Problem


class Ask(Struct, frozen=True):
    """One thing that somebody has to say before, or so that, an entry can go live."""

    box: str
    """The id of the box that the answer goes into; "" where only a new form will do."""
    label: str
    """What stands above that box."""
    sentence: str
    """What is missing or unclear, and what to do, in the words of the box."""
    example: str = ""
    """What an answer looks like."""
    part: str = ""
    """The line of the box that it is about, such as Website, where a box has several."""
    is_needed: bool = True
    """Whether the entry cannot go live without it."""


class Proposal(Struct, frozen=True, kw_only=True):
    """What a form would do to the guide: at most, write the file of one entry."""

    action: Action | None
    """What somebody wants; None where the words are none of our forms."""
    submission: Submission | None = None
    """What they sent, with their later answers in it."""
    issue: int = 0
    """The number of the issue."""
    slug: str = ""
    """The entry's name in addresses, new or not; "" where there is none."""
    title: str = ""
    """What the entry is called."""
    number: int | None = None
    """The entry's number; a new entry gets one when it goes live."""
    path: str = ""
    """The entry's file, below the content folder."""
    text: str | None = None
    """The whole new text of that file; None where nothing is to be written."""
    tidied: tuple[str, ...] = ()
    """What was written differently, a sentence each."""
    problems: tuple[Problem, ...] = ()
    """What is wrong with that entry, once the file is there."""
    asks: Ask | None = None
    """The one thing to ask next."""
    waiting: int = 0
    """How many things there are to ask, this one among them."""
    notes: tuple[str, ...] = ()
    """What a person should look at, a sentence each."""
    words: str = ""
    """What was sent in somebody's own words, for a person to act on."""
    kept_out: str = ""
    """Why nothing may be written, whatever is answered: then nothing else of it is here."""
    is_secret: bool = False
    """Whether it may give away a safe space, or what is one person's: then nothing of it is here,
    and none of it is told."""

    @property
    def can_go_live(self) -> bool:
        """Whether there is a file, and nothing in it that keeps the entry out of the guide."""
        return self.text is not None and all(
            problem.level is not Level.ERROR for problem in self.problems
        )
