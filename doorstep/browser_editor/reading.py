"""The text of a file -> the facts in it as the browser editor reads them, where it can.

The editor is strict where the guide is forgiving: it follows YAML 1.2, in which 07700900123 is a
number that loses its first figure, and it knows no repairs.
"""

from __future__ import annotations

import re
from typing import Any

import yaml

_FILE = re.compile(r"---\n(?P<head>.*?)\n---(?:\n(?P<body>.*))?", re.DOTALL)
_NUMBERS = ("lat", "lon")
"""Facts that are numbers: 53.70 and 53.7 are the same."""

EXACT_FIGURES = 15
"""A browser's numbers are exact up to here (IEEE 754, binary64)."""

_CHANGED = "another number"
"""What stands for a number that the editor would not write as it was."""

_FASTEST: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # whichever is there


class _AsInYaml12(_FASTEST):  # type: ignore[misc]
    """YAML whose plain words are typed by the core schema (YAML 1.2.2, 10.3), and written again."""


_AsInYaml12.yaml_implicit_resolvers = {}


def _whole(_: yaml.SafeLoader, node: yaml.ScalarNode) -> str:
    return str(int(node.value)) if len(node.value) <= EXACT_FIGURES else _CHANGED


def _broken(_: yaml.SafeLoader, node: yaml.ScalarNode) -> str:
    return repr(float(node.value)).removesuffix(".0")


def _nothing(_: yaml.SafeLoader, __: yaml.ScalarNode) -> str:
    return ""


def _truth(_: yaml.SafeLoader, node: yaml.ScalarNode) -> str:
    return str(node.value).lower()


def _in_another_base(_: yaml.SafeLoader, __: yaml.ScalarNode) -> str:
    return _CHANGED


for _name, _pattern, _reader in (
    ("nothing", r"~|null|Null|NULL|", _nothing),
    ("truth", r"true|True|TRUE|false|False|FALSE", _truth),
    ("whole", r"[-+]?[0-9]+", _whole),
    ("in-another-base", r"0o[0-7]+|0x[0-9a-fA-F]+", _in_another_base),
    ("broken", r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?", _broken),
):
    _AsInYaml12.add_implicit_resolver(f"!{_name}", re.compile(rf"(?:{_pattern})\Z"), None)
    _AsInYaml12.add_constructor(f"!{_name}", _reader)


def facts_in(text: str) -> dict[str, Any] | None:
    """Return the facts and, as `body`, what stands below them; None where it finds no facts."""
    found = _FILE.fullmatch(text.strip())
    if not found:
        return None
    try:
        facts = yaml.load(found["head"], Loader=_AsInYaml12)  # noqa: S506 - a safe loader
    except yaml.YAMLError:
        return None
    return {**facts, "body": (found["body"] or "").strip()} if isinstance(facts, dict) else None


def says_the_same(one: Any, other: Any, key: str = "") -> bool:
    """Say whether two readings of a fact have the same words, in the same places."""
    if isinstance(one, dict) and isinstance(other, dict):
        return one.keys() == other.keys() and all(
            says_the_same(value, other[name], name) for name, value in one.items()
        )
    if isinstance(one, list) and isinstance(other, list):
        return len(one) == len(other) and all(map(says_the_same, one, other))
    return one == other or (key in _NUMBERS and _number(one) == _number(other))


def _number(value: Any) -> float:
    try:
        return float(value)
    except (TypeError, ValueError):
        return float("nan")  # which equals nothing
