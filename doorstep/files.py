"""Output -> disk, all or nothing: a site is written beside the old one, then swapped in."""

from __future__ import annotations

import os
import re
import secrets
import shutil
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

from doorstep.locks import StillTaken, turn
from doorstep.outputs.output import Output
from doorstep.reasons import why
from doorstep.stopping import Stopped, undisturbed
from doorstep.swaps import exchange

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

MARK = ".doorstep"
"""The file that tells a site of ours from somebody's own folder."""

MARK_TEXT = b"Doorstep made this folder and replaces all of it each time. Change the entries.\n"

WORKING = ".doorstep-"
"""What stands beside `out` while a build runs is called as `out` is, then this."""

READ_BY_ALL = 0o022
"""The umask under which everybody may read what is written, and only its owner may change it."""

PATIENCE = 300.0
"""Seconds that a build waits for another one of the same site."""

# Empty, "." and ".." parts, and whatever some system reads as the start of another address.
UNSAFE_PATH = re.compile(r"[\\\0]|^[A-Za-z]:|(^|/)\.{0,2}(/|$)")
LONGEST_NAME = 255


class CannotPublish(Exception):  # noqa: N818 - a name that reads as a sentence
    """One plain sentence on why the site stays as it was."""


def write(folder: Path, outputs: Iterable[Output], made: set[str] | None = None) -> int:
    """Write each output into a folder that was lent, and return how many there were.

    Several processes may write different outputs into one folder at the same time. `made` are the
    folders inside it that are known to be there.
    """
    count = 0
    made = {""} if made is None else made
    for output in outputs:
        with _plainly(folder.parent):
            _write_one(folder, output, made)
        count += 1
    return count


@contextmanager
def staging(
    out: Path, *, sources: Sequence[Path] = (), spare: Path | None = None
) -> Iterator[Path]:
    """Lend a fresh folder beside `out`, and put it in the place of `out` when all went well.

    `sources` are folders that the site is made from; `out` may not be, hold or lie in them.
    `spare` is where an older site may stand: it is lent as it is, for whoever draws to clear, and
    the site that gives way stands there afterwards, if that is on the same disk.
    """
    out = _place(out, sources)
    with ExitStack() as held:
        held.callback(os.umask, os.umask(READ_BY_ALL))  # a chmod of each file takes its time
        keep_signals_waiting = held.enter_context(undisturbed())
        with _plainly(out.parent):
            out.parent.mkdir(parents=True, exist_ok=True)
            held.enter_context(turn(_working(out, "lock"), patience=PATIENCE))
        fresh: Path | None = None
        try:
            with _plainly(out.parent):
                _tidy(out)
                _refuse_what_is_not_ours(out)
                fresh = _fresh_folder(out, spare)
            yield fresh
            keep_signals_waiting()
            with _plainly(out.parent):
                write(fresh, [Output(MARK, MARK_TEXT)])
                old = _swap(fresh, out)
            if spare:
                _set_aside(old, out, spare)
        except (KeyboardInterrupt, Stopped):
            keep_signals_waiting()
            if spare and fresh:  # nothing is wrong with it, and the next build clears it
                _moved(fresh, spare)
            raise
        finally:
            keep_signals_waiting()
            with suppress(OSError):  # the next build tidies too
                _tidy(out)


def _write_one(folder: Path, output: Output, made: set[str]) -> None:
    path = output.path
    if UNSAFE_PATH.search(path) or any(len(os.fsencode(n)) > LONGEST_NAME for n in path.split("/")):
        raise ValueError(f"An output may not be called {path!r}.")
    target = f"{folder}/{path}"
    try:
        make_folder(folder, path.rpartition("/")[0], made)
        with open(target, "xb") as file:  # noqa: PTH123 - a Path for each file is slow
            file.write(output.content)
    except (FileExistsError, NotADirectoryError) as clash:
        raise ValueError(f"Two outputs want one place: {path!r} is taken.") from clash


def make_folder(folder: Path, name: str, made: set[str]) -> None:
    """Make a folder inside another, and all between, unless it is known to be there."""
    if name in made:
        return
    make_folder(folder, name.rpartition("/")[0], made)
    # Another process may have been first; a file in the way is met by whoever opens next.
    with suppress(FileExistsError):
        os.mkdir(f"{folder}/{name}")  # noqa: PTH102 - a Path for each folder is slow
    made.add(name)


def _place(out: Path, sources: Sequence[Path]) -> Path:
    """Return the full address of `out`, unless losing what is there would hurt someone."""
    if out.is_symlink():
        raise CannotPublish(f"“{out}” points to another folder: give that folder’s own name.")
    out, sources = _real(out), [_real(source) for source in sources]
    if any(folder.is_relative_to(out) for folder in (*_homes(), *sources)):
        raise CannotPublish(f"“{out}” holds more than a site: choose a folder inside it.")
    if any(out.is_relative_to(source) for source in sources):
        raise CannotPublish(f"“{out}” lies among the entries: choose a folder beside them.")
    return out


def _real(place: Path) -> Path:
    # Path.resolve has no error number for links in a circle; whoever writes there gets one.
    return Path(os.path.realpath(place))


def _homes() -> Iterator[Path]:
    with suppress(FileNotFoundError):  # the folder that one is in may have been removed
        yield Path.cwd()
    with suppress(RuntimeError):  # in some containers nobody has a home
        yield _real(Path.home())


def _refuse_what_is_not_ours(out: Path) -> None:
    if not out.exists():
        return
    if not out.is_dir():
        raise CannotPublish(f"“{out}” is a file: move it away, or choose a folder.")
    if any(out.iterdir()) and not (out / MARK).is_file():
        raise CannotPublish(
            f"“{out}” has files that Doorstep did not make: "
            "move them away, or choose another folder."
        )


def _working(out: Path, what: str) -> Path:
    return out.with_name(out.name + WORKING + what)


def _fresh_folder(out: Path, spare: Path | None) -> Path:
    fresh = _working(out, f"new-{secrets.token_hex(4)}")
    if not (spare and spare.is_dir() and not spare.is_symlink() and _moved(spare, fresh)):
        fresh.mkdir()
    return fresh


def _moved(folder: Path, to: Path) -> bool:
    """Give a folder another name; where that cannot be, say so and leave it."""
    try:
        folder.rename(to)
    except OSError:  # it is not there, or on another disk, or something else is in its place
        return False
    return True


def _swap(fresh: Path, out: Path) -> Path | None:
    """Return where the old site is now, if there was one."""
    if not out.exists():
        fresh.rename(out)
        return None
    if exchange(fresh, out):
        return fresh
    # Killed between these two, the next build finds the old site and puts it back.
    old = out.rename(_working(out, "old"))
    fresh.rename(out)
    return old


def _set_aside(old: Path | None, out: Path, spare: Path) -> None:
    """Keep a site for the next build to begin with; one that is not whole serves too."""
    if old:
        _moved(old, spare)
        return
    with suppress(OSError):  # it is on another disk, or on one that knows no second names
        _link_all(str(out), str(spare))


def _link_all(folder: str, beside: str) -> None:
    """Give every file in a folder a second name, in one made beside it."""
    os.mkdir(beside)  # noqa: PTH102 - a Path for each is slow
    with os.scandir(folder) as parts:
        for part in parts:
            second = f"{beside}/{part.name}"
            if part.is_dir(follow_symlinks=False):
                _link_all(part.path, second)
            else:
                os.link(part.path, second)


def _tidy(out: Path) -> None:
    """Put back an old site that a killed build took away, and clear what else builds left."""
    old = _working(out, "old")
    if old.exists() and not out.exists():
        old.rename(out)
    for leftover in out.parent.iterdir():
        if leftover.name.startswith(out.name + WORKING) and leftover != _working(out, "lock"):
            _remove(leftover, _working(out, "gone"))


def _remove(folder: Path, gone: Path) -> None:
    # A worker that outlived its build writes by name: once the name is gone, it cannot
    # put anything into what is being removed. What will not go now goes next time.
    with suppress(OSError):
        folder.rename(gone)
    shutil.rmtree(gone, ignore_errors=True)
    if gone.is_dir():  # a folder in it was made read-only
        with suppress(OSError):
            for part in (gone, *gone.rglob("*/")):
                part.chmod(0o755)
        shutil.rmtree(gone, ignore_errors=True)


@contextmanager
def _plainly(place: Path) -> Iterator[None]:
    """Say in one sentence why the computer would not write."""
    try:
        yield
    except StillTaken as taken:
        raise CannotPublish(
            "Nothing on the site has changed: another build of this site is still running."
        ) from taken
    except OSError as stopped:
        raise CannotPublish(
            f"Nothing on the site has changed: Doorstep could not write in “{place}”, "
            f"because {why(stopped)}."
        ) from stopped
