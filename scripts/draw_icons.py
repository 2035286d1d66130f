"""The icon as a drawing -> the pictures of it that a home screen asks for.

For whoever changes layouts/assets/icons/icon.svg: .venv/bin/python scripts/draw_icons.py
"""

from __future__ import annotations

import os
import re
from base64 import b64encode
from pathlib import Path

from playwright.sync_api import sync_playwright

ICONS = Path(__file__).parent.parent / "layouts" / "assets" / "icons"
GROUND = re.compile(r'<rect [^>]*fill="(#[0-9a-f]+)"')
"""The colour that the drawing itself begins with, which fills a maskable icon to its edges."""

PICTURES = (("icon-192.png", 192, 1.0), ("icon-512.png", 512, 1.0), ("icon-maskable.png", 512, 0.8))
"""Name and size of each picture, and how much of it the drawing fills."""


def page_of(drawing: str, size: int, filled: float) -> str:
    """Return a page with the drawing in its middle; a maskable icon may be cut to a circle."""
    found = GROUND.search(drawing)
    ground = found[1] if found and filled < 1 else "transparent"
    source = f"data:image/svg+xml;base64,{b64encode(drawing.encode()).decode()}"
    margin = round(size * (1 - filled) / 2)
    style = f"margin:0;background:{ground}"
    image = f'<img src="{source}" width="{size - 2 * margin}" style="display:block">'
    return f'<body style="{style}"><div style="padding:{margin}px">{image}</div>'


def main() -> None:
    """Draw every picture anew."""
    drawing = (ICONS / "icon.svg").read_text(encoding="utf-8")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=os.environ.get("DOORSTEP_BROWSER"))
        for name, size, filled in PICTURES:
            page = browser.new_page(viewport={"width": size, "height": size})
            page.set_content(page_of(drawing, size, filled))
            page.screenshot(path=ICONS / name, omit_background=True)
        browser.close()


if __name__ == "__main__":
    main()
