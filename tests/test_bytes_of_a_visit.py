"""What a visit costs a reader in bytes over the wire, packed up as GitHub Pages does (gzip)."""

from __future__ import annotations

import gzip
import json
import re
from typing import TYPE_CHECKING

import pytest
from built_site import REPOSITORY, Site, build
from shipped import needs_the_example

from doorstep.outputs.assets import EARLY
from doorstep.views.bundles import BUNDLES

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

KB = 1024
ENVELOPE = 300
"""What an answer says of itself, which nobody packs up."""
LOADED = re.compile(r'(?:href|src)="/guide/(assets/[^"]+)"')
WORKER = "service-worker.js"


def over_the_wire(site: Site, names: Iterable[str]) -> int:
    """Return what these files take, each once."""
    packed = (gzip.compress(site.files[name], 6) for name in dict.fromkeys(names))
    return sum(ENVELOPE + len(one) for one in packed)


def with_all_it_loads(site: Site, page: str) -> list[str]:
    """Return a page, its style sheet, its scripts and its icon."""
    return [page, *LOADED.findall(site.text(page))]


def kept_at_once(site: Site) -> list[str]:
    """Return what the worker gets for every phone as soon as a page has been opened."""
    opening = site.text(WORKER).partition("\n")[0]
    settings = json.loads(opening.partition("guide: ")[2].removesuffix(" };"))
    pages = [f"{path}index.html" for path in settings["pages"]]
    together = {f"{path}index.html" for path in json.loads(site.text(settings["together"]))}
    loaded = [name for page in pages for name in LOADED.findall(site.text(page))]
    alone = [page for page in pages if page not in together]
    return [WORKER, settings["together"], *alone, *loaded]


@pytest.mark.parametrize(
    "page", ["index.html", "groups/index.html", "groups/tea-and-talk/index.html"]
)
def test_a_page_and_all_that_it_loads_are_small_over_the_wire(tiny: Site, page: str) -> None:
    assert over_the_wire(tiny, with_all_it_loads(tiny, page)) <= 24 * KB


def test_a_page_loads_few_files(tiny: Site) -> None:
    for page in tiny.whole_pages:
        assert len([one for one in page.all("script") if one.get("src")]) <= 8, page.path


def test_one_style_sheet_is_all_that_a_page_waits_for(tiny: Site) -> None:
    for page in tiny.whole_pages:
        waits = [one for one in page.all("script") if one.get("src") and one.get("defer") is None]
        assert waits == [], page.path


def test_the_bundles_of_scripts_are_small_over_the_wire(tiny: Site) -> None:
    for name, most in {"guide": 8, "spots": 5}.items():
        (script,) = (path for path in tiny.files if re.match(rf"assets/{name}-\w+\.js", path))
        assert len(gzip.compress(tiny.files[script], 6)) <= most * KB


def test_no_part_is_in_two_bundles_and_what_runs_early_is_in_that_of_every_page() -> None:
    parts = [part for bundle in BUNDLES.values() for part in bundle]
    assert len(parts) == len({*parts})
    assert {*EARLY} <= {*BUNDLES["guide.js"]}


VISITS = (
    ("events/index.html", "print/poster/anchor-youth-club/index.html"),
    ("groups/index.html", "groups/anchor-youth-club/index.html"),
)
"""A list and an entry, after the first page."""


@pytest.mark.whole
@needs_the_example
def test_a_first_visit_to_three_pages_of_the_example_is_small_over_the_wire(
    tmp_path: Path,
) -> None:
    site = build(REPOSITORY, tmp_path / "_site")
    for visit in VISITS:
        opened = ("index.html", *visit)
        pages = [name for page in opened for name in with_all_it_loads(site, page)]
        assert over_the_wire(site, pages) <= 42 * KB
        assert over_the_wire(site, [*pages, *kept_at_once(site)]) <= 62 * KB
