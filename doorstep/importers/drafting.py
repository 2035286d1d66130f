"""A Row and a Mapping -> Draft: what the entry would say, and what of the row was left out."""

from __future__ import annotations

from collections.abc import Iterator
from copy import deepcopy

from msgspec import Struct

from doorstep.entries import MODELS
from doorstep.fields import ReadingContext
from doorstep.importers.cells import read_cell
from doorstep.importers.mapping import Mapping, Section, words_of
from doorstep.importers.mapping_checks import POSITION
from doorstep.importers.positions import why_unlikely
from doorstep.importers.tables import Row
from doorstep.importers.usable import usable
from doorstep.importers.values import Facts, Taken, take
from doorstep.keys import fields_of
from doorstep.kinds import Kind
from doorstep.sources import Node

_HEADINGS = {
    "contact.phone": "Phone numbers",
    "contact.text": "Phone numbers",
    "contact.whatsapp": "Phone numbers",
    "when": "Days and times",
    "open": "Opening hours",
}


class Draft(Struct, frozen=True):
    """An entry as a row tells it."""

    facts: Facts
    body: str
    notes: tuple[str, ...]
    """What was left out of it, one thing each."""


def draft_of(row: Row, mapping: Mapping, kind: Kind, context: ReadingContext) -> Draft:
    """Return the entry that a row tells of, with nothing in it that could not be read."""
    taken = {field: _taken(row, field, mapping, context) for field in mapping.fields}
    facts = deepcopy(mapping.defaults)
    for field, part in taken.items():
        if part.value:
            _put(facts, "where" if field == POSITION else field, part.value)
    notes = [part.note for part in taken.values() if part.note]
    notes += _drop_unlikely_position(facts, context)
    facts, unusable = usable(facts, kind, context)
    notes += unusable
    return Draft(in_order(facts, kind), _body(row, mapping, taken), tuple(notes))


def _taken(row: Row, field: str, mapping: Mapping, context: ReadingContext) -> Taken:
    words = (words_of(choice, row) for choice in mapping.fields[field])
    return take(field, next(filter(None, words), ""), context.phone_region)


def _put(facts: Facts, field: str, value: Node) -> None:
    """Set "where.postcode", or add several parts of a place at once."""
    first, _, rest = field.partition(".")
    if not rest and not isinstance(value, dict):
        facts[first] = value
        return
    inside = facts.get(first)
    parts: Facts = dict(inside) if isinstance(inside, dict) else {}
    parts |= value if isinstance(value, dict) else {rest: value}
    facts[first] = parts


def _drop_unlikely_position(facts: Facts, context: ReadingContext) -> Iterator[str]:
    where = facts.get("where")
    if not isinstance(where, dict) or not {"lat", "lon"} & where.keys():
        return
    lat, lon = str(where.get("lat", "")), str(where.get("lon", ""))
    why = "half of the position is missing"
    if lat and lon:
        why = why_unlikely(float(lat), float(lon), context.phone_region)
    if why:
        facts["where"] = {part: where[part] for part in where if part not in ("lat", "lon")}
        yield f"“{', '.join(filter(None, (lat, lon)))}”: {why}"


def in_order(facts: Facts, kind: Kind) -> Facts:
    """Return facts in the order of the documentation, and none that are empty."""
    return {key: facts[key] for key in fields_of(MODELS[kind]) if facts.get(key)}


def _body(row: Row, mapping: Mapping, taken: dict[str, Taken]) -> str:
    """Return what the fields had no room for, and the columns that go below the facts.

    What has no heading comes first: anywhere else it would seem to belong to the heading above.
    """
    overflow = [(_HEADINGS.get(field, ""), part.rest) for field, part in taken.items()]
    sections = [(section.heading, _section(section, row)) for section in mapping.sections]
    parts = sorted((*overflow, *sections), key=_has_heading)
    return "\n\n".join(_headed(heading, words) for heading, words in parts if words)


def _section(section: Section, row: Row) -> str:
    return read_cell(words_of(section.column, row)).markdown


def _has_heading(part: tuple[str, str]) -> bool:
    return bool(part[0])


def _headed(heading: str, words: str) -> str:
    return f"## {heading}\n\n{words}" if heading else words
