"""A Source and the class it should fit -> a value, or every problem in a volunteer's words."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from pydantic import ValidationError

from doorstep.entries import MODELS, Entry
from doorstep.keys import example_of, fields_of, model_at
from doorstep.limits import SHOWN_AT_MOST
from doorstep.problems import Problem, corrected, nearest
from doorstep.safe_spaces import discreet, is_safe_space, secrets_in

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from pydantic import BaseModel
    from pydantic_core import ErrorDetails

    from doorstep.fields import ReadingContext
    from doorstep.sources import KeyPath, Source


def read_entry(source: Source, context: ReadingContext) -> tuple[Entry | None, list[Problem]]:
    """Return the entry, or None and what has to be mended before there is one."""
    if secrets := secrets_in(source, context):
        # Nothing else is said of it: any other message would quote what it says.
        return None, secrets
    model = MODELS[source.kind]
    try:
        return model.of(source, context), []
    except ValidationError as reasons:
        problems = problems_of(reasons, source, model)
    return None, discreet(problems, context.help_phone) if is_safe_space(source) else problems


def problems_of(reasons: ValidationError, source: Source, model: type[BaseModel]) -> list[Problem]:
    """Return what is wrong with a source, each thing once, in a volunteer's words."""
    details = reasons.errors(include_url=False)
    missing = [detail for detail in details if detail["type"] == "missing"]
    found = {_problem(detail, source, model) for detail in details if detail not in missing}
    # “sumary” is not a word we know, did you mean “summary”? That it is missing needs no saying.
    suggested = " ".join(problem.fix for problem in found if problem.rule == "keys-known")
    for detail in missing:
        if f"“{detail['loc'][-1]}”" not in suggested:
            found.add(_missing(detail, source, model))
    return list(_few_of_each(sorted(found)))


def _few_of_each(problems: Iterable[Problem]) -> Iterator[Problem]:
    """Yield problems as long as their rule has not been named too often."""
    named: Counter[str] = Counter()
    for problem in problems:
        named[problem.rule] += 1
        if named[problem.rule] <= SHOWN_AT_MOST:
            yield problem


def _problem(detail: ErrorDetails, source: Source, model: type[BaseModel]) -> Problem:
    match detail["type"]:
        case "doorstep":
            return _told(detail, source)
        case "extra_forbidden":
            return _cut_at_a_comma(detail, source) or _unknown_key(detail, source, model)
        case _:
            return _wrong_shape(detail, source, model)


def path_in(source: Source, loc: Sequence[str | int]) -> KeyPath:
    """Return the part of pydantic's location that the file itself has.

    Pydantic also names the arms of a union and the parts a line was taken apart into.
    """
    path: KeyPath = ()
    for part in loc:
        if (*path, part) in source.marks:
            path = (*path, part)
    return path


def _told(detail: ErrorDetails, source: Source) -> Problem:
    context = detail["ctx"]
    path = path_in(source, detail["loc"])
    problem = source.problem(path, context["rule"], context["message"], fix=context["fix"])
    return corrected(problem, context["wrong"] or str(detail["input"]), context["value"])


def _unknown_key(detail: ErrorDetails, source: Source, model: type[BaseModel]) -> Problem:
    *parents, last = detail["loc"]
    key = str(last)
    owner = model_at(model, tuple(parents))
    whole = "an entry" if model is MODELS[source.kind] else "this file"
    whose = whole if owner is model else f"“{_name_at(source, parents)}”"
    message = f"“{key}” is not something {whose} can have."
    guess = nearest(key, fields_of(owner))
    elsewhere = _instead_of(key) if owner is MODELS[source.kind] else ""
    fix = elsewhere or _did_you_mean(guess, owner)
    path = path_in(source, detail["loc"])
    problem = source.problem(path, "keys-known", message, fix=fix, at_key=True)
    return corrected(problem, key, "" if elsewhere else guess)


def _cut_at_a_comma(detail: ErrorDetails, source: Source) -> Problem | None:
    """Return what to do about a comma that ends a fact in braces before its words are over."""
    path = path_in(source, detail["loc"])
    if detail["input"] != "" or len(path) < 2:
        return None
    piece = str(path[-1])
    message = f"“{piece}” stands alone after a comma."
    fix = "If it belongs to the words before it, put all of them in quotation marks."
    problem = source.problem(path, "comma-in-braces", message, fix=fix, at_key=True)
    before, comma, after = problem.source_line.partition(f", {piece}")
    if not comma or after[:1] not in ("", ",", "}"):
        return None
    whole = f"{before.rpartition(': ')[2]}{comma}"
    return corrected(problem, whole, "" if '"' in whole else f'"{whole}"')


def _name_at(source: Source, parents: Sequence[str | int]) -> str:
    """Return the name of the fact that a part is in, such as changes for ("changes", 0)."""
    return str(next(part for part in reversed(path_in(source, parents)) if isinstance(part, str)))


def _instead_of(key: str) -> str:
    """Return what to do about a name that has its meaning, only not here; or ""."""
    if key in ("draft", "published", "hidden"):
        return "Keep the file back until it is ready, or write: status: paused"
    folders = [model.kind.folder for model in MODELS.values() if key in fields_of(model)]
    if not folders:
        return ""
    return f"Only entries in {' and '.join(folders)} have it. Is this file in the right folder?"


def _did_you_mean(guess: str, owner: type[BaseModel]) -> str:
    if guess:
        return f"Did you mean “{guess}”?"
    return f"Leave the line out, or use one of: {', '.join(list(fields_of(owner))[:6])}."


_WHY_MISSING = {
    "title": "An entry needs a title.",
    "side": "Help needs a side: get (somebody can have it) or give (somebody is wanted).",
    "consent": "A story needs to say when the person agreed, and who keeps the paper.",
}


def _missing(detail: ErrorDetails, source: Source, model: type[BaseModel]) -> Problem:
    *parents, last = detail["loc"]
    key = str(last)
    path = path_in(source, detail["loc"])
    owner = model_at(model, tuple(parents))
    example = example_of(key, fields_of(owner)[key])
    whose = f"“{_name_at(source, parents)}”" if path_in(source, parents) else "This"
    rule = f"{key}-missing" if key in _WHY_MISSING else "part-missing"
    message = _WHY_MISSING.get(key, f"{whose} needs “{key}” as well.")
    return source.problem(path, rule, message, fix=f"Add a line: {example}")


def _wrong_shape(detail: ErrorDetails, source: Source, model: type[BaseModel]) -> Problem:
    path = path_in(source, detail["loc"])
    names = [str(part) for part in path if isinstance(part, str)]
    key = names[-1] if names else "title"
    field = fields_of(model_at(model, tuple(names[:-1]))).get(key)
    example = example_of(key, field) if field else key
    message = f"“{key}” is not written the way it can be read."
    return source.problem(path, "shape", message, fix=f"Write it like this: {example}")
