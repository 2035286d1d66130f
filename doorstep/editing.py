"""Editing: who looks at what people send in, and which ways of editing a guide offers."""

from __future__ import annotations

from pydantic import Field

from doorstep.documented import Documented
from doorstep.fields import Flag, Line, OptionalLine


class Editing(Documented):
    """How people change the guide, besides by phone and on paper."""

    reviewers: OptionalLine = Field("", examples=["Pat or Amina"])
    """First names of those who look at what is sent, as a reply says them; without it, the people
    of the forum."""

    looked_at: Line = Field("by tomorrow", examples=["within two days"])
    """By when they usually look, as a reply says it."""

    branch: Line = Field("main", examples=["main"])
    """The branch that the guide is published from."""

    browser_editor: Flag = Field(False, examples=["yes"])
    """Whether there is a page at /admin/ to edit entries in, for people with a GitHub account."""
