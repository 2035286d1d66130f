"""How a form stands -> the answer below it, in a neighbour's words; nothing quoted is live."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct, field

from doorstep.answers.comment import QUESTIONS
from doorstep.comparisons.markdown import LONGEST, as_markdown
from doorstep.comparisons.prose import shortened
from doorstep.conversations.deciding import TICK_BOX, Because
from doorstep.forms.kinds_of_forms import Action
from doorstep.reports import as_markdown as problems_as_markdown
from doorstep.reports import inert

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from doorstep.comparisons.changes import EntryChange
    from doorstep.config import SiteConfig
    from doorstep.importers.issue_form.proposals import Ask, Proposal
    from doorstep.problems import Problem

MOST_TOLD = 12
"""Sentences of one sort in an answer."""


class Shown(Struct, frozen=True, kw_only=True):
    """All that an answer may tell."""

    config: SiteConfig
    proposal: Proposal
    changes: tuple[EntryChange, ...] = ()
    """What changes for readers."""
    stops: tuple[Problem, ...] = ()
    """What has to be mended before it can go live."""
    pictures: Mapping[str, str] = field(default_factory=dict)
    """Our own addresses of pictures, by the paths of the pages."""
    page: str = ""
    """The address of the page of the change; "" where GitHub would not open one."""
    is_by_a_person: bool = False
    """Whether somebody has worked on the change by hand."""
    is_asked_again: bool = False
    """Whether the same was asked before, and what came since does not answer it."""

    @property
    def people(self) -> str:
        """Who looks at it, as it stands in a sentence."""
        config = self.config
        return inert(config.editing.reviewers or config.forum.people or config.forum.name)

    @property
    def phone(self) -> str:
        """Whom to phone, as it stands in a sentence."""
        return f"phone {self.line}"

    @property
    def line(self) -> str:
        """Who answers the phone, and on which number."""
        line = self.config.help_line
        return inert(f"{line.name} on {line.phone}")


def offer(shown: Shown, because: Because | None, who: str) -> str:
    """Say how it would be, who looks at it, and how to say yes."""
    parts = [*_since(because, who), *_tidied(shown)]
    if shown.proposal.asks:
        parts.append(_asked(shown.proposal.asks, shown.proposal.waiting))
    parts += _how_it_looks(shown)
    return _joined(*parts, _who_looks(shown), _for_reviewers(shown, _how_to_say_yes(shown)))


def still_stands(shown: Shown) -> str:
    """Say that what somebody added changes nothing of what may go live."""
    added = f"Thank you. {shown.people} will read this too. What may go live is as shown above."
    asks = shown.proposal.asks
    asked = [_asked(asks, shown.proposal.waiting)] if asks else []
    return _joined(added, *asked, _who_looks(shown), _for_reviewers(shown, _how_to_say_yes(shown)))


def question(shown: Shown) -> str:
    """Say what has to be known before anything can go live."""
    proposal = shown.proposal
    if proposal.kept_out:
        unchanged = "Nothing on the website has changed."
        return _joined("Thank you for writing.", _told(proposal.kept_out), unchanged)
    parts = ["Thank you.", *_tidied(shown)]
    if shown.is_asked_again:
        parts.append("We still cannot tell the answer from what you wrote, so here it is again.")
    if proposal.asks:
        parts.append(_asked(proposal.asks, proposal.waiting))
    elif proposal.action is Action.TELL_US:
        parts.append("A person will read this and write it down.")
    elif shown.stops:
        parts.append(f"Something else in the guide is in the way. {shown.people} will see to it.")
    else:
        parts.append("The guide says all of this already, so there is nothing to change.")
    parts += _how_it_looks(shown)
    return _joined(*parts, _who_looks(shown), _for_reviewers(shown, ""))


def taken_over(shown: Shown) -> str:
    """Say that a person is at work on more than one entry, and puts it live by hand."""
    return _joined(
        "A person has taken this over, and changes more than this entry. "
        f"{shown.people} will put it live by hand.",
        _who_looks(shown),
        _link(shown),
    )


def secret(shown: Shown) -> str:
    """Say whom to phone, and nothing of what was sent."""
    keepers = (
        "Treat it as published. Delete this whole page now: “Delete issue” is at the bottom, on "
        "the right. Editing is not enough, because the old words stay to be read. "
        f"Where you see no such button, {shown.phone}: only the keeper of this guide has it. Warn "
        "the group. Ask GitHub’s support to take out what you cannot."
    )
    return _joined(
        "Thank you for writing. Something here may have to stay private, so nothing of it is "
        "repeated, and nothing on the website has changed.",
        f"**Everyone can see this page.** Phone {shown.line} now, and write no more here.",
        f"<details><summary>For {shown.people}</summary>\n\n{keepers}{_kept(shown)}\n\n</details>",
    )


def _kept(shown: Shown) -> str:
    if not shown.page:
        return ""
    return f" {_link(shown)} keeps some of it too, which only GitHub’s support can take out."


def refused(shown: Shown, reason: str) -> str:
    """Pass on why it does not go live."""
    return _joined(
        "Thank you for sending this. It does not go live as it is. This is why:",
        f"“{_told(reason)}”",
        "Nothing on the website has changed. If you can say more, reply here or edit what you "
        f"wrote, and it opens again. Or {shown.phone}.",
    )


def by_hand(shown: Shown, who: str) -> str:
    """Say that it is ready, and that only a person may put it live here."""
    return _joined(
        f"{inert(who)} said yes. Everything is ready, and has its number. Only a person may put "
        "it live here: the settings of this guide on GitHub let no workflow do it.",
        f"{_link(shown)}. Press the green button there." if shown.page else NO_PAGE,
    )


def live(title: str, number: int, address: str) -> str:
    """Say that it is live, with the link."""
    name = f"No. {number}, {_told(title)}" if number else _told(title)
    return _joined(
        f"It is live: {name}. {address}",
        "Thank you, from everyone who will read it. To change it again, send a new form.",
    )


def remark(because: Because, who: str, shown: Shown) -> str:
    """Say why somebody's word does not count, and what to do."""
    return _joined(f"{inert(who)}: {REMARKS[because]}", *([_link(shown)] if shown.page else []))


REMARKS = {
    Because.TOO_OLD: "you wrote this before my newest answer. Look at that one, and comment yes "
    "again.",
    Because.EDITED: "this yes was edited, so nobody can see what it said at first. Write a new "
    "comment: yes",
    Because.UNSURE: "this begins with yes and says more. To put it live as it is shown above, "
    "comment only: yes. To change it, edit the form at the top.",
    Because.NO_REASON: "why not? Comment: no, and one sentence. We pass the sentence on to "
    "whoever sent this.",
    Because.NOT_READY: "there is nothing that can go live yet. See above what is still needed.",
    Because.LIVE_ALREADY: "this is live already. Nothing has changed.",
    Because.TURNED_DOWN: "this was turned down. It opens again when whoever sent it replies here "
    "or edits the form.",
    Because.CLOSED: "this is closed, so nothing was put live. Open it again first.",
}
"""What to say to somebody whose word does not count."""


def _since(because: Because | None, who: str) -> Iterator[str]:
    if because is Because.CHANGED_SINCE:
        yield f"{inert(who)} said yes, and it has changed since. This needs a new yes."
    elif because is Because.TOO_OLD:
        yield f"{inert(who)} wrote before there was anything to see. This is how it would be."
    else:
        yield "Thank you."


def _how_it_looks(shown: Shown) -> Iterator[str]:
    if shown.is_by_a_person:
        yield "A person has worked on this by hand. This is how they left it."
    if shown.changes:
        yield as_markdown(shown.changes, pictures=shown.pictures).rstrip()


def _tidied(shown: Shown) -> Iterator[str]:
    if tidied := shown.proposal.tidied[:MOST_TOLD]:
        yield "What we tidied:\n\n" + "\n".join(f"- {_told(sentence)}" for sentence in tidied)


def _asked(ask: Ask, waiting: int) -> str:
    needs = "needs you" if ask.is_needed else "would help"
    lines = [f"**1 thing {needs}.** {_ended(_told(ask.sentence))}"]
    if ask.example:
        lines.append(_ended(f"For example: {_told(ask.example)}"))
    lines.append("Reply here in your own words." if ask.box else "Send a new form for that.")
    if waiting > 1:
        more = waiting - 1
        lines.append(f"After that there {'is 1 more' if more == 1 else f'are {more} more'}.")
    return " ".join(lines)


def _who_looks(shown: Shown) -> str:
    looked_at = inert(shown.config.editing.looked_at)
    return (
        f"{shown.people} will look at it, usually {looked_at}. Nothing on the website has changed "
        f"yet. With any question, {shown.phone}."
    )


def _for_reviewers(shown: Shown, what_next: str) -> str:
    parts = ["\n".join(f"- {question}" for question in QUESTIONS)]
    if notes := shown.proposal.notes[:MOST_TOLD]:
        parts.append("Look at this too:\n\n" + "\n".join(f"- {_told(note)}" for note in notes))
    if shown.stops:
        parts.append(problems_as_markdown(shown.stops[:MOST_TOLD]).rstrip())
    parts += [what_next, _link(shown)] if what_next else []
    inside = "\n\n".join(filter(None, parts))
    return f"<details><summary>For {shown.people}</summary>\n\n{inside}\n\n</details>"


def _how_to_say_yes(shown: Shown) -> str:
    closed = "" if shown.page else f"\n\n{NO_PAGE}"
    return (
        "To put it live as it is shown here, write a new comment that says only **yes**, or tick "
        f"this:\n\n{TICK_BOX}\n\nTo turn it down, comment **no** and one sentence, which we pass "
        f"on.{closed}"
    )


NO_PAGE = (
    "GitHub would not open a page for this change: in Settings, Actions, General, let GitHub "
    "Actions create pull requests."
)


def _link(shown: Shown) -> str:
    return f"[The change itself]({shown.page})" if shown.page else ""


def _joined(*parts: str) -> str:
    return "\n\n".join(filter(None, parts)) + "\n"


def _ended(sentence: str) -> str:
    return sentence if sentence.endswith((".", "?", "…")) else f"{sentence}."


def _told(text: str) -> str:
    # On one line and without edges, so that it stays in the place that it stands in.
    return inert(shortened(" ".join(text.split()), LONGEST))
