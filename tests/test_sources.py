"""A file's bytes -> its entries: what stands where, and what a problem with it points at."""

from __future__ import annotations

import pytest

from doorstep.kinds import Kind
from doorstep.problems import Level
from doorstep.sources import Mark, Reading, Source, read_bytes

TEA = """---
number: 127
title: Tea and talk
topics: [company, older-people]
contact:
  name: Pat
  phone: 020 7946 0456
cost:
---
We drink tea.

Bring a friend.
"""


def read(text: str, file: str = "content/groups/tea-and-talk.md") -> Reading:
    return read_bytes(text.encode(), file, Kind.GROUP)


@pytest.fixture
def tea() -> Source:
    return read(TEA).sources[0]


def test_facts_are_the_text_that_was_typed(tea):
    assert tea.front_matter == {
        "number": "127",
        "title": "Tea and talk",
        "topics": ["company", "older-people"],
        "contact": {"name": "Pat", "phone": "020 7946 0456"},
        "cost": "",
    }


def test_the_body_is_what_stands_below_the_facts(tea):
    assert (tea.body, tea.body_line) == ("We drink tea.\n\nBring a friend.\n", 10)


def test_the_file_name_is_the_slug(tea):
    assert (tea.slug, tea.kind, tea.file) == (
        "tea-and-talk",
        Kind.GROUP,
        "content/groups/tea-and-talk.md",
    )


@pytest.mark.parametrize(
    ("path", "mark"),
    [
        (("title",), Mark(3, 8, 3, 1)),
        (("topics",), Mark(4, 9, 4, 1)),
        (("topics", 1), Mark(4, 19, 4, 19)),
        (("contact", "phone"), Mark(7, 10, 7, 3)),
        (("cost",), Mark(8, 1, 8, 1)),
    ],
    ids=str,
)
def test_every_value_and_its_name_are_marked(tea, path, mark):
    assert tea.marks[path] == mark


@pytest.mark.parametrize(
    ("typed", "column"),
    [
        ("title: “Tea”", 8),
        (" title: Tea", 9),
        ("title : Tea", 9),
        ("title:Tea", 7),
        ("title:  \u200bTea", 10),
        ("\u00a0title: Tea: all welcome", 9),
    ],
)
def test_marks_are_those_of_the_file_as_typed(typed, column):
    source = read(f"---\nnumber: 1\n{typed}\n---\n").sources[0]
    assert (source.marks["title",].line, source.marks["title",].column) == (3, column)


def test_marks_after_a_mended_word_stay_right():
    source = read("---\ntopics: [tea: hot, “cake”, company]\n---\n").sources[0]
    assert [source.marks["topics", at].column for at in range(3)] == [10, 20, 28]


def test_a_problem_points_at_the_value(tea):
    problem = tea.problem(("contact", "phone"), "phones-known", "No one answers.")
    assert (problem.line, problem.column, problem.source_line) == (7, 10, "  phone: 020 7946 0456")


def test_a_problem_can_point_at_the_name(tea):
    problem = tea.problem(("contact", "phone"), "keys-known", "Not known.", at_key=True)
    assert (problem.line, problem.column) == (7, 3)


def test_a_problem_with_what_is_missing_points_at_what_should_have_it(tea):
    assert tea.problem(("contact", "email"), "shape", "No e-mail.").line == 5


def test_a_problem_with_no_place_points_at_the_first_line(tea):
    assert tea.problem(("side",), "side-missing", "No side.").line == 1


def test_a_problem_carries_its_level_fix_and_corrected_line(tea):
    problem = tea.problem(
        ("title",), "shape", "Odd.", fix="Do this.", corrected="title: Tea", level=Level.NOTE
    )
    assert (problem.fix, problem.corrected, problem.level) == ("Do this.", "title: Tea", Level.NOTE)


def test_a_problem_in_the_body_counts_from_its_first_line(tea):
    problem = tea.body_problem(3, "links-work", "This link goes nowhere.")
    assert (problem.line, problem.source_line) == (12, "Bring a friend.")


@pytest.mark.parametrize(
    ("facts", "about"),
    [
        ("number: 127\ntitle: Tea", "No. 127, Tea"),
        ("title: Tea", "Tea"),
        ("number: 127", "No. 127, tea-and-talk"),
        ("number: [a]\ntitle: {b: c}", "tea-and-talk"),
        ("number: soon\ntitle: Tea", "Tea"),
    ],
)
def test_a_problem_says_which_entry_it_is_about(facts, about):
    assert read(f"---\n{facts}\n---\n").sources[0].about == about


def test_a_problem_with_an_entry_that_cannot_be_read_still_names_it():
    problems = read('---\nnumber: 127\ntitle: Tea\ncost: "Free\n---\n').problems
    assert [problem.about for problem in problems] == ["No. 127, Tea"]


def test_a_very_long_line_is_cut_around_the_place_meant():
    source = read(f"---\ntitle: [{'tea, ' * 200}cake]\n---\n").sources[0]
    problem = source.problem(("title", 200), "shape", "Odd.")
    assert len(problem.source_line) <= 200
    assert "cake" in problem.source_line


def test_a_file_of_facts_alone_has_its_text_in_body():
    source = read(
        "title: Tea\nbody: |\n  We drink tea.\n  Come along.\n", "content/groups/tea.yaml"
    )
    assert source.sources[0].body == "We drink tea.\nCome along.\n"
    assert source.sources[0].body_line == 3
    assert source.sources[0].front_matter == {"title": "Tea"}


def test_text_beside_body_is_on_that_line():
    source = read("body: We drink tea.\n", "content/groups/tea.yaml").sources[0]
    assert (source.body, source.body_line) == ("We drink tea.", 1)


def test_a_file_of_facts_may_name_its_own_slug():
    source = read("slug: tea-two\ntitle: Tea\n", "content/groups/tea.yaml").sources[0]
    assert (source.slug, dict(source.front_matter)) == ("tea-two", {"title": "Tea"})


LIST = """# Three of them
- slug: tea
  title: Tea
- slug: cake
  title: "Cake

- title: Bread
- slug: jam
  title: Jam
  body: |
    - a list
    - in the text
"""


def test_a_list_holds_an_entry_for_each_dash():
    sources = read(LIST, "content/groups/food.yaml").sources
    assert [(source.slug, source.first_line) for source in sources] == [("tea", 2), ("jam", 8)]


def test_a_problem_in_a_list_hides_no_other_entry():
    problems = read(LIST, "content/groups/food.yaml").problems
    assert [(problem.line, problem.rule) for problem in problems] == [
        (5, "quotes-closed"),
        (7, "slug-given"),
    ]


def test_an_entry_of_a_list_without_a_slug_is_told_one():
    problem = read(LIST, "content/groups/food.yaml").problems[1]
    assert problem.fix == "Add a line to it:  slug: bread"


def test_marks_in_a_list_are_those_of_the_file():
    jam = read(LIST, "content/groups/food.yaml").sources[1]
    assert jam.marks["title",] == Mark(9, 10, 9, 3)
    assert jam.body_line == 11


@pytest.mark.parametrize("slug", ["Tea Time", "tea_time", "-tea", "../tea", "[tea]", "x" * 81])
def test_a_slug_that_cannot_be_an_address_is_refused(slug):
    problems = read(f"- slug: {slug}\n  title: Tea\n", "content/groups/food.yaml").problems
    assert [(problem.line, problem.rule) for problem in problems] == [(1, "slug-given")]


def test_a_list_of_more_than_five_hundred_keeps_the_first_five_hundred():
    reading = read("".join(f"- slug: tea-{n}\n" for n in range(501)), "content/groups/food.yaml")
    assert len(reading.sources) == 500
    assert [(problem.line, problem.rule) for problem in reading.problems] == [(501, "entry-size")]
