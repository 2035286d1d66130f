"""A list, its mapping file and the content folder -> the entries on disk, and a report."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable
from enum import StrEnum
from pathlib import Path

from msgspec import Struct

from doorstep.fields import ReadingContext
from doorstep.importers.csv import read_csv
from doorstep.importers.decoding import LARGEST
from doorstep.importers.existing import read_existing
from doorstep.importers.geojson import read_geojson
from doorstep.importers.mapping import read_mapping
from doorstep.importers.mapping_checks import check_mapping
from doorstep.importers.outcomes import ImportReport
from doorstep.importers.planning import plan_rows
from doorstep.importers.settling import PlannedFile
from doorstep.importers.tables import Table
from doorstep.kinds import Kind
from doorstep.problems import Level, Problem


class Format(StrEnum):
    """What a list is saved as."""

    CSV = "csv"
    GEOJSON = "geojson"


_READERS: dict[Format, Callable[[bytes, str], Table]] = {
    Format.CSV: read_csv,
    Format.GEOJSON: read_geojson,
}


class ImportJob(Struct, frozen=True, kw_only=True):
    """What somebody asks to have imported."""

    format: Format
    file: Path
    """The list itself."""
    map_file: Path
    """The mapping file."""
    into: Path
    """The content folder."""
    context: ReadingContext
    kind: Kind | None = None
    """What the rows become; without it the mapping file says so."""


def run_import(job: ImportJob) -> ImportReport:
    """Import a list, and say what became of every row."""
    report, files = plan_import(job)
    write_files(files, job.into)
    return report


def plan_import(job: ImportJob) -> tuple[ImportReport, tuple[PlannedFile, ...]]:
    """Return what an import would say and write, without writing anything."""
    table, problems = _table(job)
    raw_map, unread = _read(job.map_file)
    if unread:
        return _refused(job, [*problems, unread])
    mapping, source, more = read_mapping(raw_map, job.map_file.name, job.context)
    problems += more
    kind = job.kind or (mapping.kind if mapping else None)
    if mapping is None or source is None or kind is None:
        missing = source.problem((), "kind-missing", _NO_KIND, fix=_ADD_KIND) if source else None
        return _refused(job, [*problems, missing] if missing and mapping else problems)
    if table.is_readable:
        problems += check_mapping(mapping, source, table, kind, job.context)
    if any(problem.level is Level.ERROR for problem in problems):
        return _refused(job, problems)
    existing = read_existing(job.into, job.context.phone_region)
    plan = plan_rows(table.rows, mapping, kind, existing, job.context)
    return ImportReport(mapping.from_, plan.outcomes, tuple(problems)), plan.files


def write_files(files: tuple[PlannedFile, ...], into: Path) -> None:
    """Write each file whole or not at all, in the order of their paths."""
    for file in files:
        path = into / file.path
        path.parent.mkdir(parents=True, exist_ok=True)
        if path.parent.is_symlink():  # it may lead out of the guide
            raise NotADirectoryError(errno.ENOTDIR, os.strerror(errno.ENOTDIR), str(path.parent))
        # The name starts with a dot, so that a guide being read meanwhile does not see it.
        fresh = path.with_name(f".{path.name}.new")
        fresh.unlink(missing_ok=True)  # so may a link of that name
        try:
            with fresh.open("xb") as opened:
                opened.write(file.text.encode())
            fresh.replace(path)
        finally:
            fresh.unlink(missing_ok=True)


_NO_KIND = "This does not say what the rows become."
_ADD_KIND = "Add a line such as kind: place, or say it in the command: --kind place"


def _refused(job: ImportJob, problems: list[Problem]) -> tuple[ImportReport, tuple[()]]:
    return ImportReport(job.file.name, problems=tuple(sorted(problems))), ()


def _table(job: ImportJob) -> tuple[Table, list[Problem]]:
    raw, unread = _read(job.file)
    if unread:
        return Table(problems=(unread,)), [unread]
    table = _READERS[job.format](raw, job.file.name)
    return table, list(table.problems)


def _read(path: Path) -> tuple[bytes, Problem | None]:
    try:
        if path.exists() and not (path.is_file() or path.is_dir()):
            # A pipe that nobody writes to would be waited for without end.
            raise OSError(errno.EINVAL, "it is no file")
        with path.open("rb") as opened:
            return opened.read(LARGEST + 1), None
    except OSError as fault:
        message = f"The computer would not open “{path}” ({fault.strerror})."
        fix = "Check its name, and the folder it is in."
        return b"", Problem(path.name, 1, 1, Level.ERROR, "file-readable", message, fix)
