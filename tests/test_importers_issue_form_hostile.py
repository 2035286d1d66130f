"""Whatever somebody writes in any box of any form, one entry’s file says it and no other does."""

from __future__ import annotations

import re
import shutil
from itertools import islice
from typing import TYPE_CHECKING

import pytest
from attacks import attacks
from hostile_words import HOSTILE, fits
from typed_forms import proposed, tiny

from doorstep.forms.boxes import Shape
from doorstep.forms.kinds_of_forms import FORM_NAMED, FORMS, Action
from doorstep.forms.nodes import node_at
from doorstep.forms.submissions import NOTHING, plain_lines
from doorstep.importers.issue_form.writing import write_entry
from doorstep.safe_spaces import is_safe_space
from doorstep.sources import read_bytes

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from doorstep.forms.boxes import Box
    from doorstep.forms.kinds_of_forms import Form
    from doorstep.importers.issue_form.proposals import Proposal
    from doorstep.sources import Source

ENTRY_FILE = re.compile(r"[a-z-]+/[a-z0-9-]+\.(?:md|yaml)")
TYPED = [form for form in FORMS if form.kind]


@pytest.fixture(scope="module")
def guide(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the small guide in a folder that has other things in it as well."""
    folder = tmp_path_factory.mktemp("guide")
    shutil.copytree(tiny().content, folder / "content")
    (folder / "site.yaml").write_text("name: x\n")
    return folder


def files_in(folder: Path) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def meant_by(form: Form) -> Source:
    """Return the entry of the small guide that a form for its kind is about."""
    kinds = [one for one in tiny().sources if one.kind is form.kind and not is_safe_space(one)]
    return kinds[0]


def filled_in(form: Form, hostile: dict[str, str]) -> dict[str, str]:
    """Return answers in which every box of a form is plain, but for these."""
    plain = {"title": "Quite new"}
    plain |= {"side": "get"} if form.kind == "help" else {}
    plain |= {"entry": meant_by(form).slug} if form.action is Action.CHANGE else {}
    return {name: words for name, words in plain.items() if name not in hostile} | hostile


def only_one_file_changes(guide: Path, proposal: Proposal) -> None:
    before = files_in(guide)
    if proposal.text is None:
        assert proposal.asks or proposal.is_secret or proposal.notes or proposal.words
        return
    assert ENTRY_FILE.fullmatch(proposal.path)
    written = write_entry(guide / "content", proposal.path, proposal.text)
    after = files_in(guide)
    try:
        assert {path for path in after if before.get(path) != after[path]} <= {written}
        assert before.keys() <= after.keys()
        assert after.keys() - before.keys() <= {written}
    finally:
        if written in before:
            written.write_bytes(before[written])
        else:
            written.unlink()


def read_back(proposal: Proposal, form: Form) -> Source | None:
    assert proposal.text is not None
    assert form.kind
    file = f"content/{proposal.path}"
    sources = read_bytes(proposal.text.encode(), file, form.kind).sources
    return next((one for one in sources if one.slug == proposal.slug), None)


def as_kept(words: str) -> str:
    """Return words as they reach a file: lines as everywhere, nothing that no page can show."""
    return "\n".join(plain_lines(words)).strip()


def says_it(box: Box, words: str, source: Source) -> bool:
    """Say whether an entry says the words of a box letter for letter."""
    kept = as_kept(words)
    if box.shape is Shape.BODY:
        return source.body.strip() == kept
    return node_at(source.front_matter, box.path) == " ".join(kept.split())


FREE = ("summary", "cost", "come_along", "contact_name", "access_notes", "title", "body")
"""Boxes that may say anything, and so have to say it letter for letter."""


@pytest.mark.parametrize("name", HOSTILE)
@pytest.mark.parametrize("form", TYPED, ids=lambda form: form.name)
def test_hostile_words_in_every_box_at_once_reach_one_file(
    form: Form, name: str, guide: Path
) -> None:
    words = HOSTILE[name][:2000]
    hostile = {box.id: fits(box, words) for box in form.boxes if box.id not in ("entry", "title")}
    proposal = proposed(form.name, filled_in(form, hostile))
    only_one_file_changes(guide, proposal)
    assert proposal.slug in ("", "quite-new", meant_by(form).slug)


@pytest.mark.parametrize("name", HOSTILE)
def test_free_words_are_read_back_letter_for_letter(name: str) -> None:
    form = FORM_NAMED["add-group"]
    for box in (box for box in form.boxes if box.id in FREE):
        words = fits(box, HOSTILE[name])
        kept = as_kept(words)
        proposal = proposed(form.name, filled_in(form, {box.id: words}))
        if proposal.is_secret or kept == NOTHING or not proposal.text:
            assert name in ("empty", "facts"), box.id
            continue
        source = read_back(proposal, form)
        assert source, box.id
        assert says_it(box, words, source), box.id


@pytest.mark.hard
@pytest.mark.parametrize("form", TYPED, ids=lambda form: form.name)
def test_thousands_of_attacks_in_every_box_at_once_reach_one_file(
    form: Form, guide: Path, tried: Callable[[str, int], None]
) -> None:
    strings = list(islice(attacks(), TYPED.index(form), None, 2_000))
    boxes = [box for box in form.boxes if box.id not in ("entry", "title")]
    tried("Attack strings in the boxes of the forms", len(strings) * len(boxes))
    for words in strings:
        proposal = proposed(form.name, filled_in(form, {box.id: fits(box, words) for box in boxes}))
        only_one_file_changes(guide, proposal)
        assert proposal.slug in ("", "quite-new", meant_by(form).slug)


@pytest.mark.hard
@pytest.mark.parametrize("box_id", FREE)
def test_thousands_of_attacks_are_read_back_letter_for_letter(
    box_id: str, tried: Callable[[str, int], None]
) -> None:
    form = FORM_NAMED["add-group"]
    (box,) = (box for box in form.boxes if box.id == box_id)
    strings = [one for one in islice(attacks(), FREE.index(box_id), None, 900) if len(one) < 190]
    tried("Attack strings in the boxes of the forms", len(strings))
    for words in (fits(box, one) for one in strings):
        proposal = proposed(form.name, filled_in(form, {box.id: words}))
        if proposal.text and as_kept(words) != NOTHING:
            source = read_back(proposal, form)
            assert source, words
            assert says_it(box, words, source), words


def boxes_of_its_own(form: Form) -> list[Box]:
    """Return the boxes of a form that no earlier one for the same has: those are read alike.

    A file that is YAML throughout is changed in another way, so that all its boxes count.
    """
    if form.action is Action.CHANGE and meant_by(form).file.endswith(".yaml"):
        return list(form.boxes)
    earlier = (one for one in TYPED[: TYPED.index(form)] if one.action is form.action)
    known = [box for one in earlier for box in one.boxes]
    return [box for box in form.boxes if box not in known]


@pytest.mark.whole
@pytest.mark.parametrize("name", HOSTILE)
@pytest.mark.parametrize("form", TYPED, ids=lambda form: form.name)
def test_hostile_words_in_any_box_reach_one_file(form: Form, name: str, guide: Path) -> None:
    for box in boxes_of_its_own(form):
        words = fits(box, HOSTILE[name])
        proposal = proposed(form.name, filled_in(form, {box.id: words}))
        only_one_file_changes(guide, proposal)
        if box.id in FREE and proposal.text and as_kept(words) != NOTHING:
            source = read_back(proposal, form)
            assert source
            assert says_it(box, words, source), box.id


@pytest.mark.parametrize("name", HOSTILE)
@pytest.mark.parametrize("form", ["still-right", "tell-us"])
def test_hostile_words_about_a_check_or_in_general_reach_one_file_or_none(
    form: str, name: str, guide: Path
) -> None:
    for box in FORM_NAMED[form].boxes:
        known = {"entry": "31"} if form == "still-right" and box.id != "entry" else {}
        proposal = proposed(form, known | {box.id: fits(box, HOSTILE[name])})
        only_one_file_changes(guide, proposal)


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_answers_change_no_other_box(name: str, guide: Path) -> None:
    asked = {"title": "Quite new", "when": "10.30 - 12"}
    proposal = proposed("add-event", asked, [HOSTILE[name], f"Cost: {HOSTILE[name]}"])
    only_one_file_changes(guide, proposal)
    assert proposal.slug in ("quite-new", "")


@pytest.mark.parametrize("name", ["sixty thousand", "one long word"])
def test_what_is_said_of_very_long_words_stays_short(name: str) -> None:
    form = FORM_NAMED["add-help"]
    for box in form.boxes:
        proposal = proposed(form.name, filled_in(form, {box.id: HOSTILE[name]}))
        said = [
            *proposal.tidied,
            *proposal.notes,
            *([proposal.asks.sentence] if proposal.asks else []),
        ]
        assert all(len(sentence) < 500 for sentence in said), box.id


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_names_become_plain_slugs(name: str) -> None:
    words = " ".join(HOSTILE[name].split())
    proposal = proposed("add-group", {"title": words})
    if proposal.text is not None:
        assert ENTRY_FILE.fullmatch(proposal.path)
        assert len(proposal.slug) <= 80


@pytest.mark.parametrize("name", HOSTILE)
def test_the_guide_on_the_desk_stays_as_it_is(name: str) -> None:
    before = files_in(tiny().content)
    proposed("change-group", {"entry": "31", "body": HOSTILE[name], "cost": "£2"})
    assert files_in(tiny().content) == before
