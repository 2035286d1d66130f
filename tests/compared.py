"""A few lines of an entry, before and after -> what changes for readers, for tests."""

from __future__ import annotations

from textwrap import dedent
from typing import TYPE_CHECKING, Any

from builders import guide_of

from doorstep.comparisons.changes import changes_for_readers

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from doorstep.comparisons.changes import EntryChange
    from doorstep.guide import Guide

TEA = "groups/tea-and-talk.md"
HALL = "places/hall.md"

FACTS = """\
---
number: 127
title: Tea and talk
summary: Tea and talk for anyone.
topics: [company]
for: [everyone]
when: Every Tuesday, 10:30am to midday
where: hall
come_along: Just turn up.
cost: Free
languages: [English]
contact: {name: Pat, phone: 020 7946 0456, best_time: weekday mornings}
you_can_help: [make tea]
checked: 2026-11-03, by phone, Amina
---
Pat stands by the door. Come in.
"""

A_HALL = """\
---
number: 12
title: St Anne’s Hall
where: {address: 28 High Street, postcode: E8 1AA}
access: {step_free: yes}
open: Monday to Friday, 9am to 5pm
checked: 2026-11-03, in person, Amina
---
"""

FILES = {TEA: FACTS, HALL: A_HALL}


def guide(folder: Path, files: Mapping[str, str], **settings: Any) -> Guide:
    """Return the guide that these files make."""
    folder.mkdir(parents=True, exist_ok=True)
    texts = {name: dedent(text) for name, text in files.items()}
    return guide_of(folder, texts, **settings)


def changes(
    folder: Path, before: Mapping[str, str], after: Mapping[str, str]
) -> tuple[EntryChange, ...]:
    """Return what changes between two guides of these files."""
    return changes_for_readers(guide(folder / "was", before), guide(folder / "now", after))


def edited(folder: Path, old: str, new: str, name: str = TEA) -> tuple[EntryChange, ...]:
    """Return what changes when one file of the little guide is edited."""
    assert old in FILES[name]
    return changes(folder, FILES, FILES | {name: FILES[name].replace(old, new)})


def said(folder: Path, old: str, new: str, name: str = TEA) -> tuple[str, ...]:
    """Return what is said of the one entry that is edited."""
    own = [change for change in edited(folder, old, new, name) if not change.follows]
    return own[0].sentences if own else ()
