"""The forms and the guide's settings -> GitHub's own files for them (.github/ISSUE_TEMPLATE/).

The format is GitHub's form schema: only boxes for text are used, because nothing else can be
filled in by an address.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import yaml

from doorstep.forms.answers import is_answered
from doorstep.forms.boxes import Shape
from doorstep.forms.hints import hint_for
from doorstep.forms.kinds_of_forms import AGREED, FORMS, PROMISE, Action
from doorstep.forms.prefilled import box_name

if TYPE_CHECKING:
    from doorstep.config import SiteConfig
    from doorstep.forms.boxes import Box
    from doorstep.forms.kinds_of_forms import Form

HEAD = "# Made by “make forms” from the models and the settings: change those, not this file.\n"

EVERYONE_SEES = (
    "**Everyone can see this form. Do not write a private address or a surname.** For a safe "
    "space, phone {name} on {phone} and say no more than that."
)

_KIND_WORDS = {
    "group": ("a group", "group"),
    "event": ("an event", "event"),
    "green-space": ("a green space", "green space"),
    "place": ("a place", "place"),
    "help": ("help to get or give", "help"),
    "story": ("a story", "story"),
    "page": ("a page about the guide", "page"),
}
"""What stands after “Add” and after “New”."""


def issue_form_files(config: SiteConfig) -> dict[str, str]:
    """Return the text of every file in .github/ISSUE_TEMPLATE/, by its name."""
    files = {f"{form.name}.yml": _written(_form(form, config)) for form in FORMS}
    return {**files, "config.yml": _written(_chooser(config))}


def _written(content: dict[str, Any]) -> str:
    text = yaml.safe_dump(content, sort_keys=False, allow_unicode=True, width=100)
    return HEAD + text


def _chooser(config: SiteConfig) -> dict[str, Any]:
    line = config.help_line
    about = f"Phone {line.phone}. You need no account, and we write it down for you."
    link = {"name": "Tell a person", "url": f"{config.url.rstrip('/')}/add/", "about": about}
    return {"blank_issues_enabled": False, "contact_links": [link]}


def _form(form: Form, config: SiteConfig) -> dict[str, Any]:
    name, description, title = _called(form)
    say = {"type": "markdown", "attributes": {"value": _opening(form, config)}}
    boxes = [_box(box, form, config) for box in form.boxes]
    body = [say, *boxes, _promise()]
    return {"name": name, "description": description, "title": title, "body": body}


def _called(form: Form) -> tuple[str, str, str]:
    """Return a form's name, what it is for, and the title GitHub asks for, begun already.

    An address that is filled in has a title of its own.
    """
    what, short = _KIND_WORDS[form.kind] if form.kind else ("", "")
    return {
        Action.ADD: (
            f"Add {what}",
            "Fill in what you know. The rest can come later.",
            f"New {short}: ",
        ),
        Action.CHANGE: (
            f"Change {what}",
            "Put right what is wrong. Leave the rest as it is.",
            f"Change {short}: ",
        ),
        Action.STILL_RIGHT: (
            "Yes, still right",
            "Say that you asked, and that nothing changed.",
            "Still right: ",
        ),
        Action.TELL_US: (
            "Tell us",
            "Say what is wrong or missing, in your own words.",
            "Wrong or missing: ",
        ),
    }[form.action]


def _opening(form: Form, config: SiteConfig) -> str:
    line = config.help_line
    opening = EVERYONE_SEES.format(name=line.name, phone=line.phone)
    if form.action is Action.CHANGE:
        opening += (
            "\n\nA box that is empty keeps what the guide says. To take something out, write: "
            "remove"
        )
    return opening


def _box(box: Box, form: Form, config: SiteConfig) -> dict[str, Any]:
    attributes: dict[str, Any] = {"label": box.label}
    if hint := _hint(box, form, config):
        attributes["description"] = hint
    if box.shape is Shape.NAMED:
        _name_the_lines(attributes, box, form)
    kind = "textarea" if box.is_long else "input"
    return {
        "type": kind,
        "id": box_name(box.id),
        "attributes": attributes,
        "validations": {"required": box.id == _needed(form)},
    }


def _needed(form: Form) -> str:
    """Return the box without which nobody knows what is meant."""
    return "entry" if form.boxes[0].id == "entry" else form.boxes[0].id


def _name_the_lines(attributes: dict[str, Any], box: Box, form: Form) -> None:
    """Show what each line begins with: filled in where every one has an answer."""
    lines = "\n".join(f"{part.label}: not known" for part in box.parts if is_answered(part))
    if lines and form.action is Action.ADD:
        attributes["value"] = lines
    elif not lines:
        attributes["placeholder"] = "\n".join(f"{part.label}: …" for part in box.parts)


def _hint(box: Box, form: Form, config: SiteConfig) -> str:
    return hint_for(box, form.kind).format(
        topics=", ".join(topic.label for topic in config.topics),
        audiences=", ".join(audience.label for audience in config.audiences),
        areas=", ".join(area.label for area in config.areas) or "there is only one",
        help_line=config.help_line.name_and_number,
    )


def _promise() -> dict[str, Any]:
    option = {"label": PROMISE, "required": True}
    return {
        "type": "checkboxes",
        "id": "agreed",
        "attributes": {"label": AGREED, "options": [option]},
    }
