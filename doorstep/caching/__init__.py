"""What was made before, kept beside the user's other caches: safe to lose at any time."""

from __future__ import annotations

from doorstep.caching.files import (
    FORGETFUL,
    FileCache,
    Forgetful,
    KeptFiles,
    opened,
    row_of,
    store_of,
    value_of,
)
from doorstep.caching.makers import files_in, fingerprint
from doorstep.caching.stamps import stamp
from doorstep.caching.store import Store

__all__ = [
    "FORGETFUL",
    "FileCache",
    "Forgetful",
    "KeptFiles",
    "Store",
    "files_in",
    "fingerprint",
    "opened",
    "row_of",
    "stamp",
    "store_of",
    "value_of",
]
