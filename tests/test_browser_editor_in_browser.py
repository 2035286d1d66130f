"""What is made in the browser editor passes the check as it is, and what was there stays there."""

from __future__ import annotations

import json
import re
from base64 import b64encode
from hashlib import sha384
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import jsonschema
import pytest
from browser import new_browser
from builders import TODAY
from built_site import TINY, Site, build, checked, copied
from editor_in_browser import SCHEMA, SCRIPT, bring_sveltia, editor_of, shared
from playwright.sync_api import expect
from served import served
from visits import WCAG, axe

from doorstep import permalinks as at
from doorstep.browser_editor import sveltia

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from editor_in_browser import Editor
    from playwright.sync_api import Browser

    from doorstep.entries import Entry

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def guide(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the small guide with the editor turned on."""
    folder = copied(TINY, tmp_path_factory.mktemp("edited") / "guide", {})
    with (folder / "site.yaml").open("a", encoding="utf-8") as settings:
        settings.write("\nrepository: https://github.com/lantern/guide\n")
        settings.write("editing: {browser_editor: yes}\n")
    return folder


@pytest.fixture(scope="module")
def edited(guide: Path, tmp_path_factory: pytest.TempPathFactory) -> Site:
    """Return its finished site."""
    return build(guide, tmp_path_factory.mktemp("edited") / "_site")


@pytest.fixture(scope="module")
def written(guide: Path) -> dict[str, str]:
    """Return the files of its entries, by their paths in the repository."""
    files = sorted((guide / "content").rglob("*.md"))
    return {file.relative_to(guide).as_posix(): file.read_text("utf-8") for file in files}


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Lend a browser that has never been anywhere."""
    with new_browser() as browser:
        yield browser


@pytest.fixture(scope="module")
def editor(edited: Site, browser: Browser, written: dict[str, str]) -> Iterator[Editor]:
    """Lend the editor of that guide, signed in."""
    with editor_of(edited, browser) as editor:
        editor.sign_in(written)
        yield editor


def entries_with(guide: Path, files: dict[str, str], folder: Path) -> dict[str, Entry]:
    """Return the entries of the guide with these files in it, in which nothing is to be mended."""
    changes = {path.removeprefix("content/"): text for path, text in files.items()}
    read = checked(copied(guide, folder, changes), TODAY)
    assert read.problems == ()
    return {entry.slug: entry for entry in read.entries}


def test_the_fingerprint_is_that_of_the_script_in_the_package() -> None:
    bring_sveltia()
    fingerprint = b64encode(sha384(SCRIPT.read_bytes()).digest()).decode()
    assert f"sha384-{fingerprint}" == sveltia.INTEGRITY


def test_the_settings_are_what_the_package_says_they_may_be(edited: Site) -> None:
    bring_sveltia()
    schema = json.loads(SCHEMA.read_text("utf-8"))
    settings = json.loads(edited.text(at.EDITOR_SETTINGS))
    wrong = jsonschema.Draft7Validator(schema).iter_errors(settings)
    assert [fault.message for fault in wrong] == []


def test_a_group_made_in_the_editor_passes_the_check(
    editor: Editor, guide: Path, tmp_path: Path
) -> None:
    editor.start("groups")
    editor.write("title", "Knit and natter: the Tuesday club")
    editor.write("summary", 'Wool, needles and "talk" for anyone who would like company.')
    editor.tick("topics", "Someone to talk to", "Older people")
    editor.choose("area", "The top end")
    editor.tick("for", "Everyone")
    editor.write_lines(
        "when", "Every Tuesday, 10:30am to midday", "Last Friday of the month, 2pm to 4pm"
    )
    editor.choose("where", "St Anne's Hall")
    editor.write("cost", "1.50")
    editor.add("access")
    editor.choose("access.step_free", "Yes")
    editor.choose("access.hearing_loop", "Not known")
    editor.write("access.notes", "Ring the bell: twice.")
    editor.write_lines("languages", "English", "Norwegian")
    editor.add("contact")
    editor.write("contact.name", "Pat")
    editor.write("contact.phone", "02079460456")
    editor.write_lines("you_can_help", "make tea", "wind wool, or sort needles")
    editor.choose_several("works_with", "The Pear Tree Garden")
    editor.write("checked", "13 November 2026, by phone, Amina")
    editor.write("body", "Bring what you are making.")
    editor.save()
    path = "content/groups/knit-and-natter-the-tuesday-club.md"
    entries = entries_with(guide, {path: editor.files()[path]}, tmp_path / "guide")
    made = entries["knit-and-natter-the-tuesday-club"]
    assert made.title == "Knit and natter: the Tuesday club"
    assert made.topics == ("company", "older-people")
    assert [line.text for line in made.when] == [
        "Every Tuesday, 10:30am to midday",
        "Last Friday of the month, 2pm to 4pm",
    ]
    assert (made.cost, made.contact.phone) == ("1.50", "020 7946 0456")
    assert made.languages == ("English", "Norwegian")
    assert made.you_can_help == ("make tea", "wind wool, or sort needles")
    assert made.works_with == ("pear-tree-garden",)
    assert made.body.strip() == "Bring what you are making."


def test_an_event_made_in_the_editor_passes_the_check(
    editor: Editor, guide: Path, tmp_path: Path
) -> None:
    editor.start("events")
    editor.write("title", "Soup at the hall")
    editor.write("summary", "Hot soup and bread, as long as they last.")
    editor.tick("topics", "Food")
    editor.tick("for", "Everyone")
    editor.write_lines("when", "Every Saturday until 19 December 2026, 12.30pm to 2pm")
    editor.choose("where", "St Anne's Hall")
    editor.add("changes")
    editor.write("changes.0.on", "5 December 2026")
    editor.choose("changes.0.cancelled", "Yes")
    editor.write("changes.0.because", "the hall is a polling station")
    editor.write("cost", "Free")
    editor.add("contact")
    editor.write("contact.phone", "+44 20 7946 0456")
    editor.write("checked", "2026-11-13, in person, Joe")
    editor.save()
    path = "content/events/soup-at-the-hall.md"
    entries = entries_with(guide, {path: editor.files()[path]}, tmp_path / "guide")
    (change,) = entries["soup-at-the-hall"].changes
    assert change.cancelled


def test_a_green_space_made_in_the_editor_passes_the_check(
    editor: Editor, guide: Path, tmp_path: Path
) -> None:
    editor.start("green-spaces")
    editor.write("title", "Towpath corner")
    editor.write("summary", "A bench, a tree and the water.")
    editor.tick("topics", "Gardens and outdoors")
    editor.tick("for", "Everyone")
    editor.write_lines("open", "Any time")
    editor.add("where")
    editor.write("where.address", "Canal Side")
    editor.write("where.postcode", "ab1 2cd")
    editor.write("where.lat", "53.6510")
    editor.write("where.lon", "-3.4020")
    editor.write("checked", "13 November 2026, in person, Joe")
    editor.save()
    path = "content/green-spaces/towpath-corner.md"
    entries = entries_with(guide, {path: editor.files()[path]}, tmp_path / "guide")
    address = entries["towpath-corner"].address
    assert address is not None
    assert (address.postcode, address.lat, address.lon) == ("AB1 2CD", 53.651, -3.402)


OPENED = (
    ("groups", "tea-and-talk"),
    ("events", "winter-supper"),
    ("green-spaces", "pear-tree-garden"),
    ("places", "st-annes-hall"),
    ("help", "lifts-to-the-surgery"),
    ("stories", "the-last-bench"),
    ("events-elsewhere", "canal-walk"),
)


@pytest.mark.parametrize(("shelf", "slug"), OPENED, ids=lambda part: part)
def test_what_is_not_changed_in_the_editor_stays_as_it_was(
    editor: Editor, guide: Path, tmp_path: Path, shelf: str, slug: str
) -> None:
    editor.open(shelf, slug)
    editor.write("summary", "One sentence, and another one.")
    editor.save()
    path = f"content/{shelf.removesuffix('-elsewhere')}/{slug}.md"
    before = entries_with(guide, {}, tmp_path / "before")[slug]
    after = entries_with(guide, {path: editor.files()[path]}, tmp_path / "after")[slug]
    assert after.model_dump(exclude={"summary"}) == before.model_dump(exclude={"summary"})
    assert after.summary == "One sentence, and another one."
    assert after.body.strip() == before.body.strip()


def test_the_longer_text_is_kept_mark_for_mark(editor: Editor, written: dict[str, str]) -> None:
    path = "content/groups/pear-tree-gardeners.md"
    text = written[path].rstrip().rpartition("\n---\n")[2]
    longer = f"{text}\n\n- *tea*, 3 * 4 cups\n- <b> & [a link](../places/st-annes-hall.md)"
    editor.open("groups", "pear-tree-gardeners")
    editor.write("body", longer)
    editor.save()
    assert editor.files()[path].endswith(f"\n---\n\n{longer}\n")


def test_a_safe_space_cannot_be_opened(editor: Editor) -> None:
    editor.show("groups")
    expect(editor.page.get_by_text("Tea and talk", exact=True).first).to_be_visible()
    expect(editor.page.get_by_text("A group for women")).to_have_count(0)


def test_no_photo_goes_up_with_the_place_it_was_taken_at(editor: Editor) -> None:
    editor.send_file("photo.jpg", b"\xff\xd8\xff\xe0 a photo")
    expect(editor.page.get_by_text("This file cannot be uploaded")).to_be_visible()
    assert "content/photos/photo.jpg" not in editor.files()


@pytest.mark.parametrize("width", [320, 1280])
def test_the_page_about_the_editor_is_for_everyone(
    edited: Site, browser: Browser, width: int
) -> None:
    with served(edited) as address:
        page = browser.new_page(viewport={"width": width, "height": 800})
        page.goto(address + at.ADMIN)
        assert axe(page, *WCAG) == []
        assert page.evaluate("document.documentElement.scrollWidth") == width
        page.close()


def test_people_sign_in_with_a_token_and_no_other_way(edited: Site, browser: Browser) -> None:
    with editor_of(edited, browser) as editor:
        editor.look()
        ways = editor.page.get_by_role("button", name=re.compile("Sign In"))
        expect(ways).to_have_accessible_name("Sign In Using Access Token")


def test_the_token_goes_to_github_and_nowhere_else(edited: Site, browser: Browser) -> None:
    with editor_of(edited, browser) as editor:
        editor.look()
        editor.page.get_by_role("button", name="Sign In Using Access Token").click()
        editor.page.get_by_role("textbox").fill("a-made-up-token")
        with editor.page.expect_request("https://api.github.com/**") as asking:
            editor.page.get_by_role("button", name="Sign In", exact=True).click()
        assert "a-made-up-token" in asking.value.headers["authorization"]
        hosts = {urlsplit(address).hostname for address in editor.asked}
    assert hosts == {"127.0.0.1", "unpkg.com", "cdn.jsdelivr.net", "api.github.com"}


def test_no_other_host_is_asked_but_for_the_script_and_the_letters(
    edited: Site, browser: Browser
) -> None:
    with editor_of(edited, browser) as editor:
        editor.sign_in({})
        elsewhere = {address for address in editor.asked if address.startswith("https:")}
    assert {one for one in elsewhere if not one.startswith(sveltia.FONTS)} == {sveltia.SCRIPT}


def test_a_script_that_was_changed_on_the_way_does_not_run(edited: Site, browser: Browser) -> None:
    with editor_of(edited, browser) as editor:
        changed = SCRIPT.read_bytes() + b"\n"
        editor.page.route(sveltia.SCRIPT, lambda route: shared(route, changed))
        with editor.page.expect_console_message(lambda said: "integrity" in said.text):
            editor.look()
        assert editor.page.evaluate("typeof window.CMS") == "undefined"
