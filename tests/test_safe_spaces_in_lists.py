"""A safe space in a list is read whole, and nothing else of its file is held against it."""

import pytest
from builders import TODAY, config

from doorstep.kinds import Kind
from doorstep.loading import context_for
from doorstep.problems import Problem
from doorstep.safe_spaces import secrets_in
from doorstep.sources import read_bytes

STREET = "14 Secret Street"
OTHER = "- slug: tea\n  title: Tea\n  summary: Run by Asha Patel.  # 14 Mill Road\n"
QUIET_ONE = "- slug: one\n  title: One\n  sensitive: yes\n  contact: {name: Asha}\n"


def yaml_told(text: str) -> list[Problem]:
    context = context_for(config(), TODAY)
    reading = read_bytes(text.encode(), "content/groups/quiet.yaml", Kind.GROUP)
    return [problem for each in reading.sources for problem in secrets_in(each, context)]


def test_a_place_in_one_entry_of_a_list_is_found() -> None:
    text = (
        f"- slug: one\n  title: One\n- slug: two\n  title: Two\n  sensitive: yes\n  cost: {STREET}"
    )
    assert [problem.line for problem in yaml_told(text)] == [6]


def test_a_place_in_the_text_below_body_is_found() -> None:
    assert yaml_told(f"title: Quiet\nsensitive: yes\nbody: |\n  Tea.\n\n  Come to {STREET}.\n")


@pytest.mark.parametrize("text", [OTHER + QUIET_ONE, QUIET_ONE + OTHER])
def test_what_another_entry_of_a_list_says_is_not_held_against_a_safe_space(text: str) -> None:
    assert yaml_told(text) == []


@pytest.mark.parametrize("above", ["", OTHER])
def test_a_remark_above_a_safe_space_in_a_list_is_read(above: str) -> None:
    [problem] = yaml_told(f"{above}# at {STREET}\n\n{QUIET_ONE}")
    assert problem.line == above.count("\n") + 1
