"""Posters and forms on real paper: strips clear of the edge, facts clear of the foot."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from browser import new_browser
from builders import checked_of
from paper import printed
from paper_sites import LONG, sheets_of
from served import served

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Page

pytestmark = [pytest.mark.browser]

STRIPS = 296.5 - 74
"""Millimetres from the top of the paper to the strips."""

CUT = 0.3
"""Millimetres by which a cut may be off."""

GAP = """() => {
  const sheet = document.querySelector('.sheet');
  const [above, foot] = ['[data-points]:not(h2)', '.poster-sheet__foot, .sheet-foot'].map(
    (name) => sheet.querySelector(name).getBoundingClientRect());
  return foot.top - above.bottom;
}"""
"""Pixels between the facts and the foot."""

PIECES = """selector => {
  const sheet = document.querySelector('.sheet').getBoundingClientRect();
  return [...document.querySelectorAll(selector)].map((piece) => {
    const box = piece.getBoundingClientRect();
    return [box.left - sheet.left, box.top - sheet.top, box.width, box.height]
      .map((pixels) => pixels * 25.4 / 96);
  });
}"""
"""Where each piece that is cut out of a sheet lies, and how large it is, in millimetres."""

ROOM = """() => [...document.querySelectorAll('.sheet-questions__line, .sheet-questions__box')].map(
  (place) => place.getBoundingClientRect().height * 25.4 / 96)"""
"""Millimetres of each line and box to write on."""


@pytest.fixture(scope="module")
def tab(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Page, str]]:
    folder = tmp_path_factory.mktemp("posters")
    site = sheets_of(checked_of(folder, LONG), folder / "out")
    with new_browser() as browser, served(site) as address:
        page = browser.new_page(viewport={"width": 1280, "height": 900})
        page.emulate_media(media="print")
        yield page, address


def test_the_words_of_strips_stay_clear_of_the_edges_no_printer_reaches(tab):
    page, address = tab
    page.goto(f"{address}print/poster/choir/")
    (side,) = printed(page)
    strips = [one for one in side.letters if one.top > STRIPS and one.text.strip()]
    assert "".join(one.text for one in strips).count("902") == 10
    assert min(one.left for one in strips) >= 5
    assert max(one.left + one.points * 25.4 / 72 for one in strips) <= 210 - 5 + 0.5
    assert max(one.top for one in strips) <= 297 - 5


@pytest.mark.parametrize("path", ["poster/choir/", "poster/endless/", "poster/hall/", "door/hall/"])
def test_however_long_a_title_is_nothing_runs_into_the_foot(tab, path):
    page, address = tab
    page.goto(f"{address}print/{path}")
    assert page.evaluate(GAP) >= 0


def test_there_are_ten_millimetres_to_write_on(tab):
    page, address = tab
    page.goto(f"{address}print/form/")
    room = page.evaluate(ROOM)
    assert len(room) > 20
    assert min(room) >= 10 - 0.01


def test_on_a_phone_one_strip_is_shown_and_read_out(tab):
    page, address = tab
    page.emulate_media(media="screen")
    page.set_viewport_size({"width": 320, "height": 900})
    page.goto(f"{address}print/poster/choir/")
    strips = page.locator(".sheet-tabs__tab")
    shown = [one for one in strips.all() if one.is_visible()]
    assert len(shown) == 1
    assert shown[0].get_attribute("aria-hidden") is None


def test_ten_strips_of_21_by_74_millimetres_are_cut_from_the_foot(tab: tuple[Page, str]) -> None:
    page, address = tab
    page.emulate_media(media="print")
    page.goto(f"{address}print/poster/choir/")
    strips = page.evaluate(PIECES, ".sheet-tabs__tab")
    assert len(strips) == 10
    for place, strip in enumerate(strips):
        assert strip == pytest.approx([21 * place, STRIPS, 21, 74], abs=CUT)


def test_ten_cards_of_85_by_55_millimetres_lie_edge_to_edge(tab: tuple[Page, str]) -> None:
    page, address = tab
    page.emulate_media(media="print")
    page.goto(f"{address}print/cards/")
    cards = page.evaluate(PIECES, ".cards-sheet__card")
    left, top = cards[0][:2]
    assert len(cards) == 10
    for place, card in enumerate(cards):
        corner = (left + 85 * (place % 2), top + 55 * (place // 2))
        assert card == pytest.approx([*corner, 85, 55], abs=CUT)
