"""How to add something: a person first, with words to send; forms come last."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import parse_qs, unquote, urlsplit

import pytest
from browser import new_browser
from built_site import LAYOUTS
from diaries import guide_on
from served import served

from doorstep.forms.kinds_of_forms import FORM_NAMED
from doorstep.layouts import environment, render
from doorstep.views.add_page import add_view

if TYPE_CHECKING:
    from pathlib import Path

    from built_site import Site

    from doorstep.views.add_views import AddView

REPOSITORY = "https://github.com/example/harbour-row"
TEXTS = {"name": "Harbour Row forum", "phone": "020 7946 0123", "text": "07700 900123"}


def view(folder: Path, **settings: object) -> AddView:
    return add_view(guide_on(folder, {}, **settings))


def drawn(page: AddView) -> str:
    return render(environment(LAYOUTS), "add.html", page).decode()


def form_of(address: str) -> str:
    """Return which form an address opens."""
    return parse_qs(urlsplit(address).query)["template"][0].removesuffix(".yml")


def test_people_come_before_forms(tmp_path: Path) -> None:
    html = drawn(view(tmp_path, repository=REPOSITORY, help_line=TEXTS))
    in_order = ("tel:+442079460123", "/print/form/", "Words to copy", 'id="wrong"', 'id="forms"')
    places = [html.index(words) for words in in_order]
    assert places == sorted(places)


def test_the_page_says_first_that_no_account_is_needed(tmp_path: Path) -> None:
    assert view(tmp_path).intro.startswith("You need no account.")


def test_the_words_to_copy_are_what_the_text_message_says(tmp_path: Path) -> None:
    page = view(tmp_path, help_line=TEXTS)
    for words in (page.new, page.put_right):
        assert words.send is not None
        number, _, body = words.send.href.partition("?body=")
        assert (number, unquote(body)) == ("sms:+447700900123", "\n".join(words.lines))


def test_a_guide_that_takes_no_texts_has_words_to_read_out(tmp_path: Path) -> None:
    page = view(tmp_path)
    assert page.new.send is None
    assert page.new.lines[0] == "Hello. This is something new for the Harbour Row guide."
    assert "sms:" not in drawn(page)


def test_the_words_name_what_a_change_cannot_do_without(tmp_path: Path) -> None:
    lines = view(tmp_path).put_right.lines
    assert lines[1:4] == ("Its number or name:", "What is wrong:", "What is right:")


def test_every_kind_that_can_be_added_has_its_form(tmp_path: Path) -> None:
    forms = view(tmp_path, repository=REPOSITORY).forms
    assert forms is not None
    opened = [form_of(link.href) for link in forms.add.links]
    assert opened == [*(name for name in FORM_NAMED if name.startswith("add-")), "tell-us"]
    assert all(link.href.startswith(f"{REPOSITORY}/issues/new?") for link in forms.add.links)


def test_the_warning_that_everyone_can_see_a_form_is_bold(tmp_path: Path) -> None:
    warning = "Everyone can see this form. Do not write a private address or a surname."
    assert f"<strong>{warning}</strong>" in drawn(view(tmp_path, repository=REPOSITORY))


def test_without_files_on_github_no_word_of_it_is_there(tmp_path: Path) -> None:
    page = view(tmp_path, help_line=TEXTS)
    assert page.forms is None
    assert "github" not in drawn(page).casefold()


def test_what_a_search_did_not_find_goes_into_the_box_of_a_form(tmp_path: Path) -> None:
    ways = view(tmp_path, repository=REPOSITORY).missing.ways
    (online,) = [way.href for way in ways if way.href.startswith(REPOSITORY)]
    filled = parse_qs(urlsplit(f"{online}boxing").query)
    assert filled == {"template": ["tell-us.yml"], "words": ["boxing"]}


def test_where_only_the_phone_is_left_nothing_is_said_of_sending(tmp_path: Path) -> None:
    html = drawn(view(tmp_path))
    (said,) = re.findall(r"<template data-missing.*?</template>", html, re.DOTALL)
    assert "<ul" not in said
    assert "Nothing is sent" not in said


def test_no_form_asks_for_a_safe_space(tmp_path: Path) -> None:
    page = view(tmp_path, repository=REPOSITORY)
    assert page.privacy[-1] == (
        "For a safe space, phone Harbour Row forum and say no more than that."
    )


@pytest.mark.browser
def test_one_press_copies_the_words_and_says_so(tiny: Site) -> None:
    with served(tiny) as address, new_browser() as browser:
        context = browser.new_context(permissions=["clipboard-read", "clipboard-write"])
        page = context.new_page()
        page.goto(f"{address}add/")
        words = page.locator(".ready-words").last
        words.get_by_role("button", name="Copy these words").click()
        words.get_by_text("Copied", exact=True).wait_for()
        copied = page.evaluate("navigator.clipboard.readText()")
    assert copied.splitlines()[1:3] == ["Its number or name:", "What is wrong:"]
