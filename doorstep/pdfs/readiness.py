"""What PDFs are made with -> whether this computer has it, or what to install."""

from __future__ import annotations

import warnings
from contextlib import redirect_stdout
from io import StringIO

NO_WEASYPRINT = "No PDFs this time, everything else as always. “make pdf” installs what makes them."
NO_PANGO = (
    "No PDFs this time, everything else as always. They need Pango. "
    "On Debian or Ubuntu: sudo apt install libpango-1.0-0 libpangoft2-1.0-0 "
    "libharfbuzz-subset0 fontconfig fonts-liberation. On a Mac: brew install pango"
)


def what_is_missing() -> str:
    """Return what to install before PDFs can be made, in one line; "" where they can be."""
    # WeasyPrint prints a screenful, or warns, where a library of the system is not there.
    with redirect_stdout(StringIO()), warnings.catch_warnings(action="ignore"):
        try:
            import doorstep.pdfs.making  # noqa: F401 - only whether it can be
        except ImportError:
            return NO_WEASYPRINT
        except OSError:
            return NO_PANGO
    return ""
