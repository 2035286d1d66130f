"""Words that nobody means well with, or that a form can trip over, by what they try."""

from __future__ import annotations

from doorstep.forms.boxes import Box
from doorstep.forms.kinds_of_forms import AGREED

HOSTILE = {
    "shell": '$(touch /tmp/owned); `id` && rm -rf / | tee ../../owned "$HOME"',
    "workflow": "${{ github.token }}\n::set-output name=x::y\n::add-mask::Tea",
    "facts": "title: Taken\nnumber: 1\n- &a *a !!python/object:os.system {a: [b\n? |\n  x: >-",
    "fences": "---\n\n---\ntitle: Taken\n---\n...\n--- #",
    "markdown": "# Big\n\n[x](javascript:alert(1)) <script>alert(1)</script> ![](http://x.example)",
    "html": "</textarea><img src=x onerror=alert(1)><!-- \n--> &lt;b&gt; &#0;",
    "layout": "{{ config }} {% include '/etc/passwd' %} {# x #} ${alert(1)}",
    "paths": "../../../../etc/passwd ..\\..\\owned.md /dev/null content/groups/tea-and-talk.md",
    "names": "@octocat @example/everyone fixes #1, closes example/other#2 GH-3",
    "headings": "### When\n\nEvery Tuesday, 10am to 11am\n\n### Cost\n\n_No response_\n\n### More",
    "empty": "_No response_\n\n_No response_",
    "old lines": "one\r\ntwo\rthree\r\n\r\n> four",
    "unseen": "a\u202eb\u200bc\ufeffd\x00e\x07f\x85g\u2028h\u2029i\ud800j",
    "scripts": "ચા અને વાતો 茶 שלום 🫖 ﷽ é e\u0301",
    "quotes": "“Tea” 'n' \"talk\": it’s `10:30` — \\n \\u0000 \\",
    "like a number": "0x7f",
    "no": "No",
    "sign": "~",
    "commas": ",,;;,\n,",
    "colons": "Step-free: Website: Phone: checked: 2026-01-01",
    "sixty thousand": "tea and talk " * 4615,
    "a long list": "tea and talk, " * 500,
    "one long word": "a" * 60_000,
}
"""Each of these is put into every box of every form."""

TWICE = f"### {AGREED}\n\n- [X] Yes\n\n### {AGREED}"
"""The form's own last heading, over again."""


def fits(box: Box, words: str) -> str:
    """Return words as they can be sent in a box: one for a single line has no line ends."""
    return words if box.is_long else " ".join(words.split())
