"""The fonts of this computer -> a fingerprint: with the same fonts, a sheet is the same PDF."""

from __future__ import annotations

import os
import subprocess

from doorstep.caching.makers import fingerprint
from doorstep.caching.stamps import stamp

LISTED = ("fc-list", "--format", "%{file}\n")
"""Tells every font there is (fontconfig, which WeasyPrint asks too)."""

SECONDS = 20


def fonts_here() -> bytes | None:
    """Return what tells these fonts from any others; None where nobody can say which there are."""
    try:
        told = subprocess.run(LISTED, capture_output=True, check=True, timeout=SECONDS).stdout  # noqa: S603
    except (OSError, subprocess.SubprocessError):
        return None
    files = sorted({os.fsdecode(line) for line in told.splitlines()})
    return fingerprint(*(part for file in files for part in (file, stamp(file))))
