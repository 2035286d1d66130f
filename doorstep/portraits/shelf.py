"""Pictures of one change -> a folder of its own on the branch that keeps pictures, by git.

The branch has one commit and no history, so that what is taken off the shelf is gone for good.
Nothing on it is ever checked out: git moves names and fingerprints about, and runs nothing.
"""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from doorstep.portraits.shelf_git import Git, PushedInBetween

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Sequence

BRANCH = "previews"

TRIES = 6
"""Several changes may be answered at once; whoever comes second looks again."""

Row = tuple[str, str]
"""A path on the shelf, and git's name for what is there."""


def put_on_shelf(change: int, pictures: Sequence[Path], remote: str) -> tuple[str, ...]:
    """Keep the pictures of a change in the place of those it had, and return their paths there.

    A path tells the picture from every other, so that no browser shows an old one.
    """
    contents = {_shelf_path(change, picture): picture for picture in pictures}

    def with_these(git: Git, rows: Sequence[Row]) -> list[Row]:
        kept = [row for row in rows if _change_of(row[0]) != str(change)]
        return kept + [(path, git.keep(picture)) for path, picture in contents.items()]

    _rearrange(remote, with_these)
    return tuple(contents)


def take_off_shelf(change: int, remote: str) -> None:
    """Remove the pictures of a change; nothing happens when it has none."""
    _rearrange(remote, lambda _, rows: [row for row in rows if _change_of(row[0]) != str(change)])


def tidy_shelf(still_open: Collection[int], remote: str) -> None:
    """Remove the pictures of every change that is not open any more."""
    names = {str(change) for change in still_open}
    _rearrange(remote, lambda _, rows: [row for row in rows if _change_of(row[0]) in names])


def picture_address(repository: str, path: str) -> str:
    """Return the address that shows a picture on the shelf to those who may see the repository."""
    return f"{repository.rstrip('/')}/blob/{BRANCH}/{path}?raw=true"


def _shelf_path(change: int, picture: Path) -> str:
    fingerprint = sha256(picture.read_bytes()).hexdigest()[:12]
    return f"{change}/{picture.stem}-{fingerprint}.png"


def _change_of(path: str) -> str:
    return path.partition("/")[0]


def _rearrange(remote: str, arrange: Callable[[Git, Sequence[Row]], list[Row]]) -> None:
    """Put the shelf in another order, from the start again when somebody else did meanwhile."""
    with TemporaryDirectory() as folder:
        git = Git.new(Path(folder), remote)
        for tries_left in reversed(range(TRIES)):
            seen = git.fetched(BRANCH)
            rows = git.rows(seen) if seen else []
            arranged = arrange(git, rows)
            if sorted(arranged) == sorted(rows):
                return
            try:
                git.publish(arranged, BRANCH, in_place_of=seen)
            except PushedInBetween:
                if not tries_left:
                    raise
            else:
                return
