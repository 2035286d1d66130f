"""Hundreds of ways to give a safe space away, each in every part of a file, and harmless words."""

from __future__ import annotations

import csv
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from builders import TODAY, config
from giveaway_words import FACTS, HARMLESS, NAMES, TELLING

from doorstep.entries import MODELS
from doorstep.giveaways import told_in_name, told_in_words
from doorstep.keys import fields_of
from doorstep.kinds import Kind
from doorstep.loading import context_for
from doorstep.safe_spaces import secrets_in, secrets_in_unread
from doorstep.sources import read_bytes

Tried = Callable[[str, int], None]
WAYS = "Ways to give a safe space away, in any part of its file"
HARMLESS_WAYS = "Harmless words in a safe space's file"
CONTEXT = context_for(config(), TODAY)
WORDS = tuple(words for many in TELLING.values() for words in many)

PARTS = {
    "title": "title: {}\nsensitive: yes\n",
    "summary": "title: Quiet\nsensitive: yes\nsummary: {}\n",
    "cost": "title: Quiet\ncost: {}\nsensitive: yes\n",
    "a list": "title: Quiet\nsensitive: yes\nyou_can_help: [listen, {}]\n",
    "opening line": "title: Quiet\nsensitive: yes\ncontact: {{say: {}}}\n",
    "a photo": "title: Quiet\nsensitive: yes\nimage: {{file: photos/tea.jpg, alt: {}}}\n",
    "a change": "title: Quiet\nsensitive: yes\nchanges:\n  - on: 2026-11-24\n    because: {}\n",
    "an unknown fact": "title: Quiet\nsensitive: yes\nanything: {}\n",
    "facts in facts": "title: Quiet\nsensitive: yes\nx: {{y: [a, {{z: {}}}]}}\n",
    "a misspelt mark": "title: Quiet\nsensative: yes\ncost: {}\n",
    "another mark": "title: Quiet\nsafe space: yes please\ncost: {}\n",
}
REMARKS = {
    "a remark": "title: Quiet\nsensitive: yes\n# {}\n",
    "a remark after a fact": "title: Quiet\nsensitive: yes\ncost: Free   # {}\n",
}
BODIES = ("{}\n", "Tea.\n\n{}\n", "> Tea, {}\n", "- {}\n- tea\n", "| a | {} |\n", "<!-- {} -->\n")


def is_refused(text: str, slug: str = "quiet") -> bool:
    file = f"content/groups/{slug}.md"
    reading = read_bytes(text.encode(), file, Kind.GROUP)
    if not reading.sources:
        return bool(secrets_in_unread(file, text, "Pat"))
    return any(secrets_in(source, CONTEXT) for source in reading.sources)


def quoted(words: str) -> str:
    """Return words as a quoted scalar, with what is unseen or runs on kept as it is."""
    plain = words.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{plain}"'.replace("\n", "\\n").replace("\t", "\\t")


@pytest.mark.parametrize("what", TELLING)
def test_words_that_tell_are_noticed(what: str, tried: Tried) -> None:
    tried(WAYS, len(TELLING[what]))
    assert [words for words in TELLING[what] if not set(told_in_words(words))] == []


def test_facts_that_tell_by_where_they_stand_are_noticed(tried: Tried) -> None:
    tried(WAYS, len(FACTS))
    text = "---\ntitle: Quiet\n{}{}\n---\nTea.\n"
    said = {facts: "" if facts.startswith("sensitive") else "sensitive: yes\n" for facts in FACTS}
    assert [facts for facts in FACTS if not is_refused(text.format(said[facts], facts))] == []


def test_names_of_files_that_tell_are_noticed(tried: Tried) -> None:
    tried(WAYS, len(NAMES))
    text = "---\ntitle: Quiet\nsensitive: yes\n---\n"
    assert [name for name in NAMES if not is_refused(text, name)] == []


def test_a_file_that_cannot_be_read_is_looked_at_all_the_same(tried: Tried) -> None:
    broken = [
        "---\ntitle: Quiet\nsensitive: yes\ncost: [14 Mill Road\n---\n",
        "---\ntitle: Quiet\nsensitive: true\n  cost: 14 Mill Road\n---\n",
        "---\ntitle: Quiet\nsensitive: yes\ncost: 'AB1 2CD\n---\n",
        "---\nsensitve: yes\ntitle: Quiet\ncost: !run AB1 2CD\n---\n",
        "---\ntitle: Quiet\nsensitive yes\ncost: Mrs Khan\n---\n",
        "title: Quiet\nsensitive: yes\ncost: AB1 2CD\n",
        "---\ntitle: Quiet\nsensitive: yes\n: : :\n? AB1 2CD\n---\n",
        "<<<<<<< a\nsensitive: yes\n=======\ncost: Mrs Khan\n>>>>>>> b\n",
    ]
    tried(WAYS, len(broken))
    assert [text for text in broken if not is_refused(text)] == []


def test_harmless_words_are_let_through(tried: Tried) -> None:
    tried(HARMLESS_WAYS, len(HARMLESS))
    told = {words: set(told_in_words(words)) for words in HARMLESS}
    assert {words: what for words, what in told.items() if what} == {}


def test_harmless_words_are_let_through_together_in_the_text_of_a_file(tried: Tried) -> None:
    body = "\n\n".join(words for words in HARMLESS if words not in ("---", "## What we do"))
    text = f"---\ntitle: A quiet hour\nsensitive: yes\n---\n{body}\n"
    tried(HARMLESS_WAYS, len(HARMLESS))
    assert not is_refused(text)


def test_no_fact_gives_anything_away_by_its_name() -> None:
    names = {name for model in MODELS.values() for name in fields_of(model)}
    assert [name for name in names if set(told_in_name(name))] == []


def test_the_first_name_in_the_contact_may_be_said_again() -> None:
    facts = "title: Quiet\nsensitive: yes\ncontact: {name: Halina, phone: 07700 900123}\n"
    body = "Ask for Halina. Then wait for Halina, or write to Halina.\n"
    assert not is_refused(f"---\n{facts}---\n{body}")
    assert is_refused(f"---\n{facts}---\n{body}Halina Zyxwvu\n")


@pytest.mark.hard
@pytest.mark.parametrize("part", [*PARTS, *REMARKS])
def test_words_that_tell_are_noticed_in_every_part_of_a_file(part: str, tried: Tried) -> None:
    tried(WAYS, len(WORDS))
    whole = PARTS | REMARKS
    one_line = [re.sub(r"\s+", " ", words) if part in REMARKS else quoted(words) for words in WORDS]
    texts = [f"---\n{whole[part].format(words)}---\nTea.\n" for words in one_line]
    assert [text for text in texts if not is_refused(text)] == []


@pytest.mark.hard
@pytest.mark.parametrize("part", [*PARTS, *REMARKS])
def test_harmless_words_are_let_through_in_every_part_of_a_file(part: str, tried: Tried) -> None:
    tried(HARMLESS_WAYS, len(HARMLESS))
    whole = PARTS | REMARKS
    one_line = [
        re.sub(r"\s+", " ", words) if part in REMARKS else quoted(words) for words in HARMLESS
    ]
    texts = [f"---\n{whole[part].format(words)}---\nTea.\n" for words in one_line]
    assert [text for text in texts if is_refused(text)] == []


@pytest.mark.hard
@pytest.mark.parametrize("around", BODIES)
def test_words_that_tell_are_noticed_anywhere_in_the_text(around: str, tried: Tried) -> None:
    tried(WAYS, len(WORDS))
    head = "---\ntitle: Quiet\nsensitive: yes\n---\n"
    assert [words for words in WORDS if not is_refused(head + around.format(words))] == []


CITY = Path(__file__).parents[2] / "shared" / "data" / "edinburgh"


@pytest.mark.hard
@pytest.mark.skipif(not CITY.is_dir(), reason="the open data of a real city is not beside this")
def test_nearly_every_address_of_a_real_city_is_noticed(tried: Tried) -> None:
    addresses = [words for words in real_addresses() if re.search("[0-9]", words)]
    tried("Addresses of a real city in a safe space's file", len(addresses))
    missed = [words for words in addresses if not set(told_in_words(f"We are at {words}"))]
    assert len(addresses) > 700
    assert len(missed) / len(addresses) < 0.01


def real_addresses() -> list[str]:
    files = [path.read_text(encoding="utf-8-sig", errors="replace") for path in CITY.glob("*.csv")]
    rows = [row for text in files for row in csv.DictReader(text.splitlines())]
    is_of_place = re.compile("address|postcode", re.IGNORECASE)
    return [
        said
        for row in rows
        for name, said in row.items()
        if said and is_of_place.search(name or "")
    ]
