"""Sveltia CMS, the browser editor: the one version that is used, and where browsers fetch it.

To move to another: change the version here and in requirements/sveltia/, and let the tests say
which fingerprint belongs to it (docs/browser-editor.md).
"""

from __future__ import annotations

VERSION = "0.221.1"

INTEGRITY = "sha384-JQ+XsKx/UzwdTiNnFStza3XtqqQoVtyNPApkfvwlzZDfhe7giE9CnfQrpHqgv3k6"
"""The fingerprint of the script: a browser runs no other (Subresource Integrity)."""

PACKAGE = f"https://unpkg.com/@sveltia/cms@{VERSION}/"
"""A public host that serves the files of npm packages as they are."""

SCRIPT = f"{PACKAGE}dist/sveltia-cms.js"

FONTS = "https://cdn.jsdelivr.net/fontsource/fonts/"
"""Where it fetches its letters and icons; nothing else is let through from there."""

SECURITY = "; ".join(
    (
        "default-src 'none'",
        f"script-src {SCRIPT}",
        # It writes its own style sheets and styles of elements into the page, ever new ones, so
        # neither a fingerprint nor a nonce can name them.
        "style-src 'unsafe-inline'",
        # Its icons are letters of a font, and without it people would read "more_vert".
        f"font-src {FONTS}",
        # Pictures of entries come as data it made itself, those of people from GitHub.
        "img-src 'self' data: blob: https://avatars.githubusercontent.com",
        # Its settings, the words of its buttons in other languages, and the guide's files.
        f"connect-src 'self' data: blob: {PACKAGE}locales/ https://api.github.com",
        "form-action 'none'",
        "base-uri 'none'",
    )
)
"""What the page it runs on may load (Content Security Policy Level 3): less than it asks for.

It also looks whether GitHub is well and whether there is a newer version, and does without.
"""
