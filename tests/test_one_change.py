"""What changes on the site when one entry does: what shows it or counts it, and nothing else."""

from __future__ import annotations

import re
import shutil
from html import escape
from typing import TYPE_CHECKING

import pytest
from built_site import REPOSITORY, TINY, Site, build, copied
from shipped import needs_the_example

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Edit = Callable[[str], str]
    Tried = Callable[[str, int], None]

pytestmark = pytest.mark.whole
hard = pytest.mark.hard

AGGREGATES = {
    r"(404|index)\.html|(areas|topics|near)/":
        "offers topics and areas, with how many entries each has",
    r"(groups|events|green-spaces|places|stories|help(/get|/give)?)/index\.html":
        "offers topics as well, with how many entries each has",
    r"whats-on/|calendar/": "offers the days, times and topics that something is on",
    r"map/": "has a number for the edition of all that is on it",
    r"missing/|print/check-up/": "tells what there is none of, or not enough",
    r"about/handover/": "counts what there is to keep true",
    r"search/": "gives each entry a place in a row, and words to all who have them",
    r"print/(\w+/)?index\.html": "says for whom there is a sheet, or counts its pages",
    r"print/shortlist/entries\.json": "has the numbers of what is no longer there",
    r"sitemap\.xml|feed\.xml|robots\.txt": "lists every page",
    r"assets/kept-[0-9a-f]+\.json": "holds the pages that every phone keeps; each is compared too",
    r"service-worker\.js": "has a fingerprint of the pages that every phone keeps",
}  # fmt: skip
"""Files which need not name an entry that they change with, and why."""

MAIN = re.compile(rb"<main\b.*</main>", re.DOTALL)
"""What a page is about. Its frame counts entries, and leads to lists that are not empty."""


UNCHECKED = b"Nothing has been checked lately enough to print."
"""What an empty sheet says where there is something, without a word on what it is."""


def said_by(content: bytes) -> bytes:
    """Return what a file says, without the frame that all pages have."""
    found = MAIN.search(content)
    return found[0] if found else content


def told_by(text: str, slug: str) -> set[bytes]:
    """Return the words by which a file names an entry: its title and its address."""
    title = re.search(r"^title: *(.+?) *$", text, re.MULTILINE)
    words = title[1].strip("\"'") if title else slug
    return {slug.encode(), words.encode(), escape(words).replace("&#x27;", "&#39;").encode()}


def borrowers_of(slug: str, guide: Path) -> set[bytes]:
    """Return what names entries that show its phone, or what getting in is like, as their own."""
    files = [guide / "content" / name for name in entries_of(guide)]
    lender = re.compile(rf"^(organiser|where): *{re.escape(slug)}$", re.MULTILINE)
    texts = {file.name.partition(".")[0]: file.read_text(encoding="utf-8") for file in files}
    named = (told_by(text, borrower) for borrower, text in texts.items() if lender.search(text))
    return set().union(*named)


def is_an_aggregate(path: str) -> bool:
    return any(re.match(pattern, path) for pattern in AGGREGATES)


def unrelated(before: Site, after: Site, names: set[bytes]) -> list[str]:
    """Return the files that changed and neither name the entry nor count it."""
    paths = before.files.keys() | after.files.keys()
    sides = {path: (before.files.get(path, b""), after.files.get(path, b"")) for path in paths}
    changed = {
        path: one + other for path, (one, other) in sides.items() if said_by(one) != said_by(other)
    }
    return sorted(
        path
        for path, text in changed.items()
        if not any(name in text or name in path.encode() for name in {*names, UNCHECKED})
        and not is_an_aggregate(path)
    )


def changed_in(key: str, to: str) -> Edit:
    """Return an edit that gives a key another value, or writes it down."""

    def edit(text: str) -> str:
        line = re.compile(rf"^{key}:.*\n(?:(?: |- ).*\n)*", re.MULTILINE)
        if line.search(text):
            return line.sub(f"{key}: {to}\n", text, count=1)
        return re.sub(r"^(title:.*\n)", rf"\1{key}: {to}\n", text, count=1, flags=re.MULTILINE)

    return edit


EDITS: dict[str, Edit] = {
    "title": changed_in("title", "Something that nobody else is called"),
    "summary": changed_in("summary", "What nobody else says of themselves."),
    "contact": changed_in("contact", "{name: Zuleika, phone: 020 7946 0199}"),
    "cost": changed_in("cost", "Two pounds and a half"),
    "topics": changed_in("topics", "[gardens]"),
    "access": changed_in("access", "{step_free: no, hearing_loop: yes}"),
    "checked": changed_in("checked", "2026-11-20, by phone, Zuleika"),
    "closed": changed_in("status", "closed"),
    "body": lambda text: text.rstrip("\n") + "  And one word more.\n",
}
"""One fact of an entry at a time."""

NEW = """
---
number: 777
title: The quite new choir
summary: We sing.
topics: [company]
for: [everyone]
when: Every Thursday, 7pm to 9pm
where: st-annes-hall
cost: Free
contact: {name: Jo, phone: 020 7946 0177}
checked: 2026-11-03, by phone, Amina
---
Sing.
"""


class Guide:
    """A copy of a guide in which one entry is changed at a time, and what came of it."""

    def __init__(self, guide: Path, folder: Path) -> None:
        self.guide, self.folder = guide, folder
        copied(guide, folder / "before", {})
        self.before = build(folder / "before", folder / "site-before")
        _ = self.before.files
        self.number = 0
        self.changed = False

    def has(self, name: str, edit: Edit) -> bool:
        """Say whether an entry says already what an edit would make it say."""
        text = (self.guide / "content" / name).read_text(encoding="utf-8")
        return edit(text) == text

    def unrelated_after(self, name: str, edit: Edit | None) -> list[str]:
        """Return what changes for no reason when an entry is edited, or is no more."""
        self.number += 1
        guide = copied(self.guide, self.folder / f"{self.number}", {})
        file = guide / "content" / name
        text = file.read_text(encoding="utf-8")
        edited = edit(text) if edit else ""
        file.write_text(edited, encoding="utf-8") if edit else file.unlink()
        after = build(guide, self.folder / f"site-{self.number}")
        self.changed |= after.files != self.before.files
        slug = file.name.partition(".")[0]
        names = told_by(text, slug) | told_by(edited, slug) | borrowers_of(slug, self.guide)
        return unrelated(self.before, after, names)


@pytest.fixture
def guide(tmp_path: Path) -> Guide:
    return Guide(TINY, tmp_path)


@pytest.mark.parametrize("what", ["title", "contact"])
def test_a_change_to_an_entry_changes_nothing_that_does_not_show_it(
    what: str, guide: Guide, tried: Tried
) -> None:
    tried("Entries changed in one fact, and all else compared", 1)
    assert guide.unrelated_after("groups/tea-and-talk.md", EDITS[what]) == []
    assert guide.changed


def entries_of(guide: Path) -> list[str]:
    """Return the file of every entry of a guide; translations are no entries."""
    content = guide / "content"
    files = sorted([*content.glob("*/*.md"), *content.glob("*/*.yaml")])
    return [
        file.relative_to(content).as_posix()
        for file in files
        if file.name.count(".") == 1 and "\ntitle:" in "\n" + file.read_text(encoding="utf-8")
    ]


@hard
@pytest.mark.parametrize("name", entries_of(TINY))
def test_no_fact_of_an_entry_changes_what_does_not_show_it(
    name: str, guide: Guide, tried: Tried
) -> None:
    for what, edit in EDITS.items():
        if not guide.has(name, edit):
            tried("Entries changed in one fact, and all else compared", 1)
            assert (what, guide.unrelated_after(name, edit)) == (what, [])
    assert guide.changed


@hard
@needs_the_example
def test_no_fact_of_an_entry_of_the_example_changes_what_does_not_show_it(
    tmp_path: Path, tried: Tried
) -> None:
    shutil.copytree(REPOSITORY / "content", tmp_path / "example" / "content")
    shutil.copyfile(REPOSITORY / "site.yaml", tmp_path / "example" / "site.yaml")
    guide = Guide(tmp_path / "example", tmp_path)
    names = entries_of(tmp_path / "example")
    for name, (what, edit) in zip(names[:: len(names) // len(EDITS)], EDITS.items(), strict=False):
        tried("Entries changed in one fact, and all else compared", 1)
        assert (name, what, guide.unrelated_after(name, edit)) == (name, what, [])
    assert guide.changed


@hard
def test_a_new_entry_changes_nothing_that_does_not_show_it(guide: Guide, tried: Tried) -> None:
    after = build(
        copied(TINY, guide.folder / "more", {"groups/quite-new-choir.md": NEW}),
        guide.folder / "site-more",
    )
    tried("Entries added or taken away, and all else compared", 1)
    assert unrelated(guide.before, after, told_by(NEW, "quite-new-choir")) == []


@hard
def test_an_entry_that_goes_changes_nothing_that_did_not_show_it(
    guide: Guide, tried: Tried
) -> None:
    for name in ("events/canal-walk.md", "stories/the-last-bench.md", "help/listeners-wanted.md"):
        tried("Entries added or taken away, and all else compared", 1)
        assert (name, guide.unrelated_after(name, None)) == (name, [])
    assert guide.changed
