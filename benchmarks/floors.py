"""A made site and its entries -> the least time there is: writing its files, reading its facts."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import yaml
from made_up_guide import made_up_entries

if TYPE_CHECKING:
    from pathlib import Path


def writing(site: Path, into: Path) -> float:
    """Return the seconds it takes one process to write the files of a site into a new folder."""
    files = {
        path.relative_to(site): path.read_bytes() for path in site.rglob("*") if path.is_file()
    }
    started = time.perf_counter()
    for path, content in files.items():
        (into / path).parent.mkdir(parents=True, exist_ok=True)
        (into / path).write_bytes(content)
    return time.perf_counter() - started


def parsing(number: int) -> float:
    """Return the seconds it takes one process to read the facts of so many entries with PyYAML."""
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    facts = [entry.text.split("---\n", 2)[1] for entry in made_up_entries(number)]
    started = time.perf_counter()
    for text in facts:
        for _ in yaml.parse(text, Loader=loader):
            pass
    return time.perf_counter() - started
