"""The real command, killed and told to stop at any moment, and several of it at once."""

from __future__ import annotations

import os
import random
import re
import signal
import sys
import time
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import pytest
from built_site import Site
from machines import Ran, Shelf, command, ended, running, started, told_to_stop, until
from msgspec.structs import replace

from doorstep.pdfs.readiness import what_is_missing

if TYPE_CHECKING:
    import subprocess
    from collections.abc import Callable, Iterator
    from pathlib import Path

    Tried = Callable[[str, int], None]

pytestmark = [
    pytest.mark.whole,
    pytest.mark.skipif(sys.platform != "linux", reason="processes are watched as on Linux"),
]
hard = pytest.mark.hard

HARD_TIMES = 100
NEXT = 10
"""After so many builds that were killed, one goes on to its end."""

# Who runs the tests may have had Ctrl-C ignored, which a command in the background keeps.
HEARS = "import signal; signal.signal(signal.SIGINT, signal.default_int_handler)"
SIGNS = [signal.SIGKILL, signal.SIGTERM, signal.SIGINT, signal.SIGHUP]


@dataclass
class Street:
    """Builds that are killed one after another, and what they leave to the next."""

    shelf: Shelf
    sign: signal.Signals
    jobs: int
    more: tuple[str, ...] = ()
    moments: random.Random = field(default_factory=lambda: random.Random(2026))  # noqa: S311
    needs: float = 0

    @property
    def passing(self) -> Path:
        """The folder for files that are only in passing."""
        return self.shelf.folder.parent / "passing"

    def started(self) -> subprocess.Popen[str]:
        """Start a build, and return it when it has begun to listen."""
        self.passing.mkdir(exist_ok=True)
        words = [*self.shelf.build(jobs=self.jobs, before=HEARS), *self.more]
        return started(words, self.shelf.folder.parent, TMPDIR=str(self.passing))

    def measure(self) -> None:
        """Find out how long a build takes that nobody disturbs."""
        began = time.monotonic()
        assert ended(self.started()).code == 0
        self.needs = time.monotonic() - began

    def killed(self) -> Ran:
        """Kill a build: four times in ten while it changes places with the old one."""
        late = self.moments.random() < 0.4
        moment = self.moments.uniform(0.9, 1.05) if late else self.moments.uniform(0, 0.9)
        build = self.started()
        time.sleep(moment * self.needs)
        if build.poll() is None and self.sign is signal.SIGINT:
            os.killpg(build.pid, self.sign)  # as a terminal does
        elif build.poll() is None:
            build.send_signal(self.sign)
        ran = ended(build)
        until(lambda: not running(build.pid))
        return ran


def ended_well(ran: Ran, sign: signal.Signals) -> bool:
    """Say whether a build came to its end, or ended as one should that was told to stop."""
    if ran.code == 0:
        return ran.complained == ""
    if sign is signal.SIGKILL:
        return (ran.code, ran.complained) == (-sign, "")
    return ran.code == 128 + sign and told_to_stop(ran)


def go_through(street: Street, times: int) -> None:
    """Kill builds one after another; each starts over what the one before it has left."""
    for _ in range(times):
        assert ended_well(street.killed(), street.sign)
        assert street.shelf.edition in ("old", "new")
        if street.sign is not signal.SIGKILL:
            assert street.shelf.beside == ["_site"]
    assert ended(street.started()).code == 0
    assert (street.shelf.edition, street.shelf.beside) == ("new", ["_site"])
    assert list(street.passing.iterdir()) == []


def test_a_build_killed_and_one_stopped_leave_a_whole_site_and_no_workers(
    shelf: Shelf, tried: Tried
) -> None:
    tried("Builds ended by SIGKILL at any moment", 1)
    tried("Builds ended by SIGTERM at any moment", 1)
    street = Street(shelf, signal.SIGKILL, jobs=2, needs=1.5)
    assert ended_well(street.killed(), street.sign)
    assert street.shelf.edition in ("old", "new")
    # One that is stopped before it has begun to draw would leave what the killed one left.
    assert ended(street.started()).code == 0
    street.shelf.filled()
    street.sign = signal.SIGTERM
    go_through(street, 1)


@hard
@pytest.mark.parametrize("jobs", [1, 3])
@pytest.mark.parametrize("sign", SIGNS)
def test_a_build_killed_or_stopped_a_hundred_times_leaves_a_whole_site(
    sign: signal.Signals, jobs: int, shelf: Shelf, tried: Tried
) -> None:
    street = Street(shelf, sign, jobs)
    street.measure()
    for _ in range(HARD_TIMES // NEXT // 2):
        shelf.filled()
        tried(f"Builds ended by {sign.name} at any moment", NEXT)
        go_through(street, NEXT)


@hard
@pytest.mark.skipif(bool(what_is_missing()), reason=what_is_missing())
@pytest.mark.parametrize("sign", [signal.SIGKILL, signal.SIGTERM])
def test_a_build_killed_while_it_makes_pdfs_leaves_a_whole_site(
    sign: signal.Signals, shelf: Shelf, tried: Tried
) -> None:
    tried(f"Builds with PDFs ended by {sign.name}", 4)
    street = Street(shelf, sign, jobs=2, more=("--pdf",))
    street.measure()
    whole = {"old": shelf.old.files, "with PDFs": Site(shelf.out).files}
    for _ in range(4):
        shelf.filled()
        assert ended_well(street.killed(), sign)
        assert Site(shelf.out).files in whole.values()
    assert ended(street.started()).code == 0
    assert Site(shelf.out).files == whole["with PDFs"]
    assert (shelf.beside, list(street.passing.iterdir())) == (["_site"], [])


@hard
@pytest.mark.parametrize("sign", [signal.SIGTERM, signal.SIGINT])
@pytest.mark.parametrize("words", ["check", "serve"])
def test_other_commands_stop_in_good_order_too(
    words: str,
    sign: signal.Signals,
    shelf: Shelf,
    without: Site,
    tmp_path: Path,
    tried: Tried,
) -> None:
    shelf = replace(shelf, new=without)  # a preview is kept by no browser
    out = ("--out", str(shelf.out), "--port", "0") if words == "serve" else ()
    for moment in (0, 0.1, 0.3, 0.6, 1, 2):
        build = started([*command(words, jobs=2, before=HEARS), *out], tmp_path)
        time.sleep(moment)
        build.send_signal(sign)
        ran = ended(build)
        tried("Other commands told to stop", 1)
        assert ran.code in (0, 128 + sign)
        assert "Traceback" not in ran.complained
        assert shelf.edition in ("old", "new")
        assert shelf.beside == ["_site"]
        assert not running(build.pid)


# Several at once

NAMES = ["north", "east", "south", "west"]


def edition_of(files: dict[str, bytes]) -> set[str]:
    """Return which of the guides a site was made from, as its files tell."""
    every = b"\0".join(files.values())
    return {name for name in NAMES if f"https://{name}.example/".encode() in every}


def looked_at(out: Path, whole: Callable[[bytes], bool]) -> Iterator[bool]:
    """Look at a site as visitors do, for as long as it is asked."""
    while True:
        yield whole((out / "index.html").read_bytes()) and (out / "sitemap.xml").stat().st_size > 0


def build_at_once(shelf: Shelf, jobs: int) -> list[Ran]:
    """Have four guides built into one folder at the same time."""
    words = [[*shelf.build(jobs=jobs), "--url", f"https://{name}.example/"] for name in NAMES]
    builds = [started(each, shelf.folder.parent) for each in words]
    looks = looked_at(shelf.out, lambda page: page.rstrip().endswith(b"</html>"))
    while any(build.poll() is None for build in builds):
        assert next(looks)
    return [ended(build) for build in builds]


def unmarked(name: str) -> str:
    """Return the name of a file without what tells its content apart."""
    return re.sub(r"-[0-9a-f]{10}\b", "", name)


@pytest.mark.parametrize("times", [1, pytest.param(6, marks=hard)])
def test_four_builds_at_once_give_one_whole_site_at_every_moment(
    times: int, shelf: Shelf, tried: Tried
) -> None:
    tried("Four builds at once into one folder", times)
    for number in range(times):
        ran = build_at_once(shelf, jobs=1 + number % 2)
        assert [(one.code, one.complained) for one in ran] == [(0, "")] * 4
        files = Site(shelf.out).files
        assert len(edition_of(files)) == 1
        assert set(map(unmarked, files)) == set(map(unmarked, shelf.new.files))
        assert shelf.beside == ["_site"]
