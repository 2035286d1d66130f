"""The lines of site.yaml -> ten cards of numbers to phone, which anybody may find in a purse.

A card carries no more than numbers, the address of the guide and a date.
"""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from doorstep import permalinks as at
from doorstep.sheets.about import about_sheet, sheet_frame
from doorstep.sheets.cards_parts import CardLine, CardsView, WalletCard
from doorstep.sheets.feet import valid_to
from doorstep.sheets.fitting import fitted
from doorstep.sheets.measuring import Lettering, lines_of
from doorstep.sheets.qr_codes import address_words
from doorstep.sheets.telling import lines_to_carry
from doorstep.sheets.wording import phone_words
from doorstep.views.sheet_names import name_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from doorstep.guide import Guide
    from doorstep.help_lines import EmergencyLine, HelpLine

CARDS = 10
MOST = 5
"""Numbers on a card."""

WIDE, HIGH = 85.0 - 2 * 4, 55.0 - 2 * 4
"""Millimetres between the margins of a card."""

NAMES, NUMBERS, WORDS = Lettering(12, 1.4), Lettering(12, 1.4, is_bold=True), Lettering(12, 1.2)

BELOW_NUMBERS, BETWEEN = 1.5, 2.0
"""Millimetres below the numbers, and between a name and a number on one row."""

LONGEST_NAME = 2
"""Rows that a name may take with its number."""

VALID = timedelta(days=180)
"""Half a year: of what is older, the guide itself says that it was not checked lately."""


def cards_view(guide: Guide) -> CardsView:
    """Return the page of cards: the first, and its copies."""
    name = name_of(guide, at.WALLET_CARDS)
    return CardsView(
        frame=sheet_frame(guide, at.WALLET_CARDS, name.heading, "cards"),
        about=about_sheet(guide, name.heading, name.intro, _steps(guide)),
        label=guide.words.say("Who to phone"),
        cards=tuple(_card(guide, place) for place in range(CARDS)),
    )


def _steps(guide: Guide) -> tuple[str, ...]:
    say = guide.words.say
    return (
        say("Use A4 paper, upright. Card of 160g lasts longer."),
        say("Print at full size (100%), on one side."),
        say("Cut along the dashed lines: ten cards, each as large as a bank card."),
        say("A card names nothing that could put its owner at risk. The guide has all numbers."),
    )


def _card(guide: Guide, place: int) -> WalletCard:
    address, until = _address(guide), valid_to(guide, guide.today + VALID)
    room = HIGH - BELOW_NUMBERS - WORDS.height(address, WIDE) - WORDS.height(until, WIDE)
    lines = fitted([*_lines(guide)][:MOST], _height, room)
    return WalletCard(is_copy=place > 0, lines=tuple(lines), address=address, valid_to=until)


def _address(guide: Guide) -> str:
    return address_words(guide, at.HOME)


def _lines(guide: Guide) -> Iterator[CardLine]:
    """Yield the guide's own number, and then those for when it cannot wait."""
    own = _line(guide, guide.config.help_line)
    yield own if _rows(own) <= LONGEST_NAME else CardLine("", own.way, own.number)
    for line in lines_to_carry(guide):
        if line.phone or line.text:
            yield _line(guide, line)


def _line(guide: Guide, line: EmergencyLine | HelpLine) -> CardLine:
    if line.phone:
        return CardLine(line.name, "", phone_words(line.phone))
    return CardLine(line.name, guide.words.say("text"), phone_words(line.text))


def _height(lines: Sequence[CardLine]) -> float:
    return sum(map(_rows, lines)) * NAMES.line


def _rows(line: CardLine) -> int:
    """Return how many rows a line takes: the number stands below a name that leaves no room."""
    number = " ".join(filter(None, (line.way, line.number)))
    rows = lines_of(line.name, WIDE, NAMES)
    is_beside = NAMES.width(line.name) + BETWEEN + NUMBERS.width(number) <= WIDE
    return max(rows, 1) if is_beside else rows + lines_of(number, WIDE, NUMBERS)
