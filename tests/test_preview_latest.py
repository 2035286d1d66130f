"""Pages of the latest edition are shown before its site is made, and never those of an older."""

from __future__ import annotations

import threading
from queue import SimpleQueue
from typing import TYPE_CHECKING, cast

import pytest

from doorstep.files import CannotPublish
from doorstep.preview import latest as module
from doorstep.preview.latest import Latest, Look, Making
from doorstep.preview.news import Report
from doorstep.site import Site
from doorstep.workers import can_fork

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from doorstep.editions import Edition
    from doorstep.outputs.work import Drawer

pytestmark = pytest.mark.skipif(not can_fork(), reason="this system lets no process go on as two")

SOON = 20
SHOWN = Report((), "Shown.", is_published=True)
TEA: Drawer = (4, "tea")


class Pages:
    """An edition that draws what it was told to."""

    def __init__(self, words: str) -> None:
        self.words = words

    def content(self, path: str, drawer: Drawer | None) -> bytes | None:
        if path == "broken":
            raise ZeroDivisionError
        return f"{self.words} {path}".encode() if drawer == TEA else None


class Preview:
    """A preview and what it said."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.said: SimpleQueue[str] = SimpleQueue()
        self.told: SimpleQueue[Report] = SimpleQueue()
        self.latest = Latest(self.said.put, self.told.put)

    def look(self, words: str, make: Callable[[], Site]) -> None:
        making = Making(cast("Edition", Pages(words)), make, lambda site: f"{site.count} files.")
        self.latest.renew(lambda: Look(SHOWN, making))
        assert self.told.get(timeout=SOON) == SHOWN

    def make_one(self, words: str) -> None:
        self.look(words, lambda: Site(7, {"tea/": TEA, "broken": TEA}))
        assert self.said.get(timeout=SOON) == "7 files."

    def waiting(self) -> Site:
        """Make a site that is ready when the test says so."""
        ready = self.folder / "ready"
        while not ready.exists():
            threading.Event().wait(0.01)
        return Site(8, {"tea/": TEA})

    def let_it_be_made(self) -> None:
        (self.folder / "ready").touch()
        assert self.said.get(timeout=SOON) == "8 files."


@pytest.fixture
def preview(tmp_path: Path) -> Iterator[Preview]:
    made = Preview(tmp_path)
    yield made
    made.latest.end()


def test_what_a_site_has_as_it_is_now_is_not_drawn(preview: Preview) -> None:
    preview.make_one("Old")
    assert preview.latest.content("tea/") is None


def test_a_page_that_an_older_site_had_is_drawn_before_the_new_one_is_made(
    preview: Preview,
) -> None:
    preview.make_one("Old")
    preview.look("New", preview.waiting)
    assert preview.latest.content("tea/") == b"New tea/"
    preview.let_it_be_made()
    assert preview.latest.content("tea/") is None


@pytest.mark.parametrize("path", ["unknown", "broken"])
def test_a_file_that_cannot_be_drawn_yet_waits_for_the_site(preview: Preview, path: str) -> None:
    preview.make_one("Old")
    preview.look("New", preview.waiting)
    answer: SimpleQueue[bytes | None] = SimpleQueue()
    asking = threading.Thread(target=lambda: answer.put(preview.latest.content(path)))
    asking.start()
    assert answer.empty()
    preview.let_it_be_made()
    assert answer.get(timeout=SOON) is None
    asking.join()


def test_a_newer_edition_takes_the_place_of_one_that_is_not_made(preview: Preview) -> None:
    preview.make_one("Old")
    preview.look("New", preview.waiting)
    preview.look("Newer", preview.waiting)
    assert preview.latest.content("tea/") == b"Newer tea/"
    preview.let_it_be_made()
    assert preview.said.empty()


def test_nobody_waits_any_longer_when_it_ends(preview: Preview) -> None:
    preview.look("New", preview.waiting)
    asking = threading.Thread(target=preview.latest.content, args=("unknown",))
    asking.start()
    preview.latest.end()
    asking.join(SOON)
    assert not asking.is_alive()


def no_room() -> Site:
    raise CannotPublish("There is no room.")


@pytest.mark.parametrize("forks", [True, False], ids=["aside", "in one process"])
def test_a_site_that_could_not_be_made_is_told_and_the_old_one_is_shown(
    preview: Preview, monkeypatch: pytest.MonkeyPatch, forks: bool
) -> None:
    monkeypatch.setattr(module, "can_fork", lambda: forks)
    preview.look("New", no_room)
    told = preview.told.get(timeout=SOON)
    assert (told.problems, told.is_published) == (("There is no room.",), False)
    assert preview.latest.content("tea/") is None


def test_where_no_process_goes_on_as_two_the_site_is_made_before_it_is_shown(
    preview: Preview, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "can_fork", lambda: False)
    preview.make_one("New")
    assert preview.latest.content("tea/") is None


def test_a_look_that_nothing_can_be_made_of_changes_nothing(preview: Preview) -> None:
    preview.make_one("Old")
    odd = Report(("Say when.",), "The settings need a word from you.", is_published=False)
    preview.latest.renew(lambda: Look(odd, None))
    assert preview.told.get(timeout=SOON) == odd
    assert preview.latest.content("tea/") is None
