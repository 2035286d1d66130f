"""Easy Read: short sentences, one idea each, two entries on a page."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import pytest
from diaries import CHECKED, HALL, guide_on
from easier_sheets import example_guide
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from doorstep.details import Address, Contact
from doorstep.outputs.photos import photo_at
from doorstep.sheets.choosing import printable
from doorstep.sheets.easy import easy_view
from doorstep.sheets.easy_front import front_entries
from doorstep.sheets.easy_pages import HIGH, ON_A_PAGE, easy_entry, entry_height, title_height
from doorstep.sheets.easy_sentences import sentences_of
from doorstep.sheets.easy_wording import MOST_WORDS, easily_said, first_easy, inside, is_easy
from doorstep.sheets.wording import phone_words

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from doorstep.entries import Entry
    from doorstep.guide import Guide

TUESDAYS = "when: Every Tuesday, 10:30am to midday"
PAT = "contact: {name: Pat, phone: 020 7946 0456}"
WORDY = st.text("abc .,?!’£5", max_size=150).map(lambda text: " ".join(text.split()))


def tea(folder: Path, *facts: str, path: str = "groups/tea.md", **settings: Any) -> Guide:
    """Return a guide with one entry that says this, and a hall."""
    text = "\n".join(("---", "title: Tea and talk", "number: 127", CHECKED, *facts, "---", ""))
    return guide_on(folder, {path: text, "places/hall.md": HALL.lstrip()}, **settings)


def said(guide: Guide) -> list[str]:
    return [one.text for one in sentences_of(guide, guide.catalogue.by_slug["tea"])]


def too_long(sentences: Iterable[str]) -> list[str]:
    """Return the sentences that are too long; one that people wrote as two counts as two."""
    parts = (part for one in sentences for part in re.split(r"(?<=[.?!])\s+", one))
    return [part for part in parts if len(part.split()) > MOST_WORDS]


def all_sentences(guide: Guide) -> list[str]:
    entries = [entry for page in easy_view(guide).pages for entry in page.entries]
    return [sentence for entry in entries for sentence in entry.sentences]


@pytest.fixture(scope="module")
def example() -> Guide:
    """The guide of Harbour Row, whose dates are relative to the day."""
    return example_guide()


@pytest.fixture(scope="module")
def short(tmp_path_factory: pytest.TempPathFactory) -> Guide:
    """A guide with one entry, for other facts to be put into."""
    return tea(tmp_path_factory.mktemp("easy"), TUESDAYS, PAT, "for: [everyone]")


def test_what_is_said_of_an_entry_is_short_plain_and_in_order(tmp_path: Path) -> None:
    facts = ("summary: Tea for anyone.", "for: [everyone]", TUESDAYS, "where: hall", "cost: Free")
    assert said(tea(tmp_path, *facts, "come_along: Just turn up.", PAT)) == [
        "This is a group.",
        "Tea for anyone.",
        "It is for everyone.",
        "It is every Tuesday, 10:30am to midday.",
        "The next time is Tuesday 24 November.",
        "It is at St Anne's Hall.",
        "The address is 28 High Street.",
        "There are no steps.",
        "It is free.",
        "You can just turn up.",
        f"To ask, phone Pat on {phone_words('020 7946 0456')}.",
    ]


def test_no_sentence_of_the_example_guide_is_too_long(example: Guide) -> None:
    entries = [one for one in printable(example) if one.kind in ("group", "event", "help")]
    assert len(entries) > 100
    texts = (one.text for entry in entries for one in sentences_of(example, entry))
    assert too_long(texts) == []
    assert too_long(all_sentences(example)) == []


@given(
    summary=WORDY,
    cost=WORDY,
    come_along=WORDY,
    name=WORDY,
    address=st.builds(Address.model_construct, name=WORDY, address=WORDY),
)
def test_no_sentence_is_too_long_whatever_people_write(short: Guide, **facts: Any) -> None:
    name, address = facts.pop("name"), facts.pop("address")
    contact = Contact.model_construct(name=name, phone="020 7946 0456")
    usual = short.catalogue.by_slug["tea"]
    entry: Entry = usual.model_copy(update={**facts, "contact": contact, "where": address})
    assert too_long(one.text for one in sentences_of(short, entry)) == []


@pytest.mark.parametrize(
    ("when", "sentences"),
    [
        (
            "Every Tuesday in term time, 10am",
            ["It is every Tuesday, 10am.", "It is only in term time."],
        ),
        (
            "First and third Wednesday of the month, 7pm to 9pm, not in August",
            [
                "It is on the first and third Wednesday of the month, 7pm to 9pm.",
                "It is not in August.",
            ],
        ),
        ("The 1st of the month, 2pm", ["It is on the 1st of the month, 2pm."]),
        (
            "Every Sunday in May and June, 3pm, not on bank holidays",
            [
                "It is every Sunday, 3pm.",
                "It is only in May and June.",
                "It is not on bank holidays.",
            ],
        ),
        (
            "Every Monday until 6 January 2027",
            ["It is every Monday.", "It ends on Wednesday 6 January 2027."],
        ),
        ("Every day, 7am to 9pm", ["It is every day, 7am to 9pm."]),
        ("By appointment", ["You have to book a time first."]),
        ("Any time", ["Any time, day or night."]),
        ("Saturday 5 December 2026, 2pm", ["It is on Saturday 5 December, 2pm."]),
    ],
)
def test_a_long_rule_is_parted_into_sentences(
    when: str, sentences: list[str], tmp_path: Path
) -> None:
    terms = ["2 September 2026 to 18 December 2026"]
    found = said(tea(tmp_path, f"when: {when}", "cost: Free", PAT, terms=terms))
    told = found[1 : found.index("Phone to ask where it is.")]
    assert [one for one in told if not one.startswith("The next time")] == sentences


def test_a_rule_with_many_exceptions_is_told_by_its_next_date(tmp_path: Path) -> None:
    when = "when: Every Tuesday, 10am to 11am, except 24 November 2026"
    found = said(tea(tmp_path, when))
    assert "The next time is Tuesday 1 December, 10am to 11am." in found
    assert "There are other dates too." in found
    assert not any("every Tuesday" in one for one in found)


def test_a_cancelled_date_is_said_first_with_its_reason(
    tmp_path: Path,
) -> None:
    off = "changes: [{on: 2026-11-24, cancelled: yes, because: the hall is flooded}]"
    found = said(tea(tmp_path, TUESDAYS, off))
    assert found[1:4] == [
        "It is cancelled on Tuesday 24 November.",
        "The hall is flooded.",
        "It is every Tuesday, 10:30am to midday.",
    ]
    assert "The next time is Tuesday 1 December." in found


def test_a_moved_date_says_when_it_is_not_and_when_it_is(tmp_path: Path) -> None:
    moved = 'changes: [{on: 2026-11-24, moved_to: "Wednesday 25 November, 2pm"}]'
    found = said(tea(tmp_path, TUESDAYS, moved))
    assert found[1:3] == [
        "It is not on Tuesday 24 November.",
        "The new time is Wednesday 25 November, 2pm.",
    ]


@pytest.mark.parametrize(
    ("cost", "sentences"),
    [
        ("Free", ["It is free."]),
        ("Free, with soup", ["It is free, with soup."]),
        ("Free. You pay for parts", ["It is free.", "You pay for parts."]),
        ("£2", ["It costs £2."]),
        ("From 20p", ["It costs from 20p."]),
        ("Give what you can", ["Give what you can."]),
        ("", ["We do not know what it costs."]),
        (" ".join(["much"] * 20), ["Phone to ask what it costs."]),
    ],
)
def test_a_cost_is_a_whole_sentence(cost: str, sentences: list[str], tmp_path: Path) -> None:
    found = said(tea(tmp_path, TUESDAYS, f"cost: {cost}", PAT))
    assert found[found.index("Phone to ask where it is.") + 1 : -1] == sentences


def test_what_cannot_be_said_shortly_is_asked_by_phone(tmp_path: Path) -> None:
    long = " ".join(["Hall"] * 20)
    found = said(tea(tmp_path, f"where: {{name: {long}}}", f"come_along: {long}"))
    assert "Phone to ask where it is." in found
    assert "Phone before you come." in found


def test_without_a_number_of_its_own_the_guides_is_given(tmp_path: Path) -> None:
    assert said(tea(tmp_path))[-1] == (
        f"To ask, phone Harbour Row forum on {phone_words('020 7946 0123')}."
    )


def test_a_photo_stands_in_place_of_a_drawing(tmp_path: Path) -> None:
    photos = tmp_path / "content" / "photos"
    photos.mkdir(parents=True)
    Image.new("RGB", (600, 400)).save(photos / "tea.jpg")
    guide = tea(tmp_path, "image: {file: photos/tea.jpg, alt: A teapot}")
    easy = easy_entry(guide, guide.catalogue.by_slug["tea"])
    assert easy is not None
    assert easy.picture is not None
    assert easy.picture.alt == "A teapot"
    assert photo_at(guide, easy.picture.src.removeprefix(guide.permalinks.root))


def test_a_title_that_leaves_no_room_is_passed_over(tmp_path: Path) -> None:
    long = f"---\ntitle: {'Wonderful ' * 200}\n{CHECKED}\n{TUESDAYS}\n---\n"
    guide = guide_on(tmp_path, {"groups/long.md": long})
    assert easy_entry(guide, guide.catalogue.by_slug["long"]) is None
    assert "There is 1 more thing in the guide." in all_sentences(guide)


def test_what_need_not_be_said_is_left_out_first(tmp_path: Path) -> None:
    title = "title: " + "Wonderful " * 14
    text = f"---\n{title}\n{CHECKED}\n{TUESDAYS}\nsummary: Tea.\nfor: [everyone]\n{PAT}\n---\n"
    guide = guide_on(tmp_path, {"groups/tea.md": text})
    easy = easy_entry(guide, guide.catalogue.by_slug["tea"])
    assert easy is not None
    needed = [
        one.text for one in sentences_of(guide, guide.catalogue.entries[0]) if not one.is_extra
    ]
    assert [one for one in easy.sentences if one in needed] == needed
    assert len(easy.sentences) < len(said(guide))


def test_there_are_fewer_than_24_pages_with_two_entries_each(example: Guide) -> None:
    view = easy_view(example)
    assert len(view.pages) == 23
    assert [len(page.entries) for page in view.pages] == [2] * 23
    assert [page.number for page in view.pages[:2]] == ["Page 1", "Page 2"]


def test_no_entry_is_higher_than_its_place(example: Guide) -> None:
    first, *others = easy_view(example).pages
    heights = [entry_height(entry) for page in others for entry in page.entries]
    assert max(heights) <= HIGH / ON_A_PAGE
    assert title_height("Title") + sum(map(entry_height, first.entries)) <= HIGH


def test_the_first_page_says_what_this_is_and_who_to_phone(example: Guide) -> None:
    about, phone = easy_view(example).pages[0].entries
    assert "This guide is called Harbour Row guide." in about.sentences
    assert phone.sentences[0] == f"Phone Harbour Row forum on {phone_words('020 7946 0123')}."
    assert "Emergency: phone 999. Someone is hurt or in danger now." in phone.sentences


def test_every_topic_is_seen_before_any_is_seen_twice(example: Guide) -> None:
    entries = (entry for page in easy_view(example).pages[1:] for entry in page.entries)
    drawn = {entry.picture.alt for entry in entries if entry.picture}
    assert {topic.label for topic in example.config.topics} <= drawn


def test_a_safe_space_is_never_in_it(tmp_path: Path) -> None:
    guide = tea(tmp_path, "sensitive: yes")
    names = [entry.title for page in easy_view(guide).pages for entry in page.entries]
    assert names == ["What this is", "Who to phone", "More in the guide"]


def test_what_is_over_is_not_in_it(tmp_path: Path) -> None:
    guide = tea(tmp_path, "when: Saturday 7 November 2026, 2pm", path="events/tea.md")
    assert len(easy_view(guide).pages[1].entries) == 1


def test_an_empty_guide_says_so_and_whom_to_phone(tmp_path: Path) -> None:
    guide = guide_on(tmp_path, {})
    about, phone = front_entries(guide, "Title", 0)
    assert about.sentences[-1] == "There is nothing in it yet."
    assert "Phone" in phone.sentences[0]
    assert len(easy_view(guide).pages) == 2


def test_the_end_says_how_to_get_more_until_when_it_is_right_and_who_made_it(
    example: Guide,
) -> None:
    end = easy_view(example).pages[-1].entries[-1]
    assert end.qr is not None
    assert "Or go to harbour-row.example.org/guide/" in end.sentences
    assert "Valid to Sunday 13 December 2026." in end.sentences
    assert "Made by Harbour Row forum on 22 November 2026." in end.sentences


@given(st.lists(WORDY))
def test_the_first_way_to_say_it_that_is_short_enough_is_taken(ways: list[str]) -> None:
    easy = [way for way in ways if way and is_easy(way)]
    assert first_easy(*ways) == (easy[0] if easy else "")


def test_what_people_wrote_is_taken_whole_or_not_at_all() -> None:
    assert easily_said("Just turn up. Is it cold? Ring") == (
        "Just turn up.",
        "Is it cold?",
        "Ring.",
    )
    assert easily_said(f"Short. {'long ' * 16}") == ()


@pytest.mark.parametrize(
    ("label", "words"),
    [("Older people", "older people"), ("LGBTQ+ people", "LGBTQ+ people"), ("", "")],
)
def test_a_label_has_no_capital_inside_a_sentence_unless_it_is_all_capitals(
    label: str, words: str
) -> None:
    assert inside(label) == words
