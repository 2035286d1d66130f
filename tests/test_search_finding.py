"""The search answers with the entries that were meant, best first, and says what it did."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Any

import pytest
from browser import new_browser
from search_engine import answers, engine

from doorstep.search.bodies import bodies_text
from doorstep.search.index import SearchIndex, SearchRow, index_text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Page

pytestmark = pytest.mark.browser

MADE = date(2026, 11, 22)
FACETS = (
    ("topic-company", "Someone to talk to", "someone talk company lonely friends"),
    ("topic-sport", "Sport and keeping fit", "sport keeping fit gym"),
    ("lang-gujarati", "ગુજરાતી (Gujarati)", "gujarati ગુજરાતી"),
    ("area-hill", "Hill Top", "hill top"),
)
COMPANY, SPORT, GUJARATI, HILL = range(4)
ROWS = (
    SearchRow(0, "", 127, "tea and talk", "board games company", 1, (COMPANY, GUJARATI), 0b100),
    SearchRow(0, "warm-space", 218, "the hall", "hot drinks", 1, (COMPANY,)),
    SearchRow(0, "", 141, "gujarati elders club", "chai songs older", 0, (GUJARATI,)),
    SearchRow(0, "", 150, "chair yoga", "stretching sitting down", 1, (SPORT, HILL), 0b10),
    SearchRow(0, "", 216, "food bank", "three days of food", 0, ()),
    SearchRow(1, "", 309, "chess at the chair", "draughts", 0, (COMPANY,)),
    SearchRow(1, "", 202, "boxing for girls", "gloves pads", 0, (SPORT,), 0b1),
    SearchRow(0, "", 130, "friends of the park", "plant paint count bats chords", 0, (HILL,)),
    SearchRow(0, "", 148, "slow walkers", "gentle mile then coffee", 0, (SPORT,)),
    SearchRow(0, "", 163, "canal crew", "litter pickers foodstuffs rope skill picnic choir", 0, ()),
    SearchRow(0, "", 204, "a group for women"),
    SearchRow(0, "", 166, "old yoga", "stretching", 0, (SPORT,)),
)
INDEX = SearchIndex(
    today=MADE,
    kinds=(("groups/", "Groups", "group groups"), ("events/", "Events", "event events")),
    facets=FACETS,
    places=("st annes hall",),
    stale=11,
    gone=(99,),
    synonyms=(
        *(("skint", "money advice"), ("lonely", "company"), ("blue", "someone to talk to")),
        *(("food parcel", "food bank"), ("cant pay rent", "food bank"), ("meditation", "yoga")),
        *(("mosque", "masjid"), ("on my own", "company"), ("خواتین", "women"), ("چائے", "tea")),
        ("crisis", "food bank"),
    ),
    rows=ROWS,
)
BODIES = (
    *(("rummikub", "mug", "drop"), ("sockets", "planting"), (), ("mat", "giraffe"), ("tins",), ()),
    *(("giraffe",), (), ("hats", "yoga"), ("rolls",), (), ()),
)


@pytest.fixture(scope="module")
def page() -> Iterator[Page]:
    """The search of a dozen entries, on the day after the guide was made."""
    files = (json.loads(index_text(INDEX)), json.loads(bodies_text(BODIES)))
    with new_browser() as browser, engine(browser, files) as page:
        page.clock.set_fixed_time(datetime(2026, 11, 23, 12, tzinfo=UTC))
        yield page


def found(page: Page, text: str) -> dict[str, Any]:
    return answers(page, [text])[0]


def titles(page: Page, text: str) -> list[str]:
    return [ROWS[row].title for row in found(page, text)["rows"]]


def soon(page: Page, text: str) -> Any:
    """Return what the first file alone answers."""
    return page.evaluate("(text) => doorstep.find(index, text)", text)


def test_an_entry_is_told_by_its_address_number_facets_and_days(page: Page) -> None:
    first, second = page.evaluate("index.entries.slice(0, 2)")
    facets = ["topic-company", "lang-gujarati"]
    assert first["path"] == "groups/tea-and-talk/"
    assert (first["number"], first["facets"], first["days"]) == (127, facets, 0b100)
    assert second["path"] == "groups/warm-space/"
    assert page.evaluate("index.facets['topic-company'].label") == "Someone to talk to"
    assert page.evaluate("index.entries.map((entry) => entry.isStale)") == [False] * 11 + [True]


@pytest.mark.parametrize("text", ["", "  ", "?!", "i want the", "x"])
def test_nothing_said_is_everything_in_its_order(page: Page, text: str) -> None:
    assert found(page, text)["rows"] == list(range(len(ROWS)))


@pytest.mark.parametrize("text", ["127", "No. 127", "no 127", "#127", "number 127", " 127 "])
def test_digits_alone_are_a_number(page: Page, text: str) -> None:
    answer = found(page, text)
    assert (answer["number"], answer["rows"][0], answer["isGone"]) == (127, 0, False)


def test_a_number_that_is_in_no_list_any_more_is_said_to_be_gone(page: Page) -> None:
    answer = found(page, "99")
    assert (answer["number"], answer["isGone"], answer["rows"]) == (99, True, [])


def test_a_number_that_never_was_finds_nothing_and_is_not_mended(page: Page) -> None:
    answer = found(page, "128")
    assert (answer["rows"], answer["isGone"], answer["suggestion"]) == ([], False, "")


def test_a_number_beside_words_is_met_by_its_entry(page: Page) -> None:
    assert titles(page, "yoga 150")[0] == "chair yoga"


def test_the_title_comes_before_the_summary_and_that_before_the_body(page: Page) -> None:
    assert titles(page, "food") == ["food bank", "canal crew"]
    assert titles(page, "yoga") == ["chair yoga", "old yoga", "slow walkers"]


def test_the_whole_title_comes_first(page: Page) -> None:
    assert titles(page, "Chess at the chair")[0] == "chess at the chair"
    assert titles(page, "chair")[0] == "chair yoga"


def test_every_telling_word_has_to_be_met(page: Page) -> None:
    assert titles(page, "boxing girls") == ["boxing for girls"]
    assert found(page, "boxing women")["rows"] == []
    assert found(page, "gujarati boxing")["rows"] == []


def test_words_that_tell_little_need_not_be_met(page: Page) -> None:
    assert titles(page, "is there a yoga class for me near here")[0] == "chair yoga"
    assert titles(page, "my wife likes chess") == []
    assert titles(page, "chess for my wife") == ["chess at the chair"]


def test_of_three_words_one_may_be_missing_and_is_named(page: Page) -> None:
    answer = found(page, "gentle coffee zebra")
    assert (answer["paths"], answer["missed"]) == (["groups/slow-walkers/"], ["zebra"])


def test_of_two_words_neither_may_be_missing(page: Page) -> None:
    assert found(page, "coffee zebra")["rows"] == []


@pytest.mark.parametrize(
    ("text", "path", "words"),
    [
        ("gujrati", "groups/gujarati-elders-club/", "gujarati"),
        ("guajrati", "groups/gujarati-elders-club/", "gujarati"),
        ("streching", "groups/chair-yoga/", "stretching"),
        ("boxnig for girls", "events/boxing-for-girls/", "boxing for girls"),
        ("loneley", "groups/tea-and-talk/", "lonely"),
    ],
)
def test_a_slip_is_mended_and_the_words_of_the_guide_are_said(
    page: Page, text: str, path: str, words: str
) -> None:
    answer = found(page, text)
    assert (answer["paths"][0], answer["found"]) == (path, words)


@pytest.mark.parametrize("text", ["kill myself", "rape", "panic", "harm", "I want to die"])
def test_a_word_of_danger_is_never_taken_for_a_slip(page: Page, text: str) -> None:
    answer = found(page, text)
    assert (answer["rows"], answer["found"], answer["suggestion"]) == ([], "", "")


def test_beside_a_word_of_danger_no_other_has_to_be_met(page: Page) -> None:
    assert titles(page, "housing crisis") == ["food bank"]
    assert titles(page, "housing food") == []


@pytest.mark.parametrize("text", ["zumba", "pilates", "golf"])
def test_what_is_spelt_right_is_not_mended(page: Page, text: str) -> None:
    assert found(page, text)["found"] == ""


def test_a_mended_word_stands_for_its_other_forms(page: Page) -> None:
    assert set(titles(page, "plantign")) == {"the hall", "friends of the park"}


def test_a_word_too_short_to_be_mended_is_known_by_the_word_after_it(page: Page) -> None:
    assert found(page, "fod bank")["found"] == "food bank"
    assert found(page, "fod")["rows"] == []


def test_what_begins_few_words_may_be_a_slip_as_well(page: Page) -> None:
    answer = found(page, "chor")
    assert set(answer["paths"]) == {"groups/friends-of-the-park/", "groups/canal-crew/"}
    assert found(page, "chord")["found"] == ""


def test_no_synonym_leads_to_an_entry_that_tells_no_more_than_its_title(page: Page) -> None:
    assert titles(page, "خواتین") == []
    assert titles(page, "women") == ["a group for women"]


def test_of_words_in_other_letters_one_that_is_known_is_enough(page: Page) -> None:
    assert titles(page, "مجھے چائے")[0] == "tea and talk"


def test_a_word_that_is_there_silences_its_look_alikes(page: Page) -> None:
    assert titles(page, "chess") == ["chess at the chair"]
    assert found(page, "chess")["found"] == ""


@pytest.mark.parametrize("text", ["xyzzy", "cheese", "tlke", "bxoiqg", "zzz", "tennis", "tr"])
def test_what_is_too_far_from_any_word_finds_nothing(page: Page, text: str) -> None:
    assert found(page, text)["rows"] == []


@pytest.mark.parametrize(
    ("text", "path"),
    [
        *(("foodbank", "groups/food-bank/"), ("foodb", "groups/food-bank/")),
        *(("food stuffs", "groups/canal-crew/"), ("boardgames", "groups/tea-and-talk/")),
        *(("tea talk", "groups/tea-and-talk/"), ("Warmspace", "groups/warm-space/")),
    ],
)
def test_words_are_found_joined_and_apart(page: Page, text: str, path: str) -> None:
    assert found(page, text)["paths"][0] == path


@pytest.mark.parametrize("text", ["yo", "yog", "chair y", "stret", "chair yoga th", "sittin"])
def test_a_word_is_found_as_it_is_typed(page: Page, text: str) -> None:
    assert found(page, text)["paths"][0] == "groups/chair-yoga/"


def test_doers_are_found_by_what_they_do(page: Page) -> None:
    assert titles(page, "walking") == ["slow walkers"]


@pytest.mark.parametrize("text", ["lonely", "I feel lonely", "all on my own"])
def test_synonyms_are_looked_for_as_well_and_named(page: Page, text: str) -> None:
    answer = found(page, text)
    assert answer["paths"][0] == "groups/tea-and-talk/"
    assert answer["also"] == ["company"]


@pytest.mark.parametrize("text", ["food parcel", "food parcels", "I can't pay my rent"])
def test_several_words_may_mean_others(page: Page, text: str) -> None:
    answer = found(page, text)
    assert (answer["paths"], answer["also"]) == (["groups/food-bank/"], ["food bank"])


def test_a_synonym_that_leads_nowhere_is_not_named(page: Page) -> None:
    assert found(page, "skint")["also"] == []


def test_the_small_words_of_a_synonym_need_not_be_met(page: Page) -> None:
    assert "groups/tea-and-talk/" in found(page, "blue")["paths"]


def test_a_language_is_known_by_its_own_name(page: Page) -> None:
    assert found(page, "ગુજરાતી")["paths"][0] == "groups/gujarati-elders-club/"


def test_what_nobody_has_checked_lately_sinks(page: Page) -> None:
    assert titles(page, "stretching") == ["chair yoga", "old yoga"]


def test_a_safe_space_is_found_by_its_title(page: Page) -> None:
    assert found(page, "women")["paths"] == ["groups/a-group-for-women/"]


@pytest.mark.parametrize(
    ("text", "path"),
    [
        *(("today", "groups/chair-yoga/"), ("what's on tomorrow", "groups/tea-and-talk/")),
        *(("monday", "groups/chair-yoga/"), ("yoga on tuesday", "groups/chair-yoga/")),
    ],
)
def test_days_are_understood_and_count_from_the_day_of_the_reader(
    page: Page, text: str, path: str
) -> None:
    assert found(page, text)["paths"][0] == path


def test_what_is_over_is_not_found_by_its_day(page: Page) -> None:
    assert "events/boxing-for-girls/" not in found(page, "sunday")["paths"]


def test_the_bodies_are_wanted_only_where_the_index_finds_too_little(page: Page) -> None:
    assert soon(page, "rummikub")["wantsBodies"]
    assert soon(page, "gujrati")["wantsBodies"]
    assert not soon(page, "group")["wantsBodies"]
    assert not soon(page, "127")["wantsBodies"]
    assert not soon(page, "")["wantsBodies"]
    assert titles(page, "rummikub") == ["tea and talk"]
    assert not found(page, "rummikub")["wantsBodies"]


def test_where_nothing_is_found_what_is_near_is_named(page: Page) -> None:
    answer = found(page, "gym mug")
    assert answer["rows"] == []
    assert answer["near"][0] == "topic-sport"
    assert found(page, "xyzzy")["near"] == []


def test_where_nothing_is_found_a_spelling_that_finds_something_is_suggested(page: Page) -> None:
    assert found(page, "tae")["suggestion"] == "tea"
    assert found(page, "yogqx")["suggestion"] == "yoga"
    assert found(page, "xyzzy")["suggestion"] == ""


def test_a_long_text_that_somebody_drops_into_the_box_is_cut_short(page: Page) -> None:
    assert found(page, "yoga " * 4000)["paths"][0] == "groups/chair-yoga/"
    assert found(page, "a" * 100_000)["rows"] == []


def test_an_empty_guide_finds_nothing(page: Page) -> None:
    empty = json.loads(index_text(SearchIndex(MADE, (), (), (), 0, (), (), ())))
    page.evaluate("(empty) => { window.empty = doorstep.readIndex(empty); }", empty)
    for text in ("", "tea", "127", "lonely gujrati club"):
        assert page.evaluate("(text) => doorstep.find(empty, text).rows", text) == []
