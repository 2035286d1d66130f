"""In a language whose every word is marked and that runs from right to left, no word is ours.

The guide in tests/sites/greek/ has no Latin letter in its own words. The interface's words are put
between ⟦ and ⟧ by a made-up translation, and months are Hebrew. Whatever Latin letter is left
outside the marks is a word that nobody could translate.
"""

from __future__ import annotations

import re
from gettext import NullTranslations
from typing import TYPE_CHECKING

import pytest
from browser import new_browser
from built_site import SITES, Page, Site, build
from served import served

from doorstep.words import Words

if TYPE_CHECKING:
    from collections.abc import Iterator
    from xml.etree.ElementTree import Element

SHOWN = ("aria-label", "alt", "title", "placeholder", "label", "summary")
"""Attributes that people see or hear."""

SPOKEN = re.compile(
    r"data-(copy|copied|one-press|two-presses|leaving|lapsed"
    r"|words|today|tomorrow|plain|heading|over|one|many|none|remove"
    r"|hint|one-for|many-for|none-for|quoted|both|also|missed|gone|became|less|waiting|offline"
    r"|missing)$"
)
"""Attributes whose words a script puts on the page."""

LATIN = re.compile(r"[A-Za-z]+")
MARKED = re.compile(r"⟦[^⟦⟧]*⟧")
SAME_EVERYWHERE = re.compile(r"geitonia\.example\.org/guide/|(?<=\d )k?m$")
"""The guide's own address as it is read out, and the unit of a map's scale (SI)."""

ELSEWHERE = ("mailto:", "https://")
"""Addresses are the same in every language."""


class Marked(NullTranslations):
    """A language in which every message is itself, between marks."""

    def gettext(self, message: str) -> str:
        """Return the message, marked."""
        return f"⟦{message}⟧"

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        """Return the message for this number, marked."""
        return f"⟦{msgid1 if n == 1 else msgid2}⟧"


@pytest.fixture(scope="module")
def greek(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """The guide whose own words are Greek, in the made-up language."""
    out = tmp_path_factory.mktemp("greek") / "_site"
    return build(SITES / "greek", out, words=Words("he", Marked()))


def unmarked(text: str) -> list[str]:
    """Return the Latin words outside every mark; marks may stand in marks."""
    text = SAME_EVERYWHERE.sub("", text)
    while (inner := MARKED.sub("", text)) != text:
        text = inner
    return LATIN.findall(text)


def words_shown(element: Element) -> Iterator[str]:
    """Yield what people read or hear of an element and of all that is in it."""
    if element.tag in ("script", "style"):
        return
    yield from (v for name, v in element.items() if name in SHOWN or SPOKEN.match(name))
    if element.tag == "meta" and element.get("name") == "description":
        yield str(element.get("content"))
    shown = element.get("href") or element.text or ""
    if not (element.tag in ("a", "p") and shown.startswith(ELSEWHERE)):
        yield element.text or ""
    for child in element:
        yield from words_shown(child)
        yield child.tail or ""


def test_no_word_of_ours_is_unmarked(greek: Site) -> None:
    found = {
        (page.path, word)
        for page in greek.pages.values()
        for text in words_shown(page.tree)
        for word in unmarked(text)
    }
    assert found == set()


def test_a_word_that_is_not_marked_would_be_found() -> None:
    content = '<!doctype html><title>⟦A ⟦b⟧ c⟧</title><p title="Bad">Ά<a href="/x">also</a>'
    page = Page.of("", content.encode())
    assert [word for text in words_shown(page.tree) for word in unmarked(text)] == ["Bad", "also"]


def test_every_page_runs_from_right_to_left(greek: Site) -> None:
    assert {(page.tree.get("lang"), page.tree.get("dir")) for page in greek.pages.values()} == {
        ("he", "rtl")
    }


def test_days_are_in_the_language_of_the_page(greek: Site) -> None:
    assert "נובמבר" in greek.page("groups/tsai/").classed("checked-box__line")[0]
    assert "יום" in greek.page("groups/tsai/").facts["⟦Next on⟧"][0]


def test_numbers_read_from_left_to_right(greek: Site) -> None:
    digits = [bdi.get("dir") for bdi in greek.page("groups/tsai/").all("bdi")]
    assert set(digits) == {"ltr"}


def test_a_feed_says_which_language_it_is_in(greek: Site) -> None:
    assert 'xml:lang="he"' in greek.text("feed.xml")


@pytest.mark.browser
def test_nothing_scrolls_sideways_from_right_to_left(greek: Site) -> None:
    with new_browser() as browser, served(greek) as address:
        page = browser.new_page(viewport={"width": 320, "height": 640})
        alike = "omada"  # twenty groups whose pages differ in a number
        for shown in (one for one in greek.whole_pages if alike not in one.path):
            page.goto(address + shown.path)
            wide = page.evaluate("document.documentElement.scrollWidth")
            assert wide <= 320, shown.path
