"""The problems of an entry -> what to ask the person who sent the form, the worst thing first."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from doorstep.forms.boxes import Box, Shape, boxes_for
from doorstep.forms.labels import labelled
from doorstep.forms.nodes import node_at
from doorstep.importers.issue_form.proposals import Ask
from doorstep.kinds import Kind
from doorstep.problems import Level, nearest
from doorstep.sources.marks import shortened

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from doorstep.forms.answers import Facts
    from doorstep.forms.boxes import Part, Path
    from doorstep.forms.labels import Labels
    from doorstep.problems import Problem
    from doorstep.sources import Node, Source

EXAMPLES = {
    "title": "Tea and talk",
    "summary": "Tea, talk and board games for anyone who would like company.",
    "when": "every Tuesday in term time, 10:30am to midday",
    "opening": "Monday to Friday, 9am to 5pm",
    "side": "get",
    "expires": "19 December 2026",
    "place": "St Anne’s Hall",
    "postcode": "HR1 2AB",
    "position": "53.7020, -3.3000",
    "changes": "24 November 2026: cancelled, because the hall is flooded",
    "contact_phone": "020 7946 0456",
    "access": "Step-free: yes",
    "status": "paused",
    "consent": "Day they agreed: 3 November 2026",
    "checked": "3 November 2026, by phone, Amina",
    "entry": "127",
    "on": "3 November 2026",
}
"""What stands after “such as”, by the ids of boxes."""

_MISSING = {
    "title-missing": ("title", "does not say what it is called. Reply with its name."),
    "side-missing": (
        "side",
        "does not say which. Reply with get, if neighbours get help here, or else with give.",
    ),
    "consent-missing": (
        "consent",
        "says nothing yet. Reply with the day they agreed that it may be told.",
    ),
    "events-dated": ("when", "says nothing yet. Reply with the day and the time."),
    "offers-end": ("expires", "says nothing yet. Reply with the last day of the offer."),
}
"""Rules about what is not there: the box it goes into, and what to say of that box."""

_FIXES = {
    "places-known": "Reply with its name as it stands in the guide.",
    "mesh-known": "Reply with its name as it stands in the guide, or with its number.",
    "slugs-plain": "Reply with its name as it stands in the guide, or with its number.",
    "part-missing": "",
    "one-line": "",
    "private-details": "Reply with an address or a number of the group, or of the forum.",
}
"""What to do in a form, for rules whose own advice is about files."""

_NAMES_IN_FILES = {
    "in best_time": "in “Best time to phone”",
    "in notes": "in “More about getting in”",
}


def asks_of(
    problems: Iterable[Problem], source: Source, changed: Iterable[Box], labels: Labels
) -> tuple[Ask, ...]:
    """Return what only a person can mend: what stops the entry first, then in the form's order.

    Of two alike, what stands in a box that was filled in now comes first. `source` is the entry
    as the problems' lines count.
    """
    boxes = boxes_for(source.kind)
    mine = {box.id for box in changed}
    found = []
    for problem in problems:
        box, part = _box_of(problem, source)
        if box is not None and problem.level is not Level.NOTE:
            rank = (problem.level, box.id not in mine, boxes.index(box), problem.line)
            found.append((rank, _ask(problem, box, part, labels)))
    ordered = [ask for _, ask in sorted(found, key=lambda pair: pair[0])]
    return tuple(dict.fromkeys(ordered))


def ask_for_place(facts: Facts, was: Mapping[str, Node], titles: Mapping[str, str]) -> Ask | None:
    """Return what to ask of a place without an address, called nearly like one of the guide's.

    It may be another one, so the entry can go live all the same.
    """
    where, box = facts.get("where"), _box_named("place", Kind.GROUP)
    name = where.get("name") if isinstance(where, dict) and len(where) == 1 else None
    if box is None or not isinstance(name, str) or where == was.get("where"):
        return None
    guess = nearest(name, titles.values())
    sentence = (
        f"No place is called “{shortened(name)}”. Did you mean “{guess}”? Reply with its name, "
        "or with “Address:” and the address of another one."
    )
    example = EXAMPLES["place"]
    return Ask(box.id, box.label, sentence, example, is_needed=False) if guess else None


def _box_of(problem: Problem, source: Source) -> tuple[Box | None, Part | None]:
    if problem.rule in _MISSING:
        return _box_named(_MISSING[problem.rule][0], source.kind), None
    path = _path_at(problem.line, source)
    for box in boxes_for(source.kind):
        for part in box.parts:
            is_missing = problem.rule == "part-missing" and part.path[:-1] == path
            if part.path == path[: len(part.path)] or (
                is_missing and not node_at(source.front_matter, part.path)
            ):
                return box, part
        is_position = box.shape is Shape.POSITION and path in (("where", "lat"), ("where", "lon"))
        is_its_own = bool(box.path) and box.path == path[: len(box.path)]
        if is_position or (is_its_own and not _is_nearer(box, path, source.kind)):
            return box, None
    is_in_body = problem.line >= source.body_line and path in ((), ("body",))
    return (_box_named("body", source.kind) if is_in_body else None), None


def _is_nearer(box: Box, path: Path, kind: Kind) -> bool:
    """Say whether another box is about a part of what this one is about."""
    others = (other.path for other in boxes_for(kind) if len(other.path) > len(box.path))
    return any(other == path[: len(other)] for other in others)


def _box_named(name: str, kind: Kind) -> Box | None:
    return next((box for box in boxes_for(kind) if box.id == name), None)


def _path_at(line: int, source: Source) -> Path:
    """Return the names of the fact that a line belongs to, () for one of the body."""
    if source.file.casefold().endswith(".md") and line >= source.body_line:
        return ()
    above = [
        (mark.key_line, len(path), path)
        for path, mark in source.marks.items()
        if mark.key_line <= line and mark.key_line >= source.first_line
    ]
    path = max(above, key=lambda found: found[:2], default=(0, 0, ()))[2]
    return tuple(str(name) for name in path if isinstance(name, str))


def _ask(problem: Problem, box: Box, part: Part | None, labels: Labels) -> Ask:
    label = part.label if part else box.label
    return Ask(
        box=box.id,
        label=box.label,
        sentence=_sentence(problem, label, labels.get(box.id, {})),
        example=EXAMPLES.get(box.id, ""),
        part=part.label if part else "",
        is_needed=problem.level is Level.ERROR,
    )


def _sentence(problem: Problem, label: str, labels: Mapping[str, str]) -> str:
    if problem.rule in _MISSING:
        return f"“{label}” {_MISSING[problem.rule][1]}"
    message = problem.message
    if message.startswith("It does not say on which day"):
        return f"“{label}” does not say on which day. Reply with the day, such as Tuesday."
    opening = f"In “{label}”, "
    if message.startswith(("It ", "This ")):
        opening = f"“{label}”: "
    elif problem.rule == "part-missing":
        return f"“{label}” says nothing yet. Reply with it."
    else:
        message = message[:1].lower() + message[1:]
    fix = _FIXES.get(problem.rule, problem.fix)
    if fix != problem.fix and problem.fix.startswith("Did you mean"):
        fix = f"{problem.fix} {fix}".strip()
    return _in_words_of_the_form(f"{opening}{message} {fix}".strip(), labels)


def _in_words_of_the_form(sentence: str, labels: Mapping[str, str]) -> str:
    for name, words in _NAMES_IN_FILES.items():
        sentence = sentence.replace(name, words)
    before, choices, _ = re.sub(
        r"“([^”]*)”", lambda found: f"“{shortened(labelled(found[1], labels))}”", sentence
    ).partition("Some that are: ")
    return f"{before}{choices}{'; '.join(list(labels.values())[:6])}." if choices else before
