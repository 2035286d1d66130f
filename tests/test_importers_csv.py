"""CSV files as spreadsheets really save them."""

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from doorstep.importers.csv import read_csv
from doorstep.importers.tables import Table

LIST = "Name,Cost,Notes\r\nTea and talk,£2,Café\r\nChess,Free,\r\n"


def read(text: str, encoding: str = "utf-8") -> Table:
    return read_csv(text.encode(encoding), "list.csv")


def cells(table: Table) -> list[dict[str, str]]:
    assert table.problems == ()
    return [dict(row.cells) for row in table.rows]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16", "utf-16-le"])
def test_every_way_a_spreadsheet_saves_letters_reads_the_same(encoding: str) -> None:
    assert cells(read(LIST, encoding)) == cells(read(LIST))


def test_utf_16_with_the_big_end_first_reads_the_same() -> None:
    assert cells(read_csv(b"\xfe\xff" + LIST.encode("utf-16-be"), "list.csv")) == cells(read(LIST))


@pytest.mark.parametrize("separator", [";", "\t", "|"])
def test_other_separators_are_found_by_how_evenly_they_cut(separator: str) -> None:
    text = LIST.replace(",", separator).replace("Café", "Tea, coffee, cake, and more")
    assert cells(read(text))[0]["Notes"] == "Tea, coffee, cake, and more"


def test_semicolons_inside_cells_do_not_make_a_semicolon_file() -> None:
    text = 'Name,Notes\nTea,"one; two; three"\nChess,"four; five"\n'
    assert read(text).columns == ("Name", "Notes")


def test_the_separator_that_excel_writes_down_is_believed() -> None:
    assert cells(read("sep=;\r\nName;Day\r\nTea;Monday\r\n")) == [{"Name": "Tea", "Day": "Monday"}]


def test_a_line_break_inside_quotation_marks_belongs_to_the_cell() -> None:
    assert cells(read('Name,Times\nTea,"Monday\r\nTuesday"\n'))[0]["Times"] == "Monday\nTuesday"


def test_rows_are_numbered_as_the_spreadsheet_numbers_them() -> None:
    table = read('Name,Times\nTea,"Monday\nTuesday"\n\nChess,Friday\n')
    assert [row.number for row in table.rows] == [2, 4]


def test_a_short_row_is_filled_up_with_nothing() -> None:
    assert cells(read("Name,Day\nTea\n")) == [{"Name": "Tea", "Day": ""}]


def test_a_row_with_a_comma_too_many_says_so() -> None:
    row = read("Name,Day\nTea,Monday, 5pm\n").rows[0]
    assert row.trouble == "it has more cells than the list has columns (“5pm”)"


def test_empty_cells_beyond_the_last_column_are_no_trouble() -> None:
    assert read("Name,Day\nTea,Monday,,\n").rows[0].trouble == ""


def test_a_column_name_that_comes_twice_is_told_apart() -> None:
    assert read("Name,Phone, phone \nTea,1,2\n").columns == ("Name", "Phone", "phone (2)")


def test_a_column_without_a_name_is_called_by_its_place() -> None:
    assert read("Name,,Day\nTea,x,Monday\n").columns == ("Name", "Column 2", "Day")


def test_a_column_is_found_whatever_its_capitals_and_spaces() -> None:
    row = read("Name,Species \nElm,Ulmus\n").rows[0]
    assert row.cell("species") == "Ulmus"


def test_a_quotation_mark_that_never_closes_is_named_with_its_line() -> None:
    table = read('Name,Notes\nTea,"good\nChess,fine\nYoga,calm\n')
    assert table.rows == ()
    assert table.problems[0].line == 2
    assert table.problems[0].message == "A quotation mark opens on line 2 and never closes."


def test_an_excel_workbook_is_told_from_a_list() -> None:
    problem = read_csv(b"PK\x03\x04rest", "list.xlsx").problems[0]
    assert "Excel" in problem.message
    assert "CSV UTF-8" in problem.fix


def test_an_empty_file_says_that_nothing_is_in_it() -> None:
    assert read("\n\n").problems[0].message == "There is nothing in this file."


def test_marks_that_nobody_sees_are_taken_out_of_cells() -> None:
    assert cells(read("Name\n\u200bTea\x07 and\u202e talk\n")) == [{"Name": "Tea and talk"}]


@given(st.binary(max_size=400))
def test_any_bytes_give_rows_or_a_reason(raw: bytes) -> None:
    table = read_csv(raw, "list.csv")
    assert table.is_readable or not table.rows


WORDS = st.text(st.characters(codec="utf-8", categories=("L", "N", "P", "Zs")), min_size=1)


@given(
    rows=st.lists(st.lists(WORDS.map(str.strip), min_size=3, max_size=3), min_size=1, max_size=5),
    separator=st.sampled_from(",;\t"),
)
def test_what_a_spreadsheet_writes_is_read_back(rows: list[list[str]], separator: str) -> None:
    out = io.StringIO(newline="")
    csv.writer(out, delimiter=separator).writerows([["A", "B", "C"], *rows])
    table = read(out.getvalue(), "utf-8-sig")
    assert table.columns == ("A", "B", "C")
    assert [list(row.cells.values()) for row in table.rows] == [row for row in rows if any(row)]


def test_a_list_of_thousands_of_columns_is_refused() -> None:
    (problem,) = read("Name," * 2000).problems
    assert problem.message == "This list has more than 1,000 columns."


def test_a_list_for_a_whole_country_is_not_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("doorstep.importers.tables._MOST_ROWS", 3)
    (problem,) = read("Name\n" + "Tea\n" * 4).problems
    assert problem.message == "This list has more than 3 rows."
    assert len(read("Name\n" + "Tea\n" * 2).rows) == 2
