"""What runs by the clock goes on running, however quiet the guide is."""

from __future__ import annotations

from pathlib import Path

import pytest
from fake_forge import FakeForge

from doorstep.upkeep.schedules_alive import keep_alive, scheduled

WORKFLOWS = Path(__file__).parent.parent / ".github" / "workflows"


def asked_for(state: str) -> list[tuple[str, str]]:
    forge = FakeForge(workflows={"nightly.yml": state, "check.yml": "active"})
    keep_alive(forge, WORKFLOWS)
    return forge.sent


def test_every_workflow_of_ours_that_has_a_schedule_is_known() -> None:
    assert scheduled(WORKFLOWS) == ["audit.yml", "nightly.yml", "upkeep.yml"]


@pytest.mark.parametrize("state", ["active", "disabled_inactivity"])
def test_a_schedule_is_asked_for_while_it_is_on_and_when_github_let_it_lapse(state: str) -> None:
    assert asked_for(state) == [("PUT", "actions/workflows/nightly.yml/enable")]


@pytest.mark.parametrize("state", ["disabled_manually", "disabled_fork", "deleted"])
def test_what_a_person_switched_off_stays_off(state: str) -> None:
    assert asked_for(state) == []


def test_what_github_does_not_know_is_not_asked_for() -> None:
    forge = FakeForge(workflows={"publish.yml": "active"})
    assert keep_alive(forge, WORKFLOWS) == ()


def test_it_says_what_goes_on() -> None:
    forge = FakeForge(workflows={"upkeep.yml": "active", "nightly.yml": "active"})
    assert keep_alive(forge, WORKFLOWS) == ("nightly.yml", "upkeep.yml")
