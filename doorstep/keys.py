"""The keys a documented class may hold, by the names people type."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any, get_args, get_origin

from pydantic import BaseModel

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pydantic.fields import FieldInfo


@cache
def fields_of(model: type[BaseModel]) -> dict[str, FieldInfo]:
    """Return every field of a class under the key people type for it."""
    return {field.alias or name: field for name, field in model.model_fields.items()}


def model_at(model: type[BaseModel], path: tuple[str | int, ...]) -> type[BaseModel]:
    """Return the class that holds the keys at a place, such as Contact for ("contact",)."""
    for part in path:
        field = fields_of(model).get(str(part))
        model = (nested_model(field) if field else None) or model
    return model


def nested_model(field: FieldInfo) -> type[BaseModel] | None:
    """Return the class whose keys stand under this key, if it has parts of its own."""
    return next(_models_in(field.annotation), None)


def _models_in(annotation: Any) -> Iterator[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for part in get_args(annotation):
        yield from _models_in(part)


def is_list(field: FieldInfo) -> bool:
    """Say whether there may be several of what stands under this key."""
    return get_origin(field.annotation) is tuple


def example_of(key: str, field: FieldInfo) -> str:
    """Return a line to copy for this key."""
    return f"{key}: {_value_of(field)}"


def _value_of(field: FieldInfo) -> str:
    if field.examples:
        return str(field.examples[0])
    nested = nested_model(field)
    if nested is None:
        return "…"
    parts = ", ".join(_parts_of(nested))
    return f"[{{{parts}}}]" if is_list(field) else f"{{{parts}}}"


def _parts_of(model: type[BaseModel]) -> Iterator[str]:
    """Yield what has to be there, or at least two parts to see how it is written."""
    for place, (key, field) in enumerate(fields_of(model).items()):
        if field.is_required() or place < 2:
            value = _value_of(field)
            yield f'{key}: "{value}"' if ", " in value else f"{key}: {value}"
