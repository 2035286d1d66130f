from __future__ import annotations

import re
from typing import TYPE_CHECKING
from unittest.mock import Mock

import pytest
import segno
import zxingcpp
from builders import guide_of
from PIL import Image, ImageDraw

from doorstep.sheets.qr_codes import plain_address, qr_code

if TYPE_CHECKING:
    from pathlib import Path

    from doorstep.sheets.parts import QrCode

DOTS = 6
"""Dots to a module."""


def drawn(code: QrCode) -> Image.Image:
    """Return a code as a picture."""
    picture = Image.new("L", (int(code.size) * DOTS, int(code.size) * DOTS), 255)
    pen = ImageDraw.Draw(picture)
    for x, y, wide in re.findall(r"M(\d+) (\d+)h(\d+)v1h-\d+z", code.path):
        left, top = int(x) * DOTS, int(y) * DOTS
        pen.rectangle((left, top, left + int(wide) * DOTS - 1, top + DOTS - 1), fill=0)
    return picture


def test_a_phone_reads_the_whole_address(tmp_path: Path) -> None:
    code = qr_code(guide_of(tmp_path, {}), "n/127/")
    (read,) = zxingcpp.read_barcodes(drawn(code))
    assert read.text == "https://harbour-row.example.org/guide/n/127/"


def test_four_modules_are_left_white_all_round(tmp_path: Path) -> None:
    code = qr_code(guide_of(tmp_path, {}), "n/127/")
    found = re.findall(r"M(\d+) (\d+)h(\d+)", code.path)
    size = int(code.size)
    assert min(int(x) for x, _, _ in found) == min(int(y) for _, y, _ in found) == 4
    assert max(int(x) + int(wide) for x, _, wide in found) == size - 4
    assert max(int(y) + 1 for _, y, _ in found) == size - 4


def test_a_short_address_makes_a_square_of_29_modules(tmp_path: Path) -> None:
    guide = guide_of(tmp_path, {}, url="https://name.github.io/guide/")
    assert qr_code(guide, "n/127/").size == str(29 + 2 * 4)


def test_the_label_says_where_it_leads(tmp_path: Path) -> None:
    label = qr_code(guide_of(tmp_path, {}), "n/127/").label
    assert label == "QR code that leads to harbour-row.example.org/guide/n/127/"


def test_an_address_is_read_out_without_its_scheme() -> None:
    assert plain_address("https://example.org/guide/") == "example.org/guide/"


@pytest.mark.parametrize("url", ["https://name.github.io/guide/", "https://café.example/"])
@pytest.mark.parametrize("path", ["", "add/", *(f"n/{n}/" for n in (1, 90, 127, 1042, 98765))])
def test_a_code_put_together_from_others_is_the_one_that_is_made_at_once(
    tmp_path: Path, url: str, path: str
) -> None:
    guide = guide_of(tmp_path, {}, url=url)
    address = guide.permalinks.absolute(path)
    at_once = segno.make_qr(address, error="m", mask=2).matrix
    code = qr_code(guide, path)
    dark = {
        (int(x) + more, int(y))
        for x, y, wide in re.findall(r"M(\d+) (\d+)h(\d+)", code.path)
        for more in range(int(wide))
    }
    assert code.size == str(len(at_once) + 8)
    assert dark == {
        (x, y) for y, row in enumerate(at_once, 4) for x, module in enumerate(row, 4) if module
    }


def test_the_codes_of_a_thousand_numbers_are_put_together_from_few(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    make = Mock(wraps=segno.make_qr)
    monkeypatch.setattr(segno, "make_qr", make)
    guide = guide_of(tmp_path, {}, url="https://numbers.example/")
    assert len({qr_code(guide, f"n/{number}/").path for number in range(100, 1000)}) == 900
    assert make.call_count == 1 + 3 * 9
