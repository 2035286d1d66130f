"""What cannot be read -> a problem with the right place, plain words, and a way to mend it."""

from __future__ import annotations

import re
import zipfile
from io import BytesIO

import pytest

from doorstep.kinds import Kind
from doorstep.problems import Level, Problem
from doorstep.sources import Reading, read_bytes

MARKDOWN = "content/groups/tea.md"
FACTS_ALONE = "content/groups/tea.yaml"


def read(raw: str | bytes, file: str = MARKDOWN) -> Reading:
    return read_bytes(raw.encode() if isinstance(raw, str) else raw, file, Kind.GROUP)


def refused(raw: str | bytes, file: str = MARKDOWN) -> list[Problem]:
    reading = read(raw, file)
    assert not reading.sources
    return [problem for problem in reading.problems if problem.level is Level.ERROR]


def refused_facts(lines: str) -> list[Problem]:
    return refused(f"---\nnumber: 127\n{lines}\ncost: Free\n---\nText\n")


def zipped(inside: str) -> bytes:
    packed = BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr(inside, "Tea and talk")
    return packed.getvalue()


CORRECTED = [
    ("quotes-closed", 8, 'title: "Tea', 'title: "Tea"'),
    ("quotes-closed", 8, "title: 'Tea", "title: 'Tea'"),
    ("quotes-closed", 10, '  title: "Tea', '  title: "Tea"'),
    ("quotes-closed", 9, 'title: ["tea, cake]', 'title: ["tea", cake]'),
    ("plain-words", 8, "title: !!str tea", 'title: "!!str tea"'),
    ("plain-words", 8, 'title: !!python/x ["tea"]', "title: '!!python/x [\"tea\"]'"),
    ("plain-words", 8, "title: !new tea", 'title: "!new tea"'),
    ("plain-words", 8, "title: &tea", 'title: "&tea"'),
    ("plain-words", 8, "title: &tea tea", 'title: "&tea tea"'),
    ("plain-words", 8, "title: *tea", 'title: "*tea"'),
    ("plain-words", 14, "title: [tea, *cake]", 'title: [tea, "*cake"]'),
    ("plain-words", 5, "<<: *tea", '<<: "*tea"'),
    ("not-understood", 1, "title = Tea", "title: Tea"),
    ("not-understood", 8, "title: [tea, cake", "title: [tea, cake]"),
    ("not-understood", 8, "title: {name: Pat", "title: {name: Pat}"),
]


@pytest.mark.parametrize(("rule", "column", "typed", "corrected"), CORRECTED, ids=str)
def test_the_corrected_line_is_shown_where_there_is_but_one(rule, column, typed, corrected):
    problems = refused_facts(typed)
    assert [(p.line, p.column, p.rule, p.corrected) for p in problems] == [
        (3, column, rule, corrected)
    ]
    assert problems[0].source_line == typed


@pytest.mark.parametrize("corrected", [case[3] for case in CORRECTED])
def test_the_corrected_line_can_be_read(corrected):
    reading = read(f"---\n{corrected}\ncost: Free\n---\n")
    assert [source.front_matter["cost"] for source in reading.sources] == ["Free"]


@pytest.mark.parametrize(
    ("rule", "lines", "line", "column"),
    [
        ("keys-once", "title: Tea\ntitle: Cake", 4, 1),
        ("keys-once", "Come along: yes\ncome_along: no", 4, 1),
        ("keys-once", "where:\n  name: Hall\n  Name: Church", 5, 3),
        ("keys-once", "where: {name: Hall, name: Church}", 3, 21),
        ("indentation", "where:\n  name: Hall\n address: High Street", 5, 2),
        ("indentation", "where:\n \tname: Hall", 4, 1),
        ("plain-words", "&tea title: Tea", 3, 1),
        ("not-understood", "Tea and talk", 3, 1),
        ("not-understood", "? title\n", 3, 1),
        ("not-understood", "[title]: Tea", 3, 1),
        ("not-understood", "- tea", 3, 1),
        ("not-understood", "topics: [tea]\n  - cake", 4, 3),
        ("not-understood", f"{'k' * 300}: Tea", 3, 1),
        ("not-understood", "when: |\n    Tuesdays\n  Fridays", 5, 3),
        ("not-understood", "where: {[name]: Hall}", 3, 9),
        ("file-is-text", 'title: "Tea\\x07"', 3, 8),
        ("file-is-text", "title: Tea\x07", 3, 11),
        ("entry-size", f"title: {'[' * 20}{']' * 20}", 3, 16),
        ("entry-size", f"title: [{'a: b,' * 1100}]", 3, 8),
        ("conflict-marks", "<<<<<<< a\nx: 1\n=======\nx: 2\n>>>>>>> b", 3, 1),
    ],
    ids=lambda value: value[:40] if isinstance(value, str) else str(value),
)
def test_the_place_of_what_cannot_be_read_is_named(rule, lines, line, column):
    assert [(p.rule, p.line, p.column) for p in refused_facts(lines)] == [(rule, line, column)]


def test_a_fact_that_is_there_twice_says_where_the_first_one_is():
    (problem,) = refused_facts("Title: Tea\ntitle: Cake")
    assert problem.message == "“title” is there twice. The first one is on line 3."


def test_a_line_among_others_is_told_how_far_in_it_may_start():
    (problem,) = refused_facts("where:\n  name: Hall\n address: High Street")
    assert problem.fix == "Start it with no spaces, like line 2, or with 2 spaces, like line 4."


def test_one_problem_hides_no_other():
    problems = refused_facts('title: "Tea\nwhere: *hall\nTea and talk\nsummary: a\nsummary: b')
    assert [(p.line, p.rule) for p in problems] == [
        (3, "quotes-closed"),
        (4, "plain-words"),
        (5, "not-understood"),
        (7, "keys-once"),
    ]


@pytest.mark.parametrize(
    ("raw", "words"),
    [
        (zipped("word/document.xml"), "a Word document"),
        (zipped("xl/workbook.xml"), "an Excel spreadsheet"),
        (zipped("tea.txt"), "a zip file"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1", "an old Word, Excel or PowerPoint document"),
        (b"%PDF-1.7\n", "a PDF"),
        (b"\x89PNG\r\n\x1a\n", "a picture"),
        (b"{\\rtf1 Tea}", "a document with its layout (RTF)"),
        (b"\x01\0\0\0\x02\0\0\0", "a file that only a program can read"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_files_that_are_not_text_are_called_what_they_are(raw, words):
    (problem,) = refused(raw)
    assert (problem.rule, problem.message) == ("file-is-text", f"This is {words} and not text.")


@pytest.mark.parametrize("raw", ["", " \n\n", "\ufeff", "\ufeff\u200b\n", "\u00a0"])
@pytest.mark.parametrize("file", [MARKDOWN, FACTS_ALONE])
def test_an_empty_file_is_said_to_be_empty(raw, file):
    assert [(p.line, p.rule) for p in refused(raw, file)] == [(1, "file-empty")]


def test_letters_that_are_not_utf_8_are_shown_as_they_were_meant():
    (problem,) = refused(b"---\r\nnumber: 1\r\ntitle: Caf\xe9\r\n---\r\n")
    assert (problem.rule, problem.line, problem.column) == ("utf-8", 3, 11)
    assert "“title: Café”" in problem.message
    assert "Notepad: File, Save as, Encoding: UTF-8" in problem.fix


def test_utf_16_that_breaks_off_is_refused():
    assert [p.rule for p in refused(b"\xff\xfe-\0-\0-\0x")] == ["utf-8"]


def test_a_file_without_facts_is_shown_the_first_lines():
    (problem,) = refused("Tea and talk is every Tuesday at 10:30am.\n")
    assert (problem.rule, problem.line) == ("dashes-missing", 1)
    assert "---\ntitle: " in problem.fix


def test_facts_after_an_unmarked_end_are_asked_about():
    problems = refused("---\ntitle: Tea\n\nWe drink tea.\ncost: Free\n")
    assert [(p.rule, p.line) for p in problems] == [("dashes-missing", 5)]


def test_two_peoples_changes_are_told_apart_by_their_lines():
    text = "---\ntitle: Tea\n<<<<<<< mine\nx: 1\ny: 2\n=======\nx: 3\n>>>>>>> theirs\n---\n"
    (problem,) = refused(text)
    assert problem.line == 3
    assert problem.message == (
        "Two people changed the same lines: one wrote lines 4 to 5, the other line 7."
    )
    assert "Keep lines 4 to 5 or line 7" in problem.fix


def test_two_peoples_changes_in_the_text_are_found_too():
    text = "---\ntitle: Tea\n---\n<<<<<<< a\nx\n||||||| b\ny\n=======\n>>>>>>> c\n"
    (problem,) = refused(text)
    assert problem.message.endswith("one wrote line 5, the other nothing.")


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("title: Tea\n---\ntitle: Cake\n", 3),
        ("---\ntitle: Tea\n---\nText\n", 4),
        ("[{slug: tea}]\n", 1),
        ("title: Tea\n- slug: cake\n", 2),
        ("body: [Tea]\n", 1),
        ("Tea\n", 1),
    ],
)
def test_a_file_of_facts_in_another_shape_is_refused(text, line):
    assert [(p.rule, p.line) for p in refused(text, FACTS_ALONE)] == [("not-understood", line)]


@pytest.mark.parametrize(
    ("raw", "line"),
    [
        (b"x" * 1_024_001, 1),
        (f"---\ntitle: Tea\n---\n{'x' * 103_000}".encode(), 4),
        (f"---\ntitle: {'x' * 263_000}\n---\n".encode(), 2),
        (f"---\n{''.join(f'k{n}: x' + chr(10) for n in range(2600))}---\n".encode(), 2501),
    ],
    ids=["file", "text", "facts", "many facts"],
)
def test_what_is_far_too_long_is_one_problem(raw, line):
    assert [(p.rule, p.line) for p in refused(raw)] == [("entry-size", line)]


def test_a_corrected_line_that_is_very_long_is_left_out():
    (problem,) = refused_facts(f'title: "{"tea " * 500}')
    assert (problem.corrected, len(problem.source_line)) == ("", 200)


NEVER_SAID = re.compile(
    r"\b(?:invalid|error|failed|illegal|forbidden|required|please|sorry|oops|yaml|front matter|"
    r"schema|key|parse|token|build|CI|merge|commit|branch|None|str)\b|!",
    re.IGNORECASE,
)


@pytest.mark.parametrize(
    "raw",
    [
        *(f"---\n{case[2]}\n---\n" for case in CORRECTED),
        "---\nTea\n- tea\nwhere:\n  a: b\n c: d\na: b\na: c\n \tx: y\n---\n",
        "---\na: [[[[[[[[[[[]]]]]]]]]]]\n---\n",
        "---\na: |\n  x\n y\n---\n",
        "---\n<<<<<<< a\n=======\n>>>>>>> b\n---\n\x07",
        "",
        "Tea",
        "---\na: b\n\nText\na: b\n",
        "x" * 1_000_001,
    ],
    ids=lambda raw: raw[:30],
)
def test_messages_are_in_a_volunteers_words(raw):
    for problem in read(raw).problems:
        own_words = re.sub(r"“[^”]*”", "", f"{problem.message} {problem.fix}")
        assert not NEVER_SAID.search(own_words), problem
