"""A safe space is on no sheet and in no file beside one, whatever it says of itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from builders import checked_of
from paper_sites import sheets_of

from doorstep import permalinks as at

if TYPE_CHECKING:
    from built_site import Site

SAFE = """\
    ---
    number: 777001
    title: Zimtkreis Tuesdays
    summary: Zuletzt for anyone.
    topics: company
    for: everyone
    when: Every Tuesday, 10am to midday
    sensitive: yes
    cost: Zuletzt to pay
    come_along: Zuletzt first.
    contact: {name: Zuleika, phone: 020 7946 0999, best_time: Zuletzt, say: Is zuletzt open?}
    access: {notes: Zuletzt bell}
    you_can_help: [make zuletzt]
    CHECKED
    ---
    """
HELP = SAFE.replace("number: 777001", "number: 777002\n    side: get")
HELP = HELP.replace("Zimtkreis Tuesdays", "Zimtkreis help")
TEA = """\
    ---
    number: 1
    title: Tea
    topics: company
    when: Every Tuesday, 10am to midday
    checked: 2026-11-03
    ---
    """
ALONE = {"groups/zimtkreis.md": SAFE, "help/zimtkreis-help.md": HELP}
SECRETS = ("Zule", "zule", "0999", "zimtkreis")
"""Facts and addresses of both; no other entry has these letters."""


@pytest.fixture(scope="module", params=["checked: 2026-11-03", "checked: 2026-03-03", ""])
def printed(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Site:
    """The sheets of a guide with safe spaces that were checked lately, long ago or never."""
    folder = tmp_path_factory.mktemp("safe")
    files = {name: text.replace("CHECKED", request.param) for name, text in ALONE.items()}
    read = checked_of(folder, {**files, "groups/tea.md": TEA})
    assert len(read.entries) == 3
    return sheets_of(read, folder / "out")


@pytest.mark.parametrize("secret", SECRETS)
def test_no_fact_of_it_is_in_any_file(printed, secret):
    there = printed.mentions(secret)
    assert [name for name in there if name.startswith(at.PRINT)] == []


@pytest.mark.parametrize("neutral", ["77700", "Zimtkreis"])
def test_its_number_and_its_title_are_on_the_check_up_sheet_alone(printed, neutral):
    assert printed.mentions(neutral) <= {at.output_path(at.CHECK_UP)}
