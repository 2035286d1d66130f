"""A copy of the moment sends back what was asked for, and never over what somebody else did."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest
from held_conversations import Room, git

from doorstep.conversations.branches import FormName, branch_of, is_entry_file
from doorstep.conversations.clones import Clone, DoNotFit
from doorstep.git import GitSaidNo

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = [
    pytest.mark.whole,
    pytest.mark.skipif(shutil.which("git") is None, reason="needs git"),
]

PAGE = "content/pages/new.md"
TEXT = "---\ntitle: New\n---\nWords.\n"
FORM = FormName("example/lantern-lane", 1)


@pytest.fixture
def room(tmp_path: Path) -> Room:
    return Room.of_tiny(tmp_path)


@pytest.fixture
def clone(room: Room) -> Clone:
    folder = room.folder / "clone"
    folder.mkdir()
    return Clone.of(str(room.origin), folder, "main")


def change(clone: Clone, path: str = PAGE, text: str = TEXT) -> str:
    tree = clone.with_file(clone.main_tip, path, text)
    return clone.commit(tree, [clone.main_tip], FORM.proposing)


def test_a_branch_is_put_where_none_was(room: Room, clone: Clone) -> None:
    commit = change(clone)
    assert clone.put(commit, "form-1", in_place_of="")
    assert (room.tip("form-1"), room.file(PAGE, "form-1")) == (commit, TEXT)


@pytest.mark.parametrize("believed", ["", "main"])
def test_a_branch_that_somebody_moved_is_left_to_them(
    room: Room, clone: Clone, believed: str
) -> None:
    theirs = room.pushes(PAGE, "---\ntitle: Theirs\n---\n", "main")
    git(room.origin, "update-ref", "refs/heads/form-1", theirs)
    seen = clone.main_tip if believed else ""
    assert not clone.put(change(clone), "form-1", in_place_of=seen)
    assert not clone.remove("form-1", if_at=change(clone))
    assert room.tip("form-1") == theirs


def test_what_the_rules_of_a_repository_refuse_is_no_move_of_anybodys(
    room: Room, clone: Clone
) -> None:
    hook = room.origin / "hooks" / "pre-receive"
    hook.write_text("#!/bin/sh\necho No, thank you. >&2\nexit 1\n", encoding="utf-8")
    hook.chmod(0o755)
    with pytest.raises(GitSaidNo, match="No, thank you"):
        clone.put(change(clone), "form-1", in_place_of="")


def test_nothing_is_published_where_the_branch_moved(room: Room, clone: Clone) -> None:
    commit = change(clone)
    clone.put(commit, "form-1", in_place_of="")
    clone.fetch()
    main, theirs = room.tip(), room.pushes(PAGE, "---\ntitle: Theirs\n---\n", "form-1")
    assert not clone.publish(commit, "form-1", approved=commit)
    assert (room.tip(), room.tip("form-1")) == (main, theirs)


def test_a_branch_stays_where_the_guide_moved(room: Room, clone: Clone) -> None:
    commit = change(clone)
    clone.put(commit, "form-1", in_place_of="")
    clone.fetch()
    main = room.pushes("content/pages/other.md", TEXT)
    assert not clone.publish(commit, "form-1", approved=commit)
    assert (room.tip(), room.tip("form-1")) == (main, commit)


def test_what_does_not_fit_is_told(room: Room, clone: Clone) -> None:
    commit = change(clone)
    room.pushes(PAGE, "---\ntitle: Theirs\n---\n")
    clone.fetch()
    with pytest.raises(DoNotFit):
        clone.merged(clone.main_tip, commit)


def test_a_branch_of_ours_is_known_again(clone: Clone) -> None:
    clone.put(change(clone), "form-1", in_place_of="")
    clone.fetch()
    branch = branch_of(clone, FORM)
    assert branch
    assert (branch.path, branch.text, branch.is_ours) == (PAGE, TEXT, True)


def test_a_branch_of_another_form_is_not_taken_for_ours(clone: Clone) -> None:
    clone.put(change(clone), "form-2", in_place_of="")
    clone.fetch()
    branch = branch_of(clone, FormName("example/lantern-lane", 2))
    assert branch
    assert not branch.is_ours


def test_a_branch_that_never_was_in_the_guide_changes_no_entry_of_it(
    room: Room, clone: Clone
) -> None:
    git(room.copy, "checkout", "--quiet", "--orphan", "form-1")
    git(room.copy, "commit", "--quiet", "--message", "Other")
    git(room.copy, "push", "--quiet", "origin", "form-1")
    clone.fetch()
    branch = branch_of(clone, FORM)
    assert branch
    assert (branch.path, branch.is_ours) == ("", False)


def test_a_link_in_a_change_is_no_link_here(room: Room, clone: Clone, tmp_path: Path) -> None:
    (room.copy / PAGE).symlink_to("/etc/passwd")
    git(room.copy, "add", "--all")
    git(room.copy, "commit", "--quiet", "--message", "A link")
    git(room.copy, "push", "--quiet", "origin", "HEAD:form-1")
    clone.fetch()
    clone.unpack(clone.tip("form-1"), tmp_path / "unpacked")
    assert not (tmp_path / "unpacked" / PAGE).is_symlink()


@pytest.mark.parametrize(
    "path",
    [
        "content/groups/../../build.py", "build.py", "content/secrets/tea.md", "content/a.md",
        "content/groups/Tea.md", "content/groups/tea.py", ".github/workflows/x.yaml",
        "content/groups/tea.md\n", "content/groups/deep/tea.md",
    ],
)  # fmt: skip
def test_only_files_of_entries_are_ever_written(path: str) -> None:
    assert not is_entry_file(path)
