"""The workflows that answer a change run nothing of it, and believe nothing that it left behind."""

from __future__ import annotations

import subprocess
from pathlib import Path
from typing import Any

import pytest
from test_workflows import read_named, steps_of

pytestmark = pytest.mark.whole

ROOT = Path(__file__).resolve().parent.parent
SCRIPTS = ROOT / "scripts"
OURS = "github.event.pull_request.head.repo.full_name == github.repository"
ANSWERING = ["answer", "previews"]


def using(steps: list[dict[str, Any]], action: str) -> list[dict[str, Any]]:
    return [step for step in steps if step.get("uses", "").startswith(f"actions/{action}@")]


def named(steps: list[dict[str, Any]], run: str) -> dict[str, Any]:
    (step,) = (step for step in steps if step.get("run") == run)
    return step


def test_the_answer_follows_the_check() -> None:
    assert read_named("answer")["on"] == {
        "workflow_run": {"workflows": [read_named("check")["name"]], "types": ["completed"]}
    }


@pytest.mark.parametrize("name", ANSWERING)
def test_what_answers_fetches_the_guide_as_it_is_and_never_the_change(name: str) -> None:
    checkouts = using(steps_of(read_named(name)), "checkout")
    assert checkouts
    kept = {"ref": "${{ github.event.repository.default_branch }}", "persist-credentials": "false"}
    assert all(step["with"] == kept for step in checkouts)


@pytest.mark.parametrize("name", ANSWERING)
def test_only_the_last_step_is_handed_a_token_to_write_with(name: str) -> None:
    for job in read_named(name)["jobs"].values():
        handed = [step for step in job["steps"] if "GH_TOKEN" in step.get("env", {})]
        assert handed == [job["steps"][-1]]


def test_what_the_check_left_behind_is_put_outside_the_guide() -> None:
    downloads = using(steps_of(read_named("answer")), "download-artifact")
    assert len(downloads) == 2
    assert {step["with"]["path"] for step in downloads} == {"${{ runner.temp }}/left"}


def test_a_missing_message_is_no_reason_to_say_nothing() -> None:
    downloads = using(steps_of(read_named("answer")), "download-artifact")
    assert all(step["continue-on-error"] == "true" for step in downloads)


def test_pictures_are_kept_of_branches_of_this_repository_only() -> None:
    condition = read_named("answer")["jobs"]["pictures"]["if"]
    assert "workflow_run.head_repository.full_name == github.repository" in condition
    assert read_named("previews")["jobs"]["forget"]["if"] == OURS


def test_what_says_it_may_write_no_files() -> None:
    permissions = read_named("answer")["jobs"]["answer"]["permissions"]
    assert permissions == {"contents": "read", "actions": "read", "pull-requests": "write"}


def test_words_wait_for_the_pictures_and_go_on_without_them() -> None:
    job = read_named("answer")["jobs"]["answer"]
    assert job["needs"] == "pictures"
    assert "!cancelled()" in job["if"]


def test_the_check_has_no_power_at_all() -> None:
    jobs = read_named("check")["jobs"].values()
    assert all(job["permissions"] == {"contents": "read"} for job in jobs)
    assert "secrets" not in str(read_named("check"))
    assert "github.token" not in str(read_named("check"))


def test_words_are_left_behind_even_when_something_is_to_be_mended() -> None:
    steps = read_named("check")["jobs"]["content"]["steps"]
    runs = [step.get("run") or step["with"].get("name", "") for step in steps]
    assert runs.index("answer") < runs.index('make check ARGS="--format github"')


def test_pictures_that_were_not_taken_keep_no_words_back() -> None:
    step = named(read_named("check")["jobs"]["content"]["steps"], "make pictures")
    assert (step["if"], step["continue-on-error"]) == (OURS, "true")


CODE = "steps.touches.outputs.code == 'true'"


def test_only_a_change_of_the_code_is_tested_whole() -> None:
    steps = read_named("check")["jobs"]["code"]["steps"]
    for run in ("make lint", "make test"):
        assert named(steps, run)["if"] == CODE
    for run in ("make fuzz", "make audit"):
        assert named(steps, run)["if"].startswith(f"{CODE} && ")


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """A repository with our scripts, an entry and some code."""
    folder = tmp_path / "guide"
    for name in ("before-the-change", "touches-code"):
        write(folder, f"scripts/{name}", (SCRIPTS / name).read_text("utf-8"))
        (folder / "scripts" / name).chmod(0o755)
    git(tmp_path, "init", "--quiet", str(folder))
    write(folder, "content/groups/tea.md", "before")
    write(folder, "site.yaml", "name: Guide")
    write(folder, "build.py", "code")
    commit(folder)
    return folder


def git(folder: Path, *words: str) -> None:
    identity = ["-c", "user.name=A", "-c", "user.email=a@example.org"]
    subprocess.run(["git", *identity, *words], cwd=folder, check=True, capture_output=True)


def write(folder: Path, name: str, text: str) -> None:
    (folder / name).parent.mkdir(parents=True, exist_ok=True)
    (folder / name).write_text(text, encoding="utf-8")


def commit(folder: Path) -> None:
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "--message=A change")


def touches(folder: Path, event: str = "pull_request") -> str:
    run = subprocess.run(
        [folder / "scripts" / "touches-code"],
        env={"PATH": "/usr/bin:/bin", "GITHUB_EVENT_NAME": event},
        capture_output=True,
        text=True,
        check=True,
    )
    return run.stdout.strip()


@pytest.mark.parametrize("file", ["content/groups/tea.md", "site.yaml", "content/photos/tea.jpg"])
def test_what_the_guide_says_is_no_code(repository: Path, file: str) -> None:
    write(repository, file, "after")
    commit(repository)
    assert touches(repository) == "code=false"


@pytest.mark.parametrize("file", ["build.py", "docs/site.yaml", "contents.py", "new\nline.py"])
def test_everything_else_is_code(repository: Path, file: str) -> None:
    write(repository, "site.yaml", "after")
    write(repository, file, "after")
    commit(repository)
    assert touches(repository) == "code=true"


def test_what_is_pushed_is_tested_whole(repository: Path) -> None:
    write(repository, "site.yaml", "after")
    commit(repository)
    assert touches(repository, event="push") == "code=true"


def test_the_guide_as_it_was_is_put_beside_it(repository: Path) -> None:
    write(repository, "content/groups/tea.md", "after")
    commit(repository)
    subprocess.run([repository / "scripts" / "before-the-change", "_before"], check=True)
    assert (repository / "_before" / "content" / "groups" / "tea.md").read_text() == "before"
    assert (repository / "_before" / "site.yaml").is_file()
    assert not (repository / "_before" / "build.py").exists()
