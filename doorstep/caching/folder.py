"""Where caches lie: in the user's own folder for them, which nobody else may write into.

Never in the guide's folder: whoever may change an entry could put something into it there.
"""

from __future__ import annotations

import os
from pathlib import Path

from platformdirs import user_cache_path


def cache_folder() -> Path | None:
    """Return the folder, made where there is none; None where there can be none."""
    try:
        folder = user_cache_path("doorstep", appauthor=False)
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        return folder if _is_private(folder) else None
    except (OSError, RuntimeError):  # in some containers nobody has a home
        return None


def _is_private(folder: Path) -> bool:
    if not hasattr(os, "getuid"):  # Windows gives everyone a folder of their own
        return True
    status = folder.stat()
    return status.st_uid == os.getuid() and not status.st_mode & 0o022
