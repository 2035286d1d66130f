"""What is wrong between entries, and that one mistake is not told as many."""

import subprocess
from pathlib import Path

import pytest
from builders import checked_of
from PIL import Image

from doorstep.problems import Level, Problem

HALL = "title: St Anne's Hall\nwhere: {address: 1 High Street, lat: 53.7025, lon: -3.2990}"


def entry(facts: str, body: str = "") -> str:
    title = "" if "title:" in facts else "title: Tea and talk\n"
    return f"---\n{title}{facts}\n---\n{body}"


def told(folder: Path, files: dict[str, str]) -> list[Problem]:
    """Return the problems of entries whose facts these are."""
    texts = {name: text if text.startswith("---") else entry(text) for name, text in files.items()}
    return list(checked_of(folder, texts).problems)


def rules(problems: list[Problem]) -> list[str]:
    return [problem.rule for problem in problems]


def test_a_place_may_be_named_by_its_slug_its_title_or_its_address(tmp_path: Path) -> None:
    named = ["st-annes-hall", "St Anne's Hall", "ST ANNES HALL", "/places/st-annes-hall/"]
    files = {f"groups/tea-{n}.md": f"where: {words}" for n, words in enumerate(named[:3])}
    assert told(tmp_path, files | {"places/st-annes-hall.md": HALL}) == []


def test_an_unknown_place_stops_its_entry_and_the_nearest_is_named(tmp_path: Path) -> None:
    files = {"places/st-annes-hall.md": HALL, "groups/tea.md": "where: st-annes-hal"}
    [problem] = told(tmp_path, files)
    assert problem.level is Level.ERROR
    assert problem.fix == "Did you mean “st-annes-hall” (St Anne's Hall)?"
    assert problem.corrected == "where: st-annes-hall"


def test_a_place_like_no_other_can_be_written_out(tmp_path: Path) -> None:
    [problem] = told(tmp_path, {"groups/tea.md": "where: the moon"})
    assert problem.fix.startswith("Or write the place out: where: {name: ")


def test_a_group_is_not_a_place(tmp_path: Path) -> None:
    files = {"groups/choir.md": "title: Choir", "groups/tea.md": "where: choir"}
    assert rules(told(tmp_path, files)) == ["places-known"]


@pytest.mark.parametrize("broken", ["", "---\ntitle: 'Hall\n---\n", entry("postcode: AB1"), "\0"])
def test_a_place_that_cannot_be_read_does_not_make_what_is_there_unknown(
    broken: str, tmp_path: Path
) -> None:
    files = {
        "places/hall.md": broken or " ",
        "events/fair.md": entry("where: hall\nwhen: Mondays, 2pm"),
    }
    problems = checked_of(tmp_path, files).problems
    assert {problem.file for problem in problems} == {"content/places/hall.md"}


def test_naming_an_entry_that_is_left_out_is_no_mistake(tmp_path: Path) -> None:
    body = "See [the club](/groups/club/)."
    tea = entry("organiser: club\nworks_with: [club]", body)
    problems = checked_of(tmp_path, {"groups/club.md": "\0", "groups/tea.md": tea}).problems
    assert {problem.file for problem in problems} == {"content/groups/club.md"}


def test_an_entry_left_out_by_a_check_takes_nothing_with_it(tmp_path: Path) -> None:
    files = {"places/hall.md": entry("where: nowhere"), "groups/tea.md": entry("where: hall")}
    checked = checked_of(tmp_path, files)
    assert rules(list(checked.problems)) == ["places-known"]
    assert [each.slug for each in checked.entries] == ["tea"]


@pytest.mark.parametrize("facts", ["organiser: choire", "works_with: [choire]"])
def test_a_link_of_the_mesh_that_leads_nowhere_is_left_out(facts: str, tmp_path: Path) -> None:
    [problem] = told(tmp_path, {"groups/choir.md": "title: Choir", "groups/tea.md": facts})
    assert problem.level is Level.WARNING
    assert problem.fix == "Did you mean “choir” (Choir)?"
    assert problem.corrected == facts.replace("choire", "choir")


def test_only_a_group_can_run_something(tmp_path: Path) -> None:
    files = {"places/hall.md": "title: Hall", "groups/tea.md": "organiser: hall"}
    assert [each.message for each in told(tmp_path, files)] == [
        "No group is called “hall”, so this link is left out."
    ]


def test_two_entries_never_share_an_address(tmp_path: Path) -> None:
    problems = told(
        tmp_path, {"events/tea.md": "when: Mondays, 2pm", "groups/tea.md": "title: Tea"}
    )
    assert [(each.file, each.rule) for each in problems] == [
        ("content/groups/tea.md", "slugs-once")
    ]
    assert problems[0].fix == "Rename one of them, for example to tea-group."


@pytest.mark.parametrize("slug", ["get", "give"])
def test_no_entry_takes_an_address_of_the_guide_itself(slug: str, tmp_path: Path) -> None:
    [problem] = told(tmp_path, {f"help/{slug}.md": "side: get"})
    assert problem.message == f"The name “{slug}” is taken by a page of the guide itself."


def test_a_number_stays_with_the_first_file_where_nothing_was_published(tmp_path: Path) -> None:
    files = {f"groups/{name}.md": entry(f"title: {name}\nnumber: 31") for name in "cab"}
    checked = checked_of(tmp_path, files)
    assert [(each.slug, each.number) for each in checked.entries] == [
        ("a", 31),
        ("b", None),
        ("c", None),
    ]
    assert [each.fix for each in checked.problems] == [
        "The next free number is 32.",
        "The next free number is 33.",
    ]


def test_a_number_stays_with_the_entry_that_was_published_first(tmp_path: Path) -> None:
    git = ["git", "-C", str(tmp_path), "-c", "user.name=Pat", "-c", "user.email=pat@example.org"]
    checked_of(tmp_path, {"groups/zebra.md": entry("number: 31")})
    for words in (["init", "-q"], ["add", "."], ["commit", "-qm", "Zebra"]):
        subprocess.run([*git, *words], check=True)
    checked = checked_of(tmp_path, {"groups/ant.md": entry("number: 31")})
    assert {each.slug: each.number for each in checked.entries} == {"ant": None, "zebra": 31}


def test_a_former_name_that_is_in_use_leads_nowhere_else(tmp_path: Path) -> None:
    files = {"groups/choir.md": "title: Choir", "groups/tea.md": "formerly: [choir]"}
    assert rules(told(tmp_path, files)) == ["addresses-kept"]


def test_a_former_name_leads_to_one_entry(tmp_path: Path) -> None:
    files = {"groups/choir.md": "formerly: [song]", "groups/tea.md": "formerly: [song]"}
    [problem] = told(tmp_path, files)
    assert problem.file == "content/groups/tea.md"


def test_the_same_former_name_of_two_kinds_is_two_addresses(tmp_path: Path) -> None:
    files = {"groups/tea.md": "formerly: [old]", "places/hall.md": "formerly: [old]"}
    assert told(tmp_path, files) == []


def test_lat_and_lon_the_wrong_way_round_get_the_two_right_lines(tmp_path: Path) -> None:
    [problem] = told(tmp_path, {"places/hall.md": "where:\n  lat: -3.299\n  lon: 53.7025"})
    assert problem.level is Level.ERROR
    assert problem.fix == "Change the two lines to:\nlat: 53.7025\nlon: -3.299"


def test_lat_and_lon_the_wrong_way_round_on_one_line_are_swapped_on_it(tmp_path: Path) -> None:
    [problem] = told(tmp_path, {"places/hall.md": "where: {lat: -3.2990, lon: 53.7025}"})
    assert problem.corrected == "where: {lon: -3.2990, lat: 53.7025}"


@pytest.mark.parametrize(
    ("place", "rule"),
    [
        ("{lat: 53.7025, lon: -3.2990}", []),
        ("{lat: 53.9, lon: -3.3}", []),
        ("{lat: 54.7, lon: -3.3}", ["positions-near"]),
        ("{lat: 53.7, lon: 3.3}", ["positions-near"]),
        ("{lat: 0, lon: 0}", ["positions-near"]),
        ("{lat: -33.9, lon: 151.2}", ["positions-near"]),
        ("{lat: 53.7025}", ["positions-whole"]),
        ("{lon: -3.2990}", ["positions-whole"]),
    ],
)
def test_a_position_is_whole_and_near(place: str, rule: list[str], tmp_path: Path) -> None:
    assert rules(told(tmp_path, {"places/hall.md": f"where: {place}"})) == rule


@pytest.mark.parametrize(
    ("link", "rule"),
    [
        ("/groups/choir/", []),
        ("/groups/choir", []),
        ("/groups/choir/#songs", []),
        ("/help/get/", []),
        ("/groups/", []),
        ("/topics/company/", []),
        ("https://www.example.org/groups/none/", []),
        ("/groups/choire/", ["links-known"]),
        ("/places/none/", ["links-known"]),
        ("javascript:alert(1)", ["links-safe"]),
        ("data:text/html,x", ["links-safe"]),
    ],
)
def test_a_link_in_the_text_leads_somewhere(link: str, rule: list[str], tmp_path: Path) -> None:
    tea = entry("summary: Tea", f"We drink tea.\n\n[Sing]({link}) with us.\n")
    problems = told(tmp_path, {"groups/choir.md": "title: Choir", "groups/tea.md": tea})
    assert [(each.rule, each.line) for each in problems] == [(each, 7) for each in rule]


def test_a_link_with_a_letter_wrong_gets_the_right_line(tmp_path: Path) -> None:
    tea = entry("summary: Tea", "[Sing](/groups/choire/) with us.\n")
    [problem] = told(tmp_path, {"groups/choir.md": "title: Choir", "groups/tea.md": tea})
    assert problem.corrected == "[Sing](/groups/choir/) with us."


def picture(folder: Path, name: str, size: int = 4) -> str:
    (folder / "content" / "photos").mkdir(parents=True)
    Image.new("RGB", (size, size)).save(folder / "content" / "photos" / name)
    return f"image: {{file: photos/{name}, alt: Tea}}"


def test_a_photo_that_is_there_is_fine(tmp_path: Path) -> None:
    assert told(tmp_path, {"groups/tea.md": picture(tmp_path, "tea.jpg")}) == []


@pytest.mark.parametrize("file", ["photos/none.jpg", "../secret.jpg", "/etc/hosts", "tea.svg"])
def test_an_entry_appears_without_a_photo_that_cannot_be_shown(file: str, tmp_path: Path) -> None:
    [problem] = told(tmp_path, {"groups/tea.md": f"image: {{file: {file}, alt: Tea}}"})
    assert (problem.rule, problem.level) == ("photos-there", Level.WARNING)
    assert problem.message.startswith(f"The photo “{file}” cannot be shown: ")


@pytest.mark.parametrize(
    ("facts", "rule"),
    [
        ("side: give", ["offers-end"]),
        ("side: give\nexpires: 2026-12-19", []),
        ("side: give\nchecked: 2026-11-03", []),
        ("side: get", []),
    ],
)
def test_an_offer_ends_some_day(facts: str, rule: list[str], tmp_path: Path) -> None:
    assert rules(told(tmp_path, {"help/lifts.md": facts})) == rule


def test_an_event_says_when_it_is(tmp_path: Path) -> None:
    files = {"events/fair.md": "title: Fair", "events/feast.md": "when: Mondays, 2pm"}
    assert [(each.file, each.rule) for each in told(tmp_path, files)] == [
        ("content/events/fair.md", "events-dated")
    ]


@pytest.mark.parametrize("what", ["cancelled: yes", "moved_to: 25 November", "where: hall"])
def test_a_changed_date_says_what_is_different(what: str, tmp_path: Path) -> None:
    changes = f"changes: [{{on: 2026-11-24, {what}}}, {{on: 2026-12-01, because: snow}}]"
    facts = f"when: Tuesdays, 2pm\n{changes}"
    problems = told(tmp_path, {"groups/tea.md": facts, "places/hall.md": "title: Hall"})
    assert [(each.rule, each.column) for each in problems] == [
        ("changes-said", changes.index("{on: 2026-12-01") + 1)
    ]


@pytest.mark.parametrize(("letters", "rule"), [(65, []), (66, ["titles-short"])])
def test_a_title_of_up_to_65_letters_is_short(
    letters: int, rule: list[str], tmp_path: Path
) -> None:
    assert rules(told(tmp_path, {"groups/tea.md": f"title: {'t' * letters}"})) == rule


@pytest.mark.parametrize(("words", "rule"), [(20, []), (21, ["summaries-short"])])
def test_a_summary_of_up_to_20_words_is_short(words: int, rule: list[str], tmp_path: Path) -> None:
    assert rules(told(tmp_path, {"groups/tea.md": f"summary: {'tea ' * words}"})) == rule


def test_what_is_only_said_keeps_nothing_out(tmp_path: Path) -> None:
    assert len(checked_of(tmp_path, {"groups/tea.md": entry(f"title: {'t' * 90}")}).entries) == 1
