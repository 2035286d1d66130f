"""What GitHub makes of a filled-in form (Markdown with a heading for each box) -> the answers.

A heading may also be in what somebody wrote. A box for one line holds no heading but its own, and
a long box always stands between two of them: so nearly every text has one reading alone.
"""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from doorstep.forms.boxes import Box, Shape
from doorstep.forms.kinds_of_forms import AGREED, FORMS
from doorstep.sources.texts import CONTROL

if TYPE_CHECKING:
    from collections.abc import Sequence

    from doorstep.forms.answers import Answers
    from doorstep.forms.kinds_of_forms import Form

NOTHING = "_No response_"
"""What GitHub writes for a box that was left empty."""

_LAST = Box("agreed", AGREED, Shape.LINE)


class Submission(Struct, frozen=True):
    """A form that somebody sent."""

    form: Form
    answers: Answers
    """What is in each box, by its id; a box that was left empty is left out."""
    is_doubtful: bool = False
    """Whether words in it could also be the form's own headings, so that it has two readings."""


def read_submission(body: str) -> Submission | None:
    """Return what a form says, or None where the text is none of our forms."""
    lines = plain_lines(body)
    headings = _headings(lines)
    read = [found for form in _possible(lines) if (found := _strictly_read(form, lines, headings))]
    if read:
        # What somebody wrote may be a whole other form.
        return replace(read[0], is_doubtful=read[0].is_doubtful or len(read) > 1)
    for form in _likely(lines):
        # Somebody has changed the text by hand since: what is there in order is taken.
        boxes, places = _loosely(headings, (*form.boxes, _LAST))
        return Submission(form, _answers(lines, boxes, places))
    return None


def plain_lines(words: str) -> list[str]:
    """Return the lines of what was sent, without characters that no page can show."""
    shown = CONTROL.sub("", words.replace("\r\n", "\n").replace("\r", "\n"))
    return shown.translate(_QUIET_BREAKS).split("\n")


_QUIET_BREAKS = str.maketrans("\x85\u2028\u2029", "   ")
"""Old line breaks of Unicode, which a file's reader takes for spaces."""


def _headings(lines: Sequence[str]) -> dict[str, list[int]]:
    found: dict[str, list[int]] = {}
    for place, line in enumerate(lines):
        if line.startswith("### "):
            found.setdefault(line.removeprefix("### ").strip(), []).append(place)
    return found


def _possible(lines: Sequence[str]) -> list[Form]:
    """Return the forms whose first heading the text begins with."""
    first = next((line for line in lines if line.strip()), "")
    return [form for form in FORMS if first == f"### {form.boxes[0].label}"]


def _strictly_read(
    form: Form, lines: Sequence[str], headings: dict[str, list[int]]
) -> Submission | None:
    boxes = (*form.boxes, _LAST)
    places, ways = _strictly(lines, headings, boxes)
    if not ways:
        return None
    return Submission(form, _answers(lines, boxes, places), is_doubtful=ways > 1)


def _likely(lines: Sequence[str]) -> list[Form]:
    """Return the forms whose own first headings the text begins with."""
    titles = [line.removeprefix("### ").strip() for line in lines if line.startswith("### ")]
    return [form for form in FORMS if _own_headings(form) == titles[: len(_own_headings(form))]]


def _own_headings(form: Form) -> list[str]:
    """Return the headings by which a form is known: its second one tells what is changed."""
    return [box.label for box in form.boxes[:2]]


def _strictly(
    lines: Sequence[str], headings: dict[str, list[int]], boxes: Sequence[Box]
) -> tuple[list[int], int]:
    """Return the line of each box's heading, and how many readings there are: 0, 1 or more."""
    following: dict[int, tuple[int, int]] = {}
    filled = _filled_before(lines)
    for number in range(len(boxes) - 1, -1, -1):
        here = headings.get(boxes[number].label, [])
        if number == len(boxes) - 1:
            following = dict.fromkeys(here, (-1, 1))
            steps = [following]
            continue
        following = _steps(here, following, filled, is_long=boxes[number].is_long)
        steps.insert(0, following)
    return _walked(steps, next((n for n, line in enumerate(lines) if line.strip()), 0))


def _filled_before(lines: Sequence[str]) -> list[int]:
    """Return, for each line, how many lines before it say something."""
    counts = [0]
    for line in lines:
        counts.append(counts[-1] + bool(line.strip()))
    return counts


def _steps(
    here: list[int], there: dict[int, tuple[int, int]], filled: list[int], *, is_long: bool
) -> dict[int, tuple[int, int]]:
    """Return, for each place of a heading, where the next one may be, and in how many ways."""
    places = sorted(there)
    steps = {}
    for place in here:
        first = bisect_right(places, place)
        reachable = places[first:] if is_long else _within_a_line(places[first:], place, filled)
        if usable := [(after, there[after][1]) for after in reachable[:_ENOUGH]]:
            steps[place] = (usable[0][0], min(2, sum(ways for _, ways in usable)))
    return steps


_ENOUGH = 2
"""Two ways on are enough to know that there is more than one."""


def _within_a_line(places: Sequence[int], place: int, filled: list[int]) -> list[int]:
    near = []
    for after in places:
        if filled[after] - filled[place + 1] > 1:
            break
        near.append(after)
    return near


def _walked(steps: list[dict[int, tuple[int, int]]], start: int) -> tuple[list[int], int]:
    if start not in steps[0]:
        return [], 0
    places, at = [], start
    for step in steps:
        places.append(at)
        at = step[at][0]
    return places, steps[0][start][1]


def _loosely(
    headings: dict[str, list[int]], boxes: Sequence[Box]
) -> tuple[tuple[Box, ...], list[int]]:
    """Return the boxes whose headings are there in order, and their lines."""
    kept, places, at = [], [], -1
    for box in boxes:
        after = [place for place in headings.get(box.label, ()) if place > at]
        if after:
            at = after[0]
            kept.append(box)
            places.append(at)
    return tuple(kept), places


def _answers(lines: Sequence[str], boxes: Sequence[Box], places: Sequence[int]) -> Answers:
    ends = [*places[1:], len(lines)]
    said = {
        box.id: _answer(lines[start + 1 : end], box)
        for box, start, end in zip(boxes, places, ends, strict=True)
    }
    return {name: words for name, words in said.items() if words and name != _LAST.id}


def _answer(lines: Sequence[str], box: Box) -> str:
    words = "\n".join(lines).strip()
    if words == NOTHING:
        return ""
    return words if box.is_long else " ".join(words.split("\n")).strip()
