"""The same problems, told to a person, to GitHub, in a comment and to software."""

import json
import re

import pytest
from github_preview import github_html
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import asdict

from doorstep.problems import Level, Problem
from doorstep.reports import (
    as_github,
    as_json,
    as_markdown,
    as_paragraph,
    as_text,
    in_order,
    summary,
)


def problem(**said: object) -> Problem:
    usual: dict[str, object] = {
        "file": "content/groups/tea.md",
        "line": 4,
        "column": 9,
        "level": Level.ERROR,
        "rule": "topics-known",
        "message": "“compnay” is not a topic of this guide.",
        "fix": "Did you mean “company”?",
        "corrected": "topics: company",
        "source_line": "topics: compnay",
        "about": "No. 31, Tea and talk",
    }
    return Problem(**(usual | said))  # type: ignore[arg-type]


NOTE = problem(level=Level.NOTE, file="content/events/a.md", rule="titles-short")
WARNING = problem(level=Level.WARNING, file="content/events/b.md", rule="events-dated")
LINES = st.text(st.characters(exclude_categories=["Cs"]), max_size=40)


def test_a_person_reads_the_place_the_line_the_words_and_the_right_line() -> None:
    assert as_paragraph(problem()) == (
        "content/groups/tea.md, line 4: No. 31, Tea and talk  [topics-known]\n"
        "    4 | topics: compnay\n"
        "                ^\n"
        "  “compnay” is not a topic of this guide. Did you mean “company”?\n"
        "  Change it to:  topics: company\n"
    )


def test_without_a_line_to_show_there_is_no_caret() -> None:
    assert "^" not in as_paragraph(problem(source_line="", corrected=""))


def test_lines_to_copy_stand_each_on_its_own() -> None:
    text = as_paragraph(problem(fix="Put these at the top:\n---\ntitle: Tea", corrected=""))
    assert text.endswith(" Put these at the top:\n  ---\n  title: Tea\n")


@pytest.mark.parametrize("column", [1, 50, 120, 199, 200, 201, 400])
def test_the_caret_stands_under_its_letter_in_a_line_of_any_length(column: int) -> None:
    typed = "x" * (column - 1) + "Y" + "x" * 300
    start = 0 if column <= 200 else column - 100
    text = as_paragraph(problem(column=column, source_line=typed[start : start + 200]))
    source, caret = text.split("\n")[1:3]
    assert source[caret.index("^")] == "Y"
    assert len(source) < 120


def test_a_tab_does_not_move_the_caret() -> None:
    source, caret = as_paragraph(problem(source_line="\tname: Hall", column=8)).split("\n")[1:3]
    assert source[caret.index("^")] == "H"


@given(LINES)
def test_no_control_character_reaches_a_terminal(words: str) -> None:
    told = problem(message=words, source_line=words, corrected=words, about=words, file=words)
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e]", as_text([told]))


def test_what_stops_an_entry_is_told_first_and_then_by_file_and_line() -> None:
    first, second = problem(line=2), problem(line=10)
    assert in_order([NOTE, second, WARNING, first]) == [first, second, WARNING, NOTE]


def test_the_same_problem_is_told_once() -> None:
    assert in_order([problem(), problem()]) == [problem()]


@pytest.mark.parametrize(
    ("problems", "words"),
    [
        ([], "Everything is fine."),
        ([NOTE], "Everything is fine. 1 thing is only said."),
        ([NOTE, NOTE], "Everything is fine. 2 things are only said."),
        (
            [WARNING],
            "1 thing needs a look, and can go live all the same. Everything else is fine.",
        ),
        (
            [problem()],
            "1 thing needs a word from you before it can go live. Everything else is fine.",
        ),
        (
            [problem(), problem(line=5), WARNING, NOTE],
            (
                "2 things need a word from you before they can go live. "
                "1 thing needs a look, and can go live all the same. 1 thing is only said."
            ),
        ),
    ],
)
def test_the_last_line_says_how_many_things_need_a_word(
    problems: list[Problem], words: str
) -> None:
    assert summary(problems) == words
    assert as_text(problems).endswith(f"{words}\n")


def test_github_shows_each_strength_in_its_own_way_on_its_line() -> None:
    assert as_github([problem(corrected=""), WARNING, NOTE]).splitlines()[0] == (
        "::error file=content/groups/tea.md,line=4,col=9,"
        "title=No. 31%2C Tea and talk [topics-known]::"
        "“compnay” is not a topic of this guide. Did you mean “company”?"
    )
    starts = [line.split(" ")[0] for line in as_github([problem(), WARNING, NOTE]).splitlines()]
    assert starts == ["::error", "::warning", "::notice"]


@given(LINES, LINES, LINES, LINES)
def test_nothing_a_person_wrote_can_become_another_command(
    message: str, about: str, file: str, right: str
) -> None:
    told = problem(message=message, about=about, file=file, corrected=right)
    answer = as_github([told])
    assert answer.count("\n") == 1
    options, _, rest = answer[2:].partition("::")
    assert not re.search("[\r\n]", options + rest.rstrip("\n"))
    assert options.count(",") == 3


def test_a_title_cannot_start_a_command_of_its_own() -> None:
    answer = as_github([problem(about="x\n::error::y", message="a\n::set-output name=x::b")])
    assert [line for line in answer.splitlines() if line.startswith("::")] == [answer.strip()]


HOSTILE = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "[a](https://evil.example)",
    "![a](https://evil.example/x.png)",
    "https://evil.example",
    "www.evil.example",
    "**bold** _it_ ~~no~~ `code`",
    "# heading",
    "a\n\n# heading",
    "&lt;b&gt; &amp; &#x6A;",
    "| a | b |\n|---|---|",
    "<!-- hidden -->",
    "\\[x](y)",
    "```\nout\n```",
    "- item",
    "pat@example.org",
]


@pytest.mark.parametrize("words", HOSTILE)
def test_nothing_a_person_wrote_is_live_in_a_comment(words: str) -> None:
    html = github_html(as_markdown([problem(message=words, about=words, fix="", corrected="")]))
    allowed = {"p", "ul", "li", "strong", "pre", "code"}
    assert set(re.findall(r"<(\w+)", html)) <= allowed
    assert html.count("<strong>") == 1
    assert html.count("<code") == 1


def test_nobody_is_called_by_name_in_a_comment() -> None:
    html = github_html(as_markdown([problem(message="@octocat, see #12, name/guide#13 and gh-14")]))
    assert not re.search(r"@\w|#\d|gh-\d", html)


@pytest.mark.parametrize("line", ["a ``` b", "````", "```\n# x", "</code></pre><b>x</b>"])
def test_a_line_stays_in_its_frame_in_a_comment(line: str) -> None:
    html = github_html(as_markdown([problem(source_line=line, corrected=line)]))
    assert html.count("<pre") == 2
    assert "<b>" not in html
    assert "<h1>" not in html


def test_a_comment_shows_where_what_and_the_right_line() -> None:
    html = github_html(as_markdown([problem()]))
    words = " ".join(re.sub(r"<[^>]+>", " ", html).split())
    assert words == (
        "1 thing needs a word from you before it can go live. Everything else is fine. "
        "content/groups/tea.md, line 4 : No. 31, Tea and talk: “compnay” is not a topic of this "
        "guide. Did you mean “company”? topics: compnay Change it to: topics: company"
    )


def test_lines_to_copy_stay_lines_in_a_comment() -> None:
    html = github_html(as_markdown([problem(fix="Put these at the top:\n---\ntitle: Tea")]))
    assert "at the top:<br />\n---<br />\ntitle: Tea" in html


def test_a_comment_about_nothing_says_that_all_is_well() -> None:
    assert as_markdown([]) == "Everything is fine.\n"


def test_software_reads_every_part_of_every_problem() -> None:
    [row] = json.loads(as_json([problem()]))
    assert row == asdict(problem()) | {"level": "error"}


@given(LINES, LINES, st.sampled_from(Level))
def test_software_reads_the_very_same_problem(message: str, about: str, level: Level) -> None:
    told = problem(message=message, about=about, level=level)
    [row] = json.loads(as_json([told]))
    assert Problem(**(row | {"level": Level[row["level"].upper()]})) == told
