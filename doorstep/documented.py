"""Documented: what every class that a file is read into has in common, its help texts above all."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict


class Documented(BaseModel):
    """A group of keys, each with its help text right below it."""

    model_config = ConfigDict(
        frozen=True,
        extra="forbid",
        populate_by_name=True,
        arbitrary_types_allowed=True,
        defer_build=True,  # a small guide has one or two kinds of entry
    )
