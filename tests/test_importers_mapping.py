"""Mapping files: what they may say, and what is said when they cannot be meant."""

from __future__ import annotations

from datetime import date

import pytest

from doorstep.fields import ReadingContext
from doorstep.importers.csv import read_csv
from doorstep.importers.mapping import Mapping, read_mapping, words_of
from doorstep.importers.mapping_checks import check_mapping
from doorstep.importers.tables import Row
from doorstep.kinds import Kind
from doorstep.problems import Problem

CONTEXT = ReadingContext(
    today=date(2026, 3, 3),
    vocabularies={"topic": {"food": "food"}, "area": {}, "audience": {"everyone": "everyone"}},
)
TABLE = read_csv(b"Name,Address,Postcode,Notes\nElm Hall,Elm Row,,\n", "list.csv")
START = "from: A list\nid: Name\n"


def problems(text: str, kind: Kind = Kind.PLACE) -> list[Problem]:
    mapping, source, found = read_mapping(text.encode(), "map.yaml", CONTEXT)
    if mapping and source:
        found += check_mapping(mapping, source, TABLE, kind, CONTEXT)
    return found


def mapping_of(text: str) -> Mapping:
    mapping, _, found = read_mapping(text.encode(), "map.yaml", CONTEXT)
    assert mapping is not None, found
    return mapping


def row(**cells: str) -> Row:
    return Row(2, cells, {name.lower(): name for name in cells})


def test_a_whole_mapping_has_nothing_wrong_with_it() -> None:
    text = (
        START + "kind: place\nfields:\n  title: Name\n  where.address: address\n"
        'sections:\n  - Notes\n  - {heading: More, column: "In {Address}"}\n'
        "defaults: {topics: [food]}\nskip_when: [{column: Name, is: x, because: y}]\n"
    )
    assert problems(text) == []


@pytest.mark.parametrize(
    ("line", "number", "message", "fix"),
    [
        (
            "fields: {where.adress: Address}",
            3,
            "“where.adress” is not something a column can fill in a place.",
            "Did you mean “where.address”?",
        ),
        (
            "fields: {title: Nam}",
            3,
            "The list has no column “Nam”.",
            "Did you mean “Name”?",
        ),
        (
            'fields: {title: "{Name} in {Adress}"}',
            3,
            "The list has no column “Adress”.",
            "Did you mean “Address”?",
        ),
        (
            "fields: {title: Name}\ndefaults:\n  topics: [fod]",
            5,
            "“fod” is not a topic of this guide.",
            "Did you mean “food”?",
        ),
        (
            "fields: {title: Name}\nskip_when: [{column: Nme, because: x}]",
            4,
            "The list has no column “Nme”.",
            "Did you mean “Name”?",
        ),
    ],
)
def test_what_cannot_be_meant_is_named_on_its_line(
    line: str, number: int, message: str, fix: str
) -> None:
    (problem,) = problems(f"{START}{line}\n")
    assert (problem.line, problem.message, problem.fix) == (number, message, fix)


def test_a_line_the_mapping_cannot_have_is_named_with_the_nearest_right_one() -> None:
    (problem,) = problems(f"{START}feilds: {{title: Name}}\n")
    assert problem.fix == "Did you mean “fields”?"


@pytest.mark.parametrize("key", ["checked", "number", "source", "sensitive"])
def test_what_only_a_person_can_say_is_no_default(key: str) -> None:
    (problem,) = problems(f"{START}fields: {{title: Name}}\ndefaults: {{{key}: '7'}}\n")[:1]
    assert problem.message == f"“{key}” cannot be the same for every row of a list."


@pytest.mark.parametrize("kind", [Kind.GROUP, Kind.HELP])
def test_only_places_and_green_spaces_have_opening_hours(kind: Kind) -> None:
    text = f"{START}fields: {{title: Name, open: Notes}}\n"
    assert problems(text) == []
    assert "“open” is not something a column can fill" in problems(text, kind)[0].message


def test_what_a_kind_needs_may_come_from_a_column() -> None:
    assert problems(f"{START}fields: {{title: Name, side: Notes}}\n", Kind.HELP) == []


def test_a_sentence_with_a_gap_says_nothing() -> None:
    assert words_of("A park in {Address}.", row(Address="Elm Row")) == "A park in Elm Row."
    assert words_of("A park in {Address}.", row(Address="")) == ""


def test_words_in_a_cell_are_never_taken_for_a_column() -> None:
    assert words_of("{Name} club", row(Name="{Phone}", Phone="999")) == "{Phone} club"


def test_an_id_of_several_columns_leaves_out_the_empty_ones() -> None:
    mapping = mapping_of("from: A\nid: [Name, Postcode]\nfields: {title: Name}\n")
    assert mapping.identity(row(Name=" Elm  Hall", Postcode="")) == "Elm Hall"


def test_a_row_is_skipped_by_what_stands_in_a_column_or_by_nothing() -> None:
    rules = "skip_when: [{column: A, is: [x, y], because: z}, {column: B, because: z}]"
    one, other = mapping_of(f"{START}fields: {{title: Name}}\n{rules}\n").skip_when
    assert one.is_meant(row(A="Y"))
    assert not one.is_meant(row(A=""))
    assert other.is_meant(row(B=""))
    assert not other.is_meant(row(B="x"))
