"""docs/schedules.md says of every line what the grammar makes of it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from builders import TODAY
from rules_in_short import told

from doorstep.schedules.reading import read_rules
from doorstep.schedules.wording import worded
from doorstep.words import english

PAGE = (Path(__file__).parent.parent / "docs" / "schedules.md").read_text("utf-8")
READ = re.findall(r"^\| `([^`]+)` \| ([^|]+) \|$", PAGE, re.MULTILINE)
ASKED = re.findall(r"^\| `([^`]+)` \| ([^|]+) \| ([^|]+) \|$", PAGE, re.MULTILINE)


@pytest.mark.parametrize(("line", "meaning"), READ)
def test_the_page_says_what_a_line_means(line: str, meaning: str) -> None:
    assert "; ".join(worded(rule, english()) for rule in read_rules(line, TODAY)) == meaning


@pytest.mark.parametrize(("line", "said", "shown"), ASKED)
def test_the_page_says_what_is_asked_about_a_line(line: str, said: str, shown: str) -> None:
    answer = told(line)
    assert f"] {said} " in answer
    assert shown in answer


def test_the_page_has_many_lines() -> None:
    rows = [line for line in PAGE.splitlines() if line.startswith("| `")]
    assert len(READ) + len(ASKED) == len(rows) > 60
