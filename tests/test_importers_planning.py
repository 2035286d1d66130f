"""What becomes of a row, whatever is typed in it."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from doorstep.fields import ReadingContext
from doorstep.importers.drafting import Draft, draft_of
from doorstep.importers.existing import Existing
from doorstep.importers.fingerprints import fingerprint
from doorstep.importers.mapping import Mapping
from doorstep.importers.outcomes import Fate
from doorstep.importers.planning import Plan, plan_rows
from doorstep.importers.slugs import free_slug
from doorstep.importers.tables import Row, tidy_cell
from doorstep.kinds import Kind
from doorstep.sources import read_bytes

CONTEXT = ReadingContext(
    today=date(2026, 3, 3),
    vocabularies={"topic": {"food": "food"}, "area": {}, "audience": {}},
)
FIELDS = {
    "title": "T",
    "summary": "S",
    "topics": "X",
    "open": "O",
    "where.address": "A",
    "where.postcode": "P",
    "where.position": "L",
    "contact.phone": "N",
    "contact.email": "E",
    "contact.website": "W",
    "access.step_free": "R",
}
COLUMNS = (*FIELDS.values(), "B", "H")


def mapping(**rest: object) -> Mapping:
    written = {"from": "A list", "id": "T", "fields": FIELDS, **rest}
    return Mapping.model_validate(written, context=CONTEXT)


def row(number: int = 2, **cells: str) -> Row:
    known = dict.fromkeys(COLUMNS, "") | {"T": "Elm Park"} | cells
    return Row(number, known, {name.lower(): name for name in known})


def draft(**cells: str) -> Draft:
    return draft_of(row(**cells), mapping(), Kind.PLACE, CONTEXT)


def plan(*rows: Row, mapped: Mapping | None = None) -> Plan:
    existing = Existing({}, frozenset())
    return plan_rows(rows, mapped or mapping(), Kind.PLACE, existing, CONTEXT)


def test_numbers_the_wrong_way_round_are_left_out_and_said() -> None:
    swapped = draft(L="-3.19,55.95")
    assert "where" not in swapped.facts
    assert swapped.notes == ("“-3.19, 55.95”: the two numbers are the wrong way round",)


@pytest.mark.parametrize("typed", ["0,0", "48.85,2.35"])
def test_a_place_far_outside_the_country_is_left_out_and_said(typed: str) -> None:
    (note,) = draft(L=typed).notes
    assert note.endswith("that is far outside the country")


def test_half_a_position_is_left_out_and_said() -> None:
    mapped = mapping(fields={"title": "T", "where.lat": "L", "where.address": "A"})
    halved = draft_of(row(L="55.95", A="Elm Row"), mapped, Kind.PLACE, CONTEXT)
    assert halved.facts["where"] == {"address": "Elm Row"}
    assert halved.notes == ("“55.95”: half of the position is missing",)


def test_a_topic_this_guide_does_not_have_is_left_out_and_the_others_stay() -> None:
    topics = draft(X="Food, Magic")
    assert topics.facts["topics"] == ["food"] or topics.facts["topics"] == ["Food"]
    assert topics.notes == ("“Magic” is not a topic of this guide",)


def test_an_answer_that_is_neither_yes_nor_no_is_left_out_and_said() -> None:
    access = draft(R="Yes (ground floor only)")
    assert "access" not in access.facts
    assert access.notes == ("“Yes (ground floor only)” is not yes, no or not known",)


def test_a_row_overrules_a_default() -> None:
    mapped = mapping(defaults={"summary": "A park.", "topics": ["food"]})
    told = draft_of(row(S="A pond."), mapped, Kind.PLACE, CONTEXT)
    silent = draft_of(row(), mapped, Kind.PLACE, CONTEXT)
    assert (told.facts["summary"], silent.facts["summary"]) == ("A pond.", "A park.")


def test_one_row_never_changes_what_the_next_row_gets() -> None:
    mapped = mapping(defaults={"contact": {"name": "Pat"}})
    draft_of(row(N="020 7946 0456"), mapped, Kind.PLACE, CONTEXT)
    assert draft_of(row(), mapped, Kind.PLACE, CONTEXT).facts["contact"] == {"name": "Pat"}


def test_what_has_no_heading_comes_before_what_has() -> None:
    mapped = mapping(sections=[{"column": "H", "heading": "History"}, "B"])
    body = draft_of(row(H="Old.", B="Green.", O="Ask:\nus"), mapped, Kind.PLACE, CONTEXT).body
    assert body == "Green.\n\n## Opening hours\n\nAsk:\n\nus\n\n## History\n\nOld."


def test_a_row_whose_cells_moved_is_named_and_not_written() -> None:
    moved = Row(2, row().cells, row().names, "it has more cells than the list has columns (“x”)")
    (outcome,) = plan(moved).outcomes
    assert outcome.fate is Fate.SKIPPED
    assert "Look for a comma too many." in outcome.reason


def test_a_safe_space_is_refused_when_a_row_says_where_it_is() -> None:
    mapped = mapping(defaults={"sensitive": "yes"})
    result = plan(row(A="3 Elm Row"), mapped=mapped)
    assert result.files == ()
    assert result.outcomes[0].reason.startswith("This is a safe space")


def test_files_come_in_the_order_of_their_paths() -> None:
    paths = [file.path for file in plan(row(2, T="Willow"), row(3, T="Beech")).files]
    assert paths == ["places/beech.md", "places/willow.md"]


@pytest.mark.parametrize(
    ("title", "slug"),
    [
        ("St Anne’s Hall", "st-annes-hall"),
        ("Café Ünal", "cafe-unal"),
        ("Con", "con-place"),
        ("Elm Park", "elm-park-3"),
    ],
)
def test_a_slug_is_plain_free_and_long_enough(title: str, slug: str) -> None:
    assert free_slug(title, Kind.PLACE, {"elm-park", "elm-park-2"}) == slug


NASTY = st.text(
    st.one_of(
        st.characters(codec="utf-8"),
        st.sampled_from("\n:#-*<>[]{}&!|'\"“”‘%@`,;=~0123456789+./ \u2028\u200d\ufe0f"),
    ),
    max_size=25,
)


@given(st.lists(st.fixed_dictionaries(dict.fromkeys(COLUMNS, NASTY)), min_size=1, max_size=3))
def test_whatever_is_typed_each_row_is_written_as_meant_or_named(
    rows: list[dict[str, str]],
) -> None:
    mapped = mapping(sections=["B", {"column": "H", "heading": "History"}])
    tidy = [{name: tidy_cell(cell) for name, cell in cells.items()} for cells in rows]
    result = plan(*(row(number, **cells) for number, cells in enumerate(tidy, 2)), mapped=mapped)
    assert len(result.outcomes) == len(rows)
    assert all(one.reason for one in result.outcomes if one.fate is not Fate.NEW)
    for file in result.files:
        (source,) = read_bytes(file.text.encode(), file.path, Kind.PLACE).sources
        origin = source.front_matter["source"]
        assert isinstance(origin, dict)
        assert origin["hash"] == fingerprint(source.front_matter, source.body)


def test_a_row_that_is_left_out_does_not_stand_in_the_way_of_its_namesake() -> None:
    mapped = mapping(skip_when=[{"column": "B", "is": "draft", "because": "It is a draft."}])
    result = plan(row(2, B="draft"), row(3), mapped=mapped)
    assert [one.fate for one in result.outcomes] == [Fate.UNWANTED, Fate.NEW]
