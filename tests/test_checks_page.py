"""docs/checks.md has every rule, and says of every example what the check says."""

import re
from fnmatch import fnmatchcase
from pathlib import Path

import pytest
from checks_page import PAGE, Example, examples, problems_of
from rules import rules

from doorstep.reports import as_text

EXAMPLES = examples()
SECTIONS = [example.rule for example in EXAMPLES]


@pytest.mark.parametrize("example", EXAMPLES, ids=SECTIONS)
def test_the_check_says_what_the_page_says(example: Example, tmp_path: Path) -> None:
    assert as_text(problems_of(example, tmp_path)) == f"{example.report}\n"


@pytest.mark.parametrize("example", EXAMPLES, ids=SECTIONS)
def test_an_example_is_about_its_rule_and_no_other(example: Example) -> None:
    assert re.findall(r"  \[([a-z0-9-]+)\]$", example.report, re.MULTILINE) == [example.rule]


def test_every_rule_has_a_section() -> None:
    named = rules()
    assert len(named) > 50
    assert [rule for rule in named if not any(fnmatchcase(one, rule) for one in SECTIONS)] == []


def test_every_section_has_a_rule() -> None:
    named = rules()
    assert [one for one in SECTIONS if not any(fnmatchcase(one, rule) for rule in named)] == []


def test_every_section_is_there_once() -> None:
    assert len(SECTIONS) == len(set(SECTIONS))


def test_the_contents_list_every_section_in_its_order() -> None:
    contents = PAGE.partition("\n## ")[0]
    assert re.findall(r"\[([a-z0-9-]+)\]\(#\1\)", contents) == SECTIONS


def test_the_page_has_no_word_of_git() -> None:
    words = "git|commit|branch|merge|rebase|pull request|repository"
    assert not re.search(rf"\b(?:{words})\b", PAGE, re.IGNORECASE)
