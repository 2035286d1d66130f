"""When so much would be left out that the published site had better stay as it is."""

from pathlib import Path

import pytest
from builders import TODAY, checked_of, config

from doorstep.checking import Checked, check_site

GOOD = "---\ntitle: Tea\nchecked: 2026-11-03, by phone, Amina\n---\n"
UNREADABLE = "---\ntitle: 'Tea\n---\n"
NOWHERE = "---\ntitle: Tea\nwhere: nowhere\n---\n"
UNKNOWN_WORD = "---\ntitle: Tea\nstatus: gone\n---\n"
OLD = "---\ntitle: Tea\nchecked: 2019-11-03, by phone, Amina\n---\n"


def guide(folder: Path, *texts: str) -> Checked:
    """Return a guide with a group for each text."""
    return checked_of(folder, {f"groups/tea-{n}.md": text for n, text in enumerate(texts)})


def mixed(folder: Path, lost: int, of: int) -> Checked:
    """Return a guide that loses so many of its entries, in each way that there is."""
    bad = [UNREADABLE, NOWHERE, UNKNOWN_WORD]
    return guide(folder, *(bad[n % 3] if n < lost else GOOD for n in range(of)))


@pytest.mark.parametrize(
    ("lost", "of", "refuses"),
    [
        (0, 5, False),
        (4, 4, False),
        (4, 10, False),
        (5, 5, True),
        (5, 24, True),
        (5, 25, False),
        (6, 29, True),
        (6, 30, False),
    ],
)
def test_more_than_a_fifth_and_at_least_five_is_too_much(
    lost: int, of: int, refuses: bool, tmp_path: Path
) -> None:
    checked = mixed(tmp_path, lost, of)
    assert (checked.lost, len(checked.entries)) == (lost, of - lost)
    assert checked.loses_too_much is refuses


def test_leaving_the_lists_by_age_is_no_loss(tmp_path: Path) -> None:
    checked = guide(tmp_path, *[OLD] * 10)
    assert checked.lost == 0
    assert not checked.loses_too_much


def test_what_is_published_with_a_warning_is_no_loss(tmp_path: Path) -> None:
    assert not guide(tmp_path, *["---\ntitle: Tea\norganiser: none\n---\n"] * 10).loses_too_much


def test_entries_that_share_an_address_are_lost_but_for_the_first(tmp_path: Path) -> None:
    texts = {f"{folder}/tea.md": GOOD for folder in ("groups", "events", "places")}
    assert checked_of(tmp_path, texts).lost == 2


def test_unreadable_files_of_one_name_are_each_counted(tmp_path: Path) -> None:
    folders = ("groups", "events", "places", "help", "stories")
    checked = checked_of(tmp_path, {f"{folder}/tea.md": UNREADABLE for folder in folders})
    assert checked.lost == 5
    assert checked.loses_too_much


def test_files_with_a_name_that_cannot_be_an_address_are_counted(tmp_path: Path) -> None:
    checked = checked_of(tmp_path, {f"groups/Tea {n}.md": GOOD for n in range(5)})
    assert checked.lost == 5


LISTED = "- slug: tea-{n}\n  title: {quote}Tea\n"


def test_entries_of_a_list_are_each_counted(tmp_path: Path) -> None:
    text = "".join(LISTED.format(n=n, quote="'" if n < 6 else "") for n in range(10))
    checked = checked_of(tmp_path, {"groups/list.yaml": text})
    assert (checked.lost, len(checked.entries)) == (6, 4)
    assert checked.loses_too_much


def test_an_entry_of_a_list_does_not_take_its_neighbours_with_it(tmp_path: Path) -> None:
    text = "".join(LISTED.format(n=n, quote="'" if n == 1 else "") for n in range(3))
    checked = checked_of(tmp_path, {"groups/list.yaml": text})
    assert [entry.slug for entry in checked.entries] == ["tea-0", "tea-2"]


def test_a_whole_list_that_cannot_be_read_is_as_many_as_it_names(tmp_path: Path) -> None:
    text = "[\n" + "".join(f"{{slug: tea-{n}, title: Tea}},\n" for n in range(30)) + "]\n"
    assert checked_of(tmp_path, {"groups/list.yaml": text}).lost == 30


def test_naming_an_entry_of_a_list_that_cannot_be_read_is_no_mistake(tmp_path: Path) -> None:
    text = LISTED.format(n=1, quote="'") + LISTED.format(n=2, quote="")
    files = {"places/list.yaml": text, "groups/tea.md": "---\ntitle: Tea\nwhere: tea-1\n---\n"}
    problems = checked_of(tmp_path, files).problems
    assert {problem.file for problem in problems} == {"content/places/list.yaml"}


def test_without_a_folder_of_entries_no_empty_site_is_published(tmp_path: Path) -> None:
    checked = check_site(config(), tmp_path / "content", TODAY, jobs=1)
    assert checked.entries == ()
    assert checked.loses_too_much


def test_a_folder_without_entries_never_empties_a_site_that_is_there(tmp_path: Path) -> None:
    nothing = checked_of(tmp_path, {})
    assert not nothing.would_empty(tmp_path / "_site")
    (tmp_path / "_site").mkdir()
    (tmp_path / "_site" / "index.html").write_text("A guide", encoding="utf-8")
    assert nothing.would_empty(tmp_path / "_site")
    assert not checked_of(tmp_path, {"groups/a.md": "---\ntitle: A\n---\n"}).would_empty(
        tmp_path / "_site"
    )
