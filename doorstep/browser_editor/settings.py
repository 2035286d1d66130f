"""A guide's settings and entries -> all that Sveltia CMS needs to know, as one JSON file."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from doorstep.browser_editor.choices import choices_of
from doorstep.browser_editor.repository import repository_of
from doorstep.browser_editor.shelves import shelves_of

if TYPE_CHECKING:
    from pathlib import Path

    from doorstep.catalogue import Catalogue
    from doorstep.config import SiteConfig

PHOTOS = "photos"

NOTHING_GOES_UP = {"max_file_size": 1}
"""In some browsers a photo would go up as it was taken, and say for good where that was.

A byte is the least that can be said: the editor has no other way to be without uploads.
"""


def settings_of(config: SiteConfig, catalogue: Catalogue, content: Path) -> dict[str, Any]:
    """Return the whole configuration of the editor for a guide."""
    photos = f"{content.name}/{PHOTOS}"
    return {
        "app_title": f"{config.name}: browser editor",
        "site_url": config.url,
        "backend": _backend(config),
        "publish_mode": "editorial_workflow",
        "media_folder": photos,
        "public_folder": f"/{PHOTOS}",
        "media_libraries": {"default": {"config": NOTHING_GOES_UP}, "stock_assets": False},
        "slug": {"encoding": "ascii", "clean_accents": True, "maxlength": 80},
        # The guide reads every word as it was typed; quotation marks keep other readers from
        # taking a phone number for a sum.
        "output": {"omit_empty_optional_fields": True, "yaml": {"quote": "double"}},
        "collections": shelves_of(content, choices_of(config, catalogue)),
    }


def _backend(config: SiteConfig) -> dict[str, Any]:
    return {
        "name": "github",
        "repo": repository_of(config),
        "branch": config.editing.branch,
        # Signing in with a button takes a server of one's own in between.
        "auth_methods": ["token"],
        "open_authoring": True,
        "auth_scope": "public_repo",
        "commit_messages": {
            "create": "Add {{collection}}: {{slug}}",
            "update": "Change {{collection}}: {{slug}}",
        },
    }
