"""What holds for any bytes at all: no exception, no hang, no wrong place, nothing lost."""

from __future__ import annotations

from typing import Any

import pytest
import yaml
from hypothesis import example, given
from hypothesis import strategies as st
from timing import seconds_for

from doorstep.kinds import Kind
from doorstep.problems import Level
from doorstep.sources import Reading, plain_yaml, read_bytes

FILES = st.sampled_from(["content/groups/tea.md", "content/groups/tea.yaml"])

# Scraps of what people and machines type, so that odd neighbours meet often.
MARKS = "[]{},:：\"'“”‘’#|>%@`=~-\\ \n\r\x00\x85\u00a0\u200b\u2028\ufeffaé😀"
WRITTEN = (
    *("title", "when", "body: ", ": ", " # ", " #2", "'tis", "null", "10:30"),
    *("\n  ", "\n\t", "\n- ", "\n- slug: a\n", "|-\n", "? ", "- ", "..."),
    *("&a", "*a", "!a", "!!a", "<<: ", "\\x", "\\ud800", "---", "\n---\n"),
    *("<<<<<<< a\n", "=======\n", ">>>>>>> b\n"),
)
SCRAPS = st.sampled_from(WRITTEN) | st.sampled_from(MARKS)
TEXTS = st.lists(SCRAPS, max_size=40).map("".join)
FRONTED = TEXTS.map(lambda text: f"---\n{text}\n---\nText\n")


def read(text: str, file: str) -> Reading:
    return read_bytes(text.encode(), file, Kind.GROUP)


@given(st.binary() | (TEXTS | FRONTED).map(str.encode), FILES)
@example(b"\xff\xfe\x00\xd8", "content/groups/tea.md")
@example(b"---", "content/groups/tea.yaml")
def test_any_bytes_are_either_read_or_explained(raw, file):
    reading = read_bytes(raw, file, Kind.GROUP)
    lines = len(raw.replace(b"\r", b"\n").split(b"\n"))
    assert reading.sources or any(p.level is Level.ERROR for p in reading.problems)
    assert all(1 <= p.line <= lines and p.column >= 1 for p in reading.problems)
    assert all(p.message and p.rule and p.file == file for p in reading.problems)


@given(TEXTS | FRONTED, FILES)
def test_marks_are_places_in_the_file(text, file):
    for source in read(text, file).sources:
        for mark in source.marks.values():
            assert 1 <= mark.line <= len(source.lines)
            assert 1 <= mark.column <= len(source.lines[mark.line - 1]) + 1
            assert 1 <= mark.key_column <= len(source.lines[mark.key_line - 1]) + 1


@given(TEXTS | FRONTED, FILES, st.sampled_from(["\r\n", "\r"]))
def test_line_ends_change_nothing(text, file, line_end):
    plain = text.replace("\r", "\n")
    assert read(plain.replace("\n", line_end), file) == read(plain, file)


@given(TEXTS | FRONTED, FILES)
def test_a_byte_order_mark_changes_nothing(text, file):
    assert read("\ufeff" + text, file) == read(text, file)


NAMES = st.text("abcdefghij_", min_size=1, max_size=12)
# Marks without width and odd spaces are taken away at the ends of values, on purpose.
WORDS = st.text(
    st.sampled_from("ab é😀:#-[]{}&*!|>%@`,?'\"\\=~.0123\n\t"), max_size=60
) | st.sampled_from(["null", "~", "yes", "10:30", "---", "a: b", "# a", "'tis\n\nb", "a\n\n"])


def facts(inner: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    return st.dictionaries(NAMES, inner, min_size=1, max_size=4)


TOLD = facts(st.recursive(WORDS, lambda inner: facts(inner) | st.lists(inner), max_leaves=8))


@given(
    TOLD,
    st.sampled_from([None, '"', "'"]),
    st.sampled_from([None, True, False]),
    st.sampled_from([20, 80]),
)
@example({"a": '0000000000\n}"0'}, '"', True, 20)
@example({"a": ["it's\n\n"]}, "'", False, 80)
@example({"a": ['b \\ " : c']}, '"', False, 80)
def test_facts_written_by_a_program_are_read_back_as_they_were(told, style, flow, width):
    text = yaml.safe_dump(told, default_style=style, default_flow_style=flow, width=width)
    (source,) = read(text, "content/groups/tea.yaml").sources
    told.pop("body", None)
    told.pop("slug", None)
    assert source.front_matter == told


@given(FRONTED)
def test_the_slower_reader_of_yaml_reads_the_same(text):
    quick = read(text, "content/groups/tea.md")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(plain_yaml, "_LOADER", yaml.SafeLoader)
        slow = read(text, "content/groups/tea.md")
    assert [s.front_matter for s in slow.sources] == [s.front_matter for s in quick.sources]


HOSTILE = {
    "brackets": "a: " + "[" * 250_000,
    "closed brackets on one line": "a: [" + "'b,''c," * 30_000 + "]",
    "curly quotes": "a: [" + "“a, " * 50_000 + "]",
    "tags": "a: [" + "!!a," * 60_000 + "]",
    "colons": "a: [" + "a: ," * 60_000 + "]",
    "steps": "\n".join(f"{' ' * step}a:" for step in range(700)),
    "the same fact": "a: b\n" * 50_000,
    "no facts": "b\n" * 120_000,
    "blank lines": "\n" * 900_000 + "a: b",
    "hashes": "a: " + " #b" * 80_000,
    "spaces": "a: b" + " " * 250_000 + "c",
    "apostrophes": "a: 0\n" + " b: 'tis\n" * 28_000,
    "quotation marks": "a: 'b\n" + " ''\n" * 60_000,
    "brackets over lines": "a: 0\n" + " b: [\n]\n" * 28_000,
    "open brackets over lines": "a: 0\n" + ' b: ["["\n]\n' * 20_000,
    "half-closed brackets": "a: [\n b: c]\n" * 20_000,
    "dashes": "- " * 120_000,
    "a long name": "k" * 250_000 + ": a",
    "tabs": "\t" * 250_000 + "a: b",
    "paragraphs": "a: b\n" + "\nfoo\n" * 180_000,
    "changes": "<<<<<<<\n=======\n>>>>>>>\n" * 30_000,
    "a billion laughs": "a: &a [b, b]\nb: &b [*a, *a]\nc: [*b, *b]",
}


@pytest.mark.whole
@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_nothing_takes_more_than_two_seconds(text):
    assert seconds_for(lambda: read(f"---\n{text}", "content/groups/tea.md"), 2) < 2
    assert len(read(f"---\n{text}", "content/groups/tea.md").problems) < 50
