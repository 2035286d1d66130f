"""What may be on a shortlist, and the facts that are printed of it."""

from __future__ import annotations

import gzip
import json
from collections import defaultdict
from typing import TYPE_CHECKING, Any

import pytest
from builders import TODAY, guide_of
from built_site import REPOSITORY, checked
from msgspec.structs import replace

from doorstep import site
from doorstep.kinds import Kind
from doorstep.outputs.shortlist import shortlist_entries
from doorstep.sheets.shortlist import shortlist_view
from doorstep.sheets.shortlist_entries import listed_entry, plain_address_of
from doorstep.views.cards import card_of
from doorstep.views.entry_pages import entry_view
from doorstep.views.list_pages import kind_view

if TYPE_CHECKING:
    from pathlib import Path

    from doorstep.guide import Guide
    from doorstep.sheets.shortlist_entries import ListedEntry

CHECKED = "checked: 2026-11-03, by phone, Amina\n"
CONSENT = "consent: {on: 2026-11-03, kept_by: Amina}\n"
HALL = f"""\
    ---
    number: 11
    title: St Anne's Hall
    where:
      address: The Refuge Centre, 1 High Street, Harbour Row
      postcode: AB1 1BC
      lat: 53.7021
      lon: -3.2999
      directions: The door is beside the chemist
    access: {{step_free: yes, toilet: no, notes: Ring the bell.}}
    open: Every day, 9am to 5pm
    {CHECKED}---
    """
TEA = f"""\
    ---
    number: 31
    title: Tea and talk
    when: Every Tuesday, 10:30am to midday
    where: st-annes-hall
    come_along: Just turn up. On your own is fine.
    cost: Free
    contact: {{name: Pat, phone: 020 7946 0131, best_time: weekday mornings}}
    changes: [{{on: 2026-11-24, cancelled: yes, because: the hall is flooded}}]
    {CHECKED}---
    """


def group(facts: str) -> dict[str, str]:
    """Return a guide's files: one group with these facts."""
    return {"groups/choir.md": f"---\ntitle: Choir\nnumber: 33\n{facts}\n---\n"}


@pytest.fixture
def guide(tmp_path: Path) -> Guide:
    """A hall, and what meets there."""
    return guide_of(tmp_path, {"places/st-annes-hall.md": HALL, "groups/tea.md": TEA})


@pytest.fixture
def tea(guide: Guide) -> ListedEntry:
    """What is printed of the group."""
    return listed_entry(guide, guide.catalogue.by_slug["tea"])


def drawable(guide: Guide) -> Guide:
    """Return a guide whose pages can be drawn: they name scripts and style sheets."""
    return replace(guide, assets=defaultdict(str))


def listed(guide: Guide) -> dict[str, Any]:
    """Return the file that the page fetches."""
    read: dict[str, Any] = json.loads(shortlist_entries(guide))
    return read


def choir(folder: Path, facts: str) -> ListedEntry:
    """Return what is printed of a group with these facts."""
    guide = guide_of(folder, group(facts))
    return listed_entry(guide, guide.catalogue.by_slug["choir"])


def test_it_says_where_to_go_and_how_to_find_the_door(tea):
    assert tea.where == (
        "St Anne's Hall, The Refuge Centre, 1 High Street, Harbour Row, AB1 1BC. "
        "The door is beside the chemist."
    )


def test_it_says_whom_to_ask_for_and_when(tea):
    assert tea.contact.replace("\u00a0", " ") == "Pat, 020 7946 0131. Weekday mornings."


def test_getting_in_has_three_answers_in_words(tea):
    assert tea.access == "Step-free: yes. Toilet: no. Hearing loop: not known. Ring the bell."


def test_cost_turning_up_and_the_day_of_the_check_are_said(tea):
    assert (tea.cost, tea.come_along) == ("Free.", "Just turn up. On your own is fine.")
    assert tea.checked == "Checked 3 November 2026."


def test_a_cancelled_date_is_said_and_the_next_one_that_will_be_comes_first(tea):
    assert [one.words for one in tea.changes] == [
        "Cancelled on Tuesday 24 November. The hall is flooded."
    ]
    assert tea.dates[0].words == "Tuesday 1 December, 10:30am to midday"


def test_there_is_a_date_more_for_a_page_that_is_some_days_old(tea):
    assert [one.ends[:10] for one in tea.dates] == ["2026-12-01", "2026-12-08"]


def test_the_rule_is_said_beside_the_date(tea):
    assert tea.rule == "Every Tuesday, 10:30am to midday."


def test_a_place_says_when_it_is_open(guide):
    hall = listed_entry(guide, guide.catalogue.by_slug["st-annes-hall"])
    assert hall.rule == "Open: Every day, 9am to 5pm."


def test_the_discreet_address_leaves_the_name_of_the_building_out(tea):
    assert tea.address == "1 High Street, AB1 1BC"


@pytest.mark.parametrize(
    ("where", "said"),
    [
        ("where: {name: Hope House, postcode: AB1 2JK}", "AB1 2JK. Phone to ask where it is."),
        ("where: {address: Hope House}", "Phone to ask where it is."),
        ("", "Phone to ask where it is."),
    ],
)
def test_without_a_house_number_the_discreet_address_says_to_phone(tmp_path, where, said):
    guide = guide_of(tmp_path, group(f"{where}\n{CHECKED}"))
    assert plain_address_of(guide, guide.catalogue.by_slug["choir"]) == said


def test_help_that_comes_by_phone_has_no_address(tmp_path):
    lifts = {"help/lifts.md": f"---\nnumber: 51\ntitle: Lifts\nside: get\n{CHECKED}---\n"}
    guide = guide_of(tmp_path, lifts)
    assert listed_entry(guide, guide.catalogue.by_slug["lifts"]).address == ""


def test_a_date_at_another_place_says_so(tmp_path):
    changes = "changes: [{on: 2026-11-24, where: the Boathouse}]"
    entry = choir(tmp_path, f"when: Every Tuesday, 7pm\n{changes}\n{CHECKED}")
    assert [one.elsewhere for one in entry.dates] == ["At the Boathouse", ""]


def test_what_nobody_checked_lately_says_so(tmp_path):
    assert choir(tmp_path, "").warning == "Not checked lately. Phone before you go"


def test_what_is_paused_says_so(tmp_path):
    paused = choir(tmp_path, f"status: paused\n{CHECKED}")
    assert paused.warning == "This is paused for now. Phone before you go."


def test_what_is_not_known_is_not_left_empty(tmp_path):
    entry = choir(tmp_path, "checked:")
    assert entry.where == "Not known: phone to ask"
    assert entry.come_along == "Not known: phone before you go"
    assert entry.cost == "Cost not known. Phone to ask."
    assert entry.checked == "Not checked yet."


def test_one_who_only_reads_messages_is_asked_by_text(tmp_path):
    entry = choir(tmp_path, "contact: {name: Mo, text: 07700 900133}")
    assert entry.phone.replace("\u00a0", " ") == "text 07700 900 133"


def test_entries_are_known_by_their_numbers_and_what_is_empty_is_left_out(guide):
    entries = listed(guide)["entries"]
    assert list(entries) == ["11", "31"]
    assert "warning" not in entries["31"]
    assert "elsewhere" not in entries["31"]["dates"][0]


def test_marks_of_a_page_in_a_title_are_only_text(tmp_path):
    title = "</title><script>alert('Tea & talk')</script>"
    files = {"groups/tea.md": f'---\nnumber: 31\ntitle: "{title}"\n{CHECKED}---\n'}
    guide = guide_of(tmp_path, files)
    assert b"<" not in shortlist_entries(guide)
    assert listed(guide)["entries"]["31"]["title"] == title


SAFE = "sensitive: yes\ncontact: {phone: 020 7946 0131}\n" + CHECKED
NEVER = {
    "a safe space": group(SAFE),
    "a safe space that has closed": group(f"status: closed\n{SAFE}"),
    "a story": {"stories/bench.md": f"---\nnumber: 61\ntitle: The bench\n{CONSENT}---\n"},
    "a page about the guide": {"pages/about.md": "---\nnumber: 71\ntitle: About\n---\n"},
    "what has no number yet": {"groups/choir.md": "---\ntitle: Choir\n---\n"},
}


@pytest.mark.parametrize("files", NEVER.values(), ids=NEVER)
def test_it_is_never_on_a_shortlist_and_its_number_is_not_told(tmp_path, files):
    assert listed(guide_of(tmp_path, files)) == {"entries": {}, "gone": []}


@pytest.mark.parametrize("files", NEVER.values(), ids=NEVER)
def test_it_has_no_star(tmp_path, files):
    guide = guide_of(tmp_path, files)
    (entry,) = guide.catalogue.entries
    assert card_of(guide, entry).has_star is False


def test_a_safe_spaces_own_page_has_no_star_and_not_its_script(tmp_path):
    guide = drawable(guide_of(tmp_path, group(SAFE)))
    view = entry_view(guide, guide.catalogue.by_slug["choir"])
    assert view.stars is None


def test_a_list_of_safe_spaces_alone_does_not_offer_to_make_a_shortlist(tmp_path):
    assert kind_view(drawable(guide_of(tmp_path, group(SAFE))), Kind.GROUP).stars is None


def test_numbers_of_what_has_closed_are_told_so_that_the_page_can_say_so(tmp_path):
    guide = guide_of(tmp_path, group(f"status: closed\n{CHECKED}"))
    assert listed(guide) == {"entries": {}, "gone": [33]}


def test_where_a_number_stands_on_the_map_lies_on_it(guide):
    view = shortlist_view(drawable(guide))
    assert view.map is not None
    wide, high = (float(side) for side in view.map.box.split()[2:])
    x, y = listed(guide)["entries"]["31"]["at"]
    assert 0 < x < wide
    assert 0 < y < high
    assert view.map.pins == ()


def test_without_a_place_there_is_no_map(tmp_path):
    guide = guide_of(tmp_path, group(CHECKED))
    assert shortlist_view(drawable(guide)).map is None
    assert "at" not in listed(guide)["entries"]["33"]


def test_an_empty_guide_has_the_page_and_nothing_to_choose(tmp_path):
    guide = guide_of(tmp_path, {})
    assert shortlist_view(drawable(guide)).title == "My shortlist"
    assert listed(guide) == {"entries": {}, "gone": []}


@pytest.mark.whole
def test_the_file_of_the_example_guide_is_small_over_the_wire():
    guide = site.guide_of(checked(REPOSITORY), TODAY, assets={}, sizes={})
    assert len(gzip.compress(shortlist_entries(guide))) < 24 * 1024
