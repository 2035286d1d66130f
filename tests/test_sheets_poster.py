"""Posters: what they say, how large, what is on the strips, and which entries have one."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from diaries import guide_on
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from doorstep.sheets.poster import poster_sheet_view
from doorstep.sheets.poster_parts import PosterFact
from doorstep.sheets.poster_sizes import (
    LONG_TITLES,
    TITLES,
    PosterText,
    facts_that_fit,
    poster_height,
    sizes_of,
    with_sentences_that_fit,
)
from doorstep.sheets.poster_tabs import NAME, PHONE, TABS, WIDE
from doorstep.sheets.poster_words import last_day_of
from doorstep.sheets.unprinted import unprinted_view
from doorstep.views.entry_pages import entry_view
from doorstep.views.printing import has_poster, may_have_poster, poster_link
from doorstep.views.wording import NO_BREAK_SPACE

if TYPE_CHECKING:
    from pathlib import Path

    from doorstep.entries import Entry
    from doorstep.guide import Guide
    from doorstep.sheets.poster_parts import PosterSheetView

CHECKED = "checked: 2026-11-03, by phone"
CONTACT = "contact: {name: Pat, phone: 020 7946 0456, best_time: weekday mornings}"
TUESDAYS = "when: Every Tuesday, 10:30am to midday"
OFF = "changes: [{on: 2026-11-24, cancelled: yes, because: the hall is flooded}]"
ROOM = 120.0


def tea(folder: Path, *facts: str, path: str = "groups/tea.md") -> tuple[Guide, Entry]:
    """Return a guide with one entry that says this, and the entry."""
    lines = "\n".join(("---", "title: Tea and talk", "number: 127", *facts, "---", ""))
    guide = guide_on(folder, {path: lines})
    return guide, guide.catalogue.by_slug["tea"]


def poster(folder: Path, *facts: str, path: str = "groups/tea.md") -> PosterSheetView:
    return poster_sheet_view(*tea(folder, CHECKED, *facts, path=path))


def plain(text: str) -> str:
    return text.replace(NO_BREAK_SPACE, " ")


def facts_of(view: PosterSheetView) -> dict[str, str]:
    return {fact.label: fact.text for fact in view.facts}


def test_a_poster_says_what_its_page_says_but_for_whom_to_ask(tmp_path):
    view = poster(tmp_path, TUESDAYS, CONTACT, "cost: Free", "you_can_help: [make tea]")
    assert facts_of(view) == {
        "Next on": "Tuesday 24 November, 10:30am to midday. Every Tuesday, 10:30am to midday.",
        "Where": "Not known: phone to ask.",
        "Come along": "Not known: phone before you go.",
        "Cost": "Free.",
        "Getting in": "Not known, phone to ask: step-free, toilet, hearing loop.",
        "You can help": "Make tea. Ask Pat.",
    }


def test_where_is_one_line_as_on_an_envelope_and_then_the_way_in(tmp_path):
    where = "{name: The hall, address: 1 High Street, postcode: AB1 2CD, directions: Blue door}"
    view = poster(tmp_path, f"where: {where}")
    assert facts_of(view)["Where"] == "The hall, 1 High Street, AB1 2CD. Blue door."


def test_who_keeps_people_safe_stands_on_the_poster(tmp_path):
    view = poster(tmp_path, "safeguarding: Pat is responsible", "insurance: Covered by the hall")
    assert facts_of(view)["Keeping people safe"] == "Pat is responsible. Covered by the hall."


@pytest.mark.parametrize(
    ("contact", "phone", "hours"),
    [
        (CONTACT, "Phone Pat, 020 7946 0456", "Weekday mornings"),
        ("contact: {name: Pat, text: 07700 900 123}", "Text Pat, 07700 900123", ""),
        ("contact: {email: tea@example.org}", "Phone 020 7946 0123, Harbour Row forum", ""),
    ],
)
def test_the_largest_words_after_the_title_are_whom_to_phone(tmp_path, contact, phone, hours):
    foot = poster(tmp_path, contact).foot
    assert plain(foot.phone).replace("900 123", "900123") == phone
    assert foot.hours == hours


def test_what_meets_again_is_cancelled_on_its_date_and_not_in_its_title(tmp_path):
    view = poster(tmp_path, TUESDAYS, OFF)
    assert view.title == "Tea and talk"
    assert view.alerts == ("Cancelled on Tuesday 24 November. The hall is flooded.",)
    assert facts_of(view)["Next on"].startswith("Tuesday 1 December")


def test_a_date_that_is_off_is_not_said_twice(tmp_path):
    view = poster(tmp_path, TUESDAYS, OFF)
    assert "Cancelled" not in facts_of(view)["Next on"]


def test_a_single_date_that_is_off_is_cancelled_in_the_title(tmp_path):
    view = poster(tmp_path, "when: Tuesday 24 November 2026, 7pm", OFF, path="events/tea.md")
    assert view.title == "Cancelled: Tea and talk"


def test_a_date_that_is_moved_is_on_the_poster_and_on_its_strips(tmp_path):
    moved = "changes: [{on: 2026-11-24, moved_to: 2026-11-25 11am}]"
    view = poster(tmp_path, TUESDAYS, moved)
    assert view.alerts == ("Moved: not on Tuesday 24 November.",)
    assert "Wednesday 25 November" in view.tabs[0].name


def test_a_neighbours_offer_says_that_nobody_checked_it(tmp_path):
    offer = poster(tmp_path, "side: give", path="help/tea.md")
    assert offer.alerts == ("We list this. We have not checked it.",)


def test_help_to_get_needs_no_such_note(tmp_path):
    assert poster(tmp_path, "side: get", path="help/tea.md").alerts == ()


@pytest.mark.parametrize(
    ("facts", "last"),
    [
        ((TUESDAYS,), None),
        (("when: Tuesday 24 November 2026, 7pm",), date(2026, 11, 24)),
        (("when: Every Tuesday until 8 December 2026, 7pm",), date(2026, 12, 8)),
        ((), None),
    ],
)
def test_a_poster_hangs_no_longer_than_there_are_dates(tmp_path, facts, last):
    assert last_day_of(*tea(tmp_path, CHECKED, *facts)) == last


def test_an_offer_hangs_no_longer_than_it_holds(tmp_path):
    found = tea(tmp_path, CHECKED, "side: give", "expires: 2026-11-30", path="help/tea.md")
    assert last_day_of(*found) == date(2026, 11, 30)


def test_the_code_leads_to_the_short_address_which_stands_beside_it(tmp_path):
    foot = poster(tmp_path).foot
    assert foot.address == "Scan the square, or go to harbour-row.example.org/guide/n/127/"
    assert foot.qr.label == "QR code that leads to harbour-row.example.org/guide/n/127/"


def test_ten_strips_say_the_same_and_one_of_them_is_heard(tmp_path):
    tabs = poster(tmp_path, TUESDAYS, CONTACT).tabs
    assert len(tabs) == TABS
    assert [tab.is_again for tab in tabs] == [False, *[True] * 9]
    assert {plain(tab.phone) for tab in tabs} == {"Phone 020 7946 0456, No. 127"}
    assert {tab.name for tab in tabs} == {"Tea and talk. Every Tuesday, 10:30am to midday."}


@pytest.mark.parametrize(
    ("when", "said"),
    [
        ("Every Tuesday in term time, 10:30am to midday", "Every Tuesday in term time, 10:30am"),
        (
            "Every Tuesday in term time, 10:30am to midday, not on bank holidays, not in August",
            "Tuesday 24 November",
        ),
    ],
)
def test_a_strip_says_less_of_when_where_there_is_little_room(tmp_path, when, said):
    terms = ["2 November to 18 December 2026"]
    lines = f"---\ntitle: Tea and talk\n{CHECKED}\nwhen: {when}\n---\n"
    guide = guide_on(tmp_path, {"groups/tea.md": lines}, terms=terms)
    view = poster_sheet_view(guide, guide.catalogue.by_slug["tea"])
    assert view.tabs[0].name.startswith(f"Tea and talk. {said}")


@settings(max_examples=20)
@given(st.text(alphabet="abc wm", min_size=1, max_size=400))
def test_the_words_of_a_strip_fit_whole(tmp_path_factory, title):
    name = " ".join(title.split()) or "tea"
    lines = f'---\ntitle: "{name}"\nnumber: 127\n{CHECKED}\n{TUESDAYS}\n---\n'
    guide = guide_on(tmp_path_factory.mktemp("strip"), {"groups/tea.md": lines})
    (tab, *_) = poster_sheet_view(guide, guide.catalogue.by_slug["tea"]).tabs
    high = NAME.height(tab.name, WIDE) + PHONE.height(tab.phone, WIDE)
    assert high <= 21 - 5
    assert all(NAME.width(word) <= WIDE for word in tab.name.split())


def text_of(title: str, *facts: str) -> PosterText:
    labelled = (PosterFact(f"Fact {place}", fact) for place, fact in enumerate(facts))
    return PosterText(title, (), tuple(labelled))


def test_a_short_title_and_few_facts_have_the_largest_letters():
    sizes = sizes_of(text_of("Tea and talk", "The hall."), ROOM)
    assert (sizes.title, sizes.facts) == (48, 20)


def test_many_facts_are_smaller_before_the_title_is():
    sizes = sizes_of(text_of("Tea and talk", *["The hall. " * 10] * 6), ROOM)
    assert sizes.title == 48
    assert sizes.facts < 20


def test_a_long_title_is_smaller_until_it_leaves_room_for_the_rest():
    sizes = sizes_of(text_of("Tea and talk for all " * 5, "The hall."), ROOM)
    assert 20 <= sizes.title < 48
    assert sizes.facts == 20


def test_a_word_wider_than_the_page_is_smaller_rather_than_broken():
    assert sizes_of(text_of("m" * 20), ROOM).title < TITLES[0]


@given(
    st.integers(1, 200),
    st.sampled_from(["tea", "neighbourhood", "a"]),
    st.lists(st.sampled_from(["The hall.", "The hall. " * 9]), max_size=9),
)
def test_whatever_the_title_what_is_on_a_poster_fits_and_nothing_is_tiny(words, word, facts):
    text = text_of(" ".join([word] * words), *facts)
    sizes = sizes_of(text, 145.0)
    kept = facts_that_fit(text, sizes, 145.0)
    shown = PosterText(text.title, (), kept)
    assert poster_height(shown, sizes) <= 145.0 or sizes.title == LONG_TITLES[-1]
    assert min(sizes.title, sizes.facts) >= 12


def test_what_is_too_long_to_say_in_large_letters_leaves_the_number_there(tmp_path):
    long = "at the hall, in the garden, by the river " * 12
    contact = f"contact: {{name: '{long}', phone: 020 7946 0456, best_time: '{long}'}}"
    foot = poster(tmp_path, TUESDAYS, contact).foot
    assert (plain(foot.phone), foot.hours) == ("Phone 020 7946 0456", "")


def test_a_reason_as_long_as_a_page_is_left_out_and_cancelled_is_not(tmp_path):
    off = OFF.replace("the hall is flooded", "the hall is flooded " * 50)
    (alert,) = poster(tmp_path, TUESDAYS, off).alerts
    assert alert == "Cancelled on Tuesday 24 November."


def test_more_dates_that_are_off_than_fit_leave_room_for_the_facts():
    off = tuple(f"Cancelled on day {day}: {'the hall is flooded ' * 9}" for day in range(9))
    text = replace(text_of("Tea and talk", "The hall."), sentences=off)
    fitting = with_sentences_that_fit(text, "More.", ROOM)
    assert fitting.sentences[0] == off[0]
    assert fitting.sentences[-1] == "More."
    assert poster_height(fitting, sizes_of(fitting, ROOM)) <= ROOM


def test_dates_that_are_off_and_fit_are_all_told():
    text = replace(text_of("Tea and talk", "The hall."), sentences=("Cancelled.", "Moved."))
    assert with_sentences_that_fit(text, "More.", ROOM) is text


def test_languages_are_left_out_before_letters_get_smaller():
    speaks = PosterFact("Speaks", "English. " * 60)
    text = PosterText("Tea", (), (PosterFact("Where", "The hall."), speaks), (speaks,))
    sizes = sizes_of(text, 60.0)
    assert sizes.facts == 20
    assert facts_that_fit(text, sizes, 60.0) == (PosterFact("Where", "The hall."),)


GONE = {
    "closed": ("status: closed", CHECKED),
    "paused": ("status: paused", CHECKED),
    "not checked lately": ("checked: 2026-03-01, by phone",),
    "never checked": (),
    "over": (CHECKED, "when: Tuesday 3 November 2026, 7pm"),
}


@pytest.mark.parametrize("facts", GONE.values(), ids=GONE)
def test_what_may_not_be_printed_now_keeps_its_address_and_says_why(tmp_path, facts):
    guide, entry = tea(tmp_path, *facts, path="events/tea.md")
    view = unprinted_view(guide, entry, "print/poster/tea/", "Poster: Tea and talk")
    assert may_have_poster(guide, entry)
    assert not has_poster(guide, entry)
    assert view.frame.notice is not None or "No dates to come" in view.summary
    assert "020 7946 0123" in "".join(run.text for line in view.facts[0].lines for run in line)
    assert view.facts[1].lines[0][0].href == "/guide/events/tea/"


def test_an_offer_that_has_ended_has_no_poster(tmp_path):
    found = tea(tmp_path, CHECKED, "side: give", "expires: 2026-11-20", path="help/tea.md")
    assert not has_poster(*found)


def test_a_safe_space_has_no_address_for_a_poster(tmp_path):
    guide, entry = tea(tmp_path, CHECKED, "sensitive: yes")
    assert not may_have_poster(guide, entry)
    assert poster_link(guide, entry) == ()


def test_the_page_of_an_entry_leads_to_its_poster(tmp_path):
    guide, entry = tea(tmp_path, CHECKED)
    ways = {link.text: link.href for link in entry_view(guide, entry).share}
    assert ways["Poster"] == "/guide/print/poster/tea/"


def test_the_page_of_what_is_not_printed_now_has_no_link_that_disappoints(tmp_path):
    guide, entry = tea(tmp_path)
    assert [link.text for link in entry_view(guide, entry).share if "Poster" in link.text] == []
