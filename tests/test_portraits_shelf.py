"""The shelf keeps the pictures of each change that is open, and forgets those of the others."""

from __future__ import annotations

import subprocess
from typing import TYPE_CHECKING

import pytest

from doorstep.git import GitSaidNo
from doorstep.portraits.shelf import (
    BRANCH,
    picture_address,
    put_on_shelf,
    take_off_shelf,
    tidy_shelf,
)
from doorstep.portraits.shelf_git import Git, PushedInBetween

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.whole


@pytest.fixture
def remote(tmp_path: Path) -> str:
    """An empty repository to push to."""
    folder = tmp_path / "origin.git"
    git(tmp_path, "init", "--quiet", "--bare", "--initial-branch=main", str(folder))
    return str(folder)


def git(folder: Path | str, *words: str) -> str:
    run = subprocess.run(["git", "-C", str(folder), *words], capture_output=True, text=True)
    assert run.returncode == 0, run.stderr
    return run.stdout.strip()


def picture(folder: Path, name: str, content: bytes = b"a picture") -> Path:
    path = folder / f"{name}.png"
    path.write_bytes(content)
    return path


def kept(remote: str) -> list[str]:
    return git(remote, "ls-tree", "-r", "--name-only", BRANCH).split("\n")


def has_shelf(remote: str) -> bool:
    return BRANCH in git(remote, "branch", "--list", BRANCH)


def test_pictures_are_kept_in_the_folder_of_their_change(remote: str, tmp_path: Path) -> None:
    paths = put_on_shelf(12, [picture(tmp_path, "groups-tea"), picture(tmp_path, "home")], remote)
    assert kept(remote) == sorted(paths)
    assert all(path.startswith("12/") for path in paths)


def test_what_is_kept_is_the_picture_as_it_was(remote: str, tmp_path: Path) -> None:
    (path,) = put_on_shelf(12, [picture(tmp_path, "tea", b"\x89PNG\r\n\x00\xff")], remote)
    shown = subprocess.run(
        ["git", "-C", remote, "show", f"{BRANCH}:{path}"], capture_output=True, check=True
    )
    assert shown.stdout == b"\x89PNG\r\n\x00\xff"


def test_new_pictures_of_a_change_take_the_place_of_the_old(remote: str, tmp_path: Path) -> None:
    (old,) = put_on_shelf(12, [picture(tmp_path, "tea", b"old")], remote)
    (new,) = put_on_shelf(12, [picture(tmp_path, "tea", b"new")], remote)
    assert old != new
    assert kept(remote) == [new]


def test_changes_keep_out_of_each_others_way(remote: str, tmp_path: Path) -> None:
    first = put_on_shelf(1, [picture(tmp_path, "tea")], remote)
    other = put_on_shelf(12, [picture(tmp_path, "tea")], remote)
    take_off_shelf(1, remote)
    assert kept(remote) == list(other)
    assert first != other


def test_an_empty_shelf_is_no_branch(remote: str, tmp_path: Path) -> None:
    put_on_shelf(12, [picture(tmp_path, "tea")], remote)
    take_off_shelf(12, remote)
    assert not has_shelf(remote)


def test_taking_off_what_was_never_there_changes_nothing(remote: str) -> None:
    take_off_shelf(12, remote)
    assert not has_shelf(remote)


def test_a_tidy_shelf_has_only_what_is_open(remote: str, tmp_path: Path) -> None:
    for change in (1, 2, 12):
        put_on_shelf(change, [picture(tmp_path, "tea")], remote)
    tidy_shelf({2, 99}, remote)
    assert [path.partition("/")[0] for path in kept(remote)] == ["2"]


def test_pictures_that_were_taken_off_are_in_no_history(remote: str, tmp_path: Path) -> None:
    for change in (1, 2):
        put_on_shelf(change, [picture(tmp_path, "tea")], remote)
    assert git(remote, "rev-list", "--count", BRANCH) == "1"


def test_the_same_pictures_again_move_nothing(remote: str, tmp_path: Path) -> None:
    put_on_shelf(12, [picture(tmp_path, "tea")], remote)
    before = git(remote, "rev-parse", BRANCH)
    put_on_shelf(12, [picture(tmp_path, "tea")], remote)
    assert git(remote, "rev-parse", BRANCH) == before


def test_the_branches_of_the_guide_stay_as_they_are(remote: str, tmp_path: Path) -> None:
    clone = tmp_path / "clone"
    git(tmp_path, "clone", "--quiet", remote, str(clone))
    identity = ["-c", "user.name=A", "-c", "user.email=a@example.org"]
    git(clone, *identity, "commit", "--quiet", "--allow-empty", "--message=The guide")
    git(clone, "push", "--quiet", "origin", "HEAD:main")
    before = git(remote, "rev-parse", "main")
    put_on_shelf(12, [picture(tmp_path, "tea")], remote)
    assert git(remote, "rev-parse", "main") == before


def test_two_at_once_both_find_room(
    remote: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    publish = Git.publish
    others = iter([2, 3])

    def publish_second(self: Git, *words: object, **named: object) -> None:
        if (change := next(others, 0)) and self.remote == remote:
            put_on_shelf(change, [picture(tmp_path, "film")], remote)
        publish(self, *words, **named)  # type: ignore[arg-type]

    monkeypatch.setattr(Git, "publish", publish_second)
    put_on_shelf(1, [picture(tmp_path, "tea")], remote)
    assert {path.partition("/")[0] for path in kept(remote)} == {"1", "2", "3"}


def test_somebody_who_is_always_first_is_not_waited_for_for_ever(
    remote: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def never(*_: object, **__: object) -> None:
        raise PushedInBetween("somebody else was first")

    monkeypatch.setattr(Git, "publish", never)
    with pytest.raises(PushedInBetween):
        put_on_shelf(1, [picture(tmp_path, "tea")], remote)


def test_a_repository_that_is_not_there_is_said(tmp_path: Path) -> None:
    with pytest.raises(GitSaidNo):
        put_on_shelf(1, [picture(tmp_path, "tea")], str(tmp_path / "nowhere"))


def test_what_is_no_plain_file_is_not_carried_on(remote: str, tmp_path: Path) -> None:
    clone = tmp_path / "clone"
    git(tmp_path, "clone", "--quiet", remote, str(clone))
    (clone / "link").symlink_to("/etc/passwd")
    git(clone, "add", "link")
    identity = ["-c", "user.name=A", "-c", "user.email=a@example.org"]
    git(clone, *identity, "commit", "--quiet", "--message=A link")
    git(clone, "push", "--quiet", "origin", f"HEAD:{BRANCH}")
    paths = put_on_shelf(12, [picture(tmp_path, "tea")], remote)
    assert kept(remote) == list(paths)


def test_a_picture_is_shown_at_an_address_of_the_repository() -> None:
    address = picture_address("https://github.com/name/guide/", "12/tea-0a.png")
    assert address == "https://github.com/name/guide/blob/previews/12/tea-0a.png?raw=true"
