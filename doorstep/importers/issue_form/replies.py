"""Answers in plain words to what was asked -> the form, with the answers in its boxes."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from msgspec.structs import replace

from doorstep.fields import folded
from doorstep.forms.boxes import Shape
from doorstep.forms.submissions import plain_lines
from doorstep.importers.issue_form.joining import joined

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from doorstep.forms.boxes import Box
    from doorstep.forms.submissions import Submission
    from doorstep.importers.issue_form.desks import Desk
    from doorstep.importers.issue_form.proposals import Ask

LONGEST = 2000
"""Letters of a plain answer to one question; what is longer belongs into the form."""

_LABELLED = re.compile(r"[\s>*•-]*\**([^:*\n]{1,60}?)\**\s*:\**\s*(.*)")
_SAYS_NOTHING = frozenset(
    ("thanks", "thank you", "ok", "okay", "yes", "no", "great", "done", "cheers", "hello", "hi")
)


def apply_replies(
    submission: Submission,
    replies: Sequence[str],
    asked: Callable[[Submission], Ask | None],
    desk: Desk,
) -> Submission:
    """Return what was sent, with each answer in the box it belongs to.

    A line such as “Phone: 020 7946 0456” names its box. Anything else is for what was asked last:
    `asked` says what that is, once the answers before it are in. What cannot be read changes
    nothing, so that the same is asked again.
    """
    for reply in replies:
        plain, named = _parts(reply, submission)
        answers = dict(submission.answers)
        for box, words in named:
            answers[box.id] = _with_line(box, answers.get(box.id, ""), words)
        ask = asked(submission) if plain and not named else None
        if ask:
            answers |= _answer_to(ask, plain, submission, desk)
        submission = replace(submission, answers=answers)
    return submission


def _parts(reply: str, submission: Submission) -> tuple[str, list[tuple[Box, str]]]:
    """Return what stands before any name of a box, and the words after each."""
    plain: list[str] = []
    named: list[tuple[Box, str]] = []
    for line in plain_lines(reply):
        found = None if line.startswith(">") else _named(line, submission)
        if found:
            named.append(found)
        elif named and named[-1][0].is_long and line.strip():
            box, words = named[-1]
            named[-1] = (box, f"{words}\n{line}".strip())
        elif not line.startswith(">"):
            plain.append(line)
    return "\n".join(plain).strip(), [(box, words) for box, words in named if words]


def _named(line: str, submission: Submission) -> tuple[Box, str] | None:
    """Return the box that a line names and its words; of a part of a box, with the part's name."""
    found = _LABELLED.fullmatch(line)
    name = folded(found[1]) if found else ""
    for box in submission.form.boxes if found and name else ():
        if folded(box.label) == name:
            return box, found[2].strip() if found else ""
        for part in box.parts:
            if folded(part.label) == name:
                return box, f"{part.label}: {found[2].strip()}" if found else ""
    return None


def _with_line(box: Box, before: str, words: str) -> str:
    """Return a box's words once more are there: of a line for one part, the others stay."""
    if box.shape is not Shape.NAMED:
        return words
    new = {line.partition(":")[0].strip().casefold(): line for line in words.split("\n")}
    kept = [
        line
        for line in before.split("\n")
        if line and line.partition(":")[0].strip().casefold() not in new
    ]
    return "\n".join([*kept, *words.split("\n")])


def _answer_to(ask: Ask, words: str, submission: Submission, desk: Desk) -> dict[str, str]:
    box = next((box for box in submission.form.boxes if box.id == ask.box), None)
    if box is None or len(words) > LONGEST or words.casefold().strip(" .!") in _SAYS_NOTHING:
        return {}
    before = submission.answers.get(box.id, "")
    if box.shape is Shape.NAMED:
        line = " ".join(words.split())
        return {box.id: _with_line(box, before, f"{ask.part}: {line}")} if ask.part else {}
    answer = joined(box, before, words, desk)
    return {box.id: answer} if answer else {}
