"""Builds that are killed, and builds at once, in processes of their own."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path

import pytest
from test_files import PAGES, beside, editions, publish, publish_and_stop

from doorstep import files
from doorstep.files import MARK

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
