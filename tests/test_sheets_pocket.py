"""The pocket guide: what stands on each small page, and that it can be folded and cut."""

from __future__ import annotations

from collections import defaultdict

import pytest
from builders import guide_of
from folds import RIGHT_TO_LEFT, folded, letters_of
from msgspec.structs import replace

from doorstep import permalinks as at
from doorstep.pdfs.readiness import what_is_missing
from doorstep.sheets.panels import panel_height
from doorstep.sheets.pocket import pocket_view
from doorstep.sheets.pocket_pages import ROOM

SHEET = ("sheets/pocket.html", at.POCKET_GUIDE, pocket_view)
PLACES = ((1, 3), (0, 3), (0, 2), (0, 1), (0, 0), (1, 0), (1, 1), (1, 2))
"""Row and column of pages 1 to 8."""

SAID = (
    "Harbour Row guide",
    "What’s on",
    "Groups and places",
    "Get help",
    "Give help",
    "Who to phone",
    "Where to go",
    "Ask for this in large print",
)
"""Words of pages 1 to 8."""

COLUMN = 297 / 4
MARKS = [*(f".pocket__fold--{number}" for number in (1, 2, 3)), ".pocket__cut"]
PAGES = [f".pocket__page--{number}" for number in range(1, 9)]
BOXES = [*MARKS, *PAGES, *(f"{page} h2" for page in PAGES)]


def entry(facts):
    return f"---\nchecked: 1 November 2026, by phone\n{facts}\n---\n"


def pocket(tmp_path, files, **settings):
    guide = guide_of(tmp_path, {name: entry(facts) for name, facts in files.items()}, **settings)
    return pocket_view(replace(guide, assets=defaultdict(str)))


def titles(panel):
    return [one.title for one in panel.entries]


def clubs(number):
    return {
        f"groups/club-{one}.md": f"title: Club {one}\nwhen: Every Friday, 7pm to 8pm"
        for one in range(number)
    }


def test_no_page_has_more_than_fits(tmp_path):
    view = pocket(tmp_path, clubs(30) | {"help/food.md": "title: Food bank\nside: get"})
    pages = (view.outings, view.more_outings, view.get_help, view.give_help, view.phones)
    assert max(panel_height(page, ROOM) for page in pages) <= ROOM.high


def test_the_third_page_goes_on_where_the_second_ends(tmp_path):
    view = pocket(tmp_path, clubs(30))
    shown = [*titles(view.outings), *titles(view.more_outings)]
    assert len(set(shown)) == len(shown) > len(titles(view.outings))


def test_where_one_page_holds_all_that_is_on_the_next_says_where_to_go(tmp_path):
    view = pocket(tmp_path, clubs(1) | {"places/library.md": "title: Library"})
    assert (view.more_outings.heading, titles(view.more_outings)) == (
        "Groups and places",
        ["Library"],
    )


def test_what_takes_more_than_a_third_of_a_page_comes_last(tmp_path):
    long = "title: Walk\nwhen: Every Monday, 1pm to 2pm\ncost: " + "Give what you can. " * 12
    view = pocket(tmp_path, clubs(3) | {"groups/a-walk.md": long})
    assert titles(view.outings) == ["Club 0", "Club 1", "Club 2"]


def test_a_title_of_two_hundred_words_is_passed_over_and_said_to_be_there(tmp_path):
    view = pocket(tmp_path, {"help/long.md": f"title: {'word ' * 200}\nside: get"})
    assert view.get_help.entries == ()
    assert view.get_help.note == "There is more than fits here. Phone 020\u00a07946\u00a00123"


def test_the_map_names_what_its_numbers_are(tmp_path):
    club = "number: 12\ntitle: Club\nwhen: Every Friday, 7pm to 8pm\n"
    where = "where: {name: Hall, lat: 53.7021, lon: -3.3001}"
    view = pocket(tmp_path, {"groups/club.md": club + where})
    assert view.map is not None
    assert [row.words for pin in view.map.pins for row in pin.rows] == ["12"]
    assert (titles(view.places), view.places.entries[0].lines) == (["Club"], ())


def test_without_a_map_there_is_where_to_go(tmp_path):
    view = pocket(tmp_path, clubs(9) | {"places/library.md": "title: Library"})
    assert (view.map, titles(view.places)) == (None, ["Library"])


def test_a_back_that_is_too_full_leaves_out_what_the_cover_says(tmp_path):
    line = {"name": " ".join(["Neighbourhood"] * 12), "phone": "020 7946 0123"}
    full, usual = pocket(tmp_path, clubs(9), help_line=line), pocket(tmp_path, clubs(9))
    assert len(full.back.lines) == len(usual.back.lines) - 1
    assert not any(words.startswith("Valid to") for words in full.back.lines)


def test_a_name_that_tells_why_somebody_phones_is_not_carried_in_a_bag(tmp_path):
    lines = [
        {"name": "Samaritans", "phone": "116 123"},
        {"name": "National Domestic Abuse Helpline", "phone": "0808 2000 247"},
    ]
    names = titles(pocket(tmp_path, {}, emergency=lines).phones)
    assert [name.partition(":")[0] for name in names] == ["Samaritans", "Harbour Row forum"]


@pytest.fixture(scope="module", params=[None, RIGHT_TO_LEFT], ids=["as usual", "right to left"])
def on_paper(request, tmp_path_factory):
    """Return the sheet as it is printed, and whether it is mirrored."""
    if missing := what_is_missing():
        pytest.skip(missing)
    sheet = folded(tmp_path_factory.mktemp("pocket"), SHEET, BOXES, request.param)
    return sheet, request.param is not None


@pytest.mark.browser
def test_folds_are_on_the_quarters_and_the_cut_between_the_outer_two(on_paper):
    sheet, _ = on_paper
    boxes = sheet.boxes[: len(MARKS)]
    assert [box[0] for box in boxes] == pytest.approx([74.25, 148.5, 222.75, 74.25], abs=0.1)
    assert boxes[-1][1:3] == pytest.approx([105, 148.5], abs=0.1)


@pytest.mark.browser
def test_the_browser_puts_every_page_where_folding_puts_them_in_order(on_paper):
    sheet, is_mirrored = on_paper
    for (row, column), box in zip(PLACES, sheet.boxes[len(MARKS) : -8], strict=True):
        left = (3 - column if is_mirrored else column) * COLUMN
        high = (105, 104.5)[row]
        assert box == pytest.approx([left, row * 105, COLUMN, high], abs=0.1)


@pytest.mark.browser
def test_the_upper_pages_are_upside_down_on_paper(on_paper):
    sheet, _ = on_paper
    # A page that is upside down has its heading at the lower end.
    is_low = [box[1] % 105 > 52 for box in sheet.boxes[-8:]]
    assert is_low == [row == 0 for row, _ in PLACES]


@pytest.mark.browser
def test_a_pdf_has_every_page_in_the_same_place(on_paper):
    sheet, is_mirrored = on_paper
    (side,) = sheet.by["WeasyPrint"]
    for said, (row, column) in zip(SAID, PLACES, strict=True):
        letters = letters_of(said, side)
        assert {int(letter.left // COLUMN) for letter in letters} == {
            3 - column if is_mirrored else column
        }
        assert {int(letter.top // 105) for letter in letters} == {row}
        assert (letters[1].left < letters[0].left) is (row == 0)
