"""A safe space stands on its own page alone; elsewhere its number and its title, no more."""

from __future__ import annotations

from pathlib import Path

import pytest
from built_site import TINY, Page, Site, build, copied, of_class, words_of
from PIL import Image

PATH = "groups/a-quiet-hour/"
OWN = f"{PATH}index.html"
TITLE = "A quiet hour"
NAMED_IN = {
    OWN,
    "groups/index.html",
    "a-to-z/index.html",
    "search/index.html",
    "topics/company/index.html",
    "groups/an-hour-once/index.html",
    "n/99/index.html",
}
"""Where its title may stand: its page, lists of what there is, and what leads to its page."""

ENTRY = f"""
    ---
    number: 99
    title: {TITLE}
    summary: Canary-summary for whoever comes.
    topics: [company]
    for: [women]
    when: Every Monday, 7pm
    come_along: Canary-come-along.
    cost: Free canary-cost
    access: {{step_free: yes, notes: Canary-access.}}
    languages: [English, Canary-language]
    contact:
      name: Canaria
      phone: 07700 900666
      text: 07700 900667
      whatsapp: 07700 900668
      email: canary@example.org
      website: https://canary.example.org/
      best_time: canary-best-time
      say: Is the canary open?
    you_can_help: [canary-help]
    organiser: friends-of-st-annes
    works_with: [tea-and-talk]
    checked: {{on: 2026-11-21, how: by canary, by: Amina}}
    changes: [{{on: 2026-11-30, cancelled: yes, because: canary-because}}]
    image: {{file: photos/quiet.jpg, alt: Canary-photo}}
    formerly: [an-hour-once]
    safeguarding: Canary-safeguarding.
    insurance: Canary-insurance.
    sensitive: yes
    ---
    Canary-body, and a [canary-link](https://canary.example.org/page).
    """
"""Canary words in every field that a safe space may have."""

PARTNER = "---\ntitle: Partners\norganiser: a-quiet-hour\nworks_with: [a-quiet-hour]\n---\n"
CANARIES = ["anary", "anaria", "900666", "900 666", "900667", "900 667", "900668", "900 668"]


@pytest.fixture(scope="module")
def guarded(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """The small guide with a safe space full of canary words, and a group that works with it."""
    folder = tmp_path_factory.mktemp("guarded")
    changes = {"groups/a-quiet-hour.md": ENTRY, "groups/partners.md": PARTNER}
    guide = copied(TINY, folder / "guide", changes)
    (guide / "content" / "photos").mkdir()
    Image.new("RGB", (640, 480)).save(guide / "content" / "photos" / "quiet.jpg")
    return build(guide, folder / "_site")


@pytest.fixture
def own(guarded: Site) -> Page:
    """Its own page."""
    return guarded.page(PATH)


@pytest.mark.parametrize("canary", CANARIES)
def test_what_it_says_stands_on_its_own_page_alone(guarded: Site, canary: str) -> None:
    assert guarded.mentions(canary) <= {OWN}


def test_its_own_page_says_what_people_need(own: Page) -> None:
    said = own.words + " ".join(str(image.get("alt")) for image in own.all("img"))
    for word in ("summary", "come-along", "cost", "language", "best-time", "help", "body", "photo"):
        assert f"anary-{word}" in said
    assert own.facts["Where"] == ["We do not show the place. Phone or text and we will tell you."]
    assert own.facts["Getting in"] == ["Ask us"]
    assert ("07700 900 666", "tel:+447700900666") in own.links("facts")


def test_its_title_stands_only_where_people_look_for_things(guarded: Site) -> None:
    assert guarded.mentions(TITLE) == NAMED_IN


def test_its_address_is_given_only_where_its_title_is(guarded: Site) -> None:
    assert guarded.mentions("a-quiet-hour") == NAMED_IN - {OWN}


def test_its_number_stands_only_where_its_title_does(guarded: Site) -> None:
    assert guarded.mentions("Number 99<") == NAMED_IN - {
        "groups/an-hour-once/index.html",
        "n/99/index.html",
    }


@pytest.mark.parametrize("path", ["groups/", "a-to-z/", "topics/company/"])
def test_a_list_has_its_number_and_its_title_no_more(guarded: Site, path: str) -> None:
    cards = [card for card in of_class(guarded.page(path).main, "card") if TITLE in words_of(card)]
    assert [words_of(card).replace("\u00a0", " ") for card in cards] == [f"{TITLE} No. 99Number 99"]


@pytest.mark.parametrize("path", [PATH, "n/99/", "groups/an-hour-once/"])
def test_nothing_is_told_to_search_engines_or_to_the_next_page(guarded: Site, path: str) -> None:
    page = guarded.page(path)
    assert page.meta("robots") == "noindex"
    assert page.meta("referrer") == "no-referrer"
    assert page.linked("canonical") == page.linked("alternate") == page.meta("description") == ""


def test_the_way_out_comes_second_after_the_skip_link(own: Page) -> None:
    assert own.links()[:2] == [
        ("Skip to main content", "#main"),
        ("Exit this page", "https://www.bbc.co.uk/weather"),
    ]


def test_the_way_out_stands_above_and_below_and_says_nothing_of_this_page(
    own: Page,
) -> None:
    ways = [a for a in own.all("a") if words_of(a) == "Exit this page"]
    assert [a.get("rel") for a in ways] == ["nofollow noreferrer"] * 3
    assert not any(a in ways for a in own.main.iter("a"))


def test_only_pages_for_people_at_risk_have_the_way_out(guarded: Site) -> None:
    with_exit = {page.path for page in guarded.whole_pages if page.links("exit")}
    assert with_exit == {PATH, "groups/a-group-for-women/", "about/stay-safe/"}


@pytest.mark.parametrize("path", [PATH, "about/stay-safe/"])
def test_it_is_put_right_by_phone_never_by_a_form_that_everyone_can_read(
    guarded: Site, path: str
) -> None:
    page = guarded.page(path)
    (box,) = of_class(page.tree, "help-line")
    assert "Tell us by phone what is wrong here or missing." in words_of(box)
    forms = ("/add/", "/missing/", "/issues/")
    assert [href for _, href in page.links() if any(form in href for form in forms)] == []


def test_a_plain_page_may_ask_for_the_way_out(tmp_path: Path) -> None:
    text = "---\ntitle: When home is not safe\nway_out: yes\n---\nPhone us.\n"
    site = build(copied(TINY, tmp_path / "guide", {"pages/not-safe.md": text}), tmp_path / "_site")
    page = site.page("about/not-safe/")
    assert len(page.links("exit")) == 2
    assert page.meta("referrer") == "no-referrer"
    assert page.meta("robots") == ""


def test_it_is_not_shared_related_or_described_to_machines(own: Page) -> None:
    assert own.links("share") == []
    assert own.lists == {}
    assert [s.get("type") for s in own.all("script") if s.get("type")] == []
    assert not any("share" in str(script.get("src")) for script in own.all("script"))


def test_it_is_reported_wrong_by_phone_alone(own: Page) -> None:
    assert own.classed("checked-box__line")[-1] == "Wrong? Phone us, 020 7946 0123"
    assert own.links("checked-box") == [("020 7946 0123", "tel:+442079460123")]


def test_whoever_works_with_it_does_not_say_so(guarded: Site) -> None:
    assert TITLE not in guarded.page("groups/partners/").words
    assert TITLE not in guarded.page("groups/friends-of-st-annes/").words
