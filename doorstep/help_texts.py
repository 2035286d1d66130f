"""A class that files are read into -> its keys, each with the help text right below it in the code.

They are looked up only where somebody asks: to read the code takes longer than all else that a
command needs to begin.
"""

from __future__ import annotations

import ast
import inspect
from copy import copy
from functools import cache
from itertools import pairwise
from textwrap import dedent
from typing import TYPE_CHECKING, Any

from doorstep.documented import Documented

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pydantic import BaseModel
    from pydantic.fields import FieldInfo


@cache
def explained_fields_of(model: type[BaseModel]) -> dict[str, FieldInfo]:
    """Return every field of a class under the key people type for it, with its help text."""
    above = (one for one in reversed(model.__mro__) if issubclass(one, Documented))
    texts = {name: text for one in above for name, text in _texts_in(one)}
    fields = model.model_fields.items()
    return {field.alias or name: _with_text(field, texts.get(name)) for name, field in fields}


def _texts_in(model: type[BaseModel]) -> Iterator[tuple[str, str]]:
    definition: Any = ast.parse(dedent(inspect.getsource(model))).body[0]
    for line, below in pairwise(definition.body):
        match line, below:
            case (
                ast.AnnAssign(target=ast.Name(id=name)),
                ast.Expr(value=ast.Constant(value=str(text))),
            ):
                yield name, inspect.cleandoc(text)


def _with_text(field: FieldInfo, text: str | None) -> FieldInfo:
    explained = copy(field)
    explained.description = text
    return explained
