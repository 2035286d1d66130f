"""Facts that are plain are read at once, and say what repairs and YAML make of the same lines."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from doorstep.kinds import Kind
from doorstep.sources import entry_text, read_bytes, straight
from doorstep.sources.plain_yaml import PlainYaml
from doorstep.sources.repairs import repair
from doorstep.sources.straight import straight_facts

if TYPE_CHECKING:
    from collections.abc import Sequence

ENTRIES = sorted((Path(__file__).parent.parent / "content").rglob("*.md"))

NAMES = st.sampled_from(
    ["title", "when", "for", "contact", "a", "_", "null", "Title", "come along"]
)
PIECES = st.sampled_from(
    [
        *"aéЖ½٣9 ,:;.!?'\"()[]{}#&*%@`|>-+=<~^/\\£“”‘’–…°\t\u00a0\u200b",
        *(": ", " #", ", ", "null", "~", "yes", "10:30", "https://example.org", "-3.2"),
        *("two words", "---", "...", "''", "a:b"),
    ]
)
ODD = st.lists(PIECES, max_size=6).map("".join)
PLAIN = st.sampled_from(
    [
        "tea",
        "two words",
        "10:30",
        "+44 1",
        "£2",
        "-3",
        "don't",
        "a/b",
        "null",
        "nullify",
        "(x)",
        "-",
    ]
)
LISTS = st.tuples(st.sampled_from([", ", ", ", ",", " , "]), st.lists(PLAIN | ODD, max_size=3))
PAIRS = st.lists(st.tuples(NAMES, st.sampled_from([": ", ": ", ":"]), PLAIN | ODD), max_size=3)
VALUES = st.one_of(
    st.just(""),
    PLAIN,
    st.tuples(PLAIN, ODD).map("".join),
    ODD,
    ODD.map('"{}"'.format),
    LISTS.map(lambda typed: f"[{typed[0].join(typed[1])}]"),
    PAIRS.map(lambda typed: f"{{{', '.join(map(''.join, typed))}}}"),
)
LEADS = st.sampled_from(["", "", "", "  ", "  ", "   ", "\t", "- "])
COLONS = st.sampled_from([": ", ": ", ": ", ":", ":  ", " : ", "："])
FACTS = st.tuples(LEADS, NAMES, COLONS, VALUES).map("".join)
LINES = st.lists(FACTS | st.sampled_from(["", "# aside", "  # aside", "  more", "- a"]), max_size=5)


def read_otherwise(lines: Sequence[str]) -> tuple[object, ...]:
    repaired, findings = repair(lines, 2)
    plain = PlainYaml(repaired)
    return plain.node, [*plain.marks.items()], [*findings, *plain.findings]


@given(LINES)
@example(["contact:", "  phone: 020 7946 0123", "  text:", "title: Tea"])
@example(["contact: {name: Pat}", "  phone: 020 7946 0123"])
@example(["contact: {name: Pat, name: Jo}"])
@example(["", "# aside", "title: Tea"])
@example(["title:", "# aside", "  a: b", "  a: c"])
def test_what_is_read_at_once_is_what_repairs_and_yaml_make_of_it(lines: list[str]) -> None:
    if (read := straight_facts(lines, 2)) is not None:
        told, marks = read
        assert (told, [*marks.items()], []) == read_otherwise(lines)


@pytest.mark.parametrize("file", ENTRIES, ids=lambda file: file.stem)
def test_the_facts_of_the_example_are_the_same_either_way(file: Path) -> None:
    lines = file.read_text("utf-8").split("\n")
    facts = lines[1 : lines.index("---", 1)]
    if (read := straight_facts(facts, 2)) is not None:
        told, marks = read
        assert (told, [*marks.items()], []) == read_otherwise(facts)


def test_most_entries_of_the_example_are_read_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    repaired: list[int] = []

    def seen(lines: Sequence[str], first_line: int) -> object:
        repaired.append(first_line)
        return repair(lines, first_line)

    monkeypatch.setattr(entry_text, "repair", seen)
    for file in ENTRIES:
        read_bytes(file.read_bytes(), file.name, Kind.GROUP)
    assert len(repaired) < len(ENTRIES) / 4


@pytest.mark.parametrize(
    "line",
    [
        "title: null",
        "title: ~",
        "topics: [tea, Null]",
        "title: Tea # talk",
        "title: Tea: talk",
        "title: 'Tea'",
        'title: "Tea \\x41"',
        "title: &tea Tea",
        "topics: [tea,talk]",
        "topics: [[tea]]",
        "contact: {name: Pat, name: Jo}",
        "contact: {name}",
        " title: Tea",
        "title : Tea",
        "title: Tea\u200b",
        "- title: Tea",
        "Title: Tea",
        "null: Tea",
    ],
)
def test_whatever_is_less_plain_is_left_to_others(line: str) -> None:
    assert straight_facts(["number: 1", line], 2) is None


def test_more_parts_than_an_entry_may_have_are_left_to_others() -> None:
    items = ", ".join("a" for _ in range(straight.PARTS.most))
    assert straight_facts([f"topics: [{items}]"], 2) is None


@pytest.mark.parametrize("entry", ENTRIES[::7], ids=lambda path: path.stem)
def test_where_a_fact_stands_is_told_though_it_is_not_kept(entry: Path) -> None:
    raw = entry.read_bytes()
    (source,) = read_bytes(raw, entry.name, Kind.GROUP).sources
    _, marks, _ = read_otherwise(source.lines[1 : source.lines.index("---", 1)])
    assert [*source.marks.items()] == marks


def test_nothing_is_kept_twice_of_an_entry_as_nearly_everyone_writes_it() -> None:
    raw = b"---\ntitle: Tea and talk\nwhen: Tuesdays, 2pm\n---\nCome as you are.\n"
    (source,) = read_bytes(raw, "tea.md", Kind.GROUP).sources
    assert (source.marks_told, source.body_told) == (None, None)
    assert source.body == "Come as you are.\n"
    assert source.problem(("when",), "rule", "Why?").source_line == "when: Tuesdays, 2pm"
