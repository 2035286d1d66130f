"""What somebody sent and the guide as it stands -> Proposal: one entry's file, checked whole."""

from __future__ import annotations

from typing import TYPE_CHECKING

from doorstep.comparisons.doubles import doubles_of
from doorstep.forms.kinds_of_forms import Action
from doorstep.forms.nodes import node_at
from doorstep.forms.submissions import read_submission
from doorstep.giveaways import A_SURNAME, told_at
from doorstep.importers.issue_form.asking import ask_for_place, asks_of
from doorstep.importers.issue_form.intents import Intent, SafeSpaceMeant, intent_of
from doorstep.importers.issue_form.keeping_out import why_kept_out
from doorstep.importers.issue_form.proposals import Ask, Proposal
from doorstep.importers.issue_form.replies import apply_replies
from doorstep.importers.issue_form.secrecy import gives_away, gives_out, gives_out_unread
from doorstep.reading import read_entry
from doorstep.safe_spaces import RULE
from doorstep.site import guide_of
from doorstep.sources import read_bytes
from doorstep.sources.marks import shortened

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from doorstep.checking import Checked
    from doorstep.drafts import Draft
    from doorstep.forms.submissions import Submission
    from doorstep.importers.issue_form.desks import Desk
    from doorstep.importers.issue_form.events import Sent
    from doorstep.problems import Problem
    from doorstep.sources import Source

FIRST_NAMES_ONLY = "“{words}” looks like a whole name. First names only: everyone can read it."
TWO_READINGS = (
    "Some of your words are the same as the headings of the form, so it can be read in two ways. "
    "Change the lines that begin with ### in the form, and save it."
)


def propose(sent: Sent, desk: Desk, slug: str = "") -> Proposal:
    """Return what a form and the answers after it would do to the guide, which stays as it is.

    `slug` is what an earlier run on the same form called a new entry, so that it is found again.
    The guide on the desk is the published one, without what earlier runs wrote.
    """
    others = (sent.title, *sent.replies)
    submission = read_submission(sent.body)
    if submission is None:
        is_secret = gives_away({}, (sent.body, *others), desk)
        return Proposal(action=None, issue=sent.issue, is_secret=is_secret)
    typing = _Typing(sent, desk, slug, others)
    if not submission.is_doubtful:
        submission = apply_replies(
            submission, sent.replies, lambda so_far: typing.proposal(so_far).asks, desk
        )
    return typing.proposal(submission)


class _Typing:
    """Types one form into the guide, again after every answer."""

    def __init__(self, sent: Sent, desk: Desk, slug: str, others: Sequence[str]) -> None:
        self.sent, self.desk, self.slug, self.others = sent, desk, slug, others
        self.day = sent.day(desk.config.time_zone)

    def proposal(self, submission: Submission) -> Proposal:
        """Return what becomes of the form as it is filled in now."""
        try:
            return self._open(submission)
        except SafeSpaceMeant:
            action = submission.form.action
            return Proposal(action=action, issue=self.sent.issue, is_secret=True)

    def _open(self, submission: Submission) -> Proposal:
        action, issue = submission.form.action, self.sent.issue
        if action is Action.TELL_US or submission.is_doubtful:
            if gives_away(submission.answers, (*self.others, self.sent.body), self.desk):
                raise SafeSpaceMeant
            ask = Ask("", "", TWO_READINGS) if submission.is_doubtful else None
            words = submission.answers.get("words", "") if ask is None else ""
            return Proposal(
                action=action,
                submission=submission,
                issue=issue,
                words=words,
                asks=ask,
                waiting=1 if ask else 0,
            )
        intent = intent_of(submission, self.desk, self.day, self.slug)
        if gives_away(_new_words(submission, intent), self.others, self.desk):
            raise SafeSpaceMeant
        checked = self._checked(intent)
        # Even before a group that asked: such a form is closed, and told to be deleted.
        if checked and self._gives_out(checked.draft, submission, intent):
            raise SafeSpaceMeant
        if words := why_kept_out(intent, self.desk):
            return Proposal(action=action, issue=issue, kept_out=words)
        return self._proposed(submission, intent, checked)

    def _checked(self, intent: Intent) -> Checked | None:
        """Return the guide as it would be, or None where nothing is to be written."""
        if intent.text is None:
            return None
        return self.desk.checked_with(intent.path, intent.text)

    def _gives_out(self, after: Draft, submission: Submission, intent: Intent) -> bool:
        if intent.slug in after.left_out:
            return gives_out_unread(_new_words(submission, intent), intent, after)
        return gives_out(after, self.desk.loaded[0], intent.slug)

    def _proposed(
        self, submission: Submission, intent: Intent, checked: Checked | None
    ) -> Proposal:
        problems: tuple[Problem, ...] = ()
        asks: tuple[Ask, ...] = (intent.ask,) if intent.ask else ()
        notes = [*intent.notes, *_surnames(intent)]
        if checked:
            source = _written(intent, self.desk)
            problems = tuple(_problems_of(checked, intent, source, self.desk))
            if any(problem.rule == RULE for problem in problems):
                raise SafeSpaceMeant
            if source:
                asks += asks_of(problems, source, intent.changed, self.desk.labels)
            asks += self._place(intent)
            notes += self._doubles(checked, intent)
        return Proposal(
            action=submission.form.action,
            submission=submission,
            issue=self.sent.issue,
            slug=intent.slug,
            title=intent.title,
            number=intent.number,
            path=intent.path,
            text=intent.text,
            tidied=intent.tidied,
            problems=problems,
            asks=next(iter(asks), None),
            waiting=len(asks),
            notes=tuple(notes),
        )

    def _place(self, intent: Intent) -> tuple[Ask, ...]:
        was = intent.before.front_matter if intent.before else {}
        ask = ask_for_place(intent.facts or {}, was, self.desk.titles)
        return (ask,) if ask else ()

    def _doubles(self, checked: Checked, intent: Intent) -> Iterator[str]:
        guide = guide_of(checked, self.desk.today, {}, {})
        was = read_entry(intent.before, self.desk.context)[0] if intent.before else None
        for entry in checked.entries:
            if entry.slug == intent.slug:
                for double in doubles_of(guide, entry, was):
                    yield f"{double}. Is it the same thing?"


def _new_words(submission: Submission, intent: Intent) -> dict[str, str]:
    """Return the answers that say something new: what the guide says already gives nothing away."""
    if intent.before is None:
        return submission.answers
    new = {box.id for box in intent.changed} | {"on", "how", "by"}
    return {name: words for name, words in submission.answers.items() if name in new}


def _written(intent: Intent, desk: Desk) -> Source | None:
    """Return the entry as its new file says it, or None where the file cannot be read."""
    if intent.text is None or intent.kind is None:
        return None
    reading = read_bytes(intent.text.encode(), desk.file_name(intent.path), intent.kind)
    return next((source for source in reading.sources if source.slug == intent.slug), None)


def _problems_of(
    checked: Checked, intent: Intent, source: Source | None, desk: Desk
) -> Iterator[Problem]:
    """Yield what is wrong with the entry, and not with others in the same file."""
    file = desk.file_name(intent.path)
    starts = [entry.origin[1] for entry in checked.draft.entries if entry.file == file]
    first = source.first_line if source else 1
    end = min((start for start in starts if start > first), default=None)
    for problem in checked.problems:
        is_its_own = problem.line >= first and (end is None or problem.line < end)
        if problem.file == file and (is_its_own or len(starts) < 2):
            yield problem


def _surnames(intent: Intent) -> Iterator[str]:
    was = intent.before.front_matter if intent.before else {}
    for path in _NAMES:
        words = node_at(intent.facts or {}, path)
        is_new = isinstance(words, str) and words != node_at(was, path)
        if isinstance(words, str) and is_new and A_SURNAME in told_at(path, words):
            yield FIRST_NAMES_ONLY.format(words=shortened(words.rpartition(", ")[2]))


_NAMES = (("contact", "name"), ("checked",), ("checked", "by"))
"""Facts that name a person."""
