from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from doorstep.markdown import render

LETTERS = 20_000
LIMIT = 2.0
"""Seconds in which any body must be read; GitHub itself would show each of these at once."""
MARKS = "[]()*_~`!<>&|#-+=\\\"':.@ \n\t"
REPEATED = [
    "- ",
    "> ",
    "1. ",
    "![",
    "[a](",
    "](",
    "*a ",
    "a* ",
    "**a _b ",
    "`` ` ",
    "<a ",
    '<a b="',
]
REPEATED += [
    "<!--",
    "[a]: b\n",
    "[a][",
    "www.a.",
    "http://a)",
    "a@b.c",
    "|-|\n",
    "a|b\n",
    "&#1;",
    "- \n",
]
REPEATED += ["# a\n", "a\n=\n", "```\n", "\n\n", "<http:", "[a]\n", "\\\n", "- [ ] a\n", "(www.a"]
SHAPES = {
    "a list 5,000 deep": "- " * 5_000 + "a",
    "a list 200 deep, by indentation": "".join(f"{'  ' * depth}- a\n" for depth in range(200)),
    "a quote 5,000 deep": ">" * 5_000 + "a",
    "a table of 10,000 columns": "|a" * 10_000 + "|\n" + "|-" * 10_000 + "|\n|b|\n",
    "a wide table of short rows": "|a" * 50 + "|\n" + "|-" * 50 + "|\n" + "|b\n" * 6_000,
    "links inside links": "[" * 5_000 + "a" + "](b)" * 5_000,
    "pictures inside pictures": "![" * 5_000 + "a" + "](b)" * 5_000,
    "emphasis inside emphasis": "*a **a " * 3_000 + "a** a* " * 3_000,
    "a word in 10,000 stars": "*" * 5_000 + "a" + "*" * 5_000,
    "runs of every length": " ".join("`" * length for length in range(1, 200)),
    "a long address used over and over": f"[a]: /{'b' * 9_000}\n\n" + "[a]" * 3_000,
    "many spaces in a heading": f"# a{' ' * LETTERS}b",
    "a quote and a list in turns": "> - " * 3_000 + "a",
}


def seconds_to_render(body):
    start = time.process_time()
    render(body)
    return time.process_time() - start


@pytest.mark.parametrize("unit", [*MARKS, *REPEATED], ids=repr)
def test_a_mark_typed_thousands_of_times_costs_no_time(unit):
    assert seconds_to_render(unit * (LETTERS // len(unit))) < LIMIT


@pytest.mark.whole
@pytest.mark.parametrize("body", SHAPES.values(), ids=SHAPES)
def test_a_body_of_an_odd_shape_costs_no_time(body):
    assert seconds_to_render(body) < LIMIT


@pytest.mark.whole
@given(st.text(MARKS, min_size=1, max_size=3), st.text("a1[]()*`<>-\n", max_size=20))
@settings(deadline=None, max_examples=60)
def test_any_few_marks_repeated_cost_no_time(unit, last):
    assert seconds_to_render(unit * (LETTERS // len(unit)) + last) < LIMIT


@pytest.mark.parametrize(
    "shape", ["a long address used over and over", "a wide table of short rows"]
)
def test_a_short_body_cannot_become_a_huge_page(shape):
    assert len(render(SHAPES[shape]).html) < 25 * len(SHAPES[shape])


def test_marks_too_deep_to_follow_are_shown_as_text():
    assert "&gt;&gt; deep" in render(">" * 22 + " deep").html


def test_characters_that_no_page_may_hold_are_replaced():
    assert render("a\x00\x02\ud800b").html.strip() == "<p>a���b</p>"


@pytest.mark.parametrize("end", ["\r\n", "\r"])
def test_line_ends_of_other_systems_are_line_ends(end):
    assert render(f"- a{end}- b{end}").html == render("- a\n- b\n").html


@pytest.mark.parametrize("comment", ["<!-- a -->", "<!-- a\n\nb -->", "<!---->"])
def test_a_comment_is_left_out(comment):
    assert render(f"before\n\n{comment}\n\nafter").html == render("before\n\nafter").html


def test_a_comment_that_never_ends_hides_nothing():
    assert "after" in render("before\n\n<!-- a\n\nafter").html


def test_a_line_break_tag_breaks_the_line_in_a_table():
    assert "<td>10am<br>\n2pm</td>" in render("|a|\n|-|\n|10am<br/>2pm|").html


def test_a_tag_typed_in_text_is_shown_and_marks_nothing():
    html = render('<b title="*a*" onclick=x>*a*</b>').html
    assert html.strip() == '<p>&lt;b title="*a*" onclick=x&gt;<em>a</em>&lt;/b&gt;</p>'


def test_an_entity_in_code_is_shown_as_it_is_typed():
    assert "<code>&amp;copy;</code>" in render("`&copy;`").html


def test_a_sentence_that_goes_on_with_a_year_is_no_list():
    assert "<ol" not in render("It was built in\n1926. It is warm.").html


def test_a_table_may_have_fifty_columns():
    assert render("|a" * 50 + "|\n" + "|-" * 50 + "|").html.count("<th ") == 50


def test_a_table_wider_than_any_page_is_shown_as_text():
    assert "<table" not in render("|a" * 51 + "|\n" + "|-" * 51 + "|").html


def test_a_row_may_end_before_its_table_does():
    assert render("|a|b|\n|-|-|\n|c|").html.count("<td") == 2


def test_a_corner_of_a_table_with_nothing_in_it_is_no_header():
    assert "<td></td><th" in render("| | Monday |\n|---|---|\n").html


def test_the_words_of_an_image_in_a_link_are_the_words_of_the_link():
    assert '<a href="/tea/">Tea <em>now</em></a>' in render("[![Tea](a.jpg) *now*](/tea/)").html
