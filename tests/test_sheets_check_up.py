"""The check-up sheet: what to make sure of, by who knows it, with room to write."""

from __future__ import annotations

from collections import defaultdict

import pytest
from builders import TODAY, entry, guide_of
from msgspec.structs import replace

from doorstep.sheets.check_up import check_up_view
from doorstep.sheets.check_up_pages import HIGH, LEAST, CheckUp, pages_of
from doorstep.sheets.check_up_parts import CheckUpHead, CheckUpRow, CheckUpSection
from doorstep.sheets.check_up_rows import brief_when
from doorstep.sheets.feet import foot_of
from doorstep.words import english

OLD, OLDER, LATELY, LONG_AGO = "2026-08-20", "2026-04-20", "2026-11-03", "2025-10-03"


def thing(title: str, checked: str = OLD, **facts: str) -> str:
    said = {"title": title, "contact": "{name: Pat, phone: 020 7946 0456}", **facts}
    if checked:
        said["checked"] = f"{checked}, by phone, Amina"
    lines = "\n".join(f"{key}: {value}" for key, value in said.items())
    return f"---\n{lines}\n---\n"


NO_HEAD = CheckUpHead(
    number="No.", name="", when="", phone="", checked="", right="", gone="", change=""
)


def sheet_of(tmp_path, files):
    return check_up_view(replace(guide_of(tmp_path, files), assets=defaultdict(str)))


def sheet(tmp_path, **groups):
    return sheet_of(tmp_path, {f"groups/{name}.md": text for name, text in groups.items()})


def rows(view):
    return [row for page in view.pages for row in page.rows]


def titles(view):
    return [row.title for row in rows(view)]


def test_what_was_checked_lately_is_not_asked_about(tmp_path):
    view = sheet(tmp_path, tea=thing("Tea", LATELY), choir=thing("Choir", OLD))
    assert titles(view) == ["Choir"]


def test_what_nobody_ever_checked_says_so(tmp_path):
    (row,) = rows(sheet(tmp_path, choir=thing("Choir", "")))
    assert row.checked == "Never"


def test_a_row_says_number_name_time_phone_and_day_in_short(tmp_path):
    text = thing("Film club", number="131", when="Every Friday, 7pm to 9pm")
    (row,) = rows(sheet(tmp_path, film=text))
    assert (row.number, row.title, row.when) == ("131", "Film club", "Fri 7pm")
    assert row.phone == "Pat, 020\u00a07946\u00a00456"
    assert row.checked == "20 Aug 2026"


@pytest.mark.parametrize(
    ("when", "brief"),
    [
        ("Every Friday, 7pm", "Fri 7pm"),
        ("Tuesdays and Thursdays, 10:30am to midday", "Tue, Thu 10:30am"),
        ("Monday to Friday, 9am to midday and 2pm to 4pm", "Mon to Fri 9am, 2pm"),
        (
            "Every Tuesday in term time, 10:30am to midday",
            "Every Tue in term time, 10:30am to midday",
        ),
        ("First Wednesday of the month, 2pm", "First Wed of the month, 2pm"),
        ("Saturday 5 December 2026, 2pm", "Sat 5 Dec 2026, 2pm"),
        ("By appointment", "By appointment"),
    ],
)
def test_days_and_months_are_shortened(when, brief):
    assert brief_when(entry(f"when: {when}"), english().brief) == brief


def test_rows_go_by_the_group_that_knows_then_by_contact_then_by_age(tmp_path):
    ann, bob = "{name: Ann, phone: 020 7946 0457}", "{name: Bob, phone: 020 7946 0458}"
    view = sheet(
        tmp_path,
        zumba=thing("Zumba"),
        walk=thing("Walk", organiser="zumba", contact=bob),
        hike=thing("Hike", OLDER, organiser="zumba", contact=bob),
        talk=thing("Talk", organiser="zumba", contact=ann),
        choir=thing("Choir"),
    )
    assert titles(view) == ["Choir", "Talk", "Hike", "Walk", "Zumba"]


def test_of_a_safe_space_there_is_its_number_and_title_and_nothing_else(tmp_path):
    text = thing(
        "A group for women",
        number="204",
        sensitive="yes",
        when="Every Friday, 7pm",
        contact="{name: Asha, phone: 07700 900 123}",
    )
    (row,) = rows(sheet(tmp_path, women=text))
    assert row == CheckUpRow(
        number="204",
        title="A group for women",
        is_name=row.is_name,
        when="",
        phone="",
        checked="",
    )


def test_what_left_the_lists_by_its_age_is_asked_about_first(tmp_path):
    view = sheet(tmp_path, apples=thing("Apples", OLD), zumba=thing("Zumba", LONG_AGO))
    assert titles(view) == ["Zumba", "Apples"]
    assert rows(view)[0].checked == "3 Oct 2025: out of the lists"


def test_what_left_the_lists_by_its_age_is_not_everything_checked(tmp_path):
    view = sheet(tmp_path, zumba=thing("Zumba", LONG_AGO))
    assert view.ask.startswith("Ask: is it still on?")


def test_whoever_runs_it_is_asked_where_a_thing_has_no_contact_of_its_own(tmp_path):
    walk = thing("Walk", organiser="choir", contact="{}")
    view = sheet(tmp_path, choir=thing("Choir", LATELY), walk=walk)
    assert [row.phone for row in rows(view)] == ["Pat, 020\u00a07946\u00a00456"]


OFFER = {"side": "give", "number": "246", "expires": "2026-11-25"}


def lines_under(view, heading):
    sections = [section for page in view.pages for section in page.sections]
    return [line for one in sections if one.heading == heading for line in one.lines]


def test_an_offer_that_ends_soon_waits_for_an_answer(tmp_path):
    view = sheet_of(tmp_path, {"help/curtains.md": thing("Curtains", LATELY, **OFFER)})
    ask = "No. 246, Curtains. Pat, 020\u00a07946\u00a00456. Ends 25 November 2026."
    assert lines_under(view, "Offers waiting") == [ask]


def test_of_a_safe_spaces_offer_there_is_its_number_and_title_and_nothing_else(tmp_path):
    secret = thing("Someone to call", LATELY, sensitive="yes", **OFFER)
    view = sheet_of(tmp_path, {"help/call.md": secret})
    assert lines_under(view, "Offers waiting") == ["No. 246, Someone to call."]


def test_help_that_is_wanted_for_over_four_weeks_is_told(tmp_path):
    long = OFFER | {"expires": "2026-12-20"}
    view = sheet_of(tmp_path, {"help/cooks.md": thing("Cooks", "2026-10-20", **long)})
    told = lines_under(view, "Help wanted or offered for over four weeks")
    assert told == ["No. 246, Cooks, since 20 October 2026."]


def test_an_event_that_is_over_is_not_asked_about_and_needs_a_next_date(tmp_path):
    over = thing("Film night", OLD, when="Saturday 5 September 2026, 7pm")
    view = sheet_of(tmp_path, {"events/film.md": over})
    assert titles(view) == []
    assert lines_under(view, "Over: each needs a next date, or to be closed") == ["Film night"]


def test_a_section_longer_than_a_page_goes_on_under_its_heading(tmp_path):
    guide = guide_of(tmp_path, {})
    section = CheckUpSection("Gaps", tuple(f"Nobody offers boxing {n}." for n in range(60)))
    sheet = CheckUp("Check-up", "Ask", NO_HEAD, [], [section], foot_of(guide, "", ()))
    pages = pages_of(guide, sheet)
    assert [[one.heading for one in page.sections] for page in pages] == [["Gaps"]] * 3
    assert sum((page.sections[0].lines for page in pages), ()) == section.lines


def test_where_everything_is_checked_the_sheet_says_so(tmp_path):
    view = sheet(tmp_path, tea=thing("Tea", LATELY))
    assert view.ask == "Everything is checked. There is nothing to ask now."
    assert (len(view.pages), view.pages[0].rows) == (1, ())


def test_of_a_guide_that_has_just_begun_the_sheet_counts_nothing(tmp_path):
    view = sheet(tmp_path)
    assert view.ask == "Nothing is listed here yet."
    assert view.pages[-1].sections[-1].lines == ("Cancelled this week: 0.",)


def test_the_sheet_says_how_things_stand(tmp_path):
    off = 'when: "Every Tuesday, 7pm"\nchanges: [{on: 2026-11-24, cancelled: yes}]'
    text = thing("Choir", LATELY).replace("\n---\n", f"\n{off}\n---\n", 1)
    view = sheet(tmp_path, choir=text, film=thing("Film club"))
    section = view.pages[-1].sections[-1]
    assert section.heading == "How things stand"
    assert section.lines == ("Cancelled this week: 1.", "Checked this month: 1 of 2.")


def test_search_engines_leave_the_page_out(tmp_path):
    frame = sheet(tmp_path).frame
    assert (frame.robots, frame.canonical) == ("noindex", "")


def test_the_page_names_the_forum_and_the_day(tmp_path):
    assert sheet(tmp_path).title == "Check-up: Harbour Row forum, Sunday 22 November 2026"
    assert TODAY.day == 22


def test_many_rows_take_as_many_pages_as_they_need_each_row_once(tmp_path):
    many = {f"group-{n}": thing(f"Group {n:03}") for n in range(60)}
    view = sheet(tmp_path, **many)
    assert titles(view) == [f"Group {n:03}" for n in range(60)]
    assert all(len(page.rows) * LEAST < HIGH for page in view.pages)
    assert [bool(page.sections) for page in view.pages[:3]] == [False] * 3


def test_the_last_page_carries_what_every_sheet_does(tmp_path):
    view = sheet(tmp_path, **{f"group-{n}": thing(f"Group {n:03}") for n in range(60)})
    feet = [page.foot for page in view.pages]
    assert feet[-1] == foot_of(guide_of(tmp_path, {}), "", ())
    assert set(feet[:-1]) == {None}


def test_each_page_says_which_it_is_and_whom_to_phone(tmp_path):
    (page,) = sheet(tmp_path).pages
    phone = page.phone.replace("\u00a0", " ")
    assert (page.place, phone) == (
        "Page 1 of 1.",
        "Phone 020 7946 0123, Harbour Row forum.",
    )
    assert page.address == "harbour-row.example.org/guide/"


def test_a_name_that_would_fill_a_page_is_left_to_its_number(tmp_path):
    guide = guide_of(tmp_path, {})
    row = CheckUpRow(
        number="7", title="word " * 900, is_name=True, when="", phone="", checked="Never"
    )
    section = CheckUpSection("Gaps", ("Nobody offers boxing for girls",))
    foot = foot_of(guide, "", ())
    (page,) = pages_of(guide, CheckUp("Check-up", "Ask", NO_HEAD, [row], [section], foot))
    assert [(one.number, one.title) for one in page.rows] == [("7", "A very long name")]
    assert page.sections == (section,)
