"""A guide -> the page about the editor in the browser, and the bare page that it runs on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from doorstep import permalinks as at
from doorstep.browser_editor import sveltia
from doorstep.browser_editor.repository import repository_of
from doorstep.views.editor_views import AdminView, EditorView
from doorstep.views.framing import PageFacts, frame_of
from doorstep.views.parts import Link

if TYPE_CHECKING:
    from doorstep.guide import Guide


def admin_view(guide: Guide) -> AdminView:
    """Return the page about the editor."""
    say, href = guide.words.say, guide.permalinks.href
    page = PageFacts(
        path=at.ADMIN, heading=say("Edit in your browser"), is_found=False, is_kept=False
    )
    return AdminView(
        frame=frame_of(guide, page),
        heading=page.heading,
        intro=say("A form for each entry, for people who help to keep this guide."),
        know_heading=say("What to know first"),
        know=_to_know(guide),
        steps_heading=say("How to sign in"),
        steps=_steps(guide),
        open=Link(say("Open the editor"), href(at.EDITOR)),
        otherwise_heading=say("Without an account"),
        otherwise=_form(guide),
    )


def _to_know(guide: Guide) -> tuple[str, ...]:
    say = guide.words.say
    return (
        say("You need an account at GitHub, where the files of this guide are kept."),
        say("Nothing goes live at once. Somebody looks at each change first."),
        say("Everything you save there can be seen by everyone, and so can older versions."),
        say("Safe spaces are not edited there, and photos are not added. Phone us."),
        say(
            "The editor comes from other companies: unpkg.com, and jsdelivr.net for its letters. "
            "They and GitHub see your internet address. Our own pages ask nobody else."
        ),
        say("If the editor stays empty, your network keeps it out. Use the form instead."),
    )


def _steps(guide: Guide) -> tuple[str, ...]:
    say = guide.words.say
    return (
        say("Sign in at GitHub. Go to Settings, Developer settings, Personal access tokens."),
        say(
            "If {repository} is yours or your organisation’s, make a fine-grained token for it "
            "alone. Set Contents and Pull requests to “Read and write”.",
            repository=repository_of(guide.config),
        ),
        say(
            "If it is not, make a classic token with “public_repo” alone. The editor asks you "
            "first, then keeps your changes in a copy of your own until we take them in."
        ),
        say("Let it end after 30 days or sooner. Anyone who has it can do what you can do."),
        say("Open the editor, choose “Sign In Using Access Token”, and paste it there."),
    )


def _form(guide: Guide) -> Link:
    return Link(guide.words.say("Tell us what is wrong or missing"), guide.permalinks.href(at.ADD))


def editor_view(guide: Guide) -> EditorView:
    """Return the page that the editor runs on."""
    say, href = guide.words.say, guide.permalinks.href
    return EditorView(
        lang=guide.words.lang,
        dir=guide.words.direction,
        title=f"{say('Edit in your browser')} – {guide.config.name}",
        security=sveltia.SECURITY,
        icon=href(guide.assets["icon.svg"]),
        settings=href(at.EDITOR_SETTINGS),
        script=sveltia.SCRIPT,
        integrity=sveltia.INTEGRITY,
        heading=say("The editor needs JavaScript"),
        otherwise=_form(guide),
    )
