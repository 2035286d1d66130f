"""The page of what is missing: invitations, the mesh as a picture and as a list, nobody exposed."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from typing import TYPE_CHECKING
from xml.etree import ElementTree

import pytest
from builders import TODAY, guide_of
from built_site import (
    LAYOUTS,
    REPOSITORY,
    TINY,
    Page,
    Site,
    build,
    checked,
    copied,
    of_class,
    words_of,
)
from made_up_entries import made_up_files, made_up_settings
from msgspec.structs import replace

from doorstep import site
from doorstep.layouts import environment, render
from doorstep.mesh.gaps import gaps_of
from doorstep.mesh.picture import MOST
from doorstep.views.mesh_lists import cluster_lists
from doorstep.views.mesh_picture import shown_mesh
from doorstep.views.missing_page import MOST_OF_A_SORT, missing_view

if TYPE_CHECKING:
    from pathlib import Path

    from doorstep.guide import Guide
    from doorstep.views.missing_views import MissingView

PATH, PICTURE = "missing/", "missing/mesh.svg"
KB = 1024
CHECKED = "checked: 2026-11-03, by phone, Amina"
SAFE = f"""
    ---
    number: 99
    title: A quiet hour
    sensitive: yes
    topics: [company, food]
    languages: [Somali]
    organiser: friends-of-st-annes
    works_with: [tea-and-talk, partners]
    contact: {{name: Canaria, phone: 07700 900666}}
    {CHECKED}
    ---
    """
PARTNERS = f"---\ntitle: Partners\nworks_with: [a-quiet-hour]\n{CHECKED}\n---\n"


def group(title: str, facts: str = "") -> str:
    return f"---\ntitle: {title}\n{CHECKED}\n{facts}\n---\n"


def view_of(folder: Path, files: dict[str, str]) -> MissingView:
    return missing_view(_drawable(guide_of(folder, files)))


def _drawable(guide: Guide) -> Guide:
    """Return a guide whose pages may name style sheets and scripts that nobody made."""
    assets = dict.fromkeys(
        ["guide.css", "icon.svg", "stale.js", "search-box.js", "keeping.js", "exit.js"],
        "assets/one",
    )
    return replace(guide, assets=assets)


@pytest.fixture
def page(tiny: Site) -> Page:
    """The page of the small guide."""
    return tiny.page(PATH)


def test_it_says_what_could_be_here_and_what_one_can_do(page):
    assert page.heading == "What is missing here"
    assert "Could you" in page.words
    assert page.classed("opening-list__sentence")
    assert ("Tell us what is missing", "/guide/add/") in page.links("invitation")


def test_every_invitation_leads_to_a_page_of_the_guide(page, tiny):
    links = [href for _, href in page.links("opening-list__opening")]
    assert links
    for href in links:
        assert href.removeprefix("/guide/") in tiny.pages


def test_links_at_the_top_lead_to_the_headings(page):
    ids = {one.get("id") for one in page.tree.iter() if one.get("id")}
    links = [href.removeprefix("#") for _, href in page.links("contents")]
    assert len(links) > 2
    assert set(links) <= ids


def test_it_may_be_found(tiny):
    assert "/guide/missing/</loc>" in tiny.text("sitemap.xml")


def test_the_picture_is_there_with_words_for_those_who_do_not_see_it(page, tiny):
    (image,) = (one for one in page.all("img") if "mesh.svg" in str(one.get("src")))
    assert image.get("src") == f"/guide/{PICTURE}"
    assert "The list after the picture says the same" in str(image.get("alt"))
    drawn = ElementTree.fromstring(tiny.text(PICTURE))  # noqa: S314 - our own
    assert (image.get("width"), image.get("height")) == (drawn.get("width"), drawn.get("height"))


def test_every_number_in_the_picture_is_in_the_list(page, tiny):
    drawn = ElementTree.fromstring(tiny.text(PICTURE))  # noqa: S314 - our own
    numbers = {f"No. {words_of(one)}" for one in drawn.iter("{http://www.w3.org/2000/svg}text")}
    said = re.findall("No. [0-9]+", page.words.replace("\u00a0", " "))
    assert numbers
    assert numbers <= set(said)


def test_what_is_on_its_own_is_named_as_an_invitation(tmp_path):
    view = view_of(tmp_path, {"groups/choir.md": group("Choir"), "groups/band.md": group("Band")})
    assert view.islands_heading == "On its own so far"
    assert view.islands_intro.startswith("Do you know who they could meet?")
    assert [link.text for link in view.islands.links] == ["Band", "Choir"]


def test_with_nothing_connected_there_is_no_picture(tmp_path):
    view = view_of(tmp_path, {"groups/choir.md": group("Choir")})
    assert view.picture is None
    assert view.mesh_intro == "We know of no connection yet."


def test_with_everything_connected_it_says_all(tmp_path):
    files = {"groups/a.md": group("A", "works_with: [b]"), "groups/b.md": group("B")}
    view = view_of(tmp_path, files)
    assert view.mesh_intro.startswith("All 2 things in this guide are connected.")
    assert view.clusters[0].why == "What holds them: 1 pair works together."


def test_a_guide_with_nothing_in_it_is_just_beginning(tmp_path):
    view = view_of(tmp_path, {})
    assert view.empty.startswith("This guide is just beginning.")
    assert (view.lists, view.mesh_heading, view.islands_heading) == ((), "", "")
    html = render(environment(LAYOUTS), "missing.html", view)
    assert Page.of(PATH, html).heading == "What is missing here"


def test_of_many_gaps_of_a_sort_a_few_are_told_and_the_rest_counted(tmp_path):
    topics = [{"id": f"t{number}", "label": f"Topic {number}"} for number in range(9)]
    guide = _drawable(guide_of(tmp_path, {"groups/choir.md": group("Choir")}, topics=topics))
    (near,) = (one for one in missing_view(guide).lists if one.id == "topics-near")
    assert len(near.openings) == MOST_OF_A_SORT
    assert near.more == "and 5 more"


def test_without_landmarks_nothing_is_said_of_a_walk(tmp_path):
    topics = [{"id": "food", "label": "Food"}]
    files = {"groups/choir.md": group("Choir")}
    guide = _drawable(guide_of(tmp_path, files, topics=topics, landmarks=[]))
    headings = [one.heading for one in missing_view(guide).lists]
    assert "Topics" in headings
    assert "Within a short walk" not in headings


def test_a_gap_is_told_where_counting_it_would_take_as_much_room(tmp_path):
    topics = [{"id": f"t{number}", "label": f"Topic {number}"} for number in range(5)]
    guide = _drawable(guide_of(tmp_path, {"groups/choir.md": group("Choir")}, topics=topics))
    (near,) = (one for one in missing_view(guide).lists if one.id == "topics-near")
    assert (len(near.openings), near.more) == (MOST_OF_A_SORT + 1, "")


def test_no_link_says_read_more(example):
    links = [gap.link for gap in gaps_of(example)]
    assert any(link.startswith("Whom to ask: ") for link in links)
    assert [link for link in links if "read more" in link.casefold()] == []


@pytest.fixture(scope="module")
def guarded(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """The small guide with a safe space that would be connected with others."""
    folder = tmp_path_factory.mktemp("guarded")
    changes = {"groups/a-quiet-hour.md": SAFE, "groups/partners.md": PARTNERS}
    return build(copied(TINY, folder / "guide", changes), folder / "_site")


@pytest.mark.parametrize("words", ["quiet hour", "99", "Canaria", "900666", "900 666"])
def test_a_safe_space_is_neither_named_nor_drawn_nor_counted(guarded, words):
    assert words not in guarded.page(PATH).words
    assert f">{words}<" not in guarded.text(PICTURE)
    assert "a-quiet-hour" not in guarded.text(f"{PATH}index.html")


def test_whoever_works_with_a_safe_space_alone_is_on_its_own_as_far_as_the_page_says(guarded):
    islands = of_class(guarded.page(PATH).main, "mesh")[-1]
    assert "Partners" in words_of(islands)


def test_a_safe_space_changes_no_byte_of_the_picture(guarded, tmp_path):
    changes = {"groups/partners.md": PARTNERS}
    without = build(copied(TINY, tmp_path / "guide", changes), tmp_path / "_site")
    assert guarded.files[PICTURE] == without.files[PICTURE]


def test_hostile_titles_are_words(tmp_path):
    title = "</title><script>alert(1)</script>{{ 7 * 7 }}"
    files = {
        "groups/a.md": group(f"'{title}'", "number: 7\nworks_with: [b]"),
        "groups/b.md": group("B"),
    }
    html = render(environment(LAYOUTS), "missing.html", view_of(tmp_path, files)).decode()
    assert "<script>alert" not in html
    assert title in Page.of(PATH, html.encode()).words


def test_files_in_another_order_make_the_same_page_and_picture(tmp_path):
    files = made_up_files(40)
    drawn = []
    for name, order in (("one", files), ("other", dict(reversed(files.items())))):
        folder = tmp_path / name
        folder.mkdir()
        guide = _drawable(guide_of(folder, order, **made_up_settings()))
        html = render(environment(LAYOUTS), "missing.html", missing_view(guide))
        drawn.append((html, shown_mesh(guide).svg))
    assert drawn[0] == drawn[1]


@pytest.fixture(scope="module")
def example() -> Guide:
    """The example guide."""
    return _drawable(site.guide_of(checked(REPOSITORY), TODAY, assets={}, sizes={}))


TELLS = """
import sys
sys.path[:0] = ["tests", "."]
from builders import TODAY
from built_site import REPOSITORY, checked
from test_missing_page import all_that_is_told
from doorstep import site
print(all_that_is_told(site.guide_of(checked(REPOSITORY), TODAY, assets={}, sizes={})))
"""


def all_that_is_told(guide: Guide) -> str:
    return f"{shown_mesh(guide).svg}{cluster_lists(guide)}{gaps_of(guide)}"


def test_words_hashed_otherwise_make_the_same_page_and_picture(example):
    run = subprocess.run(
        [sys.executable, "-c", TELLS],
        cwd=REPOSITORY,
        env=os.environ | {"PYTHONHASHSEED": "1"},
        capture_output=True,
        text=True,
        check=True,
    )
    assert run.stdout == f"{all_that_is_told(example)}\n"


def test_the_example_shows_what_the_page_is_for(example):
    view = missing_view(example)
    assert {"languages-here", "topics-near", "help-wanted"} <= {one.id for one in view.lists}
    assert len(view.clusters) > 1
    assert view.islands.links
    assert view.begin.text == "Start your own group"


def test_the_picture_of_the_example_is_small(example):
    assert len(shown_mesh(example).svg) < 10 * KB


def test_a_guide_of_a_thousand_entries_has_a_page_and_a_picture_of_a_size_to_take_in(tmp_path):
    guide = _drawable(guide_of(tmp_path, made_up_files(1000), **made_up_settings()))
    shown = shown_mesh(guide)
    assert (shown.number, shown.of_all) == (MOST, 83)
    assert len(shown.svg) < 40 * KB
    view = missing_view(guide)
    assert view.picture
    assert view.picture.legend[-1] == "The picture has the 60 with most connections of 83."
    assert len(render(environment(LAYOUTS), "missing.html", view)) < 100 * KB
