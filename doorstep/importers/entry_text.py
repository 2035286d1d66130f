"""The facts and the body of an entry -> the text of its file, plain to read and to change."""

from __future__ import annotations

import re

import yaml

from doorstep.sources import Node

_LIST_ON_ONE_LINE = re.compile(r"[a-z0-9-]{1,40}")
_SURELY_PLAIN = re.compile(r"[^\W_](?:[\w ,.()/&+@£'’?=%~-]|:(?=[^\s,]))*(?<! )")
_DEGREES = re.compile(r"-?[0-9]{1,3}\.[0-9]+")


class _Degrees(str):
    """A coordinate, which needs no quotation marks: read as text or as a number, it is the same."""

    __slots__ = ()


class _Dumper(yaml.SafeDumper):
    """YAML as people write it: items set in below their name, quotation marks where needed."""

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:  # noqa: ARG002
        super().increase_indent(flow, False)

    def ignore_aliases(self, data: object) -> bool:  # noqa: ARG002
        return True


def _text(dumper: _Dumper, text: str) -> yaml.ScalarNode:
    # YAML has no quarrel with “Tea” or a full-width colon; a person's eye, or a reader that
    # mends what people type, may.
    style = None if _SURELY_PLAIN.fullmatch(text) else "'"
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style=style)


def _degrees(dumper: _Dumper, text: _Degrees) -> yaml.ScalarNode:
    return dumper.represent_scalar("tag:yaml.org,2002:float", str(text))


def _list(dumper: _Dumper, items: list[Node]) -> yaml.SequenceNode:
    short = all(isinstance(item, str) and _LIST_ON_ONE_LINE.fullmatch(item) for item in items)
    return dumper.represent_sequence("tag:yaml.org,2002:seq", items, flow_style=short)


_Dumper.add_representer(str, _text)
_Dumper.add_representer(_Degrees, _degrees)
_Dumper.add_representer(list, _list)


def entry_text(facts: dict[str, Node], body: str) -> str:
    """Return the text of an entry's file."""
    front_matter = yaml.dump(
        {key: _readable(node) for key, node in facts.items()},
        Dumper=_Dumper,
        allow_unicode=True,
        sort_keys=False,
        default_flow_style=False,
        width=float("inf"),
    )
    return f"---\n{front_matter}---\n" + (f"\n{body}\n" if body else "")


def _readable(node: Node) -> Node:
    if not isinstance(node, dict):
        return node
    return {
        key: _Degrees(value) if key in ("lat", "lon") and _is_degrees(value) else value
        for key, value in node.items()
    }


def _is_degrees(value: Node) -> bool:
    return isinstance(value, str) and _DEGREES.fullmatch(value) is not None
