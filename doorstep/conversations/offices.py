"""Where a conversation is held: the forge, the repository, the guide's settings and the day."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import quote

from msgspec import Struct, field

from doorstep.conversations.clones import Clone
from doorstep.conversations.prospects import guide_in
from doorstep.forge import ForgeSaidNo

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from doorstep.checking import Checked
    from doorstep.config import SiteConfig
    from doorstep.forge import Forge

_NOBODY = 404
_MAY_PUBLISH = frozenset({"admin", "maintain", "write"})


class MovedMeanwhile(Exception):  # noqa: N818 - a name that reads as a sentence
    """Somebody did something while we were at it: everything is to be looked at anew."""


class Office(Struct, frozen=True, kw_only=True):
    """What every conversation needs."""

    forge: Forge
    config: SiteConfig
    today: date
    repository: str
    """Its owner and name, such as name/guide."""
    address: str
    """Where people see it."""
    remote: str
    """The address that git fetches from and pushes to."""
    layouts: Path
    """The folder of the layouts."""
    browser: str = ""
    """What takes pictures of pages; "" for none."""
    jobs: int = 1
    """How many processes share the work."""

    @property
    def owner(self) -> str:
        """Whose repository this is."""
        return self.repository.partition("/")[0]

    def may_publish(self, login: str) -> bool:
        """Say whether somebody may write to this repository, which GitHub knows."""
        try:
            told = self.forge.get(f"collaborators/{quote(login, safe='')}/permission")
        except ForgeSaidNo as reason:
            if reason.status == _NOBODY:
                return False
            raise
        return told.get("permission") in _MAY_PUBLISH


class Desk(Struct, frozen=True):
    """One look at the repository, with room for its files."""

    office: Office
    folder: Path
    clone: Clone
    _guides: dict[str, Checked] = field(default_factory=dict)

    @classmethod
    def in_folder(cls, office: Office, folder: Path) -> Desk:
        """Fetch the repository into an empty folder."""
        copy = folder / "repository"
        copy.mkdir()
        return cls(office, folder, Clone.of(office.remote, copy, office.config.editing.branch))

    def files_of(self, commit: str) -> Path:
        """Return a folder with the files of a commit."""
        files = self.folder / commit
        if not files.exists():
            self.clone.unpack(commit, files)
        return files

    def guide_at(self, commit: str) -> Checked:
        """Return the guide as it is at a commit, read and checked."""
        if commit not in self._guides:
            office = self.office
            files = self.files_of(commit)
            self._guides[commit] = guide_in(files, office.config, office.today, office.jobs)
        return self._guides[commit]
