"""On a machine that fails there is one clear line or a site, and never half a site."""

from __future__ import annotations

import os
import shutil
import stat
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from built_site import TINY, copied
from machines import Ran, Shelf, command, run, surroundings

from doorstep.explaining import NO_MEMORY

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    Tried = Callable[[str, int], None]

pytestmark = [
    pytest.mark.whole,
    pytest.mark.skipif(sys.platform != "linux", reason="what ails a machine is made as on Linux"),
]
hard = pytest.mark.hard

NO_MORE = """
import errno, os
def refused(*_): raise OSError(errno.{number}, "no more")
os.{call} = refused
"""
NO_THREADS = """
import threading
def refused(*_): raise RuntimeError("can't start new thread")
threading.Thread.start = refused
"""
ANOTHER_CLOCK = """
import datetime
from doorstep import options
class Clock(datetime.datetime):
    @classmethod
    def now(cls, zone): return datetime.datetime(1970, 1, 1, tzinfo=zone)
options.datetime = Clock
"""


def limit(what: str, amount: int) -> str:
    """Return Python that gives a process no more than this of something."""
    return f"import resource; resource.setrlimit(resource.RLIMIT_{what}, ({amount}, {amount}))"


@dataclass(frozen=True)
class Machine:
    """What ails a machine, and whether there is a new site all the same."""

    ails: str
    before: str = ""
    line: str = "{}"
    env: Mapping[str, str] = field(default_factory=dict)
    jobs: int = 1
    builds: bool = True
    code: int | None = None

    @property
    def ends_with(self) -> int:
        """The exit code that tells what became of it."""
        return (0 if self.builds else 3) if self.code is None else self.code


EMPTY = "env -i {}"
SHARED = [1, 4]
ILL = [
    *(Machine(f"64 files at once, {n}", limit("NOFILE", 64), jobs=n) for n in SHARED),
    *(Machine(f"6 files, {n}", limit("NOFILE", 6), jobs=n, builds=False) for n in SHARED),
    Machine("no process to be had", NO_MORE.format(number="EAGAIN", call="fork"), jobs=4),
    Machine("no memory for a process", NO_MORE.format(number="ENOMEM", call="fork"), jobs=4),
    Machine(
        "no pipe to be had",
        NO_MORE.format(number="EMFILE", call="pipe"),
        jobs=4,
        env={"PATH": "/nowhere"},
    ),
    Machine("no thread to be had", NO_THREADS, jobs=4),
    *(Machine(f"nothing around it, {n}", line=EMPTY, jobs=n) for n in SHARED),
    Machine("a language that nobody has", env={"LC_ALL": "xx_YY.nonsense"}),
    Machine("letters of 1963", env={"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONIOENCODING": "ascii"}),
    Machine("nobody to listen", line="{} >&-"),
    Machine("nobody at either end", line="{} >&- 2>&- <&-", jobs=4),
    Machine("nobody to complain to", line="{} 2>&- <&-"),
    Machine("a reader that leaves", line="{} --verbose 2>&1 | true; exit ${{PIPESTATUS[0]}}"),
    Machine("a full disk to speak to", line="{} >/dev/full", code=3),
    Machine("no folder for passing things", env={"TMPDIR": "/nowhere"}),
    Machine("no home", env={"HOME": "/nowhere"}),
    Machine("no folder to be in", line="mkdir here; cd here; rmdir ../here; {}"),
    Machine("no git", env={"PATH": "/nowhere"}),
    Machine("files that nobody else may read", before="import os; os.umask(0o777)", jobs=4),
    Machine("files that everybody may change", before="import os; os.umask(0)"),
    *(
        Machine(f"no room for {size} bytes, {n}", limit("FSIZE", size), jobs=n, builds=False)
        for size in (0, 2**10, 2**14, 2**17)
        for n in SHARED
    ),
]
"""What can be the matter with a machine. All of it is tried for long, a little of it always."""

OFTEN = {"no room for 16384 bytes, 4", "a full disk to speak to"}
MACHINES = [
    pytest.param(machine, id=machine.ails, marks=[] if machine.ails in OFTEN else hard)
    for machine in ILL
]


@pytest.mark.parametrize("machine", MACHINES)
def test_an_ailing_machine_makes_the_whole_site_or_says_in_one_line_why_not(
    machine: Machine, shelf: Shelf, tmp_path: Path, tried: Tried
) -> None:
    guide = copied(TINY, tmp_path / "guide", {})
    words = shelf.build(before=machine.before, jobs=machine.jobs, guide=guide)
    ran = run(words, shell=machine.line, env=surroundings(**machine.env), cwd=tmp_path)
    tried("Builds on ailing machines", 1)
    assert (ran.code, shelf.edition) == (machine.ends_with, "new" if machine.builds else "old")
    assert is_plain(ran, lines=0 if machine.ends_with == 0 else 1)
    # Who may open no more files cannot see what to clear away: that is for the next build.
    assert shelf.beside == ["_site"] or "6 files" in machine.ails


def is_plain(ran: Ran, *, lines: int) -> bool:
    """Say whether somebody could read out what was said about the machine."""
    # The shell that starts the command has a word of its own on languages that nobody has.
    ours = [line for line in ran.complained.splitlines() if "setlocale" not in line]
    return len(ours) == lines and "Traceback" not in ran.complained


@hard
@pytest.mark.parametrize("jobs", SHARED)
def test_with_however_little_memory_there_is_a_whole_site_or_a_line_that_says_why(
    jobs: int, shelf: Shelf, tmp_path: Path, tried: Tried
) -> None:
    for megabytes in range(60, 220, 10):
        before = limit("AS", megabytes * 2**20)
        ran = run(shelf.filled().build(before=before, jobs=jobs), cwd=tmp_path)
        tried("Builds with little memory", 1)
        assert ran.code == 0 or speaks_of_memory(ran)
        assert shelf.edition == ("old" if ran.code else "new")


def speaks_of_memory(ran: Ran) -> bool:
    """Say whether the last word is that memory ran out; Python or BLAS may say so before we can."""
    last = ran.complained.splitlines()[-1]
    return last in (NO_MEMORY, "MemoryError") or last.startswith("OpenBLAS error: Memory")


def test_everything_at_once_that_a_poor_machine_lacks_changes_no_byte(
    shelf: Shelf, tmp_path: Path
) -> None:
    guide = copied(TINY, tmp_path / "guide", {})
    before = f"{limit('NOFILE', 64)}\nimport os; os.umask(0o077)\n{NO_THREADS}"
    shell = "mkdir here; cd here; rmdir ../here; env -i {} >&- 2>&- <&-"
    ran = run(shelf.build(before=before, jobs=4, guide=guide), shell=shell, cwd=tmp_path)
    assert (ran.code, shelf.edition) == (0, "new")
    assert shelf.beside == ["_site"]


# Disks


def in_a_space_of_its_own(mounting: str, tmp_path: Path) -> str:
    """Return a shell line that runs a build after mounting something where no other sees it."""
    if not can_mount(tmp_path):
        pytest.skip("this machine lets nobody mount a disk for one process alone")
    return f"unshare -rm /bin/bash -c '{mounting}; exec \"$@\"' with {{}}"


def can_mount(folder: Path) -> bool:
    there = folder / "can-mount"
    there.mkdir(exist_ok=True)
    line = ["unshare", "-rm", "mount", "-t", "tmpfs", "none", str(there)]
    return shutil.which("unshare") is not None and subprocess.run(line, check=False).returncode == 0


@hard
@pytest.mark.parametrize("jobs", SHARED)
@pytest.mark.parametrize("share", [1, 5, 20, 40, 60, 80, 95])
def test_a_disk_that_is_full_at_any_moment_keeps_the_old_site(
    share: int, jobs: int, shelf: Shelf, tmp_path: Path, tried: Tried
) -> None:
    room = sum(2**12 * (1 + len(one) // 2**12) for one in shelf.new.files.values())
    disk = tmp_path / "disk"
    disk.mkdir()
    size = room + room * share // 100
    mounting = f"mount -t tmpfs -o size={size} none {disk}; cp -r {shelf.out} {disk}/_site"
    look = f"diff -rq {shelf.old.folder} {disk}/_site; ls -A {disk}"
    words = command("build", "--out", str(disk / "_site"), jobs=jobs)
    shell = in_a_space_of_its_own(mounting, tmp_path).replace('exec "$@"', f'"$@"; {look}')
    ran = run(words, shell=shell, cwd=tmp_path)
    tried("Builds on a disk that fills up", 1)
    assert "there is no room left on the disk" in ran.complained
    assert (ran.said, is_plain(ran, lines=1)) == ("_site\n", True)


@hard
@pytest.mark.parametrize(
    ("mounting", "why"),
    [
        ("mount --bind {0} {0}; mount -o remount,ro,bind {0}", "read but not written to"),
        ("mount --bind {0}/_site {0}/_site", "a disk of its own"),
    ],
    ids=["read only", "a disk of its own"],
)
@pytest.mark.parametrize("jobs", SHARED)
def test_a_disk_that_cannot_take_a_site_is_named(
    mounting: str, why: str, jobs: int, shelf: Shelf, tmp_path: Path, tried: Tried
) -> None:
    shell = in_a_space_of_its_own(mounting.format(shelf.folder), tmp_path)
    ran = run(shelf.build(jobs=jobs), shell=shell, cwd=tmp_path)
    tried("Builds on a disk that takes nothing", 1)
    assert (ran.code, shelf.edition, shelf.beside) == (3, "old", ["_site"])
    assert why in ran.complained
    assert is_plain(ran, lines=1)


@hard
def test_a_machine_without_shared_memory_makes_the_same_site(
    shelf: Shelf, tmp_path: Path, tried: Tried
) -> None:
    mounting = f"mount --bind {tmp_path / 'can-mount'} /dev/shm; mount -o remount,ro,bind /dev/shm"
    shell = in_a_space_of_its_own(mounting, tmp_path)
    ran = run(shelf.build(jobs=4), shell=shell, cwd=tmp_path)
    tried("Builds on ailing machines", 1)
    assert (ran.code, shelf.edition) == (0, "new")


UNPRIVILEGED = "setpriv --bounding-set=-dac_override --inh-caps=-dac_override {}"


@hard
@pytest.mark.parametrize(
    ("closed", "edition"),
    [("", "old"), ("_site", "new"), ("_site/groups", "new")],
    ids=["its folder", "the site", "a folder of the site"],
)
def test_a_folder_that_may_not_be_written_in_is_named_or_done_without(
    closed: str, edition: str, shelf: Shelf, tmp_path: Path, tried: Tried
) -> None:
    if os.getuid() == 0 and shutil.which("setpriv") is None:
        pytest.skip("this machine has no setpriv, and nothing is closed to its root")
    folder = shelf.folder / closed
    folder.chmod(0o555)
    shell = UNPRIVILEGED if os.getuid() == 0 else "{}"
    ran = run(shelf.build(jobs=4), shell=shell, cwd=tmp_path)
    tried("Builds where something may not be written", 1)
    shelf.folder.chmod(0o755)
    assert (ran.code, shelf.edition) == (0 if edition == "new" else 3, edition)
    assert is_plain(ran, lines=0 if edition == "new" else 1)
    assert shelf.beside == ["_site"]


@hard
def test_content_that_may_only_be_read_is_enough(
    shelf: Shelf, tmp_path: Path, tried: Tried
) -> None:
    guide = copied(TINY, tmp_path / "guide", {})
    for one in [guide, *guide.rglob("*")]:
        one.chmod(0o555 if one.is_dir() else 0o444)
    shell = UNPRIVILEGED if os.getuid() == 0 and shutil.which("setpriv") else "{}"
    ran = run(shelf.build(guide=guide), shell=shell, cwd=tmp_path)
    tried("Builds where something may not be written", 1)
    assert (ran.code, shelf.edition) == (0, "new")


# Git, words and clocks


@hard
@pytest.mark.parametrize("does", ["exit 128", "head -c 9999 /dev/urandom", "kill -9 $$", "exec /"])
def test_a_git_that_does_not_work_is_done_without(
    does: str, shelf: Shelf, tmp_path: Path, tried: Tried
) -> None:
    git = tmp_path / "bin" / "git"
    git.parent.mkdir()
    git.write_text(f"#!/bin/sh\n{does}\n")
    git.chmod(0o755)
    env = surroundings(PATH=f"{git.parent}:{os.environ['PATH']}")
    ran = run(shelf.build(guide=copied(TINY, tmp_path / "guide", {})), env=env, cwd=tmp_path)
    tried("Builds with a git that does not work", 1)
    assert (ran.code, shelf.edition, ran.complained) == (0, "new", "")


def odd_guide(folder: Path) -> Path:
    """Return a guide with something to say about it in letters that not every machine has."""
    text = "---\ntitle: Café “Ōtautahi” ☕\nwen: Every Tuesday, 7pm to 8pm\n---\n"
    guide = copied(TINY, folder, {"groups/cafe.md": text})
    (guide / "content" / "groups" / os.fsdecode(b"caf\xe9.md")).write_text(text)
    return guide


@pytest.mark.parametrize(
    "surroundings_of",
    [
        {"PYTHONIOENCODING": "latin-1"},
        *(
            pytest.param(env, marks=hard)
            for env in (
                {"PYTHONIOENCODING": "ascii"},
                {"PYTHONIOENCODING": "utf-8"},
                {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
                {"LANG": "C"},
            )
        ),
    ],
)
def test_a_problem_is_told_on_a_machine_that_lacks_its_letters(
    surroundings_of: dict[str, str], tmp_path: Path, tried: Tried
) -> None:
    words = command("check", guide=odd_guide(tmp_path / "guide"))
    ran = run(words, env=surroundings(**surroundings_of), cwd=tmp_path)
    tried("Problems told on machines that lack their letters", 1)
    assert (ran.code, ran.complained) == (1, "")
    assert "Did you mean" in ran.said


@hard
@pytest.mark.parametrize("report", ["text", "github", "markdown", "json"])
@pytest.mark.parametrize(
    ("shell", "code"),
    [("{} >/dev/full", 3), ("{} >&-", 1), ("{} | head -1; exit ${{PIPESTATUS[0]}}", 1)],
    ids=["full", "closed", "left"],
)
def test_a_check_that_nobody_hears_ends_as_one_that_is_heard(
    report: str, shell: str, code: int, tmp_path: Path, tried: Tried
) -> None:
    words = [*command("check", guide=odd_guide(tmp_path / "guide")), "--format", report]
    ran = run(words, shell=shell, cwd=tmp_path)
    tried("Checks that nobody hears", 1)
    assert ran.code == code
    assert is_plain(ran, lines=1 if code == 3 else 0)


@hard
@pytest.mark.parametrize(
    ("before", "day"),
    [(ANOTHER_CLOCK, ""), ("", "1970-01-01"), ("", "0001-01-01"), ("", "9999-12-31")],
    ids=["a clock in 1970", "1970", "the first day", "the last day"],
)
def test_a_day_long_before_or_after_everything_is_told_and_changes_nothing(
    before: str, day: str, shelf: Shelf, tmp_path: Path, tried: Tried
) -> None:
    words = shelf.build(before=before)
    place = words.index("--today")
    words = [*words[:place], *words[place + 2 :], *(["--today", day] if day else [])]
    ran = run(words, cwd=tmp_path)
    tried("Builds on days that cannot be", 1)
    assert shelf.edition == "old"
    assert "Traceback" not in ran.complained
    too_far = f"{day} is too far away." in ran.complained
    assert (ran.code == 2 and too_far) or (ran.code == 1 and "1 January 1970" in ran.said)


# What is published


def test_every_published_file_is_plain_and_everybody_may_read_it(shelf: Shelf) -> None:
    found = [one.lstat() for one in shelf.new.folder.rglob("*")]
    files = [one for one in found if stat.S_ISREG(one.st_mode)]
    folders = [one for one in found if stat.S_ISDIR(one.st_mode)]
    assert len(files) + len(folders) == len(found)
    assert {(one.st_mode & 0o7777, one.st_nlink) for one in files} == {(0o644, 1)}
    assert {one.st_mode & 0o7777 for one in folders} == {0o755}
