"""Questions and requests to the site where the guide's files are kept (GitHub's REST API)."""

from __future__ import annotations

import json
import os
from http import HTTPStatus
from typing import TYPE_CHECKING, Any, Protocol
from urllib.error import HTTPError
from urllib.request import Request, urlopen

from msgspec import Struct

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

SECONDS = 30
"""How long to wait for one answer."""

PUBLIC_API = "https://api.github.com"

A_PAGE = 100
"""How many of a list are asked for at once, which is the most there are."""


class ForgeSaidNo(Exception):  # noqa: N818 - a name that reads as a sentence
    """The forge would not do it, and says with which HTTP status."""

    def __init__(self, status: int, said: str) -> None:
        super().__init__(f"GitHub answered {status}: {said}")
        self.status = status


class Forge(Protocol):
    """What keeps the guide's files and what people write about them; tests have their own.

    Paths are below the repository, such as "issues/12/comments"; "" is the repository itself.
    """

    def get(self, path: str) -> Any:
        """Return what stands at a path, or raise ForgeSaidNo."""

    def all(self, path: str) -> list[Any]:
        """Return a whole list, however many pages it has."""

    def send(self, method: str, path: str, content: Mapping[str, Any] | None = None) -> Any:
        """POST, PATCH, PUT or DELETE something, and return what comes back, or None."""


class GitHub(Struct, frozen=True):
    """One repository on GitHub, asked with a token that may do what the workflow says."""

    repository: str
    """Its owner and name, such as name/guide."""
    token: str
    """What proves who asks."""
    api: str = PUBLIC_API
    """Where the API answers."""

    @classmethod
    def of_this_run(cls) -> GitHub:
        """Return the repository whose workflow is running, from the runner's environment."""
        api = os.environ.get("GITHUB_API_URL", PUBLIC_API)
        return cls(os.environ["GITHUB_REPOSITORY"], os.environ["GH_TOKEN"], api)

    def get(self, path: str) -> Any:
        """Return what stands at a path, or raise ForgeSaidNo."""
        return self.send("GET", path)

    def all(self, path: str) -> list[Any]:
        """Return a whole list, however many pages it has."""
        return [one for page in self._pages(path) for one in page]

    def _pages(self, path: str) -> Iterator[list[Any]]:
        mark, number = "&" if "?" in path else "?", 1
        while True:
            page = self.get(f"{path}{mark}per_page={A_PAGE}&page={number}")
            yield page
            if len(page) < A_PAGE:
                return
            number += 1

    def send(self, method: str, path: str, content: Mapping[str, Any] | None = None) -> Any:
        """POST, PATCH, PUT or DELETE something, and return what comes back, or None."""
        address = f"{self.api}/repos/{self.repository}/{path}".rstrip("/")
        body = None if content is None else json.dumps(content).encode()
        request = Request(address, body, self._headers(), method=method)  # noqa: S310 (https)
        try:
            with urlopen(request, timeout=SECONDS) as answer:  # noqa: S310 (https)
                said = answer.read()
        except HTTPError as refusal:
            raise ForgeSaidNo(refusal.code, _reason(refusal)) from None
        return json.loads(said) if said else None

    def _headers(self) -> dict[str, str]:
        return {
            "Accept": "application/vnd.github+json",
            "Authorization": f"Bearer {self.token}",
            "Content-Type": "application/json",
            "X-GitHub-Api-Version": "2022-11-28",
        }


def _reason(refusal: HTTPError) -> str:
    try:
        return str(json.loads(refusal.read())["message"])
    except (ValueError, KeyError, TypeError):
        return HTTPStatus(refusal.code).phrase
