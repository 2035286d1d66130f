"""The history of changes says which file was published first, and how often each was changed."""

from __future__ import annotations

import os
import shutil
import subprocess
from typing import TYPE_CHECKING

import pytest

from doorstep.history import edits_of, first_published, numbers_ever

if TYPE_CHECKING:
    from pathlib import Path

NAMES = ("GIT_AUTHOR_NAME", "GIT_AUTHOR_EMAIL", "GIT_COMMITTER_NAME", "GIT_COMMITTER_EMAIL")
NO_SETTINGS = dict.fromkeys(("GIT_CONFIG_GLOBAL", "GIT_CONFIG_SYSTEM"), os.devnull)
SOMEBODY = NO_SETTINGS | dict.fromkeys(NAMES, "pat@example.org")

pytestmark = pytest.mark.skipif(shutil.which("git") is None, reason="needs git")


class Guide:
    """A guide in a scratch repository, to change and to publish."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.content = folder / "content"
        self.git("init", "--quiet", "--initial-branch=main")

    def git(self, *words: str) -> None:
        environment = os.environ | SOMEBODY
        subprocess.run(["git", *words], cwd=self.folder, env=environment, check=True)

    def write(self, name: str, words: str = "Tea.") -> None:
        path = self.content / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(words, encoding="utf-8")
        self.commit()

    def delete(self, name: str) -> None:
        (self.content / name).unlink()
        self.commit()

    def commit(self) -> None:
        self.git("add", "--all")
        self.git("commit", "--quiet", "--message", "A change")

    @property
    def order(self) -> list[str]:
        return list(first_published(self.content))


@pytest.fixture
def guide(tmp_path: Path) -> Guide:
    return Guide(tmp_path)


def test_files_are_in_the_order_they_were_published(guide: Guide) -> None:
    for name in ("groups/tea.md", "events/fair.md", "groups/choir.md"):
        guide.write(name)
    assert first_published(guide.content) == {
        "groups/tea.md": 0,
        "events/fair.md": 1,
        "groups/choir.md": 2,
    }


def test_a_later_edit_changes_nothing_in_the_order(guide: Guide) -> None:
    for name in ("groups/tea.md", "groups/choir.md"):
        guide.write(name)
    guide.write("groups/tea.md", "More tea.")
    assert guide.order == ["groups/tea.md", "groups/choir.md"]


def test_a_file_that_came_back_keeps_its_place(guide: Guide) -> None:
    guide.write("groups/tea.md")
    guide.write("groups/choir.md")
    guide.delete("groups/tea.md")
    guide.write("groups/tea.md")
    assert guide.order == ["groups/tea.md", "groups/choir.md"]


def test_what_was_taken_in_first_is_first_even_if_begun_later(guide: Guide) -> None:
    guide.write("groups/tea.md")
    guide.git("switch", "--quiet", "--create", "change")
    guide.write("groups/begun-early.md")
    guide.git("switch", "--quiet", "main")
    guide.write("groups/taken-in-early.md")
    guide.git("merge", "--quiet", "--no-ff", "--no-edit", "change")
    assert guide.order == ["groups/tea.md", "groups/taken-in-early.md", "groups/begun-early.md"]


def test_a_file_with_a_new_name_is_still_there(guide: Guide) -> None:
    guide.write("groups/tea.md")
    guide.git("mv", "content/groups/tea.md", "content/groups/tea-and-talk.md")
    guide.commit()
    assert "groups/tea-and-talk.md" in guide.order


def test_names_in_any_script_are_told_as_they_are(guide: Guide) -> None:
    guide.write("groups/čaj a řeč.md")
    assert guide.order == ["groups/čaj a řeč.md"]


def test_files_outside_the_folder_do_not_count(guide: Guide) -> None:
    guide.write("../site.yaml")
    guide.write("groups/tea.md")
    assert guide.order == ["groups/tea.md"]


def test_without_a_repository_nothing_is_known(tmp_path: Path) -> None:
    assert first_published(tmp_path) == {}


def test_without_git_nothing_is_known(guide: Guide, monkeypatch: pytest.MonkeyPatch) -> None:
    guide.write("groups/tea.md")
    monkeypatch.setattr("shutil.which", lambda _: None)
    assert first_published(guide.content) == {}


def counts(guide: Guide) -> dict[str, int]:
    return {name: edits.count for name, edits in edits_of(guide.content).items()}


def test_every_change_of_a_file_counts(guide: Guide) -> None:
    guide.write("groups/tea.md")
    guide.write("groups/chess.md")
    guide.write("groups/tea.md", "Tea and talk.")
    assert counts(guide) == {"groups/tea.md": 2, "groups/chess.md": 1}


def test_a_file_with_a_new_name_keeps_its_count(guide: Guide) -> None:
    guide.write("groups/tea.md")
    guide.write("groups/tea.md", "Tea and talk.")
    guide.git("mv", "content/groups/tea.md", "content/groups/tea and\ttalk.md")
    guide.commit()
    assert counts(guide) == {"groups/tea and\ttalk.md": 3}


def test_a_file_that_comes_back_does_not_begin_anew(guide: Guide) -> None:
    guide.write("groups/tea.md")
    guide.delete("groups/tea.md")
    guide.write("groups/tea.md")
    assert counts(guide) == {"groups/tea.md": 3}


def test_the_last_change_has_its_time(guide: Guide) -> None:
    guide.write("groups/tea.md")
    told = guide.content / "groups"
    seconds = subprocess.check_output(["git", "log", "-1", "--format=%ct"], cwd=told)
    assert edits_of(guide.content)["groups/tea.md"].last.timestamp() == int(seconds)


def test_the_first_change_keeps_its_time_under_every_name(
    guide: Guide, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GIT_COMMITTER_DATE", "2026-09-08T12:00:00Z")
    guide.write("groups/tea.md", "Tea and talk, every Tuesday.")
    monkeypatch.setenv("GIT_COMMITTER_DATE", "2026-10-08T12:00:00Z")
    guide.git("mv", "content/groups/tea.md", "content/groups/tea-and-talk.md")
    guide.commit()
    edits = edits_of(guide.content)["groups/tea-and-talk.md"]
    assert (edits.first.month, edits.last.month) == (9, 10)


def test_half_a_history_counts_nothing(guide: Guide, tmp_path: Path) -> None:
    guide.write("groups/tea.md")
    guide.write("groups/tea.md", "Tea and talk.")
    guide.git("clone", "--quiet", "--depth=1", tmp_path.as_uri(), "shallow")
    assert edits_of(tmp_path / "shallow" / "content") == {}


def test_no_history_counts_nothing(tmp_path: Path) -> None:
    assert edits_of(tmp_path) == {}


def numbered(number: int) -> str:
    return f"---\ntitle: Tea\nnumber: {number}\n---\nCome in.\n"


def test_the_number_of_an_entry_that_is_gone_is_known(guide: Guide) -> None:
    guide.write("groups/tea.md", numbered(127))
    guide.delete("groups/tea.md")
    assert 127 in numbers_ever(guide.content)


def test_a_number_that_was_changed_is_known(guide: Guide) -> None:
    guide.write("groups/tea.md", numbered(127))
    guide.write("groups/tea.md", numbered(128))
    assert numbers_ever(guide.content) == {127, 128}


@pytest.mark.parametrize(
    "line", ["number: No. 127", "  number: '127'", "- number: 127", "number : 127"]
)
def test_a_number_is_known_however_it_is_written(guide: Guide, line: str) -> None:
    guide.write("places/halls.yaml", f"{line}\n")
    guide.delete("places/halls.yaml")
    assert numbers_ever(guide.content) == {127}


def test_a_number_given_where_a_change_is_taken_in_is_known(guide: Guide) -> None:
    guide.write("groups/choir.md", "Songs.")
    guide.git("switch", "--quiet", "--create", "form-1")
    guide.write("groups/tea.md", numbered(1).replace("number: 1\n", ""))
    guide.git("switch", "--quiet", "main")
    guide.git("merge", "--quiet", "--no-ff", "--no-commit", "form-1")
    guide.write("groups/tea.md", numbered(127))
    guide.delete("groups/tea.md")
    assert numbers_ever(guide.content) == {127}


def test_numbers_of_the_example_are_nobodys_once_it_is_gone(guide: Guide) -> None:
    (guide.folder / "site.yaml").write_text("name: Harbour Row\nexample: yes\n", encoding="utf-8")
    guide.write("groups/tea.md", numbered(127))
    (guide.folder / "site.yaml").write_text("name: Our street\n", encoding="utf-8")
    guide.delete("groups/tea.md")
    guide.write("groups/chess.md", numbered(101))
    guide.delete("groups/chess.md")
    assert numbers_ever(guide.content) == {101}


def test_numbers_elsewhere_in_the_repository_do_not_count(guide: Guide) -> None:
    guide.write("../other/groups/tea.md", numbered(127))
    guide.delete("../other/groups/tea.md")
    assert numbers_ever(guide.content) == frozenset()


def test_without_a_history_no_number_is_known(tmp_path: Path) -> None:
    assert numbers_ever(tmp_path) == frozenset()
