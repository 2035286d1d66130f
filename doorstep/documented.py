"""Documented: what every class that a file is read into has in common, its help texts above all."""

from __future__ import annotations

import sys
from types import ModuleType

from pydantic import BaseModel, ConfigDict


def _look_for_no_plugins() -> None:
    """Keep pydantic from looking through everything installed here for plugins of its own.

    We want none, and with PYDANTIC_DISABLE_PLUGINS it still imports what it would look with, which
    takes longer than all else that it does for a small guide. Without this all works as well.
    """
    loader = ModuleType("pydantic.plugin._loader")
    vars(loader)["get_plugins"] = tuple
    sys.modules.setdefault(loader.__name__, loader)


_look_for_no_plugins()


class Documented(BaseModel):
    """A group of keys, each with its help text right below it."""

    model_config = ConfigDict(
        frozen=True,
        extra="forbid",
        populate_by_name=True,
        arbitrary_types_allowed=True,
        defer_build=True,  # a small guide has one or two kinds of entry
    )
