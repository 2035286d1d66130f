"""A safe space's title, and the names of its file and photo, say nothing of what it is for."""

from __future__ import annotations

from pathlib import Path

import pytest
from builders import checked_of
from PIL import Image

from doorstep.checks.safe_spaces_quiet import LOUD
from doorstep.reports import REPORTS

LOUD_TITLES = (
    *(
        "Survivors of violence",
        "Domestic abuse support",
        "The refuge",
        "A safe house",
        "Rape crisis",
    ),
    *(
        "Survivors' circle",
        "Women's Aid tea",
        "Women’s aid tea",
        "FGM group",
        "LGBT youth",
        "Gay dads",
    ),
    *("HIV support", "Drug and alcohol group", "For trafficked women", "Fleeing home", "In hiding"),
    *(
        "Asylum seekers' tea",
        "Suicide: who is left",
        "Self-harm group",
        "Coming out",
        "A secret group",
        "Safe space for women",
        "Non-binary lunch",
        "Rehab tea",
    ),
)
QUIET_TITLES = (
    *(
        "A quiet hour",
        "A group for women",
        "Tea and talk",
        "Tuesday tea",
        "The garden group",
        "Grapes",
    ),
    *(
        "Refugees welcome",
        "Transport help",
        "Drapers",
        "Violin club",
        "Someone to talk to",
        "Gaelic",
    ),
    *(
        "Hiking",
        "Therapy dogs",
        "Abba singers",
        "Young people's night",
        "Escalator maths",
        "Fleece swap",
    ),
)


def problems(folder: Path, facts: str, slug: str = "quiet-hour") -> list[tuple[str, int, str]]:
    text = f"---\n{facts}\nsensitive: yes\n---\n"
    found = checked_of(folder, {f"groups/{slug}.md": text}).problems
    return [(one.rule, one.line, one.message) for one in found]


@pytest.mark.parametrize("title", LOUD_TITLES)
def test_a_title_that_says_what_it_is_for_is_refused(tmp_path: Path, title: str) -> None:
    message = "This is a safe space, and its title says what it is for."
    assert problems(tmp_path, f'title: "{title}"') == [("safe-space-quiet", 2, message)]


@pytest.mark.parametrize("title", QUIET_TITLES)
def test_a_quiet_title_is_let_through(title: str) -> None:
    assert not LOUD.search(title)


def test_the_name_of_the_file_says_nothing_either(tmp_path: Path) -> None:
    message = "This is a safe space, and the name of its file says what it is for."
    found = problems(tmp_path, "title: A quiet hour", "rape-crisis")
    assert found == [("safe-space-quiet", 1, message)]


def test_nor_does_the_name_of_its_photo(tmp_path: Path) -> None:
    (tmp_path / "content" / "photos").mkdir(parents=True)
    Image.new("RGB", (640, 480)).save(tmp_path / "content" / "photos" / "the_refuge.jpg")
    image = "image: {file: photos/the_refuge.jpg, alt: A room}"
    message = "This is a safe space, and the name of its photo says what it is for."
    assert ("safe-space-quiet", 3, message) in problems(tmp_path, f"title: A quiet hour\n{image}")


def test_its_summary_may_say_more(tmp_path: Path) -> None:
    summary = "summary: For women who have been hurt, and for survivors."
    assert problems(tmp_path, f"title: A quiet hour\n{summary}") == []


def test_any_other_entry_may_be_as_loud_as_it_likes(tmp_path: Path) -> None:
    text = "---\ntitle: Survivors of violence\n---\n"
    assert checked_of(tmp_path, {"groups/survivors.md": text}).problems == ()


def test_the_loud_word_is_not_repeated(tmp_path: Path) -> None:
    text = "---\ntitle: Zquxabuse and violence\nsensitive: yes\n---\n"
    found = checked_of(tmp_path, {"groups/quiet.md": text}).problems
    said = "\n".join(report(found) for report in REPORTS.values())
    assert "safe-space-quiet" in said
    assert "violence" not in said
