"""Names in any script leave the words and numbers around them where they are."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from browser import new_browser
from builders import checked_of
from paper_sites import sheets_of
from served import served

from doorstep import permalinks as at

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = [pytest.mark.browser]

TEA = """\
    ---
    number: 31
    title: نادي الشاي
    when: Every Tuesday, 10:30am to midday
    where: {address: 1 High Street}
    checked: 2026-11-03
    ---
    """

AFTER = """() => {
  const name = document.querySelector('.week-sheet__row [translate=no]');
  const after = document.createRange(), digit = name.nextSibling.data.indexOf('1');
  after.setStart(name.nextSibling, digit);
  after.setEnd(name.nextSibling, digit + 1);
  return after.getBoundingClientRect().left - name.getBoundingClientRect().right;
}"""
"""How far to the right of the name the number of the house begins, in pixels."""


def test_a_house_number_stays_after_a_name_that_runs_the_other_way(tmp_path: Path) -> None:
    site = sheets_of(checked_of(tmp_path, {"groups/tea.md": TEA}), tmp_path / "out")
    with new_browser() as browser, served(site) as address:
        tab = browser.new_page(viewport={"width": 1280, "height": 900})
        tab.goto(address + at.WEEK_SHEET)
        assert tab.evaluate(AFTER) >= 0
