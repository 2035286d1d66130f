"""A change of an entry leaves the rest of its file as it was, letter for letter."""

from __future__ import annotations

from copy import deepcopy
from difflib import ndiff
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from doorstep.importers.issue_form.rewriting import rewritten
from doorstep.kinds import Kind
from doorstep.sources import read_bytes

if TYPE_CHECKING:
    from collections.abc import Callable

    from doorstep.sources import Node

Facts = dict[str, Any]

TEA = """---
title: Tea: and talk   # the name
# about money
cost: Free   # since 2024
contact: {name: Pat, phone: 020 7946 0456}   # ask first
when:
  - Every Tuesday, 10am to 11am
  # in summer
  - Every Friday, 2pm to 3pm
changes:
  - {on: 2026-11-24, cancelled: yes, because: a flood}   # keep
access:
  step_free: yes  # by the ramp

  # new this year
  toilet: no
# the end
---

Come in.
"""
CLUBS = """# two clubs
- slug: one
  title: One
  cost: Free
  contact:
    phone: 020 7946 0456
    name: Pat
- slug: two
  title: Two
  body: |
    Hello
    # not a remark
  cost: £3
# the end
"""


def changed(
    text: str | bytes,
    change: Callable[[Facts], object],
    body: str | None = None,
    *,
    file: str = "content/groups/tea.md",
    slug: str = "tea",
) -> str:
    raw = text if isinstance(text, bytes) else text.encode()
    source = next(one for one in read_bytes(raw, file, Kind.GROUP).sources if one.slug == slug)
    facts: dict[str, Node] = deepcopy(dict(source.front_matter))
    change(facts)
    new = rewritten(raw, source, facts, source.body if body is None else body)
    assert new is not None
    return new


def differences(before: str, after: str) -> list[str]:
    """Return the lines that went and came, with their ends."""
    old, new = before.splitlines(keepends=True), after.splitlines(keepends=True)
    return [line for line in ndiff(old, new) if line[0] in "+-"]


@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_one_fact_changes_one_line_whatever_computer_wrote_the_file(ending: str, mark: str) -> None:
    text = mark + TEA.replace("\n", ending)
    after = changed(text, lambda facts: facts.update(cost="£2"))
    assert after == text.replace("cost: Free ", "cost: £2 ")


def test_a_part_of_a_fact_in_braces_stays_in_braces() -> None:
    after = changed(TEA, lambda facts: facts["contact"].update(phone="07700 900 123"))
    assert after == TEA.replace("020 7946 0456", "07700 900 123")


def test_a_part_on_a_line_of_its_own_changes_alone() -> None:
    after = changed(TEA, lambda facts: facts["access"].update(step_free="no"))
    assert after == TEA.replace("step_free: yes ", "step_free: no ")


def test_a_new_part_goes_below_the_others() -> None:
    after = changed(TEA, lambda facts: facts["access"].update(seats="yes"))
    assert differences(TEA, after) == ["+   seats: yes\n"]


def test_a_new_fact_goes_where_the_documentation_has_it() -> None:
    after = changed(TEA, lambda facts: facts.update(summary="Tea for all.", checked="2026-11-22"))
    assert differences(TEA, after) == ["+ summary: Tea for all.\n", "+ checked: 2026-11-22\n"]
    assert after.index("summary:") < after.index("# about money")


def test_what_is_taken_out_takes_its_lines_and_no_others() -> None:
    after = changed(TEA, lambda facts: (facts.pop("cost"), facts.pop("when")))
    assert differences(TEA, after) == [
        "- cost: Free   # since 2024\n",
        "- when:\n",
        "-   - Every Tuesday, 10am to 11am\n",
        "-   # in summer\n",
        "-   - Every Friday, 2pm to 3pm\n",
    ]


def test_one_more_line_of_several_is_only_that_line() -> None:
    after = changed(TEA, lambda facts: facts["when"].append("Every Sunday, 2pm"))
    assert differences(TEA, after) == ["+   - Every Sunday, 2pm\n"]


def test_one_more_date_is_written_as_those_that_are_there() -> None:
    more = {"on": "2026-12-01", "moved_to": "Wednesday, 10am"}
    after = changed(TEA, lambda facts: facts["changes"].append(more))
    assert differences(TEA, after) == ["+   - {on: 2026-12-01, moved_to: 'Wednesday, 10am'}\n"]


def test_one_line_of_several_goes_alone() -> None:
    after = changed(TEA, lambda facts: facts["when"].pop(0))
    assert differences(TEA, after) == ["-   - Every Tuesday, 10am to 11am\n"]


def test_a_new_text_leaves_the_facts_as_they_were() -> None:
    after = changed(TEA, lambda facts: facts, "---\n\ntitle: no\n")
    assert after == TEA.replace("Come in.", "---\n\ntitle: no\n")


def test_facts_without_a_last_line_of_dashes_get_one_when_there_is_a_text() -> None:
    text = "---\ntitle: Tea\ncost: Free\n"
    assert changed(text, lambda facts: facts, "Come in.") == f"{text}---\n\nCome in.\n"
    assert changed(text, lambda facts: facts.pop("cost")) == "---\ntitle: Tea\n"


def test_a_file_that_ends_without_a_line_end_gets_no_line_mixed_up() -> None:
    text = "title: Tea\ncost: Free"
    after = changed(text, lambda facts: facts.update(summary="x"), file="content/groups/tea.yaml")
    assert after == "title: Tea\nsummary: x\ncost: Free"


def test_an_entry_in_a_list_changes_alone() -> None:
    def change(facts: Facts) -> None:
        facts["contact"].pop("name")
        facts["summary"] = "x: y"

    after = changed(CLUBS, change, file="content/groups/clubs.yaml", slug="one")
    assert differences(CLUBS, after) == ["+   summary: 'x: y'\n", "-     name: Pat\n"]


@pytest.mark.parametrize("body", ["", "One\n\n- slug: three\n  title: y\n---\n# no remark"])
def test_the_text_of_an_entry_in_a_list_changes_alone(body: str) -> None:
    after = changed(CLUBS, lambda facts: facts, body, file="content/groups/clubs.yaml", slug="two")
    assert "Hello" not in after
    assert after.startswith(CLUBS[: CLUBS.index("  body:")])
    assert after.endswith("  cost: £3\n# the end\n")


def test_facts_that_stand_on_one_line_are_all_written_anew() -> None:
    text = "{title: Tea, cost: Free}\n"
    after = changed(text, lambda facts: facts.update(cost="£2"), file="content/groups/tea.yaml")
    assert after == "title: Tea\ncost: £2\n"


def test_a_file_from_an_old_windows_program_is_read_and_written_as_others_are() -> None:
    after = changed(TEA.encode("utf-16"), lambda facts: facts.update(cost="£2"))
    assert after.lstrip("\ufeff") == TEA.replace("cost: Free ", "cost: £2 ")


def test_words_that_no_file_can_hold_are_not_written() -> None:
    source = read_bytes(TEA.encode(), "content/groups/tea.md", Kind.GROUP).sources[0]
    two = "<<<<<<< a\nb\n=======\nc\n>>>>>>> d"
    assert rewritten(TEA.encode(), source, dict(source.front_matter), two) is None


WORDS = st.text("ab:# -'\"[]{}&*!|>%@`,?~£é\n", max_size=12).map(str.strip)
VALUE: st.SearchStrategy[Any] = WORDS.map(lambda words: " ".join(words.split()))
CHANGES = st.dictionaries(
    st.sampled_from(["title", "summary", "cost", "contact", "when", "access", "changes", "topics"]),
    VALUE
    | st.lists(VALUE.filter(bool), max_size=3)
    | st.dictionaries(st.sampled_from(["name", "phone", "notes"]), VALUE.filter(bool), max_size=3),
    max_size=4,
)


@given(st.sampled_from([TEA, TEA.replace("\n", "\r\n"), "---\ntitle: T\ncost: ''\n"]), CHANGES)
def test_whatever_is_changed_the_file_says_just_that(text: str, changes: Facts) -> None:
    # rewritten reads the file back and gives nothing where it says anything else.
    assert changed(text, lambda facts: facts.update({"title": "Tea", **changes}))
