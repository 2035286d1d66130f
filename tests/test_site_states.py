"""What is over, paused or long unchecked: what its page still says, and where it still stands."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from built_site import TINY, Page, Site, build, copied

OLD_NUMBER = "07700 900 555"
"""A number that nobody should ring any more."""

CHANGES = {
    "groups/closed.md": f"""
        ---
        number: 81
        title: The sewing bee
        summary: We sewed.
        topics: [company]
        status: closed
        where: st-annes-hall
        organiser: friends-of-st-annes
        works_with: [tea-and-talk]
        contact: {{name: Noor, phone: {OLD_NUMBER}}}
        checked: 2026-11-10, by phone, Amina
        ---
        Bring thread.
        """,
    "help/ended.md": f"""
        ---
        number: 82
        title: Ladders to lend
        side: give
        topics: [company]
        area: top-end
        expires: 2026-11-21
        contact: {{name: Noor, phone: {OLD_NUMBER}}}
        checked: 2026-11-10, by phone, Amina
        ---
        """,
    "help/last-day.md": """
        ---
        number: 83
        title: Leaves to sweep
        side: give
        topics: [company]
        expires: 2026-11-22
        checked: 2026-11-10, by phone, Amina
        ---
        """,
    "groups/unconfirmed.md": f"""
        ---
        number: 84
        title: The chess corner
        topics: [company]
        where: st-annes-hall
        contact: {{name: Noor, phone: {OLD_NUMBER}}}
        checked: 2025-11-21, by phone, Amina
        ---
        """,
    "events/paused.md": """
        ---
        number: 85
        title: Soup on the steps
        topics: [food]
        status: paused
        when: Sundays, 1pm to 2pm
        where: st-annes-hall
        cost: Free
        checked: 2026-11-10, by phone, Amina
        ---
        """,
    "groups/never.md": """
        ---
        number: 86
        title: Aardvark spotters
        topics: [company]
        contact: {name: Noor, phone: 07700 900444}
        ---
        """,
    "stories/taken-down.md": """
        ---
        number: 87
        title: My winter
        summary: It was cold.
        status: closed
        works_with: [tea-and-talk]
        consent: {on: 2026-06-02, kept_by: Amina}
        ---
        Nobody came.
        """,
}
GONE = ["groups/closed/", "help/ended/", "groups/unconfirmed/", "stories/taken-down/"]
OWN_WORDS = ["The sewing bee", "Ladders to lend", "The chess corner", "My winter"]


@pytest.fixture(scope="module")
def states(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """The small guide with an entry in every state."""
    folder = tmp_path_factory.mktemp("states")
    return build(copied(TINY, folder / "guide", CHANGES), folder / "_site")


def notice(page: Page) -> str:
    return " ".join(page.classed("notice__heading"))


@pytest.mark.parametrize(
    ("path", "heading", "said"),
    [
        ("groups/closed/", "Closed: The sewing bee", "This has closed"),
        ("help/ended/", "Ended: Ladders to lend", "This offer has ended"),
        (
            "groups/unconfirmed/",
            "The chess corner",
            "We could not confirm this, so we no longer list it",
        ),
        ("events/paused/", "Paused: Soup on the steps", "This is paused for now"),
        ("groups/never/", "Aardvark spotters", "Not checked lately. Phone before you go"),
        ("stories/taken-down/", "This story has been taken down", ""),
        ("help/last-day/", "Leaves to sweep", ""),
    ],
)
def test_a_page_says_first_what_has_become_of_it(
    states: Site, path: str, heading: str, said: str
) -> None:
    assert (states.page(path).heading, notice(states.page(path))) == (heading, said)


@pytest.mark.parametrize("path", GONE)
def test_the_page_of_what_is_gone_has_nothing_to_go_by(states: Site, path: str) -> None:
    page = states.page(path)
    assert page.facts == {}
    assert page.classed("lead") == []
    assert page.links("share") == []
    assert not {"Run by", "Works with", "Who this is about"} & page.lists.keys()
    assert OLD_NUMBER not in page.words


@pytest.mark.parametrize("path", GONE)
def test_search_engines_are_told_to_forget_what_is_gone(states: Site, path: str) -> None:
    assert states.page(path).meta("robots") == "noindex"
    assert path not in states.text("sitemap.xml")


@pytest.mark.parametrize("words", OWN_WORDS)
def test_what_is_gone_stands_in_no_list(states: Site, words: str) -> None:
    listed = [page.path for page in states.whole_pages if any(words in c.title for c in page.cards)]
    assert listed == []
    assert words not in states.text("feed.xml")


@pytest.mark.parametrize(("number", "path"), list(zip([81, 82, 84, 87], GONE, strict=True)))
def test_the_number_of_what_is_gone_still_leads_there(states: Site, number: int, path: str) -> None:
    assert states.page(f"n/{number}/").meta("refresh") == f"0; url=/guide/{path}"


def test_a_story_that_was_taken_down_says_only_that(states: Site) -> None:
    assert states.page("stories/taken-down/").words == "This story has been taken down"
    assert states.mentions("Nobody came") | states.mentions("It was cold") == set()


def test_a_story_that_was_taken_down_keeps_its_title_to_itself(states: Site) -> None:
    assert states.mentions("My winter") == set()


def test_an_offer_stands_until_the_end_of_its_last_day(states: Site) -> None:
    assert "Leaves to sweep" in states.page("help/give/").titles("Someone to talk to")
    assert states.page("help/last-day/").facts["Until"] == ["Sunday 22 November 2026"]


def test_what_is_paused_is_listed_and_says_so(states: Site) -> None:
    (card,) = [card for card in states.page("events/").cards if "Soup" in card.title]
    assert card.title == "Paused: Soup on the steps"
    assert card.tags[0] == "Paused"
    assert states.page("events/paused/").facts["When"] == ["Every Sunday, 1pm to 2pm"]


def test_what_was_never_checked_sinks_and_says_so(states: Site) -> None:
    (card,) = [card for card in states.page("groups/").cards if "Aardvark" in card.title]
    assert states.page("groups/").titles("")[-2:] == [card.title, "The pear tree gardeners"]
    assert card.tags == ["Not checked lately"]
    assert "Not checked yet." in states.page("groups/never/").classed("checked-box__line")


def test_what_is_not_checked_lately_gives_its_own_number_to_ask(tiny: Site) -> None:
    page = tiny.page("groups/pear-tree-gardeners/")
    assert notice(page) == "Not checked lately. Phone before you go"
    assert ("020 7946 0133", "tel:+442079460133") in page.links("notice")


def test_two_dates_stand_beside_the_facts(tiny: Site) -> None:
    assert tiny.page("groups/tea-and-talk/").classed("checked-box__line") == [
        "Checked 3 November 2026, by phone.",
        "Check due 1 February 2027.",
        "Tell us it is wrong",
    ]


def test_a_cancelled_date_is_said_until_it_has_passed(tiny: Site) -> None:
    assert tiny.page("groups/tea-and-talk/").facts["Next on"] == [
        "Cancelled on Tuesday 24 November. The hall is flooded.",
        "Tuesday 1 December, 10:30am to midday",
        "Every Tuesday in term time, 10:30am to midday",
    ]


def test_a_cancelled_date_that_has_passed_is_not_said_any_more(
    tmp_path: Path,
) -> None:
    site = build(TINY, tmp_path / "_site", today=date(2026, 11, 25))
    assert site.page("groups/tea-and-talk/").facts["Next on"] == [
        "Tuesday 1 December, 10:30am to midday",
        "Every Tuesday in term time, 10:30am to midday",
    ]
    assert site.page("groups/tea-and-talk/").heading == "Tea and talk"
