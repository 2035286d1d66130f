"""Forty files as people really write them, and what becomes of each.

The files and what is expected of them (file, level, line) lie beside the repository. What must be
said of each, and how it must read on its page, stands here.
"""

import csv
import re
import shutil
import subprocess
import sys
import time
from dataclasses import dataclass
from datetime import date
from html import unescape
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from build import cli
from doorstep.checking import Checked, check_site
from doorstep.loading import read_config
from doorstep.problems import Level, Problem
from doorstep.reports import as_text
from doorstep.site import publish

ROOT = Path(__file__).resolve().parent.parent
TINY = ROOT / "tests" / "sites" / "tiny"
BAD = ROOT.parent / "shared" / "bad-entries"
DAY = date(2026, 11, 21)

pytestmark = pytest.mark.skipif(
    not BAD.is_dir(), reason="../shared/bad-entries is not beside this repository"
)

MUST_SAY = {
    "checked-in-the-future": ["3 November 2062 has not happened yet"],
    "draft-true": ["“draft” is not something an entry can have", "Keep the file back", "paused"],
    "email-without-at": ["“pat.example.org” has no @", "pat@example.org"],
    "ends-before-it-starts": ["4pm to 2pm", "ends before it starts"],
    "every-second-thursday": [
        "two things",
        "Every two weeks on Thursday from 26 November 2026",
        "Second Thursday of the month",
    ],
    "empty-file": ["The file is empty", "Fill it in, or delete it"],
    "javascript-links": ["is not the address of a web page", "https://"],
    "lat-and-lon-swapped": ["look swapped", "lat: 53.4645", "lon: -2.2515"],
    "merge-conflict": ["Two people changed the same lines", "Keep line 8 or line 10", "line 11"],
    "missing-title": ["An entry needs a title", "title: Tea and talk"],
    "no-front-matter": ["line of three dashes", "\n  ---\n  title: Tea and talk\n"],
    "no-such-day": ["30 February 2026 is not a date", "28 days", "Check the day with the group"],
    "not-utf-8": ["Some letters cannot be read", "Café and talk", "UTF-8", "Notepad"],
    "safe-space-with-address": [
        "This is a safe space",
        "a place, an address and a postcode",
        "Do not send it: older versions stay public",
        "Phone Amina, 020 7946 0123, now",
    ],
    "title-twice": ["“title” is there twice", "line 3"],
    "typo-in-key": ["“sumary” is not something an entry can have", "Did you mean “summary”?"],
    "unclosed-quote": ["never closed", 'Change it to:  title: "Tea and talk"'],
    "unknown-place": ["No place is called “st-annes-hal”", "Did you mean “st-annes-hall”"],
    "unknown-topic": ["“compnay” is not a topic", "Did you mean “company”?"],
    "word-document": ["This is a Word document and not text", "Copy its words into a text file"],
    "words-not-known": ["“Most", "weather permitting”", "Write one of these"],
    "yaml-tag": ["!!", "not read as plain words", "quotation marks, or leave the marks out"],
    "help-without-a-side": ["get (somebody can have it)", "give (somebody is wanted)", "side: get"],
}

MUST_WARN = {
    "cancelled-on-a-day-it-is-not-on": [
        "25 November 2026 is a Wednesday, and this is on Tuesdays",
        "Tuesday 24 November 2026 and Tuesday 1 December 2026",
    ],
}

MUST_SHOW = {
    "byte-order-mark-and-windows-line-ends": ["Tea and talk", "020 7946 0456", "Bring a friend"],
    "capital-no": ["No: Step-free", "Yes: Toilet", "Not known, phone to ask: Hearing loop"],
    "colon-in-title": ["Tea and talk: all welcome"],
    "dotted-time": ["Every Tuesday, 10:30am to midday"],
    "formula-title": ['=HYPERLINK("https://evil.example","Click")'],
    "hash-in-title": ["Yoga class #2 for beginners"],
    "missing-last-fence": ["Checked 3 November 2026, by phone", "We drink tea"],
    "phone-without-spaces": ["020 7946 0456"],
    "script-in-title": ["</title><script>alert('ZZX')</script>"],
    "smart-quotes": ["Tea and talk", "Cost £2"],
    "stray-space-before-key": ["Tea and talk"],
    "tab-indent": ["Garden Hall", "28 High Street", "AB1 2CD"],
    "template-marks": [
        "{{ 7*191 }} ${alert(1)} `x`",
        "{% include 'base.html' %} and #{1+1}",
    ],
    "title-that-looks-like-something-else": ["1948", "Cost 0"],
    "topics-without-brackets": ["Tea and talk"],
    "uk-date": ["Checked 3 November 2026, by phone"],
}


def rows() -> list[dict[str, str]]:
    if not BAD.is_dir():
        return []
    with (BAD / "expected.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def stem(file: str) -> str:
    return Path(file).stem


ERRORS = [row for row in rows() if row["expected"] == "error"]
WARNED = [row for row in rows() if row["expected"] == "warning"]
PUBLISHED = [row for row in rows() if row["expected"] in ("read-as-meant", "safe")]
EVERY_FILE = [row["file"] for row in rows()]


def guide(folder: Path, *bad: str) -> Path:
    """Lay out the small guide with these bad files among its own."""
    shutil.copytree(TINY, folder, dirs_exist_ok=True)
    for file in bad:
        shutil.copyfile(BAD / file, folder / file)
    return folder


def checked(folder: Path) -> Checked:
    config, problems = read_config(folder / "site.yaml")
    assert config, problems
    return check_site(config, folder / "content", DAY, jobs=1)


def told(problems: list[Problem] | tuple[Problem, ...], file: str) -> list[Problem]:
    return [problem for problem in problems if problem.file == file]


def command(folder: Path, *words: str) -> Result:
    """Run a command on a guide, here and now."""
    given = ["--site", folder / "site.yaml", "--content", folder / "content", "--today", DAY]
    return CliRunner().invoke(cli, [*words, *map(str, given)])


@dataclass(frozen=True)
class Alone:
    """What came of checking the small guide with one of the files in it."""

    problems: list[Problem]
    published: set[str]
    seconds: float


@pytest.fixture(scope="module")
def alone(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Alone]:
    return {file: checked_alone(file, tmp_path_factory.mktemp("one")) for file in EVERY_FILE}


def checked_alone(file: str, folder: Path) -> Alone:
    guide(folder, file)
    start = time.process_time()
    result = checked(folder)
    seconds = time.process_time() - start
    return Alone(told(result.problems, file), {entry.file for entry in result.entries}, seconds)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small guide built with all the files, whatever is left out of it."""
    folder = guide(tmp_path_factory.mktemp("guide"), *EVERY_FILE)
    publish(checked(folder), DAY, ROOT / "layouts", folder / "_site", jobs=1)
    return folder / "_site"


def page(site: Path, file: str) -> str:
    """The words of an entry's page, as a person reads them."""
    html = (site / file.removeprefix("content/").removesuffix(".md") / "index.html").read_text()
    main = re.sub(r"<[^>]+>", " ", html[html.index("<main") : html.index("</main>")])
    return " ".join(unescape(main).split())


def test_every_file_has_its_expectation_here() -> None:
    assert {stem(row["file"]) for row in ERRORS} == set(MUST_SAY)
    assert {stem(row["file"]) for row in WARNED} == set(MUST_WARN)
    assert {stem(row["file"]) for row in PUBLISHED} == set(MUST_SHOW)


@pytest.mark.parametrize("row", ERRORS, ids=lambda row: stem(row["file"]))
def test_what_cannot_be_published_is_named_with_its_line_and_how_to_mend_it(
    row: dict[str, str], alone: dict[str, Alone]
) -> None:
    found = alone[row["file"]].problems
    assert [problem.level for problem in found] == [Level.ERROR]
    assert abs(found[0].line - int(row["line"])) <= 1
    for words in MUST_SAY[stem(row["file"])]:
        assert words in as_text(found)


@pytest.mark.parametrize("row", WARNED, ids=lambda row: stem(row["file"]))
def test_what_makes_no_sense_is_named_and_its_entry_published(
    row: dict[str, str], alone: dict[str, Alone]
) -> None:
    found = alone[row["file"]].problems
    assert [problem.level for problem in found] == [Level.WARNING]
    assert abs(found[0].line - int(row["line"])) <= 1
    assert row["file"] in alone[row["file"]].published
    for words in MUST_WARN[stem(row["file"])]:
        assert words in as_text(found)


@pytest.mark.parametrize("row", PUBLISHED, ids=lambda row: stem(row["file"]))
def test_what_can_be_read_only_one_way_keeps_nobody_from_publishing(
    row: dict[str, str], alone: dict[str, Alone]
) -> None:
    result = alone[row["file"]]
    assert {problem.level for problem in result.problems} <= {Level.NOTE}
    assert row["file"] in result.published


@pytest.mark.parametrize("row", PUBLISHED, ids=lambda row: stem(row["file"]))
def test_a_page_shows_what_was_meant(row: dict[str, str], site: Path) -> None:
    for words in MUST_SHOW[stem(row["file"])]:
        assert words.casefold() in page(site, row["file"]).casefold()


def test_topics_between_commas_are_two_topics(site: Path) -> None:
    for topic in ("company", "older-people"):
        listed = (site / "topics" / topic / "index.html").read_text()
        assert "/groups/topics-without-brackets/" in listed


def test_no_problem_takes_more_than_its_own_entry(tmp_path: Path) -> None:
    together = checked(guide(tmp_path, *EVERY_FILE))
    assert {entry.file for entry in checked(TINY).entries} <= {e.file for e in together.entries}
    assert len(together.entries) == len(checked(TINY).entries) + len(PUBLISHED + WARNED)


def test_nobody_waits_two_seconds_for_any_file(alone: dict[str, Alone]) -> None:
    assert max(result.seconds for result in alone.values()) < 2


def test_one_bad_file_hides_nothing_of_another(tmp_path: Path, alone: dict[str, Alone]) -> None:
    together = checked(guide(tmp_path, *EVERY_FILE)).problems
    for file, result in alone.items():
        assert told(together, file) == result.problems


def test_the_order_in_which_files_were_made_changes_nothing(tmp_path: Path) -> None:
    one = checked(guide(tmp_path / "one", *EVERY_FILE))
    other = checked(guide(tmp_path / "other", *reversed(EVERY_FILE)))
    assert one.problems == other.problems
    assert [entry.file for entry in one.entries] == [entry.file for entry in other.entries]


def published_text(site: Path, besides: str = "") -> str:
    files = (path for path in site.rglob("*") if path.is_file() and path.suffix != besides)
    return "\n".join(path.read_bytes().decode("utf-8", "replace") for path in files)


@pytest.mark.parametrize("secret", ["ZZCANARY", "Secret Street", "1337"])
def test_what_was_left_out_is_in_no_published_file(secret: str, site: Path) -> None:
    assert secret not in published_text(site)


def test_marks_of_a_page_in_a_title_are_only_text(site: Path) -> None:
    # A calendar is words from end to end; nothing in it is ever run.
    everything = published_text(site, besides=".ics")
    assert "ZZX" in everything
    assert not re.search(r"<script>\s*alert|javascript:|=\s*[\"']?alert\(", everything)


def test_problems_of_a_safe_space_quote_nothing_of_it(tmp_path: Path) -> None:
    folder = guide(tmp_path, "content/groups/safe-space-with-address.md")
    assert not re.search(r"ZZCANARY|Secret|AB1|Tea and talk", as_text(checked(folder).problems))


def test_check_leaves_with_1_and_no_traceback_when_an_entry_is_kept_out(tmp_path: Path) -> None:
    guide(tmp_path, *EVERY_FILE)
    words = [sys.executable, str(ROOT / "build.py"), "check", "--today", str(DAY)]
    answer = subprocess.run(words, cwd=tmp_path, capture_output=True, text=True)
    assert answer.returncode == 1
    assert answer.stderr == ""


def published_before(folder: Path) -> Path:
    """Return a site that was there before, and has a page."""
    site = folder / "_site"
    site.mkdir()
    (site / "index.html").write_text("as it was")
    return site


def test_a_build_with_all_of_them_refuses_and_leaves_the_published_site(tmp_path: Path) -> None:
    site = published_before(guide(tmp_path, *EVERY_FILE))
    answer = command(tmp_path, "build", "--out", str(site))
    assert answer.exit_code == 1
    assert "Nothing on the website has changed. 23 entries need a word from you" in answer.output
    assert [path.read_text() for path in site.iterdir()] == ["as it was"]


def test_a_build_leaves_one_bad_entry_out_and_says_so(tmp_path: Path) -> None:
    guide(tmp_path, "content/groups/draft-true.md")
    answer = command(tmp_path, "build", "--out", str(tmp_path / "_site"))
    assert answer.exit_code == 0
    assert answer.output.rstrip().endswith("Left out: 1.")
    assert (tmp_path / "_site" / "groups" / "tea-and-talk" / "index.html").is_file()
    assert not (tmp_path / "_site" / "groups" / "draft-true").exists()


def test_a_strict_build_leaves_with_1_and_keeps_the_old_site(tmp_path: Path) -> None:
    site = published_before(guide(tmp_path, "content/groups/draft-true.md"))
    answer = command(tmp_path, "build", "--strict", "--out", str(site))
    assert answer.exit_code == 1
    assert [path.read_text() for path in site.iterdir()] == ["as it was"]
