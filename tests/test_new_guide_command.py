"""The new-guide command asks one question at a time, reads back, and changes nothing unasked."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from test_messages import put_off_by
from test_new_guide_answers import KEPT, TYPED
from test_new_guide_starting import checked, files_of, the_example

from build import cli

OPTIONS = {"--today": "2026-11-22", "--repository": KEPT}
GIVEN = {f"--{name.replace('_', '-')}": answer for name, answer in TYPED.items()}
IN_ORDER = "\n".join(TYPED.values())


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An example guide, in which commands are typed, far from any run on GitHub."""
    for name in [name for name in os.environ if name.startswith(("GITHUB_", "GUIDE_"))]:
        monkeypatch.delenv(name)
    monkeypatch.chdir(the_example(tmp_path))
    return tmp_path


def said(*flags: str, typed: str = "", options: dict[str, str] | None = None) -> Result:
    words = [word for pair in (OPTIONS | (options or {})).items() for word in pair]
    return CliRunner().invoke(cli, ["new-guide", *words, *flags], input=typed)


def test_options_that_answer_all_are_enough(folder: Path) -> None:
    done = said(options=GIVEN)
    assert done.exit_code == 0
    assert "Your guide has 8 pages" in done.stdout
    assert checked(folder)[0].name == "Elm Park guide"


def test_without_options_each_question_is_asked_with_an_example_and_read_back(
    folder: Path,
) -> None:
    done = said(typed=f"{IN_ORDER}\ny\n")
    assert done.exit_code == 0
    assert "What is the guide called?\n  Such as: Elm Park guide" in done.stderr
    assert "Read as: Elm Park forum, phone 01632 960 123." in done.stderr
    assert checked(folder)[0].url == "https://elm-park.github.io/guide/"


def test_a_question_is_asked_again_until_its_answer_can_be_read(folder: Path) -> None:
    done = said(typed=IN_ORDER.replace("guide\n", "guide\nSam\n", 1) + "\ny\n")
    assert "There is no phone number in “Sam”." in done.stderr
    assert checked(folder)[0].help_line.name == "Elm Park forum"


def test_nothing_changes_when_a_person_says_that_it_is_not_right(folder: Path) -> None:
    before = files_of(folder)
    done = said(typed=f"{IN_ORDER}\nn\n")
    assert (done.exit_code, files_of(folder)) == (1, before)
    assert "Nothing has changed." in done.stdout


@pytest.mark.parametrize("typed", ["", "Elm Park guide\n", f"{IN_ORDER}\n"])
def test_nothing_changes_when_a_person_goes_away(folder: Path, typed: str) -> None:
    before = files_of(folder)
    assert said(typed=typed).exit_code == 1
    assert files_of(folder) == before


def test_all_that_cannot_be_read_is_told_at_once_and_nothing_changes(folder: Path) -> None:
    before = files_of(folder)
    done = said(options={"--name": "Elm Park guide", "--where": "here"})
    assert [line.split(":")[0] for line in done.stdout.splitlines()] == [
        *("Help line", "Where", "Kept by"),
    ]
    assert put_off_by(done.stdout) == []
    assert (done.exit_code, files_of(folder)) == (1, before)


def test_a_run_on_github_is_told_of_on_its_page(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(folder / "summary.md"))
    assert said(options={"--name": "Elm Park guide"}).exit_code == 1
    assert said(options=GIVEN).exit_code == 0
    summary = (folder / "summary.md").read_text("utf-8")
    assert summary.index("## Nothing has changed") < summary.index("## Elm Park guide has begun")


def test_answers_come_through_the_surroundings_as_they_are(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, answer in (TYPED | {"name": "$(id) `id` ${HOME} Elm's"}).items():
        monkeypatch.setenv(f"GUIDE_{name.upper()}", answer)
    assert said().exit_code == 0
    assert checked(folder)[0].name == "$(id) `id` ${HOME} Elm's"


def test_a_guide_of_ones_own_is_cleared_only_when_told_so(folder: Path) -> None:
    said(options=GIVEN)
    refused = said(options=GIVEN | {"--name": "Another guide"})
    assert refused.exit_code == 1
    assert "Nothing has changed. To clear it all the same, add --again." in refused.stdout
    assert checked(folder)[0].name == "Elm Park guide"
    assert said("--again", options=GIVEN | {"--name": "Another guide"}).exit_code == 0
    assert checked(folder)[0].name == "Another guide"


def test_the_forms_are_made_anew_where_there_are_any(folder: Path) -> None:
    forms = folder / ".github" / "ISSUE_TEMPLATE"
    forms.mkdir(parents=True)
    (forms / "config.yml").write_text("of Harbour Row\n", "utf-8")
    assert said(options=GIVEN).exit_code == 0
    assert "elm-park.github.io" in (forms / "config.yml").read_text("utf-8")


def test_no_forms_are_made_where_there_are_none(folder: Path) -> None:
    said(options=GIVEN)
    assert not (folder / ".github").exists()
