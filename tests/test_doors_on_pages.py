"""The ways to put an entry right that stand on its page, and who is not offered which of them."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import parse_qs, urlsplit

import pytest
from browser import new_browser
from built_site import LAYOUTS
from diaries import guide_on

from doorstep.forms.answers import answers_of
from doorstep.forms.labels import labels_of
from doorstep.forms.prefilled import box_name
from doorstep.kinds import Kind
from doorstep.layouts import environment, render
from doorstep.views.changing import ways_to_change
from doorstep.views.entry_pages import entry_view
from doorstep.views.text_pages import text_view

if TYPE_CHECKING:
    from pathlib import Path

    from doorstep.guide import Guide

REPOSITORY = "https://github.com/example/harbour-row"
STILL_RIGHT, FORM, PENCIL = "Yes, still right", "Change this in a form", "Edit this page"
HALL = """
    ---
    title: St Anne's Hall
    where: {address: 28 High Street, postcode: HR1 2AB}
    open: Monday to Friday, 9am to 5pm
    checked: 2026-11-03, by phone
    ---
    """
TEA = """
    ---
    number: 127
    title: Tea & talk, “for all”
    summary: Tea + talk = 100% company.
    when: Every Tuesday, 10:30am to midday
    where: hall
    contact: {name: Pat, phone: 020 7946 0456}
    cost: Free
    access: {step_free: yes, notes: Ring the bell}
    languages: [English, ગુજરાતી]
    {{more}}
    ---
    Bring a friend.

    - tea
    - & talk
    """


def tea(more: str = "checked: 2026-11-03, by phone") -> str:
    return TEA.replace("{{more}}", more)


def guide(folder: Path, files: dict[str, str], repository: str = REPOSITORY) -> Guide:
    return guide_on(folder, {"places/hall.md": HALL, **files}, repository=repository)


def doors(folder: Path, text: str, path: str = "groups/tea.md") -> dict[str, str]:
    """Return the addresses of the ways that stand on a page, by their words."""
    made = guide(folder, {path: text})
    slug = path.rpartition("/")[2].removesuffix(".md")
    found = ways_to_change(made, made.catalogue.by_slug[slug])
    return {link.text: link.href for link in found.links} if found else {}


def boxes_in(address: str) -> dict[str, str]:
    """Return what an address fills in, by the id of the box."""
    return {name: words for name, (words,) in parse_qs(urlsplit(address).query).items()}


def drawn(made: Guide, slug: str) -> str:
    entry = made.catalogue.by_slug[slug]
    is_text = entry.kind in (Kind.STORY, Kind.PAGE)
    layout, view = ("text.html", text_view) if is_text else ("entry.html", entry_view)
    return render(environment(LAYOUTS), layout, view(made, entry)).decode()


def test_an_entry_has_one_tap_its_form_and_its_file(tmp_path: Path) -> None:
    found = doors(tmp_path, tea())
    assert list(found) == [STILL_RIGHT, FORM, PENCIL]
    assert found[PENCIL] == f"{REPOSITORY}/edit/main/content/groups/tea.md"
    assert boxes_in(found[STILL_RIGHT])["template"] == "still-right.yml"


def test_the_form_of_a_change_is_filled_in_with_what_the_entry_says(tmp_path: Path) -> None:
    filled = boxes_in(doors(tmp_path, tea())[FORM])
    assert filled["template"] == "change-group.yml"
    assert filled["entry"] == "127, Tea & talk, “for all” (tea)"
    assert filled["place"] == "St Anne's Hall"
    assert filled["summary"] == "Tea + talk = 100% company."


def test_the_way_without_an_account_comes_first(tmp_path: Path) -> None:
    html = drawn(guide(tmp_path, {"groups/tea.md": tea()}), "tea")
    in_order = ("Tell us it is wrong", "With a GitHub account:", STILL_RIGHT, FORM, PENCIL)
    places = [html.index(words) for words in in_order]
    assert places == sorted(places)
    assert 'href="/guide/add/#wrong"' in html


def test_without_files_on_github_no_word_of_it_is_there(tmp_path: Path) -> None:
    made = guide(tmp_path, {"groups/tea.md": tea()}, repository="")
    assert ways_to_change(made, made.catalogue.by_slug["tea"]) is None
    assert "github" not in drawn(made, "tea").casefold()


def test_a_safe_space_has_the_phone_alone(tmp_path: Path) -> None:
    text = """
        ---
        title: A group for women
        contact: {name: Asha, phone: 07700 900123}
        checked: 2026-11-03, by phone
        sensitive: yes
        ---
        """
    made = guide(tmp_path, {"groups/women.md": text})
    html = drawn(made, "women")
    assert ways_to_change(made, made.catalogue.by_slug["women"]) is None
    assert "Wrong? Phone us" in html
    assert "github.com" not in html


def test_what_has_closed_is_not_filled_into_a_form(tmp_path: Path) -> None:
    found = doors(tmp_path, tea("status: closed"))
    assert list(found) == [PENCIL]


def test_an_offer_that_has_ended_is_not_filled_into_a_form(tmp_path: Path) -> None:
    text = """
        ---
        title: Lifts to the surgery
        side: give
        expires: 2026-11-01
        checked: 2026-10-03, by phone
        ---
        """
    assert list(doors(tmp_path, text, "help/lifts.md")) == [PENCIL]


def test_what_nobody_could_confirm_can_be_confirmed_with_one_tap(tmp_path: Path) -> None:
    found = doors(tmp_path, tea("checked: 2025-06-03, by phone"))
    assert list(found) == [STILL_RIGHT, PENCIL]


def test_what_is_paused_can_be_changed(tmp_path: Path) -> None:
    assert FORM in doors(tmp_path, tea("status: paused"))


def test_a_story_is_changed_but_never_checked(tmp_path: Path) -> None:
    text = """
        ---
        title: Manju's garden
        consent: {on: 2026-10-03, kept_by: the forum}
        ---
        I grew one.
        """
    made = guide(tmp_path, {"stories/manju.md": text})
    html = drawn(made, "manju")
    assert FORM in html
    assert STILL_RIGHT not in html


def test_a_story_that_was_taken_down_leads_nowhere(tmp_path: Path) -> None:
    text = """
        ---
        title: Manju's garden
        status: closed
        consent: {on: 2026-10-03, kept_by: the forum}
        ---
        I grew one.
        """
    assert doors(tmp_path, text, "stories/manju.md") == {}


def test_the_page_on_staying_safe_has_no_way_to_another_host(tmp_path: Path) -> None:
    text = "---\ntitle: Staying safe online\n---\nUse a library computer.\n"
    html = drawn(guide(tmp_path, {"pages/stay-safe.md": text}), "stay-safe")
    assert "github.com" not in html


def test_a_link_to_github_tells_it_nothing_and_robots_leave_it_alone(tmp_path: Path) -> None:
    html = drawn(guide(tmp_path, {"groups/tea.md": tea()}), "tea")
    links = [line for line in html.split("<a ")[1:] if "github.com" in line.partition(">")[0]]
    assert len(links) == 3
    assert all('rel="nofollow noreferrer"' in line.partition(">")[0] for line in links)


@pytest.mark.browser
def test_a_browser_fills_in_exactly_what_the_entry_says(tmp_path: Path) -> None:
    """The address as a browser takes it from the page, read as a form would read it."""
    made = guide(tmp_path, {"groups/tea.md": tea()})
    page = drawn(made, "tea")
    with new_browser() as browser:
        tab = browser.new_page()
        tab.route("**/*", lambda route: route.fulfill(body=page, content_type="text/html"))
        tab.goto("https://guide.example.org/groups/tea/")
        read = "link => Object.fromEntries(new URL(link.href).searchParams)"
        filled = tab.get_by_role("link", name=FORM).evaluate(read)
    written = made.catalogue.by_slug["tea"].written
    answers = answers_of(written, {"hall": "St Anne's Hall"}, labels_of(made.config))
    expected = {box_name(name): words for name, words in answers.items()}
    about = {name: filled.pop(name) for name in ("template", "title", "entry")}
    assert about["template"] == "change-group.yml"
    assert filled == expected
