"""The workflows of .github/ do what they promise, with as little power as that takes."""

import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

pytestmark = pytest.mark.whole

ROOT = Path(__file__).resolve().parent.parent
WORKFLOWS = sorted((ROOT / ".github" / "workflows").glob("*.yml"))
NOT_HERE = 77

every_workflow = pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.stem)


def read(path: Path) -> dict[str, Any]:
    # The base loader leaves "on" as a word, where YAML 1.1 would make it true.
    workflow: dict[str, Any] = yaml.load(path.read_text("utf-8"), Loader=yaml.BaseLoader)  # noqa: S506
    return workflow


def read_named(name: str) -> dict[str, Any]:
    return read(ROOT / ".github" / "workflows" / f"{name}.yml")


def steps_of(workflow: dict[str, Any]) -> list[dict[str, Any]]:
    return [step for job in workflow["jobs"].values() for step in job.get("steps", [])]


def test_zizmor_finds_nothing() -> None:
    zizmor = Path(sys.executable).with_name("zizmor")
    options = ["--quiet", "--offline", "--strict-collection", "--persona", "auditor"]
    run = subprocess.run([zizmor, *options, ".github"], cwd=ROOT, capture_output=True, text=True)
    assert run.returncode == 0, run.stdout + run.stderr


def test_actionlint_finds_nothing() -> None:
    run = subprocess.run([ROOT / "scripts" / "actionlint"], capture_output=True, text=True)
    if run.returncode == NOT_HERE:
        pytest.skip(run.stderr.strip())
    assert run.returncode == 0, run.stdout + run.stderr


@every_workflow
def test_actions_are_pinned_by_commit_with_their_tag_beside_it(path: Path) -> None:
    pinned = re.compile(r"actions/[a-z-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+")
    used = re.findall(r"uses: +(.+)", path.read_text("utf-8"))
    outside = [action for action in used if not action.startswith("./")]
    assert [action for action in outside if not pinned.fullmatch(action)] == []


def test_an_action_is_at_one_version_everywhere() -> None:
    text = "".join(path.read_text("utf-8") for path in WORKFLOWS)
    pins = set(re.findall(r"uses: +(actions/.+)", text))
    assert len(pins) == len({pin.partition("@")[0] for pin in pins})


@every_workflow
def test_a_workflow_starts_with_no_permissions(path: Path) -> None:
    assert read(path)["permissions"] == {}


@every_workflow
def test_only_what_deploys_or_keeps_what_was_fetched_may_write(path: Path) -> None:
    writers = {
        (name, scope)
        for name, job in read(path)["jobs"].items()
        for scope, access in job["permissions"].items()
        if access == "write"
    }
    deploying = {("deploy", "pages"), ("deploy", "id-token")}
    calling = {("publish", "pages"), ("publish", "id-token")}
    keeping = {("calendars", "contents")}
    offering = {("fetch", "contents"), ("fetch", "pull-requests")}
    allowed = {"publish": deploying, "nightly": calling | keeping, "area-map": offering}
    allowed["start"] = calling | {("start", "contents")}
    allowed["nightly"] |= {("schedules", "actions")}
    allowed["upkeep"] = {("round", "issues"), ("links", "issues"), ("schedules", "actions")}
    allowed["schedules"] = {("ask", "actions")}
    allowed["forms"] = calling | {("tell", "contents"), ("tell", "issues")}
    allowed["forms"] |= {("answer", may) for may in ("contents", "issues", "pull-requests")}
    allowed["answer"] = {("pictures", "contents"), ("answer", "pull-requests")}
    allowed["previews"] = {("forget", "contents")}
    assert writers == allowed.get(path.stem, set())


def test_what_fetches_calendars_is_handed_no_token() -> None:
    steps = read_named("nightly")["jobs"]["calendars"]["steps"]
    handed = [step.get("run") for step in steps if "github.token" in str(step)]
    assert handed == ["scripts/keep-what-is-new"]


def test_what_fetches_streets_is_handed_no_token_and_runs_by_hand_only() -> None:
    workflow = read_named("area-map")
    handed = [step.get("run") for step in steps_of(workflow) if "github.token" in str(step)]
    assert handed == ["scripts/offer-streets"]
    assert set(workflow["on"]) == {"workflow_dispatch"}


@every_workflow
def test_no_checkout_leaves_a_token_behind(path: Path) -> None:
    checkouts = [step for step in steps_of(read(path)) if "actions/checkout" in str(step)]
    assert all(step["with"]["persist-credentials"] == "false" for step in checkouts)


def test_publishing_waits_for_the_calendars_and_goes_on_without_them() -> None:
    publish = read_named("nightly")["jobs"]["publish"]
    assert (publish["needs"], publish["if"]) == ("calendars", "${{ !cancelled() }}")


def test_publish_takes_the_newest_of_its_branch_with_what_was_just_kept() -> None:
    checkout = steps_of(read_named("publish"))[0]
    assert checkout["with"]["ref"] == "${{ github.ref }}"


@every_workflow
def test_strangers_words_never_stand_in_a_script_line(path: Path) -> None:
    scripts = [step["run"] for step in steps_of(read(path)) if "run" in step]
    assert not any("${{" in script for script in scripts)


@every_workflow
def test_a_job_that_hangs_is_stopped(path: Path) -> None:
    own_jobs = [job for job in read(path)["jobs"].values() if "uses" not in job]
    assert all(int(job["timeout-minutes"]) <= 30 for job in own_jobs)


@every_workflow
def test_a_strangers_change_is_never_run_with_the_guides_own_power(path: Path) -> None:
    allowed = {"workflow_run"} if path.stem == "answer" else set()  # it runs nothing of the change
    assert {"pull_request_target", "workflow_run"} & set(read(path)["on"]) == allowed


SCHEDULED = {path.stem: read(path)["on"] for path in WORKFLOWS if "schedule" in read(path)["on"]}


def test_what_publishes_by_the_clock_is_started_by_nothing_else() -> None:
    assert {name: set(on) for name, on in SCHEDULED.items()} == {
        "audit": {"schedule", "workflow_dispatch"},
        "nightly": {"schedule"},
        "upkeep": {"schedule", "workflow_dispatch"},
    }


def test_the_gate_and_the_check_look_for_known_holes_and_try_odd_bytes() -> None:
    gate = (ROOT / ".ci" / "run").read_text("utf-8").splitlines()
    steps = read_named("check")["jobs"]["code"]["steps"]
    for run in ("make fuzz", "make audit"):
        assert run in gate
        assert run in [step.get("run") for step in steps]


def test_the_schedules_avoid_the_busy_minutes() -> None:
    minutes = [int(one["cron"].split()[0]) for on in SCHEDULED.values() for one in on["schedule"]]
    assert [minute for minute in minutes if minute % 5 == 0] == []


def test_whatever_runs_every_day_asks_github_to_go_on_with_all_that_runs_by_the_clock() -> None:
    daily = [name for name, on in SCHEDULED.items() if "* * *" in str(on["schedule"])]
    assert daily == ["nightly", "upkeep"]
    for name in daily:
        call = read_named(name)["jobs"]["schedules"]
        assert call["uses"] == "./.github/workflows/schedules.yml"
        assert call["permissions"] == read_named("schedules")["jobs"]["ask"]["permissions"]


def test_links_are_visited_once_a_month_and_the_round_is_kept_every_day() -> None:
    daily, monthly = (one["cron"] for one in read_named("upkeep")["on"]["schedule"])
    jobs = read_named("upkeep")["jobs"]
    assert (daily.split()[2:], monthly.split()[2:]) == (["*", "*", "*"], ["2", "*", "*"])
    assert jobs["round"]["if"] == f"github.event.schedule != '{monthly}'"
    assert jobs["links"]["if"] == f"github.event.schedule != '{daily}'"


def test_what_visits_links_is_handed_no_token() -> None:
    steps = read_named("upkeep")["jobs"]["links"]["steps"]
    handed = [step.get("run") for step in steps if "github.token" in str(step)]
    assert handed == ['make upkeep ARGS="links --from links.json"']


def test_nightly_calls_publish_with_all_that_its_jobs_ask_for() -> None:
    call = read_named("nightly")["jobs"]["publish"]
    asked = [job["permissions"] for job in read_named("publish")["jobs"].values()]
    assert call["uses"] == "./.github/workflows/publish.yml"
    assert call["permissions"] == {"contents": "read", "pages": "write", "id-token": "write"}
    assert set(call["permissions"]) == {scope for permissions in asked for scope in permissions}


def test_publish_runs_on_a_merge_by_hand_and_when_called() -> None:
    triggers = read_named("publish")["on"]
    assert set(triggers) == {"push", "workflow_dispatch", "workflow_call"}
    assert triggers["push"] == {"branches": ["main"]}


def test_publish_fetches_the_whole_history() -> None:
    checkouts = [
        step
        for step in steps_of(read_named("publish"))
        if "actions/checkout" in step.get("uses", "")
    ]
    assert [step["with"]["fetch-depth"] for step in checkouts] == ["0"]


def test_what_a_build_kept_comes_back_to_the_next_one_that_publishes_and_to_no_other() -> None:
    kept = {
        path.stem: step["with"]
        for path in WORKFLOWS
        for step in steps_of(read(path))
        if step.get("uses", "").startswith("actions/cache@")
    }
    assert kept.keys() == {"publish"}
    assert kept["publish"]["path"] == "~/.cache/doorstep"
    # Every run leaves what it kept under a key of its own; the next takes the newest.
    assert kept["publish"]["key"].startswith(kept["publish"]["restore-keys"])
    assert "run_id" in kept["publish"]["key"]


def test_packages_that_were_fetched_before_are_held_against_their_hashes_again() -> None:
    steps = steps_of(read_named("publish"))
    (python,) = (step for step in steps if step.get("uses", "").startswith("actions/setup-python@"))
    assert python["with"]["cache"] == "pip"
    assert "--require-hashes" in (ROOT / "scripts" / "install").read_text("utf-8")


def test_publish_builds_for_the_address_that_pages_gives() -> None:
    build = next(
        step for step in steps_of(read_named("publish")) if step.get("run") == "make pages"
    )
    assert build["env"] == {"SITE_URL": "${{ steps.address.outputs.base_url }}"}


def test_publishing_is_never_cut_short_by_a_later_run() -> None:
    assert read_named("publish")["concurrency"] == {"group": "pages", "cancel-in-progress": "false"}


def test_problems_in_a_change_are_shown_on_its_lines() -> None:
    scripts = [step.get("run") for step in steps_of(read_named("check"))]
    assert 'make check ARGS="--format github"' in scripts


def test_what_a_form_put_live_is_published_and_told_in_that_order() -> None:
    jobs = read_named("forms")["jobs"]
    assert jobs["publish"]["if"] == "needs.answer.outputs.live == 'yes'"
    assert jobs["publish"]["permissions"] == read_named("nightly")["jobs"]["publish"]["permissions"]
    assert jobs["tell"]["needs"] == ["answer", "publish"]


def test_a_form_whose_publishing_gave_way_to_a_later_one_is_told_all_the_same() -> None:
    told = read_named("forms")["jobs"]["tell"]["if"]
    assert "needs.answer.outputs.live == 'yes'" in told
    assert "needs.publish.result != 'failure'" in told


def test_what_robots_write_and_what_is_no_form_of_ours_costs_nothing() -> None:
    from doorstep.forms.kinds_of_forms import AGREED

    asked = read_named("forms")["jobs"]["answer"]["if"]
    assert "github.event.sender.type == 'User'" in asked
    assert f"contains(github.event.issue.body, '### {AGREED}')" in asked


def test_a_form_is_answered_by_one_run_at_a_time_which_is_never_cut_short() -> None:
    group = "forms-${{ github.event.issue.number }}"
    concurrency = {"group": group, "cancel-in-progress": "false"}
    assert read_named("forms")["concurrency"] == concurrency
