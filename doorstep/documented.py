"""Documented: what every class that a file is read into has in common, its help texts above all."""

from __future__ import annotations

from typing import Any

from pydantic import BaseModel, ConfigDict

_NOT_TOLD: set[str] = set()


class Documented(BaseModel):
    """A group of keys, each with its help text right below it."""

    model_config = ConfigDict(
        frozen=True,
        extra="forbid",
        populate_by_name=True,
        arbitrary_types_allowed=True,
        defer_build=True,  # a small guide has one or two kinds of entry
    )

    def __getstate__(self) -> Any:
        """Return what to keep: the values. Nobody asks which of them were typed."""
        return self.__dict__, self.__pydantic_private__

    def __setstate__(self, state: Any) -> None:
        """Take what was kept, which is less than pydantic would keep, and read back sooner."""
        values, private = state
        object.__setattr__(self, "__dict__", values)
        object.__setattr__(self, "__pydantic_private__", private)
        object.__setattr__(self, "__pydantic_extra__", None)
        object.__setattr__(self, "__pydantic_fields_set__", _NOT_TOLD)
