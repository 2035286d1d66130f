"""Lists: who stands in them, in which order, with how many minutes' walk."""

from __future__ import annotations

from urllib.parse import urlsplit

import pytest
from built_site import Site

SAFE_SPACE = "A group for women"
PUBLIC = {
    "A walk along the canal",
    "Friends of St Anne's",
    "Lantern Library",
    "Lifts to the surgery",
    "Listeners wanted",
    "St Anne's Hall",
    "Cancelled: Tea and talk",
    "The last bench",
    "The Pear Tree Garden",
    "The pear tree gardeners",
    "Winter supper",
}
"""What the small guide lists, but for the safe space."""


def test_a_kind_is_listed_by_title_and_what_is_not_checked_lately_sinks(tiny: Site) -> None:
    assert tiny.page("groups/").titles("") == [
        SAFE_SPACE,
        "Friends of St Anne's",
        "Cancelled: Tea and talk",
        "The pear tree gardeners",
    ]


@pytest.mark.parametrize(
    ("path", "titles"),
    [
        ("events/", ["A walk along the canal", "Winter supper"]),
        ("places/", ["Lantern Library", "St Anne's Hall"]),
        ("green-spaces/", ["The Pear Tree Garden"]),
        ("stories/", ["The last bench"]),
    ],
)
def test_each_kind_has_its_list(tiny: Site, path: str, titles: list[str]) -> None:
    assert tiny.page(path).titles("") == titles


def test_a_list_says_how_much_is_in_it(tiny: Site) -> None:
    assert tiny.page("groups/").classed("count") == ["4 things"]
    assert tiny.page("green-spaces/").classed("count") == ["1 thing"]


def test_a_card_says_what_when_where_and_how_far(tiny: Site) -> None:
    tea = tiny.page("groups/").lists[""][2]
    assert (tea.title, tea.href, tea.number) == (
        "Cancelled: Tea and talk",
        "/guide/groups/tea-and-talk/",
        "Number 31",
    )
    assert tea.summary == "Tea, talk and board games for anyone who would like company."
    assert tea.lines == [
        "Cancelled on Tuesday 24 November. The hall is flooded.",
        "Next on Tuesday 1 December, 10:30am to midday",
        "Every Tuesday in term time, 10:30am to midday",
        "St Anne's Hall, about 3 minutes’ walk from the library",
    ]
    assert tea.tags == ["Cancelled", "Free", "Step-free"]


def test_the_a_to_z_has_everything_once(tiny: Site) -> None:
    titles = [card.title for card in tiny.page("a-to-z/").cards]
    assert len(titles) == len(set(titles))
    assert set(titles) == PUBLIC | {SAFE_SPACE}


def test_the_a_to_z_passes_over_a_leading_the(tiny: Site) -> None:
    a_to_z = tiny.page("a-to-z/")
    assert list(a_to_z.lists) == ["A", "F", "L", "P", "S", "T", "W"]
    assert a_to_z.titles("L")[:2] == ["Lantern Library", "The last bench"]
    assert a_to_z.titles("P") == ["The Pear Tree Garden", "The pear tree gardeners"]


def test_a_topic_lists_what_is_on_it_by_kind(tiny: Site) -> None:
    gardens = tiny.page("topics/gardens/")
    assert {heading: gardens.titles(heading) for heading in gardens.lists} == {
        "Events": ["A walk along the canal"],
        "Groups": ["The pear tree gardeners"],
        "Green spaces": ["The Pear Tree Garden"],
        "Stories": ["The last bench"],
    }


def test_topics_are_counted_as_their_own_pages_count_them(tiny: Site) -> None:
    for item in counted(tiny, "topics/"):
        assert tiny.page(item[0]).classed("count") == [f"{item[1]} thing{'s' * (item[1] != '1')}"]


def test_areas_are_counted_as_their_own_pages_count_them(tiny: Site) -> None:
    for item in counted(tiny, "areas/"):
        assert tiny.page(item[0]).classed("count") == [f"{item[1]} thing{'s' * (item[1] != '1')}"]


def counted(site: Site, path: str) -> list[tuple[str, str]]:
    """Return the path and the count of each list one can choose on a page."""
    page = site.page(path)
    links = [href.removeprefix(site.root) for _, href in page.links("link-list")]
    counts = page.classed("link-note")
    assert len(links) == len(counts) > 1
    return list(zip(links, counts, strict=True))


def test_an_area_has_what_is_there_and_what_its_places_host(tiny: Site) -> None:
    canal_end = tiny.page("areas/canal-end/")
    assert [card.title for card in canal_end.cards] == [
        "The pear tree gardeners",
        "Lifts to the surgery",
        "Lantern Library",
        "The Pear Tree Garden",
    ]


def test_near_lists_what_is_within_a_walk_nearest_first(tiny: Site) -> None:
    near = tiny.page("near/library/")
    assert list(near.lists) == ["Up to 5 minutes’ walk, 10 if you go slowly"]
    minutes = [int(card.lines[-1].split("about ")[1].split()[0]) for card in near.cards]
    # By hand: 0 m, 97 m, 148 m and 251 m in a straight line, times 1.3, at 80 m a minute.
    assert minutes == [1, 2, 2, 3, 3, 3, 3, 5]
    assert near.cards[0].title == "Lantern Library"
    assert near.cards[-1].title == "A walk along the canal"


def test_help_stands_under_the_topic_it_names_first(tiny: Site) -> None:
    get, give = tiny.page("help/get/"), tiny.page("help/give/")
    assert get.titles("Getting around") == ["Lifts to the surgery"]
    assert give.titles("Someone to talk to") == ["Listeners wanted"]
    assert (len(get.cards), len(give.cards)) == (1, 1)


def test_each_side_of_help_shows_the_other(tiny: Site) -> None:
    assert ("Give help", "/guide/help/give/") in tiny.page("help/get/").links("main")
    assert ("Get help", "/guide/help/get/") in tiny.page("help/give/").links("main")


@pytest.mark.parametrize("path", ["", "help/"])
def test_the_two_doors_are_equal(tiny: Site, path: str) -> None:
    page = tiny.page(path)
    doors = [one for one in page.all("section") if one.get("class") == "door"]
    assert page.classed("door__heading") == ["Get help", "Give help"]
    shapes = [[(e.tag, e.get("class")) for e in door.iter()] for door in doors]
    assert shapes[0] == shapes[1]


def test_a_door_opens_on_the_very_topic(tiny: Site) -> None:
    for _, href in tiny.page("help/").links("door__links"):
        address = urlsplit(href)
        sections = tiny.page(address.path.removeprefix(tiny.root)).all("section")
        assert address.fragment in [section.get("id") for section in sections]


def test_home_shows_what_was_checked_last(tiny: Site) -> None:
    latest = tiny.page("").titles("Checked most lately")
    assert latest[:3] == ["Listeners wanted", "A walk along the canal", "Winter supper"]
    assert SAFE_SPACE not in latest


def test_every_page_says_how_much_was_checked_this_month(tiny: Site) -> None:
    # Listed, neither stories nor plain pages: 11; since 1 November: 7.
    for page in tiny.whole_pages:
        foot = " ".join(page.classed("footer__line"))
        assert "Checked this month: 7 of 11." in (page.words if page.path == "" else foot)
