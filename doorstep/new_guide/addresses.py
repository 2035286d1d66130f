"""A web address, or OWNER/NAME on GitHub -> where a guide is published and where its files are."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from doorstep.contacts import is_web_address
from doorstep.git import git_told
from doorstep.new_guide.people import LONGEST_LINE
from doorstep.new_guide.wrong_answers import NotUnderstood, no_longer_than, shown

if TYPE_CHECKING:
    from pathlib import Path

_ON_GITHUB = re.compile(
    r"(?:(?:https?://|ssh://git@|git@)?github\.com[/:])?"
    r"([A-Za-z0-9][A-Za-z0-9-]{0,38})/([A-Za-z0-9._-]{1,100}?)(?:\.git)?/?"
)
"""OWNER/NAME, alone or as the address of its page or of its files."""

_FROM_GITHUB = re.compile(r"https://([a-z0-9-]+)\.github\.io/([A-Za-z0-9._-]+)/")
"""Where GitHub publishes what is kept in NAME of OWNER."""

_FIX = "Write the whole of it, such as https://elm-park.github.io/guide/"


class Addresses(NamedTuple):
    """Where a guide is published, and where its files are kept."""

    url: str
    repository: str


def read_addresses(answer: str, repository: str = "") -> Addresses:
    """Return both; without an answer, what GitHub gives to the guide kept in `repository`."""
    kept = _ON_GITHUB.fullmatch(repository)
    said = _ON_GITHUB.fullmatch(answer)
    if said:
        return _given_by_github(said[1], said[2])
    if not answer and kept:
        return _given_by_github(kept[1], kept[2])
    if not answer:
        raise NotUnderstood(f"Nothing here says where the guide will be published. {_FIX}")
    url = _published_at(answer)
    kept = kept or _FROM_GITHUB.fullmatch(url)
    return Addresses(url, f"https://github.com/{kept[1]}/{kept[2]}" if kept else "")


def _given_by_github(owner: str, name: str) -> Addresses:
    host = f"{owner.lower()}.github.io"
    folder = "" if name.lower() == host else f"{name}/"
    return Addresses(f"https://{host}/{folder}", f"https://github.com/{owner}/{name}")


def _published_at(answer: str) -> str:
    no_longer_than(LONGEST_LINE, "The address", answer)
    address = answer if re.match(r"[A-Za-z][A-Za-z0-9+.-]*://", answer) else f"https://{answer}"
    if not is_web_address(address) or re.search(r"[?#]", address):
        raise NotUnderstood(f"{shown(answer)} is not where a guide can be published. {_FIX}")
    return address.rstrip("/") + "/"


def origin_of(folder: Path) -> str:
    """Return where the files in a folder were copied from, as Git has it, or ""."""
    return git_told(folder, "remote", "get-url", "origin").strip()
