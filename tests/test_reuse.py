"""What would be drawn the same again is taken from the site that is there, and nothing else is."""

from __future__ import annotations

import os
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from builders import TODAY
from built_site import LAYOUTS, TINY, copied
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as some
from msgspec.structs import replace

import doorstep.guide
from doorstep import entries
from doorstep import permalinks as at
from doorstep.caching import FORGETFUL, folder
from doorstep.checking import check_site
from doorstep.loading import kept_entries, read_config
from doorstep.reuse import memory_of, pieces, taking_over
from doorstep.reuse.answers import BEYOND_FACTS, Answers
from doorstep.site import publish
from doorstep.tracing import BODY

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path
    from typing import Any

pytestmark = pytest.mark.whole

TEA = "groups/tea-and-talk.md"
HALL = "places/st-annes-hall.md"


class Guide:
    """A guide on somebody's computer, built again and again."""

    def __init__(self, place: Path) -> None:
        self.folder = copied(TINY, place / "guide", {})
        self.out = place / "_site"
        self.today = TODAY

    def write(self, name: str, text: str | None) -> None:
        file = self.folder / "content" / name
        if text is None:
            file.unlink(missing_ok=True)
        else:
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, encoding="utf-8")

    def text(self, name: str) -> str:
        return (self.folder / "content" / name).read_text(encoding="utf-8")

    def build(self, **told: Any) -> dict[str, bytes]:
        """Build it as the command does, and return every file of the site."""
        return self._built(self.out, remembers=True, **told)

    def anew(self) -> dict[str, bytes]:
        """Build it beside, as if nothing had ever been built."""
        return self._built(self.out.with_name("anew"), remembers=False)

    def _built(self, out: Path, *, remembers: bool, **told: Any) -> dict[str, bytes]:
        config, problems = read_config(self.folder / "site.yaml")
        assert config is not None, problems
        content = self.folder / "content"
        cache = kept_entries(config, content, self.today) if remembers else FORGETFUL
        checked = check_site(config, content, self.today, 1, cache=cache)
        if remembers:
            told["remember"] = memory_of(out, checked.draft, LAYOUTS)
        publish(checked, self.today, LAYOUTS, out, 1, **told)
        parts = ((path.relative_to(out).as_posix(), path) for path in out.rglob("*"))
        return {name: b"" if part.is_dir() else part.read_bytes() for name, part in parts}


@pytest.fixture
def guide(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Guide:
    """Return a small guide that was never built."""
    monkeypatch.setattr(folder, "user_cache_path", lambda *_, **__: tmp_path / "home")
    return Guide(tmp_path)


@pytest.fixture
def drawn(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return the files that are drawn from now on."""
    paths: list[str] = []
    draw = pieces._drawn

    def noting(*args: Any) -> Any:
        made = draw(*args)
        paths.extend(file.path for file in made.drawn.files)
        return made

    monkeypatch.setattr(pieces, "_drawn", noting)
    return paths


def test_where_nothing_changed_nothing_is_drawn(guide: Guide, drawn: list[str]) -> None:
    was = guide.build()
    drawn.clear()
    assert guide.build() == was
    assert drawn == []


def test_a_changed_entry_draws_only_what_shows_it(guide: Guide, drawn: list[str]) -> None:
    guide.build()
    drawn.clear()
    guide.write(TEA, guide.text(TEA) + "\nBring a cup.\n")
    site, anew = guide.build(), set(drawn)
    assert "groups/tea-and-talk/index.html" in anew
    assert "groups/a-group-for-women/index.html" not in anew
    assert "about/index.html" not in anew
    assert not [path for path in anew if path.startswith("print/posters/pear")]
    assert site == guide.anew()


def test_a_changed_body_draws_its_own_page_and_search_alone(guide: Guide, drawn: list[str]) -> None:
    guide.build()
    drawn.clear()
    guide.write(TEA, guide.text(TEA) + "\nBring a cup.\n")
    guide.build()
    assert {path.partition("/")[0] for path in drawn} == {"groups", "search"}
    assert [path for path in drawn if "groups" in path] == ["groups/tea-and-talk/index.html"]


def test_no_question_about_facts_reads_a_body(
    guide: Guide, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept: list[Answers] = []
    make = Answers.__init__
    monkeypatch.setattr(Answers, "__init__", lambda *told: make(*told) or kept.append(told[0]))
    guide.build()
    asked = [one for one in kept[0]._given if one[0] not in BEYOND_FACTS]
    monkeypatch.setattr(entries, "note", told_of_no_body)
    monkeypatch.setattr(doorstep.guide, "note", told_of_no_body)
    was = kept[0]._guide
    again = Answers(replace(was, catalogue=replace(was.catalogue)))
    assert len({name for name, _ in asked}) > 10
    assert [one for one in asked if not again.has(one, kept[0].to(one))] == []


def told_of_no_body(name: str, *_: object) -> None:
    assert name != BODY


def test_a_new_day_draws_everything(guide: Guide) -> None:
    guide.build()
    guide.today = TODAY + timedelta(1)
    assert guide.build() == guide.anew()


def test_a_page_that_somebody_changed_is_drawn_again(guide: Guide) -> None:
    was = guide.build()
    (guide.out / "index.html").write_text("Mine", encoding="utf-8")
    assert guide.build() == was


def test_a_page_that_somebody_took_away_is_drawn_again(guide: Guide) -> None:
    was = guide.build()
    (guide.out / "index.html").unlink()
    assert guide.build() == was


def test_a_page_that_somebody_hid_may_be_read_by_all_again(guide: Guide) -> None:
    guide.build()
    (guide.out / "index.html").chmod(0o600)
    guide.build()
    assert (guide.out / "index.html").stat().st_mode & 0o777 == 0o644


@pytest.mark.parametrize("builds", [1, 2])
def test_what_somebody_put_into_the_site_is_gone_after_any_number_of_builds(
    guide: Guide, builds: int
) -> None:
    was = guide.build()
    (guide.out / "mine").mkdir(0o700)
    (guide.out / "mine" / "notes.html").write_text("Mine", encoding="utf-8")
    (guide.out / "groups" / "link.html").symlink_to("/etc/hostname")
    for _ in range(builds):
        site = guide.build()
    assert site == was


@pytest.mark.parametrize("builds", [1, 2])
def test_a_folder_that_somebody_closed_is_open_to_all_again(guide: Guide, builds: int) -> None:
    guide.build()
    (guide.out / "groups").chmod(0o500)
    for _ in range(builds):
        guide.build()
    assert (guide.out / "groups").stat().st_mode & 0o777 == 0o755


def test_a_site_that_somebody_closed_is_open_to_all_again(guide: Guide) -> None:
    guide.build()
    guide.out.chmod(0o700)
    for _ in range(2):
        guide.build()
    assert guide.out.stat().st_mode & 0o777 == 0o755


def all_but_the_sitemap(_place: int, item: object) -> bool:
    return item != at.SITEMAP


def test_another_choice_of_pages_is_known_from_the_whole(guide: Guide) -> None:
    was = guide.build()
    assert was.keys() - guide.build(is_asked=all_but_the_sitemap).keys() == {at.SITEMAP}
    assert guide.build() == was


def test_a_page_that_somebody_changed_is_drawn_again_two_builds_later(guide: Guide) -> None:
    was = guide.build()
    guide.build()
    (guide.out / "index.html").unlink()
    (guide.out / "index.html").write_text("Mine", encoding="utf-8")
    assert guide.build() == guide.build() == was


def test_the_folder_of_an_entry_goes_with_it(guide: Guide) -> None:
    guide.build()
    guide.write(TEA, None)
    for _ in range(2):
        site = guide.build()
        assert site == guide.anew()
    assert "groups/tea-and-talk" not in site


@pytest.fixture
def steps(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return what is asked of the disk from now on while a site is made ready."""
    asked: list[str] = []

    def noting(name: str) -> None:
        act = getattr(os, name)

        def note(path: object, *more: object, **how: object) -> None:
            if "_site.doorstep-new" in str(path):
                asked.append(name)
            act(path, *more, **how)

        monkeypatch.setattr(os, name, note)

    for name in ("mkdir", "rmdir", "link", "unlink"):
        noting(name)
    return asked


def test_after_an_edit_hardly_anything_is_asked_of_the_disk(guide: Guide, steps: list[str]) -> None:
    guide.build()
    steps.clear()
    guide.write(TEA, guide.text(TEA) + "\nBring a cup.\n")
    site = guide.build()
    assert set(steps) == {"unlink"}
    assert len(steps) < 12 < len(site) // 20


def test_another_setting_draws_every_page(guide: Guide) -> None:
    guide.build()
    with (guide.folder / "site.yaml").open("a", encoding="utf-8") as file:
        file.write("\noffline: no\n")
    assert guide.build() == guide.anew()


def test_where_files_cannot_have_two_names_they_are_copied(
    guide: Guide, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_links(*_: object) -> None:
        raise PermissionError

    was = guide.build()
    monkeypatch.setattr(os, "link", no_links)
    assert guide.build() == was


def test_what_cannot_be_taken_over_is_drawn(guide: Guide, monkeypatch: pytest.MonkeyPatch) -> None:
    was = guide.build()
    link = os.link
    turns = iter(range(10_000))

    def sometimes(old: str, new: str) -> None:
        if next(turns) % 3:
            link(old, new)
        else:
            link(old, new)
            raise OSError

    monkeypatch.setattr(os, "link", sometimes)
    monkeypatch.setattr(taking_over.shutil, "copy2", lambda *_: (_ for _ in ()).throw(OSError()))
    assert guide.build() == was


ENTRIES: Mapping[str, tuple[str, ...]] = {
    TEA: (
        "---\ntitle: Tea\nwhen: Every Tuesday, 2pm\nwhere: st-annes-hall\ntopics: [company]\n---\n",
        "---\ntitle: Tea, cake\nwhen: Every Friday, 3pm\nwhere: lantern-library\n---\nCome.\n",
        "---\ntitle: Tea\nstatus: closed\nformerly: [coffee]\n---\n",
    ),
    "groups/chess.md": (
        "---\ntitle: Chess\nwhen: Every Tuesday, 2pm\nwhere: st-annes-hall\nnumber: 300\n---\n",
        "---\ntitle: Board games\nworks_with: [tea-and-talk]\nchecked: 12 November 2026\n---\n",
        "---\ntitle: 'x\n---\n",
    ),
    HALL: (
        "---\ntitle: The hall\nwhere: {address: Mill Lane, lat: 53.7011, lon: -3.3}\n---\n",
        "---\ntitle: The hall\narea: top-end\naccess: {step_free: yes}\n---\nA stage.\n",
    ),
    "pages/rules.md": ("---\ntitle: Rules\n---\nBe kind.\n", "---\ntitle: House rules\n---\n"),
    "help/soup.md": (
        "---\ntitle: Soup\nside: get\nchanges: []\ncost: Free\n---\n",
        "---\ntitle: Soup\nside: give\norganiser: chess\n---\n",
        "---\ntitle: A refuge\nside: get\nsensitive: yes\ncontact: {phone: 0808 2000 247}\n---\n",
    ),
}
EDITS = some.sampled_from(
    [(name, text) for name, texts in ENTRIES.items() for text in (*texts, None)]
)


@given(rounds=some.lists(some.lists(EDITS, min_size=1, max_size=3), min_size=2, max_size=4))
@settings(
    max_examples=5,
    # To look for a shorter list of edits takes longer than to read a long one.
    phases=(Phase.explicit, Phase.reuse, Phase.generate),
    suppress_health_check=list(HealthCheck),
)
def test_after_any_edits_every_byte_is_that_of_a_build_from_nothing(
    tmp_path_factory: pytest.TempPathFactory, rounds: list[list[tuple[str, str | None]]]
) -> None:
    place = tmp_path_factory.mktemp("edited")
    with pytest.MonkeyPatch.context() as here:
        here.setattr(folder, "user_cache_path", lambda *_, **__: place / "home")
        guide = Guide(place)
        guide.build()
        for edits in rounds:
            for name, text in edits:
                guide.write(name, text)
            assert guide.build() == guide.anew()


def test_what_the_editor_in_the_browser_may_touch_is_asked_anew(guide: Guide) -> None:
    with (guide.folder / "site.yaml").open("a", encoding="utf-8") as file:
        file.write("\nrepository: https://github.com/lantern/guide\n")
        file.write("editing: {browser_editor: yes}\n")
    guide.build()
    guide.write("groups/several.yaml", "- title: One more\n  number: 401\n")
    assert guide.build() == guide.anew()


def test_what_was_taken_over_twice_is_still_watched(guide: Guide) -> None:
    for _ in range(2):
        guide.build()
    guide.write(TEA, guide.text(TEA).replace("title: ", "title: New "))
    assert guide.build() == guide.anew()
