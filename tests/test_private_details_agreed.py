"""What belongs to one person is asked about wherever it stands, until the person has agreed."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from builders import TODAY, checked_of
from checks_page import ROOT, TINY
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace
from shipped import needs_the_example

from doorstep.checking import check_site
from doorstep.checks import private_details_agreed
from doorstep.loading import read_config
from doorstep.problems import Level, Problem
from doorstep.reports import REPORTS

OFFER = "side: give\nexpires: 2026-12-19\nchecked: 2026-11-20, by phone, Amina"
SERVICE = "side: get"
MOBILE, NHS, NI = "07700 900 999", "943 476 5919", "AB 12 34 56 C"


def told(folder: Path, name: str, facts: str, body: str = "", **more: Any) -> list[Problem]:
    """Return what is said of one entry with these facts, beside some others."""
    title = "" if "title:" in facts else "title: Lifts to town\n"
    files = {name: f"---\n{title}{facts}\n---\n{body}\n", **more.pop("files", {})}
    problems = checked_of(folder, files, **more).problems
    return [problem for problem in problems if problem.rule != "offers-end"]


def rules(problems: list[Problem]) -> list[str]:
    return [problem.rule for problem in problems]


def agreed(detail: str, entry: str = "lifts", day: str = "3 November 2026") -> dict[str, Any]:
    return {"may_be_public": [{"entry": entry, "detail": detail, "agreed": day, "by": "Amina"}]}


@pytest.mark.parametrize(
    "facts",
    [
        f"contact: {{name: Joe, phone: {MOBILE}}}",
        f"contact: {{name: Joe, text: {MOBILE}}}",
        f"contact: {{whatsapp: {MOBILE}}}",
        f"contact: {{phone: 020 7946 0123, best_time: 'or {MOBILE}'}}",
        f"summary: Ring {MOBILE}",
        f"come_along: Text Joe on {MOBILE}",
        f"you_can_help: ['ring {MOBILE}']",
        f"# Joe is on {MOBILE}",
        f"cost: Free  # {MOBILE}",
        f"image: {{file: photos/car.jpg, alt: Joe beside a car with {MOBILE} on it}}",
        "image: {file: photos/joe-07700-900-999.jpg, alt: A car}",
        'summary: "Ring 07700 \\\n  900 999"',
    ],
)
def test_a_mobile_on_an_offer_is_found_in_whatever_fact_it_stands(
    facts: str, tmp_path: Path
) -> None:
    problems = told(tmp_path, "help/lifts.md", f"{OFFER}\n{facts}")
    found = [one for one in problems if one.rule == "private-details"]
    assert [one.level for one in found] == [Level.WARNING]
    assert found[0].line == 6
    assert "one person's own mobile number" in found[0].message


def test_a_mobile_in_the_text_of_an_offer_is_found_on_its_line(tmp_path: Path) -> None:
    [problem] = told(tmp_path, "help/lifts.md", OFFER, f"Joe drives.\n\nRing {MOBILE}.")
    assert problem.line == 9


def test_a_mobile_in_the_name_of_a_file_is_found_and_the_name_is_not_repeated(
    tmp_path: Path,
) -> None:
    [problem] = told(tmp_path, "help/lifts-07700900999.md", OFFER)
    assert problem.message.startswith("The name of this file has one person's own mobile number.")
    assert problem.file == "content/help/lifts-…………………………….md"


@pytest.mark.parametrize(
    "files",
    [
        {"groups/drivers.md": f"title: Drivers\ncontact: {{text: {MOBILE}}}"},
        {"places/garage.md": f"title: Garage\ncontact: {{phone: {MOBILE}}}"},
    ],
)
def test_a_number_that_a_group_or_a_place_gives_too_passes_people_on(
    files: dict[str, str], tmp_path: Path
) -> None:
    entries = {name: f"---\n{facts}\n---\n" for name, facts in files.items()}
    facts = f"{OFFER}\ncontact: {{name: Joe, phone: {MOBILE}}}"
    assert told(tmp_path, "help/lifts.md", facts, files=entries) == []


def test_the_guides_own_number_passes_people_on(tmp_path: Path) -> None:
    line = {"name": "Forum", "phone": "020 7946 0123", "text": MOBILE}
    facts = f"{OFFER}\ncontact: {{name: Joe, text: {MOBILE}}}"
    assert told(tmp_path, "help/lifts.md", facts, help_line=line) == []


@pytest.mark.parametrize(
    ("name", "facts"),
    [
        ("groups/choir.md", f"contact: {{name: Pat, phone: {MOBILE}}}"),
        ("events/fair.md", f"when: Every Monday, 2pm\ncontact: {{phone: {MOBILE}}}"),
        ("help/bank.md", f"{SERVICE}\ncontact: {{name: The food bank, phone: {MOBILE}}}"),
        (
            "help/bank.md",
            f"{SERVICE}\ncontact: {{name: Jas, phone: 020 7946 0216, text: {MOBILE}}}",
        ),
        ("help/bank.md", f"{SERVICE}\ncontact: {{phone: {MOBILE}}}"),
    ],
)
def test_a_groups_mobile_is_no_private_detail(name: str, facts: str, tmp_path: Path) -> None:
    assert told(tmp_path, name, facts) == []


def test_help_from_one_person_has_a_mobile_of_theirs(tmp_path: Path) -> None:
    facts = f"{SERVICE}\ncontact: {{name: Jas, phone: {MOBILE}}}"
    assert rules(told(tmp_path, "help/lifts.md", facts)) == ["private-details"]


HALL = "---\ntitle: Garden Hall\nwhere: {address: 28 High St, lat: 53.7025, lon: -3.2990}\n---\n"


@pytest.mark.parametrize(
    ("name", "facts", "body"),
    [
        ("help/lifts.md", f"{OFFER}\nwhere: {{address: 12 Beacon Terrace}}", ""),
        ("help/lifts.md", f"{OFFER}\nwhere: {{address: 14 Fountainbridge}}", ""),
        ("help/lifts.md", f"{OFFER}\ncome_along: Come to 12 Beacon Terrace", ""),
        ("help/lifts.md", OFFER, "Ring at 12 Beacon Terrace."),
        (
            "help/lifts.md",
            f"{SERVICE}\ncontact: {{name: Joe}}\nwhere: {{address: 3 Mill Lane}}",
            "",
        ),
        ("help/lifts.md", SERVICE, "Flat 3 is where we sew."),
        ("stories/joe.md", "consent: {on: 2026-11-03, kept_by: Pat}", "In 12 Beacon Terrace."),
        ("pages/us.md", "summary: Who we are", "Letters go to 12 Beacon Terrace."),
        ("groups/tea.md", "summary: Tea", "We meet at my house, 12 Beacon Terrace."),
        ("groups/tea.md", "where: {name: Pat's flat, address: 12 Beacon Terrace}", ""),
        ("groups/tea.md", "where: {address: 'Flat 2, 12 Beacon Terrace'}", ""),
        ("events/tea.md", "when: Every Monday, 2pm\ncome_along: At home, 12 Beacon Terrace", ""),
    ],
)
def test_an_address_that_may_be_a_home_is_found(
    name: str, facts: str, body: str, tmp_path: Path
) -> None:
    [problem] = told(tmp_path, name, facts, body)
    assert "an address that may be somebody's home" in problem.message


@pytest.mark.parametrize(
    ("name", "facts", "body"),
    [
        ("help/lifts.md", f"{OFFER}\nwhere: {{address: 28 High Street}}", "At 28 High Street."),
        ("help/lifts.md", f"{OFFER}\nwhere: {{name: Peace Church, address: 3 Mill Lane}}", ""),
        ("help/bank.md", f"{SERVICE}\nwhere: {{name: Corner House, address: 3 Mill Lane}}", ""),
        ("help/bank.md", SERVICE, "The office is at 3 Mill Lane."),
        ("stories/joe.md", "consent: {on: 2026-11-03, kept_by: Pat}", "In 28 High Street."),
        ("groups/tea.md", "where: {address: 3 Mill Lane}", "The door is beside 5 Mill Lane."),
        ("events/tea.md", "when: Every Monday, 2pm\nwhere: {address: 'Flat 29, Mill Court'}", ""),
        ("places/flat.md", "where: {address: 'Flat 1, 3 Mill Lane'}", ""),
    ],
)
def test_where_anybody_may_come_is_no_home(
    name: str, facts: str, body: str, tmp_path: Path
) -> None:
    assert told(tmp_path, name, facts, body, files={"places/hall.md": HALL}) == []


@pytest.mark.parametrize("secret", [NHS, NI, "DOB 3/4/1961", "born on 3 April 1961"])
@pytest.mark.parametrize("name", ["groups/tea.md", "places/tea.md", "help/tea.md", "pages/tea.md"])
def test_a_number_for_life_is_found_in_every_kind_of_entry(
    name: str, secret: str, tmp_path: Path
) -> None:
    side = f"{SERVICE}\n" if name.startswith("help") else ""
    for facts, body in ((f"{side}summary: Joe {secret}", ""), (f"{side}cost: Free", secret)):
        assert rules(told(tmp_path, name, facts, body)) == ["private-details"]


def test_each_entry_of_a_file_of_several_is_asked_about_for_itself(tmp_path: Path) -> None:
    text = (
        f"- {{slug: a, title: A, side: give, expires: 2026-12-19, summary: {MOBILE}}}\n"
        f"- {{slug: b, title: B, side: get, summary: {MOBILE}}}\n# {NI}\n"
    )
    problems = checked_of(tmp_path, {"help/list.yaml": text}, **agreed("mobile", "a")).problems
    assert [(one.rule, one.line) for one in problems] == [("private-details", 3)]


def test_what_the_person_agreed_to_is_not_asked_about(tmp_path: Path) -> None:
    facts = f"{OFFER}\ncontact: {{phone: {MOBILE}}}"
    assert told(tmp_path, "help/lifts.md", facts, **agreed("mobile")) == []


def test_an_agreement_is_about_one_detail_of_one_entry(tmp_path: Path) -> None:
    facts = f"{OFFER}\nsummary: Joe {NI}\ncontact: {{phone: {MOBILE}}}"
    problems = told(tmp_path, "help/lifts.md", facts, **agreed("mobile"))
    assert ["National Insurance" in one.message for one in problems] == [True]


def test_how_to_agree_is_said_with_the_slug_and_never_the_number(tmp_path: Path) -> None:
    [problem] = told(tmp_path, "help/lifts.md", f"{OFFER}\ncontact: {{phone: {MOBILE}}}")
    assert problem.fix == (
        "Give the number of Harbour Row forum, 020 7946 0123, or a group's, and let them pass "
        "people on. If the person agreed, the settings can say so: may_be_public: "
        "[{entry: lifts, detail: mobile, agreed: 22 November 2026, by: Amina}]"
    )


def of_settings(folder: Path, lines: str) -> list[Problem]:
    """Return what is said of the small guide with these lines in its settings."""
    path = folder / "site.yaml"
    path.write_text(f"{(TINY / 'site.yaml').read_text('utf-8')}\n{lines}\n", "utf-8")
    config, problems = read_config(path)
    assert config, problems
    return list(check_site(config, TINY / "content", TODAY, jobs=1).problems)


AGREED = "may_be_public:\n  - {entry: %s, detail: %s, agreed: %s, by: Amina}"


def test_an_agreement_about_an_unknown_entry_names_the_nearest(tmp_path: Path) -> None:
    [problem] = of_settings(tmp_path, AGREED % ("listener-wanted", "mobile", "3 November 2026"))
    assert (problem.rule, problem.level) == ("agreements-known", Level.WARNING)
    assert problem.fix == "Did you mean “listeners-wanted” (Listeners wanted)?"
    assert "listeners-wanted" in problem.corrected
    assert problem.file == "site.yaml"


def test_an_agreement_that_is_no_longer_needed_is_only_said(tmp_path: Path) -> None:
    [problem] = of_settings(tmp_path, AGREED % ("listeners-wanted", "mobile", "3 November 2026"))
    assert (problem.rule, problem.level) == ("agreements-needed", Level.NOTE)


def test_an_agreement_that_is_still_to_come_is_asked_about(tmp_path: Path) -> None:
    [problem] = of_settings(tmp_path, AGREED % ("listeners-wanted", "mobile", "3 November 2027"))
    assert (problem.rule, problem.level) == ("agreements-dated", Level.WARNING)


def test_nothing_private_of_a_safe_space_can_be_agreed_to(tmp_path: Path) -> None:
    [problem] = of_settings(tmp_path, AGREED % ("a-group-for-women", "email", "3 November 2026"))
    assert (problem.rule, problem.level) == ("agreements-kept", Level.WARNING)


def test_an_agreement_about_an_entry_that_cannot_be_read_is_left_alone(tmp_path: Path) -> None:
    files = {"help/lifts.md": "---\ntitle: 'Lifts\n---\n"}
    problems = checked_of(tmp_path, files, **agreed("mobile")).problems
    assert not any(rule.startswith("agreements") for rule in rules(list(problems)))


def test_a_number_for_life_in_the_settings_is_found(tmp_path: Path) -> None:
    [problem] = of_settings(tmp_path, f"# {NI}")
    assert (problem.file, problem.rule) == ("site.yaml", "private-details")


def test_a_number_for_life_among_the_words_people_type_is_found(tmp_path: Path) -> None:
    problems = checked_of(tmp_path, {"synonyms.yaml": f"means:\n  joe {NHS}: lifts\n"}).problems
    assert ("content/synonyms.yaml", "private-details") in [(p.file, p.rule) for p in problems]


SAFE = "---\ntitle: A quiet hour\nsensitive: yes\ncontact: {name: Asha, phone: 07700 900134}\n"


def test_a_safe_space_may_have_a_mobile(tmp_path: Path) -> None:
    assert checked_of(tmp_path, {"groups/quiet.md": f"{SAFE}---\n"}).problems == ()


@pytest.mark.parametrize("secret", [NHS, NI, "DOB 3/4/1961"])
def test_a_number_for_life_in_a_safe_space_keeps_it_back_whoever_agreed(
    secret: str, tmp_path: Path
) -> None:
    details = {NHS: "NHS number", NI: "NI number"}
    files = {"groups/quiet.md": f"{SAFE}---\n{secret}\n"}
    yes = agreed(details.get(secret, "date of birth"), "quiet")
    checked = checked_of(tmp_path, files, **yes)
    stops = [one for one in checked.problems if one.level is Level.ERROR]
    assert [(one.rule, one.line, one.about) for one in stops] == [("safe-space", 6, "A safe space")]
    assert checked.entries == ()


PRIVATE = {
    "07700 900 987": "900",
    "O77OO 9OO987": "987",
    "943 476 5919": "5919",
    "NHS no. 943-476-5919": "476",
    "CE 10 29 38 A": "29",
    "born 13/4/1961": "1961",
    "DOB: 13.4.61": "13",
    "susan.quartz@gmail.com": "quartz",
    "Flat 47, 86 Quartz Terrace": "uartz",
    "86 Quartz Terrace": "uartz",
    "sort code 98-76-54 account 98769876": "9876",
    "passport number 987698769": "9876",
}
"""What is private, and a part of it that stands nowhere else."""

PLACES = (
    "title: {}",
    "number: '{}'",
    f"summary: {{}}{' and more' * 20}",
    "come_along: {}",
    "organiser: choire  # {}",
    "works_with: [choire]  # {}",
    "languages: [English]\ncost: {}",
    "topics: [company]\n# {}",
    "topics: ['{}']",
    "area: '{}'",
    "you_can_help: ['{}']",
    "status: {}",
    "'{}': yes",
    "where: {}",
    "contact: {{name: '{}'}}",
    "image: {{file: photos/none.jpg, alt: '{}'}}",
    "image: {{file: 'photos/{}.jpg', alt: A car}}",
    "safeguarding: {}",
)
"""Where it may stand, with much beside it that is asked about."""


def repeated(folder: Path, words: str, place: str) -> bool:
    """Say whether any report on an offer repeats what it has here, and in its text."""
    facts = place.format(words)
    problems = told(folder, "help/lifts.md", f"{OFFER}\n{facts}", f"[x](/groups/y/) {words}\n")
    assert problems
    return any(PRIVATE[words] in report(problems) for report in REPORTS.values())


@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(words=st.sampled_from(sorted(PRIVATE)), place=st.sampled_from(PLACES))
def test_no_report_repeats_a_private_detail(words: str, place: str, tmp_path: Path) -> None:
    assert not repeated(tmp_path, words, place)


@pytest.mark.hard
@pytest.mark.parametrize("words", PRIVATE)
def test_no_report_repeats_any_private_detail_wherever_it_stands(
    words: str, tmp_path: Path, tried: Callable[[str, int], None]
) -> None:
    tried("Private details of one person, anywhere in an offer of help", len(PLACES))
    assert [place for place in PLACES if repeated(tmp_path, words, place)] == []


@pytest.mark.whole
@needs_the_example
def test_the_example_guide_has_nothing_private() -> None:
    config, _ = read_config(ROOT / "site.yaml")
    assert config is not None
    problems = check_site(config, ROOT / "content", TODAY, jobs=1).problems
    assert [one for one in problems if one.rule == "private-details"] == []


PIECES = (
    *(MOBILE, NHS, NI, "jane.smith@gmail.com", "walkers@gmail.com", "at my house, 12 Mill Lane"),
    *("12 Mill Lane", "Flat 3", "born 3 April 1961", "sort code 12-34-56", "020 7946 0123"),
    *("our hall, 12 Mill Lane", "Jane Smith", "Walkers", "Come along", "07700-900-998"),
)
OTHERS = (
    {},
    {"places/hall.md": "---\ntitle: Hall\naddress: 12 Mill Lane\n---\n"},
    {"groups/walkers.md": f"---\ntitle: Jane Smith's walkers\ncontact: {{phone: {MOBILE}}}\n---\n"},
)


@given(
    name=st.sampled_from(["help/lifts.md", "groups/lifts.md", "pages/lifts.md", "places/lifts.md"]),
    pieces=st.lists(st.sampled_from(PIECES), max_size=4),
    others=st.sampled_from(OTHERS),
)
@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_what_no_suspicion_fell_on_when_it_was_read_has_nothing_to_tell(
    name: str, pieces: list[str], others: dict[str, str], tmp_path_factory: pytest.TempPathFactory
) -> None:
    facts = f"{OFFER}\n" if name.startswith("help") else ""
    files = {name: f"---\ntitle: Lifts\n{facts}---\n{'. '.join(pieces)}\n", **others}
    draft = checked_of(tmp_path_factory.mktemp("guide"), files).draft
    told = list(private_details_agreed.check(draft))
    assert told == list(private_details_agreed.check(replace(draft, beyond_suspicion=frozenset())))


def test_an_entry_with_nothing_private_is_looked_through_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    offer = f"---\ntitle: Lifts\n{OFFER}\n---\n{MOBILE}\n"
    files = {"groups/tea.md": "---\ntitle: Tea\n---\n", "help/lifts.md": offer}
    draft = checked_of(tmp_path, files).draft
    looked: list[str] = []
    monkeypatch.setattr(
        private_details_agreed, "details_of", lambda entry, *_: looked.append(entry.slug) or []
    )
    list(private_details_agreed.check(draft))
    assert looked == ["lifts"]
