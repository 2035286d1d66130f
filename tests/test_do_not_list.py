"""Groups that asked not to be listed are known again, and their list says nothing of them."""

from __future__ import annotations

import base64
import unicodedata
from datetime import date
from functools import cache
from typing import TYPE_CHECKING

import pytest
from asked_not import SALT, listed, put
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from doorstep.do_not_list import NOBODY, DoNotList, Trait, known_by, lists, read_do_not_list
from doorstep.do_not_list.keeping import NotKept, with_group, without_groups, write_list
from doorstep.do_not_list.marks import HEAPS, slow_hash
from doorstep.do_not_list.reading import list_in
from doorstep.do_not_list.traits import TITLE, NotATrait, folded_name, is_told_in, traits_told
from doorstep.problems import Level

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

NAME = "St Anne's Tea and Talk"
MARKS = "̧̀́̂̈"
BETWEEN = st.sampled_from([" ", "  ", "-", " - ", "_", ", ", " & ", " / ", " and ", ". ", "\t"])


@st.composite
def spelt_differently(draw: st.DrawFn) -> str:
    """Draw another way to write NAME: case, accents, signs between its words, “the”, an ending."""
    words = draw(st.sampled_from([["St", "Saint"], ["st.", "SAINT"]]))
    first = draw(st.sampled_from(words))
    anne = draw(st.sampled_from(["Anne's", "Anne’s", "Annes", "ANNE`S"]))
    parts = [first, anne, "Tea", *draw(st.sampled_from([["and"], ["&"], ["And"], ["n"]])), "Talk"]
    letters = [draw(_letters(part)) for part in parts]
    joined = letters[0]
    for part in letters[1:]:
        joined += draw(BETWEEN) + part
    start = draw(st.sampled_from(["", "The ", "THE ", "  "]))
    return start + joined + draw(st.sampled_from(["", " group", " Club", " Society!", " CIC"]))


@st.composite
def _letters(draw: st.DrawFn, word: str) -> str:
    written = ""
    for letter in word:
        cased = letter.upper() if draw(st.booleans()) else letter.lower()
        mark = draw(st.sampled_from(["", "", "", *MARKS])) if letter.isalpha() else ""
        written += cased + mark
    return unicodedata.normalize(draw(st.sampled_from(["NFC", "NFD"])), written)


@given(spelt_differently())
def test_a_listed_name_is_known_however_it_is_spelt(name: str) -> None:
    assert listed_once().has_any(known_by({"title": name}))


@given(st.text(min_size=1, max_size=60))
def test_a_name_that_nobody_listed_is_not_known(name: str) -> None:
    has_its_letters = folded_name(name) == folded_name(NAME)
    assert listed_once().has_any(known_by({"title": name})) is has_its_letters


@cache
def listed_once() -> DoNotList:
    """Return a list that is slow to make."""
    return listed(NAME)


@pytest.mark.parametrize(
    ("told", "facts"),
    [
        ({"phones": ["020 7946 0456"]}, {"contact": {"phone": "+44 (0)20 7946 0456"}}),
        ({"phones": ["020 7946 0456"]}, {"contact": {"text": "02079460456"}}),
        ({"phones": ["+44 20 7946 0456"]}, {"contact": {"whatsapp": "020 79 46 04 56"}}),
        ({"emails": ["Tea@Example.org"]}, {"contact": {"email": "mailto:tea@example.ORG"}}),
        ({"websites": ["example.org/tea"]}, {"contact": {"website": "https://www.Example.org/Tea/"}}),
        ({"websites": ["example.org"]}, {"contact": {"website": "http://example.org/about?a=1"}}),
        (
            {"websites": ["facebook.com/profile.php?id=12"]},
            {"contact": {"website": "https://m.facebook.com/profile.php?ref=x&id=12&fbclid=y"}},
        ),
        ({"sources": [("Town clubs", "12")]}, {"source": {"from": "Town clubs", "id": "12"}}),
        ({"titles": ["Tea and talk"]}, {"title": "Tea and Talk: the Christmas special"}),
        ({"titles": ["Tea and talk"]}, {"title": "Tea & talk (Thursdays)"}),
        ({"titles": ["Tea and talk"]}, {"title": "Chat", "formerly": ["tea-and-talk"]}),
        ({"titles": ["Tea and talk"]}, {"title": "Chat", "formerly": "[chat-in, tea-and-talk]"}),
        ({"titles": ["Tea and talk"]}, {"title": "Christmas fair", "organiser": "tea-and-talk"}),
    ],
)  # fmt: skip
def test_a_group_is_known_by_whatever_was_given(
    told: dict[str, list[str]], facts: dict[str, object]
) -> None:
    assert known_by(facts) & traits_told(**told)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("told", "facts"),
    [
        ({"titles": ["Book club"]}, {"title": "Book group"}),
        ({"titles": ["Tea and talk"]}, {"title": "Tea and toast"}),
        ({"phones": ["020 7946 0456"]}, {"contact": {"phone": "020 7946 0457"}}),
        ({"websites": ["example.org/tea"]}, {"contact": {"website": "https://example.org/chess"}}),
        (
            {"websites": ["facebook.com/profile.php?id=12"]},
            {"contact": {"website": "https://facebook.com/profile.php?id=13"}},
        ),
        ({"sources": [("Town clubs", "12")]}, {"source": {"from": "Parks", "id": "12"}}),
    ],
)
def test_a_neighbour_is_not_taken_for_a_group_that_asked(
    told: dict[str, list[str]], facts: dict[str, object]
) -> None:
    assert not known_by(facts) & traits_told(**told)  # type: ignore[arg-type]


def test_an_entry_is_known_by_its_name_in_addresses() -> None:
    assert known_by({"title": "Chat"}, "tea-and-talk") & traits_told(titles=["Tea & talk"])


@given(
    st.dictionaries(
        st.sampled_from(["title", "contact", "formerly", "organiser", "source"]),
        st.recursive(
            st.none() | st.text() | st.integers(),
            lambda inner: (
                st.lists(inner, max_size=3)
                | st.dictionaries(
                    st.sampled_from(["phone", "email", "website", "from", "id"]), inner
                )
            ),
            max_leaves=5,
        ),
    )
)
def test_facts_of_any_shape_are_looked_through(facts: dict[str, object]) -> None:
    assert all(trait.text for trait in known_by(facts))


@pytest.mark.parametrize(
    "told",
    [
        {"titles": ["…"]},
        {"phones": ["020 7946 045"]},
        {"emails": ["tea"]},
        {"websites": ["tea"]},
        {"websites": ["https://[tea"]},
        {"sources": [("", "12")]},
    ],
)
def test_what_nobody_could_be_known_by_is_refused(told: dict[str, list[str]]) -> None:
    with pytest.raises(NotATrait):
        traits_told(**told)  # type: ignore[arg-type]


def test_the_file_says_nothing_of_who_asked(tmp_path: Path) -> None:
    words = ("Tea and talk", "tea@example.org", "020 7946 0456", "teaandtalk.example.org")
    told = {"emails": [words[1]], "phones": [words[2]], "websites": [words[3]]}
    text = put(tmp_path, words[0], **told).read_text("utf-8").casefold()
    folded = ("teatalk", "tea", "talk", "442079460456", "79460456", "0456", "example")
    assert [word for word in (*words, *folded) if word.casefold() in text] == []
    for word in (*words, *folded[:4]):
        raw = word.encode()
        assert raw.hex() not in text
        assert base64.b64encode(raw).decode().rstrip("=").casefold() not in text


def test_a_list_is_read_as_it_was_written(tmp_path: Path) -> None:
    before = listed("Tea and talk", phones=["020 7946 0456"])
    write_list(tmp_path, before)
    assert read_do_not_list(tmp_path) == before


def test_two_guides_have_no_mark_in_common() -> None:
    traits = traits_told(titles=["Tea and talk"])
    one, other = (with_group(NOBODY, traits, date(2026, 11, 22), "") for _ in range(2))
    assert one.groups[0].marks[0].slow != other.groups[0].marks[0].slow


def test_without_a_file_nobody_asked(tmp_path: Path) -> None:
    assert read_do_not_list(tmp_path) == NOBODY


@pytest.mark.parametrize("asked", ["Tea & Talk rang", "020 7946 0456 rang", "TEA@example.org"])
def test_how_it_asked_may_not_say_who_it_is(asked: str) -> None:
    traits = traits_told(
        titles=["Tea and talk"], phones=["+44 20 7946 0456"], emails=["tea@example.org"]
    )
    with pytest.raises(NotKept, match="says who the group is"):
        with_group(NOBODY, traits, date(2026, 11, 22), asked)


@pytest.mark.parametrize(
    ("title", "asked", "is_told"),
    [
        ("AA", "by phone, Aaron", False),
        ("AA", "by phone, from AA", True),
        ("Age UK", "a caller of Age UK, to Amina", True),
        ("The One", "by phone, Amina", False),
    ],
)
def test_a_short_name_is_told_only_by_whole_words(title: str, asked: str, is_told: bool) -> None:
    [trait] = traits_told(titles=[title])
    assert is_told_in(trait, asked) is is_told


def test_how_it_asked_in_letters_that_are_none_is_not_kept(tmp_path: Path) -> None:
    after = with_group(NOBODY, traits_told(titles=["Chess"]), date(2026, 11, 22), "by \udcff")
    with pytest.raises(NotKept, match="Nothing has changed"):
        write_list(tmp_path, after)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("asked", ["by phone, Amina's desk", "a: b # c", "- x", "{y}", "\\ '' \""])
def test_how_it_asked_is_kept_in_any_words(tmp_path: Path, asked: str) -> None:
    traits = traits_told(titles=["Tea and talk"])
    write_list(tmp_path, with_group(DoNotList(salt=SALT), traits, date(2026, 11, 22), asked))
    assert read_do_not_list(tmp_path).groups[0].asked == asked


def test_a_list_that_could_not_be_read_again_is_not_written(tmp_path: Path) -> None:
    before = listed("Tea and talk")
    odd = replace(before, groups=(replace(before.groups[0], asked="a\nb"),))
    with pytest.raises(NotKept):
        write_list(tmp_path, odd)
    assert list(tmp_path.iterdir()) == []


def test_only_what_is_new_of_a_group_is_added() -> None:
    traits = traits_told(titles=["Tea and talk"], phones=["020 7946 0456"])
    after = with_group(listed("Tea and talk"), traits, date(2026, 11, 23), "")
    assert [mark.sort for group in after.groups for mark in group.marks] == ["title", "phone"]


def test_what_is_all_there_is_not_added_again() -> None:
    before = listed("Tea and talk")
    with pytest.raises(NotKept, match="already"):
        with_group(before, traits_told(titles=["The Tea and Talk group"]), date(2026, 11, 23), "")


def test_a_group_goes_with_all_its_marks() -> None:
    before = listed("Tea and talk", phones=["020 7946 0456"])
    gone = before.groups_with(traits_told(phones=["020 7946 0456"]))
    assert not without_groups(before, gone).has_any(traits_told(titles=["Tea and talk"]))


def test_a_whole_guide_costs_few_slow_hashes(
    monkeypatch: pytest.MonkeyPatch, tried: Callable[[str, int], None]
) -> None:
    marked = listed("Tea and talk", "Chat in the hall", "Knit and natter")
    hashed: list[Trait] = []
    monkeypatch.setattr(lists, "slow_hash", lambda trait, _salt: hashed.append(trait))
    names = [f"Group number {number}" for number in range(10_000)]
    assert not marked.has_any(trait for name in names for trait in known_by({"title": name}))
    assert 0 < len(hashed) <= 2 * 3 * len(names) / HEAPS
    tried("Names of a guide held against those that asked not to be listed", len(names))


def test_the_same_name_is_hashed_slowly_once() -> None:
    marked, traits = listed_once(), known_by({"title": NAME})
    marked.has_any(traits)
    before = slow_hash.cache_info().misses
    assert marked.has_any(traits)
    assert slow_hash.cache_info().misses == before


def test_nothing_is_hashed_where_nobody_asked() -> None:
    before = slow_hash.cache_info()
    assert not NOBODY.has_any([Trait(TITLE, "teatalk")])
    assert slow_hash.cache_info() == before


GOOD = f"version: 1\nsalt: {SALT.hex()}\ngroups:\n- on: 2026-11-03\n  marks:\n"
MARK = f"title 105 {'0' * 32}"


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("", 1),
        ("# nobody\n", 1),
        ("nobody", 1),
        ("- tea\n- talk\n", 1),
        ("version: 2\n", 1),
        (f"version: 1\ngroups:\n- marks:\n  - {MARK}\n", 1),
        (f"version: 1\nsalt: 12\ngroups:\n- marks:\n  - {MARK}\n", 2),
        (f"version: 1\nsalt: {SALT.hex()}\n", 1),
        (f"version: 1\nsalt: {SALT.hex()}\ngroups: tea\n", 3),
        (f"version: 1\nsalt: {SALT.hex()}\ngroups:\n- tea\n", 4),
        (f"version: 1\nsalt: {SALT.hex()}\ngroups:\n- on: 2026-11-03\n", 4),
        (f"{GOOD}  - title 105\n", 6),
        (f"{GOOD}  - title 1105 {'0' * 32}\n", 6),
        (f"{GOOD}  - shoe 105 {'0' * 32}\n", 6),
        (f"{GOOD}  - {{title: 105}}\n", 6),
        (f"{GOOD}  - {MARK}\n  mark: [{MARK}]\n", 7),
        (f"{GOOD}  - {MARK}\nmarks: []\n", 7),
        (f"{GOOD}  - {MARK}\nsalt: {SALT.hex()}\n", 7),
        (f"<<<<<<< ours\n{GOOD}  - {MARK}\n=======\n>>>>>>> theirs\n", 1),
        (f"{GOOD}  - *tea\n", 6),
        (GOOD + "  - \x00\n", 6),
    ],
)
def test_whatever_may_hide_a_mark_is_told_on_its_line(tmp_path: Path, text: str, line: int) -> None:
    (tmp_path / "do-not-list.yaml").write_text(text, encoding="utf-8")
    found = read_do_not_list(tmp_path)
    assert not found.is_whole
    stopping = [one for one in found.problems if one.level is Level.ERROR]
    assert line in [one.line for one in stopping]
    assert all(one.message and one.fix for one in stopping)


def test_what_can_be_read_of_an_odd_list_still_counts(tmp_path: Path) -> None:
    path = put(tmp_path, "Tea and talk")
    path.write_text(path.read_text("utf-8") + "  - title 105\n", encoding="utf-8")
    found = read_do_not_list(tmp_path)
    assert found.has_any(known_by({"title": "Tea and talk"}))
    assert not found.is_whole


@pytest.mark.parametrize("raw", [b"\xff\xfe\x00", b"\x80salt", b"a" * 3_000_000, b"\n" * 1_000])
def test_a_file_of_anything_is_no_list(tmp_path: Path, raw: bytes) -> None:
    (tmp_path / "do-not-list.yaml").write_bytes(raw)
    assert not read_do_not_list(tmp_path).is_whole


def test_a_link_is_not_followed_to_a_list(tmp_path: Path) -> None:
    (tmp_path / "do-not-list.yaml").symlink_to(tmp_path / "elsewhere.yaml")
    assert not read_do_not_list(tmp_path).is_whole


@pytest.mark.parametrize("name", ["do-not-list.yml", "Do-Not-List.yaml", "do_not_list.yaml"])
def test_a_list_by_another_name_is_not_passed_over(tmp_path: Path, name: str) -> None:
    put(tmp_path, "Tea and talk").rename(tmp_path / name)
    found = read_do_not_list(tmp_path)
    assert [problem.file for problem in found.problems] == [f"{tmp_path.name}/{name}"]
    assert not found.is_whole


def test_a_list_beside_the_content_folder_is_not_passed_over(tmp_path: Path) -> None:
    content = tmp_path / "content"
    content.mkdir()
    put(tmp_path, "Tea and talk")
    assert not read_do_not_list(content).is_whole


@given(text=st.text(max_size=200))
def test_no_text_takes_the_reading_down(text: str) -> None:
    found = list_in(text.encode(errors="replace"), "content/do-not-list.yaml")
    assert found.groups == ()
    assert not found.is_whole
