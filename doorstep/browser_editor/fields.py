"""The keys of a kind of entry -> the fields of the browser editor, in the order of a page."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Any, get_args

from doorstep.browser_editor.choices import words_to_choose
from doorstep.browser_editor.wording import HINTS_TO_CHOOSE, hint_of, label_of, limits_of, said_of
from doorstep.entries import MODELS
from doorstep.help_texts import explained_fields_of
from doorstep.keys import is_list, nested_model
from doorstep.kinds import Kind

if TYPE_CHECKING:
    from pydantic import BaseModel
    from pydantic.fields import FieldInfo

    from doorstep.browser_editor.choices import Choices

Field = dict[str, Any]
"""One field, as Sveltia CMS reads it."""

LEFT_OUT = {
    "number": "it is given when the entry goes live",
    "sensitive": "a safe space is not edited where a slip is public at once",
    "formerly": "old addresses are for those who know the guide's files",
    "source": "only an import writes where an entry came from",
}
"""Keys of entries that the editor does not offer, and why; what a file says there stays."""

LEFT_OUT_OF_STORIES = frozenset(
    {
        *("when", "where", "come_along", "cost", "access", "languages", "contact"),
        *("you_can_help", "organiser", "changes", "safeguarding", "insurance"),
    }
)
"""Keys that a story may have and never needs: it has no place, no times and no cost."""

ON_ONE_LINE = frozenset({"checked"})
"""Keys with parts that people write in one line."""

FIRST = ("title", "summary", "side", "expires", "open", "consent")
"""What comes first; the rest follows as the model has it."""

BODY: Field = {
    "name": "body",
    "label": "Anything longer",
    "hint": "As long as you like. An empty line parts paragraphs; lines that begin with a dash "
    "make a list.",
    # Its other box, with buttons, writes the whole text anew and takes emphasis for stars.
    "widget": "text",
    "required": False,
    "use_emoji_autocomplete": False,
}


def fields_for(kind: Kind, choices: Choices) -> list[Field]:
    """Return the fields for a kind of entry; a key in `choices` is chosen, not typed."""
    model = MODELS[kind]
    left_out = {*LEFT_OUT, *(LEFT_OUT_OF_STORIES if kind is Kind.STORY else ())}
    # A guide without areas has nothing to choose an area from.
    fields = explained_fields_of(model)
    offered = [key for key in fields if key not in left_out and choices.get(key, True)]
    in_order = sorted(offered, key=lambda key: FIRST.index(key) if key in FIRST else len(FIRST))
    return [*(_field(key, fields[key], choices) for key in in_order), BODY]


def _field(key: str, field: FieldInfo, choices: Choices, within: str = "") -> Field:
    widget = _widget(key, field, choices)
    hint = said_of if "options" in widget else hint_of
    return {
        "name": key,
        "label": label_of(key),
        "hint": HINTS_TO_CHOOSE[key] if key in choices else hint(within + key, field),
        "required": field.is_required(),
        **widget,
    }


def _widget(key: str, field: FieldInfo, choices: Choices) -> Field:
    if options := choices.get(key) or words_to_choose(_answers(field.annotation)):
        return {"widget": "select", "options": options, "multiple": is_list(field)}
    model = nested_model(field)
    if model and key not in ON_ONE_LINE:
        return _with_parts(key, field, model)
    if is_list(field):
        return {"widget": "list", "label_singular": "line"}
    return {"widget": "string", "use_emoji_autocomplete": False, **limits_of(key)}


def _with_parts(key: str, field: FieldInfo, model: type[BaseModel]) -> Field:
    inside = explained_fields_of(model).items()
    parts = [_field(part, one, {}, within=f"{key}.") for part, one in inside]
    shape = {"widget": "object"}
    if is_list(field):
        shape = {"widget": "list", "label_singular": "date"}
    return {**shape, "collapsed": "auto", "fields": parts}


def _answers(annotation: Any) -> list[str]:
    """Return the few words that a key may be answered with, if those are all it takes."""
    if annotation is bool:
        return ["yes", "no"]
    if isinstance(annotation, type) and issubclass(annotation, StrEnum):
        return [answer.value for answer in annotation]
    return next(filter(None, map(_answers, get_args(annotation))), [])
