"""The catalogue finds every entry, knows how they hang together, and gives no safe space away."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from builders import catalogue, entry
from hypothesis import given
from hypothesis import strategies as st

from doorstep.catalogue import title_key
from doorstep.entries import Entry, Side
from doorstep.fields import Answer
from doorstep.geography import Position
from doorstep.kinds import Kind

if TYPE_CHECKING:
    from collections.abc import Iterable

CHECKED = "checked: 3/11/2026\n"
OLD = "checked: 3/11/2025\n"
SAFE = f"{CHECKED}sensitive: yes\n"
HALL = f"{CHECKED}title: St Anne's Hall\nwhere: {{address: 28 High Street, lat: 53.7, lon: -3.3}}\n"


def group(slug: str, facts: str = CHECKED) -> Entry:
    return entry(facts, Kind.GROUP, slug)


def place(slug: str = "st-annes-hall", facts: str = HALL) -> Entry:
    return entry(facts, Kind.PLACE, slug)


def slugs(entries: Iterable[Entry]) -> list[str]:
    return [one.slug for one in entries]


@pytest.mark.parametrize(
    ("earlier", "later"),
    [
        ("choir", "Tea and talk"),
        ("The Choir", "Dancing"),
        ("Élan", "Family lunch"),
        ("Šárka’s group", "Tea"),
        ("Theatre", "Upholstery"),
    ],
)
def test_titles_sort_without_case_accents_or_the(earlier: str, later: str) -> None:
    assert title_key(earlier) < title_key(later)


def test_a_word_that_only_starts_like_the_keeps_its_start() -> None:
    assert title_key("Theatre") == "theatre"


@given(st.permutations(["choir", "tea-and-talk", "boxing", "allotments"]))
def test_entries_are_in_the_same_order_however_they_came(names: list[str]) -> None:
    made = catalogue(*(group(name) for name in names))
    assert slugs(made.entries) == ["allotments", "boxing", "choir", "tea-and-talk"]


def test_two_of_one_title_go_by_their_slugs() -> None:
    made = catalogue(*(group(slug, "title: Choir") for slug in ("choir-2", "choir")))
    assert slugs(made.entries) == ["choir", "choir-2"]


def test_what_was_not_checked_lately_comes_last_in_lists() -> None:
    made = catalogue(
        group("allotments", "checked: 3/1/2026"), group("boxing", "cost: Free"), group("choir")
    )
    assert slugs(made.listed) == ["choir", "allotments", "boxing"]


def test_an_entry_is_found_by_its_slug_and_by_its_number() -> None:
    made = catalogue(group("choir", "number: 133"), group("tea", "number: 127"), group("chess"))
    assert made.by_slug["tea"].number == 127
    assert [(number, one.slug) for number, one in made.by_number.items()] == [
        (127, "tea"),
        (133, "choir"),
    ]


def test_lists_of_a_kind_and_a_topic_leave_out_what_is_not_listed() -> None:
    closed = group("chess", f"{CHECKED}topics: company\nstatus: closed")
    made = catalogue(closed, group("tea", f"{CHECKED}topics: company"), group("old", OLD))
    assert slugs(made.of_kind(Kind.GROUP)) == ["tea"]
    assert slugs(made.on_topic("company")) == ["tea"]
    assert made.on_topic("food") == made.of_kind(Kind.EVENT) == ()


def test_help_is_parted_into_what_one_gets_and_what_one_gives() -> None:
    made = catalogue(
        entry(f"{CHECKED}side: get", Kind.HELP, "lifts"),
        entry(f"{CHECKED}side: give", Kind.HELP, "cooks-wanted"),
    )
    assert slugs(made.help_on(Side.GET)) == ["lifts"]
    assert slugs(made.help_on(Side.GIVE)) == ["cooks-wanted"]


@pytest.mark.parametrize("words", ["st-annes-hall", "St Anne's Hall", "ST ANNE'S  HALL"])
def test_a_place_is_known_by_its_slug_or_its_very_title(words: str) -> None:
    found = catalogue(place()).place_named(words)
    assert found is not None
    assert found.slug == "st-annes-hall"


@pytest.mark.parametrize("words", ["tea", "St Anne", ""])
def test_nothing_else_is_taken_for_a_place(words: str) -> None:
    assert catalogue(place(), group("tea")).place_named(words) is None


def test_a_slug_is_stronger_than_another_places_title() -> None:
    made = catalogue(place("library"), place("annexe", f"{CHECKED}title: Library"))
    found = made.place_named("library")
    assert found is not None
    assert found.slug == "library"


def test_what_happens_in_a_building_is_there_on_both_pages() -> None:
    tea, hall = group("tea", f"{CHECKED}where: st-annes-hall"), place()
    made = catalogue(tea, hall)
    assert made.place_of(tea) == hall
    assert slugs(made.happening_at(hall)) == ["tea"]


def test_an_entry_is_where_its_place_is() -> None:
    tea = group("tea", f"{CHECKED}where: st-annes-hall")
    made = catalogue(tea, place())
    assert made.position_of(tea) == Position(53.7, -3.3)
    address = made.address_of(tea)
    assert address is not None
    assert address.address == "28 High Street"


def test_a_place_written_out_is_the_entrys_own() -> None:
    tea = group("tea", f"{CHECKED}where: {{address: 3 Mill Lane, lat: 53.8, lon: -3.2}}")
    made = catalogue(tea, place())
    assert (made.place_of(tea), made.position_of(tea)) == (None, Position(53.8, -3.2))


def test_an_entry_without_an_area_has_that_of_its_place() -> None:
    settings: dict[str, Any] = {
        "areas": [{"id": "canal", "label": "Canal"}, {"id": "hill", "label": "Hill"}]
    }
    hall = entry(f"{CHECKED}area: canal", Kind.PLACE, "hall", **settings)
    there = entry(f"{CHECKED}where: hall", Kind.GROUP, "there", **settings)
    elsewhere = entry(f"{CHECKED}where: hall\narea: hill", Kind.GROUP, "elsewhere", **settings)
    made = catalogue(hall, there, elsewhere)
    assert slugs(made.in_area("canal")) == ["hall", "there"]
    assert slugs(made.in_area("hill")) == ["elsewhere"]


@pytest.mark.parametrize(
    ("of_the_place", "of_the_entry", "together"),
    [
        ("yes", None, Answer.YES),
        ("yes", "not known", Answer.YES),
        ("yes", "no", Answer.NO),
        ("no", "yes", Answer.YES),
        ("no", "not known", Answer.NO),
        ("not known", None, Answer.UNKNOWN),
        ("not known", "not known", Answer.UNKNOWN),
        (None, "not known", None),
        (None, None, None),
    ],
)
def test_a_places_access_counts_unless_the_entry_knows_otherwise(
    of_the_place: str | None, of_the_entry: str | None, together: Answer | None
) -> None:
    def access(answer: str | None) -> str:
        return f"access: {{toilet: {answer}}}" if answer else ""

    tea = group("tea", f"{CHECKED}where: st-annes-hall\n{access(of_the_entry)}")
    made = catalogue(tea, place(facts=f"{HALL}{access(of_the_place)}"))
    assert made.access_of(tea).toilet == together


def test_notes_on_getting_in_stand_beside_the_places_own() -> None:
    tea = group("tea", f"{CHECKED}where: st-annes-hall\naccess: {{notes: Room 2.}}")
    made = catalogue(tea, place(facts=f"{HALL}access: {{notes: Ring the bell.}}"))
    assert made.access_of(tea).notes == "Room 2. Ring the bell."


def test_a_group_and_what_it_runs_name_each_other() -> None:
    friends, fair = group("friends"), group("fair", f"{CHECKED}organiser: friends")
    made = catalogue(friends, fair)
    assert made.organiser_of(fair) == friends
    assert slugs(made.run_by(friends)) == ["fair"]


def test_the_mesh_holds_whichever_of_the_two_says_so() -> None:
    tea, choir = group("tea", f"{CHECKED}works_with: [choir, tea]"), group("choir")
    made = catalogue(tea, choir)
    assert slugs(made.works_with(tea)) == ["choir"]
    assert slugs(made.works_with(choir)) == ["tea"]


def test_two_that_both_say_so_are_there_once() -> None:
    tea = group("tea", f"{CHECKED}works_with: choir")
    made = catalogue(tea, group("choir", f"{CHECKED}works_with: tea"))
    assert slugs(made.works_with(tea)) == ["choir"]


@pytest.mark.parametrize("facts", [SAFE, f"{CHECKED}status: closed\n", OLD])
def test_what_may_not_be_shown_is_no_relation_of_anything(facts: str) -> None:
    hidden = group("hidden", f"{facts}works_with: tea\norganiser: tea")
    tea = group("tea", f"{CHECKED}works_with: hidden\norganiser: hidden")
    made = catalogue(hidden, tea)
    assert made.works_with(tea) == made.run_by(tea) == ()
    assert made.organiser_of(tea) is None


def test_a_safe_space_is_listed_by_kind_and_topic_and_nowhere_else() -> None:
    safe = group("safe", f"{SAFE}area: hill-top\ntopics: company")
    made = catalogue(safe)
    assert slugs(made.of_kind(Kind.GROUP)) == slugs(made.on_topic("company")) == ["safe"]
    assert made.public == made.in_area("hill-top") == ()
    assert made.near(Position(53.7, -3.3), 30) == ()


def test_a_safe_space_has_no_position_even_if_its_place_has_one() -> None:
    # Its file may name no place; should one slip through, it still leads nowhere.
    safe = group("tea", f"{CHECKED}where: st-annes-hall").model_copy(update={"sensitive": True})
    made = catalogue(safe, place())
    assert made.position_of(safe) is None
    assert slugs(made.happening_at(place())) == []


def test_what_is_near_is_found_with_its_walk() -> None:
    made = catalogue(group("tea", f"{CHECKED}where: st-annes-hall"), group("choir"), place())
    near = made.near(Position(53.701, -3.3), 10)
    assert [(nearby.minutes, nearby.thing.slug) for nearby in near] == [
        (2, "st-annes-hall"),
        (2, "tea"),
    ]


def test_a_former_address_leads_to_the_entry_it_became() -> None:
    made = catalogue(group("tea", f"{CHECKED}formerly: [tea-club, chat]"))
    led = made.former.get((Kind.GROUP, "chat"))
    assert led is not None
    assert led.slug == "tea"
    assert made.former.get((Kind.EVENT, "chat")) is None


def test_a_former_address_never_hides_a_page_that_is_there() -> None:
    made = catalogue(group("tea", f"{CHECKED}formerly: choir"), group("choir"))
    assert made.former.get((Kind.GROUP, "choir")) is None


def test_of_two_that_claim_one_former_address_the_first_file_has_it() -> None:
    claims = [group(slug, f"{CHECKED}formerly: chat") for slug in ("choir", "boxing")]
    led = catalogue(*claims).former.get((Kind.GROUP, "chat"))
    assert led is not None
    assert led.slug == "boxing"
