"""A change that somebody said yes to -> the guide with it, numbered and checked, or why not."""

from __future__ import annotations

from enum import Enum, auto
from typing import TYPE_CHECKING

from doorstep.conversations.clones import DoNotFit
from doorstep.conversations.numbering import number_in, numbered
from doorstep.conversations.offices import MovedMeanwhile
from doorstep.conversations.prospects import Prospect, prospect
from doorstep.new_entries import is_free, next_number

if TYPE_CHECKING:
    from doorstep.conversations.branches import Branch, FormName
    from doorstep.conversations.offices import Desk

TRIES = 5
"""Several changes may go live at once; whoever comes second takes the next number."""


class Result(Enum):
    """What became of it."""

    LIVE = auto()
    STOPPED = auto()
    """Something would be wrong in the guide, so that nothing was done."""
    BY_HAND = auto()
    """The forge lets no workflow do it."""


def put_live(desk: Desk, branch: Branch, form: FormName) -> Result:
    """Take a change into the guide as it is now, exactly as it stood when somebody said yes.

    Raise MovedMeanwhile when it stands otherwise.
    """
    clone = desk.clone
    for _ in range(TRIES):
        main = clone.main_tip
        commit = _numbered(desk, branch, form)
        if commit is None:
            raise MovedMeanwhile
        if looked_at(desk, commit).stops:
            return Result.STOPPED
        if clone.publish(commit, form.branch, approved=branch.head):
            return Result.LIVE
        clone.fetch()
        if clone.tip(form.branch) != branch.head:
            raise MovedMeanwhile
        if clone.main_tip == main:
            return _left_for_a_person(desk, commit, branch, form)
    raise MovedMeanwhile


def _left_for_a_person(desk: Desk, commit: str, branch: Branch, form: FormName) -> Result:
    """Leave what is numbered and ready where a person can put it live."""
    if not desk.clone.put(commit, form.branch, in_place_of=branch.head):
        raise MovedMeanwhile
    desk.clone.fetch()
    return Result.BY_HAND


def taken_in(desk: Desk, branch: Branch, form: FormName) -> str | None:
    """Return a commit of the guide with a change in it, for looking at; None: they do not fit."""
    tree = _together(desk, branch)
    return tree and desk.clone.commit(tree, [desk.clone.main_tip, branch.head], form.taking_in)


def _numbered(desk: Desk, branch: Branch, form: FormName) -> str | None:
    """Return the same with a number of its own for what is new."""
    clone, tree = desk.clone, _together(desk, branch)
    if tree and clone.text(clone.main_tip, branch.path) is None:
        text = clone.text(tree, branch.path) or ""
        tree = clone.with_file(tree, branch.path, _with_a_number(desk, text, branch.path))
    return tree and clone.commit(tree, [clone.main_tip, branch.head], form.taking_in)


def _together(desk: Desk, branch: Branch) -> str | None:
    try:
        return desk.clone.merged(desk.clone.main_tip, branch.head)
    except DoNotFit:
        return None


def _with_a_number(desk: Desk, text: str, path: str) -> str:
    draft = desk.guide_at(desk.clone.main_tip).draft
    own = number_in(text, path)
    return text if own and is_free(own, draft) else numbered(text, path, next_number(draft))


def looked_at(desk: Desk, commit: str) -> Prospect:
    """Return what a commit changes for readers of the guide as it is now."""
    was, now = desk.guide_at(desk.clone.main_tip), desk.guide_at(commit)
    return prospect(was, now, desk.office.today)
