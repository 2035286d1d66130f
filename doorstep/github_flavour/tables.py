"""A row of a table as written -> its cells, and the row of dashes -> how columns are aligned."""

from __future__ import annotations

from doorstep.limits import COLUMNS
from doorstep.patterns import late_pattern

DASHES = late_pattern(r"\|?[ \t]*+:?-++:?[ \t]*+(?>(?:\|[ \t]*+:?-++:?[ \t]*+)*)\|?[ \t]*+$")
BAR = late_pattern(r"\\\\|\\\||\|")
ALIGNMENTS = {(True, True): "center", (False, True): "right", (True, False): "left"}


def cells(row: str) -> list[str]:
    """Return the text of each cell; a bar written `\\|` is part of its cell."""
    text = row.strip(" \t")
    bars = [bar.start() for bar in BAR.finditer(text) if bar[0] == "|"]
    starts = [0, *(bar + 1 for bar in bars)]
    ends = [*bars, len(text)]
    parts = [text[start:end] for start, end in zip(starts, ends, strict=True)]
    if bars and bars[0] == 0:
        parts = parts[1:]
    if bars and bars[-1] == len(text) - 1:
        parts = parts[:-1]
    return [part.strip(" \t").replace("\\|", "|") for part in parts]


def alignments(row: str) -> list[str]:
    """Return one word for each column, or nothing when this is no row of dashes for a table."""
    columns = _dashes(row)
    if len(columns) > COLUMNS.most:
        # No page has room for it, and it costs a build its time.
        return []
    return [ALIGNMENTS.get((dashes[0] == ":", dashes[-1] == ":"), "") for dashes in columns]


def is_too_wide(row: str) -> bool:
    """Say whether this is a row of dashes with more columns than a table may have."""
    return len(_dashes(row)) > COLUMNS.most


def _dashes(row: str) -> list[str]:
    return cells(row) if DASHES.match(row) else []
