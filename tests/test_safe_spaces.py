"""A safe space's file tells nobody where it is, and no problem repeats what it says."""

from pathlib import Path

import pytest
from builders import TODAY, checked_of, config, source
from hypothesis import given
from hypothesis import strategies as st

from doorstep.fields import ReadingContext
from doorstep.kinds import Kind
from doorstep.loading import context_for
from doorstep.problems import Problem
from doorstep.reading import read_entry
from doorstep.reports import REPORTS, as_text
from doorstep.safe_spaces import is_safe_space, secrets_in
from doorstep.sources import read_bytes

QUIET = """
title: A quiet hour
sensitive: yes
contact: {name: Asha, phone: 07700 900134, text: 07700 900134, say: Is the library open?}
come_along: Phone or text first. We are there on Tuesdays, 10.30 to noon.
cost: £2.50, or free
checked: 2026-11-10, by phone, Amina
access: {notes: Ask us. It takes 5 minutes.}
"""

STREET = "14 Secret Street"


def context() -> ReadingContext:
    return context_for(config(), TODAY)


def told(facts: str, *, slug: str = "quiet-hour", body: str = "") -> list[Problem]:
    return secrets_in(source(facts, Kind.GROUP, slug, body=body), context())


def test_phones_times_prices_and_first_names_give_nothing_away() -> None:
    assert told(QUIET, body="Phone 07700 900134. It is 3 minutes from the bus.\n") == []


def test_another_entry_may_say_where_it_is() -> None:
    assert told(f"where: {{address: {STREET}, postcode: AB1 2CD}}") == []


@pytest.mark.parametrize(
    "line",
    [
        "where: the old mill",
        f"where: {{address: {STREET}}}",
        "where: {postcode: AB1 2CD}",
        "where: {lat: 53.6512, lon: -3.3991}",
        "where: {directions: the blue door}",
        f"title: {STREET}",
        f"summary: We meet at {STREET}",
        f"cost: Free, at {STREET}",
        f"when: ['Tuesdays', 'at {STREET}']",
        f"you_can_help: [bring cake to {STREET}]",
        f"changes: [{{on: 2026-11-24, moved_to: 'Wednesday, at {STREET}'}}]",
        f"changes: [{{on: 2026-11-24, because: 'we move to {STREET}'}}]",
        f"safeguarding: Pat, {STREET}",
        f"source: {{from: list, id: '{STREET}', hash: abc}}",
        "image: {file: photos/secret-street.jpg, alt: A room}",
        f"image: {{file: photos/room.jpg, alt: The window of {STREET}}}",
        "formerly: [women-of-secret-street]",
        f"anything: {STREET}",
        f"anything: {{at: {{all: [a, b, '{STREET}']}}}}",
        f"{STREET}: yes",
        "adress: the old mill",
        "area: AB1 2CD",
        f"# {STREET}",
        f"languages: [English]   # {STREET}",
    ],
)
def test_a_place_is_found_in_whatever_fact_it_stands(line: str) -> None:
    [problem] = told(f"sensitive: yes\n{line}")
    assert problem.line == (3 if line.startswith("title") else 4)
    assert problem.rule == "safe-space"


@pytest.mark.parametrize(
    "line",
    [
        "contact: {name: Asha Khan}",
        "checked: {on: 2026-11-10, by: Amina Khan}",
        "summary: Mrs Khan makes the tea",
        "contact: {email: asha.khan@example.org}",
    ],
)
def test_a_surname_is_found_in_whatever_fact_it_stands(line: str) -> None:
    [problem] = told(f"sensitive: yes\n{line}")
    assert problem.message == "This is a safe space, and line 4 has a surname."


def test_a_place_in_the_text_is_found_on_its_line() -> None:
    [problem] = told("sensitive: yes", body=f"\nWe drink tea.\n\nCome to {STREET}.\n")
    assert problem.line == 8


def test_a_place_in_the_name_of_the_file_is_found() -> None:
    assert told("sensitive: yes", slug="women-of-secret-street")


def test_a_known_area_is_no_place() -> None:
    assert told("sensitive: yes\narea: Hill Top") == []


@pytest.mark.parametrize(
    "said", ["yes", "YES", "true", "y", "on", "Yes.", "maybe", "[yes]", "'yes'"]
)
def test_whatever_is_not_no_makes_a_safe_space(said: str) -> None:
    assert is_safe_space(source(f"sensitive: {said}"))


@pytest.mark.parametrize("said", ["no", "No", "false", "off", ""])
def test_what_says_no_makes_none(said: str) -> None:
    assert not is_safe_space(source(f"sensitive: {said}"))


@pytest.mark.parametrize("name", ["sensitve", "sensative", "Sensitive", "senstive"])
def test_a_letter_wrong_in_sensitive_still_makes_one(name: str) -> None:
    assert is_safe_space(source(f"{name}: yes"))


def test_all_lines_are_named_in_one_problem_with_whom_to_phone() -> None:
    [problem] = told("sensitive: yes\nwhere:\n  address: 1 Elm Street\n  postcode: AB1 2CD")
    assert problem.message == (
        "This is a safe space, and lines 5 and 6 have a place, an address and a postcode."
    )
    assert problem.fix == (
        "Do not send it: older versions stay public. Phone Harbour Row forum, 020 7946 0123, now."
    )


def everything_told(folder: Path, files: dict[str, str]) -> str:
    problems = checked_of(folder, files).problems
    return "\n".join(report(problems) for report in REPORTS.values())


@pytest.mark.parametrize(
    "lines",
    [
        'summary: "ZZX is where we meet',
        "summary: [ZZX, ZZX",
        "summary: at ZZX #2 upstairs",
        "summary: !run ZZX now",
        "ZZX is where we meet",
        "ZZX = where we meet",
        "ZZX: 1\nZZX: 2",
        "    ZZX: 1\n  ZZX: 2\n ZZX: 3",
        "<<<<<<< ZZX\ncost: ZZX\n=======\ncost: ZZY\n>>>>>>> ZZX",
        "summary: ZZX \x01",
        "topics: [ZZX]",
        "status: ZZX",
        "number: ZZX",
        "checked: ZZX",
        "checked: 32 ZZX 2026",
        "contact: {email: ZZX}",
        "contact: {phone: ZZX}",
        "ZZX: yes",
        "organiser: the ZZX",
        "organiser: {ZZX: yes}",
    ],
)
def test_no_problem_of_a_safe_space_repeats_what_it_says(lines: str, tmp_path: Path) -> None:
    text = f"---\ntitle: A quiet hour\nsensitive: yes\n{lines}\n---\n"
    answer = everything_told(tmp_path, {"groups/quiet.md": text})
    assert "ZZX" not in answer
    assert "A quiet hour" not in answer


@pytest.mark.parametrize("encoding", ["cp1252", "utf-16"])
def test_no_problem_of_a_safe_space_repeats_it_whatever_the_encoding(
    encoding: str, tmp_path: Path
) -> None:
    text = '---\ntitle: "ZZX café\nsensitive: yes\n---\n'
    (tmp_path / "content" / "groups").mkdir(parents=True)
    (tmp_path / "content" / "groups" / "quiet.md").write_bytes(text.encode(encoding))
    answer = everything_told(tmp_path, {})
    assert "quiet.md" in answer
    assert "ZZX" not in answer


def test_an_unreadable_entry_in_a_list_with_a_safe_space_is_not_repeated(tmp_path: Path) -> None:
    text = "- slug: one\n  title: One\n- slug: two\n  sensitive: true\n  title: 'ZZX\n"
    assert "ZZX" not in everything_told(tmp_path, {"groups/quiet.yaml": text})


def test_a_problem_of_a_safe_space_still_says_what_and_where(tmp_path: Path) -> None:
    text = "---\ntitle: A quiet hour\nsensitive: yes\nstatus: pausd\n---\n"
    answer = as_text(checked_of(tmp_path, {"groups/quiet.md": text}).problems)
    assert answer.startswith(
        "content/groups/quiet.md, line 4: A safe space  [words-known]\n"
        "  “…” is not a status we know. It is not shown, because this is a safe space. "
        "Phone Harbour Row forum, 020 7946 0123, before you send it.\n"
    )


HALL = "---\ntitle: Garden Hall\n---\n"


@pytest.mark.parametrize(
    "lines",
    ["summary: We are in the garden hall", "works_with: [garden-hall]", "cost: Pay at Garden-Hall"],
)
def test_a_place_of_the_guide_is_not_named_by_a_safe_space(lines: str, tmp_path: Path) -> None:
    quiet = f"---\ntitle: A quiet hour\nsensitive: yes\n{lines}\n---\n"
    files = {"places/garden-hall.md": HALL, "groups/quiet.md": quiet}
    [problem] = checked_of(tmp_path, files).problems
    assert (problem.rule, problem.line, problem.source_line) == ("safe-space", 4, "")


def test_a_place_of_the_guide_in_the_text_of_a_safe_space_is_noticed(tmp_path: Path) -> None:
    quiet = "---\ntitle: A quiet hour\nsensitive: yes\n---\nTea.\n\nThen the garden hall.\n"
    files = {"places/garden-hall.md": HALL, "groups/quiet.md": quiet}
    checked = checked_of(tmp_path, files)
    assert [problem.line for problem in checked.problems] == [7]
    assert [entry.slug for entry in checked.entries] == ["garden-hall"]


def test_an_opening_line_may_ask_for_a_place(tmp_path: Path) -> None:
    quiet = "---\ntitle: Quiet\nsensitive: yes\ncontact: {say: Is the garden hall open?}\n---\n"
    files = {"places/garden-hall.md": HALL, "groups/quiet.md": quiet}
    assert checked_of(tmp_path, files).problems == ()


FACTS = st.sampled_from(["title", "summary", "cost", "anything", "contact", "when"])
AROUND = st.text("abc ,.", max_size=9)


@given(FACTS, AROUND, AROUND)
def test_a_postcode_is_found_wherever_it_is_put(where: str, before: str, after: str) -> None:
    facts = f"sensitive: yes\n{where}: '{before} AB1 2CD {after}'"
    entry, problems = read_entry(source(facts), context())
    assert entry is None
    assert [problem.rule for problem in problems] == ["safe-space"]


@pytest.mark.parametrize(
    "line",
    [
        "safeguarding: Asha Patel is responsible.",
        "summary: Tea with Asha Patel.",
        "works_with: [14-mill-road]",
        "organiser: 14-mill-road",
        "contact: {website: https://example.org/14-mill-road}",
        "checked: 2026-11-03, by Amina Begum",
    ],
)
def test_a_surname_and_a_slug_that_is_an_address_are_found(line: str) -> None:
    contact = "" if line.startswith("contact") else "contact: {name: Asha, phone: 07700 900123}\n"
    raw = f"---\ntitle: A quiet hour\nsensitive: yes\n{contact}{line}\n---\n".encode()
    reading = read_bytes(raw, "content/groups/quiet.md", Kind.GROUP)
    problems = [problem for each in reading.sources for problem in secrets_in(each, context())]
    assert [problem.rule for problem in problems] == ["safe-space"]


def test_an_address_over_two_lines_of_the_text_is_found() -> None:
    raw = b"---\ntitle: A quiet hour\nsensitive: yes\n---\nWe meet at 14 Mill\nRoad each week.\n"
    reading = read_bytes(raw, "content/groups/quiet.md", Kind.GROUP)
    problems = [problem for each in reading.sources for problem in secrets_in(each, context())]
    assert [problem.line for problem in problems] == [5]


def test_a_warning_about_a_safe_space_quotes_nothing(tmp_path: Path) -> None:
    text = "---\ntitle: Quiet\nsensitive: yes\nworks_with: [zzcanary-circle]\n---\n"
    checked = checked_of(tmp_path, {"groups/quiet.md": text})
    assert [problem.rule for problem in checked.problems] == ["mesh-known"]
    assert "zzcanary" not in as_text(checked.problems)


def test_nothing_happens_at_a_safe_space_in_public(tmp_path: Path) -> None:
    place = "---\ntitle: Quiet house\nsensitive: yes\n---\n"
    event = "---\ntitle: Supper\nwhen: Mondays, 7pm to 9pm\nwhere: quiet-house\n---\n"
    files = {"places/quiet-house.md": place, "events/supper.md": event}
    checked = checked_of(tmp_path, files)
    assert [entry.slug for entry in checked.entries] == ["quiet-house"]


def test_nothing_after_sensitive_is_asked_about(tmp_path: Path) -> None:
    text = "---\ntitle: Quiet\nsensitive:\nwhere: {address: 14 Mill Road}\n---\n"
    checked = checked_of(tmp_path, {"groups/quiet.md": text})
    assert checked.entries == ()
