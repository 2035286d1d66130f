"""The measures of paper find what is wrong on paper that is wrong."""

from __future__ import annotations

import pytest
from paper import Side, sides_of
from paper_faults import moved, off_paper, printed_over

from doorstep.pdfs.readiness import what_is_missing

pytestmark = pytest.mark.skipif(bool(what_is_missing()), reason="the extra for PDFs is not here")

PAPER = """
@page { size: 100mm 60mm; margin: 0 }
body { margin: 0; font: 12pt/1.2 Arial, "Liberation Sans", sans-serif }
p { margin: 0 }
.panel { box-sizing: border-box; height: 59mm; padding: 8mm; overflow: hidden }
.foot { position: absolute; right: 8mm; bottom: 8mm; left: 8mm }
.beside { display: grid; grid-template-columns: 40mm 1fr }
"""

LINES = ("Tea and talk", "Every Tuesday", "Hill Top Hall", "Ask Pat first", "Bring a cup")
"""Five lines fit in a panel, and above a foot in it; ten fit in neither."""


def paper(body: str) -> Side:
    """Return the paper that the maker of PDFs prints of this."""
    from weasyprint import HTML

    page = f"<html><style>{PAPER}</style><body>{body}</body></html>"
    return sides_of(HTML(string=page).write_pdf())[0]


def panel(times: int, more: str = "") -> str:
    """Return a panel that says its five lines so many times."""
    said = "".join(f"<p>{line}</p>" for line in LINES * times)
    return f'<div class="panel">{said}{more}</div>'


def beside(first: str, second: str) -> str:
    return f'<div class="beside"><p>{first}</p><p>{second}</p></div>'


def test_nothing_is_wrong_with_a_panel_that_holds_its_lines() -> None:
    side = paper(panel(1))
    assert (off_paper(side), printed_over(side)) == ([], [])


def test_a_panel_that_holds_too_much_runs_off_the_paper() -> None:
    assert off_paper(paper(panel(2))) != []


def test_rows_that_run_into_the_foot_are_printed_over() -> None:
    foot = '<div class="foot">Phone the forum<br>Put up until Sunday</div>'
    assert printed_over(paper(panel(1, foot))) == []
    assert printed_over(paper(panel(2, foot))) != []


def test_a_letter_with_white_under_it_is_not_printed_over() -> None:
    twice = '<p class="foot">Quay Street</p><p class="foot">Quay Street</p>'
    assert printed_over(paper(twice)) == []


def test_words_on_the_other_side_of_the_paper_have_moved() -> None:
    days, rows = "Monday Tuesday Wednesday Thursday", "tea talk walk knitting choir"
    here = paper(beside(days, rows))
    assert moved(here, here) == 0
    assert moved(here, paper(beside(rows, days))) > 12


def test_a_word_on_the_next_line_has_not_moved_the_rest() -> None:
    said = "One two three four five six seven eight nine ten eleven twelve thirteen fourteen"
    here, there = f"<p>{said} fifteen</p>", f"<p>{said}<br>fifteen</p>"
    assert moved(paper(here), paper(there)) < 1


def test_marks_of_the_made_up_language_are_not_measured() -> None:
    side = paper("<p>⟦</p>")
    assert side.letters != ()
    assert off_paper(side) == []
