"""Addresses last, wherever the guide is published."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from doorstep.kinds import Kind
from doorstep.permalinks import (
    Permalinks,
    area_path,
    entry_path,
    kind_path,
    near_path,
    number_path,
    output_path,
    topic_path,
)

SLUGS = st.from_regex(r"[a-z0-9]+(-[a-z0-9]+)*", fullmatch=True)


@pytest.mark.parametrize(
    ("kind", "path"),
    [
        (Kind.GROUP, "groups/tea/"),
        (Kind.EVENT, "events/tea/"),
        (Kind.GREEN_SPACE, "green-spaces/tea/"),
        (Kind.PLACE, "places/tea/"),
        (Kind.HELP, "help/tea/"),
        (Kind.STORY, "stories/tea/"),
        (Kind.PAGE, "about/tea/"),
    ],
)
def test_an_entry_stands_in_the_folder_of_its_kind(kind: Kind, path: str) -> None:
    assert entry_path(kind, "tea") == path


def test_the_page_called_about_is_the_first_of_the_plain_pages() -> None:
    assert entry_path(Kind.PAGE, "about") == kind_path(Kind.PAGE) == "about/"


def test_lists_and_short_addresses_are_as_the_design_has_them() -> None:
    paths = [topic_path("food"), area_path("hill-top"), near_path("library"), number_path(127)]
    assert paths == ["topics/food/", "areas/hill-top/", "near/library/", "n/127/"]


@pytest.mark.parametrize(
    ("path", "file"),
    [("", "index.html"), ("groups/tea/", "groups/tea/index.html"), ("feed.xml", "feed.xml")],
)
def test_a_folder_is_answered_by_its_index(path: str, file: str) -> None:
    assert output_path(path) == file


@pytest.mark.parametrize(
    ("url", "root"),
    [
        ("https://harbour-row.example.org", "/"),
        ("https://harbour-row.example.org/", "/"),
        ("https://name.example.org/guide", "/guide/"),
        ("https://name.example.org/guide//", "/guide/"),
        ("https://name.example.org:8080/a/b/", "/a/b/"),
        ("https://name.example.org/guide/?from=leaflet#top", "/guide/"),
        ("https://name.example.org/gärten/", "/g%C3%A4rten/"),
        ("https://name.example.org/a%20b/", "/a%20b/"),
    ],
)
def test_links_stand_under_the_guides_own_root(url: str, root: str) -> None:
    assert Permalinks.under(url).root == root
    assert Permalinks.under(url).href("groups/") == f"{root}groups/"


@given(SLUGS, st.sampled_from(["", "/", "/guide", "/guide/", "/ü"]))
def test_a_whole_address_is_the_host_and_then_the_link(slug: str, below: str) -> None:
    links = Permalinks.under(f"https://a.example{below}")
    path = entry_path(Kind.GROUP, slug)
    assert links.absolute(path) == f"https://a.example{links.href(path)}"


@pytest.mark.parametrize("url", ["https://x.example//a//", "https://x.example/b/../a/"])
def test_odd_paths_never_lead_to_another_host_or_folder(url: str) -> None:
    assert Permalinks.under(url).href("groups/") == "/a/groups/"
