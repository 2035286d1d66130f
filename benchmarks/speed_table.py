"""What every maker took -> a table in Markdown, and that table in its place on a page."""

from __future__ import annotations

import re
from statistics import median
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from pathlib import Path

    from rounds import Turn

START, END = "<!-- what was measured: starts -->\n", "<!-- what was measured: ends -->\n"
"""What stands between these lines of a page is written anew."""

AGAINST = "Hugo"
"""Every ratio is to this maker in the same round."""

COLUMNS = ("made by", "seconds", "of Hugo’s", "CPU", "MB", "after one edit", "of Hugo’s")


def as_table(turns: Mapping[str, Sequence[Turn]]) -> Iterator[str]:
    """Yield the lines of a table: a row for each maker, medians, ratios with their spread."""
    yield f"| {' | '.join(COLUMNS)} |"
    yield "|---|---:|---:|---:|---:|---:|---:|"
    for name, taken in turns.items():
        yield f"| {' | '.join((name, *cells(taken, turns.get(AGAINST, ()))))} |"


def cells(taken: Sequence[Turn], hugo: Sequence[Turn]) -> Iterator[str]:
    """Yield what stands in the row of one maker, after its name."""
    yield f"{median(turn.cold.seconds for turn in taken):.2f}"
    yield ratio([turn.cold.seconds for turn in taken], [turn.cold.seconds for turn in hugo])
    yield f"{median(turn.cold.cpu for turn in taken):.2f}"
    yield f"{median(turn.cold.memory for turn in taken):,.0f}"
    yield f"{median(turn.edited.seconds for turn in taken):.2f}"
    yield ratio([turn.edited.seconds for turn in taken], [turn.edited.seconds for turn in hugo])


def ratio(ours: Sequence[float], theirs: Sequence[float]) -> str:
    """Return the median of the ratios round by round, and the least and the most of them."""
    ratios = [our / their for our, their in zip(ours, theirs, strict=False)]
    if not ratios:
        return "–"
    return f"{median(ratios):.2f} ({min(ratios):.2f} to {max(ratios):.2f})"


def write(page: Path, lines: Iterable[str]) -> None:
    """Put lines in their place on a page."""
    said = "".join(f"{line}\n" for line in lines)
    place = re.compile(f"(?<={re.escape(START)}).*(?={re.escape(END)})", re.DOTALL)
    text = page.read_text(encoding="utf-8")
    page.write_text(place.sub(lambda _: f"\n{said}\n", text), encoding="utf-8")
