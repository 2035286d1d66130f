"""Attacks as facts with a grammar, as they are typed, below the facts and as names of files."""

from __future__ import annotations

import re
from itertools import chain, islice, product
from string import ascii_lowercase
from typing import TYPE_CHECKING

import html5lib
import pytest
from attacks import NAMED, attacks, pieces, published
from builders import TODAY, checked_of, config
from planted import can_be_typed, quoted
from unharmed import IN_BODIES, SCHEMES

from doorstep.contacts import dialled
from doorstep.kinds import Kind
from doorstep.loading import context_for
from doorstep.markdown import render
from doorstep.reading import read_entry
from doorstep.sources import read_bytes

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

    from doorstep.entries import Entry
    from doorstep.problems import Problem

    Tried = Callable[[str, int], None]

FEW = (*pieces("everything"), *pieces("addresses")[::3], *pieces("lines")[::3])
"""Attacks for every day."""

WITH_A_GRAMMAR = (
    *("number: X", "topics: [X]", "area: X", "for: [X]", "when: X", "open: X", "where: X"),
    *("where: {postcode: X}", "where: {lat: X, lon: X}", "access: {step_free: X}"),
    *("contact: {phone: X}", "contact: {text: X}", "contact: {email: X}", "contact: {website: X}"),
    *("organiser: X", "works_with: [X]", "checked: X", "checked: {on: X}", "status: X"),
    *("changes: [{on: X}]", "changes: [{on: 2026-12-01, moved_to: X}]", "sensitive: X"),
    *("image: {file: X, alt: X}", "formerly: [X]", "source: {from: X, id: X, hash: X}", "X: X"),
)
"""Facts that are more than words; X is where an attack goes."""

SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
WEBSITE = re.compile(r"https?://[^\s<>\"\\^`{|}]+", re.IGNORECASE)
EMAIL = re.compile(r"[^\s<>\"'`()&;:,\\]+@[a-z0-9.-]+", re.IGNORECASE)
DIALLED = re.compile(r"\+?[0-9]+(;ext=[0-9]+)?")

CONTEXT = context_for(config(), TODAY)


def read(text: str) -> tuple[list[Entry], list[Problem]]:
    """Return what is read of a file, and what is said about it."""
    raw = text.encode("utf-8", "surrogatepass")
    reading = read_bytes(raw, "content/places/tea.md", Kind.PLACE)
    told = [read_entry(source, CONTEXT) for source in reading.sources]
    entries = [entry for entry, _ in told if entry]
    return entries, [*reading.problems, *chain.from_iterable(wrong for _, wrong in told)]


def unsafe(entry: Entry) -> list[str]:
    """Return what an entry says that pages, links or files could stumble over."""
    contact = entry.contact
    slugs = [entry.organiser, *entry.works_with, *entry.formerly]
    numbers = [dialled(one) for one in (contact.phone, contact.text, contact.whatsapp) if one]
    shapes = (
        (SLUG, slugs),
        (WEBSITE, [contact.website]),
        (EMAIL, [contact.email]),
        (DIALLED, numbers),
    )
    return [one for shape, ones in shapes for one in ones if one and not shape.fullmatch(one)]


def misread(facts: Iterable[str]) -> list[str]:
    """Return the facts of which neither an entry nor a word to their writer came."""
    wrong = []
    for fact in facts:
        entries, problems = read(f"---\ntitle: Tea\n{fact}\n---\nTea.\n")
        if not (entries or problems) or any(map(unsafe, entries)):
            wrong.append(fact)
    return wrong


def test_a_fact_with_a_grammar_is_refused_in_words_or_safe(tried: Tried) -> None:
    facts = [fact.replace("X", quoted(one)) for fact in WITH_A_GRAMMAR for one in FEW[::4]]
    tried("Attack strings in facts with a grammar, read", len(facts))
    assert misread(facts) == []


@pytest.mark.hard
@pytest.mark.parametrize("fact", WITH_A_GRAMMAR)
def test_facts_with_a_grammar_hold_against_thousands(fact: str, tried: Tried) -> None:
    facts = [fact.replace("X", quoted(one)) for one in islice(attacks(), 0, None, 97)]
    tried("Attack strings in facts with a grammar, read", len(facts))
    assert misread(facts) == []


def test_an_attack_as_it_is_typed_is_read_or_told(tried: Tried) -> None:
    facts = [f"summary: {one}" for one in FEW]
    tried("Attack strings as front matter without quotation marks, read", len(facts))
    assert misread(facts) == []


@pytest.mark.hard
@pytest.mark.parametrize("share", range(4))
def test_tens_of_thousands_as_they_are_typed_are_read_or_told(share: int, tried: Tried) -> None:
    facts = [f"summary: {one}" for one in islice(attacks(), share, None, 16)]
    tried("Attack strings as front matter without quotation marks, read", len(facts))
    assert misread(facts) == []


@pytest.mark.hard
@pytest.mark.parametrize("share", range(4))
def test_a_file_that_is_nothing_but_an_attack_is_told(share: int, tried: Tried) -> None:
    files = list(islice(attacks(), share, None, 16))
    tried("Attack strings as whole files, read", len(files))
    assert [one for one in files if not any(read(one))] == []


def made_of(attacks: Iterable[str]) -> set[str]:
    """Return what bodies have in them that Markdown never makes."""
    bodies = "".join(f"<section>{render(one).html}</section>" for one in attacks)
    page = f"<!doctype html><title>x</title>{bodies}"
    tree = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False).parse(page)
    wrong = {
        f"{one.tag} {name}"
        for one in tree.find("body").iter()
        for name in ("", *one.attrib)
        if (one.tag, name) not in IN_BODIES | {("body", ""), ("section", "")}
    }
    hrefs = (str(one.get("href", "")).strip() for one in tree.iter("a"))
    schemes = {re.sub(r"[\x00-\x20]", "", href).partition(":") for href in hrefs}
    return wrong | {
        f"{scheme}:"
        for scheme, colon, _ in schemes
        if colon and scheme.isalpha() and scheme.lower() not in SCHEMES
    }


def test_a_character_that_no_page_may_have_is_shown_as_a_mark() -> None:
    shown = render("a &#1;b &#x8d;c &#xfdd0;d \U0001fffee").html
    assert shown == "<p>a \ufffdb \ufffdc \ufffdd \ufffde</p>"


def test_an_attack_below_the_facts_makes_nothing_but_markdown(tried: Tried) -> None:
    bodies = [*FEW, *islice(attacks(), 0, None, 2_000)]
    tried("Attack strings as Markdown, drawn", len(bodies))
    assert made_of(bodies) == set()


@pytest.mark.hard
@pytest.mark.parametrize("share", range(16))
def test_tens_of_thousands_make_nothing_but_markdown(share: int, tried: Tried) -> None:
    bodies = list(islice(attacks(), share, None, 32))
    tried("Attack strings as Markdown, drawn", len(bodies))
    for start in range(0, len(bodies), 500):
        assert made_of(bodies[start : start + 500]) == set()


@pytest.mark.hard
def test_published_attacks_are_read_or_told_and_make_nothing_but_markdown(tried: Tried) -> None:
    if not published():
        pytest.skip(f"{NAMED} names no file of published attack strings")
    tried("Attack strings that others have published, read in every way", len(published()))
    assert misread(f"summary: {one}" for one in published()) == []
    assert (
        misread(fact.replace("X", quoted(o)) for fact in WITH_A_GRAMMAR for o in published()) == []
    )
    assert [one for one in published() if not any(read(one))] == []
    assert made_of(published()) == set()


def named(folder: Path, attacks: Iterable[str]) -> tuple[int, list[str], list[str]]:
    """Call files of a guide as attacks; return how many, what was read, and what was said."""
    names = {one.replace("/", "").replace("\0", "")[:50] for one in attacks}
    # What begins like this is hidden, or left by an editor, and none of the guide’s business.
    plain = sorted(one for one in names if can_be_typed(one) and not one.startswith((".", "#")))
    # With letters of its own, so that no two are told as one where phone numbers are left out.
    apart = map("".join, product(ascii_lowercase, repeat=3))
    files = [f"groups/{name} {own}.md" for name, own in zip(plain, apart, strict=False)]
    checked = checked_of(folder, dict.fromkeys(files, "---\ntitle: Tea\n---\n"))
    slugs = [entry.slug for entry in checked.entries]
    return len(files), slugs, [f"{one.file} {one.message}" for one in checked.problems]


def test_a_file_called_like_an_attack_is_refused_by_its_name(tmp_path: Path, tried: Tried) -> None:
    number, slugs, said = named(tmp_path, FEW)
    tried("Attack strings as names of files, read", number)
    assert slugs == []
    assert len(said) >= number
    assert all(one.isprintable() for one in said)


@pytest.mark.hard
def test_thousands_of_files_called_like_attacks_are_refused(tmp_path: Path, tried: Tried) -> None:
    number, slugs, said = named(tmp_path, islice(attacks(), 0, None, 40))
    tried("Attack strings as names of files, read", number)
    assert [one for one in slugs if not SLUG.fullmatch(one)] == []
    assert len(said) + len(slugs) >= number


def test_attacks_among_the_synonyms_are_told_or_taken_as_words(tmp_path: Path) -> None:
    lines = "".join(f"  - {quoted(one)}: tea\n" for one in FEW if can_be_typed(one))
    checked = checked_of(
        tmp_path, {"synonyms.yaml": f"means:\n{lines}", "groups/tea.md": "---\ntitle: Tea\n---\n"}
    )
    assert [entry.slug for entry in checked.entries] == ["tea"]
