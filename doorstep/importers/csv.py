"""The bytes of a CSV file -> a Table, however a spreadsheet saved it."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator, Mapping

from doorstep.importers.decoding import decoded
from doorstep.importers.tables import (
    NotATable,
    Row,
    Table,
    by_folded_name,
    check_length,
    column_names,
    tidy_cell,
)

_SEPARATORS = ",;\t|"
_SAMPLE = 65_536
_SAID_ABOVE = re.compile(r"sep=([,;\t|])\r?\n", re.IGNORECASE)
"""Excel writes this line for itself; it is no row of the list."""


def read_csv(raw: bytes, file: str) -> Table:
    """Return the rows of a CSV file, or a table of none and the reason."""
    try:
        records = _records(decoded(raw))
        return _table(records)
    except NotATable as reason:
        return Table(problems=(reason.problem(file),))


def _records(text: str) -> list[tuple[int, list[str]]]:
    """Return each row that says something, with its number in the spreadsheet."""
    said = _SAID_ABOVE.match(text)
    start = said.end() if said else 0
    separator = said[1] if said else _separator(text)
    records = enumerate(_split(text[start:], separator), start=2 if said else 1)
    return [(number, cells) for number, cells in records if any(cell.strip() for cell in cells)]


def _separator(text: str) -> str:
    """Return the mark that cuts most rows into as many cells as the first.

    csv.Sniffer guesses from single letters and is misled by prose; widths are not.
    """
    sample = text[:_SAMPLE]
    scores = {mark: _evenness(sample, mark) for mark in _SEPARATORS}
    return max(scores, key=lambda mark: scores[mark])


def _evenness(sample: str, separator: str) -> tuple[float, int]:
    rows = csv.reader(io.StringIO(sample, newline=""), delimiter=separator)
    try:
        widths = [len(row) for row in rows if any(row)]
    except csv.Error:
        return 0, 0
    # The last row of a sample may be cut through.
    widths = widths[:-1] if len(sample) == _SAMPLE and len(widths) > 1 else widths
    if not widths or widths[0] == 1:
        return 0, 0
    return sum(width == widths[0] for width in widths) / len(widths), widths[0]


_END = "\x1e"
"""Stands alone on a last line: if a cell swallows it, a quotation mark was never closed."""

_CHECK_MARKS = 'Look for a " that opens and does not close, in a text editor or the spreadsheet.'


def _split(text: str, separator: str) -> Iterator[list[str]]:
    """Yield each row as cells, or raise NotATable where one never ends.

    Python's reader takes the end of the file for the mark that is missing, and the rows inside
    would be lost without a word.
    """
    lines = io.StringIO(f"{text}\n{_END}", newline="")
    rows = csv.reader(lines, delimiter=separator)
    started = 1
    try:
        for number, row in enumerate(rows):
            if row == [_END]:
                return
            check_length(number)
            if row and row[-1].endswith(_END):
                message = f"A quotation mark opens on line {started} and never closes."
                raise NotATable(message, _CHECK_MARKS, started)
            started = rows.line_num + 1
            yield row
    except csv.Error:
        message = f"A cell that starts on line {started} is too long to be one."
        raise NotATable(message, _CHECK_MARKS, started) from None


def _table(records: list[tuple[int, list[str]]]) -> Table:
    if not records:
        raise NotATable("There is nothing in this file.", "Save the list again, then import it.")
    (_, header), *rest = records
    columns = column_names(header)
    names = by_folded_name(columns)
    return Table(columns, tuple(_row(number, cells, names) for number, cells in rest))


def _row(number: int, cells: list[str], names: Mapping[str, str]) -> Row:
    words = [tidy_cell(cell) for cell in cells]
    # A comma too many moves everything after it one column on: a phone number in the wrong
    # place is worse than none.
    extra = [cell for cell in words[len(names) :] if cell]
    trouble = f"it has more cells than the list has columns (“{extra[0]}”)" if extra else ""
    padded = words + [""] * (len(names) - len(words))
    return Row(number, dict(zip(names.values(), padded, strict=False)), names, trouble)
