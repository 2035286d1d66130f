"""What the layouts of the editor in the browser may read."""

from __future__ import annotations

from msgspec import Struct

from doorstep.views.frame import Frame
from doorstep.views.parts import Link


class AdminView(Struct, frozen=True):
    """layouts/admin.html: what the editor is, how to sign in, and the way to it."""

    frame: Frame
    """What stands around the page."""
    heading: str
    """Edit in your browser."""
    intro: str
    """Whom it is for."""
    know_heading: str
    """What to know first."""
    know: tuple[str, ...]
    """Where it comes from, who sees a change, what it is not for."""
    steps_heading: str
    """How to sign in."""
    steps: tuple[str, ...]
    """What to do, one after the other."""
    open: Link
    """The way to the editor, or to the form where the guide is not on GitHub."""
    otherwise_heading: str
    """Without an account."""
    otherwise: Link
    """The way to the form."""


class EditorView(Struct, frozen=True):
    """layouts/editor.html: the page that holds the editor and nothing of ours."""

    lang: str
    """The language (BCP 47)."""
    dir: str
    """ltr or rtl."""
    title: str
    """The title until the editor gives its own."""
    security: str
    """The Content-Security-Policy, which is its own."""
    icon: str
    """Address of the icon."""
    settings: str
    """Address of what the editor needs to know."""
    script: str
    """The editor."""
    integrity: str
    """Its fingerprint."""
    heading: str
    """What is said where no script runs."""
    otherwise: Link
    """The way to the form."""
