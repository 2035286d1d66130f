"""The round: everything to ask, of whom, and what else the guide's keepers should know."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Any

import pytest
from builders import TODAY, guide_of
from msgspec.structs import replace

from doorstep.history import Edits
from doorstep.upkeep.round_json import as_json
from doorstep.upkeep.rounds import Round, round_of
from doorstep.upkeep.whom_to_ask import NOBODY, whom_to_ask

if TYPE_CHECKING:
    from pathlib import Path

    from doorstep.guide import Guide

PAT = "contact: {name: Pat, phone: 020 7946 0456, best_time: mornings}"
DUE, STALE, UNLISTED = (f"checked: {day}" for day in ("2026-08-14", "2026-05-06", "2025-10-18"))


def guide(folder: Path, **entries: str) -> Guide:
    """Return a guide of entries by their slugs, the kind before two underscores: groups__tea."""
    files = {
        f"{name.replace('__', '/')}.md": f"---\ntitle: {name.partition('__')[2]}\n{facts}\n---\n"
        for name, facts in entries.items()
    }
    return guide_of(folder, files)


def round_in(folder: Path, **entries: str) -> Round:
    return round_of(guide(folder, **entries))


def asked(found: Round) -> list[str]:
    return [ask.entry.slug for ask in found.asks]


@pytest.mark.parametrize(("facts", "steps"), [
    ("checked: 2026-11-20", ""), (DUE, "DUE"), (STALE, "STALE"), (UNLISTED, "UNLISTED"),
    ("cost: Free", "STALE"), (f"{DUE}\nstatus: paused", "DUE"), (f"{DUE}\nstatus: closed", ""),
])  # fmt: skip
def test_what_nobody_made_sure_of_lately_is_asked_about(
    tmp_path: Path, facts: str, steps: str
) -> None:
    found = round_in(tmp_path, groups__tea=facts)
    assert " ".join(ask.step.name for ask in found.asks) == steps


def test_what_left_the_lists_is_asked_about_first(tmp_path: Path) -> None:
    found = round_in(tmp_path, groups__apple=DUE, groups__zumba=UNLISTED)
    assert asked(found) == ["zumba", "apple"]
    assert [ask.entry.slug for ask in found.unlisted] == ["zumba"]


def test_stories_and_plain_pages_are_never_asked_about(tmp_path: Path) -> None:
    story = "consent: {on: 2020-01-02, kept_by: Amina}"
    found = round_in(tmp_path, stories__winter=story, pages__about="summary: Us.")
    assert asked(found) == []


def test_an_event_that_is_over_needs_a_next_date_in_place_of_a_question(tmp_path: Path) -> None:
    found = round_in(tmp_path, events__film=f"when: Saturday 5 September 2026, 7pm\n{DUE}")
    assert (asked(found), [entry.slug for entry in found.over]) == ([], ["film"])


def test_a_group_whose_last_date_is_over_is_asked_whether_it_goes_on(tmp_path: Path) -> None:
    found = round_in(tmp_path, groups__film=f"when: Saturday 5 September 2026, 7pm\n{DUE}")
    assert (asked(found), found.over) == (["film"], ())


def test_its_own_contact_is_asked_first(tmp_path: Path) -> None:
    made = guide(tmp_path, groups__tea=PAT)
    knows = whom_to_ask(made, made.catalogue.by_slug["tea"])
    assert (knows.name, knows.phone, knows.best_time) == ("Pat", "020 7946 0456", "mornings")


@pytest.mark.parametrize("link", ["organiser: choir", "where: hall"])
def test_without_one_whoever_runs_it_or_the_place_it_is_at_is_asked(
    tmp_path: Path, link: str
) -> None:
    made = guide(tmp_path, events__sing=link, groups__choir=PAT, places__hall=PAT)
    assert whom_to_ask(made, made.catalogue.by_slug["sing"]).name == "Pat"


def test_of_a_safe_space_nobody_is_told_who_knows(tmp_path: Path) -> None:
    made = guide(tmp_path, groups__women=f"sensitive: yes\n{PAT}\n{DUE}")
    (ask,) = round_of(made).asks
    assert (ask.knows, ask.when, ask.message, ask.page) == (NOBODY, "", "", "")
    assert (ask.still_right, ask.last_checked) == ("", None)


def test_the_help_line_sends_itself_no_text_message(tmp_path: Path) -> None:
    forum = "contact: {name: The forum, phone: 020 7946 0123}"
    found = round_in(tmp_path, groups__tea=f"{forum}\n{DUE}")
    assert [ask.message for ask in found.asks] == [""]


@pytest.mark.parametrize(
    ("last", "is_asked"),
    [("2026-11-28", False), ("2026-11-27", True), ("2026-11-21", True), ("2026-09-26", False)],
)
def test_whoever_made_an_offer_is_asked_five_days_before_its_end(
    tmp_path: Path, last: str, is_asked: bool
) -> None:
    offer = f"side: give\n{PAT}\nchecked: 2026-09-20\nexpires: {last}"
    assert bool(round_in(tmp_path, help__curtains=offer).offers) is is_asked


def test_a_closed_offer_is_not_asked_about(tmp_path: Path) -> None:
    offer = f"side: give\n{PAT}\nexpires: 2026-11-25\nstatus: closed"
    assert round_in(tmp_path, help__curtains=offer).offers == ()


@pytest.mark.parametrize(("checked", "is_long"), [("2026-10-24", True), ("2026-10-25", False)])
def test_help_that_is_wanted_for_over_four_weeks_is_told(
    tmp_path: Path, checked: str, is_long: bool
) -> None:
    wanted = f"side: give\nchecked: {checked}\nexpires: 2026-12-20"
    assert bool(round_in(tmp_path, help__cooks=wanted).wanted) is is_long


def since(made: Guide, days: dict[str, str]) -> Guide:
    """Return a guide whose files came on these days."""
    edits = {
        name: Edits(datetime.fromisoformat(day).replace(tzinfo=UTC), datetime.now(UTC), 1)
        for name, day in days.items()
    }
    copy = replace(made)
    copy.__dict__["_edits"] = edits
    return copy


def test_what_came_in_the_last_month_is_new_the_newest_first(tmp_path: Path) -> None:
    made = guide(tmp_path, groups__a=DUE, groups__b=DUE, groups__c=DUE, pages__d="summary: Us.")
    days = {"groups/a.md": "2026-10-22", "groups/b.md": "2026-10-23", "groups/c.md": "2026-11-20"}
    news = round_of(since(made, days | {"pages/d.md": "2026-11-20"})).news
    assert news is not None
    assert (news.since, [entry.slug for entry in news.entries]) == (date(2026, 10, 22), ["c", "b"])


def test_without_a_history_nothing_is_said_to_be_new(tmp_path: Path) -> None:
    assert round_of(since(guide(tmp_path, groups__a=DUE), {})).news is None


def test_a_month_before_the_31st_is_the_last_day_of_a_shorter_month(tmp_path: Path) -> None:
    made = replace(guide(tmp_path, groups__a=DUE), today=date(2027, 3, 31))
    news = round_of(since(made, {"groups/a.md": "2026-11-20"})).news
    assert news is not None
    assert news.since == date(2027, 2, 28)


def test_dates_of_the_next_seven_days_that_are_off_are_told(tmp_path: Path) -> None:
    off = [f"{{on: {day}, cancelled: yes, because: flood}}" for day in ("2026-11-24", "2026-12-01")]
    facts = f"when: Every Tuesday, 7pm\nchanges: [{', '.join(off)}]"
    ((one, entry),) = round_in(tmp_path, groups__choir=facts).cancelled
    assert (one.on, one.because, entry.slug) == (date(2026, 11, 24), "flood", "choir")


def in_json(found: Round) -> Any:
    return json.loads(as_json(found))


def test_json_has_all_that_is_needed_to_ask(tmp_path: Path) -> None:
    (row,) = in_json(round_in(tmp_path, groups__tea=f"number: 127\n{PAT}\n{DUE}"))["to_check"]
    assert (row["number"], row["step"], row["last_checked"]) == (127, "due", "2026-08-14")
    assert row["whom_to_ask"]["phone"] == "020 7946 0456"
    assert row["text_message"].startswith("Hello Pat, is tea (127) still on?")


def test_json_has_a_safe_spaces_number_and_title_and_nothing_else(tmp_path: Path) -> None:
    facts = f"number: 204\nsensitive: yes\nwhen: Every Friday, 7pm\n{PAT}\n{DUE}"
    (row,) = in_json(round_in(tmp_path, groups__women=facts))["to_check"]
    known = {name: value for name, value in row.items() if value and name != "whom_to_ask"}
    assert known == {"number": 204, "title": "women", "step": "due", "by_phone_only": True}
    assert not any(row["whom_to_ask"].values())


def test_json_does_not_say_when_an_offer_of_a_safe_space_ends(tmp_path: Path) -> None:
    facts = f"number: 204\nsensitive: yes\nside: give\nexpires: 2026-11-23\n{PAT}"
    (row,) = in_json(round_in(tmp_path, help__lifts=facts))["offers"]
    known = {name: value for name, value in row.items() if value and name != "whom_to_ask"}
    assert known == {"number": 204, "title": "lifts"}


def test_json_says_how_things_stand(tmp_path: Path) -> None:
    said = in_json(round_in(tmp_path, groups__tea="checked: 2026-11-20", groups__choir=DUE))
    assert (said["day"], said["checked_this_month"], said["checkable"]) == (str(TODAY), 1, 2)
