"""The mesh as a reader sees it: every link between two entries shows on both their pages."""

from __future__ import annotations

from pathlib import Path

import pytest
from built_site import TINY, Site, build, copied

TEA = "Cancelled: Tea and talk"
"""As every list calls it, because its very next date is off."""


@pytest.mark.parametrize(
    ("path", "heading", "title"),
    [
        ("groups/tea-and-talk/", "Run by", "Friends of St Anne's"),
        ("groups/friends-of-st-annes/", "Runs", TEA),
        ("places/st-annes-hall/", "Run by", "Friends of St Anne's"),
        ("groups/friends-of-st-annes/", "Runs", "St Anne's Hall"),
        ("groups/friends-of-st-annes/", "Runs", "Listeners wanted"),
        ("places/st-annes-hall/", "What happens here", TEA),
        ("places/st-annes-hall/", "What happens here", "Winter supper"),
        ("groups/tea-and-talk/", "Also at St Anne's Hall", "Winter supper"),
        ("groups/tea-and-talk/", "Works with", "Lifts to the surgery"),
        ("help/lifts-to-the-surgery/", "Works with", TEA),
        ("groups/pear-tree-gardeners/", "Works with", TEA),
        ("green-spaces/pear-tree-garden/", "What happens here", "The pear tree gardeners"),
        ("stories/the-last-bench/", "Who this is about", "The Pear Tree Garden"),
        ("green-spaces/pear-tree-garden/", "Works with", "The last bench"),
        ("groups/tea-and-talk/", "Like this, and near", "Lantern Library"),
    ],
)
def test_an_entry_shows_what_it_is_linked_with(
    tiny: Site, path: str, heading: str, title: str
) -> None:
    assert title in tiny.page(path).titles(heading)


def test_what_was_said_under_one_heading_is_not_said_again(tiny: Site) -> None:
    for page in tiny.whole_pages:
        if page.path.count("/") == 2 and page.path.split("/")[0] not in ("topics", "areas", "near"):
            titles = [card.title for card in page.cards]
            assert len(titles) == len(set(titles)), page.path


def test_an_entry_is_not_like_itself(tiny: Site) -> None:
    for page in tiny.whole_pages:
        assert page.heading not in page.titles("Like this, and near")


def test_where_it_is_leads_to_the_page_of_the_place(tiny: Site) -> None:
    tea = tiny.page("groups/tea-and-talk/")
    assert tea.facts["Where"] == [
        "St Anne's Hall",
        "1 Lantern Lane",
        "AB1 2CD",
        "About 3 minutes’ walk from the library",
        "The green door beside the chemist.",
    ]
    assert ("St Anne's Hall", "/guide/places/st-annes-hall/") in tea.links("facts")


def test_what_is_known_of_the_place_counts_for_what_happens_there(tiny: Site) -> None:
    assert tiny.page("events/winter-supper/").facts["Getting in"] == [
        "Yes: step-free, toilet",
        "Not known, phone to ask: hearing loop",
        "Ring the bell at the side door if the ramp gate is shut.",
    ]


def test_a_guide_with_a_link_that_leads_nowhere_leaves_the_link_out(tmp_path: Path) -> None:
    lonely = "---\ntitle: Lonely\norganiser: nobody\nworks_with: [no-one]\n---\n"
    site = build(copied(TINY, tmp_path / "guide", {"groups/lonely.md": lonely}), tmp_path / "_site")
    lists = site.page("groups/lonely/").lists
    assert not {"Run by", "Works with"} & lists.keys()
