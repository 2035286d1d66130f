"""What was decided -> comments, the page of the change, and issues opened and closed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from doorstep.conversations import wording
from doorstep.conversations.changes import (
    close_change,
    empty_page,
    open_change,
    put_label,
)
from doorstep.conversations.deciding import Because
from doorstep.conversations.markers import Mark, Says, marked
from doorstep.conversations.pictures import pictures_of
from doorstep.conversations.publishing import looked_at, taken_in
from doorstep.conversations.wording import Shown
from doorstep.portraits.shelf import take_off_shelf

if TYPE_CHECKING:
    from doorstep.conversations.branches import Branch, FormName
    from doorstep.conversations.deciding import Decision
    from doorstep.conversations.offices import Desk
    from doorstep.conversations.threads import Change, Thread
    from doorstep.importers.issue_form.proposals import Proposal


class Turn(Struct, frozen=True):
    """One conversation, looked at, with its change as it stands."""

    desk: Desk
    thread: Thread
    form: FormName
    words: str
    """A digest of what was sent."""
    proposal: Proposal
    branch: Branch | None = None

    def write(self, says: Says, text: str, head: str = "") -> None:
        """Write a comment below the form."""
        asks = self.proposal.asks.box if self.proposal.asks else ""
        mark = Mark(says=says, words=self.words, head=head, asks=asks, seen=self.thread.newest)
        path = f"issues/{self.thread.number}/comments"
        self.desk.office.forge.send("POST", path, {"body": marked(mark, text)})

    def close(self, why: str) -> None:
        """Close the form: it is done (completed), or comes to nothing (not_planned)."""
        state = {"state": "closed", "state_reason": why}
        self.desk.office.forge.send("PATCH", f"issues/{self.thread.number}", state)

    def open_again(self) -> None:
        """Open a form again that was closed."""
        if not self.thread.is_open:
            path = f"issues/{self.thread.number}"
            self.desk.office.forge.send("PATCH", path, {"state": "open"})

    def shown(self, change: Change | None = None) -> Shown:
        """Return what can be told of it without looking at the guide."""
        page = f"{self.desk.office.address}/pull/{change.number}" if change else ""
        return Shown(
            config=self.desk.office.config,
            proposal=self.proposal,
            page=page,
            is_by_a_person=self.branch is not None and not self.branch.is_ours,
            is_asked_again=self._is_asked_again,
        )

    @property
    def _is_asked_again(self) -> bool:
        last, asks = self.thread.last_answer, self.proposal.asks
        return last is not None and asks is not None and last[1].asks == asks.box


def answer(turn: Turn, decision: Decision) -> None:
    """Say how things stand now, and what is needed next."""
    turn.open_again()
    if turn.thread.last_answer is None:
        put_label(turn.desk.office.forge, turn.thread.number)
    branch = turn.branch
    if branch is None:
        close_change(turn.desk.office.forge, turn.thread)
        if turn.proposal.kept_out:
            forget_pictures(turn.desk, turn.thread)
        turn.write(Says.ASK, wording.question(turn.shown()))
        return
    commit = taken_in(turn.desk, branch, turn.form) if branch.path else None
    if commit is None:
        turn.write(Says.ASK, wording.taken_over(turn.shown(turn.thread.change)), branch.head)
        return
    _show(turn, decision, branch, commit)


def _show(turn: Turn, decision: Decision, branch: Branch, commit: str) -> None:
    shown = _looked_at(turn, commit)
    asks = turn.proposal.asks
    if shown.stops or (asks and asks.is_needed):
        turn.write(Says.ASK, wording.question(shown), branch.head)
    elif _only_adds_words(turn, decision, branch):
        turn.write(Says.OFFER, wording.still_stands(shown), branch.head)
    else:
        text = wording.offer(shown, decision.because, decision.who)
        turn.write(Says.OFFER, text, branch.head)


def _looked_at(turn: Turn, commit: str) -> Shown:
    """Return all that there is to tell, once the change has a page and pictures."""
    office, desk = turn.desk.office, turn.desk
    prospect = looked_at(desk, commit)
    change = open_change(office.forge, turn.thread, prospect.changes, office.config.editing.branch)
    pictures = pictures_of(desk, prospect, change.number) if change else {}
    return replace(
        turn.shown(change), changes=prospect.changes, stops=prospect.stops, pictures=pictures
    )


def _only_adds_words(turn: Turn, decision: Decision, branch: Branch) -> bool:
    last = turn.thread.last_answer
    is_same = last is not None and (last[1].says, last[1].head) == (Says.OFFER, branch.head)
    return is_same and decision.because is not Because.CHANGED_SINCE


def say(turn: Turn, because: Because, who: str) -> None:
    """Say why somebody's word does not count."""
    turn.write(Says.REMARK, wording.remark(because, who, turn.shown(turn.thread.change)))


def turn_down(turn: Turn, reason: str) -> None:
    """Pass on why not, and put the change away."""
    _put_away(turn)
    turn.write(Says.REFUSED, wording.refused(turn.shown(), reason))
    turn.close("not_planned")


def keep_secret(turn: Turn) -> None:
    """Say whom to phone, and put away what is there; no word of what was sent is told.

    What was told before it was known for a secret is taken back, as far as we can.
    """
    forge, thread = turn.desk.office.forge, turn.thread
    _put_away(turn)
    if thread.change:
        empty_page(forge, thread.change, thread.number)
    for comment, _ in thread.answers:
        forge.send("DELETE", f"issues/comments/{comment.id}")
    turn.write(Says.SECRET, wording.secret(turn.shown(thread.change)))
    turn.close("not_planned")


def _put_away(turn: Turn) -> None:
    office, branch = turn.desk.office, turn.branch
    close_change(office.forge, turn.thread)
    if branch and branch.is_ours:
        turn.desk.clone.remove(turn.form.branch, if_at=branch.head)
    forget_pictures(turn.desk, turn.thread)


def forget_pictures(desk: Desk, thread: Thread) -> None:
    """Take the pictures of a change off the shelf."""
    if thread.change:
        take_off_shelf(thread.change.number, desk.office.remote)


def leave_for_a_person(turn: Turn, who: str) -> None:
    """Say that it is ready, and that only a person may put it live."""
    office, change = turn.desk.office, turn.thread.change
    if change is None or not change.is_open:
        change = open_change(office.forge, turn.thread, (), office.config.editing.branch)
    head = turn.desk.clone.tip(turn.form.branch)
    turn.write(Says.BY_HAND, wording.by_hand(turn.shown(change), who), head)
