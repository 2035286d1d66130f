"""The page for whoever looks after the guide next says who, what is due, and how it moves house."""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path
from typing import TYPE_CHECKING

import yaml
from builders import guide_of
from msgspec.structs import replace

from doorstep.outputs.contents import handover_paths
from doorstep.views.handover import PAGES_TO_READ, handover_view

if TYPE_CHECKING:
    from doorstep.views.handover_views import HandoverView

ROOT = Path(__file__).parent.parent
OLD = "---\ntitle: Tea\nchecked: 2025-10-18\n---\n"
FRESH = "---\ntitle: Fresh\nchecked: 2026-11-16\n---\n"
DUE = "---\ntitle: Choir\nchecked: 2026-08-14\n---\n"
REPOSITORY = "https://github.com/name/guide"


def view(folder: Path, files: dict[str, str] | None = None, **settings: object) -> HandoverView:
    guide = guide_of(folder, files or {}, **settings)
    return handover_view(replace(guide, assets=defaultdict(str)))


def lines(shown: HandoverView) -> list[str]:
    every = (line for section in shown.sections for line in section.lines)
    return ["".join(run.text for run in line) for line in every]


def links(shown: HandoverView) -> list[str]:
    every = (line for section in shown.sections for line in section.lines)
    return [run.href for line in every for run in line if run.href]


def test_it_says_who_looks_after_the_guide(tmp_path: Path) -> None:
    forum = {"name": "Harbour Row forum", "people": "Pat and Amina", "meets": "Tuesdays, 6:30pm"}
    said = lines(view(tmp_path, forum=forum, editing={"reviewers": "Pat or Joe"}))
    assert "Harbour Row forum: Pat and Amina." in said
    assert "It meets: Tuesdays, 6:30pm." in said
    assert "Pat or Joe look at what people send, usually by tomorrow." in said


def test_it_says_what_is_due_with_what_left_the_lists(tmp_path: Path) -> None:
    said = lines(view(tmp_path, {"groups/tea.md": OLD, "groups/choir.md": DUE}))
    assert "2 entries to make sure of." in said
    assert "1 is out of the lists, because nobody checked it for so long." in said


def test_of_a_guide_that_has_just_begun_it_counts_nothing(tmp_path: Path) -> None:
    said = lines(view(tmp_path))
    assert "Nothing is listed here yet." in said
    assert [line for line in said if "Checked this month" in line or line.startswith("0 ")] == []


def test_with_everything_checked_it_says_so_and_counts_no_entries(tmp_path: Path) -> None:
    said = lines(view(tmp_path, {"groups/tea.md": FRESH}))
    assert "Everything is checked. There is nothing to ask now." in said
    assert [line for line in said if line.startswith("0 ")] == []


def test_it_leads_to_the_check_up_sheet_and_to_what_is_missing(tmp_path: Path) -> None:
    assert {"/guide/print/check-up/", "/guide/missing/"} <= set(links(view(tmp_path)))


def test_it_leads_to_pages_in_the_repository_where_that_is_known(tmp_path: Path) -> None:
    led = links(view(tmp_path, repository=REPOSITORY))
    docs = {f"{REPOSITORY}/blob/main/docs/{page}.md" for page in PAGES_TO_READ}
    assert docs <= set(led)
    assert f"{REPOSITORY}/actions" in led


def test_without_a_repository_it_leads_to_none(tmp_path: Path) -> None:
    shown = view(tmp_path)
    assert not any("github.com" in link for link in links(shown))
    assert "site.yaml does not say yet where its files are kept." in lines(shown)


def test_search_engines_leave_the_page_out(tmp_path: Path) -> None:
    assert view(tmp_path).frame.robots == "noindex"


def test_a_guide_that_wrote_its_own_page_keeps_it(tmp_path: Path) -> None:
    own = "---\ntitle: Passing it on\n---\nAsk Pat.\n"
    assert handover_paths(guide_of(tmp_path, {"pages/handover.md": own})) == []


def test_every_page_leads_to_it_at_its_foot_once(tmp_path: Path) -> None:
    footer = view(tmp_path).frame.footer
    assert [link.text for link in footer if link.href.endswith("/about/handover/")] == [
        "Looking after this guide"
    ]


def test_what_it_says_of_the_clock_is_what_the_workflows_do(tmp_path: Path) -> None:
    said = " ".join(lines(view(tmp_path, repository=REPOSITORY)))
    crons = {
        name: [one["cron"].split()[2] for one in _schedule(name)] for name in ("nightly", "upkeep")
    }
    assert crons == {"nightly": ["*"], "upkeep": ["*", "2"]}
    assert "every night: it is made anew" in said
    assert "Every day: the list of whom to ring" in said
    assert "Once a month: links to other sites" in said


def test_without_a_repository_it_speaks_of_nothing_that_runs_there(tmp_path: Path) -> None:
    said = " ".join(lines(view(tmp_path)))
    assert "Every day" not in said
    assert "GitHub, invite" not in said


def test_the_page_to_read_names_every_workflow_as_it_is_called() -> None:
    page = (ROOT / "docs" / "handover.md").read_text("utf-8")
    rows = " ".join(line.split("|")[1] for line in page.splitlines() if line.startswith("| "))
    started = [text for text in _workflows() if "\non:\n  workflow_call:" not in text]
    names = [text.partition("\nname: ")[2].partition("\n")[0] for text in started]
    assert len(names) > 5
    assert [name for name in names if name not in rows] == []


def _workflows() -> list[str]:
    folder = ROOT / ".github" / "workflows"
    return ["\n" + path.read_text("utf-8") for path in sorted(folder.glob("*.yml"))]


def _schedule(name: str) -> list[dict[str, str]]:
    text = (ROOT / ".github" / "workflows" / f"{name}.yml").read_text(encoding="utf-8")
    workflow = yaml.load(text, Loader=yaml.BaseLoader)  # noqa: S506
    schedule: list[dict[str, str]] = workflow["on"]["schedule"]
    return schedule
