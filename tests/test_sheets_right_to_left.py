"""In a language that runs from right to left sheets are mirrored, and numbers are not."""

from __future__ import annotations

import re
from gettext import NullTranslations
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from browser import new_browser
from built_site import SITES
from built_site import checked as checked_guide
from folds import letters_of
from paper import printed, sides_of
from paper_sites import sheets_of
from served import served

from doorstep import permalinks as at
from doorstep.pdfs.readiness import what_is_missing
from doorstep.permalinks import Permalinks
from doorstep.words import Words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from built_site import Site
    from paper import Letter, Side

pytestmark = [pytest.mark.browser]

ALPHABET = "אבגדהוזחטיכלמנסעפצקרשת"
OURS = re.compile(r"\{[^}]*\}|[A-Za-z]")
"""A name that is filled in, or one letter."""

DATE = re.compile(r"(EEEE )?d MMMM( y)?")
"""How a date is written, which is not read out."""

PHONE = "020 7946 0123"
SHEETS = (
    *(at.WEEK_SHEET, at.MONTH_SHEET, at.LEAFLET, at.BOOKLET, at.POCKET_GUIDE, at.WALLET_CARDS),
    *(at.LARGE_PRINT, at.EASY_READ, at.TELL_US_FORM, at.CHECK_UP),
    *(at.door_path("aithousa"), at.poster_path("tsai")),
)


class HebrewLetters(NullTranslations):
    """A made-up language: English in the letters of one that runs from right to left."""

    def gettext(self, message: str) -> str:
        """Return the message in other letters."""
        is_pattern = DATE.fullmatch(message)
        return message if is_pattern else OURS.sub(lambda found: _letter(found[0]), message)

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        """Return the message for this number in other letters."""
        return self.gettext(msgid1 if n == 1 else msgid2)


def _letter(ours: str) -> str:
    return ours if ours[0] == "{" else ALPHABET[ord(ours.lower()) % len(ALPHABET)]


@pytest.fixture(scope="module", params=["the browser", "the maker of PDFs"])
def papers(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> dict[str, list[Side]]:
    """Each sheet as one of the two prints it."""
    out = tmp_path_factory.mktemp("mirrored")
    guide = sheets_of(checked_guide(SITES / "greek"), out, Words("he", HebrewLetters()))
    if request.param == "the browser":
        return dict(_by_browser(guide))
    if what_is_missing():
        pytest.skip("the extra for PDFs is not here")
    return dict(_by_maker(guide))


def _by_browser(guide: Site) -> Iterator[tuple[str, list[Side]]]:
    with new_browser() as browser, served(guide) as address:
        tab = browser.new_page()
        for path in SHEETS:
            tab.goto(address + path)
            yield path, printed(tab)


def _by_maker(guide: Site) -> Iterator[tuple[str, list[Side]]]:
    from doorstep.pdfs.making import PdfMaker

    maker = PdfMaker(Permalinks.under(f"https://guide.example.org{guide.root}"), guide.files.get)
    for path in SHEETS:
        yield path, sides_of(maker.pdf_of(guide.files[at.output_path(path)], path))


def first_of(words: str, sides: list[Side]) -> list[Letter]:
    """Return the letters of some words on the first side that has them."""
    return letters_of(words, next(side for side in sides if has(words, side)))


def has(words: str, side: Side) -> bool:
    return "".join(words.split()) in "".join(side.words.split())


@pytest.mark.parametrize("path", SHEETS)
def test_a_phone_number_reads_from_left_to_right(path: str, papers: dict[str, list[Side]]) -> None:
    digits = first_of(PHONE, papers[path])
    assert all(one.right <= two.left + 0.5 for one, two in pairwise(digits))


@pytest.mark.parametrize(
    ("path", "words"),
    [
        (at.WEEK_SHEET, "22"),
        (at.MONTH_SHEET, "24"),
        (at.door_path("aithousa"), "Η αίθουσα"),
        (at.poster_path("tsai"), "Οδηγός της γειτονιάς"),
    ],
)
def test_what_is_read_first_is_on_the_right(
    path: str, words: str, papers: dict[str, list[Side]]
) -> None:
    (side,) = papers[path]
    assert first_of(words, [side])[0].left > side.wide / 2


def test_the_day_is_on_the_right_of_what_is_on(papers: dict[str, list[Side]]) -> None:
    (side,) = papers[at.WEEK_SHEET]
    day, title = first_of("24", [side]), first_of("Τσάι και κουβέντα", [side])
    assert min(letter.left for letter in day) > max(letter.right for letter in title)


def test_the_front_of_a_folded_sheet_is_on_the_left(papers: dict[str, list[Side]]) -> None:
    for path in (at.LEAFLET, at.BOOKLET):
        side = papers[path][0]
        cover = first_of("Οδηγός της γειτονιάς", [side])
        assert max(letter.right for letter in cover) < side.wide / 2


def test_a_map_is_not_mirrored(papers: dict[str, list[Side]]) -> None:
    """The harbour is to the east of the square in every language."""
    (side, _) = papers[at.LEAFLET]
    assert first_of("το λιμάνι", [side])[0].left > first_of("την πλατεία", [side])[0].left
