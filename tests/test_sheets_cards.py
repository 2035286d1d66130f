"""Wallet cards: five numbers, the address and a date, and nothing that gives anybody away."""

from __future__ import annotations

from collections import defaultdict

import pytest
from builders import guide_of
from msgspec.structs import replace

from doorstep.sheets.cards import CARDS, HIGH, NAMES, WIDE, WORDS, cards_view

LINES = [
    {"name": "Emergency", "phone": "999", "say": "Someone is hurt"},
    {"name": "NHS 111", "phone": "111"},
    {"name": "Samaritans", "phone": "116 123"},
    {"name": "Shout", "text": "85258"},
    {"name": "Gas leaks", "phone": "0800 111 999"},
]


def cards(tmp_path, **settings):
    guide = guide_of(tmp_path, {}, **{"emergency": LINES, **settings})
    return cards_view(replace(guide, assets=defaultdict(str))).cards


def card(tmp_path, **settings):
    return cards(tmp_path, **settings)[0]


def said(one):
    return [f"{line.name} {line.way} {line.number}".replace("\u00a0", " ") for line in one.lines]


def test_a_card_has_five_numbers_the_guides_own_first(tmp_path):
    assert said(card(tmp_path)) == [
        "Harbour Row forum  020 7946 0123",
        "Emergency  999",
        "NHS 111  111",
        "Samaritans  116 123",
        "Shout text 85258",
    ]


def test_a_card_has_the_address_and_until_when_it_is_right(tmp_path):
    one = card(tmp_path)
    assert one.address == "harbour-row.example.org/guide/"
    assert one.valid_to == "Valid to Friday 21 May 2027"


@pytest.mark.parametrize(
    "name",
    [
        "National Domestic Abuse Helpline",
        "Rape Crisis",
        "Refuge",
        "Women’s Aid",
        "Stop the violence",
        "Forced Marriage Unit",
        "Suicide prevention line",
        "Drinkline",
        "Gamblers’ helpline",
        "LGBT Switchboard",
    ],
)
def test_a_name_that_tells_why_somebody_phones_is_not_carried_about(tmp_path, name):
    telling = {"name": name, "phone": "0808 2000 247"}
    assert len(card(tmp_path, emergency=[telling]).lines) == 1


@pytest.mark.parametrize("name", ["Samaritans", "Childline", "The Silver Line", "Transport line"])
def test_a_name_that_tells_nothing_is_carried(tmp_path, name):
    assert said(card(tmp_path, emergency=[{"name": name, "phone": "0800 1111"}]))[1:] == [
        f"{name}  0800 1111"
    ]


def test_what_a_line_is_for_is_not_on_the_card(tmp_path):
    assert "hurt" not in str(card(tmp_path))


def test_ten_cards_say_the_same_and_one_of_them_is_read(tmp_path):
    ten = cards(tmp_path)
    assert len(ten) == CARDS
    assert [one.is_copy for one in ten] == [False] + [True] * 9
    assert len({(one.lines, one.address, one.valid_to) for one in ten}) == 1


def test_whoever_has_a_very_long_name_is_on_the_card_by_number(tmp_path):
    line = {"name": "Neighbours who answer " * 30, "phone": "020 7946 0123"}
    assert said(card(tmp_path, help_line=line))[0] == "  020 7946 0123"


def test_a_line_that_does_not_fit_is_left_out_whole(tmp_path):
    long = {"name": "Neighbours who answer the phone in the night " * 3, "phone": "0800 1111"}
    one = card(tmp_path, emergency=[long, *LINES])
    assert said(one)[1] == "Emergency  999"
    assert len(one.lines) * NAMES.line + 2 * WORDS.line < HIGH


def test_a_card_without_lines_for_emergencies_still_says_whom_to_phone(tmp_path):
    assert said(card(tmp_path, emergency=[])) == ["Harbour Row forum  020 7946 0123"]


def test_the_sizes_leave_a_margin_on_a_card_of_85_by_55():
    assert (WIDE, HIGH) == (77, 47)
