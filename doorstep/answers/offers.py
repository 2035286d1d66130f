"""The run that looked at a change -> the change itself, as the forge knows it.

Everything here comes from GitHub: what a run hands over says nothing of where it belongs.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from msgspec import Struct

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from doorstep.forge import Forge


class Run(Struct, frozen=True):
    """A run that looked at a change."""

    sha: str
    """Git's name for what it looked at."""
    branch: str
    """The branch that was offered, as a stranger may have named it."""
    repository: str
    """Whose it is, such as name/guide; "" when that is gone."""
    page: str
    """The address of what it left behind."""
    guide: str
    """The guide's own repository, such as name/guide."""
    home: str
    """Its address for people."""

    @classmethod
    def of(cls, event: Mapping[str, Any]) -> Run | None:
        """Return the run that an event tells of; None when it was not about a change."""
        run = event["workflow_run"]
        if run["event"] != "pull_request":
            return None
        repository = (run["head_repository"] or {}).get("full_name", "")
        return cls(
            sha=run["head_sha"],
            branch=run["head_branch"] or "",
            repository=repository,
            page=run["html_url"],
            guide=event["repository"]["full_name"],
            home=event["repository"]["html_url"],
        )


class Offer(Struct, frozen=True):
    """A change that somebody offers, as it stands now (a pull request)."""

    number: int
    """Its number."""
    sha: str
    """Git's name for what it would make of the guide."""
    is_ours: bool
    """Whether it comes from a branch of the guide itself, whose writers may do anything anyway."""
    patches: Mapping[str, str]
    """What it does to each file, by the file's path; "" where GitHub does not show it."""

    @property
    def touches_guide(self) -> bool:
        """Whether it changes what readers read, and not only how that is made."""
        return any(path == "site.yaml" or path.startswith("content/") for path in self.patches)


def offer_of(run: Run, forge: Forge) -> Offer | None:
    """Return the open change that a run looked at; None when it has moved on since."""
    # GitHub leaves the list of changes in the event empty for those that come from forks.
    owner = run.repository.partition("/")[0]
    asked = f"pulls?state=open&head={quote(f'{owner}:{run.branch}', safe='')}"
    found = [pull for pull in forge.all(asked) if _is_what_was_looked_at(pull, run)]
    if not found:
        return None
    number = min(pull["number"] for pull in found)
    files = forge.all(f"pulls/{number}/files")
    patches = {file["filename"]: file.get("patch") or "" for file in files}
    return Offer(number, run.sha, run.repository == run.guide, patches)


def _is_what_was_looked_at(pull: Mapping[str, Any], run: Run) -> bool:
    head = pull["head"]
    name = (head["repo"] or {}).get("full_name", "")
    return (head["sha"], head["ref"], name) == (run.sha, run.branch, run.repository)


def added_lines(patch: str) -> Iterator[tuple[int, str]]:
    """Yield the number and the words of each line that a patch adds (a unified diff)."""
    number = 0
    for line in patch.split("\n"):
        if line.startswith("@@"):
            number = int(line.split("+", 1)[1].split(" ")[0].split(",")[0])
        elif line.startswith("+"):
            yield number, line[1:]
            number += 1
        elif line.startswith(" "):
            number += 1
