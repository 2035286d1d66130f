"""Importing a list into a guide, once and again."""

from __future__ import annotations

import os
import re
from datetime import date
from pathlib import Path

import pytest

from doorstep.fields import ReadingContext
from doorstep.importers.outcomes import Fate, ImportReport
from doorstep.importers.run import Format, ImportJob, plan_import, run_import
from doorstep.kinds import Kind
from doorstep.sources import Source, read_file

CONTEXT = ReadingContext(
    today=date(2026, 3, 3),
    vocabularies={"topic": {"food": "food"}, "area": {}, "audience": {"everyone": "everyone"}},
)
MAPPING = """\
from: The clubs of our town
id: Name
kind: group
fields:
  title: Name
  when: Day
  where.postcode: Postcode
  contact.phone: Phone
sections:
  - {heading: What happens, column: Notes}
defaults:
  topics: [food]
"""
HEADER = "Name,Day,Postcode,Phone,Notes\n"
TEA = "Tea and talk,Monday,AB1 2CD,020 7946 0456,Come in.\n"
CHESS = "Chess,Friday,AB1 2CE,020 7946 0457,Sit down.\n"


class Town:
    """A guide that starts empty, and a list to import into it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.content = folder / "content"
        (self.content / "groups").mkdir(parents=True)
        self.map(MAPPING)

    def map(self, text: str) -> None:
        (self.folder / "clubs.yaml").write_text(text, encoding="utf-8")

    def job(self, rows: str) -> ImportJob:
        (self.folder / "clubs.csv").write_text(rows, encoding="utf-8")
        return ImportJob(
            format=Format.CSV,
            file=self.folder / "clubs.csv",
            map_file=self.folder / "clubs.yaml",
            into=self.content,
            context=CONTEXT,
        )

    def import_rows(self, *rows: str) -> ImportReport:
        return run_import(self.job(HEADER + "".join(rows)))

    def file(self, slug: str) -> Path:
        return self.content / "groups" / f"{slug}.md"

    def edit(self, slug: str, old: str, new: str) -> str:
        text = self.file(slug).read_text(encoding="utf-8")
        assert old in text
        self.file(slug).write_text(text.replace(old, new), encoding="utf-8")
        return text.replace(old, new)

    def read(self, slug: str) -> Source:
        reading = read_file(self.file(slug), f"content/groups/{slug}.md", Kind.GROUP)
        assert reading.problems == ()
        return reading.sources[0]

    def slugs(self) -> list[str]:
        return sorted(path.stem for path in self.content.glob("*/*"))


@pytest.fixture
def town(tmp_path: Path) -> Town:
    return Town(tmp_path)


def fates(report: ImportReport) -> list[Fate]:
    assert report.problems == ()
    return [outcome.fate for outcome in report.outcomes]


def test_each_row_becomes_an_entry(town: Town) -> None:
    assert fates(town.import_rows(TEA, CHESS)) == [Fate.NEW, Fate.NEW]
    assert town.slugs() == ["chess", "tea-and-talk"]


def test_an_entry_says_what_the_row_says(town: Town) -> None:
    town.import_rows(TEA)
    source = town.read("tea-and-talk")
    assert source.front_matter["when"] == "Monday"
    assert source.front_matter["where"] == {"postcode": "AB1 2CD"}
    assert source.front_matter["topics"] == ["food"]
    assert source.body.strip() == "## What happens\n\nCome in."


def test_an_imported_entry_is_unchecked_and_knows_where_it_came_from(town: Town) -> None:
    town.import_rows(TEA)
    facts = town.read("tea-and-talk").front_matter
    assert "checked" not in facts
    origin = facts["source"]
    assert isinstance(origin, dict)
    assert (origin["from"], origin["id"]) == ("The clubs of our town", "Tea and talk")


def test_a_second_import_of_the_same_list_touches_nothing(town: Town) -> None:
    town.import_rows(TEA)
    before = town.file("tea-and-talk").stat().st_mtime_ns
    assert fates(town.import_rows(TEA)) == [Fate.UNCHANGED]
    assert town.file("tea-and-talk").stat().st_mtime_ns == before


def test_a_row_that_changed_changes_its_entry(town: Town) -> None:
    town.import_rows(TEA, CHESS)
    assert fates(town.import_rows(TEA.replace("Monday", "Tuesday"), CHESS)) == [
        Fate.CHANGED,
        Fate.UNCHANGED,
    ]
    assert town.read("tea-and-talk").front_matter["when"] == "Tuesday"


def test_a_changed_entry_keeps_its_number(town: Town) -> None:
    town.import_rows(TEA)
    town.edit("tea-and-talk", "title:", "number: 127\ntitle:")
    assert fates(town.import_rows(TEA.replace("Monday", "Tuesday"))) == [Fate.CHANGED]
    assert town.read("tea-and-talk").front_matter["number"] == "127"


def test_other_line_ends_and_another_order_are_no_edit(town: Town) -> None:
    town.import_rows(TEA)
    text = town.file("tea-and-talk").read_text(encoding="utf-8")
    moved = text.replace("when: Monday\n", "").replace("source:", "when: Monday\nsource:")
    town.file("tea-and-talk").write_bytes(moved.replace("\n", "\r\n").encode())
    assert fates(town.import_rows(TEA.replace("Monday", "Tuesday"))) == [Fate.CHANGED]


def test_an_edit_by_hand_is_never_overwritten(town: Town) -> None:
    town.import_rows(TEA)
    edited = town.edit("tea-and-talk", "Come in.", "Ring the bell.")
    report = town.import_rows(TEA.replace("Monday", "Tuesday"))
    assert fates(report) == [Fate.KEPT]
    assert town.file("tea-and-talk").read_text(encoding="utf-8") == edited


def test_what_the_list_says_instead_is_told_fact_by_fact(town: Town) -> None:
    town.import_rows(TEA)
    town.edit("tea-and-talk", "Come in.", "Ring the bell.")
    reason = town.import_rows(TEA.replace("Monday", "Tuesday")).outcomes[0].reason
    assert "The list now says: when “Tuesday”, other words below the facts." in reason


def test_nothing_is_said_of_an_edit_while_the_row_stays_as_it_was(town: Town) -> None:
    town.import_rows(TEA)
    town.edit("tea-and-talk", "Come in.", "Ring the bell.")
    report = town.import_rows(TEA)
    assert fates(report) == [Fate.UNCHANGED]
    assert not report.needs_a_person


def test_writing_down_the_new_hash_settles_a_difference(town: Town) -> None:
    town.import_rows(TEA)
    town.edit("tea-and-talk", "Come in.", "Ring the bell.")
    changed = TEA.replace("Monday", "Tuesday")
    reason = town.import_rows(changed).outcomes[0].reason
    new_hash = reason.split("“hash: ")[1].split("”")[0]
    origin = town.read("tea-and-talk").front_matter["source"]
    assert isinstance(origin, dict)
    town.edit("tea-and-talk", str(origin["hash"]), new_hash)
    assert fates(town.import_rows(changed)) == [Fate.UNCHANGED]


def test_a_row_that_is_gone_is_named_and_its_entry_stays(town: Town) -> None:
    town.import_rows(TEA, CHESS)
    report = town.import_rows(CHESS)
    assert fates(report) == [Fate.UNCHANGED, Fate.GONE]
    assert report.outcomes[1].title == "Tea and talk"
    assert town.file("tea-and-talk").exists()


def test_an_entry_keeps_its_file_when_its_title_changes(town: Town) -> None:
    town.map(MAPPING.replace("id: Name", "id: Phone"))
    town.import_rows(TEA)
    assert fates(town.import_rows(TEA.replace("Tea and talk", "Tea and cake"))) == [Fate.CHANGED]
    assert town.slugs() == ["tea-and-talk"]
    assert town.read("tea-and-talk").front_matter["title"] == "Tea and cake"


def test_the_second_of_two_rows_with_one_name_is_named(town: Town) -> None:
    report = town.import_rows(TEA, TEA.replace("Monday", "Friday"))
    assert fates(report) == [Fate.NEW, Fate.SKIPPED]
    assert "row 2 has the same “Name”, but other words under “Day”" in report.outcomes[1].reason


def test_a_row_that_comes_twice_is_written_once(town: Town) -> None:
    report = town.import_rows(TEA, TEA)
    assert report.outcomes[1].reason == "it is row 2 once more."


def test_more_columns_in_the_id_make_two_entries_of_one_name(town: Town) -> None:
    town.map(MAPPING.replace("id: Name", "id: [Name, Day]"))
    assert fates(town.import_rows(TEA, TEA.replace("Monday", "Friday"))) == [Fate.NEW, Fate.NEW]
    assert town.slugs() == ["tea-and-talk", "tea-and-talk-2"]


@pytest.mark.parametrize(
    "fact",
    ["where: {postcode: ab12cd}", "contact: {phone: 02079460456}"],
)
def test_an_entry_from_elsewhere_with_the_same_title_and_fact_is_a_double(
    town: Town, fact: str
) -> None:
    town.file("our-tea").write_text(f"---\ntitle: The Tea & Talk\n{fact}\n---\n", encoding="utf-8")
    report = town.import_rows(TEA.replace("and", "&"))
    assert fates(report) == [Fate.SKIPPED]
    assert "content/groups/our-tea.md has the same title" in report.outcomes[0].reason
    assert town.slugs() == ["our-tea"]


def test_the_same_title_at_another_place_is_another_thing(town: Town) -> None:
    elsewhere = "---\ntitle: Tea and talk\nwhere: {postcode: AB1 9ZZ}\n---\n"
    (town.content / "places").mkdir()
    (town.content / "places" / "tea-and-talk.md").write_text(elsewhere, encoding="utf-8")
    assert fates(town.import_rows(TEA)) == [Fate.NEW]
    assert town.slugs() == ["tea-and-talk", "tea-and-talk-2"]


def test_a_value_that_cannot_be_used_is_left_out_and_said(town: Town) -> None:
    report = town.import_rows(TEA.replace("AB1 2CD", "AB1 2"))
    assert report.outcomes[0].notes == ("“AB1 2” is not a whole postcode",)
    assert "where" not in town.read("tea-and-talk").front_matter


def test_a_row_without_its_id_is_named(town: Town) -> None:
    report = town.import_rows(",Monday,,,\n")
    assert fates(report) == [Fate.SKIPPED]
    assert report.outcomes[0].reason.startswith("nothing is filled in under “Name”")


def test_a_row_that_can_be_no_entry_is_named_with_the_reason(town: Town) -> None:
    town.map(MAPPING.replace("id: Name", "id: Phone"))
    report = town.import_rows(",Monday,,020 7946 0456,\n")
    assert fates(report) == [Fate.SKIPPED]
    assert report.outcomes[0].reason.startswith("An entry needs a title.")


def test_rows_the_mapping_leaves_out_are_counted_and_need_nobody(town: Town) -> None:
    town.map(MAPPING + "skip_when:\n  - {column: Day, is: friday, because: We rest on Fridays.}\n")
    report = town.import_rows(TEA, CHESS)
    assert fates(report) == [Fate.NEW, Fate.UNWANTED]
    assert not report.needs_a_person


def test_a_mapping_that_cannot_be_meant_writes_nothing(town: Town) -> None:
    town.map(MAPPING.replace("when: Day", "when: Dya"))
    report = town.import_rows(TEA)
    assert report.lines == ("Nothing was written.",)
    assert report.problems[0].message == "The list has no column “Dya”."
    assert report.needs_a_person
    assert town.slugs() == []


def test_without_a_kind_the_command_or_the_mapping_is_asked_for_one(town: Town) -> None:
    town.map(MAPPING.replace("kind: group\n", ""))
    report = town.import_rows(TEA)
    assert report.problems[0].message == "This does not say what the rows become."


def test_looking_first_writes_nothing(town: Town) -> None:
    report, files = plan_import(town.job(HEADER + TEA))
    assert [file.path for file in files] == ["groups/tea-and-talk.md"]
    assert fates(report) == [Fate.NEW]
    assert town.slugs() == []


def test_the_report_begins_with_the_counts(town: Town) -> None:
    report = town.import_rows(TEA, CHESS, TEA)
    assert report.lines == (
        "The clubs of our town: 3 rows.",
        "  2 new",
        "  1 not written",
        "",
        "Not written:",
        "  Row 4, Tea and talk: it is row 2 once more.",
    )


def test_attacks_in_cells_stay_words(town: Town) -> None:
    attack = "<script>alert(1)</script>"
    row = f'{attack},"=HYPERLINK(""x"")",{{{{ x }}}},--- !!python/object,"---\ntitle: x"\n'
    assert fates(town.import_rows(row)) == [Fate.NEW]
    (slug,) = town.slugs()
    source = town.read(slug)
    assert source.front_matter["title"] == attack
    assert "when" not in source.front_matter
    assert '=HYPERLINK("x")' in source.body
    assert "\\---" in source.body


def test_a_title_in_another_script_gets_a_name_of_its_own(town: Town) -> None:
    town.import_rows("ચા અને વાતો,,,,\n")
    (slug,) = town.slugs()
    assert slug.startswith("group-")


def test_a_file_in_the_way_that_cannot_be_read_keeps_its_name(town: Town) -> None:
    town.file("tea-and-talk").write_text("not an entry", encoding="utf-8")
    town.import_rows(TEA)
    assert town.slugs() == ["tea-and-talk", "tea-and-talk-2"]


def test_a_list_that_is_not_there_is_said(town: Town) -> None:
    job = town.job(HEADER)
    job.file.unlink()
    report = run_import(job)
    assert "would not open" in report.problems[0].message
    assert report.needs_a_person


def test_geojson_goes_the_same_way(town: Town) -> None:
    job = town.job(
        '{"type": "FeatureCollection", "features": [{"type": "Feature", "properties": '
        '{"name": "Elm Hall"}, "geometry": {"type": "Point", "coordinates": [-3.19, 55.95]}}]}'
    )
    town.map("from: Map\nid: name\nfields: {title: name, where.position: geometry.position}\n")
    mapped = ImportJob(
        format=Format.GEOJSON,
        file=job.file,
        map_file=job.map_file,
        into=job.into,
        context=CONTEXT,
        kind=Kind.GROUP,
    )
    assert fates(run_import(mapped)) == [Fate.NEW]
    assert town.read("elm-hall").front_matter["where"] == {"lat": "55.95", "lon": "-3.19"}


DOCUMENTATION = Path(__file__).parents[1] / "docs" / "importing.md"


def test_the_example_in_the_documentation_does_what_it_says(town: Town) -> None:
    blocks = re.findall(
        r"^```(\w+)\n(.*?)^```", DOCUMENTATION.read_text("utf-8"), re.DOTALL | re.MULTILINE
    )
    example = [text for kind, text in blocks if kind != "text" or "2 rows" in text]
    rows, mapping, told, entry = example[:4]
    town.map(mapping)
    report = run_import(town.job(rows))
    assert "\n".join(report.lines) == told.rstrip()
    assert (town.content / "places" / "elm-hall.md").read_text(encoding="utf-8") == entry


def test_a_planted_link_in_the_way_of_a_new_file_is_not_followed(
    town: Town, tmp_path: Path
) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.write_text("ours")
    town.content.joinpath("groups").mkdir(parents=True, exist_ok=True)
    (town.content / "groups" / ".tea-and-talk.md.new").symlink_to(elsewhere)
    town.import_rows(TEA)
    assert elsewhere.read_text() == "ours"
    assert town.slugs() == ["tea-and-talk"]


def test_nothing_is_written_behind_a_folder_that_is_a_link(town: Town, tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    if (town.content / "groups").exists():
        (town.content / "groups").rmdir()
    (town.content / "groups").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(NotADirectoryError):
        town.import_rows(TEA)
    assert list((tmp_path / "elsewhere").iterdir()) == []


def test_a_pipe_in_the_place_of_a_list_is_not_waited_for(town: Town) -> None:
    job = town.job(HEADER)
    job.file.unlink()
    os.mkfifo(job.file)
    assert [problem.rule for problem in run_import(job).problems] == ["file-readable"]
