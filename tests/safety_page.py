"""The table in showing.py -> the table of docs/safety.md.

`PYTHONPATH=. python tests/safety_page.py` puts it into the page as the code has it now.
"""

from __future__ import annotations

import re
from pathlib import Path

from doorstep.freshness import Step
from doorstep.showing import OF_SAFE_SPACES, Face, Showing, State

PAGE = Path(__file__).parent.parent / "docs" / "safety.md"
_TABLE = re.compile(r"(?<=<!-- faces: start -->\n).*(?=<!-- faces: end -->)", re.DOTALL)


def as_table() -> str:
    """Return a row for every face, and a column for whatever may have become of an entry."""
    states = [state.value.replace("-", " ") for state in State]
    rows = [
        f"| | {' | '.join(states)} | safe space |",
        f"|---|{':---:|' * (len(states) + 1)}",
        *(f"| {face.value} | {' | '.join(_cells(face))} |" for face in Face),
    ]
    return "\n".join(rows) + "\n"


def _cells(face: Face) -> list[str]:
    shown = [Showing(state, Step.FRESH, is_safe_space=False).shows(face) for state in State]
    return ["yes" if is_shown else "–" for is_shown in (*shown, face in OF_SAFE_SPACES)]


def written_anew() -> str:
    """Return the page with the table as the code has it."""
    return _TABLE.sub(f"\n{as_table()}\n", PAGE.read_text("utf-8"))


if __name__ == "__main__":
    PAGE.write_text(written_anew(), "utf-8")
