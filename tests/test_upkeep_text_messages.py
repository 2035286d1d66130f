"""A text message to whoever knows: one message, ready to send, with every part of it whole."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from builders import entry, guide_of
from hypothesis import given
from hypothesis import strategies as st

from doorstep.upkeep.text_lengths import as_text_message, fits_one_message
from doorstep.upkeep.text_messages import message_about_end, message_to_check

if TYPE_CHECKING:
    from pathlib import Path

HALL = "---\ntitle: St Anne's Hall\nopen: Monday to Friday, 9am to 5pm\n---\n"
AMINA = {"help_line": {"name": "Amina", "phone": "020 7946 0123"}}


def message(folder: Path, facts: str, name: str = "Pat") -> str:
    files = {"places/st-annes-hall.md": HALL, "groups/tea.md": f"---\n{facts}\n---\n"}
    guide = guide_of(folder, files, **AMINA)
    return message_to_check(guide, guide.catalogue.by_slug["tea"], name)


TEA = """number: 127
title: Tea and talk
when: Every Tuesday in term time, 10:30am to midday
where: st-annes-hall"""


def test_it_asks_what_the_group_has_to_say(tmp_path: Path) -> None:
    assert message(tmp_path, TEA) == (
        "Hello Pat, is Tea and talk (127) still on? Every Tuesday in term time, 10:30am, "
        "St Anne's Hall. Reply YES or tell us what changed. Amina, 020 7946 0123"
    )


def test_where_nobody_is_named_it_begins_with_the_question(tmp_path: Path) -> None:
    assert message(tmp_path, TEA, name="").startswith("Is Tea and talk (127) still on?")


@pytest.mark.parametrize(
    ("name", "greeting"),
    [
        ("Ken, of the Friends of Tollgate Park", "Hello Ken, is Tea and talk (127) still on?"),
        ("Pat Smith", "Is Tea and talk (127) still on?"),
        ("the front desk", "Is Tea and talk (127) still on?"),
    ],
)
def test_somebody_is_greeted_by_a_first_name_alone(
    tmp_path: Path, name: str, greeting: str
) -> None:
    assert message(tmp_path, TEA, name).startswith(greeting)


def test_the_place_is_left_out_first_where_it_would_be_too_long(tmp_path: Path) -> None:
    long = TEA.replace("Tea and talk", "Tea, talk and board games")
    assert message(tmp_path, long) == (
        "Hello Pat, is Tea, talk and board games (127) still on? Every Tuesday in term time, "
        "10:30am. Reply YES or tell us what changed. Amina, 020 7946 0123"
    )


def test_the_time_is_left_out_next(tmp_path: Path) -> None:
    long = TEA.replace("Tea and talk", "Tea, talk, board games and a slice of cake")
    assert message(tmp_path, long) == (
        "Hello Pat, is Tea, talk, board games and a slice of cake (127) still on? "
        "Reply YES or tell us what changed. Amina, 020 7946 0123"
    )


def test_a_title_too_long_for_any_message_is_not_cut(tmp_path: Path) -> None:
    long = TEA.replace("Tea and talk", "Tea " * 50)
    assert message(tmp_path, long) == (
        "Is your entry in our guide still right? Reply YES or tell us what changed. 020 7946 0123"
    )


def test_a_building_is_asked_about_with_its_hours(tmp_path: Path) -> None:
    guide = guide_of(tmp_path, {"places/st-annes-hall.md": HALL}, **AMINA)
    assert message_to_check(guide, guide.catalogue.entries[0], "Jo") == (
        "Hello Jo, is St Anne's Hall still as we say? Monday to Friday, 9am to 5pm. "
        "Reply YES or tell us what changed. Amina, 020 7946 0123"
    )


@pytest.mark.parametrize(
    ("last", "said"),
    [
        (date(2026, 11, 25), "It leaves our guide after Wednesday 25 November."),
        (date(2026, 11, 18), "It left our guide after Wednesday 18 November."),
    ],
)
def test_whoever_made_an_offer_is_told_when_it_ends(tmp_path: Path, last: date, said: str) -> None:
    offer = "---\ntitle: Curtains hemmed\nside: give\nnumber: 246\n---\n"
    guide = guide_of(tmp_path, {"help/curtains.md": offer}, **AMINA)
    assert message_about_end(guide, guide.catalogue.entries[0], last, "Joan") == (
        f"Hello Joan, is Curtains hemmed (246) still on? {said} "
        "Reply YES or tell us what changed. Amina, 020 7946 0123"
    )


def test_curly_marks_are_sent_straight_because_every_phone_has_those() -> None:
    assert as_text_message("St Anne’s – “café”\u00a0…") == 'St Anne\'s - "café" ...'


def test_an_accent_that_would_halve_the_room_is_left_off() -> None:
    assert as_text_message("Zoë and Ján") == "Zoe and Jan"


@pytest.mark.parametrize(
    ("words", "fits"),
    [
        ("x" * 160, True),
        ("x" * 161, False),
        ("€" * 80, True),
        ("€" * 81, False),
        ("ચ" * 70, True),
        ("ચ" * 71, False),
        ("😀" * 35, True),
        ("😀" * 36, False),
    ],
)
def test_a_message_has_the_room_that_phones_give_it(words: str, fits: bool) -> None:
    assert fits_one_message(words) is fits


@given(title=st.text(alphabet=st.characters(exclude_categories=["C", "Z"]), min_size=1))
def test_every_message_is_one_message(tmp_path_factory: pytest.TempPathFactory, title: str) -> None:
    folder = tmp_path_factory.getbasetemp()
    made = entry("number: 127\nwhen: Every Tuesday, 7pm").model_copy(update={"title": title})
    words = message_to_check(guide_of(folder, {}, **AMINA), made, title)
    assert fits_one_message(words)
    assert words.endswith("020 7946 0123")
