"""Two copies of a guide are compared on one day, and only what is new is said of the later."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from builders import TODAY
from built_site import TINY, copied
from click.testing import CliRunner

from build import cli
from doorstep.answers.looking import Copy, message_about
from doorstep.answers.message import read_message

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from doorstep.answers.message import Message

pytestmark = pytest.mark.whole

OLD = """\
---
number: 900
title: Old group
topics: [food]
when: Every Tuesday, 10am
---
"""
NEW = "groups/new-group.md"


def copy_of(folder: Path) -> Copy:
    return Copy(folder / "site.yaml", folder / "content")


def looked_at(folder: Path, before: Mapping[str, str], after: Mapping[str, str]) -> Message:
    was = copied(TINY, folder / "was", before)
    now = copied(TINY, folder / "now", after)
    return message_about(copy_of(was), copy_of(now), lambda _: TODAY, jobs=1)


def test_two_copies_alike_have_nothing_to_say(tmp_path: Path) -> None:
    message = looked_at(tmp_path, {}, {})
    assert (message.changes, message.problems, message.settings) == ((), (), ())
    assert message.is_compared


def test_what_changes_and_what_is_to_be_mended_is_said(tmp_path: Path) -> None:
    odd = OLD.replace("number: 900", "number: 901").replace("[food]", "[fod]")
    edited = OLD.replace("10am", "11am")
    message = looked_at(
        tmp_path, {"groups/old.md": OLD}, {"groups/old.md": edited, "groups/odd.md": odd}
    )
    assert [change.sentences for change in message.changes] == [
        ("Old group moves from 10am to 11am",)
    ]
    assert {told.file for told in message.problems} >= {"content/groups/odd.md"}


def test_an_entry_that_would_be_left_out_is_counted_and_not_called_gone(tmp_path: Path) -> None:
    odd = OLD.replace("[food]", "[fod]")
    message = looked_at(tmp_path, {"groups/old.md": OLD}, {"groups/old.md": odd})
    assert (message.waiting, message.changes) == (1, ())


def test_what_was_to_be_mended_before_in_other_files_is_not_said_again(tmp_path: Path) -> None:
    odd = OLD.replace("[food]", "[fod]")
    message = looked_at(
        tmp_path, {"groups/odd.md": odd}, {"groups/odd.md": odd, NEW: OLD.replace("900", "902")}
    )
    assert "content/groups/odd.md" not in {told.file for told in message.problems}


def test_all_that_is_to_be_mended_in_a_file_that_changes_is_said(tmp_path: Path) -> None:
    odd = OLD.replace("[food]", "[fod]")
    message = looked_at(
        tmp_path, {"groups/odd.md": odd}, {"groups/odd.md": odd.replace("10am", "11am")}
    )
    assert "content/groups/odd.md" in {told.file for told in message.problems}


def test_of_a_safe_spaces_file_that_tells_too_much_nothing_is_quoted(tmp_path: Path) -> None:
    secret = OLD.replace("title: Old group", "title: Time to talk\nsensitive: yes").replace(
        "when:", "where: {address: 17 Secret Row, postcode: E8 1AA}\nwhen:"
    )
    message = looked_at(tmp_path, {}, {NEW: secret})
    assert message.changes == ()
    assert message.problems
    said = message.model_dump_json()
    assert [word for word in ("Secret", "E8", "Time to talk") if word in said] == []


@pytest.mark.parametrize("settings", ["name: [", "nme: Guide"])
def test_settings_that_cannot_be_read_are_said_first(tmp_path: Path, settings: str) -> None:
    was, now = copied(TINY, tmp_path / "was", {}), copied(TINY, tmp_path / "now", {})
    (now / "site.yaml").write_text(settings, encoding="utf-8")
    message = message_about(copy_of(was), copy_of(now), lambda _: TODAY, jobs=1)
    assert not message.is_compared
    assert {told.file for told in message.problems} == {"site.yaml"}


def test_a_guide_that_was_no_guide_before_is_not_compared(tmp_path: Path) -> None:
    now = copied(TINY, tmp_path / "now", {})
    nothing = copy_of(tmp_path / "nothing")
    message = message_about(nothing, copy_of(now), lambda _: TODAY, jobs=1)
    assert (message.is_compared, message.changes) == (False, ())


def test_settings_that_differ_are_named(tmp_path: Path) -> None:
    was, now = copied(TINY, tmp_path / "was", {}), copied(TINY, tmp_path / "now", {})
    with (now / "site.yaml").open("a", encoding="utf-8") as file:
        file.write("\nspoken_here: [Gujarati]\n")
    message = message_about(copy_of(was), copy_of(now), lambda _: TODAY, jobs=1)
    assert message.settings == ("spoken here",)


def test_the_command_says_it_and_writes_it_down(tmp_path: Path) -> None:
    was = copied(TINY, tmp_path / "was", {"groups/old.md": OLD})
    now = copied(TINY, tmp_path / "now", {"groups/old.md": OLD.replace("10am", "11am")})
    report = tmp_path / "left" / "message.json"
    ran = CliRunner().invoke(
        cli,
        [
            "changes",
            *("--site", str(now / "site.yaml"), "--content", str(now / "content")),
            *("--before", str(was), "--today", TODAY.isoformat(), "--report", str(report)),
        ],
    )
    assert ran.exit_code == 0
    assert "Old group moves from 10am to 11am" in ran.output
    assert [change.slug for change in read_message(report.read_bytes()).changes] == ["old"]
