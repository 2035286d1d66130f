"""The few things that the shelf asks of git -> fixed words for it, and never a shell."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from doorstep.git import PLAIN_FILE, GitSaidNo, git

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path


class PushedInBetween(Exception):  # noqa: N818 - a name that reads as a sentence
    """Somebody else moved the branch after it was looked at."""


class Git(Struct, frozen=True):
    """A repository of the moment, and the one it fetches from and pushes to."""

    folder: Path
    """Where it is; it has no files but git's own."""
    remote: str
    """The address of the other one."""

    @classmethod
    def new(cls, folder: Path, remote: str) -> Git:
        """Return an empty repository in an empty folder."""
        new = cls(folder, remote)
        new._run("init", "--quiet", "--bare", ".")
        return new

    def fetched(self, branch: str) -> str:
        """Return the commit that a branch is at elsewhere, and fetch it; "" when there is none."""
        listed = self._run("ls-remote", self.remote, f"refs/heads/{branch}")
        if not listed:
            return ""
        self._run("fetch", "--quiet", "--depth=1", "--no-tags", self.remote, f"refs/heads/{branch}")
        return self._run("rev-parse", "FETCH_HEAD")

    def rows(self, commit: str) -> list[tuple[str, str]]:
        """Return the path and the name of every plain file of a commit."""
        listed = self._run("ls-tree", "-r", "-z", commit)
        return [_row(line) for line in listed.split("\0") if line.startswith(PLAIN_FILE)]

    def keep(self, file: Path) -> str:
        """Keep what is in a file, and return its name."""
        return self._run("hash-object", "-w", "--no-filters", str(file.resolve()))

    def publish(self, rows: Iterable[tuple[str, str]], branch: str, *, in_place_of: str) -> None:
        """Make a branch one commit of these files; without any, remove it.

        Raise PushedInBetween unless it is still `in_place_of` what was seen before.
        """
        ref = f"refs/heads/{branch}"
        commit = self._commit(rows)
        try:
            self._run(
                "push", "--quiet", f"--force-with-lease={ref}:{in_place_of}", self.remote,
                f"{commit}:{ref}",
            )  # fmt: skip
        except GitSaidNo as reason:
            if self._is_elsewhere_now(ref, in_place_of):
                raise PushedInBetween(str(reason)) from reason
            raise

    def _is_elsewhere_now(self, ref: str, seen: str) -> bool:
        return self._run("ls-remote", self.remote, ref).partition("\t")[0] != seen

    def _commit(self, rows: Iterable[tuple[str, str]]) -> str:
        """Return a commit of these files without any before it; "" when there are none."""
        index = "".join(f"{PLAIN_FILE} {name}\t{path}\0" for path, name in rows)
        if not index:
            return ""
        self._run("read-tree", "--empty")
        self._run("update-index", "-z", "--index-info", said=index)
        tree = self._run("write-tree")
        return self._run("commit-tree", tree, "-m", "Pictures of pages, for changes that are open")

    def _run(self, *words: str, said: str | None = None) -> str:
        return git(self.folder, "--git-dir=.", *words, said=said).removesuffix("\n")


def _row(line: str) -> tuple[str, str]:
    """Read a line of ls-tree: mode, type and name, then the path after a tab."""
    facts, _, path = line.partition("\t")
    return path, facts.split(" ")[2]
