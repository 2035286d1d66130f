"""A site reaches the disk whole or not at all."""

from __future__ import annotations

import errno
import os
import resource
import shutil
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from doorstep import files
from doorstep.files import MARK, CannotPublish, staging, write
from doorstep.outputs.output import Output
from doorstep.stopping import Stopped

PAGES = 120
LONG = "a/" + "é" * 128  # 256 bytes, one more than disks take


def site(edition: str, pages: int = PAGES) -> list[Output]:
    return [Output(f"groups/{n}/index.html", edition.encode()) for n in range(pages)]


def publish(out: Path, edition: str) -> None:
    with staging(out) as folder:
        write(folder, site(edition))


def publish_and_stop(out: Path) -> None:
    with staging(out) as folder:
        write(folder, site("half", pages=3))
        raise KeyboardInterrupt


def editions(out: Path) -> list[str]:
    """What each page says; a whole site says one thing PAGES times."""
    return [page.read_text() for page in out.glob("groups/*/index.html")]


def beside(out: Path) -> list[str]:
    return sorted(path.name for path in out.parent.iterdir())


@pytest.fixture
def out(tmp_path: Path) -> Path:
    return tmp_path / "_site"


@pytest.fixture(params=["exchange", "two renames"])
def way(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    if request.param == "two renames":
        monkeypatch.setattr(files, "exchange", lambda *_: False)


@pytest.mark.usefixtures("way")
def test_a_new_site_takes_the_place_of_the_old_one_and_nothing_is_left_beside_it(out):
    publish(out, "old")
    with staging(out) as folder:
        assert write(folder, [Output("index.html", b"new")]) == 1
    assert sorted(path.name for path in out.iterdir()) == [MARK, "index.html"]
    assert beside(out) == ["_site"]


@pytest.mark.usefixtures("way")
def test_a_build_that_stops_half_way_leaves_the_old_site_and_nothing_beside_it(out):
    publish(out, "old")
    with pytest.raises(KeyboardInterrupt):
        publish_and_stop(out)
    assert editions(out) == ["old"] * PAGES
    assert beside(out) == ["_site"]


@pytest.fixture
def spare(out: Path) -> Path:
    return out.parent.with_name(f"{out.parent.name}-spare") / "site"


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def publish_with_spare(out: Path, spare: Path, edition: str) -> list[str]:
    """Publish one page, and return what stood in the folder that was lent."""
    spare.parent.mkdir(exist_ok=True)
    with staging(out, spare=spare) as folder:
        stood = names(folder)
        for name in stood:
            (folder / name).unlink()
        write(folder, [Output(f"{edition}.html", b"")])
    return stood


@pytest.mark.usefixtures("way")
def test_a_build_begins_with_the_site_before_the_last_where_that_was_kept(out, spare):
    stood = [publish_with_spare(out, spare, edition) for edition in ("one", "two", "three")]
    assert stood == [[], [MARK, "one.html"], [MARK, "one.html"]]
    assert names(out) == [MARK, "three.html"]
    assert names(spare) == [MARK, "two.html"]
    assert beside(out) == ["_site"]


def test_the_first_site_is_kept_under_a_second_name_and_takes_no_more_room(out, spare):
    publish_with_spare(out, spare, "one")
    assert (out / "one.html").samefile(spare / "one.html")


def publish_until(out: Path, spare: Path, stop: BaseException) -> None:
    with staging(out, spare=spare) as folder:
        write(folder, [Output("half.html", b"")])
        raise stop


@pytest.mark.parametrize("stop", [KeyboardInterrupt(), Stopped(15)])
def test_a_build_that_is_stopped_leaves_what_it_began_with_to_the_next(out, spare, stop):
    publish_with_spare(out, spare, "one")
    with pytest.raises(type(stop)):
        publish_until(out, spare, stop)
    assert names(spare) == [MARK, "half.html", "one.html"]
    assert beside(out) == ["_site"]


def test_a_build_that_fails_takes_the_kept_site_away_and_the_next_begins_with_nothing(out, spare):
    publish_with_spare(out, spare, "one")
    with pytest.raises(ZeroDivisionError), staging(out, spare=spare):
        raise ZeroDivisionError
    assert not spare.exists()
    assert publish_with_spare(out, spare, "two") == []
    assert beside(out) == ["_site"]


def test_what_is_no_folder_is_not_taken_for_a_kept_site(out, spare):
    for put in (spare.touch, lambda: spare.symlink_to(out.parent)):
        spare.parent.mkdir(exist_ok=True)
        put()
        assert publish_with_spare(out, spare, "one") == []
        assert not out.is_symlink()
        spare.unlink()


def test_where_a_site_cannot_be_kept_builds_begin_with_nothing(out, spare, monkeypatch):
    rename = Path.rename

    def not_to_another_disk(one: Path, other: Path) -> Path:
        if spare in (one, other):
            raise OSError(errno.EXDEV, "another disk")
        return rename(one, other)

    def no_second_names(*_: object) -> None:
        raise OSError(errno.EXDEV, "another disk")

    monkeypatch.setattr(Path, "rename", not_to_another_disk)
    monkeypatch.setattr(os, "link", no_second_names)
    assert [publish_with_spare(out, spare, edition) for edition in ("one", "two")] == [[], []]
    assert names(out) == [MARK, "two.html"]
    assert beside(out) == ["_site"]


def test_the_old_site_comes_back_when_the_new_one_cannot_be_put_there(out, monkeypatch):
    publish(out, "old")
    monkeypatch.setattr(files, "exchange", lambda *_: False)
    rename = Path.rename

    def refuse_new(one: Path, other: Path) -> Path:
        if ".doorstep-new-" in one.name and other == out:
            raise PermissionError(13, "refused")
        return rename(one, other)

    monkeypatch.setattr(Path, "rename", refuse_new)
    with pytest.raises(CannotPublish):
        publish(out, "new")
    assert editions(out) == ["old"] * PAGES


def test_a_build_says_so_when_another_one_takes_too_long(out, monkeypatch):
    monkeypatch.setattr(files, "PATIENCE", 0.01)
    with (
        staging(out),
        pytest.raises(CannotPublish, match="another build of this site is still running"),
        staging(out),
    ):
        pytest.fail("two builds at once")


def test_a_late_worker_can_put_nothing_into_a_folder_that_is_being_removed(out, monkeypatch):
    left = out.with_name("_site.doorstep-new-1")
    left.mkdir()
    rmtree, refused = shutil.rmtree, []

    def remove(folder: Path, *, ignore_errors: bool) -> None:
        with pytest.raises(CannotPublish) as caught:
            write(left, [Output("late/index.html", b"")])
        refused.append(caught.value)
        rmtree(folder, ignore_errors=ignore_errors)

    monkeypatch.setattr(shutil, "rmtree", remove)
    publish(out, "new")
    assert refused
    assert beside(out) == ["_site"]


def test_what_is_published_can_be_read_by_everyone_whatever_the_umask(out):
    before = os.umask(0o077)
    try:
        publish(out, "new")
    finally:
        os.umask(before)
    modes = {path.stat().st_mode & 0o777 for path in (out, *out.rglob("*")) if path.is_dir()}
    assert modes == {0o755}
    assert {path.stat().st_mode & 0o777 for path in out.rglob("*") if path.is_file()} == {0o644}


def test_somebodys_own_folder_is_left_alone(out):
    out.mkdir()
    (out / "letter.txt").write_text("Dear Pat")
    with pytest.raises(CannotPublish, match="Doorstep did not make"):
        publish(out, "new")
    assert (out / "letter.txt").read_text() == "Dear Pat"
    assert beside(out) == ["_site"]


def test_an_empty_folder_may_be_used(out):
    out.mkdir()
    publish(out, "new")
    assert editions(out) == ["new"] * PAGES


def test_a_file_in_the_place_of_the_site_is_left_alone(out):
    out.write_text("a list")
    with pytest.raises(CannotPublish, match="is a file"):
        publish(out, "new")
    assert out.read_text() == "a list"


def test_a_file_in_the_place_of_the_parent_is_said_in_plain_words(out):
    out.write_text("a list")
    with pytest.raises(CannotPublish, match="part of that address is not a folder"):
        publish(out / "site", "new")


def test_a_link_to_a_folder_is_not_replaced(out, tmp_path):
    (tmp_path / "real").mkdir()
    out.symlink_to(tmp_path / "real")
    with pytest.raises(CannotPublish, match="points to another folder"):
        publish(out, "new")
    assert out.is_symlink()


def test_links_that_lead_round_in_a_circle_are_said_in_plain_words(out):
    out.symlink_to(out)
    with pytest.raises(CannotPublish, match="part of that address is not a folder"):
        publish(out / "site", "new")
    assert beside(out) == ["_site"]


@pytest.mark.parametrize("precious", ["/", "~", ".", "..", "content", "content/site"])
def test_a_folder_that_holds_other_things_is_never_replaced(precious, tmp_path, monkeypatch):
    home, guide = tmp_path / "home", tmp_path / "guide"
    (guide / "content").mkdir(parents=True)
    home.mkdir()
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.chdir(guide)
    out, content = Path(precious).expanduser(), Path("content")
    with pytest.raises(CannotPublish), staging(out, sources=[content]):
        pytest.fail(f"{precious} would have been replaced")
    assert sorted(path.name for path in tmp_path.rglob("*")) == ["content", "guide", "home"]


def test_a_folder_that_is_not_there_yet_is_made_with_its_parents(out):
    publish(out / "public" / "site", "new")
    assert editions(out / "public" / "site") == ["new"] * PAGES


def publish_within(limit: int, amount: int, out: Path, outputs: list[Output]) -> None:
    """Publish as on a full disk or a busy computer."""
    before = resource.getrlimit(limit)
    with staging(out) as folder:
        resource.setrlimit(limit, (amount, before[1]))
        try:
            write(folder, outputs)
        finally:
            resource.setrlimit(limit, before)


def test_no_room_on_the_disk_is_one_plain_sentence_and_the_old_site_stays(out):
    publish(out, "old")
    with pytest.raises(CannotPublish, match="no room on the disk") as caught:
        publish_within(resource.RLIMIT_FSIZE, 2**16, out, [Output("map.json", b" " * 2**17)])
    assert isinstance(caught.value.__cause__, OSError)
    assert editions(out) == ["old"] * PAGES
    assert beside(out) == ["_site"]


def test_too_many_open_files_is_one_plain_sentence_and_the_old_site_stays(out):
    publish(out, "old")
    with pytest.raises(CannotPublish, match="too many files are open"):
        publish_within(resource.RLIMIT_NOFILE, 3, out, site("new"))
    assert editions(out) == ["old"] * PAGES


def test_trouble_with_reading_is_not_taken_for_trouble_with_writing(out):
    with pytest.raises(FileNotFoundError), staging(out) as folder:
        write(folder, (Output(n, Path("nowhere.jpg").read_bytes()) for n in "ab"))


@pytest.mark.parametrize(
    "path",
    ["", "/etc/motd", "../up", "a/../../up", "a/./b", "a//b", "a/", "a\\b", "C:/a", "a\0b", LONG],
)
def test_a_path_that_might_leave_the_folder_is_our_own_mistake(path, tmp_path):
    with pytest.raises(ValueError, match="may not be called"):
        write(tmp_path, [Output(path, b"")])
    assert not any(tmp_path.iterdir())


@given(st.text(alphabet="./\\:\0ab", max_size=12))
def test_every_path_that_is_taken_stays_in_the_folder(path):
    if not files.UNSAFE_PATH.search(path):
        assert os.path.normpath(f"/out/{path}") == f"/out/{path}"


@pytest.mark.parametrize("second", ["tea", "tea/index.html"])
def test_one_place_for_two_outputs_is_our_own_mistake(second, tmp_path):
    with pytest.raises(ValueError, match="is taken"):
        write(tmp_path, [Output("tea", b"one"), Output(second, b"two")])
    assert (tmp_path / "tea").read_bytes() == b"one"
