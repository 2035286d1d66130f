"""An event -> what was said and done about it; everything else is read anew.

A run may be told late, twice or never, and may be cut off anywhere: the next one finds what is
there, and does what is still to be done.
"""

from __future__ import annotations

from hashlib import sha256
from json import dumps
from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from msgspec import Struct

from doorstep.conversations.answering import (
    Turn,
    answer,
    keep_secret,
    leave_for_a_person,
    say,
    turn_down,
)
from doorstep.conversations.branches import Branch, FormName, branch_of, published
from doorstep.conversations.clones import DoNotFit
from doorstep.conversations.deciding import Decision, Move, Standing, decide, is_settled
from doorstep.conversations.numbering import only_checked
from doorstep.conversations.offices import Desk, MovedMeanwhile, Office
from doorstep.conversations.prospects import CONTENT
from doorstep.conversations.publishing import Result, put_live
from doorstep.conversations.threads import read_thread
from doorstep.conversations.verdicts import Verdict, verdict_of
from doorstep.forms.kinds_of_forms import Action
from doorstep.forms.submissions import read_submission
from doorstep.importers.issue_form.desks import Desk as FormDesk
from doorstep.importers.issue_form.events import Sent
from doorstep.importers.issue_form.proposals import Proposal
from doorstep.importers.issue_form.proposing import propose

if TYPE_CHECKING:
    from collections.abc import Iterator

    from doorstep.conversations.events import Event
    from doorstep.conversations.threads import Comment, Thread

TRIES = 4
"""How often everything is looked at anew, when somebody does something meanwhile."""


class Outcome(Struct, frozen=True):
    """What is left to do for others."""

    is_live: bool = False
    """Whether the guide has it and nobody was told, so that it is to be published."""


def converse(event: Event, office: Office) -> Outcome:
    """Look at the conversation that an event belongs to, and do what is to be done next."""
    for _ in range(TRIES):
        with TemporaryDirectory() as folder:
            try:
                return _once(event, office, Path(folder))
            except MovedMeanwhile:
                continue
    raise MovedMeanwhile


def _once(event: Event, office: Office, folder: Path) -> Outcome:
    thread = read_thread(office.forge, event, office.owner)
    if thread is None or read_submission(thread.body) is None:
        return Outcome()
    desk = Desk.in_folder(office, folder)
    form = FormName(office.repository, thread.number)
    publishers = _publishers(office, thread, event)
    sent = _sent(thread, publishers)
    words, is_published = digest(sent), bool(published(desk.clone, form))
    if is_published or is_settled(thread, words):
        turn = Turn(desk, thread, form, words, Proposal(action=None))
        standing = Standing(words=words, is_published=is_published)
    else:
        proposal = _proposed(desk, form, sent)
        branch = _brought_up_to_date(desk, form, proposal)
        turn = Turn(desk, thread, form, words, proposal, branch)
        standing = _standing(turn, publishers)
    return _done(turn, decide(thread, standing, event, publishers))


def _publishers(office: Office, thread: Thread, event: Event) -> frozenset[str]:
    """Return who of those who have a say here may publish."""
    speakers = {
        comment.author
        for comment in thread.comments
        if comment.is_person and verdict_of(comment.body) is not Verdict.NONE
    }
    asked = sorted({*speakers, thread.author, event.sender})
    return frozenset(login for login in asked if office.may_publish(login))


def _sent(thread: Thread, publishers: frozenset[str]) -> Sent:
    replies = (comment.body for comment in _replies(thread, publishers))
    return Sent(
        issue=thread.number,
        title=thread.title,
        body=thread.body,
        login=thread.author,
        at=thread.created,
        replies=tuple(replies),
    )


def _replies(thread: Thread, publishers: frozenset[str]) -> Iterator[Comment]:
    """Yield what the sender wrote since; a yes or no of theirs is none, if they may publish."""
    for comment in thread.comments:
        if comment.is_on_form and comment.is_person and comment.author == thread.author:
            is_verdict = verdict_of(comment.body) is not Verdict.NONE
            if not (is_verdict and thread.author in publishers):
                yield comment


def digest(sent: Sent) -> str:
    """Return by what words that were sent are known again."""
    words = [" ".join(text.split()) for text in (sent.body, *sent.replies)]
    return sha256(dumps(words).encode()).hexdigest()[:16]


def _proposed(desk: Desk, form: FormName, sent: Sent) -> Proposal:
    main = desk.clone.main_tip
    content, office = desk.files_of(main) / CONTENT, desk.office
    return propose(sent, FormDesk(office.config, content, office.today), _slug(desk, form))


def _slug(desk: Desk, form: FormName) -> str:
    """Return what an earlier run called a new entry, unless something else is called so by now."""
    branch = branch_of(desk.clone, form)
    slug = PurePosixPath(branch.path).stem if branch else ""
    return "" if slug in desk.guide_at(desk.clone.main_tip).draft.titles else slug


def _brought_up_to_date(desk: Desk, form: FormName, proposal: Proposal) -> Branch | None:
    """Return the change as it should be: what a person has done to it stays."""
    clone, branch = desk.clone, branch_of(desk.clone, form)
    if branch and not branch.is_ours:
        return branch
    main, path = clone.main_tip, f"{CONTENT}/{proposal.path}"
    at = branch.head if branch else ""
    if proposal.text is None or proposal.is_secret or clone.text(main, path) == proposal.text:
        if branch and not clone.remove(form.branch, if_at=at):
            raise MovedMeanwhile
        return None
    if branch and (branch.path, branch.text) == (path, proposal.text) and _fits(desk, branch):
        return branch
    tree = clone.with_file(main, path, proposal.text)
    commit = clone.commit(tree, [main], form.proposing)
    if not clone.put(commit, form.branch, in_place_of=at):
        raise MovedMeanwhile
    clone.fetch()
    return branch_of(clone, form)


def _fits(desk: Desk, branch: Branch) -> bool:
    try:
        desk.clone.merged(desk.clone.main_tip, branch.head)
    except DoNotFit:
        return False
    return True


def _standing(turn: Turn, publishers: frozenset[str]) -> Standing:
    head = turn.branch.head if turn.branch else ""
    is_own = turn.thread.author in publishers and _says_only_still_right(turn)
    return Standing(words=turn.words, head=head, is_own_check=is_own)


def _says_only_still_right(turn: Turn) -> bool:
    proposal, branch = turn.proposal, turn.branch
    if proposal.action is not Action.STILL_RIGHT or branch is None or not branch.is_ours:
        return False
    was = turn.desk.clone.text(turn.desk.clone.main_tip, branch.path)
    is_clear = proposal.asks is None or not proposal.asks.is_needed
    return is_clear and was is not None and only_checked(was, branch.text, branch.path)


def _done(turn: Turn, decision: Decision) -> Outcome:
    """Do what was decided."""
    if turn.proposal.is_secret and decision.move is not Move.NOTHING:
        keep_secret(turn)
        return Outcome()
    if decision.move is Move.PUT_LIVE and turn.branch:
        return _put_live(turn, turn.branch, decision)
    if decision.move is Move.ANSWER:
        answer(turn, decision)
    elif decision.move is Move.TURN_DOWN:
        turn_down(turn, decision.reason)
    elif decision.because:
        say(turn, decision.because, decision.who)
    return Outcome(is_live=decision.move is Move.FINISH)


def _put_live(turn: Turn, branch: Branch, decision: Decision) -> Outcome:
    result = put_live(turn.desk, branch, turn.form)
    if result is Result.STOPPED:
        answer(turn, decision)
    elif result is Result.BY_HAND:
        leave_for_a_person(turn, decision.who)
    return Outcome(is_live=result is Result.LIVE)
