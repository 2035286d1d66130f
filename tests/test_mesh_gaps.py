"""Each sort of gap, when it is there and when it is not; all of them are invitations."""

from __future__ import annotations

import os
import re
import subprocess
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest
from builders import SETTINGS, TODAY, guide_of
from built_site import REPOSITORY, checked

from doorstep import site
from doorstep.mesh.gaps import SORTS, Gap, gaps_by_sort, gaps_of
from doorstep.mesh.help_wanted import long_wanted

if TYPE_CHECKING:
    from pathlib import Path

    from doorstep.guide import Guide

CHECKED = "checked: 2026-11-03, by phone, Amina"
LIBRARY = "where: {name: Here, address: 1 High Street, lat: 53.7022, lon: -3.2995}"
FAR_OFF = "where: {name: There, address: 9 Low Street, lat: 53.7202, lon: -3.2995}"
ONE_TOPIC = [{"id": "company", "label": "Someone to talk to"}]

NEVER_SAID = re.compile(
    r"\b(lack\w*|fail\w*|poor\w*|bad\w*|neglect\w*|nobody (bothers|cares|comes|wants)|ignor\w+"
    r"|isolat\w+|lonel\w+|weak\w*|problem\w*|worst|shame|should|must|need\w*|only|alone|dead|empty"
    r"|error|invalid|required|sorry|please|oops)\b|!",
    re.IGNORECASE,
)
"""Words that would blame somebody; "how good it would be" is said with others."""


def group(facts: str = "", title: str = "Tea") -> str:
    return f"---\ntitle: {title}\n{CHECKED}\n{facts}\n---\n"


def gaps(
    folder: Path, kind: str, *groups: str, files: dict[str, str] | None = None, **settings: Any
) -> list[Gap]:
    """Return the gaps of a kind in a guide with these groups and other files."""
    named = {f"groups/g{number}.md": text for number, text in enumerate(groups)}
    guide = guide_of(folder, {**named, **(files or {})}, **settings)
    return [gap for gap in gaps_of(guide) if gap.kind == kind]


def sentences(found: list[Gap]) -> list[str]:
    return [gap.sentence for gap in found]


def test_a_topic_with_nothing_on_it_is_told_with_the_way_to_begin(tmp_path):
    toolkit = {"pages/start-a-group.md": "---\ntitle: Start your own group\n---\n"}
    tea = group(f"topics: [company]\n{LIBRARY}")
    (gap,) = gaps(tmp_path, "topics-near", tea, files=toolkit)
    assert gap.sentence == "“Older people”: nothing in this guide yet."
    assert (gap.href, gap.link) == ("/guide/about/start-a-group/", "Start your own group")


def test_without_a_toolkit_the_way_to_begin_is_to_tell_somebody(tmp_path):
    (gap,) = gaps(tmp_path, "topics-near", group(f"topics: [company]\n{LIBRARY}"))
    assert (gap.href, gap.link) == ("/guide/add/", "Tell us about it")


def test_a_topic_with_nothing_within_ten_minutes_of_a_landmark_is_told(tmp_path):
    tea = group(f"topics: [company]\n{FAR_OFF}")
    (gap,) = gaps(tmp_path, "topics-near", tea, topics=ONE_TOPIC)
    assert gap.sentence == (
        "“Someone to talk to”: nothing we know of within 10 minutes’ walk of the library."
    )
    assert gap.href == "/guide/topics/company/"


def test_a_topic_with_something_near_every_landmark_is_no_gap(tmp_path):
    tea = group(f"topics: [company]\n{LIBRARY}")
    assert not gaps(tmp_path, "topics-near", tea, topics=ONE_TOPIC)


def test_what_is_paused_is_near_nobody(tmp_path):
    tea = group(f"topics: [company]\n{LIBRARY}\nstatus: paused")
    running = group(f"topics: [company]\n{FAR_OFF}")
    assert len(gaps(tmp_path, "topics-near", tea, running, topics=ONE_TOPIC)) == 1


def test_of_many_landmarks_the_first_are_named(tmp_path):
    far = [
        {"id": f"l{n}", "name": f"bridge {n}", "lat": "53.7022", "lon": "-3.2995"} for n in range(6)
    ]
    tea = group(f"topics: [company]\n{FAR_OFF}")
    (gap,) = gaps(tmp_path, "topics-near", tea, topics=ONE_TOPIC, landmarks=far)
    assert gap.sentence.endswith("walk of bridge 0, bridge 1, bridge 2 or 3 more.")


def test_a_day_with_nothing_on_for_four_weeks_is_told(tmp_path):
    tea = group("when: Monday to Saturday, 10am to 8pm")
    assert "Sunday: nothing on in the next four weeks." in sentences(
        gaps(tmp_path, "quiet-days", tea)
    )


def test_evenings_with_nothing_on_are_told_where_the_day_has_something(tmp_path):
    tea = group("when:\n  - Every day, 10am to midday\n  - Tuesday to Sunday, 7pm")
    assert sentences(gaps(tmp_path, "quiet-days", tea)) == [
        "Monday evenings: nothing on in the next four weeks."
    ]


def test_evenings_that_are_all_quiet_are_told_once(tmp_path):
    tea = group("when: Every day, 10am to midday")
    assert sentences(gaps(tmp_path, "quiet-days", tea)) == [
        "Evenings: nothing on in the next four weeks."
    ]


def test_what_begins_at_five_is_on_in_the_evening(tmp_path):
    assert not gaps(tmp_path, "quiet-days", group("when: Every day, 5pm to 6pm"))


def test_single_dates_with_nothing_on_are_named(tmp_path):
    tea = group("when:\n  - Monday to Saturday, 6pm\n  - Every day, 6pm, except 29 November 2026")
    assert sentences(gaps(tmp_path, "quiet-days", tea)) == [
        "Sunday: nothing on yet on 29 November."
    ]


def test_what_is_cancelled_is_not_on(tmp_path):
    off = "changes: [{on: 2026-11-29, cancelled: yes, because: the hall is flooded}]"
    assert sentences(gaps(tmp_path, "quiet-days", group(f"when: Every day, 6pm\n{off}"))) == [
        "Sunday: nothing on yet on 29 November."
    ]


def test_what_goes_on_for_days_is_on_on_each_of_them(tmp_path):
    fair = group("when: 20 November 2026 to 30 December 2026, all day")
    assert sentences(gaps(tmp_path, "quiet-days", fair)) == [
        "Evenings: nothing on in the next four weeks."
    ]


def test_a_guide_with_nothing_dated_says_so_once(tmp_path):
    assert sentences(gaps(tmp_path, "quiet-days", group())) == [
        "Nothing is in the diary for the next four weeks yet."
    ]


def test_a_language_that_no_group_speaks_is_told(tmp_path):
    tea = group("languages: [English, gujarati]")
    (gap,) = gaps(tmp_path, "languages-here", tea, spoken_here=["Gujarati", "Somali"])
    assert gap.sentence == "Neighbours speak Somali; no group here does yet."


def test_who_else_speaks_the_language_is_where_one_begins(tmp_path):
    library = {"places/library.md": f"---\ntitle: Library\nlanguages: [Somali]\n{CHECKED}\n---\n"}
    (gap,) = gaps(tmp_path, "languages-here", files=library, spoken_here=["Somali"])
    assert (gap.href, gap.link) == ("/guide/places/library/", "Spoken here: Library")


def test_a_guide_that_does_not_say_what_is_spoken_has_no_such_gap(tmp_path):
    assert not gaps(tmp_path, "languages-here", group())


def test_a_topic_with_nothing_free_is_told(tmp_path):
    (gap,) = gaps(
        tmp_path, "free", group("topics: [company]\ncost: £2"), group("topics: [company]")
    )
    assert gap.sentence == "“Someone to talk to”: nothing we know of is free yet."


def test_one_free_thing_is_enough(tmp_path):
    dear, free = group("topics: [company]\ncost: £2"), group("topics: [company]\ncost: Free")
    assert not gaps(tmp_path, "free", dear, free)


@pytest.mark.parametrize("answer", ["no", "not known"])
def test_a_topic_with_nothing_known_to_be_step_free_is_told(tmp_path, answer):
    (gap,) = gaps(
        tmp_path, "step-free", group(f"topics: [company]\naccess: {{step_free: {answer}}}")
    )
    assert gap.sentence == "“Someone to talk to”: nothing we know of is step-free yet."


def test_one_step_free_thing_is_enough(tmp_path):
    tea = group("topics: [company]\naccess: {step_free: yes}")
    assert not gaps(tmp_path, "step-free", tea, group("topics: [company]"))


def wanted(checked: str) -> dict[str, str]:
    facts = f"side: give\nexpires: 2026-12-30\nchecked: {checked}"
    return {"help/drivers.md": f"---\ntitle: Drivers wanted\n{facts}\n---\n"}


def test_help_wanted_for_more_than_four_weeks_is_told(tmp_path):
    (gap,) = gaps(tmp_path, "help-wanted", files=wanted("2026-10-24"))
    assert gap.sentence == "“Drivers wanted”: open for 4 weeks now."
    assert gap.href == "/guide/help/drivers/"


def test_help_wanted_for_four_weeks_to_the_day_is_not_told_yet(tmp_path):
    assert not gaps(tmp_path, "help-wanted", files=wanted("2026-10-25"))


def test_a_new_check_does_not_hide_how_long_help_has_been_wanted(tmp_path):
    guide = guide_of(tmp_path, wanted("2026-11-20"))
    _take_in(tmp_path, "2026-09-06T12:00:00+00:00")
    assert [one.since for one in long_wanted(guide)] == [date(2026, 9, 6)]


def test_the_history_of_an_example_says_nothing_of_its_dates(tmp_path):
    guide = guide_of(tmp_path, wanted("2026-11-20"), example="yes")
    _take_in(tmp_path, "2026-09-06T12:00:00+00:00")
    assert not long_wanted(guide)


WHO = ("AUTHOR", "COMMITTER")


def _take_in(folder: Path, moment: str) -> None:
    """Make a history in which every file came in at a moment."""
    who = {f"GIT_{role}_{what}": "a@example.org" for role in WHO for what in ("NAME", "EMAIL")}
    when = {f"GIT_{role}_DATE": moment for role in WHO}
    for words in (["init", "-q"], ["add", "."], ["commit", "-q", "-m", "All"]):
        subprocess.run(["git", *words], cwd=folder, env=os.environ | who | when, check=True)


def test_what_is_wanted_longest_comes_first(tmp_path):
    older = {name.replace("drivers", "cooks"): text for name, text in wanted("2026-09-01").items()}
    guide = guide_of(tmp_path, wanted("2026-10-01") | older)
    assert [one.entry.slug for one in long_wanted(guide)] == ["cooks", "drivers"]


def offer(title: str, facts: str = "") -> str:
    return f"---\ntitle: {title}\nside: get\ntopics: [company]\n{CHECKED}\n{facts}\n---\n"


def test_a_topic_with_one_offer_of_help_is_told(tmp_path):
    (gap,) = gaps(tmp_path, "one-helper", files={"help/lifts.md": offer("Lifts")})
    assert gap.sentence == "“Someone to talk to”: one offer of help so far, “Lifts”."


def test_two_offers_of_help_are_enough(tmp_path):
    files = {"help/lifts.md": offer("Lifts"), "help/calls.md": offer("Calls")}
    assert not gaps(tmp_path, "one-helper", files=files)


PAT = "contact: {name: Pat, phone: 020 7946 0456}"


def test_what_has_the_same_person_to_ask_is_told_without_naming_the_person(tmp_path):
    (gap,) = gaps(tmp_path, "one-contact", group(PAT, "Choir"), group(PAT, "Band"))
    assert gap.sentence == "2 things have the same person to ask: Band and Choir."
    assert "Pat" not in f"{gap}"


def test_what_a_group_runs_has_the_group_behind_it(tmp_path):
    run = f"{PAT}\norganiser: g0"
    assert not gaps(tmp_path, "one-contact", group(), group(run, "Choir"), group(run, "Band"))


def test_whoever_answers_for_a_building_or_for_the_guide_is_not_one_person(tmp_path):
    desk = {"places/library.md": f"---\ntitle: Library\n{PAT}\n{CHECKED}\n---\n"}
    forum = "contact: {name: Amina, phone: 020 7946 0123}"
    groups = (group(PAT, "Choir"), group(PAT, "Band"), group(forum, "One"), group(forum, "Two"))
    assert not gaps(tmp_path, "one-contact", *groups, files=desk)


def test_a_group_that_nobody_works_with_is_told_as_a_question(tmp_path):
    (gap,) = gaps(tmp_path, "partners", group(title="Choir"))
    assert gap.sentence == "Who does Choir work with? We do not know yet."


@pytest.mark.parametrize("facts", ["works_with: [g0]", "organiser: g0"])
def test_a_group_with_a_partner_or_an_organiser_is_not(tmp_path, facts):
    assert not gaps(tmp_path, "partners", group(), group(facts))


def test_a_group_that_reaches_the_others_one_way_is_told(tmp_path):
    linked = (group("works_with: [g1, g2]", "A"), group("works_with: [g2]", "B"), group("", "C"))
    choir = group("works_with: [g2]", "Choir")
    (gap,) = gaps(tmp_path, "threads", *linked, choir)
    assert gap.sentence == "From Choir to the others we know one way: C."


def test_an_empty_guide_has_no_gaps(tmp_path):
    assert gaps_of(guide_of(tmp_path, {})) == ()


def test_the_first_of_each_sort_are_told_before_the_second_of_any(example):
    kinds = [gap.kind for gap in gaps_of(example)]
    first = kinds[: len(set(kinds))]
    assert len(set(first)) == len(first)
    assert len(kinds) == sum(map(len, gaps_by_sort(example)))


def test_a_safe_space_is_in_no_gap_and_fills_none(tmp_path):
    safe = (
        "---\ntitle: Quiet hour\nsensitive: yes\ntopics: [company]\nlanguages: [Somali]\n"
        f"cost: Free\ncontact: {{name: Asha, phone: 020 7946 0999}}\n{CHECKED}\n---\n"
    )
    asha = "contact: {name: Asha, phone: 020 7946 0999}\ntopics: [company]\ncost: £1"
    groups = {"groups/quiet.md": safe, "groups/tea.md": group(asha)}
    found = gaps_of(guide_of(tmp_path, groups, spoken_here=["Somali"]))
    assert "Quiet" not in f"{found}"
    kinds = {gap.kind for gap in found}
    assert {"languages-here", "free"} <= kinds
    assert "one-contact" not in kinds


@pytest.fixture(scope="module")
def example() -> Guide:
    """The example guide."""
    return site.guide_of(checked(REPOSITORY), TODAY, assets={}, sizes={})


@pytest.fixture(scope="module")
def thin(tmp_path_factory: pytest.TempPathFactory) -> Guide:
    """A guide that has a gap of every sort."""
    groups = {
        "groups/choir.md": group(f"topics: [company]\nwhen: Every Monday, 10am\n{PAT}", "Choir"),
        "groups/band.md": group(PAT, "Band"),
        "groups/a.md": group("works_with: [b, c]", "A"),
        "groups/b.md": group("works_with: [c]", "B"),
        "groups/c.md": group("works_with: [d]", "C"),
        "groups/d.md": group("", "D"),
        "help/lifts.md": offer("Lifts"),
    }
    folder = tmp_path_factory.mktemp("thin")
    return guide_of(folder, groups | wanted("2026-10-01"), spoken_here=["Somali"])


def test_a_thin_guide_has_gaps_of_every_sort(thin):
    assert len(gaps_by_sort(thin)) == len(SORTS)


@pytest.mark.parametrize("name", ["thin", "example"])
def test_no_gap_says_that_anybody_falls_short(name, request):
    for gap in gaps_of(request.getfixturevalue(name)):
        titles = re.compile("“.*?”")
        for words in (gap.sentence, gap.invitation):
            assert not NEVER_SAID.search(titles.sub("", words)), words


@pytest.mark.parametrize("name", ["thin", "example"])
def test_every_gap_ends_in_a_question_or_asks_somebody_to_tell(name, request):
    for gap in gaps_of(request.getfixturevalue(name)):
        assert "?" in gap.invitation
        assert gap.href.startswith("/guide/")
        assert gap.link


def test_the_library_of_these_tests_is_where_the_landmark_is():
    (landmark,) = SETTINGS["landmarks"]
    assert landmark["lat"] in LIBRARY
    assert landmark["lon"] in LIBRARY
