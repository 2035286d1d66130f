"""A mapping file -> Mapping: which column of a list is which part of an entry."""

from __future__ import annotations

import re
from typing import Annotated, Any

from pydantic import BeforeValidator, Field, ValidationError

from doorstep.documented import Documented
from doorstep.fields import Line, Lines, OptionalLine, ReadingContext, Words
from doorstep.importers.tables import Row
from doorstep.kinds import Kind
from doorstep.problems import Problem
from doorstep.reading import problems_of
from doorstep.sources import Source, read_bytes
from doorstep.vocabularies import one_of

_IN_BRACES = re.compile(r"\{([^{}]+)\}")


def columns_in(choice: str) -> list[str]:
    """Return the columns a choice speaks of: those in {braces}, or else the choice itself."""
    return _IN_BRACES.findall(choice) or [choice]


def words_of(choice: str, row: Row) -> str:
    """Return what a row has for a column or for words with {columns} in them.

    A sentence with a gap in it says nothing, so all its columns have to be filled.
    """
    cells = {column: row.cell(column) for column in columns_in(choice)}
    if not all(cells.values()):
        return ""
    return (
        _IN_BRACES.sub(lambda gap: cells[gap[1]], choice) if choice not in cells else cells[choice]
    )


def _choices(value: object) -> object:
    return [value] if isinstance(value, str) else value


Choices = Annotated[tuple[Line, ...], BeforeValidator(_choices)]
"""A column, words with {columns} in them, or a list of these to take the first that is filled."""


def _section(value: object) -> object:
    return {"column": value} if isinstance(value, str) else value


class Section(Documented):
    """Something the list says that belongs below the facts."""

    column: Line
    """A column, or words with {columns} in them."""

    heading: OptionalLine = ""
    """The heading above it."""


class Skip(Documented):
    """Rows that are no entries of the guide."""

    column: Line
    """The column that tells."""

    is_: Lines = Field((), alias="is")
    """What stands in it, or several such words in a list; without this, nothing stands in it."""

    because: Line
    """Why such a row is left out; the report says so."""

    def is_meant(self, row: Row) -> bool:
        """Say whether this is about a row."""
        cell = " ".join(row.cell(self.column).split()).casefold()
        return cell in {words.casefold() for words in self.is_} if self.is_ else not cell


class Mapping(Documented):
    """What a mapping file may say."""

    from_: Line = Field(alias="from", examples=["City Council, Parks and gardens"])
    """The name of the list; each entry keeps it, so that a later import finds it again."""

    id: Words = Field(examples=["Name"])
    """The column that tells one row from another for ever; several in a list."""

    kind: Annotated[Kind | None, one_of("kind", Kind)] = Field(None, examples=["place"])
    """What the rows become, unless the command says it."""

    fields: dict[str, Choices] = Field(examples=["{title: Name}"])
    """For each part of an entry, such as where.postcode, the column it is in."""

    sections: tuple[Annotated[Section, BeforeValidator(_section)], ...] = ()
    """Columns that go below the facts, in this order."""

    defaults: dict[str, Any] = Field({}, examples=["{topics: [gardens]}"])
    """What every entry says unless its row does, written as in an entry."""

    skip_when: tuple[Skip, ...] = ()
    """Rows to leave out."""

    def identity(self, row: Row) -> str:
        """Return what the list calls a row, or "" when nothing tells it from others."""
        words = (" ".join(row.cell(column).split()) for column in self.id)
        return ", ".join(word for word in words if word)

    @property
    def columns(self) -> list[tuple[tuple[str | int, ...], str]]:
        """Every column that is spoken of, and where in the file."""
        named: list[tuple[tuple[str | int, ...], str]] = []
        for field, choices in self.fields.items():
            named += [(("fields", field), choice) for choice in choices]
        named += [(("id",), column) for column in self.id]
        for place, section in enumerate(self.sections):
            named.append((("sections", place), section.column))
        for place, skip in enumerate(self.skip_when):
            named.append((("skip_when", place), skip.column))
        return [(path, column) for path, choice in named for column in columns_in(choice)]


def read_mapping(
    raw: bytes, file: str, context: ReadingContext
) -> tuple[Mapping | None, Source | None, list[Problem]]:
    """Return what a mapping file says, or what has to be mended first."""
    # It is read as a page would be: a few facts, each forgiving about how it is typed.
    reading = read_bytes(raw, file, Kind.PAGE)
    if not reading.sources:
        return None, None, list(reading.problems)
    source = reading.sources[0]
    written = {key: node for key, node in source.front_matter.items() if node != ""}
    try:
        return Mapping.model_validate(written, context=context), source, list(reading.problems)
    except ValidationError as reasons:
        return None, source, [*reading.problems, *problems_of(reasons, source, Mapping)]
