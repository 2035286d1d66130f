"""The address of a page -> the answer to send: a file of the site, made to reload itself."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote, unquote

from msgspec import Struct
from msgspec.structs import replace

from doorstep.patterns import late_pattern

if TYPE_CHECKING:
    from collections.abc import Callable

HTML = "text/html; charset=utf-8"
SOME_BYTES = "application/octet-stream"
TYPES = {
    ".avif": "image/avif",
    ".css": "text/css; charset=utf-8",
    ".csv": "text/csv; charset=utf-8",
    ".geojson": "application/geo+json; charset=utf-8",
    ".gif": "image/gif",
    ".html": HTML,
    ".ico": "image/x-icon",
    ".ics": "text/calendar; charset=utf-8",
    ".jpeg": "image/jpeg",
    ".jpg": "image/jpeg",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json; charset=utf-8",
    ".m4a": "audio/mp4",
    ".mp3": "audio/mpeg",
    ".mp4": "video/mp4",
    ".pdf": "application/pdf",
    ".png": "image/png",
    ".svg": "image/svg+xml; charset=utf-8",
    ".txt": "text/plain; charset=utf-8",
    ".vcf": "text/vcard; charset=utf-8",
    ".vtt": "text/vtt; charset=utf-8",
    ".webmanifest": "application/manifest+json; charset=utf-8",
    ".webp": "image/webp",
    ".woff2": "font/woff2",
    ".xml": "application/xml; charset=utf-8",
}

OWN = "-/"
"""The preview's own corner of the guide's address, where a guide has no page."""

_OF_ITS_CONTENT = late_pattern(r"assets/[^/]+-[0-9a-f]{10}\.[a-z0-9]+")
"""What pages load has a name that tells what is in it."""

CHANGES = f"{OWN}changes"
OWN_FILES = {f"{OWN}{name}": Path(__file__).parent / name for name in ("preview.js", "preview.css")}

NO_PAGE = b"""<!doctype html>
<html lang="en-GB"><head><meta charset="utf-8"><title>No page here</title></head>
<body><h1>There is no page here</h1></body></html>
"""


class Answer(Struct, frozen=True):
    """What goes back to the browser."""

    status: int
    content_type: str
    body: bytes
    moved_to: str = ""
    is_lasting: bool = False
    """Whether its address never stands for anything else: browsers need not ask again."""


def nothing_newer(_path: str) -> None:
    """Say of any file that the site has it as it is now."""


class Shown(Struct, frozen=True):
    """A built site and the address it is shown at, which starts and ends with a slash."""

    out: Path
    base_path: str
    newer: Callable[[str], bytes | None] = nothing_newer
    """Returns what a file holds that is newer than in the site."""

    def answer(self, target: str, edition: str) -> Answer:
        """Return the file at that address, or the page that says there is none.

        Pages learn the name of their `edition`, so that they know when another has come.
        """
        path = unquote(target.partition("?")[0])
        if path != self.base_path and path in ("/", self.base_path.rstrip("/")):
            return _moved(self.base_path)
        found = None
        if path.startswith(self.base_path):
            found = self._find(path.removeprefix(self.base_path))
        return self._reloading(found or self._no_page(), edition)

    def _find(self, name: str) -> Answer | None:
        wanted = f"{name}index.html" if name == "" or name.endswith("/") else name
        path = OWN_FILES.get(name) or self._inside(wanted)
        if path is None:
            return None
        sort, is_lasting = TYPES.get(path.suffix, SOME_BYTES), bool(_OF_ITS_CONTENT.fullmatch(name))
        if name not in OWN_FILES and (newer := self.newer(wanted)) is not None:
            return Answer(200, sort, newer, is_lasting=is_lasting)
        try:
            return Answer(200, sort, path.read_bytes(), is_lasting=is_lasting)
        except IsADirectoryError:
            return _moved(f"{self.base_path}{name}/")
        except OSError:
            return None

    def _inside(self, name: str) -> Path | None:
        """Return where that name leads, unless it leads out of the site."""
        if "\0" in name or "\\" in name or {"", ".", ".."}.intersection(name.split("/")):
            return None
        path = Path(os.path.realpath(self.out / name))
        return path if path.is_relative_to(os.path.realpath(self.out)) else None

    def _no_page(self) -> Answer:
        found = self._find("404.html") or Answer(404, HTML, NO_PAGE)
        return replace(found, status=404)

    def _reloading(self, answer: Answer, edition: str) -> Answer:
        if answer.content_type != HTML:
            return answer
        source = f"{self.base_path}{OWN}preview.js"
        script = f'<script src="{source}" data-edition="{edition}" defer></script>'.encode()
        end = answer.body.lower().rfind(b"</body")
        before, after = answer.body[:end], answer.body[end:]
        if end < 0:
            before, after = answer.body, b""
        return replace(answer, body=before + script + after)


def _moved(to: str) -> Answer:
    return Answer(302, "text/plain; charset=utf-8", b"", moved_to=quote(to))
