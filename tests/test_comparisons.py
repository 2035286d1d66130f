"""What changes for readers between two guides is told in their own words, and nothing else is."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from compared import A_HALL, FACTS, FILES, HALL, TEA, changes, edited, guide, said
from msgspec.structs import asdict
from PIL import Image
from test_messages import put_off_by

from doorstep.comparisons.changes import changes_for_readers
from doorstep.comparisons.doubles import MANY
from doorstep.comparisons.prose import MOST_LETTERS, differing
from doorstep.comparisons.settings import settings_changed

if TYPE_CHECKING:
    from pathlib import Path

WHEN = "Every Tuesday, 10:30am to midday"
COST = "cost: Free"
CHANGE_ON = "cost: Free\nchanges:\n  - "

SENTENCES = [
    (WHEN, "Every Tuesday, 11am to midday", "moves from 10:30am to 11am"),
    (WHEN, "Every Tuesday, 10:30am to 1pm", "ends at 1pm instead of midday"),
    (
        WHEN,
        "Every Tuesday, 11am to 1pm",
        "moves from 10:30am to 11am, and ends at 1pm instead of midday",
    ),
    (WHEN, "Every Tuesday, 10:30am", "moves from “10:30am to midday” to “10:30am”"),
    (
        WHEN,
        "Every Wednesday, 10:30am to midday",
        "moves from every Tuesday to every Wednesday",
    ),
    (
        WHEN,
        "Every Tuesday, 10:30am to midday, not on bank holidays",
        f"moves from “{WHEN}” to “{WHEN}, not on bank holidays”",
    ),
    (
        WHEN,
        "First Monday of the month, 7pm",
        f"moves from “{WHEN}” to “First Monday of the month, 7pm”",
    ),
    (
        CHANGE_ON.partition("\n")[0],
        CHANGE_ON + "{on: 2026-11-24, cancelled: yes, because: the hall is flooded}",
        "is cancelled on Tuesday 24 November: the hall is flooded",
    ),
    (
        COST,
        CHANGE_ON + "{on: 2026-11-24, moved_to: Wednesday 25 November}",
        "moves from Tuesday 24 November to Wednesday 25 November, 10:30am to midday",
    ),
    (
        COST,
        CHANGE_ON + "{on: 2026-11-24, where: the library}",
        "is at the library on Tuesday 24 November",
    ),
    (COST, "cost: Free\nstatus: paused", "is paused for now"),
    (COST, "cost: Free\nstatus: closed", "has closed"),
    ("title: Tea and talk", "title: Tea and chat", "is now called Tea and chat"),
    ("topics: [company]", "topics: [older-people]", "is now also found under Older people"),
    ("[English]", "[English, Gujarati]", "now also speaks Gujarati"),
    ("[make tea]", "[make tea, give lifts]", "now also asks for help: give lifts"),
]


@pytest.mark.parametrize(("old", "new", "words"), SENTENCES, ids=[one[2] for one in SENTENCES])
def test_a_sentence_says_what_becomes_of_it(tmp_path: Path, old: str, new: str, words: str) -> None:
    assert f"Tea and talk {words}" in said(tmp_path, old, new)


NOUNS = [
    (COST, "cost: £2", "The cost of Tea and talk changes from Free to £2"),
    (
        "020 7946 0456",
        "020 7946 0457",
        "The phone number of Tea and talk changes from 020 7946 0456 to 020 7946 0457",
    ),
    ("name: Pat", "name: Amina", "The person to ask at Tea and talk changes from Pat to Amina"),
    (
        ", best_time: weekday mornings",
        "",
        "The best time to phone Tea and talk is taken out. It was “weekday mornings”",
    ),
    (
        ", best_time",
        ", email: tea@example.org, best_time",
        "The e-mail address of Tea and talk is new: tea@example.org",
    ),
    (
        "summary: Tea and talk for anyone.",
        "summary: Tea for all.",
        "The summary of Tea and talk changes from “Tea and talk for anyone.” to “Tea for all.”",
    ),
    (
        "come_along: Just turn up.",
        "come_along: Phone first.",
        "The line “Come along” of Tea and talk changes from “Just turn up.” to “Phone first.”",
    ),
    ("Come in.", "Do come in.", "The text about Tea and talk changes"),
    (
        "number: 127",
        "number: 128",
        "The number of Tea and talk changes from 127 to 128",
    ),
    (
        "where: hall",
        "where: {name: The Old Library}",
        "Tea and talk moves from St Anne’s Hall to The Old Library",
    ),
    (
        "topics: [company]",
        "topics: [older-people]",
        "Tea and talk is no longer found under Someone to talk to",
    ),
]


@pytest.mark.parametrize(("old", "new", "sentence"), NOUNS, ids=[one[2] for one in NOUNS])
def test_a_fact_is_told_as_it_was_and_as_it_would_be(
    tmp_path: Path, old: str, new: str, sentence: str
) -> None:
    assert sentence in said(tmp_path, old, new)


HALLS = [
    (
        "step_free: yes",
        "step_free: no",
        "Getting in to St Anne’s Hall: step-free changes from yes to no",
    ),
    (
        "step_free: yes",
        "step_free: yes, toilet: yes",
        "Getting in to St Anne’s Hall: toilet changes from not known to yes",
    ),
    (
        "step_free: yes",
        "step_free: yes, notes: Ring the bell",
        "The note on getting in to St Anne’s Hall is new: “Ring the bell”",
    ),
    (
        "28 High Street",
        "30 High Street",
        (
            "The address of St Anne’s Hall changes from “28 High Street, E8 1AA” "
            "to “30 High Street, E8 1AA”"
        ),
    ),
    (
        "9am to 5pm",
        "9am to 6pm",
        (
            "St Anne’s Hall was open “Monday to Friday, 9am to 5pm”, "
            "and is now open “Monday to Friday, 9am to 6pm”"
        ),
    ),
    (
        "checked:",
        "changes:\n  - {on: 2026-12-25, cancelled: yes, because: Christmas}\nchecked:",
        "St Anne’s Hall is closed on Friday 25 December: Christmas",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("old", "new", "sentence"), HALLS, ids=[one[2] for one in HALLS])
def test_what_changes_of_a_building_is_told(
    tmp_path: Path, old: str, new: str, sentence: str
) -> None:
    assert sentence in said(tmp_path, old, new, HALL)


def test_no_sentence_says_what_puts_people_off(tmp_path: Path) -> None:
    for number, (old, new, _) in enumerate([*SENTENCES, *NOUNS]):
        sentences = said(tmp_path / str(number), old, new)
        assert [found for one in sentences if (found := put_off_by(one))] == []


def test_a_date_that_is_on_after_all_is_said(tmp_path: Path) -> None:
    off = FACTS.replace(COST, CHANGE_ON + "{on: 2026-11-24, cancelled: yes}")
    (change,) = changes(tmp_path, FILES | {TEA: off}, FILES)
    assert change.sentences == ("Tea and talk is on as usual on Tuesday 24 November after all",)


def test_what_went_on_pausing_goes_on_again(tmp_path: Path) -> None:
    paused = FACTS.replace(COST, f"{COST}\nstatus: paused")
    (change,) = changes(tmp_path, FILES | {TEA: paused}, FILES)
    assert change.sentences == ("Tea and talk goes on again",)


def test_what_was_only_not_confirmed_is_listed_again(tmp_path: Path) -> None:
    unlisted = FACTS.replace("2026-11-03", "2025-01-03")
    (change,) = changes(tmp_path, FILES | {TEA: unlisted}, FILES)
    assert change.sentences == ("Tea and talk is listed again",)


def test_what_pauses_is_told_with_every_other_fact(tmp_path: Path) -> None:
    after = FACTS.replace(COST, "status: paused").replace("0456", "0457")
    (change,) = changes(tmp_path, FILES, FILES | {TEA: after.replace("languages: [English]\n", "")})
    assert change.sentences[0] == "Tea and talk is paused for now"
    assert any("0457" in sentence for sentence in change.sentences)


def test_help_that_changes_sides_says_so(tmp_path: Path) -> None:
    offer = "---\ntitle: Lifts\nside: give\nchecked: 2026-11-20, by phone, Amina\n---\n"
    name = "help/lifts.md"
    (change,) = changes(tmp_path, {name: offer}, {name: offer.replace("give", "get")})
    assert change.sentences[0] == "Lifts moves from “Give help” to “Get help”"


def test_a_building_without_opening_times_says_so(tmp_path: Path) -> None:
    sentences = said(tmp_path, "open: Monday to Friday, 9am to 5pm\n", "", HALL)
    was = "It was “Monday to Friday, 9am to 5pm”"
    assert sentences == (f"St Anne’s Hall no longer says when it is open. {was}",)


def test_the_next_three_real_dates_are_worked_out(tmp_path: Path) -> None:
    (change,) = edited(tmp_path, WHEN, "First Saturday of the month, 2pm")
    assert change.next_dates == (
        "Saturday 5 December, 2pm",
        "Saturday 2 January, 2pm",
        "Saturday 6 February, 2pm",
    )


def test_a_cancelled_date_is_none_of_the_next_three(tmp_path: Path) -> None:
    (change,) = edited(tmp_path, COST, CHANGE_ON + "{on: 2026-11-24, cancelled: yes}")
    assert change.next_dates[0] == "Tuesday 1 December, 10:30am to midday"


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("topics: [company]", "topics:   [ company ]"),
        ("Pat stands by the door.", "Pat  stands\nby the door."),
        ("cost: Free", "# how much?\ncost: Free"),
        ("10:30am to midday", "10.30 - 12 noon"),
    ],
)
def test_an_edit_of_spaces_or_spelling_of_times_changes_nothing_for_readers(
    tmp_path: Path, old: str, new: str
) -> None:
    assert edited(tmp_path, old, new) == ()


def test_the_same_guide_twice_changes_nothing(tmp_path: Path) -> None:
    assert changes(tmp_path, FILES, FILES) == ()


def test_a_check_alone_is_no_change_of_facts(tmp_path: Path) -> None:
    (change,) = edited(tmp_path, "2026-11-03", "2026-11-20")
    assert change.what == "checked"
    assert change.sentences == ("Tea and talk was checked on 20 November 2026, by phone",)


def test_a_check_together_with_a_fact_is_a_change(tmp_path: Path) -> None:
    old, new = "by phone, Amina", "in person, Amina"
    text = FACTS.replace(old, new).replace(COST, "cost: £1")
    (change,) = changes(tmp_path, FILES, FILES | {TEA: text})
    assert (change.what, len(change.sentences)) == ("changed", 2)


FILM = """\
---
number: 131
title: Film club
topics: [company]
when: Every Friday, 7pm
contact: {phone: 020 7946 0456}
---
"""


def test_a_new_entry_is_told_with_its_facts_and_dates(tmp_path: Path) -> None:
    (change,) = changes(tmp_path, FILES, FILES | {"groups/film-club.md": FILM})
    assert (change.what, change.sentences) == ("new", ("Film club is new",))
    assert {fact.label: fact.after for fact in change.facts}["When"] == "Every Friday, 7pm"
    assert change.next_dates[0] == "Friday 27 November, 7pm"
    assert change.path == "groups/film-club/"


def test_an_entry_that_is_gone_is_told_and_has_no_page_to_show(tmp_path: Path) -> None:
    (change,) = changes(tmp_path, FILES, {HALL: A_HALL})
    assert change.sentences == ("Tea and talk is no longer in the guide",)
    assert (change.what, change.path) == ("gone", "")


def test_a_renamed_file_is_the_same_entry_at_a_new_address(tmp_path: Path) -> None:
    after = {HALL: A_HALL, "groups/tea.md": FACTS}
    (change,) = changes(tmp_path, FILES, after)
    moves = "moves from groups/tea-and-talk/ to groups/tea/"
    assert change.sentences == (f"The page of Tea and talk {moves}",)


def test_a_file_in_another_folder_has_another_address(tmp_path: Path) -> None:
    (change,) = changes(tmp_path, FILES, {HALL: A_HALL, "events/tea-and-talk.md": FACTS})
    moves = "moves from groups/tea-and-talk/ to events/tea-and-talk/"
    assert change.sentences == (f"The page of Tea and talk {moves}",)


def test_an_entry_without_a_number_is_known_again_by_its_former_slug(tmp_path: Path) -> None:
    plain = FACTS.replace("number: 127\n", "")
    renamed = plain.replace("title:", "formerly: [tea-and-talk]\ntitle:")
    (change,) = changes(tmp_path, FILES | {TEA: plain}, {HALL: A_HALL, "groups/tea.md": renamed})
    assert change.what == "changed"


def test_what_only_shows_a_change_made_elsewhere_comes_last_and_says_so(tmp_path: Path) -> None:
    own, follower = edited(tmp_path, "28 High Street", "30 High Street", HALL)
    assert (own.slug, own.follows) == ("hall", False)
    assert (follower.slug, follower.follows) == ("tea-and-talk", True)


def test_another_entry_with_the_same_phone_may_be_a_double(tmp_path: Path) -> None:
    (change,) = changes(tmp_path, FILES, FILES | {"groups/film-club.md": FILM})
    assert change.doubles == ("No. 127, Tea and talk, has the same phone",)


def test_another_entry_of_the_same_name_and_postcode_may_be_a_double(tmp_path: Path) -> None:
    twin = FILM.replace("Film club", "TEA AND TALK").replace("contact:", "where: hall\ncontact:")
    (change,) = changes(tmp_path, FILES, FILES | {"groups/twin.md": twin})
    assert change.doubles == ("No. 127, Tea and talk, has the same name and postcode and phone",)


@pytest.mark.parametrize("phone", ["020 7946 0123", "020 7946 0999"])
def test_the_guides_own_number_and_other_numbers_are_no_sign_of_doubles(
    tmp_path: Path, phone: str
) -> None:
    shared = FILES | {TEA: FACTS.replace("020 7946 0456", "020 7946 0123")}
    film = FILM.replace("020 7946 0456", phone)
    (change,) = changes(tmp_path, shared, shared | {"groups/film-club.md": film})
    assert change.doubles == ()


def test_a_phone_that_answers_for_many_is_no_sign_of_doubles(tmp_path: Path) -> None:
    many = {
        f"groups/film-{number}.md": FILM.replace("131", str(200 + number)).replace(
            "Film club", f"Film club {number}"
        )
        for number in range(MANY + 1)
    }
    new = changes(tmp_path, FILES, FILES | many)
    assert {change.doubles for change in new} == {()}


def test_a_double_that_was_there_already_is_no_news(tmp_path: Path) -> None:
    both = FILES | {"groups/film-club.md": FILM}
    (change,) = changes(tmp_path, both, both | {TEA: FACTS.replace(COST, "cost: £2")})
    assert change.doubles == ()


def test_what_a_group_runs_may_have_its_phone(tmp_path: Path) -> None:
    film = FILM.replace("topics:", "organiser: tea-and-talk\ntopics:")
    new = changes(tmp_path, FILES, FILES | {"groups/film-club.md": film})
    assert [change.doubles for change in new if change.slug == "film-club"] == [()]


SAFE = """\
---
number: 140
title: Someone to talk to
sensitive: yes
topics: [company]
when: Every Monday, 6pm
cost: Free
contact: {name: Sam, phone: 020 7946 0777}
---
Ask for Sam.
"""
SECRETS = ("Monday", "Sam", "0777", "Free", "6pm", "7pm", "£")


@pytest.mark.parametrize(
    ("before", "after", "what"),
    [
        ("", SAFE, "new"),
        (SAFE, "", "gone"),
        (SAFE, SAFE.replace("cost: Free", "cost: £2"), "changed"),
        (SAFE, SAFE.replace("6pm", "7pm").replace("Ask for", "Find"), "changed"),
    ],
)
def test_of_a_safe_space_only_number_and_title_are_told(
    tmp_path: Path, before: str, after: str, what: str
) -> None:
    name = "help/talk.md"
    texts = [text.replace("topics:", "side: get\ntopics:") for text in (before, after)]
    old, new = (FILES | ({name: text} if text else {}) for text in texts)
    (change,) = changes(tmp_path, old, new)
    assert (change.what, change.number, change.title) == (what, 140, "Someone to talk to")
    assert (change.facts, change.next_dates, change.doubles, change.path) == ((), (), (), "")
    assert [word for word in SECRETS if word in str(asdict(change))] == []


def test_what_becomes_a_safe_space_is_told_by_its_neutral_title_only(tmp_path: Path) -> None:
    open_to_all = FILM.replace("Film club", "Women who left")
    quiet = open_to_all.replace("Women who left", "Film club").replace(
        "topics:", "sensitive: yes\ntopics:"
    )
    name = "groups/film-club.md"
    (change,) = changes(tmp_path, FILES | {name: open_to_all}, FILES | {name: quiet})
    assert "Women" not in str(asdict(change))
    assert change.sentences == ("What is said of a safe space changes",)


def test_an_entry_that_waits_to_be_mended_counts_as_it_is(tmp_path: Path) -> None:
    before = guide(tmp_path / "was", FILES)
    after = guide(tmp_path / "now", {HALL: A_HALL})
    assert changes_for_readers(before, after, {"tea-and-talk"}) == ()


def test_a_topic_that_is_gone_stops_nobody_from_telling_the_rest(tmp_path: Path) -> None:
    before = guide(tmp_path / "was", FILES)
    topics = [{"id": "companions", "label": "Companions"}]
    after = guide(tmp_path / "now", {HALL: A_HALL.replace("12", "13")}, topics=topics)
    (change,) = changes_for_readers(before, after, {"tea-and-talk"})
    assert change.slug == "hall"


STORY = """\
---
title: Mary’s story
summary: How Mary came back.
consent: {on: 2026-10-01, kept_by: the forum}
image: {file: photos/tea.png, alt: Four people at a table}
---
I came for the tea. I stayed for the talk.
"""


def with_photo(folder: Path, colour: str, story: str = STORY) -> None:
    photos = folder / "content" / "photos"
    photos.mkdir(parents=True)
    Image.new("RGB", (8, 8), colour).save(photos / "tea.png")
    guide(folder, {"stories/mary.md": story})


@pytest.mark.parametrize(
    ("colour", "story", "sentence"),
    [
        ("red", STORY.replace("Four", "Five"), "changes from “Four people at a table” to “Five"),
        ("blue", STORY, "Mary’s story has a new photo: Four people at a table"),
        ("red", STORY.replace("stayed", "came back"), "The text about Mary’s story changes"),
    ],
)
def test_a_story_changes_by_its_words_and_its_photo(
    tmp_path: Path, colour: str, story: str, sentence: str
) -> None:
    with_photo(tmp_path / "was", "red")
    with_photo(tmp_path / "now", colour, story)
    before = guide(tmp_path / "was", {})
    after = guide(tmp_path / "now", {})
    (change,) = changes_for_readers(before, after)
    assert sentence in change.sentences[0]


def test_a_photo_that_cannot_be_shown_is_not_told(tmp_path: Path) -> None:
    (change,) = changes(tmp_path, {}, {"stories/mary.md": STORY})
    assert "Photo" not in {fact.label for fact in change.facts}


def test_an_offer_that_ends_later_says_until_when(tmp_path: Path) -> None:
    offer = """\
        ---
        title: Lifts to the clinic
        side: give
        expires: 2026-12-19
        checked: 2026-11-20, by phone, Amina
        ---
        """
    name = "help/lifts.md"
    (change,) = changes(tmp_path, {name: offer}, {name: offer.replace("2026-12-19", "2026-12-26")})
    ends = "ends on Saturday 26 December 2026 instead of Saturday 19 December 2026"
    assert change.sentences == (f"Lifts to the clinic {ends}",)


def test_only_the_sentences_that_differ_are_shown() -> None:
    assert differing("One. Two. Three.", "One. 2. Three.") == ("Two.", "2.")


def test_a_long_text_is_shortened_at_a_word() -> None:
    before, after = differing("", "word " * 500)
    assert before == ""
    assert after.endswith("word (and more)")
    assert len(after) < MOST_LETTERS + 20


def test_settings_that_differ_are_named(tmp_path: Path) -> None:
    before = guide(tmp_path / "was", FILES)
    line = {"name": "Harbour Row forum", "phone": "020 7946 0999"}
    after = guide(tmp_path / "now", FILES, help_line=line, tagline="New")
    assert settings_changed(before.config, after.config) == ("tagline", "help line")
