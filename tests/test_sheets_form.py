"""The form for people who would rather write: the questions of the page, and room to write."""

from __future__ import annotations

from diaries import guide_on

from doorstep.sheets.form import form_sheet_view
from doorstep.sheets.measuring import Lettering
from doorstep.views.add_page import add_view
from doorstep.views.questions import questions
from doorstep.views.wording import NO_BREAK_SPACE

HALL = "---\ntitle: The hall\nwhere: {address: 1 High Street}\nchecked: 2026-11-03\n---\n"
MEETS = {"name": "Harbour Row forum", "meets": "First Tuesday of the month", "where": "hall"}


def test_the_form_asks_what_the_page_asks_in_the_same_order(tmp_path):
    guide = guide_on(tmp_path, {})
    view = form_sheet_view(guide)
    asked = [question.text for question in (*view.front, *view.back)]
    assert len(asked) == 12
    assert tuple(asked) == add_view(guide).questions


def test_questions_are_numbered_across_both_sides(tmp_path):
    view = form_sheet_view(guide_on(tmp_path, {}))
    numbers = [question.number for question in (*view.front, *view.back)]
    assert numbers == [f"{number}." for number in range(1, 13)]


def test_every_question_has_lines_to_write_on_or_boxes_to_tick(tmp_path):
    asked = questions(guide_on(tmp_path, {}))
    assert [one.text for one in asked if not one.lines and not one.choices] == []


def test_a_question_and_its_boxes_stand_on_one_line_each(tmp_path):
    letters = Lettering(14)
    asked = questions(guide_on(tmp_path, {}))
    assert all(letters.width(f"12. {one.text}") < 190 for one in asked)


def test_the_form_says_what_becomes_public_and_never_to_write_of_a_safe_space(tmp_path):
    view = form_sheet_view(guide_on(tmp_path, {}))
    assert view.privacy == (
        "Everyone can see what is in the guide. Leave out private addresses and surnames."
    )
    said = view.safe_spaces.replace(NO_BREAK_SPACE, " ")
    assert said == "For a safe space, write nothing here. Phone Harbour Row forum, 020 7946 0123."


def test_the_form_says_where_the_forum_meets(tmp_path):
    guide = guide_on(tmp_path, {"places/hall.md": HALL}, forum=MEETS)
    assert form_sheet_view(guide).hand_in[0] == (
        "Harbour Row forum: First Tuesday of the month. The hall, 1 High Street."
    )


def test_a_forum_that_does_not_meet_can_be_phoned(tmp_path):
    (line,) = form_sheet_view(guide_on(tmp_path, {})).hand_in
    assert line.startswith("Or read it out to us. Phone 020")


def test_the_page_leads_to_the_form(tmp_path):
    ways = {fact.label: fact.lines for fact in add_view(guide_on(tmp_path, {})).ways}
    assert ways["On paper"][0][0].href == "/guide/print/form/"
