"""A repository elsewhere -> a copy of the moment, in which changes are made and sent back by git.

Changes are made of git's own objects and not in a folder of files: no link, no hook and no program
of a change can do anything here.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from doorstep.git import PLAIN_FILE, GitSaidNo, git, git_run

if TYPE_CHECKING:
    import subprocess
    from collections.abc import Sequence
    from pathlib import Path


class DoNotFit(Exception):  # noqa: N818 - a name that reads as a sentence
    """Two changes to the same lines: a person has to say which of them is meant."""


class Clone(Struct, frozen=True):
    """A copy of a repository; the newest of it is fetched, never assumed."""

    folder: Path
    remote: str
    """The address it was copied from, and is sent back to."""
    main: str
    """The branch that the guide is published from."""

    @classmethod
    def of(cls, remote: str, folder: Path, main: str) -> Clone:
        """Copy a repository into an empty folder."""
        clone = cls(folder, remote, main)
        clone._git("init", "--quiet", "--initial-branch=doorstep", ".")
        clone.fetch()
        return clone

    def fetch(self) -> None:
        """Learn what every branch is now; those that went away are gone here too."""
        self._git(
            "fetch", "--quiet", "--prune", "--no-tags", self.remote,
            f"+refs/heads/{self.main}:refs/remotes/there/{self.main}",
            "+refs/heads/form-*:refs/remotes/there/form-*",
        )  # fmt: skip

    def tip(self, branch: str) -> str:
        """Return the commit a branch was at when we last fetched, or "" when there is none."""
        return self._said("rev-parse", "--quiet", "--verify", f"refs/remotes/there/{branch}")

    @property
    def main_tip(self) -> str:
        """The commit that the guide was at when we last fetched."""
        return self.tip(self.main)

    def text(self, commit: str, path: str) -> str | None:
        """Return what is in a file of a commit, or None where there is no such file."""
        if not self._is_so("cat-file", "-e", f"{commit}:{path}"):
            return None
        return self._git("cat-file", "blob", f"{commit}:{path}")

    def paths_changed(self, before: str, after: str) -> list[str]:
        """Return the paths of every file that differs between two commits."""
        listed = self._git("diff-tree", "-r", "-z", "--no-renames", "--name-only", before, after)
        return [path for path in listed.split("\0") if path]

    def commits_since(self, main: str, head: str) -> list[str]:
        """Return what a branch adds to the guide, the newest commit first."""
        return self._git("rev-list", f"{main}..{head}").split()

    def base(self, main: str, head: str) -> str:
        """Return the commit at which a branch left the guide, or "" where it never was in it."""
        return self._said("merge-base", main, head)

    def message(self, commit: str) -> str:
        """Return what a commit says about itself."""
        return self._git("log", "-1", "--format=%B", commit).strip()

    def committed_by(self, commit: str) -> str:
        """Return the address of whoever made a commit."""
        return self._git("log", "-1", "--format=%ce", commit).strip()

    def found(self, line: str, within: str) -> str:
        """Return the newest commit that has a line in its message, or ""."""
        words = ("--fixed-strings", f"--grep={line}", "--format=%H%x00%B%x01")
        for one in self._git("log", *words, within).split("\x01"):
            commit, _, message = one.strip().partition("\0")
            if line in message.splitlines():
                return commit
        return ""

    def parents(self, commit: str) -> list[str]:
        """Return the commits that a commit follows."""
        return self._git("rev-parse", f"{commit}^@").split()

    def with_file(self, tree: str, path: str, text: str) -> str:
        """Return the tree of a commit or a tree with one file as it should be."""
        blob = self._git("hash-object", "-w", "--stdin", "--no-filters", said=text).strip()
        self._git("read-tree", tree)
        # A folder where the file goes, or a link on the way to it, is somebody's mistake: --add
        # would refuse it, which is what should happen.
        self._git("update-index", "--add", "--cacheinfo", f"{PLAIN_FILE},{blob},{path}")
        return self._git("write-tree").strip()

    def commit(self, tree: str, parents: Sequence[str], message: str) -> str:
        """Return a new commit of a tree."""
        follows = [word for parent in parents for word in ("-p", parent)]
        return self._git("commit-tree", tree, *follows, "-F", "-", said=message).strip()

    def merged(self, main: str, head: str) -> str:
        """Return the tree of two commits taken together, or raise DoNotFit."""
        run = self._run("merge-tree", "--write-tree", "--no-messages", main, head)
        if run.returncode == 1:
            raise DoNotFit
        if run.returncode:
            raise GitSaidNo(run.stderr.strip())
        return run.stdout.split()[0]

    def put(self, commit: str, branch: str, *, in_place_of: str) -> bool:
        """Send a branch back; say no where it is not what it was when we looked ("": not there).

        Without a commit ("") the branch is taken away.
        """
        ref = f"refs/heads/{branch}"
        # No “+” before the commit, which would do away with the lease.
        run = self._push(f"--force-with-lease={ref}:{in_place_of}", f"{commit}:{ref}")
        if run.returncode:
            self.fetch()
            if self.tip(branch) == in_place_of:
                raise GitSaidNo(run.stderr.strip())
        return run.returncode == 0

    def remove(self, branch: str, *, if_at: str) -> bool:
        """Take a branch away, unless somebody moved it since."""
        return self.put("", branch, in_place_of=if_at)

    def publish(self, commit: str, branch: str, *, approved: str) -> bool:
        """Send the guide back and take a branch away, both or neither, unless either moved."""
        here, there = f"refs/heads/{self.main}", f"refs/heads/{branch}"
        send = [f"{commit}:{here}"]
        if self.tip(branch):
            # The lease holds on the other side too: a push in the very same moment undoes both.
            send = [f"--force-with-lease={there}:{approved}", *send, f":{there}"]
        return self._push("--atomic", *send).returncode == 0

    def unpack(self, commit: str, folder: Path) -> None:
        """Put the files of a commit, and its history, into a folder of their own."""
        self._git("worktree", "add", "--quiet", "--force", "--detach", str(folder), commit)

    def _push(self, *words: str) -> subprocess.CompletedProcess[str]:
        options = [word for word in words if word.startswith("--")]
        refs = [word for word in words if not word.startswith("--")]
        return self._run("push", "--quiet", "--no-verify", *options, self.remote, *refs)

    def _is_so(self, *words: str) -> bool:
        return self._run(*words).returncode == 0

    def _said(self, *words: str) -> str:
        return self._run(*words).stdout.strip()

    def _git(self, *words: str, said: str | None = None) -> str:
        return git(self.folder, *words, said=said)

    def _run(self, *words: str) -> subprocess.CompletedProcess[str]:
        return git_run(self.folder, *words)
