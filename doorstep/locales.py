"""The interface's words in the sources -> layouts/locales/messages.pot, to translate from."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_file
from babel.messages.pofile import write_po

HERE = Path(__file__).resolve().parent
TEMPLATE = HERE.parent / "layouts" / "locales" / "messages.pot"

WAYS_OF_SAYING = {"say": None, "count": (1, 2)}
"""Methods of Words, and which of their arguments are messages where not only the first is."""

SPOKEN = ("mesh", "schedules", "sheets", "upkeep", "views")
"""Packages whose words readers meet."""

# Babel's own header has the day and its version, which change although no word does.
HEADER = rb"""# Every word of the interface. Made from the sources: change the words there.
msgid ""
msgstr ""
"Content-Type: text/plain; charset=utf-8\n"

"""


def template() -> bytes:
    """Return every message of the interface, with the modules that say it."""
    catalog = Catalog(fuzzy=False)
    folders = (HERE / name for name in SPOKEN)
    spoken = (module for folder in folders for module in _modules(folder))
    for module in (HERE / "words.py", *spoken):
        name = f"{HERE.name}/{module.relative_to(HERE).as_posix()}"
        for line, message, _, _ in extract_from_file("python", module, WAYS_OF_SAYING):
            catalog.add(message, locations=[(name, line)])
    file = BytesIO()
    # Without line numbers, which every edit of a module would change.
    write_po(file, catalog, sort_output=True, include_lineno=False, omit_header=True)
    return HEADER + file.getvalue()


def _modules(folder: Path) -> list[Path]:
    return sorted(folder.glob("*.py"))


if __name__ == "__main__":
    TEMPLATE.parent.mkdir(parents=True, exist_ok=True)
    TEMPLATE.write_bytes(template())
