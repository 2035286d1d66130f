"""The guide as it stands -> Desk: all that is looked up while a form is being typed in."""

from __future__ import annotations

from functools import cached_property
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from doorstep.checking import check_draft
from doorstep.forms.labels import labels_of
from doorstep.importers.issue_form.writing import write_entry
from doorstep.kinds import BUILDINGS, FOLDERS, Kind
from doorstep.loading import context_for, load_draft
from doorstep.permalinks import RESERVED
from doorstep.safe_spaces import is_safe_space
from doorstep.sources import find_files, read_file

if TYPE_CHECKING:
    from datetime import date

    from doorstep.checking import Checked
    from doorstep.config import SiteConfig
    from doorstep.drafts import Draft
    from doorstep.fields import ReadingContext
    from doorstep.forms.labels import Labels
    from doorstep.problems import Problem
    from doorstep.sources import Source


class Desk(Struct, frozen=True, dict=True):
    """The guide as it stands, before what was sent is in it."""

    config: SiteConfig
    content: Path
    """The folder of the entries, which nothing here writes to."""
    today: date

    @property
    def name(self) -> str:
        """What the folder of the entries is called."""
        return self.content.name or self.content.resolve().name

    @cached_property
    def context(self) -> ReadingContext:
        """What the fields of entries need to know of this guide."""
        return context_for(self.config, self.today)

    @cached_property
    def labels(self) -> Labels:
        """What people read for the topics, audiences and areas."""
        return labels_of(self.config)

    @cached_property
    def loaded(self) -> tuple[Draft, list[Problem]]:
        """The guide as it was read, and what is wrong with its files one by one."""
        return load_draft(self.config, self.content, self.today, 1)

    @cached_property
    def sources(self) -> tuple[Source, ...]:
        """Every entry as it was typed, those too that have something wrong with them."""
        draft, _ = self.loaded
        read = {(entry.file, entry.slug): entry.written for entry in draft.entries}
        unread = [found for found in find_files(self.content)[0] if found.file in self._odd_files]
        for found in unread:
            for source in read_file(found.path, found.file, found.kind).sources:
                read.setdefault((source.file, source.slug), source)
        return tuple(read.values())

    @property
    def _odd_files(self) -> set[str]:
        return set(self.loaded[0].left_out.values())

    @cached_property
    def titles(self) -> dict[str, str]:
        """Titles of places and green spaces, by their slugs."""
        return {
            source.slug: title_of(source) for source in self.sources if source.kind in BUILDINGS
        }

    @cached_property
    def safe_spaces(self) -> tuple[Source, ...]:
        """Entries whose place is never shown."""
        return tuple(source for source in self.sources if is_safe_space(source))

    def taken(self, kind: Kind) -> frozenset[str]:
        """Return every slug that a new entry of this kind cannot have."""
        files = (path.name.split(".")[0].casefold() for path in self.content.glob("*/*"))
        now = (source.slug for source in self.sources)
        before = (slug for source in self.sources for slug in formerly(source))
        return frozenset((*files, *now, *before, *RESERVED.get(kind, ())))

    def checked_with(self, path: str, text: str) -> Checked:
        """Return the guide checked whole, as it would be with this file in it."""
        file, (draft, problems) = self.file_name(path), self.loaded
        with TemporaryDirectory() as folder:
            alone = Path(folder) / self.name
            alone.mkdir()
            write_entry(alone, path, text)
            new, of_file = load_draft(self.config, alone, self.today, 1)
        entries = sorted(
            (*(one for one in draft.entries if one.file != file), *new.entries),
            key=lambda entry: entry.origin,
        )
        left_out = {slug: of for slug, of in draft.left_out.items() if of != file}
        lost = draft.lost - (len(draft.left_out) - len(left_out)) + new.lost
        both = replace(
            draft,
            entries=tuple(entries),
            bodies={**draft.bodies, **new.bodies},
            left_out={**left_out, **new.left_out},
            lost=lost,
        )
        others = [problem for problem in problems if problem.file != file]
        return check_draft(both, [*others, *of_file])

    def file_name(self, path: str) -> str:
        """Return how people see a file below the content folder."""
        return f"{self.name}/{path}"

    def path_of(self, source: Source) -> str:
        """Return where the file of an entry is, below the content folder."""
        return f"{FOLDERS[source.kind]}/{source.file.rpartition('/')[2]}"


def title_of(source: Source) -> str:
    """Return what an entry is called, or its slug."""
    title = source.front_matter.get("title")
    return " ".join(title.split()) if isinstance(title, str) and title.strip() else source.slug


def number_of(source: Source) -> int | None:
    """Return an entry's number, if it has one."""
    number = source.front_matter.get("number")
    digits = number.strip() if isinstance(number, str) else ""
    return int(digits) if digits.isdecimal() and len(digits) < 7 else None


def formerly(source: Source) -> list[str]:
    """Return the slugs that an entry had before."""
    before = source.front_matter.get("formerly", [])
    words = before if isinstance(before, list) else str(before).strip("[]").split(",")
    return [word.strip() for word in words if isinstance(word, str) and word.strip()]
