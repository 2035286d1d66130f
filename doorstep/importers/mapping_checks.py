"""A Mapping, the list it is for and the kind of entry -> what in the mapping cannot be meant."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace
from pydantic import ValidationError

from doorstep.entries import MODELS
from doorstep.fields import ReadingContext, folded
from doorstep.importers.mapping import Mapping
from doorstep.importers.tables import Table, by_folded_name
from doorstep.keys import fields_of, nested_model
from doorstep.kinds import Kind
from doorstep.problems import Problem, nearest
from doorstep.reading import problems_of
from doorstep.sources import Source

POSITION = "where.position"
"""Both coordinates from one cell."""

NOT_FROM_A_LIST = frozenset({"number", "checked", "source", "sensitive"})
"""A number comes with publishing, a check with a phone call, a safe space with a conversation."""

_TYPED_BY_HAND = frozenset(
    {"changes", "consent", "formerly", "image", "organiser", "status", "where", "works_with"}
)


def fillable(kind: Kind) -> list[str]:
    """Return every part of an entry that a column can fill, such as title or where.postcode."""
    parts: list[str] = []
    for key, field in fields_of(MODELS[kind]).items():
        nested = nested_model(field)
        if key in ("where", "contact", "access") and nested:
            parts += [f"{key}.{part}" for part in fields_of(nested)]
        elif key not in NOT_FROM_A_LIST | _TYPED_BY_HAND:
            parts.append(key)
    return [*parts, POSITION]


def check_mapping(
    mapping: Mapping, source: Source, table: Table, kind: Kind, context: ReadingContext
) -> list[Problem]:
    """Return what is wrong with a mapping for this list, each thing on its line."""
    return [
        *_unknown_fields(mapping, source, kind),
        *_unknown_columns(mapping, source, table),
        *_odd_defaults(mapping, source, kind, context),
    ]


def _unknown_fields(mapping: Mapping, source: Source, kind: Kind) -> Iterator[Problem]:
    known = fillable(kind)
    for field in mapping.fields:
        if field not in known:
            message = f"“{field}” is not something a column can fill in a {kind}."
            guess = nearest(field, known)
            fix = f"Did you mean “{guess}”?" if guess else f"Some that are: {', '.join(known[:6])}."
            yield source.problem(("fields", field), "fields-known", message, fix=fix, at_key=True)


def _unknown_columns(mapping: Mapping, source: Source, table: Table) -> Iterator[Problem]:
    known = by_folded_name(table.columns)
    for path, column in mapping.columns:
        if folded(column) not in known:
            message = f"The list has no column “{column}”."
            guess = nearest(column, table.columns)
            listed = ", ".join(table.columns[:6])
            fix = f"Did you mean “{guess}”?" if guess else f"Its columns are: {listed}."
            yield source.problem(path, "columns-known", message, fix=fix)


def _odd_defaults(
    mapping: Mapping, source: Source, kind: Kind, context: ReadingContext
) -> Iterator[Problem]:
    for key in NOT_FROM_A_LIST & mapping.defaults.keys():
        message = f"“{key}” cannot be the same for every row of a list."
        fix = "Leave the line out, and write it in each entry later."
        yield source.problem(("defaults", key), "defaults", message, fix=fix, at_key=True)
    marks = {path[1:]: mark for path, mark in source.marks.items() if path[:1] == ("defaults",)}
    within = replace(source, front_matter=mapping.defaults, marks_told=marks, kind=kind)
    model = MODELS[kind]
    try:
        model.model_validate(mapping.defaults, context=context)
    except ValidationError as reasons:
        # What is missing here may come from a column.
        problems = problems_of(reasons, within, model)
        yield from (found for found in problems if not found.rule.endswith("-missing"))
