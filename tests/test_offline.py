"""What is published for having no signal: which pages may be kept, how many bytes, by whom."""

from __future__ import annotations

import json
import re
import sys
from hashlib import sha256
from subprocess import PIPE, Popen
from typing import TYPE_CHECKING, Any

import pytest
from builders import guide_of
from built_site import LAYOUTS, REPOSITORY, TINY, Site, build, copied

from doorstep.layouts import environment, script_without_remarks
from doorstep.outputs.offline import (
    MOST,
    MOST_FOR_ALL,
    Piece,
    bytes_of,
    kept_by_all,
    noted,
    service_worker,
)
from doorstep.outputs.output import Output, Press
from doorstep.permalinks import output_path
from doorstep.views.kept_pages import pages_for_all

if TYPE_CHECKING:
    from pathlib import Path

REMOVING = script_without_remarks(
    (LAYOUTS / "assets/offline/removing.js").read_text(encoding="utf-8")
)
INDEX = "search/index.json"
SAFE_SPACE = "groups/a-group-for-women/"
MARK = re.compile(r'\s*<!doctype html>\s*<html [^>]*data-worker="/guide/service-worker.js">')
ASSET = re.compile(r'(?:href|src)="/guide/(assets/[^"]+)"')


def settings_of(site: Site) -> dict[str, Any]:
    opening = site.text("service-worker.js").partition("\n")[0]
    read: dict[str, Any] = json.loads(opening.partition("guide: ")[2].removesuffix(" };"))
    return read


def marked(site: Site) -> set[str]:
    """Return the paths of the pages that a phone may keep."""
    names = [name for name in site.files if name.endswith(".html")]
    return {name.removesuffix("index.html") for name in names if MARK.match(site.text(name))}


def test_every_phone_keeps_what_matters_most(tiny: Site) -> None:
    settings = settings_of(tiny)
    pages = ["offline/", "", "help/get/", "about/stay-safe/", "whats-on/"]
    assert settings["pages"] == pages
    assert settings["later"] == ["search/", "search/index.json"]


def test_what_every_phone_keeps_comes_in_one_file_but_for_what_people_come_in_by(
    tiny: Site,
) -> None:
    together = settings_of(tiny)["together"]
    digest = sha256(tiny.files[together]).hexdigest()[:10]
    assert together == f"assets/kept-{digest}.json"
    pages = json.loads(tiny.text(together))
    assert list(pages) == ["offline/", "help/get/", "about/stay-safe/"]
    assert all(written == tiny.text(f"{path}index.html") for path, written in pages.items())


def test_pages_may_be_kept_but_for_safe_spaces_and_what_leads_to_them(tiny: Site) -> None:
    assert set(tiny.pages) - marked(tiny) == {
        *(page.path for page in tiny.pages.values() if page.meta("refresh")),
        SAFE_SPACE,
        "404.html",
    }


def test_a_page_for_people_at_risk_asks_for_no_worker(tiny: Site) -> None:
    page = tiny.page(SAFE_SPACE)
    assert not MARK.match(tiny.text(f"{SAFE_SPACE}index.html"))
    assert page.meta("robots") == "noindex"
    assert MARK.match(tiny.text("index.html"))


def test_the_worker_names_no_safe_space(tiny: Site) -> None:
    worker = tiny.text("service-worker.js")
    assert "a-group-for-women" not in worker
    assert not re.search(r"\b(groups|n)/", worker)


def test_the_same_guide_gives_the_same_worker(tiny: Site, tmp_path: Path) -> None:
    again = build(TINY, tmp_path / "_site")
    assert again.files["service-worker.js"] == tiny.files["service-worker.js"]


def test_a_word_that_changes_on_a_kept_page_makes_another_worker(
    tiny: Site, tmp_path: Path
) -> None:
    guide = copied(TINY, tmp_path / "guide", {})
    text = (guide / "content/help/lifts-to-the-surgery.md").read_text(encoding="utf-8")
    changed = re.sub(r"^title: .*$", "title: Lifts for everyone", text, flags=re.MULTILINE)
    (guide / "content/help/lifts-to-the-surgery.md").write_text(changed, encoding="utf-8")
    site = build(guide, tmp_path / "_site")
    assert settings_of(site)["version"] != settings_of(tiny)["version"]


def test_the_worker_carries_no_fingerprint_in_its_name_and_its_parts_are_not_published(
    tiny: Site,
) -> None:
    names = [name for name in tiny.files if "worker" in name or "wholeness" in name]
    assert names == ["service-worker.js"]


def test_a_guide_that_keeps_nothing_publishes_a_worker_that_takes_all_off(without: Site) -> None:
    assert without.text("service-worker.js") == REMOVING
    assert marked(without) == set()
    assert not [name for name in without.files if name.startswith("assets/kept-")]


def test_a_guide_that_keeps_nothing_says_so_where_one_asks(without: Site) -> None:
    page = without.page("offline/")
    assert "This guide keeps no pages on your phone." in page.words
    assert page.all("button")[1:] == []
    assert "020 7946 0123" in page.words


def test_the_page_for_no_signal_says_whom_to_phone_and_what_can_be_read(tiny: Site) -> None:
    page = tiny.page("offline/")
    assert page.heading == "When there is no signal"
    assert "A phone call needs no internet." in page.words
    assert "020 7946 0123" in page.words
    assert ("Get help", "/guide/help/get/") in page.links("kept")


def test_search_engines_do_not_show_it(tiny: Site) -> None:
    assert tiny.page("offline/").meta("robots") == "noindex"
    assert "/offline/" not in tiny.text("sitemap.xml")


@pytest.mark.whole
def test_what_every_phone_keeps_of_the_example_leaves_room_for_visits(tmp_path: Path) -> None:
    site = build(REPOSITORY, tmp_path / "_site")
    settings = settings_of(site)
    assert settings["later"] == ["search/", "search/index.json"]
    files = {output_path(path) for path in (*settings["pages"], *settings["later"])}
    loaded = {found for name in files for found in ASSET.findall(site.text(name))}
    assert sum(len(site.files[name]) for name in files | loaded) <= MOST_FOR_ALL < MOST
    assert settings["most"] == MOST == 1_000_000


PATHS = ("offline/", "", "help/get/", "about/stay-safe/", "whats-on/", "search/", INDEX)


@pytest.mark.parametrize(
    ("large", "left_out"),
    [
        ({}, set()),
        ({"search/": MOST_FOR_ALL}, {"search/", INDEX}),
        ({INDEX: MOST_FOR_ALL}, {"search/", INDEX}),
        ({"whats-on/": MOST_FOR_ALL}, {"whats-on/"}),
        ({"whats-on/": 500_000, "search/": 400_000}, {"search/", INDEX}),
    ],
)
def test_what_has_no_room_in_a_large_guide_is_left_out_last_things_first(
    tmp_path: Path, large: dict[str, int], left_out: set[str]
) -> None:
    guide = guide_of(tmp_path, {"pages/stay-safe.md": "---\ntitle: Staying safe online\n---\n"})
    notes = {path: Piece(large.get(path, 1000), path, frozenset()) for path in PATHS}
    assert set(PATHS) - set(kept_by_all(guide, notes)) == left_out


def test_a_word_that_changes_in_a_search_without_room_makes_another_worker(tmp_path: Path) -> None:
    press = Press(guide_of(tmp_path, {}), environment(LAYOUTS))
    notes = {path: Piece(1000, path, frozenset()) for path in PATHS}
    before, after = (
        notes | {INDEX: Piece(MOST, word, frozenset())} for word in ("before", "after")
    )
    assert INDEX not in kept_by_all(press.guide, before)
    assert [*service_worker(press, before)] != [*service_worker(press, after)]


def test_a_link_that_looks_like_one_to_a_style_sheet_counts_nothing_and_stops_nothing(
    tmp_path: Path,
) -> None:
    guide, notes = guide_of(tmp_path, {}), dict[str, Piece]()
    page = Output("index.html", b'<p><a href="/guide/assets/of-the-community/">What we own</a></p>')
    assert [*noted(guide, [page], notes)] == [page]
    assert bytes_of(guide, notes, [""]) == len(page.content)


def test_a_guide_without_a_page_on_staying_safe_goes_without(tmp_path: Path) -> None:
    assert "about/stay-safe/" not in pages_for_all(guide_of(tmp_path, {}))


@pytest.mark.whole
def test_the_preview_keeps_nothing_that_would_come_in_the_way(tmp_path: Path) -> None:
    command = [sys.executable, "build.py", "serve", "--port", "0", "--out", str(tmp_path / "_site")]
    guide = ["--site", str(TINY / "site.yaml"), "--content", str(TINY / "content")]
    with Popen([*command, *guide], cwd=REPOSITORY, stderr=PIPE, text=True) as serving:
        assert serving.stderr
        assert any("The guide is in" in line for line in serving.stderr)
        serving.terminate()
    assert Site(tmp_path / "_site").text("service-worker.js") == REMOVING
