"""The guides for people show what one sees: each picture has the words that are there today.

After a change that is meant, take them anew with `pytest tests/test_docs_pictures.py
--update-golden`, and look at them before they are kept.
"""

from __future__ import annotations

import io
import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from browser import new_browser
from built_site import REPOSITORY, build
from pictured import (
    TEA,
    WIDE,
    Part,
    Scene,
    comments,
    example_config,
    file_in_editor,
    form,
    opened,
    picture_of,
    shown_for,
    tea_with,
)
from PIL import Image
from served import served
from shipped import needs_the_example

from doorstep.conversations.wording import live, offer, question

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Page

DOCS = REPOSITORY / "docs"
PICTURES = DOCS / "pictures"
GUIDES = ("for-editors.md", "for-reviewers.md")
MOST_BYTES = 60_000
ANEW = "pytest tests/test_docs_pictures.py --update-golden"
OF_GIT = "git|commit|branch|merge|rebase|pull request|repository|fork"
ROBOT = "github-actions"

MOST_OF_IT = {"entry": "127, Tea and talk (tea-and-talk)", "title": "Tea and talk"}
PHONE = MOST_OF_IT | {"contact_phone": "02079460457"}
TIME = MOST_OF_IT | {"when": "Every Tuesday in term time, 11-12"}
RIGHT = {"entry": MOST_OF_IT["entry"], "on": "today", "how": "by phone", "by": "Amina"}
CHESS = {
    "title": "Chess corner",
    "summary": "Chess for beginners, and for people who play well.",
    "when": "2pm to 4pm",
    "place": "Library",
    "contact_phone": "020 7946 0461",
}
"""What is sent in the forms that are shown; the last has no day, so that it is asked about."""


def page_parts() -> dict[str, Scene]:
    """Return the steps that are seen on the guide's own pages."""
    return {
        "find": Part("", ".masthead", typed="127"),
        "doors": Part(f"{TEA}/", ".checked-box"),
        "words-to-send": Part("add/", ".ready-words"),
        "add": Part("add/", ".editing-links"),
    }


def forms() -> dict[str, Scene]:
    """Return the forms, filled in as somebody would send them."""
    config = example_config()
    title = "Change: Tea and talk"
    return {
        "form-change": form(config, "change-group", PHONE, title=title, changed="contact_phone"),
        "form-add": form(config, "add-group", CHESS, title="New group: Chess corner"),
        "form-still-right": form(config, "still-right", RIGHT, title="Still right: Tea and talk"),
    }


def conversations() -> dict[str, Scene]:
    """Return what is said about forms, and an entry's file with its phone number put right."""
    link = f"{example_config().url}n/127/"
    file = tea_with({"020 7946 0456": "020 7946 0457"}).partition("\n---\n")[0]
    answered = offer(shown_for("change-group", PHONE), None, "")
    return {
        "pencil": file_in_editor(file, "020 7946 0457"),
        "answer": comments((ROBOT, answered)),
        "asks": comments((ROBOT, question(shown_for("add-group", CHESS)))),
        "live": comments(("amina", "yes"), (ROBOT, live("Tea and talk", 127, link))),
        "review": opened(comments((ROBOT, offer(shown_for("change-group", TIME), None, "")))),
        "say-no": comments(("amina", "no, because Pat says it stays at 10:30am")),
    }


def kept_words() -> dict[str, str]:
    return {file.stem: file.read_text(encoding="utf-8") for file in PICTURES.glob("*.txt")}


def shown_in(guide: str) -> list[str]:
    """Return the names of the pictures in a guide, in order."""
    return re.findall(r"!\[[^\]]+\]\(pictures/([a-z-]+)\.png\)", read(guide))


def read(guide: str) -> str:
    return (DOCS / guide).read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def taken(
    tmp_path_factory: pytest.TempPathFactory, request: pytest.FixtureRequest
) -> dict[str, str]:
    """The words in each picture as it would be taken today; with the option, the pictures too."""
    folder = tmp_path_factory.mktemp("pictures")
    scenes = page_parts() | forms() | conversations()
    is_kept = request.config.getoption("--update-golden")
    with served(build(REPOSITORY, folder / "_site")) as address, new_browser() as browser:
        tab = browser.new_page(viewport={"width": WIDE, "height": 800})
        return {name: _taken(tab, address, name, scene, is_kept) for name, scene in scenes.items()}


def _taken(tab: Page, address: str, name: str, scene: Scene, is_kept: bool) -> str:
    picture, words = picture_of(tab, address, scene)
    if is_kept:
        PICTURES.mkdir(exist_ok=True)
        (PICTURES / f"{name}.png").write_bytes(picture)
        (PICTURES / f"{name}.txt").write_text(words, encoding="utf-8")
    return words


@needs_the_example
@pytest.mark.browser
@pytest.mark.whole
def test_every_picture_shows_the_words_that_are_there_today(taken: dict[str, str]) -> None:
    assert taken == kept_words(), (
        "take them anew: pytest tests/test_docs_pictures.py --update-golden"
    )


def test_every_picture_has_its_words_beside_it() -> None:
    assert {file.stem for file in PICTURES.glob("*.png")} == set(kept_words())


def test_every_picture_is_in_a_guide_and_every_guide_finds_its_pictures() -> None:
    shown = {name for guide in GUIDES for name in shown_in(guide)}
    assert shown == set(kept_words())


@pytest.mark.parametrize("file", sorted(PICTURES.glob("*.png")), ids=lambda file: file.stem)
def test_a_picture_is_as_wide_as_a_phone_and_small(file: Path) -> None:
    content = file.read_bytes()
    assert Image.open(io.BytesIO(content)).width == WIDE
    assert len(content) < MOST_BYTES


def sections(guide: str) -> Iterator[tuple[str, str]]:
    """Yield the heading and the text of each section of a guide."""
    for section in re.split(r"^## ", read(guide), flags=re.MULTILINE)[1:]:
        heading, _, text = section.partition("\n")
        yield heading, text


@pytest.mark.parametrize("guide", GUIDES)
def test_steps_are_numbered_through_each_section(guide: str) -> None:
    for heading, text in sections(guide):
        numbers = [int(number) for number in re.findall(r"^(\d+)\. ", text, re.MULTILINE)]
        assert numbers == list(range(1, len(numbers) + 1)), heading


@pytest.mark.parametrize("guide", GUIDES)
def test_no_word_of_git_has_to_be_learnt(guide: str) -> None:
    words = re.compile(
        r"\b(git|commit|branch|merge|rebase|pull request|repository|fork)\b", re.IGNORECASE
    )
    # What stands on a button has to be called what the button says.
    said = re.sub(r"“[^”]*”", "", read(guide))
    assert words.findall(said) == []


@pytest.mark.parametrize("guide", GUIDES)
def test_sentences_are_short(guide: str) -> None:
    plain = re.sub(r"!?\[([^\]]*)\]\([^)]*\)|[*`|]", r"\1", read(guide))
    sentences = re.split(r"(?<=[.!?:])\s+|\n\s*\n|\n(?=[-#\d])", plain)
    assert [one for one in sentences if len(one.split()) > 25] == []
