"""The city's own lists, imported as they are: every row an entry or named with the reason."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from doorstep.checks import private_details_agreed
from doorstep.fields import ReadingContext
from doorstep.importers.csv import read_csv
from doorstep.importers.existing import read_existing
from doorstep.importers.mapping import read_mapping
from doorstep.importers.outcomes import Fate, ImportReport
from doorstep.importers.planning import plan_rows
from doorstep.importers.run import Format, ImportJob, run_import
from doorstep.loading import context_for, load_draft, read_config
from doorstep.reading import read_entry
from doorstep.sources import find_files, read_file

TESTS = Path(__file__).parent
LISTS = TESTS.parents[1] / "shared" / "data" / "edinburgh"

pytestmark = [
    pytest.mark.whole,
    pytest.mark.skipif(not LISTS.is_dir(), reason="the city's lists are not beside the project"),
]

IMPORTS = {
    "Parks and gardens": ("parks-and-gardens", 144, {}),
    "Play areas": ("play-areas", 152, {}),
    "Allotments": ("allotments", 27, {}),
    "Community centres": ("community-centres", 49, {}),
    "Day services and lunch clubs": ("lunch-clubs", 77, {}),
    "Library locations and opening hours": ("libraries", 34, {Fate.UNWANTED: 1}),
    "Mobile library stops": ("mobile-library-stops", 79, {}),
    "Access to Sport and Culture Edinburgh": ("sport-and-culture", 93, {Fate.SKIPPED: 1}),
    "Outdoor education providers": ("outdoor-education", 112, {Fate.SKIPPED: 2}),
    "Public toilets": ("public-toilets", 29, {}),
    "Edinburgh's trees with a story": ("trees", 23, {}),
}
"""For each list: its mapping, how many entries it gives, and what becomes of the other rows."""


def context() -> ReadingContext:
    config, problems = read_config(TESTS / "sites" / "edinburgh" / "site.yaml")
    assert config is not None, problems
    return context_for(config, date(2026, 3, 3))


def map_file(name: str) -> Path:
    return TESTS / "mappings" / f"{IMPORTS[name][0]}.yaml"


@pytest.fixture(scope="module")
def content(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("edinburgh") / "content"


@pytest.fixture(scope="module")
def reports(content: Path) -> dict[str, ImportReport]:
    """Import every list, one after the other, into a fresh guide."""
    known = context()
    return {
        name: run_import(
            ImportJob(
                format=Format.CSV,
                file=LISTS / f"{name}.csv",
                map_file=map_file(name),
                into=content,
                context=known,
            )
        )
        for name in IMPORTS
    }


@pytest.mark.parametrize("name", IMPORTS)
def test_every_row_is_an_entry_or_named(name: str, reports: dict[str, ImportReport]) -> None:
    _, entries, others = IMPORTS[name]
    report = reports[name]
    rows = read_csv((LISTS / f"{name}.csv").read_bytes(), name).rows
    assert report.problems == ()
    assert report.counts == {Fate.NEW: entries, **others}
    assert [outcome.row for outcome in report.outcomes] == [row.number for row in rows]
    assert all(outcome.reason for outcome in report.outcomes if outcome.fate is not Fate.NEW)


def test_every_file_that_was_written_can_be_read(
    content: Path, reports: dict[str, ImportReport]
) -> None:
    known = context()
    files, problems = find_files(content)
    readings = [read_file(found.path, found.file, found.kind) for found in files]
    problems += [problem for reading in readings for problem in reading.problems]
    for reading in readings:
        problems += read_entry(reading.sources[0], known)[1]
    assert problems == []
    assert len(files) == sum(report.counts[Fate.NEW] for report in reports.values()) == 819


def test_a_second_import_changes_nothing(content: Path, reports: dict[str, ImportReport]) -> None:
    known = context()
    existing = read_existing(content, known.phone_region)
    for name, first in reports.items():
        mapping, _, _ = read_mapping(map_file(name).read_bytes(), name, known)
        rows = read_csv((LISTS / f"{name}.csv").read_bytes(), name).rows
        assert mapping is not None
        assert mapping.kind is not None
        again = plan_rows(rows, mapping, mapping.kind, existing, known)
        assert again.files == ()
        unchanged = [one for one in again.outcomes if one.fate is Fate.UNCHANGED]
        assert len(unchanged) == first.counts[Fate.NEW]


def test_hardly_anything_in_the_lists_is_one_persons(
    content: Path, reports: dict[str, ImportReport]
) -> None:
    assert reports
    config, _ = read_config(TESTS / "sites" / "edinburgh" / "site.yaml")
    assert config is not None
    draft, _ = load_draft(config, content, date(2026, 3, 3), jobs=1)
    told = [(one.file, one.message) for one in private_details_agreed.check(draft)]
    # One group of 819 entries gives somebody's own address at a host for everybody.
    assert [file for file, _ in told] == ["content/groups/scottish-indian-arts-forum.md"]
    assert all("an e-mail address that looks like one person's own" in words for _, words in told)


def test_no_html_is_left_in_any_file(content: Path, reports: dict[str, ImportReport]) -> None:
    assert reports
    for path in content.glob("*/*.md"):
        text = path.read_text(encoding="utf-8")
        assert "<a " not in text
        assert "</" not in text
        assert "tel:" not in text
