"""The real command in a process of its own, on a machine that has something the matter with it."""

from __future__ import annotations

import os
import shlex
import shutil
import signal
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from built_site import REPOSITORY, TINY, Site

from doorstep.files import Output, staging, write
from doorstep.stopping import SAID

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

KEPT = ("PATH", "GIT_CEILING_DIRECTORIES")
_RUN = f"""
import runpy, sys
sys.path.insert(0, {str(REPOSITORY)!r})
{{before}}
sys.argv[0] = {str(REPOSITORY / "build.py")!r}
runpy.run_path(sys.argv[0], run_name="__main__")
"""
_SHARE = "from doorstep import workers; workers.FEW = 2  # as in a large guide"


def command(*words: str, before: str = "", guide: Path = TINY, jobs: int = 1) -> list[str]:
    """Return a command about a guide; `before` is Python that it runs first."""
    share = _SHARE if jobs > 1 else ""
    options = ["--site", guide / "site.yaml", "--content", guide / "content", "--jobs", jobs]
    begin = [sys.executable, "-c", _RUN.format(before=f"{before}\n{share}")]
    return [*begin, *words, "--today", "2026-11-22", *map(str, options)]


def surroundings(**more: str) -> dict[str, str]:
    """Return the little of these surroundings that a command needs, and more."""
    return {name: os.environ[name] for name in KEPT if name in os.environ} | more


@dataclass(frozen=True)
class Ran:
    """How a command ended."""

    code: int
    said: str
    complained: str


def run(
    words: list[str], *, shell: str = "{}", env: Mapping[str, str] | None = None, cwd: Path
) -> Ran:
    """Run a command to its end; `shell` says where its input and output go."""
    line = shell.format(shlex.join(words))
    run = subprocess.run(
        ["/bin/bash", "-c", line],
        env=surroundings() if env is None else env,
        cwd=cwd,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        errors="replace",
        timeout=120,
    )
    return Ran(run.returncode, run.stdout, run.stderr)


def started(words: list[str], cwd: Path, **env: str) -> subprocess.Popen[str]:
    """Start a command in a group of its own, and return it once it listens to signals."""
    process = subprocess.Popen(
        words,
        env=surroundings(**env),
        cwd=cwd,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )
    until(lambda: _listens(process.pid) or process.poll() is not None)
    return process


def ended(process: subprocess.Popen[str]) -> Ran:
    """Wait for the end of a command, and return how it was."""
    said, complained = process.communicate(timeout=120)
    return Ran(process.returncode, said, complained)


def running(group: int) -> bool:
    """Say whether any process of a group is still at work."""
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            state, _, its_group = stat.read_text().rpartition(")")[2].split()[:3]
        except (FileNotFoundError, ProcessLookupError):
            continue
        if int(its_group) == group and state != "Z":
            return True
    return False


def until(holds: Callable[[], bool]) -> None:
    """Wait for something that takes a moment, and give up after half a minute."""
    end = time.monotonic() + 30
    while not holds():
        assert time.monotonic() < end
        time.sleep(0.005)


def _listens(pid: int) -> bool:
    try:
        status = Path(f"/proc/{pid}/status").read_text()
    except (FileNotFoundError, ProcessLookupError):
        return False
    caught = next(line.split()[1] for line in status.splitlines() if line.startswith("SigCgt"))
    return bool(int(caught, 16) >> (signal.SIGTERM - 1) & 1)


@dataclass(frozen=True)
class Shelf:
    """A folder with the old edition of a site in it, which builds are to put a new one into."""

    folder: Path
    old: Site
    new: Site

    @property
    def out(self) -> Path:
        """Where the site is."""
        return self.folder / "_site"

    def filled(self) -> Shelf:
        """Put the old edition there and nothing else."""
        shutil.rmtree(self.folder, ignore_errors=True)
        shutil.copytree(self.old.folder, self.out)
        return self

    @property
    def edition(self) -> str:
        """Which edition is there, whole: "old" or "new", or what is the matter."""
        if not self.out.exists():
            return "none"
        files = Site(self.out).files
        whole = {"old": self.old.files, "new": self.new.files}
        return next((name for name, edition in whole.items() if edition == files), "neither")

    @property
    def beside(self) -> list[str]:
        """Everything that is in the folder of the site."""
        return sorted(one.name for one in self.folder.iterdir())

    def build(self, **options: object) -> list[str]:
        """Return the command that puts the new edition here."""
        return command("build", "--out", str(self.out), **options)  # type: ignore[arg-type]


def shelf_for(new: Site, folder: Path) -> Shelf:
    """Return a shelf whose old edition differs from the new one in every file."""
    old = folder / "old" / "_site"
    with staging(old) as staged:
        write(staged, [Output(path, b"old: " + content) for path, content in new.files.items()])
    return Shelf(folder / "shelf", Site(old), new).filled()


def told_to_stop(ran: Ran) -> bool:
    """Say whether a command said, as its one word, that it was told to stop."""
    return ran.complained == f"{SAID}\n"
