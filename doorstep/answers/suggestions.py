"""Problems with one way to mend them -> suggestions on the lines that a change touches."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from msgspec import Struct

from doorstep.answers.offers import added_lines
from doorstep.reports import inert
from doorstep.robot_notes import is_the_robots, mark_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from doorstep.answers.offers import Offer
    from doorstep.forge import Forge
    from doorstep.problems import Problem

MARK = mark_of("suggestion")
"""What tells a suggestion of ours from other people's words, unseen."""

MOST = 10
"""Suggestions at once: each one is a message to everybody who follows the change."""

_PLAIN = re.compile(r"[^\x00-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2066-\u2069]+")
"""Nothing that hides or turns round what one press would write into the guide."""


class Suggestion(Struct, frozen=True):
    """A line as it should be, beside the line as it is."""

    path: str
    """The file."""
    line: int
    """The line, counted from 1 in the file as the change has it."""
    body: str
    """What to say there."""


def suggestions(problems: Iterable[Problem], offer: Offer) -> tuple[Suggestion, ...]:
    """Return the suggestions for lines that the change itself wrote, each line once."""
    lines = {path: dict(added_lines(patch)) for path, patch in offer.patches.items()}
    found: dict[tuple[str, int], Suggestion] = {}
    for problem in problems:
        typed = lines.get(problem.file, {}).get(problem.line, "")
        place = problem.file, problem.line
        if place not in found and _can_be_pressed(problem, typed):
            found[place] = Suggestion(*place, _body(problem, typed))
    return tuple(found.values())[:MOST]


def _can_be_pressed(problem: Problem, typed: str) -> bool:
    # The line has to be the very one that was looked at: files may have moved on.
    is_that_line = bool(typed.strip()) and typed.strip() == problem.source_line.strip()
    right = problem.corrected.strip()
    return is_that_line and bool(_PLAIN.fullmatch(right)) and "```" not in right


def _body(problem: Problem, typed: str) -> str:
    indent = typed[: len(typed) - len(typed.lstrip())]
    said = " ".join(filter(None, (problem.message, problem.fix))).split()
    return "\n".join(
        [
            inert(" ".join(said)),
            "",
            "```suggestion",
            f"{indent}{problem.corrected.strip()}",
            "```",
            MARK,
        ]
    )


def suggest(forge: Forge, offer: Offer, wanted: Iterable[Suggestion]) -> None:
    """Put suggestions on their lines: none twice, and those away that are right no more."""
    theirs = forge.all(f"pulls/{offer.number}/comments")
    answered = {one.get("in_reply_to_id") for one in theirs}
    there = {_place_of(one): one for one in theirs if is_the_robots(one) and MARK in one["body"]}
    new = {(one.path, one.line, one.body): one for one in wanted}
    for place in new.keys() - there.keys():
        _add(forge, offer, new[place])
    for one in _outdated(there, new):
        if one["id"] not in answered:  # what people talk about stays
            forge.send("DELETE", f"pulls/comments/{one['id']}")


def _place_of(comment: Mapping[str, Any]) -> tuple[str, int | None, str]:
    return comment["path"], comment.get("line"), comment["body"]


def _outdated(
    there: Mapping[tuple[str, int | None, str], Any], new: Mapping[tuple[str, int, str], Any]
) -> Iterator[Any]:
    return (one for place, one in there.items() if place not in new)


def _add(forge: Forge, offer: Offer, one: Suggestion) -> None:
    place = {"path": one.path, "line": one.line, "side": "RIGHT", "commit_id": offer.sha}
    forge.send("POST", f"pulls/{offer.number}/comments", {"body": one.body, **place})
