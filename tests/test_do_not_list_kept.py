"""What asked not to be listed comes back by no door: entries, lists, calendars, forms, commands."""

from __future__ import annotations

import json
import shutil
from typing import TYPE_CHECKING

import pytest
from asked_not import BROKEN, put
from builders import TODAY, checked_of
from checks_page import TINY
from click.testing import CliRunner, Result
from form_events import event as form_event
from made_calendars import calendar, event
from test_importers_ics_subscriptions import Subscribed
from typed_forms import proposed

import build
from doorstep.commands.importing import import_list
from doorstep.importers.issue_form.desks import Desk
from doorstep.importers.outcomes import Fate
from doorstep.loading import read_config
from doorstep.problems import Level

if TYPE_CHECKING:
    from pathlib import Path

RULE = "asked-not-to-be-listed"
ASKED = "left out, because the group asked not to be listed"
CLUBS = "from: Town clubs\nid: Id\nkind: group\nfields: {title: Name, contact.phone: Phone}\n"
ROWS = "Id,Name,Phone\n1,KNIT & natter,\n2,Chess,\n3,Draughts,020 7946 0456\n"
KNIT = "Knit and natter"


@pytest.fixture
def guide(tmp_path: Path) -> Path:
    shutil.copytree(TINY, tmp_path, dirs_exist_ok=True)
    return tmp_path


def desk_of(guide: Path) -> Desk:
    config, _ = read_config(guide / "site.yaml")
    assert config
    return Desk(config, guide / "content", TODAY)


def files(guide: Path) -> dict[str, str]:
    found = (path for path in guide.rglob("*") if path.is_file())
    return {str(path.relative_to(guide)): path.read_text("utf-8", "replace") for path in found}


def command(guide: Path, *typed: str) -> Result:
    where = ("--site", str(guide / "site.yaml"), "--content", str(guide / "content"))
    return CliRunner().invoke(build.cli, [*typed, *where, "--today", "2026-11-08"])


def imported(guide: Path, list_format: str, text: str, mapping: str = CLUBS) -> Result:
    file, map_file = guide / f"outside.{list_format}", guide / "outside-map.yaml"
    file.write_text(text, encoding="utf-8")
    map_file.write_text(mapping, encoding="utf-8")
    with_map = ("--map", str(map_file)) if list_format != "ics" else ()
    return command(guide, "import", list_format, str(file), *with_map)


def test_an_entry_of_a_group_that_asked_is_left_out(tmp_path: Path) -> None:
    (tmp_path / "content").mkdir()
    put(tmp_path / "content", "Tea and talk")
    named = {"a": "The Tea & Talk group", "b": "Chess"}
    entries = {f"groups/{slug}.md": f"---\ntitle: {title}\n---\n" for slug, title in named.items()}
    checked = checked_of(tmp_path, entries)
    assert [entry.title for entry in checked.entries] == ["Chess"]
    problem = next(one for one in checked.problems if one.rule == RULE)
    assert (problem.file, problem.line, problem.level) == ("content/groups/a.md", 2, Level.ERROR)
    assert "Harbour Row forum, 020 7946 0123," in problem.fix


def test_what_such_a_group_runs_is_left_out_too(tmp_path: Path) -> None:
    (tmp_path / "content").mkdir()
    put(tmp_path / "content", "Tea and talk")
    fair = "---\ntitle: Fair\nwhen: 1 December 2026, 2pm to 3pm\norganiser: tea-and-talk\n---\n"
    assert checked_of(tmp_path, {"events/fair.md": fair}).entries == ()


def test_while_the_list_is_broken_the_guide_is_still_there(tmp_path: Path) -> None:
    files = {"groups/tea.md": "---\ntitle: Tea\n---\n", "do-not-list.yaml": BROKEN}
    checked = checked_of(tmp_path, files)
    assert [entry.title for entry in checked.entries] == ["Tea"]
    assert [problem.file for problem in checked.errors] == ["content/do-not-list.yaml"]
    assert checked.kept_words.startswith("Nothing on the website has changed. Something beside")


def test_a_spreadsheet_brings_no_group_back(guide: Path) -> None:
    put(guide / "content", KNIT, phones=["020 7946 0456"])
    result = imported(guide, "csv", ROWS)
    assert result.output == f"Town clubs: 3 rows.\n  1 new\n  2 {ASKED}\n"
    assert result.exit_code == 0
    assert not list((guide / "content/groups").glob("*knit*"))
    assert not list((guide / "content/groups").glob("*draughts*"))
    assert (guide / "content/groups/chess.md").exists()


def test_a_second_import_brings_none_back_either(guide: Path) -> None:
    put(guide / "content", KNIT, phones=["020 7946 0456"])
    imported(guide, "csv", ROWS)
    again = imported(guide, "csv", ROWS)
    assert again.output == f"Town clubs: 3 rows.\n  1 as before\n  2 {ASKED}\n"


def test_what_an_import_wrote_before_is_left_to_the_check(guide: Path) -> None:
    imported(guide, "csv", ROWS)
    before = (guide / "content/groups/knit-natter.md").read_text("utf-8")
    put(guide / "content", sources=[("Town clubs", "1")])
    again = imported(guide, "csv", ROWS.replace("KNIT", "Knit"))
    assert again.output == f"Town clubs: 3 rows.\n  2 as before\n  1 {ASKED}\n"
    assert (guide / "content/groups/knit-natter.md").read_text("utf-8") == before
    assert [
        p.rule for p in desk_of(guide).checked_with("groups/x.md", "---\ntitle: X\n---\n").errors
    ] == [RULE]


@pytest.mark.parametrize(
    "row", ["1,Knit & natter,,too much\n", "1,Knit & natter,\n1,Knit & natter,\n"]
)
def test_a_row_that_is_odd_as_well_names_nobody(guide: Path, row: str) -> None:
    put(guide / "content", KNIT)
    assert "nit" not in imported(guide, "csv", f"Id,Name,Phone\n{row}").output


def test_a_row_that_the_mapping_leaves_out_names_nobody(guide: Path) -> None:
    put(guide / "content", KNIT)
    mapping = (
        CLUBS.replace("id: Id", "id: Name") + "skip_when:\n- {column: Id, is: 1, because: old}\n"
    )
    assert "KNIT" not in imported(guide, "csv", ROWS, mapping).output


def test_a_map_file_brings_no_group_back(guide: Path) -> None:
    put(guide / "content", KNIT)
    point = {"type": "Point", "coordinates": [-3.3, 53.702]}
    feature = {"type": "Feature", "properties": {"name": KNIT.upper()}, "geometry": point}
    text = json.dumps({"type": "FeatureCollection", "features": [feature]})
    fields = "{title: name, where.position: geometry.position}"
    mapping = f"from: Map\nid: name\nkind: place\nfields: {fields}\n"
    assert imported(guide, "geojson", text, mapping).output == f"Map: 1 row.\n  1 {ASKED}\n"
    assert not (guide / "content/places/knit-and-natter.md").exists()


@pytest.mark.parametrize(
    "listed",
    [
        event(title="Knit and natter: Christmas special"),
        event("DESCRIPTION:Ring 020 7946 0456 first", title="Drop-in"),
        event("ORGANIZER:mailto:KNIT@example.org", title="Drop-in"),
        event("URL:https://www.example.org/knit/", title="Drop-in"),
        event("DESCRIPTION:See <a href=\"http://example.org/knit\">us</a>.", title="Drop-in"),
        event("RRULE:FREQ=HOURLY", title="Knit & natter"),
        event("DTSTART:20200101T100000Z", title="Knit & natter"),
        event("DTSTART:nonsense", title="Knit & natter"),
    ],
)  # fmt: skip
def test_a_calendar_brings_no_group_back_and_names_none(guide: Path, listed: str) -> None:
    told = {"emails": ["knit@example.org"], "websites": ["example.org/knit"]}
    put(guide / "content", KNIT, phones=["020 7946 0456"], **told)
    before = set(files(guide))
    other = event(uid="2", title="Chess night")
    result = imported(guide, "ics", calendar(listed, other).decode())
    assert result.output == f"outside: 2 events.\n  1 new\n  1 {ASKED}\n"
    made = set(files(guide)) - before - {"outside.ics", "outside-map.yaml"}
    assert made == {"content/events/chess-night.md"}


def test_a_calendar_of_a_group_that_asked_brings_nothing(guide: Path) -> None:
    put(guide / "content", KNIT)
    text = calendar(event(title="Drop-in"), head="X-WR-CALNAME:Knit & natter").decode()
    assert imported(guide, "ics", text).output == f"outside: 1 event.\n  1 {ASKED}\n"


def test_what_a_calendar_brought_before_is_not_called_gone(guide: Path) -> None:
    text = calendar(event(title=KNIT)).decode()
    imported(guide, "ics", text)
    put(guide / "content", KNIT)
    assert imported(guide, "ics", text).output == f"outside: 1 event.\n  1 {ASKED}\n"


def test_the_copy_of_a_calendar_has_nobody_in_it_who_asked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    subscribed = Subscribed(tmp_path, monkeypatch)
    both = calendar(event(title=KNIT), event(uid="2", title="Chess night"))
    subscribed.imports(both)
    assert b"natter" in subscribed.copy.read_bytes()
    put(subscribed.town.content, KNIT)
    report = subscribed.imports(both)
    assert report.counts == {Fate.UNCHANGED: 1, Fate.ASKED: 1}
    assert b"natter" not in subscribed.copy.read_bytes()
    assert b"Chess" in subscribed.copy.read_bytes()


@pytest.mark.parametrize("list_format", ["csv", "geojson", "ics"])
def test_while_the_list_is_broken_nothing_is_imported(guide: Path, list_format: str) -> None:
    (guide / "content/do-not-list.yaml").write_text(BROKEN, encoding="utf-8")
    before = files(guide / "content")
    result = imported(guide, list_format, ROWS)
    assert result.exit_code == 1
    assert "content/do-not-list.yaml, line 2" in result.output
    assert files(guide / "content") == before


NEW = {"title": "KNIT & Natter", "when": "Every Friday, 2pm to 4pm"}


def test_a_form_brings_no_group_back(guide: Path) -> None:
    put(guide / "content", KNIT)
    proposal = proposed("add-group", NEW, desk=desk_of(guide))
    assert proposal.text is None
    assert proposal.kept_out == (
        "This group asked not to be listed, so nothing was written. "
        "Phone Amina, 020 7946 0123, before you change that."
    )
    assert (proposal.title, proposal.slug, proposal.path, proposal.problems) == ("", "", "", ())


@pytest.mark.parametrize(
    "line", [{"contact_phone": "07700 900 123"}, {"more": "Website: example.org/knit"}]
)
def test_a_form_is_known_by_more_than_its_title(guide: Path, line: dict[str, str]) -> None:
    put(guide / "content", phones=["07700 900 123"], websites=["https://example.org/knit"])
    assert proposed("add-group", {"title": "Stitchers", **line}, desk=desk_of(guide)).kept_out


@pytest.mark.parametrize("more", [{}, {"when": "now and then"}])
def test_what_is_private_comes_before_who_asked(guide: Path, more: dict[str, str]) -> None:
    put(guide / "content", KNIT)
    offer = {"title": KNIT, "side": "give", "expires": "19 December 2026", **more}
    mobile = proposed("add-help", offer | {"contact_phone": "07700 900 999"}, desk=desk_of(guide))
    assert (mobile.is_secret, mobile.kept_out) == (True, "")
    assert proposed("add-help", offer, desk=desk_of(guide)).kept_out


def test_a_form_that_could_not_be_published_anyhow_is_kept_out_too(guide: Path) -> None:
    put(guide / "content", KNIT)
    assert proposed("add-group", {**NEW, "when": "now and then"}, desk=desk_of(guide)).kept_out


def test_a_name_given_in_a_later_answer_is_kept_out(guide: Path) -> None:
    put(guide / "content", KNIT)
    proposal = proposed("add-group", {"cost": "Free"}, ["Knit and natter"], desk=desk_of(guide))
    assert proposal.kept_out


def test_an_entry_is_not_renamed_to_a_group_that_asked(guide: Path) -> None:
    put(guide / "content", KNIT)
    change = {"entry": "31, Tea and talk (tea-and-talk)", "title": "Knit and natter"}
    assert proposed("change-group", change, desk=desk_of(guide)).kept_out


def test_other_forms_are_written_as_ever(guide: Path) -> None:
    put(guide / "content", KNIT)
    assert proposed("add-group", {"title": "Chess"}, desk=desk_of(guide)).text


def test_while_the_list_is_broken_a_form_adds_nothing(guide: Path) -> None:
    (guide / "content/do-not-list.yaml").write_text(BROKEN, encoding="utf-8")
    proposal = proposed("add-group", {"title": "Chess"}, desk=desk_of(guide))
    assert proposal.text is None
    assert "cannot be read at the moment" in proposal.kept_out


def test_while_the_list_is_broken_nobody_is_renamed(guide: Path) -> None:
    (guide / "content/do-not-list.yaml").write_text(BROKEN, encoding="utf-8")
    entry = {"entry": "31, Tea and talk (tea-and-talk)"}
    assert proposed("change-group", {**entry, "title": "Chess"}, desk=desk_of(guide)).kept_out
    assert proposed("change-group", {**entry, "cost": "£1"}, desk=desk_of(guide)).text


def test_the_command_for_forms_says_so_and_writes_nothing(guide: Path) -> None:
    put(guide / "content", KNIT)
    before = files(guide / "content")
    told = guide / "event.json"
    told.write_text(json.dumps(form_event("add-group", NEW)), encoding="utf-8")
    of_guide = ["--site", str(guide / "site.yaml"), "--into", str(guide / "content")]
    result = CliRunner().invoke(import_list, ["issue", str(told), *of_guide])
    assert result.exit_code == 1
    assert result.output.startswith("This group asked not to be listed, so nothing was written.")
    assert files(guide / "content") == before


@pytest.mark.parametrize(
    ("title", "words"), [("Knit & natter", "Phone Amina, 020 7946 0123,"), ("Chess", "")]
)
def test_no_file_is_begun_for_a_group_that_asked(guide: Path, title: str, words: str) -> None:
    put(guide / "content", KNIT)
    result = command(guide, "new", "group", title)
    assert (result.exit_code == 1) == bool(words)
    assert words in result.output


def test_while_the_list_is_broken_no_file_is_begun(guide: Path) -> None:
    (guide / "content/do-not-list.yaml").write_text(BROKEN, encoding="utf-8")
    result = command(guide, "new", "group", "Chess")
    assert (result.exit_code, "has to be mended first" in result.output) == (1, True)


def test_a_group_is_listed_found_and_taken_off_again(guide: Path) -> None:
    asked = ("--asked", "by phone, Amina")
    added = command(guide, "do-not-list", "add", "--title", "Tea & talk", *asked)
    assert added.exit_code == 0
    assert "has it now: title (since 2026-11-08, by phone, Amina)." in added.output
    assert "content/groups/tea-and-talk.md, line 3" in added.output
    found = command(guide, "do-not-list", "check", "--title", "TEA AND TALK")
    told = "It is on the list: title (since 2026-11-08, by phone, Amina).\n"
    assert (found.exit_code, found.output) == (1, told)
    assert command(guide, "do-not-list", "remove", "--title", "Tea and talk").exit_code == 0
    gone = command(guide, "do-not-list", "check", "--title", "Tea and talk")
    assert (gone.exit_code, gone.output) == (0, "It is not on the list.\n")


@pytest.mark.parametrize("typed", [(), ("--phone", "12"), ("--title", "…")])
@pytest.mark.parametrize("which", ["add", "check", "remove"])
def test_without_anything_to_know_a_group_by_the_list_stays(
    guide: Path, which: str, typed: tuple[str, ...]
) -> None:
    assert command(guide, "do-not-list", which, *typed).exit_code == 2
    assert not (guide / "content/do-not-list.yaml").exists()


@pytest.mark.parametrize("which", ["add", "check", "remove"])
def test_a_broken_list_is_never_written_over(guide: Path, which: str) -> None:
    path = guide / "content/do-not-list.yaml"
    path.write_text(BROKEN, encoding="utf-8")
    result = command(guide, "do-not-list", which, "--title", "Tea")
    assert (result.exit_code, path.read_text("utf-8")) == (1, BROKEN)
    assert "line 2" in result.output
