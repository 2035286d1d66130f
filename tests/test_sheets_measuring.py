from __future__ import annotations

import pytest
from browser import new_browser
from built_site import REPOSITORY, checked
from hypothesis import given
from hypothesis import strategies as st

from doorstep.sheets.measuring import NO_BREAK_SPACE, POINT, Lettering, lines_of

PLAIN, BOLD = Lettering(12), Lettering(14, 1.2, is_bold=True)
WORDS = st.text("abc WMil'.,0123456789-é", max_size=120)
WIDTHS = st.floats(20, 200)


def test_a_line_of_12_points_is_15_points_high() -> None:
    assert PLAIN.line == pytest.approx(15 * POINT)


def test_nothing_takes_no_room() -> None:
    assert PLAIN.height("", 100) == 0


def test_bold_letters_take_more_room() -> None:
    assert Lettering(12, is_bold=True).width("Choir") > PLAIN.width("Choir")


def test_a_number_to_phone_goes_whole_to_the_next_line() -> None:
    number = f"020{NO_BREAK_SPACE}7946{NO_BREAK_SPACE}0456"
    wide = PLAIN.width("Phone 020") + 0.1
    assert lines_of("Phone 020 7946 0456", wide, PLAIN) < lines_of(f"Phone {number}", wide, PLAIN)


def test_a_word_wider_than_the_column_is_broken() -> None:
    assert lines_of("W" * 50, 20, PLAIN) == pytest.approx(PLAIN.width("W" * 50) / 20, abs=1)


@given(WORDS, WIDTHS)
def test_a_wider_column_never_takes_more_lines(text: str, width: float) -> None:
    assert lines_of(text, width + 20, PLAIN) <= lines_of(text, width, PLAIN)


@given(WORDS, WORDS, WIDTHS)
def test_more_words_never_take_fewer_lines(text: str, more: str, width: float) -> None:
    assert lines_of(f"{text} {more}", width, PLAIN) >= lines_of(text, width, PLAIN)


@pytest.fixture(scope="module")
def texts() -> list[str]:
    """Return what the entries of the example say."""
    entries = checked(REPOSITORY).entries
    return [
        text
        for entry in entries
        for text in (entry.title, entry.summary, entry.come_along, entry.access.notes)
        if text
    ]


@pytest.mark.browser
@pytest.mark.parametrize("lettering", [PLAIN, BOLD], ids=["plain", "bold"])
def test_a_browser_never_needs_more_lines_than_are_counted(
    texts: list[str], lettering: Lettering
) -> None:
    width = 60
    style = (
        f"margin:0;width:{width}mm;overflow-wrap:anywhere;"
        f"font:{'bold' if lettering.is_bold else 'normal'} {lettering.points}pt/{lettering.leading}"
        " Arial,Helvetica,'Liberation Sans',sans-serif"
    )
    with new_browser() as browser:
        page = browser.new_page()
        page.set_content(f'<p style="{style}"></p>')
        heights: list[float] = page.evaluate(
            "texts => texts.map(text => { const p = document.querySelector('p');"
            " p.textContent = text; return p.getBoundingClientRect().height; })",
            texts,
        )
    pixel = 25.4 / 96
    higher = [
        text
        for text, high in zip(texts, heights, strict=True)
        if high * pixel > lettering.height(text, width) + 0.5
    ]
    assert len(texts) > 300
    assert higher == []
