"""A forge that lives in memory: issues, comments, changes and who may write, for tests."""

from __future__ import annotations

import re
from copy import deepcopy
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qsl

from doorstep.forge import ForgeSaidNo

if TYPE_CHECKING:
    from collections.abc import Mapping

ROBOT = {"login": "github-actions[bot]", "type": "Bot"}


@dataclass
class FakeForge:
    """What GitHub would keep of a repository, and everything that was asked to be changed."""

    issues: dict[int, dict[str, Any]] = field(default_factory=dict)
    comments: dict[int, dict[str, Any]] = field(default_factory=dict)
    """Comments by their ids; `issue` is the number of what they are on."""
    pulls: dict[int, dict[str, Any]] = field(default_factory=dict)
    review_comments: dict[int, dict[str, Any]] = field(default_factory=dict)
    files: dict[int, list[dict[str, Any]]] = field(default_factory=dict)
    """The files that changes touch, by the changes' numbers."""
    folders: dict[str, list[dict[str, Any]]] = field(default_factory=dict)
    """What folders of the repository hold, by "contents/<folder>?ref=<branch>"."""
    permissions: dict[str, str] = field(default_factory=dict)
    """What people may do, by their names: admin, write, read; nobody else may anything."""
    workflows: dict[str, str] = field(default_factory=dict)
    """Whether each workflow is on, by its file's name: active, disabled_inactivity …"""
    sent: list[tuple[str, str]] = field(default_factory=list)
    """The method and path of everything that was asked to be changed, in order."""
    refused: set[tuple[str, str]] = field(default_factory=set)
    """The method and path of what the settings do not allow."""
    repository: str = "example/harbour-row"
    """Its owner and name."""
    now: str = "2026-11-22T12:00:00Z"
    """The forge's own clock."""

    def get(self, path: str) -> Any:
        """Return what stands at a path."""
        if found := re.fullmatch(r"collaborators/([^/]+)/permission", path):
            return {"permission": self.permissions.get(found[1], "none")}
        if found := re.fullmatch(r"(issues|pulls)/(\d+)", path):
            return deepcopy(self._one(self._kept(found[1]), int(found[2])))
        if found := re.fullmatch(r"issues/comments/(\d+)", path):
            return deepcopy(self._one(self.comments, int(found[1])))
        if path.startswith("actions/workflows?"):
            known = self.workflows.items()
            rows = [{"path": f".github/workflows/{name}", "state": on} for name, on in known]
            return {"total_count": len(rows), "workflows": rows}
        return self.all(path)

    def all(self, path: str) -> list[Any]:
        """Return a list: comments on something, or issues and changes that are (not) closed."""
        plain, _, query = path.partition("?")
        wanted = dict(parse_qsl(query))
        if path in self.folders:
            return deepcopy(self.folders[path])
        if found := re.fullmatch(r"pulls/(\d+)/files", plain):
            return deepcopy(self.files.get(int(found[1]), []))
        if found := re.fullmatch(r"(issues|pulls)/(\d+)/comments", plain):
            kept = self.comments if found[1] == "issues" else self.review_comments
            return [deepcopy(one) for one in kept.values() if one["issue"] == int(found[2])]
        if plain in ("issues", "pulls"):
            every = self._kept(plain).values()
            return [deepcopy(one) for one in every if self._is_wanted(one, wanted)]
        raise ForgeSaidNo(404, path)

    def send(self, method: str, path: str, content: Mapping[str, Any] | None = None) -> Any:
        """Change something, and return it as it is then."""
        self.sent.append((method, path))
        if (method, path) in self.refused:
            raise ForgeSaidNo(403, "Resource not accessible by integration")
        said = dict(content or {})
        if found := re.fullmatch(r"(issues|pulls)/(\d+)/comments", path):
            kept = self.comments if found[1] == "issues" else self.review_comments
            return self.comment(int(found[2]), **said, kept=kept)
        if found := re.fullmatch(r"(issues|pulls)/comments/(\d+)", path):
            kept = self.comments if found[1] == "issues" else self.review_comments
            return self._changed(kept, int(found[2]), method, said)
        if found := re.fullmatch(r"(issues|pulls)/(\d+)", path):
            return self._changed(self._kept(found[1]), int(found[2]), method, said)
        if path in ("issues", "pulls"):
            return self.open(path, **said)
        if found := re.fullmatch(r"actions/workflows/([^/]+)/enable", path):
            self.workflows[found[1]] = "active"
        return None

    def open(self, kind: str = "issues", **facts: Any) -> dict[str, Any]:
        """Open an issue or a change, and return it."""
        number = max([0, *self.issues, *self.pulls]) + 1
        one = {"number": number, "state": "open", "user": ROBOT, "labels": [], **facts}
        one |= {"created_at": self.now, "updated_at": self.now}
        one["labels"] = [{"name": label} for label in one["labels"]]
        for side in ("head", "base"):
            if isinstance(one.get(side), str):
                one[side] = {"ref": one[side], "repo": {"full_name": self.repository}}
        self._kept(kind)[number] = one
        return deepcopy(one)

    def comment(
        self,
        issue: int,
        body: str,
        user: Mapping[str, str] = ROBOT,
        kept: dict[int, dict[str, Any]] | None = None,
        **facts: Any,
    ) -> dict[str, Any]:
        """Write a comment, and return it."""
        comments = self.comments if kept is None else kept
        number = max([100, *self.comments, *self.review_comments]) + 1
        one = {"id": number, "issue": issue, "body": body, "user": dict(user), **facts}
        comments[number] = one | {"created_at": self.now, "updated_at": self.now}
        return deepcopy(comments[number])

    def _kept(self, kind: str) -> dict[int, dict[str, Any]]:
        return self.issues if kind == "issues" else self.pulls

    def _one(self, kept: dict[int, dict[str, Any]], number: int) -> dict[str, Any]:
        if number not in kept:
            raise ForgeSaidNo(404, str(number))
        return kept[number]

    def _changed(
        self, kept: dict[int, dict[str, Any]], number: int, method: str, said: dict[str, Any]
    ) -> Any:
        one = self._one(kept, number)
        if method == "DELETE":
            del kept[number]
            return None
        one |= said | {"updated_at": self.now}
        return deepcopy(one)

    def _is_wanted(self, one: dict[str, Any], wanted: Mapping[str, str]) -> bool:
        names = {label["name"] for label in one["labels"]}
        head = str(one.get("head", {}).get("ref", "")) if isinstance(one.get("head"), dict) else ""
        return (
            wanted.get("state", "open") in ("all", one["state"])
            and set(filter(None, wanted.get("labels", "").split(","))) <= names
            and wanted.get("head", "").rpartition(":")[2] in ("", head)
        )
