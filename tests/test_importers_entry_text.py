"""Entry files as an import writes them: plain, and read back as meant by any reader."""

from __future__ import annotations

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from doorstep.importers.entry_text import entry_text
from doorstep.importers.fingerprints import fingerprint
from doorstep.importers.tables import tidy_cell
from doorstep.kinds import Kind
from doorstep.sources import Source, read_bytes


def read_back(text: str) -> Source:
    reading = read_bytes(text.encode(), "content/groups/tea.md", Kind.GROUP)
    assert reading.problems == ()
    return reading.sources[0]


def test_a_file_reads_like_one_that_a_person_wrote() -> None:
    facts = {
        "title": "St Anne's café",
        "topics": ["food", "company"],
        "when": ["Monday, 10am", "Tuesday, 11am"],
        "where": {"postcode": "AB1 2CD", "lat": "55.95", "lon": "-3.19"},
        "contact": {"phone": "020 7946 0456"},
    }
    assert entry_text(facts, "Come in.") == (
        "---\n"
        "title: St Anne's café\n"
        "topics: [food, company]\n"
        "when:\n"
        "  - Monday, 10am\n"
        "  - Tuesday, 11am\n"
        "where:\n"
        "  postcode: AB1 2CD\n"
        "  lat: 55.95\n"
        "  lon: -3.19\n"
        "contact:\n"
        "  phone: 020 7946 0456\n"
        "---\n"
        "\nCome in.\n"
    )


@pytest.mark.parametrize(
    "words",
    ["no", "10:30", "0131", "Tea: all welcome", "Yoga #2", "“Tea”", "*Tea*", "- Tea", "@home", "~"],
)
def test_words_that_look_like_something_else_are_read_back_as_words(words: str) -> None:
    text = entry_text({"title": words}, "")
    assert read_back(text).front_matter == {"title": words}
    assert yaml.safe_load(text.split("---\n")[1]) == {"title": words}


LINE = st.text(max_size=30).map(lambda text: " ".join(tidy_cell(text).split())).filter(bool)
NODE = LINE | st.lists(LINE, min_size=1, max_size=3)
FACTS = st.dictionaries(
    st.sampled_from(["title", "summary", "when", "cost"]),
    NODE | st.dictionaries(st.sampled_from(["phone", "lat", "notes"]), LINE, min_size=1),
    min_size=1,
)


@given(FACTS)
def test_whatever_a_list_says_is_read_back_with_the_same_meaning(facts: dict[str, object]) -> None:
    source = read_back(entry_text(facts, ""))  # type: ignore[arg-type]
    assert fingerprint(source.front_matter, "") == fingerprint(facts, "")  # type: ignore[arg-type]


def test_order_spaces_and_line_ends_are_no_edit() -> None:
    one = fingerprint({"title": "Tea", "cost": "Free"}, "Come in.\n\nSit down.\n")
    other = fingerprint({"cost": "Free", "title": " Tea "}, "Come in.  \r\n\r\n\r\nSit down.")
    assert one == other


def test_a_number_given_later_is_no_edit() -> None:
    assert fingerprint({"title": "Tea", "number": "7"}, "") == fingerprint({"title": "Tea"}, "")


@pytest.mark.parametrize(
    ("facts", "body"),
    [({"title": "Teas"}, "Come in."), ({"title": "Tea"}, "Come on in."), ({}, "Come in.")],
)
def test_other_words_are_an_edit(facts: dict[str, str], body: str) -> None:
    edited = fingerprint(dict(facts), body)
    assert edited != fingerprint({"title": "Tea"}, "Come in.")
