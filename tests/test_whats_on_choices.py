"""The filters: each has a page of its own, and "not known" never passes for yes."""

from __future__ import annotations

from datetime import time

import pytest
from diaries import HALL, TEA, entry, guide_on, rows, said

from doorstep.limits import SLUG
from doorstep.parts_of_day import part_of_day
from doorstep.views import whats_on_choices
from doorstep.views.whats_on_choices import Choice, choices, coming, filters_of
from doorstep.views.whats_on_facets import language_slug
from doorstep.views.whats_on_pages import choice_view, week_view

TUESDAYS = "Every Tuesday, 10:30am to midday"


def choice(guide, slug) -> Choice:
    return next(one for one in choices(guide) if one.slug == slug)


def page(guide, slug):
    return choice_view(guide, choice(guide, slug))


def counts(guide) -> dict[str, str]:
    groups = filters_of(guide, "").groups
    return {one.link.text: one.link.note for group in groups for one in group.filters}


@pytest.mark.parametrize(
    ("line", "is_there"),
    [
        ("access: {step_free: yes}", True),
        ("access: {step_free: no}", False),
        ("access: {step_free: not known}", False),
        ("access: {toilet: yes}", False),
        ("cost: Free", False),
    ],
)
def test_only_yes_is_step_free(tmp_path, line, is_there):
    guide = guide_on(tmp_path, {TEA: entry(TUESDAYS, line)})
    assert bool(rows(page(guide, "step-free"))) is is_there


def test_there_are_filters_for_the_languages_that_most_entries_speak(tmp_path, monkeypatch):
    """Every page lists every filter, so made-up languages must not make a site without end."""
    monkeypatch.setattr(whats_on_choices, "MOST_LANGUAGES", 2)
    files = {
        TEA: entry(TUESDAYS, "languages: [Avarin, Gujarati, Bengali, Zulu]"),
        "groups/chess.md": entry(TUESDAYS, "languages: [Zulu, Gujarati]"),
    }
    guide = guide_on(tmp_path, files)
    named = [one.slug for one in choices(guide) if one.slug.startswith("language-")]
    assert named == ["language-gujarati", "language-zulu"]


def test_a_step_free_place_counts_for_what_happens_there(tmp_path):
    files = {TEA: entry(TUESDAYS, "where: hall"), "places/hall.md": HALL}
    assert rows(page(guide_on(tmp_path, files), "step-free"))


@pytest.mark.parametrize(
    ("cost", "is_there"),
    [("Free", True), ("£2", False), ("Free for under-fives, then £2", False)],
)
def test_only_what_costs_nothing_is_free(tmp_path, cost, is_there):
    guide = guide_on(tmp_path, {TEA: entry(TUESDAYS, f"cost: {cost}")})
    assert bool(rows(page(guide, "free"))) is is_there


def test_what_says_no_cost_is_not_free(tmp_path):
    assert "Free" not in counts(guide_on(tmp_path, {TEA: entry(TUESDAYS)}))


@pytest.mark.parametrize(
    ("words", "is_there"),
    [("Just turn up. On your own is fine.", True), ("Phone first", False), ("Not known", False)],
)
def test_just_turn_up_is_only_what_says_so(tmp_path, words, is_there):
    guide = guide_on(tmp_path, {TEA: entry(TUESDAYS, f"come_along: {words}")})
    assert bool(rows(page(guide, "just-turn-up"))) is is_there


@pytest.mark.parametrize(
    ("moment", "part"),
    [
        (time(0), "morning"),
        (time(11, 59), "morning"),
        (time(12), "afternoon"),
        (time(16, 59), "afternoon"),
        (time(17), "evening"),
        (time(23, 30), "evening"),
    ],
)
def test_the_parts_of_the_day_begin_at_midday_and_at_5pm(moment, part):
    assert part_of_day(moment) == part


@pytest.mark.parametrize(
    "slug",
    ["tuesdays", "mornings", "topic-company", "area-hill-top", "language-gujarati", "for-everyone"],
)
def test_a_choice_has_what_is_to_come_of_its_sort(tmp_path, slug):
    facts = ("topics: company", "area: hill-top", "languages: Gujarati", "for: everyone")
    files = {TEA: entry(TUESDAYS, *facts), "groups/b.md": entry("Every Friday, 7pm", title="B")}
    titles = {title for _, title in rows(page(guide_on(tmp_path, files), slug))}
    assert titles == {"Tea and talk"}


def test_what_lasts_several_days_is_found_by_each_of_them(tmp_path):
    when = "Friday 27 November 2026, 6pm to Sunday 29 November 2026, 4pm"
    guide = guide_on(tmp_path, {TEA: entry(when)})
    assert rows(page(guide, "saturdays")) == [("2026-11-28", "Tea and talk")]


def test_what_said_no_time_is_in_no_part_of_the_day(tmp_path):
    guide = guide_on(tmp_path, {TEA: entry("Every Tuesday")})
    assert set(counts(guide)) == {"Tuesdays"}


def test_a_filter_counts_the_rows_of_its_page(tmp_path):
    guide = guide_on(tmp_path, {TEA: entry("Tuesdays and Thursdays, 10:30am", "cost: Free")})
    assert counts(guide)["Free"] == str(len(rows(page(guide, "free")))) == "8"
    assert counts(guide)["Tuesdays"] == str(len(rows(page(guide, "tuesdays")))) == "4"


def test_a_choice_with_nothing_is_no_filter_but_has_its_page(tmp_path):
    guide = guide_on(tmp_path, {TEA: entry(TUESDAYS)})
    assert "Someone to talk to" not in counts(guide)
    assert said(page(guide, "topic-company").empty) == "Nothing in the next 4 weeks."


@pytest.mark.parametrize("slug", ["topic-company", "evenings", "fridays"])
def test_a_choice_with_nothing_soon_says_what_is_next(tmp_path, slug):
    later = entry("Friday 12 March 2027, 7pm", "topics: company")
    guide = guide_on(tmp_path, {TEA: later, "groups/b.md": entry(TUESDAYS, title="B")})
    expected = "Nothing in the next 4 weeks. Next: Friday 12 March, 7pm, Tea and talk"
    assert said(page(guide, slug).empty) == expected


def test_what_is_next_of_a_choice_is_never_cancelled_paused_or_a_safe_space(tmp_path):
    later, topic = "Friday 12 March 2027, 7pm", "topics: company"
    off = "changes: [{on: 2027-03-12, cancelled: yes}]"
    files = {
        "groups/a.md": entry(later, topic, off, title="A"),
        "groups/b.md": entry(later, topic, "status: paused", title="B"),
        "groups/c.md": entry(later, topic, "sensitive: yes", title="C"),
    }
    guide = guide_on(tmp_path, files)
    assert said(page(guide, "topic-company").empty) == "Nothing in the next 4 weeks."


def test_a_long_choice_shows_the_first_and_says_how_many_there_are(tmp_path):
    hours = "10am to 11am and 1pm to 2pm and 3pm to 4pm"
    guide = guide_on(tmp_path, {TEA: entry(f"Every day, {hours}", "cost: Free")})
    view = page(guide, "free")
    assert (view.intro, len(rows(view))) == ("The first 60 of 84 in the next 4 weeks.", 60)


def test_every_topic_area_audience_and_language_has_a_page(tmp_path):
    guide = guide_on(tmp_path, {TEA: entry(TUESDAYS, "languages: [English, Gujarati]")})
    slugs = {one.slug for one in choices(guide)}
    assert {"topic-company", "topic-older-people", "area-hill-top", "for-everyone"} <= slugs
    assert {"language-english", "language-gujarati", "mondays", "evenings"} <= slugs


def test_no_two_choices_have_the_same_address(tmp_path):
    languages = "languages: [Gujarati, gujarati, français, 中文]"
    slugs = [one.slug for one in choices(guide_on(tmp_path, {TEA: entry(TUESDAYS, languages)}))]
    assert len(slugs) == len(set(slugs))


@pytest.mark.parametrize(
    ("language", "slug"),
    [
        ("Gujarati", "gujarati"),
        ("Français", "francais"),
        ("Sign language (BSL)", "sign-language-bsl"),
    ],
)
def test_a_language_has_a_plain_name_in_addresses(language, slug):
    assert language_slug(language) == slug


def test_a_language_in_another_script_has_a_name_in_addresses_too():
    assert language_slug("中文") == "u4e2d-u6587"
    assert language_slug("中文") != language_slug("日本")


def test_a_language_stands_in_its_own_script_too(tmp_path):
    guide = guide_on(tmp_path, {TEA: entry(TUESDAYS, "languages: Gujarati")})
    assert choice(guide, "language-gujarati").label == "Gujarati (ગુજરાતી)"


def test_a_safe_space_adds_neither_a_language_nor_a_count(tmp_path):
    facts = ("sensitive: yes", "languages: Gujarati", "cost: Free")
    guide = guide_on(tmp_path, {TEA: entry(TUESDAYS, *facts)})
    assert coming(guide) == {}
    assert "language-gujarati" not in {one.slug for one in choices(guide)}


def test_the_filter_one_has_chosen_is_marked(tmp_path):
    guide = guide_on(tmp_path, {TEA: entry(TUESDAYS, "cost: Free")})
    groups = page(guide, "free").filters.groups
    assert [one.facet for group in groups for one in group.filters if one.link.is_current] == [
        "free"
    ]


def test_the_facets_of_rows_are_those_the_filters_look_for(tmp_path):
    facts = ("cost: Free", "topics: company", "languages: Gujarati", "for: everyone")
    guide = guide_on(tmp_path, {TEA: entry(TUESDAYS, *facts)})
    (day,) = week_view(guide).days
    looked_for = {one.facet for group in filters_of(guide, "").groups for one in group.filters}
    assert {*day.happenings[0].facets.split(), day.facet} == looked_for


STEPS = HALL.replace("St Anne's Hall", "The loft").replace("step_free: yes", "step_free: no")
RAMP = HALL.replace("St Anne's Hall", "The ramp")


@pytest.mark.parametrize(
    ("where", "is_there"),
    [("ramp", True), ("loft", False), ("the café in Mill Lane", False)],
)
def test_a_date_at_another_place_is_step_free_only_if_that_place_is(tmp_path, where, is_there):
    changes = f"changes: [{{on: 2026-11-24, where: {where}}}]"
    files = {TEA: entry(TUESDAYS, "where: hall", changes), "places/hall.md": HALL}
    files |= {"places/loft.md": STEPS, "places/ramp.md": RAMP}
    guide = guide_on(tmp_path, files)
    first, *_ = (row for day in week_view(guide).days for row in day.happenings)
    assert ("2026-11-24" in dict(rows(page(guide, "step-free")))) is is_there
    assert ("Step-free" in {tag.text for tag in first.tags}) is is_there
    assert "2026-12-01" in dict(rows(page(guide, "step-free")))


def test_a_language_with_a_very_long_name_has_a_short_address_of_its_own():
    one, other = (language_slug(f"{'tea ' * 45}{ending}") for ending in "ab")
    assert one != other
    assert max(len(one), len(other)) <= SLUG.most
