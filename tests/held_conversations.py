"""A guide in a repository of its own, a forge in memory, and people who write about a form."""

from __future__ import annotations

import os
import shutil
import subprocess
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

from builders import TODAY
from built_site import TINY
from fake_forge import ROBOT, FakeForge
from form_events import form_body

from doorstep.conversations.events import Event
from doorstep.conversations.markers import mark_in
from doorstep.conversations.offices import Office
from doorstep.conversations.running import Outcome, converse
from doorstep.conversations.telling import tell_it_is_live
from doorstep.loading import read_config

if TYPE_CHECKING:
    from collections.abc import Mapping

    from doorstep.conversations.markers import Mark

NAMES = ("GIT_AUTHOR_NAME", "GIT_AUTHOR_EMAIL", "GIT_COMMITTER_NAME", "GIT_COMMITTER_EMAIL")
NO_SETTINGS = dict.fromkeys(("GIT_CONFIG_GLOBAL", "GIT_CONFIG_SYSTEM"), os.devnull)
SOMEBODY = NO_SETTINGS | dict.fromkeys(NAMES, "pat@example.org")

REPOSITORY = "example/lantern-lane"
PAT, AMINA, NEIGHBOUR, STRANGER = "pat", "amina", "neighbour", "stranger"

CHOIR = {
    "title": "Lantern choir",
    "summary": "Songs for people who think they cannot sing.",
    "when": "Every Thursday, 7pm to 8pm",
    "place": "St Anne's Hall",
    "contact_name": "Joe",
    "contact_phone": "020 7946 0177",
    "cost": "Free",
    "come_along": "Just turn up.",
    "topics": "Someone to talk to",
    "audiences": "Everyone",
}
"""What somebody writes who adds a group."""

TEA = {"entry": "31, Tea and talk (tea-and-talk)"}
"""What stands first in a form about a group that is there."""


def git(folder: Path, *words: str) -> str:
    """Run git as somebody else than we."""
    run = subprocess.run(
        ["git", *words], cwd=folder, env=os.environ | SOMEBODY, check=True, capture_output=True
    )
    return run.stdout.decode()


@dataclass
class Room:
    """Where a conversation takes place."""

    folder: Path
    forge: FakeForge = field(
        default_factory=lambda: FakeForge(
            repository=REPOSITORY, permissions={PAT: "write", AMINA: "admin", NEIGHBOUR: "read"}
        )
    )
    clock: datetime = datetime(2026, 11, 22, 9, 30, tzinfo=UTC)

    @classmethod
    def of_tiny(cls, folder: Path) -> Room:
        """Put the small guide into a repository."""
        room = cls(folder)
        shutil.copytree(TINY, room.copy)
        git(room.copy, "init", "--quiet", "--initial-branch=main")
        git(room.copy, "add", "--all")
        git(room.copy, "commit", "--quiet", "--message", "The guide")
        git(folder, "clone", "--quiet", "--bare", str(room.copy), str(room.origin))
        git(room.copy, "remote", "add", "origin", str(room.origin))
        return room

    @property
    def copy(self) -> Path:
        """Somebody's own copy of the guide."""
        return self.folder / "somebody"

    @property
    def origin(self) -> Path:
        """The repository itself."""
        return self.folder / "origin.git"

    def office(self, **other: Any) -> Office:
        """Return what a run needs."""
        config, problems = read_config(TINY / "site.yaml")
        assert config, problems
        facts: dict[str, Any] = {
            "forge": self.forge,
            "config": config,
            "today": TODAY,
            "repository": REPOSITORY,
            "address": f"https://github.com/{REPOSITORY}",
            "remote": str(self.origin),
            "layouts": Path("layouts"),
        }
        return Office(**(facts | other))

    def wait(self, minutes: int = 1) -> None:
        """Let time pass."""
        self.clock += timedelta(minutes=minutes)
        self.forge.now = self.clock.strftime("%Y-%m-%dT%H:%M:%SZ")

    # What people do. Nothing comes of it before a run.

    def sends(self, form: str, answers: Mapping[str, str], login: str = NEIGHBOUR) -> int:
        """Send a form, and return its number."""
        self.wait()
        user = {"login": login, "type": "User"}
        body = form_body(form, answers)
        return int(self.forge.open(title=form, body=body, user=user)["number"])

    def edits(self, number: int, form: str, answers: Mapping[str, str]) -> None:
        """Change a form that was sent."""
        self.wait()
        self.forge.send("PATCH", f"issues/{number}", {"body": form_body(form, answers)})

    def says(self, login: str, number: int, words: str, kind: str = "User") -> int:
        """Write a comment, and return its number."""
        self.wait()
        return int(self.forge.comment(number, words, {"login": login, "type": kind})["id"])

    def rewrites(self, comment: int, words: str) -> None:
        """Edit a comment."""
        self.wait()
        self.forge.send("PATCH", f"issues/comments/{comment}", {"body": words})

    def ticks(self, number: int) -> int:
        """Tick the box in our newest answer, and return which comment that is."""
        comment = self.answers(number)[-1]
        ticked = comment["body"].replace("- [ ] Put it live", "- [x] Put it live")
        self.rewrites(comment["id"], ticked)
        return int(comment["id"])

    def pushes(self, path: str, text: str, branch: str = "main") -> str:
        """Have somebody push a file, and return the commit; "" takes the file away."""
        git(self.copy, "fetch", "--quiet", "origin")
        git(self.copy, "checkout", "--quiet", "--detach", f"origin/{branch}")
        file = self.copy / path
        file.parent.mkdir(parents=True, exist_ok=True)
        if text:
            file.write_text(text, encoding="utf-8")
        else:
            file.unlink()
        git(self.copy, "add", "--all")
        git(self.copy, "commit", "--quiet", "--message", "By hand")
        git(self.copy, "push", "--quiet", "origin", f"HEAD:refs/heads/{branch}")
        return git(self.copy, "rev-parse", "HEAD").strip()

    # What we do.

    def run(self, number: int, sender: str = NEIGHBOUR, **event: Any) -> Outcome:
        """Have a run look at a form."""
        self.wait()
        facts = {"is_on_change": False, "touched": 0} | event
        return converse(Event(number, sender=sender, **facts), self.office())

    def asked(self, form: str, answers: Mapping[str, str], login: str = NEIGHBOUR) -> int:
        """Send a form and have it answered."""
        number = self.sends(form, answers, login)
        self.run(number, login)
        return number

    def hears(self, login: str, number: int, words: str) -> Outcome:
        """Write a comment and have it answered."""
        self.says(login, number, words)
        return self.run(number, login)

    def tells(self, number: int) -> None:
        """Have the last job say that it is live."""
        self.wait()
        tell_it_is_live(Event(number, is_on_change=False, sender=NEIGHBOUR), self.office())

    # What has come of it.

    def answers(self, number: int) -> list[dict[str, Any]]:
        """Return our comments below a form."""
        every = self.forge.comments.values()
        return [one for one in every if one["issue"] == number and one["user"] == ROBOT]

    def answer(self, number: int) -> str:
        """Return our newest words."""
        return str(self.answers(number)[-1]["body"])

    def mark(self, number: int) -> Mark:
        """Return what our newest words are about."""
        mark = mark_in(self.answer(number))
        assert mark is not None
        return mark

    def tip(self, branch: str = "main") -> str:
        """Return the commit of a branch, or ""."""
        listed = git(self.origin, "for-each-ref", "--format=%(objectname)", f"refs/heads/{branch}")
        return listed.strip()

    def file(self, path: str, branch: str = "main") -> str:
        """Return what is in a file."""
        return git(self.origin, "show", f"{branch}:{path}")

    def has(self, path: str, branch: str = "main") -> bool:
        """Say whether there is a file of this name."""
        return path in git(self.origin, "ls-tree", "-r", "--name-only", branch).splitlines()
