"""Builds that are killed, and builds at once, in processes of their own."""

from __future__ import annotations

import json
import os
import random
import signal
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from test_files import PAGES, beside, editions, publish, publish_and_stop

from doorstep import files
from doorstep.files import MARK

if TYPE_CHECKING:
    from collections.abc import Callable

pytestmark = pytest.mark.whole

REPOSITORY = Path(__file__).parent.parent
BUILD = f"""
import os, signal, sys
from pathlib import Path
sys.path.insert(0, {str(REPOSITORY)!r})
from doorstep import files
from doorstep.files import Output, staging, write
out = Path(sys.argv[1])
def publish(edition):
    with staging(out) as folder:
        pages = (f"groups/{{n}}/index.html" for n in range({PAGES}))
        write(folder, [Output(page, edition.encode()) for page in pages])
"""


@pytest.fixture
def out(tmp_path: Path) -> Path:
    return tmp_path / "_site"


def start(script: str, *arguments: object) -> subprocess.Popen[bytes]:
    """Run a build in a process of its own, told to do what `script` says."""
    command = [sys.executable, "-c", BUILD + script, *map(str, arguments)]
    return subprocess.Popen(command, stdout=subprocess.PIPE)


def first_line(build: subprocess.Popen[bytes]) -> bytes:
    assert build.stdout is not None
    return build.stdout.readline()


def test_a_build_killed_at_any_moment_leaves_a_whole_site(out):
    publish(out, "0")
    moments = random.Random(7)  # noqa: S311
    script = "print(flush=True)\nfor n in range(999): publish(str(n))"
    for _ in range(10):
        build = start(script, out)
        first_line(build)
        time.sleep(moments.uniform(0, 0.06))
        build.kill()
        build.communicate()
        assert len(editions(out)) == PAGES
        assert len(set(editions(out))) == 1
    publish(out, "after")
    assert editions(out) == ["after"] * PAGES
    assert beside(out) == ["_site"]


def test_the_old_site_comes_back_when_a_build_was_killed_between_two_renames(out):
    publish(out, "old")
    script = """
files.exchange = lambda *_: False
rename = Path.rename
def rename_and_die(one, other):
    rename(one, other)
    os.kill(os.getpid(), signal.SIGKILL)
Path.rename = rename_and_die
publish("new")
"""
    with start(script, out) as build:
        assert build.wait() == -signal.SIGKILL
    assert not out.exists()
    with pytest.raises(KeyboardInterrupt):
        publish_and_stop(out)
    assert editions(out) == ["old"] * PAGES
    assert beside(out) == ["_site"]


def test_two_builds_at_once_do_not_mix(out):
    script = "for n in range(8): publish(sys.argv[2])"
    builds = [start(script, out, name) for name in ("left", "right")]
    while any(build.poll() is None for build in builds):
        # Visitors find a site at every moment, whichever.
        assert not out.exists() or (out / MARK).exists()
    assert [build.communicate() and build.returncode for build in builds] == [0, 0]
    assert editions(out) in (["left"] * PAGES, ["right"] * PAGES)
    assert beside(out) == ["_site"]


def test_a_worker_that_outlives_its_killed_build_neither_holds_up_nor_spoils_the_next(
    out, monkeypatch
):
    monkeypatch.setattr(files, "PATIENCE", 5)
    script = """
with staging(out) as folder:
    if os.fork():
        os.kill(os.getpid(), signal.SIGKILL)
    print(os.getpid(), flush=True)
    try:
        for n in range(1_000_000):
            write(folder, [Output(f"{n}/index.html", b"")])
    finally:
        os._exit(0)  # as workers of a pool do
"""
    build = start(script, out)
    worker = int(first_line(build))
    try:
        publish(out, "next")
    finally:
        with suppress(ProcessLookupError):  # it gave up by itself
            os.kill(worker, signal.SIGKILL)
        build.communicate()
    assert editions(out) == ["next"] * PAGES
    assert beside(out) == ["_site"]


STEP_BY_STEP = """
import json, shutil
from doorstep import stopping
sign, way = signal.Signals[sys.argv[2]], sys.argv[3]
spare = out.parent.with_name(out.parent.name + "-spare") if way == "a spare" else None
if way == "two renames":
    files.exchange = lambda *_: False

def pages(edition):
    return [Output(f"groups/{n}/index.html", edition.encode()) for n in range(3)]

def publish(edition):
    with staging(out, spare=spare) as folder:
        if folder.joinpath("groups").exists():
            shutil.rmtree(folder / "groups")
        folder.joinpath(".doorstep").unlink(missing_ok=True)
        write(folder, pages(edition))

def publish_until(step):
    left = [step]
    def count(event, _):
        if event.startswith(("os.", "open", "fcntl.", "ctypes.", "shutil.")):
            left[0] -= 1
            if left[0] == 0:
                os.kill(os.getpid(), sign)
    sys.addaudithook(count)
    try:
        publish("new")
    except stopping.Stopped:
        os._exit(3)

def found():
    editions = {page.read_text() for page in out.glob("groups/*/index.html")}
    whole = len(list(out.glob("groups/*/index.html"))) == 3
    return [*editions, *([] if whole or not editions else ["not whole"])]

def beside():
    return sorted(one.name for one in out.parent.iterdir())

tried, ended = [], 1
stopping.listen()
while ended:
    publish("old")
    step = len(tried) + 1
    if not (child := os.fork()):
        stopping.listen()
        publish_until(step)
        os._exit(0)
    ended = os.waitpid(child, 0)[1]
    then = found(), beside()
    try:
        with staging(out, spare=spare):
            raise LookupError
    except LookupError:
        pass
    tried.append([*then, found(), beside()])
print(json.dumps(tried))
"""


def steps(out: Path, sign: str, way: str) -> list[tuple[list[str], list[str], list[str]]]:
    """Stop a build before each thing that it asks of the computer; return what was found then.

    That is which editions were there and what stood beside the site, at once, and then which
    editions were there once the next build had begun, and did not go on.
    """
    with start(STEP_BY_STEP, out, sign, way) as build:
        told = json.loads(first_line(build))
    assert all(after == ["_site"] for *_, after in told)
    return [(then, beside_it, later) for then, beside_it, later, _ in told]


@pytest.mark.parametrize("way", ["exchange", "two renames", "a spare"])
def test_a_build_killed_before_any_step_leaves_a_whole_site(
    out: Path, way: str, tried: Callable[[str, int], None]
) -> None:
    found = steps(out, "SIGKILL", way)
    tried("Builds killed before each single step of writing", len(found))
    assert len(found) > 30
    at_once = {tuple(editions) for editions, _, _ in found}
    # Between two renames there is none; the next build puts the old one back.
    assert at_once - {("old",), ("new",)} == ({()} if way == "two renames" else set())
    assert {tuple(later) for *_, later in found} == {("old",), ("new",)}


@pytest.mark.parametrize("way", ["exchange", "two renames", "a spare"])
def test_a_build_told_to_stop_before_any_step_clears_away_what_it_began(
    out: Path, way: str, tried: Callable[[str, int], None]
) -> None:
    found = steps(out, "SIGTERM", way)
    tried("Builds told to stop before each single step of writing", len(found))
    assert len(found) > 30
    assert {tuple(editions) for editions, *_ in found} == {("old",), ("new",)}
    assert [beside_it for _, beside_it, _ in found if beside_it != ["_site"]] == []
