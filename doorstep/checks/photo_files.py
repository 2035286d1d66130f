"""What is in the photos folder is photos, with names that every computer can keep."""

from __future__ import annotations

import re
import unicodedata
from contextlib import suppress
from typing import TYPE_CHECKING

from doorstep.patterns import late_pattern
from doorstep.photos import PhotoNotRead, photo_place
from doorstep.photos.places import FOLDER, LONGEST_NAME, is_left_behind
from doorstep.problems import Level, Problem
from doorstep.slugs import slugified
from doorstep.sources.file_names import printable

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from doorstep.drafts import Draft

_NOT_ON_WINDOWS = late_pattern(
    r"(?:con|prn|aux|nul|com\d|lpt\d)(?:\..*)?|.*[<>:\"|?*\\].*|.*[. ]", re.IGNORECASE | re.DOTALL
)
"""Names that Windows cannot keep (Naming Files, Paths, and Namespaces)."""


def check(draft: Draft) -> Iterator[Problem]:
    """Yield an error for each odd name, and a warning for each file that is no photo.

    What is wrong with a photo that an entry names is told there.
    """
    folder = draft.content / FOLDER
    name = f"{printable(draft.content.name or draft.content.resolve().name)}/{FOLDER}"
    if folder.is_symlink() or (folder.exists() and not folder.is_dir()):
        message = "This is not a folder, so no photo is shown."
        yield _problem(name, "file-ordinary", message, "Make a folder of this name.")
        return
    paths = _listed(folder)
    oddly, named = dict(_oddly_named(paths)), _named(draft)
    for path in paths:
        file = f"{name}/{printable(path.name)}"
        if path in oddly:
            yield _problem(file, "file-name", *oddly[path])
        elif path.name not in named and (reason := _why_no_photo(draft.content, path)):
            message = f"This cannot be shown as a photo: {reason}."
            yield _problem(file, "photo-file", message, reason.fix, Level.WARNING)


def _oddly_named(paths: Iterable[Path]) -> Iterator[tuple[Path, tuple[str, str]]]:
    """Yield each file whose name cannot be kept everywhere, with why and what to do."""
    seen: dict[str, str] = {}
    for path in paths:
        name = path.name
        folded = unicodedata.normalize("NFC", name).casefold()
        if twin := seen.get(folded):
            both = f"“{twin}” and “{printable(name)}”"
            message = f"{both} are one name on most computers, which keep only one of them."
            yield path, (message, "Give one of the two another name.")
        elif not name.isprintable() or _NOT_ON_WINDOWS.fullmatch(name):
            message = "Windows cannot keep a file of this name, so nobody could work on it there."
            yield path, (message, f"Call it {_better(path)}.")
        elif len(name) > LONGEST_NAME:
            message = f"The name of this file is longer than {LONGEST_NAME} letters."
            yield path, (message, f"Call it {_better(path)}.")
        seen.setdefault(folded, printable(name))


def _better(path: Path) -> str:
    stem = slugified(path.name.partition(".")[0])[:40].strip("-")
    suffix = path.suffix.casefold() if path.suffix[1:].isalnum() else ".jpg"
    is_kept = stem and not _NOT_ON_WINDOWS.fullmatch(stem)
    return f"{stem}{suffix}" if is_kept else f"photo{suffix}"


def _listed(folder: Path) -> list[Path]:
    with suppress(OSError):
        return sorted(path for path in folder.iterdir() if not is_left_behind(path.name))
    return []


def _named(draft: Draft) -> set[str]:
    """Return the names of the photos that entries name."""
    names = set()
    for entry in draft.entries:
        if entry.image:
            with suppress(PhotoNotRead):
                names.add(photo_place(entry.image.file).name)
    return names


def _why_no_photo(content: Path, path: Path) -> PhotoNotRead | None:
    from doorstep.photos.sizes import photo_size  # late, because many guides have no photo

    try:
        photo_size(content, f"{FOLDER}/{path.name}")
    except PhotoNotRead as reason:
        return reason
    return None


def _problem(file: str, rule: str, message: str, fix: str, level: Level = Level.ERROR) -> Problem:
    return Problem(file, 1, 1, level, rule, message, fix, about=file.rpartition("/")[2])
