"""What cells of real lists hold: HTML, half-typed links, lists, prose, and attacks."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from doorstep.importers.cells import read_cell


def test_a_link_is_its_words_on_one_line_and_a_link_in_markdown() -> None:
    cell = read_cell('See <a href="http://example.org/tea">our page</a> first')
    assert cell.line == "See our page first"
    assert cell.markdown == "See [our page](http://example.org/tea) first"
    assert cell.addresses == ("http://example.org/tea",)


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ('<a href="http://example.org" Music club</a>', "Music club"),
        ('<a href="http://example.org">Music club</a', "Music club"),
        ('<a href="http://example.org">Music club', "Music club"),
        ("<a href=http://example.org rel=”nofollow”>Music club<a/>", "Music club"),
        ('<a href = " http://example.org " rel="x"><strong> Music club</strong></a>', "Music club"),
    ],
)
def test_a_link_that_was_typed_badly_is_still_a_link(typed: str, words: str) -> None:
    cell = read_cell(typed)
    assert (cell.line, cell.addresses) == (words, ("http://example.org",))


def test_an_address_box_filled_with_a_phone_link_is_the_number() -> None:
    cell = read_cell('http://<a href="tel:+441314960000">0131 496 0000</a>')
    assert cell.line == "0131 496 0000"


def test_http_before_plain_words_is_dropped() -> None:
    assert read_cell("http://While we are closed").line == "While we are closed"


def test_a_plain_address_keeps_its_start() -> None:
    assert read_cell("http://www.example.org/a_b").markdown == "http://www.example.org/a_b"


def test_an_address_keeps_what_only_looks_like_a_character_code() -> None:
    cell = read_cell('<a href="http://example.org/?a=1&region=2&amp;copy=3">Map</a>')
    assert cell.addresses == ("http://example.org/?a=1&region=2&copy=3",)


def test_character_codes_become_characters() -> None:
    assert read_cell("Tea &amp; cake &pound;2").line == "Tea & cake £2"


def test_an_html_list_becomes_a_list() -> None:
    assert read_cell("<ul><li>Swings<li>Slide</li></ul>").markdown == "- Swings\n- Slide"


def test_short_lines_become_a_list() -> None:
    assert read_cell("Play area\r\nSeating").markdown == "- Play area\n- Seating"


def test_lines_of_prose_become_paragraphs() -> None:
    assert read_cell("Come in.\nTea is free.").markdown == "Come in.\n\nTea is free."


def test_a_sentence_that_a_line_break_cut_is_whole_again() -> None:
    assert read_cell("Badgers and\n\nbirds live here.").markdown == "Badgers and birds live here."


def test_lines_are_joined_with_commas_where_there_is_room_for_one_line() -> None:
    assert read_cell("12 Elm Row,\nLeith").line == "12 Elm Row, Leith"


@pytest.mark.parametrize("text", ["x < y", "I <3 tea", "<pat@example.org>", "<Name>"])
def test_what_is_no_tag_stays_words(text: str) -> None:
    assert read_cell(text).line == text


@pytest.mark.parametrize(
    ("typed", "markdown"),
    [
        ("# Not a heading", "\\# Not a heading"),
        ("1. Tea", "1\\. Tea"),
        ("*now* and _then_", "\\*now\\* and \\_then\\_"),
        ("[a](javascript:x)", "\\[a\\](javascript:x)"),
        ("`code`", "\\`code\\`"),
        ("&amp;lt;b&amp;gt;", "&amp;lt;b&amp;gt;"),
        ("---", "\\---"),
        ("~~gone~~", "\\~\\~gone\\~\\~"),
    ],
)
def test_signs_that_mean_something_in_markdown_stay_signs(typed: str, markdown: str) -> None:
    assert read_cell(typed).markdown == markdown


def test_a_script_stays_words_and_never_becomes_one() -> None:
    assert read_cell("<script>alert(1)</script>").markdown == "&lt;script>alert(1)&lt;/script>"


def test_a_link_that_runs_something_is_only_its_words() -> None:
    assert read_cell('<a href="javascript:alert(1)">Tea</a>').markdown == "Tea"


def test_a_formula_is_only_its_words() -> None:
    assert read_cell('=HYPERLINK("x")').markdown == '=HYPERLINK("x")'


@given(st.text(st.sampled_from("<>/ab= \"'#&;li-*\n“”hrefp:."), max_size=60))
def test_no_cell_leaves_a_tag_in_markdown(text: str) -> None:
    assert "<" not in read_cell(text).markdown


@given(st.text(st.characters(categories=("L", "N")), min_size=1))
def test_plain_words_stay_as_they_are(text: str) -> None:
    assert read_cell(text).line == text
