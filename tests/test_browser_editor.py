"""What the browser editor is told of a guide, and which of its files it may open."""

from __future__ import annotations

import json
import re
from textwrap import dedent
from typing import TYPE_CHECKING, Any

import pytest
from builders import config, source
from built_site import REPOSITORY, TINY, Site, build, copied, words_of
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from doorstep import permalinks as at
from doorstep.browser_editor import sveltia
from doorstep.browser_editor.fields import LEFT_OUT, LEFT_OUT_OF_STORIES, fields_for
from doorstep.browser_editor.opening import may_be_opened
from doorstep.browser_editor.reading import EXACT_FIGURES
from doorstep.browser_editor.repository import repository_of
from doorstep.browser_editor.shelves import SHELVES, shelves_of
from doorstep.browser_editor.wording import PATTERNS
from doorstep.details import Access, Address, Change, Contact, Photo
from doorstep.entries import MODELS
from doorstep.keys import fields_of
from doorstep.kinds import Kind
from doorstep.views.framing import SECURITY

if TYPE_CHECKING:
    from pathlib import Path

    from doorstep.browser_editor.fields import Field

CHOICES = {
    "topics": [{"label": "Someone to talk to", "value": "company"}],
    "where": [{"label": "St Anne’s Hall", "value": "st-annes-hall"}],
}
EDITED = sorted({shelf.kind for shelf in SHELVES})
every_kind = pytest.mark.parametrize("kind", EDITED)


def guide_that_says(folder: Path, settings: str, changes: dict[str, str] | None = None) -> Site:
    """Return the small guide with more in its settings and its content."""
    copied(TINY, folder / "guide", changes or {})
    with (folder / "guide" / "site.yaml").open("a", encoding="utf-8") as file:
        file.write(f"\n{settings}\n")
    return build(folder / "guide", folder / "_site")


ON_GITHUB = "repository: https://github.com/lantern/guide"
TURNED_ON = f"{ON_GITHUB}\nediting: {{browser_editor: yes}}"


@pytest.fixture(scope="module")
def edited(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """Return the small guide with the editor turned on."""
    return guide_that_says(tmp_path_factory.mktemp("edited"), TURNED_ON)


@pytest.fixture(scope="module")
def settings(edited: Site) -> dict[str, Any]:
    """Return what its editor is told."""
    told: dict[str, Any] = json.loads(edited.text(at.EDITOR_SETTINGS))
    return told


def shelf(settings: dict[str, Any], name: str) -> dict[str, Any]:
    found: dict[str, Any] = next(one for one in settings["collections"] if one["name"] == name)
    return found


def by_name(fields: list[Field]) -> dict[str, Field]:
    return {field["name"]: field for field in fields}


def is_shown(settings: dict[str, Any], name: str, slug: str) -> bool:
    return re.search(shelf(settings, name)["filter"]["pattern"], slug) is not None


def opens(facts: str, kind: Kind = Kind.GROUP, choices: Any = CHOICES) -> bool:
    return may_be_opened(source(dedent(facts), kind), fields_for(kind, choices))


def test_a_guide_that_does_not_turn_it_on_publishes_nothing_of_it(tiny: Site) -> None:
    assert [name for name in tiny.files if name.startswith(at.ADMIN)] == []
    assert tiny.mentions("sveltia") == set()


def test_a_guide_whose_files_are_not_on_github_has_no_editor(tmp_path: Path) -> None:
    site = guide_that_says(tmp_path, "editing: {browser_editor: yes}")
    assert [name for name in site.files if name.startswith(at.ADMIN)] == []


@pytest.mark.parametrize(
    ("address", "repository"),
    [
        ("https://github.com/lantern/guide", "lantern/guide"),
        ("https://github.com/lantern/guide.git", "lantern/guide"),
        ("https://github.com/lantern/guide/", "lantern/guide"),
        ("https://codeberg.example.org/lantern/guide", ""),
        ("https://github.com/lantern", ""),
    ],
)
def test_the_repository_is_known_by_its_owner_and_name(address: str, repository: str) -> None:
    assert repository_of(config(repository=address)) == repository


@every_kind
def test_every_key_is_offered_or_left_out_by_name(kind: Kind) -> None:
    left_out = {*LEFT_OUT, *(LEFT_OUT_OF_STORIES if kind is Kind.STORY else ())}
    offered = [field["name"] for field in fields_for(kind, CHOICES)]
    assert sorted([*offered, *left_out]) == sorted([*fields_of(MODELS[kind]), "body"])


@pytest.mark.parametrize(
    ("key", "model"),
    [
        ("access", Access),
        ("contact", Contact),
        ("changes", Change),
        ("image", Photo),
        ("where", Address),
    ],
)
def test_the_parts_of_a_key_are_all_offered(key: str, model: Any) -> None:
    parts = by_name(fields_for(Kind.PLACE, {}))[key]["fields"]
    assert [part["name"] for part in parts] == list(fields_of(model))


@every_kind
def test_a_field_has_to_be_filled_in_where_the_model_says_so(kind: Kind) -> None:
    needed = {key for key, field in fields_of(MODELS[kind]).items() if field.is_required()}
    fields = fields_for(kind, CHOICES)
    assert {field["name"] for field in fields if field["required"]} == needed


def test_a_plain_page_is_not_edited_there() -> None:
    assert Kind.PAGE not in EDITED


def test_no_field_is_a_calendar_which_would_write_dates_its_own_way(
    settings: dict[str, Any],
) -> None:
    assert '"datetime"' not in json.dumps(settings)


def test_topics_and_places_are_those_of_the_guide(settings: dict[str, Any]) -> None:
    fields = by_name(shelf(settings, "events")["fields"])
    assert {"label": "Food", "value": "food"} in fields["topics"]["options"]
    assert {"label": "St Anne's Hall", "value": "st-annes-hall"} in fields["where"]["options"]
    assert fields["topics"]["multiple"]
    assert not fields["where"]["multiple"]


def test_a_safe_space_is_neither_shown_nor_offered(settings: dict[str, Any]) -> None:
    assert not is_shown(settings, "groups", "a-group-for-women")
    options = by_name(shelf(settings, "groups")["fields"])["works_with"]["options"]
    assert "a-group-for-women" not in {option["value"] for option in options}


def test_what_happens_at_a_closed_place_can_still_be_edited(tmp_path: Path) -> None:
    hall = (TINY / "content/places/st-annes-hall.md").read_text("utf-8")
    closed = hall.replace("---\n", "---\nstatus: closed\n", 1)
    site = guide_that_says(tmp_path, TURNED_ON, {"places/st-annes-hall.md": closed})
    told = json.loads(site.text(at.EDITOR_SETTINGS))
    assert is_shown(told, "groups", "tea-and-talk")


def test_a_story_that_was_taken_down_is_not_offered(tmp_path: Path) -> None:
    story = (TINY / "content/stories/the-last-bench.md").read_text("utf-8")
    gone = story.replace("---\n", "---\nstatus: closed\n", 1)
    site = guide_that_says(tmp_path, TURNED_ON, {"stories/the-last-bench.md": gone})
    assert '"The last bench"' not in site.text(at.EDITOR_SETTINGS)


def test_what_is_new_is_shown_although_the_settings_do_not_know_it(
    settings: dict[str, Any],
) -> None:
    assert is_shown(settings, "groups", "knit-and-natter")


@pytest.mark.parametrize("name", ["tea-and-talk.gu", "Tea and talk", "README"])
def test_a_file_that_is_not_named_as_entries_are_is_not_shown(
    settings: dict[str, Any], name: str
) -> None:
    assert not is_shown(settings, "groups", name)


def test_a_file_with_something_to_mend_is_not_shown(tmp_path: Path) -> None:
    guide = copied(TINY, tmp_path / "guide", {"groups/choir.md": "---\ntitle: [Choir\n"})
    told = {"collections": shelves_of(guide / "content", {})}
    assert not is_shown(told, "groups", "choir")


def test_a_place_that_is_written_out_is_edited_in_a_list_of_its_own(
    settings: dict[str, Any],
) -> None:
    assert not is_shown(settings, "events", "canal-walk")
    assert is_shown(settings, "events-elsewhere", "canal-walk")
    assert not is_shown(settings, "events-elsewhere", "winter-supper")


def test_a_guide_without_areas_has_no_field_for_them() -> None:
    assert "area" not in by_name(fields_for(Kind.GROUP, {"area": []}))


def test_words_are_written_in_quotation_marks_and_nothing_is_deleted(
    settings: dict[str, Any],
) -> None:
    assert settings["output"]["yaml"] == {"quote": "double"}
    assert {one["delete"] for one in settings["collections"]} == {False}


def test_a_change_is_looked_at_before_it_goes_live(settings: dict[str, Any]) -> None:
    assert settings["publish_mode"] == "editorial_workflow"
    assert {one["publish"] for one in settings["collections"]} == {False}
    assert settings["backend"] == settings["backend"] | {
        "repo": "lantern/guide",
        "branch": "main",
        "auth_methods": ["token"],
        "open_authoring": True,
    }


KEPT = [
    "checked: 2026-11-03, by phone, Amina",
    "when: Every Tuesday, 10:30am to midday",
    "when:\n  - Every Tuesday, 10:30am to midday\n  - Last Friday of the month, 2pm",
    "topics: [company]",
    "topics: company",
    "languages: [English, Gujarati]",
    "languages: English",
    "where: st-annes-hall",
    "contact: {name: Pat, phone: 020 7946 0456}",
    'contact: {phone: "02079460456"}',
    "access:\n  step_free: yes\n  hearing_loop: not known",
    "changes:\n  - {on: 2026-11-24, cancelled: true, because: the hall is flooded}",
    "number: 127",
    "sensitive: no",
    "formerly: [tea-club]",
    "cost: # ask Pat",
]

LOST = {
    "checked: {on: 2026-11-03, by: Amina}": "its parts would go",
    "when: |\n  Every Tuesday, 2pm\n  Every Friday, 2pm": "two lines would become one",
    "topics: [tea]": "no such topic can be shown",
    "languages: English, Gujarati": "two languages would become one",
    "where: {name: The yellow box, lat: 53.70, lon: -3.3}": "an address cannot be chosen",
    "where: somewhere": "no such place can be shown",
    "contact: {phone: 02079460456}": "the first figure would go",
    "contact: {phone: +442079460456}": "the plus would go",
    "contact: Pat": "a name is not parts",
    "cost: 1.50": "the last figure would go",
    "access: {step_free: with a ramp}": "it is none of the answers",
    "changes: {on: 2026-11-24}": "a list is looked for",
    "source: {from: list, id: 0017, hash: 0e12}": "an import would not know it again",
    "summary: Tea: and talk": "the colon is not forgiven there",
    "sensitive: yes": "it is a safe space",
    "sensitive: perhaps": "it may be a safe space",
}


@pytest.mark.parametrize("facts", KEPT)
def test_an_entry_that_the_editor_writes_again_as_it_was_may_be_opened(facts: str) -> None:
    assert opens(facts)


@pytest.mark.parametrize("facts", LOST, ids=LOST.values())
def test_an_entry_of_which_something_would_be_lost_may_not_be_opened(facts: str) -> None:
    assert not opens(facts)


@pytest.mark.parametrize("number", ["1" * 5_000, "0x" + "f" * 5_000, "1e5000", "1." + "1" * 5_000])
def test_a_number_that_no_browser_can_hold_is_not_opened(number: str) -> None:
    assert not opens(f"insurance: {number}")


def test_a_position_may_end_in_a_nought() -> None:
    assert opens("where: {lat: 53.70, lon: -3.300}", Kind.PLACE, {})


def test_an_entry_without_its_first_dashes_may_not_be_opened() -> None:
    typed = source("cost: Free")
    begun_late = replace(typed, lines=typed.lines[1:])
    assert not may_be_opened(begun_late, fields_for(Kind.GROUP, CHOICES))


@given(st.text("0123456789", min_size=1, max_size=30))
def test_figures_are_opened_where_a_browser_keeps_them(figures: str) -> None:
    is_kept = len(figures) <= EXACT_FIGURES and str(int(figures)) == figures
    assert opens(f"insurance: {figures}") == is_kept
    assert opens(f'insurance: "{figures}"')


EXAMPLES = {
    "summary": ["Tea, talk and board games for anyone who would like company."],
    "checked": ["2026-11-03, by phone, Amina", "13 November 2026", "3/11/26, in person"],
    "expires": ["2026-12-19", "19 Dec"],
    "on": ["2026-11-24", "Tuesday 24 November", "the Friday after next"],
    "phone": [
        "020 7946 0456",
        "(020) 7946-0456",
        "+44 20 7946 0456",
        "999",
        "116 123",
        "01632 960 123 ext. 4",
    ],
    "text": ["07700900123", "85258"],
    "whatsapp": ["+447700900123"],
    "email": ["pat@example.org"],
    "website": ["https://www.example.org/tea", "example.org"],
    "postcode": ["AB1 2CD", "ab12cd", "EC1A 1BB"],
    "lat": ["53.7020", "53"],
    "lon": ["-3.3000", "−3.3"],
}
ODD = {
    "summary": "one " * 21,
    "phone": "ask Pat",
    "checked": "by phone",
    "email": "pat at example.org",
    "postcode": "AB1",
    "lat": "53.7020, -3.3000",
}


@pytest.mark.parametrize("key", PATTERNS)
def test_a_pattern_lets_through_what_people_write(key: str) -> None:
    pattern, _ = PATTERNS[key]
    assert [words for words in EXAMPLES[key] if not re.search(pattern, words)] == []


@pytest.mark.parametrize("key", ODD)
def test_a_pattern_stops_what_belongs_elsewhere(key: str) -> None:
    pattern, _ = PATTERNS[key]
    assert not re.search(pattern, ODD[key])


def test_the_page_about_the_editor_asks_no_other_host(edited: Site) -> None:
    page = edited.page(at.ADMIN)
    assert page.meta("Content-Security-Policy") == SECURITY
    assert [
        script.get("src") for script in page.all("script") if "//" in str(script.get("src"))
    ] == []
    assert page.meta("robots") == "noindex"
    assert ("Open the editor", "/guide/admin/editor/") in page.links()


def test_only_the_editor_itself_has_a_policy_of_its_own(edited: Site) -> None:
    """It runs apart: the promise that no other host is asked is about residents' pages."""
    policies = {page.path: page.policy for page in edited.whole_pages}
    assert policies.pop(at.EDITOR) == sveltia.SECURITY
    assert {
        policy.replace(" https://tile.openstreetmap.org", "") for policy in policies.values()
    } == {SECURITY}


def test_the_editor_is_one_version_with_its_fingerprint(edited: Site) -> None:
    page = edited.page(at.EDITOR)
    (script,) = page.all("script")
    assert (
        script.get("src") == f"https://unpkg.com/@sveltia/cms@{sveltia.VERSION}/dist/sveltia-cms.js"
    )
    assert script.get("integrity") == sveltia.INTEGRITY
    assert script.get("crossorigin") == "anonymous"
    assert page.linked("cms-config-url") == "/guide/admin/settings.json"


def test_the_editor_says_what_to_do_where_no_script_runs(edited: Site) -> None:
    page = edited.page(at.EDITOR)
    assert page.heading == "The editor needs JavaScript"
    assert ("Tell us what is wrong or missing", "/guide/add/") in page.links()


def test_a_finger_finds_the_way_without_an_account(edited: Site) -> None:
    links = [link for link in edited.page(at.ADMIN).main.iter("a") if words_of(link)]
    assert {link.get("class") for link in links} == {"button", "alone"}


def test_search_engines_are_kept_from_the_editor(edited: Site) -> None:
    assert edited.page(at.EDITOR).meta("robots") == "noindex"
    assert "/admin/" not in edited.text(at.SITEMAP)


def test_no_page_for_residents_leads_to_the_editor(edited: Site) -> None:
    leading = {
        path
        for path, page in edited.pages.items()
        for _, href in page.links()
        if "/admin/" in href and not path.startswith(at.ADMIN)
    }
    assert leading <= {at.HANDOVER}


def test_the_tests_bring_the_version_that_pages_load() -> None:
    folder = REPOSITORY / "requirements" / "sveltia"
    wanted = json.loads((folder / "package.json").read_text("utf-8"))["dependencies"]
    locked = json.loads((folder / "package-lock.json").read_text("utf-8"))["packages"]
    assert wanted == {"@sveltia/cms": sveltia.VERSION}
    assert locked["node_modules/@sveltia/cms"]["version"] == sveltia.VERSION
