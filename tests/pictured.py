"""Steps of the guides for people -> small pictures of them, and the words one sees in each.

Fonts differ from computer to computer, so pictures do too; their words do not. GitHub's own pages
cannot be had without it: what stands in for them has the real labels, hints and answers.
"""

from __future__ import annotations

import io
from dataclasses import dataclass
from functools import cache
from html import escape
from typing import TYPE_CHECKING

import cmarkgfm
import yaml
from builders import TODAY
from built_site import REPOSITORY
from cmarkgfm.cmark import Options
from form_events import event
from PIL import Image

from doorstep.checking import check_site
from doorstep.conversations.prospects import prospect
from doorstep.conversations.wording import Shown
from doorstep.forms.issue_forms import issue_form_files
from doorstep.forms.kinds_of_forms import FORM_NAMED
from doorstep.forms.prefilled import box_name
from doorstep.importers.issue_form.desks import Desk
from doorstep.importers.issue_form.events import sent_of
from doorstep.importers.issue_form.proposing import propose
from doorstep.loading import read_config

if TYPE_CHECKING:
    from collections.abc import Mapping

    from playwright.sync_api import Page

    from doorstep.checking import Checked
    from doorstep.config import SiteConfig

WIDE = 360
EDGE = 10
"""Pixels above and below what is narrower than the screen."""
HIGHEST = 1200
"""A picture that is higher shows its beginning."""
COLOURS = 32
"""Enough for letters and lines, and a quarter of the bytes."""

TEA = "groups/tea-and-talk"

STYLE = """
body { margin: 0; padding: 12px; width: 336px; font: 15px/1.4 Arial, "Liberation Sans", sans-serif;
  color: #1f2328; background: #fff; overflow-wrap: anywhere; }
h1 { margin: 0 0 8px; font-size: 20px; } h3 { margin: 12px 0 4px; font-size: 16px; }
p { margin: 0 0 8px; } ul { margin: 0 0 8px; padding-left: 22px; }
.label { margin: 12px 0 2px; font-weight: 700; } .hint { margin: 0 0 4px; color: #59636e; }
.box { min-height: 20px; padding: 6px 8px; border: 1px solid #8c959f; border-radius: 6px;
  white-space: pre-line; }
.box.changed { border: 3px solid #1f6feb; } .more { margin: 12px 0 0; color: #59636e; }
.button { display: inline-block; margin-top: 12px; padding: 6px 14px; border-radius: 6px;
  background: #1f883d; color: #fff; font-weight: 700; }
.comment { margin-bottom: 12px; border: 1px solid #8c959f; border-radius: 6px; }
.who { padding: 6px 10px; background: #f6f8fa; border-bottom: 1px solid #8c959f; font-weight: 700; }
.said { padding: 8px 10px 0; }
.line { font: 13px/1.5 "Liberation Mono", "Courier New", monospace; white-space: pre-wrap; }
.line.changed { background: #fff3bf; }
"""


@dataclass(frozen=True)
class Part:
    """A part of a page of the guide."""

    path: str
    selector: str
    typed: str = ""
    """What is typed into its search box first."""


@dataclass(frozen=True)
class Likeness:
    """What stands in for a page of GitHub."""

    html: str


Scene = Part | Likeness


@cache
def example_config() -> SiteConfig:
    """Return the settings of the example guide."""
    config, problems = read_config(REPOSITORY / "site.yaml")
    assert config is not None, problems
    return config


def form(
    config: SiteConfig, name: str, shown: Mapping[str, str], *, title: str, changed: str = ""
) -> Likeness:
    """Return a form with some of its boxes, each with what is in it; one was changed by hand."""
    read = yaml.safe_load(issue_form_files(config)[f"{name}.yml"])
    boxes = {box_name(box.id): box.id for box in FORM_NAMED[name].boxes}
    parts = [f"<h1>{escape(read['name'])}</h1>", _box("Add a title", "", title)]
    for element in read["body"]:
        about = element["attributes"]
        if element["type"] == "markdown":
            parts.append(_markdown(about["value"]))
        elif element["type"] == "checkboxes":
            parts.append(f'<p class="label">{escape(about["label"])}</p>')
            parts += [f"<p>☑ {escape(option['label'])}</p>" for option in about["options"]]
        elif said := shown.get(boxes[element["id"]]):
            is_changed = boxes[element["id"]] == changed
            hint = about.get("description", "")
            parts.append(_box(about["label"], hint, said, is_changed=is_changed))
        elif not parts[-1].startswith('<p class="more">'):
            parts.append('<p class="more">… more boxes …</p>')
    return Likeness("".join([*parts, '<p class="button">Create</p>']))


def _box(label: str, hint: str, words: str, *, is_changed: bool = False) -> str:
    said = f'<p class="hint">{escape(hint)}</p>' if hint else ""
    look = "box changed" if is_changed else "box"
    return f'<p class="label">{escape(label)}</p>{said}<p class="{look}">{escape(words)}</p>'


def comments(*said: tuple[str, str]) -> Likeness:
    """Return comments, each with who wrote it, as GitHub draws their Markdown."""
    return Likeness(
        "".join(
            f'<div class="comment"><div class="who">{escape(who)}</div>'
            f'<div class="said">{_markdown(text)}</div></div>'
            for who, text in said
        )
    )


def _markdown(text: str) -> str:
    html: str = cmarkgfm.github_flavored_markdown_to_html(text, Options.CMARK_OPT_UNSAFE)
    return html


def opened(scene: Likeness) -> Likeness:
    """Return comments in which somebody has opened what can be opened."""
    return Likeness(scene.html.replace("<details>", "<details open>"))


def file_in_editor(text: str, changed: str) -> Likeness:
    """Return a file as in GitHub's editor, with the line that has these words marked."""
    lines = (
        f'<div class="line{" changed" if changed in line else ""}">{escape(line)}</div>'
        for line in text.splitlines()
    )
    return Likeness("".join([*lines, '<p class="button">Commit changes...</p>']))


def shown_for(form_name: str, answers: Mapping[str, str]) -> Shown:
    """Return all that an answer to a form may tell, as if it had been sent to the example."""
    config, content = example_config(), REPOSITORY / "content"
    desk = Desk(config, content, TODAY)
    proposal = propose(sent_of(event(form_name, answers)["issue"], []), desk)
    assert proposal.text is not None
    found = prospect(_as_it_stands(), desk.checked_with(proposal.path, proposal.text), TODAY)
    return Shown(
        config=config,
        proposal=proposal,
        changes=found.changes,
        stops=found.stops,
        page=f"{config.repository}/pull/9",
    )


@cache
def _as_it_stands() -> Checked:
    return check_site(example_config(), REPOSITORY / "content", TODAY, 1)


def tea_with(changes: Mapping[str, str]) -> str:
    """Return the file of Tea and talk with these words in place of others."""
    text = (REPOSITORY / "content" / f"{TEA}.md").read_text(encoding="utf-8")
    for old, new in changes.items():
        assert old in text, old
        text = text.replace(old, new)
    return text


def picture_of(tab: Page, address: str, scene: Scene) -> tuple[bytes, str]:
    """Return a picture of a scene as a small PNG, and the words in it."""
    if isinstance(scene, Likeness):
        # What the guide's own pages forbid would hold for what is put in their place.
        tab.goto("about:blank")
        tab.set_content(f"<!doctype html><style>{STYLE}</style><body>{scene.html}</body>")
        selector = "body"
    else:
        tab.goto(address + scene.path)
        selector = scene.selector
        if scene.typed:
            tab.locator(f"{selector} input").first.fill(scene.typed)
    part = tab.locator(selector).first
    box = part.bounding_box()
    assert box is not None
    edge = 0 if box["width"] >= WIDE else EDGE
    high = min(box["height"] + 2 * edge, HIGHEST)
    drawn = tab.screenshot(
        clip={"x": 0, "y": box["y"] - edge, "width": WIDE, "height": high}, full_page=True
    )
    words = "\n".join(filter(None, (line.strip() for line in part.inner_text().split("\n"))))
    return _small(drawn), f"{words}\n"


def _small(png: bytes) -> bytes:
    few = Image.open(io.BytesIO(png)).convert("RGB").quantize(COLOURS, dither=Image.Dither.NONE)
    packed = io.BytesIO()
    few.save(packed, "PNG", optimize=True)
    return packed.getvalue()
