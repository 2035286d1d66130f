"""Large print: whole entries on numbered pages, and contents that say which."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from diaries import CHECKED, guide_on
from easier_sheets import example_guide
from hypothesis import given
from hypothesis import strategies as st

from doorstep.sheets.large import MOST_PAGES, large_view
from doorstep.sheets.large_entries import large_entry
from doorstep.sheets.large_heights import HIGH, block_height, foot_height, title_height
from doorstep.sheets.large_pages import contents_blocks, fits, paged
from doorstep.sheets.large_parts import LargeBlock, LargeEntry
from doorstep.sheets.large_pieces import Piece
from doorstep.sheets.parts import QrCode, SheetFoot
from doorstep.sheets.wording import phone_words

if TYPE_CHECKING:
    from pathlib import Path

    from doorstep.guide import Guide
    from doorstep.sheets.large_parts import LargeView

TUESDAYS = "when: Every Tuesday, 10:30am to midday"
LETTERS = st.text("abc ", min_size=1, max_size=900)
MANY = 400
FOOT = SheetFoot(qr=QrCode("", "29", ""), phone="Phone us", lines=(), formats="Ask", maker="Us")


def tea(folder: Path, *facts: str, path: str = "groups/tea.md") -> Guide:
    """Return a guide with one entry that says this."""
    text = "\n".join(("---", "title: Tea and talk", "number: 127", CHECKED, *facts, "---", ""))
    return guide_on(folder, {path: text})


def blocks(view: LargeView) -> list[LargeBlock]:
    return [block for page in view.pages for block in page.blocks]


def titles(view: LargeView) -> list[str]:
    return [block.entry.title for block in blocks(view) if block.entry]


def parts(view: LargeView) -> list[str]:
    return [block.part for block in blocks(view) if block.part]


@pytest.fixture(scope="module")
def example() -> LargeView:
    """Harbour Row in large print."""
    return large_view(example_guide())


def test_it_begins_with_whom_to_phone_and_goes_on_with_its_parts(example: LargeView) -> None:
    assert parts(example) == [
        "Who to phone first",
        "Contents",
        "What’s on this week",
        "Get help",
        "Give help",
        "Groups",
    ]
    first = example.pages[0].blocks[0].entry
    assert first is not None
    assert first.title == f"Phone {phone_words('020 7946 0123')}, Harbour Row forum"


def test_the_contents_say_on_which_page_each_thing_is(example: LargeView) -> None:
    found = {
        f"#{block.id}": page.number for page in example.pages for block in page.blocks if block.id
    }
    lines = [line for block in blocks(example) for line in block.contents]
    assert {line.href: line.page.capitalize() for line in lines} == found
    assert len(lines) > 20


def test_the_pages_are_numbered_and_no_more_than_anybody_would_staple(example: LargeView) -> None:
    numbers = [page.number for page in example.pages]
    assert numbers == [f"Page {number}" for number in range(1, len(numbers) + 1)]
    assert len(numbers) == MOST_PAGES


def test_no_page_is_fuller_than_it_is_high(example: LargeView) -> None:
    heights = [sum(map(block_height, page.blocks)) for page in example.pages]
    heights[0] += title_height(example.title)
    heights[-1] += foot_height(example.foot)
    assert max(heights) <= HIGH


def test_headings_stand_once_on_a_page_and_never_without_an_entry(example: LargeView) -> None:
    for page in example.pages:
        named = [block for block in page.blocks if block.heading]
        assert all(block.entry for block in named)
        assert len({block.heading for block in named}) == len(named)


def test_a_page_that_begins_within_a_day_says_the_day_again(example: LargeView) -> None:
    week = [page.blocks[0] for page in example.pages[2:6]]
    assert all(block.heading for block in week)


def test_whom_to_phone_is_said_in_the_middle_of_a_sentence(example: LargeView) -> None:
    said = [line for block in blocks(example) if block.entry for line in block.entry.lines]
    assert "Phone the desk, 020\u00a07946\u00a00101." in said


def test_no_level_of_headings_is_skipped(example: LargeView) -> None:
    is_under_heading = False
    for block in blocks(example):
        is_under_heading = bool(block.heading) or (is_under_heading and not block.part)
        assert block.level == (5 if is_under_heading else 4)


def test_everything_about_an_entry_is_said_in_whole_words(tmp_path: Path) -> None:
    facts = (
        "summary: Tea for anyone.",
        "where: {name: The hall, address: 1 High Street, postcode: AB1 2CD}",
        "cost: Free",
        "come_along: Just turn up.",
        "contact: {name: Pat, phone: 020 7946 0456}",
    )
    guide = tea(tmp_path, TUESDAYS, *facts)
    assert large_entry(guide, guide.catalogue.by_slug["tea"]).lines == (
        "Tea for anyone.",
        "Next on Tuesday 24 November, 10:30am to midday.",
        "Every Tuesday, 10:30am to midday. The hall. Free.",
        "1 High Street, AB1 2CD.",
        "Just turn up.",
        f"Phone Pat, {phone_words('020 7946 0456')}.",
    )


def test_a_cancelled_date_of_this_week_is_kept_with_its_reason(tmp_path: Path) -> None:
    off = "changes: [{on: 2026-11-24, cancelled: yes, because: the hall is flooded}]"
    (row,) = [
        block.entry
        for block in blocks(large_view(tea(tmp_path, TUESDAYS, off)))
        if block.heading == "Tuesday 24 November"
    ]
    assert row is not None
    assert row.title == "Cancelled: Tea and talk"
    assert "The hall is flooded." in " ".join(row.lines)


def test_a_title_longer_than_a_page_is_passed_over_and_counted(tmp_path: Path) -> None:
    long = f"---\ntitle: {'Wonderful ' * 400}\n{CHECKED}\n{TUESDAYS}\n---\n"
    view = large_view(guide_on(tmp_path, {"groups/long.md": long}))
    assert len(view.pages) == 1
    assert view.foot.lines[0].startswith("1 more is in the guide")


def test_a_safe_space_is_never_in_it(tmp_path: Path) -> None:
    assert "Tea and talk" not in titles(large_view(tea(tmp_path, "sensitive: yes")))


def test_an_empty_guide_says_so_and_whom_to_phone(tmp_path: Path) -> None:
    view = large_view(guide_on(tmp_path, {}))
    assert parts(view) == ["Who to phone first"]
    assert titles(view)[-1] == "Nothing is in the guide yet"
    assert len(view.pages) == 1


def test_of_very_many_entries_as_many_are_chosen_as_the_pages_hold(tmp_path: Path) -> None:
    text = f"---\ntitle: Tea {{0}}\n{CHECKED}\n{TUESDAYS}\n---\n"
    files = {f"groups/tea-{number}.md": text.format(number) for number in range(MANY)}
    view = large_view(guide_on(tmp_path, files))
    shown = {title for title in titles(view) if title.startswith("Tea")}
    assert len(view.pages) == MOST_PAGES
    assert view.foot.lines[0].startswith(f"{MANY - len(shown)} more are in the guide")
    assert len(shown) > 60


def test_what_is_on_is_valid_to_the_end_of_the_week(example: LargeView) -> None:
    assert example.foot.lines[1:] == (
        "Valid to Saturday 28 November 2026.",
        "Checked 16 August to 18 November 2026.",
    )
    assert "large print" not in example.foot.formats


@given(st.lists(LETTERS, max_size=60))
def test_every_block_stands_whole_on_one_page_in_its_order(texts: list[str]) -> None:
    made = [LargeBlock(entry=LargeEntry(title=text, lines=(text,))) for text in texts]
    pages = paged("Title", made, FOOT)
    assert [block for page in pages for block in page] == made
    assert all(sum(map(block_height, page)) <= HIGH for page in pages if len(page) > 1)


@given(st.dictionaries(st.from_regex(r"part-\d-\d{1,2}", fullmatch=True), LETTERS, max_size=120))
def test_contents_of_any_length_are_parted_into_what_fits_on_a_page(
    chapters: dict[str, str],
) -> None:
    made = contents_blocks(example_guide().words, chapters)
    assert [line.text for block in made for line in block.contents] == list(chapters.values())
    assert [block.part for block in made] == ["Contents", *("" for _ in made[1:])][: len(made)]
    assert all(block_height(block) <= HIGH for block in made)


@given(LETTERS)
def test_a_piece_fits_when_it_is_no_higher_than_a_page_with_its_headings(text: str) -> None:
    piece = Piece(
        order=(0, 0, ""),
        part=text,
        heading=text,
        chapter="",
        slug="tea",
        entry=LargeEntry(title=text, lines=(text,)),
    )
    block = LargeBlock(part=text, heading=text, entry=piece.entry)
    assert fits(piece) == (block_height(block) <= HIGH)
