"""What changes is told in a comment that a phone shows well and in which nothing is live."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from compared import FACTS, FILES, HALL, TEA, changes, edited
from github_preview import github_html
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace
from test_messages import put_off_by

from doorstep.comparisons.changes import EntryChange
from doorstep.comparisons.markdown import MOST_ENTRIES, MOST_NAMES, as_markdown
from doorstep.comparisons.pairs import FactChange

if TYPE_CHECKING:
    from pathlib import Path

TEA_CHANGE = EntryChange(
    slug="tea-and-talk",
    kind="group",
    number=127,
    title="Tea and talk",
    path="groups/tea-and-talk/",
    what="changed",
    sentences=("Tea and talk moves from 10:30am to 11am",),
    next_dates=("Tuesday 24 November, 11am to midday",),
)
HOSTILE = [
    "@everyone look",
    "<img src=x onerror=alert(1)>",
    "<!-- hidden",
    "![x](https://evil.example/x.png)",
    "[press](javascript:alert(1))",
    "https://evil.example and www.evil.example",
    "```\n# A heading\n```",
    "</details><script>alert(1)</script>",
    "| a | b |\n|---|---|\n| c | d |",
    "see #12 and name/guide#13 and GH-14",
    "&lt;b&gt; &#64;name",
    "a\r\n\r\n# b\u2028# c",
    "pat@example.org",
    "\u202eolleh",
    "- [ ] tick",
]
LIVE = re.compile(r"<(?!/?(?:p|strong|h3|ul|li|pre|code|em|ol|br)\b)", re.IGNORECASE)


def hostile(words: str) -> EntryChange:
    return replace(
        TEA_CHANGE,
        what="new",
        title=words,
        sentences=(words,),
        facts=(FactChange(words, words, words), FactChange("Text", words, words)),
        next_dates=(words,),
        doubles=(words,),
    )


def test_nothing_is_said_plainly() -> None:
    assert as_markdown(()) == "Nothing changes for readers.\n"


def test_a_change_is_a_heading_its_sentences_and_its_next_dates() -> None:
    assert as_markdown([TEA_CHANGE]) == (
        "### No. 127, Tea and talk\n\n"
        "- Tea and talk moves from 10\\:30am to 11am\n\n"
        "Next dates:\n\n"
        "- Tuesday 24 November, 11am to midday\n"
    )


@pytest.mark.parametrize(
    ("whats", "words"),
    [
        (["changed", "new"], "1 page is new, 1 changes."),
        (["changed", "changed", "gone"], "2 pages change, 1 goes."),
        (["checked", "checked"], "2 pages were only checked."),
    ],
)
def test_the_first_line_counts_the_pages(whats: list[str], words: str) -> None:
    told = [replace(TEA_CHANGE, what=what) for what in whats]  # type: ignore[arg-type]
    assert as_markdown(told).startswith(f"**{words}**")


def test_a_new_page_is_told_fact_by_fact() -> None:
    new = replace(TEA_CHANGE, what="new", facts=(FactChange("Cost", "", "Free"),))
    assert "- **Cost**: Free" in as_markdown([new])


def test_a_text_is_shown_as_it_was_and_as_it_would_be(tmp_path: Path) -> None:
    text = as_markdown(edited(tmp_path, "Come in.", "Do come in."))
    assert "  - Was: Come in.\n  - Now: Do come in." in text


def test_a_picture_is_shown_at_our_own_address() -> None:
    text = as_markdown([TEA_CHANGE], pictures={TEA_CHANGE.path: "https://example.org/12/tea.png"})
    assert "![The page on a phone](https://example.org/12/tea.png)" in text


def test_an_entry_without_a_page_has_no_picture() -> None:
    gone = replace(TEA_CHANGE, path="")
    assert "example.org" not in as_markdown([gone], pictures={"": "https://example.org/x.png"})


def test_pages_that_only_follow_are_named_in_a_row(tmp_path: Path) -> None:
    text = as_markdown(edited(tmp_path, "28 High Street", "30 High Street", HALL))
    assert text.startswith("### ")
    assert text.endswith("This shows on other pages too: No. 127, Tea and talk.\n")


def test_what_is_written_on_no_page_says_on_how_many_it_shows() -> None:
    follower = replace(TEA_CHANGE, follows=True)
    assert as_markdown([follower]) == (
        "**1 page shows something else.**\n\nNo. 127, Tea and talk.\n"
    )
    assert as_markdown([follower] * 2).endswith(
        "\n\nNo. 127, Tea and talk; No. 127, Tea and talk.\n"
    )


def test_so_many_pages_are_told_in_full_and_the_others_named() -> None:
    many = [replace(TEA_CHANGE, title=f"Group {number}") for number in range(40)]
    text = as_markdown(many)
    assert text.count("### ") == MOST_ENTRIES
    assert f"and {40 - MOST_ENTRIES - MOST_NAMES} more." in text


def test_the_first_line_counts_those_that_are_not_told_too() -> None:
    assert as_markdown([TEA_CHANGE], more=2).startswith("**1 page changes. 2 more change.**")


def test_our_own_words_put_nobody_off(tmp_path: Path) -> None:
    after = FILES | {
        TEA: FACTS.replace("Come in.", "Do come in.").replace("7946 0456", "7946 0999")
    }
    assert put_off_by(as_markdown(changes(tmp_path, FILES, after))) == []


@pytest.mark.parametrize("words", HOSTILE)
def test_hostile_words_are_shown_and_do_nothing(words: str) -> None:
    html = github_html(as_markdown([hostile(words)]))
    assert LIVE.findall(html) == []
    assert re.search(r"@\w|#\d|www\.|://(?!\u200b)\w.*?</a>", html) is None


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=60))
def test_no_words_leave_the_line_they_stand_on(words: str) -> None:
    calm = as_markdown([hostile("words")])
    html = github_html(as_markdown([hostile(words)]))
    assert LIVE.findall(html) == []
    assert html.count("<h3") == github_html(calm).count("<h3")


def test_a_sentence_of_any_length_is_shortened() -> None:
    assert len(as_markdown([replace(TEA_CHANGE, sentences=("word " * 9000,))])) < 2000
