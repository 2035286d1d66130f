"""content/synonyms.yaml: what the forum writes is used, and what cannot be is only said."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from builders import checked_of, guide_of
from hypothesis import given
from hypothesis import strategies as st
from test_messages import put_off_by

from doorstep.problems import Level
from doorstep.search.synonyms import NO_SYNONYMS
from doorstep.search.synonyms_file import MOST_PAIRS, MOST_WORDS, read_synonyms
from doorstep.sources.facts import LINES_READ

if TYPE_CHECKING:
    from pathlib import Path

    from doorstep.problems import Problem

Pairs = list[tuple[str, str]]


def read(folder: Path, text: str | bytes) -> tuple[Pairs, list[Problem]]:
    """Return the pairs and the problems of a list that says this."""
    raw = text.encode() if isinstance(text, str) else text
    (folder / "synonyms.yaml").write_bytes(raw)
    synonyms, problems = read_synonyms(folder)
    assert all(problem.level is not Level.ERROR for problem in problems)
    assert [found for problem in problems if (found := put_off_by(problem.message))] == []
    return list(synonyms.pairs), problems


def rules(problems: list[Problem]) -> list[tuple[int, str]]:
    return [(problem.line, problem.rule) for problem in problems]


@pytest.mark.parametrize(
    ("text", "pairs"),
    [
        ("means:\n  lonely: company\n", [("lonely", "company")]),
        ("means:\n  skint, Bills: money\n", [("skint", "money"), ("bills", "money")]),
        ("means:\n  kids: children, families\n", [("kids", "children"), ("kids", "families")]),
        ("means:\n  kids: [children, families]\n", [("kids", "children"), ("kids", "families")]),
        ("means:\n  ESOL: learn English\n", [("esol", "learn english")]),
        ("means:\n  food bank: foodbank\n", [("food bank", "foodbank")]),
        ("means:\n  don't know: 'it’s'\n", [("dont know", "its")]),
        ("means:\n  ખોરાક, khorak: food\n", [("ખોરાક", "food"), ("khorak", "food")]),
        ("means:\n  طعام، أكل: food\n", [("طعام", "food"), ("اكل", "food")]),
        ("means:\n\tlonely: company\n", [("lonely", "company")]),
        ("\ufeffmeans:\r\n  lonely: company\r\n", [("lonely", "company")]),
        ("Means:\n  Lonely: Company", [("lonely", "company")]),
        ("same:\n  - mosque, masjid\n", [("mosque", "masjid"), ("masjid", "mosque")]),
        ("same: mosque, masjid", [("mosque", "masjid"), ("masjid", "mosque")]),
        ("same:\n- [a1, b1]\n", [("a1", "b1"), ("b1", "a1")]),
        ("# nothing yet\n", []),
        ("means:\nsame:\n", []),
    ],
)
def test_a_list_is_read_as_meant(tmp_path: Path, text: str, pairs: Pairs) -> None:
    assert read(tmp_path, text) == (pairs, [])


def test_three_words_that_mean_the_same_each_find_the_others(tmp_path: Path) -> None:
    pairs, _ = read(tmp_path, "same:\n  - a1, b1, c1\n")
    assert len(pairs) == 6
    assert ("c1", "a1") in pairs


def test_a_guide_without_a_list_has_no_synonyms(tmp_path: Path) -> None:
    assert read_synonyms(tmp_path) == (NO_SYNONYMS, [])


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("mean:\n  lonely: company\n", (1, "synonyms-known")),
        ("lonely: company\n", (1, "synonyms-known")),
        ("means:\n  lonely:\n", (2, "synonyms-two-sides")),
        ("means:\n  lonely: '?'\n", (2, "synonyms-two-sides")),
        ("means:\n  lonely:\n    company: friends\n", (2, "synonyms-two-sides")),
        ("same:\n  - mosque\n", (2, "synonyms-two-sides")),
        ("same:\n  - {mosque: masjid}\n", (2, "synonyms-two-sides")),
        ("means:\n  tea: Tea\n", (2, "synonyms-differ")),
        ("same:\n  - tea, TEA\n", (2, "synonyms-differ")),
        ("means:\n  tea: cup\n  tea: mug\n", (3, "keys-once")),
        ("same:\n  - tea, cup\n  - cup, tea\n", (3, "synonyms-once")),
        ("means:\n  tea: cup\nsame:\n  - tea, cup\n  - cup, tea\n", (5, "synonyms-once")),
        ("means:\n  - tea: cup\n", (1, "synonyms-listed")),
        ("same:\n  tea: cup\n", (1, "synonyms-listed")),
        ("means: tea\n", (1, "synonyms-listed")),
        ("means:\nsame: tea\n", (2, "synonyms-two-sides")),
        ("- tea, cup\n", (1, "synonyms-listed")),
        ("only words", (1, "synonyms-listed")),
        ("[[[[[[[[", (1, "synonyms-listed")),
        ("means:\n  skint: money\n  tea = cup\n", (3, "not-understood")),
        ("means:\n  tea: &cup mug\n", (2, "plain-words")),
        ("means:\n  tea: *cup\n", (2, "plain-words")),
        ("<<<<<<< a\nmeans:\n=======\nmeans:\n>>>>>>> b\n", (1, "conflict-marks")),
        ("", (1, "file-empty")),
        (b"\xff\xfe\xfd", (1, "utf-8")),
        (b"PK\x03\x04word/", (1, "file-is-text")),
    ],
)
def test_what_is_odd_is_said_on_its_line(
    tmp_path: Path, text: str | bytes, said: tuple[int, str]
) -> None:
    assert rules(read(tmp_path, text)[1]) == [said]


def test_a_line_that_cannot_be_used_costs_no_other(tmp_path: Path) -> None:
    text = "means:\n  tea: cup\n  lonely:\n  tea: mug\n  what\n  skint: money\n"
    assert read(tmp_path, text)[0] == [("tea", "cup"), ("skint", "money")]


def test_a_word_among_others_may_stand_for_itself_and_the_others_are_used(tmp_path: Path) -> None:
    assert read(tmp_path, "means:\n  carer, minder: carer\n")[0] == [("minder", "carer")]


def test_the_nearest_name_is_offered(tmp_path: Path) -> None:
    (problem,) = read(tmp_path, "meens:\n  lonely: company\n")[1]
    assert (problem.message, problem.fix) == (
        "“meens” is no part of this list.",
        "Did you mean “means”?",
    )


def test_a_link_to_a_file_elsewhere_is_not_followed(tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere.yaml"
    elsewhere.write_text("means:\n  tea: cup\n")
    (tmp_path / "content").mkdir()
    (tmp_path / "content" / "synonyms.yaml").symlink_to(elsewhere)
    synonyms, problems = read_synonyms(tmp_path / "content")
    assert synonyms.pairs == ()
    assert rules(problems) == [(1, "file-ordinary")]


def test_a_folder_of_that_name_is_said(tmp_path: Path) -> None:
    (tmp_path / "synonyms.yaml").mkdir()
    assert rules(read_synonyms(tmp_path)[1]) == [(1, "file-ordinary")]


def test_of_a_very_long_list_the_first_lines_are_read(tmp_path: Path) -> None:
    lines = "".join(f"  word{number}: tea\n" for number in range(LINES_READ + 500))
    pairs, problems = read(tmp_path, f"means:\n{lines}")
    assert len(pairs) == LINES_READ - 1
    assert rules(problems) == [(LINES_READ + 1, "list-length")]


def test_of_a_very_long_line_the_first_words_are_used(tmp_path: Path) -> None:
    words = ", ".join(f"word{number}" for number in range(500))
    pairs, problems = read(tmp_path, f"same:\n  - {words}\n")
    assert len(pairs) == MOST_WORDS * (MOST_WORDS - 1)
    assert rules(problems) == [(2, "list-length")]


def test_there_is_an_end_to_the_pairs_that_everybody_fetches(tmp_path: Path) -> None:
    words = ", ".join(f"word{number}" for number in range(MOST_WORDS))
    lines = "".join(f"  - {words.replace('word', f'row{row}word')}\n" for row in range(100))
    pairs, problems = read(tmp_path, f"same:\n{lines}")
    assert MOST_PAIRS - MOST_WORDS**2 < len(pairs) <= MOST_PAIRS
    assert [problem.rule for problem in problems] == ["list-length"]


@pytest.mark.parametrize(
    "text",
    [
        f"means: {{a1: [{', '.join(['tea'] * 3000)}]}}\n",
        "means:\n" + "".join(f"{'  ' * level}a:\n" for level in range(1, 40)),
        f"means:\n  a1: {'tea ' * 300_000}\n",
        f"means:\n  a1: {'[' * 5000}\n",
    ],
)
def test_a_hostile_list_is_only_said(tmp_path: Path, text: str) -> None:
    assert read(tmp_path, text)[1]


@given(st.text(max_size=60) | st.text("means:\n  -,[]{}#&*!'\"|>%@`?ab", max_size=60))
def test_whatever_stands_there_nothing_stops_for_it(
    tmp_path_factory: pytest.TempPathFactory, text: str
) -> None:
    pairs, _ = read(tmp_path_factory.mktemp("list"), text.encode("utf-8", "surrogatepass"))
    assert all(one and other and one != other for one, other in pairs)


def test_a_guide_knows_its_synonyms_and_is_published_whatever_is_odd(tmp_path: Path) -> None:
    files = {
        "groups/tea.md": "---\ntitle: Tea\n---\n",
        "synonyms.yaml": "means:\n  brew: tea\n  cup:\n",
    }
    checked = checked_of(tmp_path, files)
    assert [(problem.rule, problem.level) for problem in checked.problems] == [
        ("synonyms-two-sides", Level.WARNING)
    ]
    assert checked.errors == []
    assert guide_of(tmp_path, files).synonyms.pairs == (("brew", "tea"),)
