"""What was made of files before, kept beside the user's other caches: safe to lose at any time."""

from __future__ import annotations

from doorstep.caching.files import FORGETFUL, FileCache, Forgetful, KeptFiles, opened

__all__ = ["FORGETFUL", "FileCache", "Forgetful", "KeptFiles", "opened"]
