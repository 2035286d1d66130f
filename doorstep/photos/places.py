"""The name that an entry gives its photo -> the file in the photos folder, and what is in it."""

from __future__ import annotations

import os
import stat
import unicodedata
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from doorstep.photos.refusals import A_SMALLER_ONE, PhotoNotRead
from doorstep.sources.file_names import parted

FOLDER = "photos"
JPEG, WEBP = "jpg", "webp"
"""How the names of published photos end."""

LONGEST_NAME = 100
"""Letters in the name of a photo's file, whatever it takes to write them."""

MOST_BYTES = 25_000_000
"""Bytes of one photo; what phones take has a third of it at most."""

_IN_PHOTOS = "Put a JPEG or PNG picture in the photos folder, and name it: photos/tea.jpg"
_ENDS = (".jpg", ".jpeg", ".jpe", ".png", ".webp", ".heic", ".heif", ".avif", ".tif", ".tiff")
"""Ends of names of pictures that may say where they were taken, wherever somebody put them."""

_LEFT_BEHIND = ("thumbs.db", "desktop.ini", "readme.md")


def is_left_behind(name: str) -> bool:
    """Say whether this is a file that computers and people leave beside photos."""
    return name.startswith(".") or name.casefold() in _LEFT_BEHIND


def photo_place(name: str) -> PurePosixPath:
    """Return where a photo is, below the content folder; raise PhotoNotRead elsewhere."""
    parts = PurePosixPath(name.replace("\\", "/")).parts
    is_inside = len(parts) == 2 and parts[0] == FOLDER and not parts[1].startswith(".")
    if not is_inside or len(parts[1]) > LONGEST_NAME or not parts[1].isprintable():
        raise PhotoNotRead("it is not in the photos folder", _IN_PHOTOS)
    return PurePosixPath(*parts)


def photo_file(content: Path, name: str) -> Path:
    """Return the file of a photo; raise PhotoNotRead when there is none, or no ordinary one."""
    path = content / photo_place(name)
    if path.parent.is_symlink():
        raise PhotoNotRead("the photos folder is only a link to another folder", _THE_FILE_ITSELF)
    try:
        found = path if os.path.lexists(path) else _spelt_otherwise(path)
        if found is None:
            raise PhotoNotRead("there is no such file", _IN_PHOTOS)
        _refuse_what_is_no_file(found)
    except OSError as reason:
        raise _locked() from reason
    return found


def _spelt_otherwise(path: Path) -> Path | None:
    """Return the file whose name has the same letters: a Mac may write é as an e and an accent."""
    name = unicodedata.normalize("NFC", path.name)
    others = sorted(path.parent.iterdir()) if path.parent.is_dir() else []
    return next((one for one in others if unicodedata.normalize("NFC", one.name) == name), None)


_THE_FILE_ITSELF = "Put the photo itself in the photos folder."


def _refuse_what_is_no_file(path: Path) -> None:
    facts = path.lstat()
    if stat.S_ISDIR(facts.st_mode):
        raise PhotoNotRead("it is a folder", _THE_FILE_ITSELF)
    if stat.S_ISLNK(facts.st_mode):
        raise PhotoNotRead("it is only a link to another file", _THE_FILE_ITSELF)
    if not stat.S_ISREG(facts.st_mode):
        raise PhotoNotRead("it is not an ordinary file", _THE_FILE_ITSELF)


def _locked() -> PhotoNotRead:
    return PhotoNotRead("this computer may not open it", _THE_FILE_ITSELF)


def read_photo(path: Path) -> bytes:
    """Return what is in a photo's file; raise PhotoNotRead when it is too large to be opened."""
    try:
        data = start_of(path)
    except OSError as reason:
        raise _locked() from reason
    if len(data) > MOST_BYTES:
        raise PhotoNotRead(f"the file is larger than {MOST_BYTES // 1_000_000} MB", A_SMALLER_ONE)
    return data


def start_of(path: Path) -> bytes:
    """Return what is in a file, or a little more than a photo may have of one that is larger."""
    with path.open("rb") as file:
        return file.read(MOST_BYTES + 1)


def ends_of(path: Path) -> bytes:
    """Return what is in a file, or of one that is larger than a photo may be its start and end."""
    with path.open("rb") as file:
        start = file.read(MOST_BYTES)
        file.seek(max(MOST_BYTES, file.seek(0, os.SEEK_END) - MOST_BYTES))
        return start + file.read(MOST_BYTES)


def photos_below(content: Path) -> Iterator[Path]:
    """Yield all that may be a photo: every file in the photos folder, and pictures elsewhere."""
    for folder, folders, names in os.walk(content):
        folders[:] = sorted(name for name in folders if name != ".git")
        is_for_photos = FOLDER in Path(folder).relative_to(content).parts[:1]
        for name in sorted(names):
            if is_for_photos or parted(name)[1].casefold() in _ENDS:
                path = Path(folder, name)
                if path.is_file() and not path.is_symlink():
                    yield path


def photos_beside(content: Path) -> Iterator[Path]:
    """Yield pictures at the top of the repository, or in a photos folder there, by mistake."""
    top = content.resolve().parent
    if (top / ".git").exists():
        for path in sorted([*top.glob("*"), *(top / FOLDER).glob("*")]):
            if path.suffix.casefold() in _ENDS and path.is_file() and not path.is_symlink():
                yield path
