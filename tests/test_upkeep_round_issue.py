"""The round is one issue: edited, not repeated, and what people ticked stays ticked."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from builders import guide_of
from fake_forge import FakeForge
from msgspec.structs import replace

from doorstep.forms.kinds_of_forms import AGREED
from doorstep.upkeep.round_issue import keep_round
from doorstep.upkeep.round_markdown import as_markdown
from doorstep.upkeep.rounds import Round, round_of

if TYPE_CHECKING:
    from pathlib import Path

REPOSITORY = {"repository": "https://github.com/name/guide"}
TEA = """---
number: 127
title: Tea and talk
when: Every Tuesday, 10:30am
contact: {name: Pat, phone: 020 7946 0456, best_time: weekday mornings}
checked: 2026-08-20, by phone, Amina
---
"""
CHOIR = TEA.replace("Tea and talk", "Choir").replace("127", "133")
SAFE_SPACE = """---
number: 204
title: A group for women
sensitive: yes
when: Every Friday, 7pm
contact: {name: Asha, phone: 07700 900 123}
checked: 2026-08-20, by phone, Amina
---
"""


@pytest.fixture
def found(tmp_path: Path) -> Round:
    """A round with two things to make sure of."""
    files = {"groups/tea.md": TEA, "groups/choir.md": CHOIR}
    return round_of(guide_of(tmp_path, files, **REPOSITORY))


@pytest.fixture
def forge() -> FakeForge:
    """A forge without any issue."""
    return FakeForge()


def only(forge: FakeForge) -> dict[str, object]:
    (issue,) = forge.issues.values()
    return issue


def body(forge: FakeForge) -> str:
    return str(only(forge)["body"])


def tick(forge: FakeForge, slug: str) -> None:
    """Tick a box as a person does."""
    lines = body(forge).split("\n")
    ticked = [one.replace("- [ ]", "- [x]") if f"ask {slug} " in one else one for one in lines]
    only(forge)["body"] = "\r\n".join(ticked)


def boxes(forge: FakeForge) -> list[str]:
    return [line[:5] for line in body(forge).split("\n") if line.startswith("- [")]


def test_a_tick_on_the_round_is_never_taken_for_a_form(forge: FakeForge, found: Round) -> None:
    keep_round(forge, found)
    assert f"### {AGREED}" not in body(forge)
    assert not body(forge).startswith("<!-- doorstep:form")


def test_the_round_is_an_issue_with_its_label(forge: FakeForge, found: Round) -> None:
    number = keep_round(forge, found)
    assert (number, only(forge)["title"]) == (1, "Check-up for November 2026")
    assert only(forge)["labels"] == [{"name": "check-up"}]


def test_a_box_says_whom_to_ring_and_when(forge: FakeForge, found: Round) -> None:
    keep_round(forge, found)
    assert "Ring Pat, 020 7946 0456, weekday mornings." in body(forge)
    assert "Last checked 20 August 2026." in body(forge)


def test_a_box_leads_to_the_page_and_to_yes_still_right(forge: FakeForge, found: Round) -> None:
    keep_round(forge, found)
    page = "https://harbour-row.example.org/guide/groups/tea/"
    assert f"[No. 127, Tea and talk]({page})" in body(forge)
    assert "[Yes, still right](https://github.com/name/guide/issues/new?" in body(forge)


def test_a_text_message_stands_ready_to_copy(forge: FakeForge, found: Round) -> None:
    keep_round(forge, found)
    assert "\n  Hello Pat, is Tea and talk (127) still on? Every Tuesday, 10:30am." in body(forge)


def test_the_same_round_again_changes_nothing(forge: FakeForge, found: Round) -> None:
    keep_round(forge, found)
    sent = list(forge.sent)
    keep_round(forge, found)
    assert forge.sent == sent


def test_the_next_day_edits_the_issue_that_is_there(forge: FakeForge, found: Round) -> None:
    keep_round(forge, found)
    keep_round(forge, replace(found, day=date(2026, 11, 23)))
    assert "Monday 23 November 2026" in body(forge)


def test_what_somebody_ticked_stays_ticked(forge: FakeForge, found: Round) -> None:
    keep_round(forge, found)
    tick(forge, "tea")
    keep_round(forge, replace(found, day=date(2026, 11, 23)))
    assert boxes(forge) == ["- [ ]", "- [x]"]


def test_what_was_ticked_and_is_checked_now_leaves_the_round(
    forge: FakeForge, found: Round
) -> None:
    keep_round(forge, found)
    tick(forge, "tea")
    keep_round(forge, replace(found, due=found.due[:1]))
    assert boxes(forge) == ["- [ ]"]


def test_a_new_month_begins_with_empty_boxes_in_the_same_issue(
    forge: FakeForge, found: Round
) -> None:
    keep_round(forge, found)
    tick(forge, "tea")
    keep_round(forge, replace(found, day=date(2026, 12, 1)))
    assert only(forge)["title"] == "Check-up for December 2026"
    assert boxes(forge) == ["- [ ]", "- [ ]"]


def test_a_round_that_somebody_closed_rests_until_the_next_month(
    forge: FakeForge, found: Round
) -> None:
    keep_round(forge, found)
    only(forge)["state"] = "closed"
    assert keep_round(forge, replace(found, day=date(2026, 11, 23))) is None
    assert keep_round(forge, replace(found, day=date(2026, 12, 1))) == 1
    assert only(forge)["state"] == "open"


def test_a_strangers_issue_with_the_label_and_the_mark_is_left_alone(
    forge: FakeForge, found: Round
) -> None:
    copied = "<!-- doorstep check-up 2026-11 -->\nRing me."
    forge.open(body=copied, title="Mine", labels=["check-up"], user={"login": "mallory"})
    assert keep_round(forge, found) == 2
    assert forge.issues[1]["body"] == copied


def test_of_a_safe_space_there_is_its_number_and_its_title_and_nothing_else(
    forge: FakeForge, tmp_path: Path
) -> None:
    keep_round(forge, round_of(guide_of(tmp_path, {"groups/women.md": SAFE_SPACE}, **REPOSITORY)))
    (line,) = (line for line in body(forge).split("\n") if line.startswith("- ["))
    assert line == (
        "- [ ] **No. 204, A group for women** By phone. Write nothing about it here. "
        "<!-- ask 204 -->"
    )
    assert not any(word in body(forge) for word in ("Asha", "07700", "Friday,", "groups/women"))


def test_what_entries_say_does_nothing_in_the_issue(forge: FakeForge, tmp_path: Path) -> None:
    hostile = TEA.replace("Tea and talk", "'@everyone ](http://evil.example) <!-- ask x --> #12'")
    keep_round(forge, round_of(guide_of(tmp_path, {"groups/tea.md": hostile}, **REPOSITORY)))
    told = [line for line in body(forge).split("\n") if line.startswith("- [")]
    assert len(told) == 1
    assert "@everyone" not in told[0]
    assert "](http://evil" not in told[0]
    assert "#12" not in told[0]
    assert told[0].count("<!--") == 1


def test_what_no_issue_could_hold_is_left_out_whole_and_counted(found: Round) -> None:
    words = as_markdown(replace(found, due=found.due * 200), longest=20_000)
    assert len(words) < 20_500
    kept = words.count("- [ ]")
    assert f"- and {400 - kept} more on the check-up sheet" in words


def test_of_a_guide_that_has_just_begun_nothing_is_counted_or_asked(
    forge: FakeForge, tmp_path: Path
) -> None:
    keep_round(forge, round_of(guide_of(tmp_path, {}, **REPOSITORY)))
    (body,) = (issue["body"] for issue in forge.issues.values())
    assert "Once there is, this page says whom to ring." in body
    assert "Share the list out" not in body
    assert "Checked this month" not in body


def test_what_left_the_lists_by_its_age_comes_first(tmp_path: Path) -> None:
    old = TEA.replace("2026-08-20", "2025-08-20")
    files = {"groups/tea.md": old, "groups/choir.md": CHOIR}
    words = as_markdown(round_of(guide_of(tmp_path, files)))
    assert words.index("## Out of the lists (1)") < words.index("## To make sure of (1)")
