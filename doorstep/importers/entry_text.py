"""The facts and the body of an entry -> the text of its file, plain to read and to change."""

from __future__ import annotations

import re

import yaml

from doorstep.sources import Node

_LIST_ON_ONE_LINE = re.compile(r"[a-z0-9-]{1,40}")
_SURELY_PLAIN = re.compile(r"(?:[^\W_]|£)(?:[\w ,.()/&+@£'’?=%~-]|:(?=[^\s,]))*(?<! )")
_DEGREES = re.compile(r"-?[0-9]{1,3}\.[0-9]+")
_A_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_A_NUMBER = re.compile(r"[1-9][0-9]{0,5}")
_AS_TYPED = re.compile(rf"yes|no|on|{_A_DAY.pattern}")


class _Plain(str):
    """A number, a day or an answer: read as text or as what it is, it is the same without marks."""

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
    style = None if _SURELY_PLAIN.fullmatch(text) else "|" if "\n" in text else "'"
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style=style)


def _plain(dumper: _Dumper, text: _Plain) -> yaml.ScalarNode:
    forms = {"timestamp": _A_DAY, "int": _A_NUMBER, "float": _DEGREES}
    tag = next((tag for tag, form in forms.items() if form.fullmatch(text)), "bool")
    return dumper.represent_scalar(f"tag:yaml.org,2002:{tag}", str(text))


def _list(dumper: _Dumper, items: list[Node]) -> yaml.SequenceNode:
    short = all(isinstance(item, str) and _LIST_ON_ONE_LINE.fullmatch(item) for item in items)
    return dumper.represent_sequence("tag:yaml.org,2002:seq", items, flow_style=short)


_Dumper.add_representer(str, _text)
_Dumper.add_representer(_Plain, _plain)
_Dumper.add_representer(list, _list)


def entry_text(facts: dict[str, Node], body: str) -> str:
    """Return the text of an entry's file."""
    return f"---\n{facts_text(facts)}---\n" + (f"\n{body}\n" if body else "")


def facts_text(facts: dict[str, Node], *, in_braces: bool = False) -> str:
    """Return the lines of some facts; those with parts of their own may stand in braces."""
    return "".join(
        _dumped({key: _fact(key, node)}, in_braces=in_braces and isinstance(node, dict))
        for key, node in facts.items()
    )


def _dumped(fact: dict[str, Node], *, in_braces: bool) -> str:
    # Without a style, PyYAML puts only what has no parts of its own in braces or brackets.
    text: str = yaml.dump(
        fact,
        Dumper=_Dumper,
        allow_unicode=True,
        sort_keys=False,
        default_flow_style=None if in_braces else False,
        width=float("inf"),
    )
    return text


def _fact(key: str, node: Node) -> Node:
    is_number = key == "number" and isinstance(node, str) and _A_NUMBER.fullmatch(node)
    return _Plain(node) if is_number else _readable(node)


def _readable(node: Node) -> Node:
    """Return a fact with its parts marked that stand without quotation marks where people type."""
    if isinstance(node, list):
        return [_readable(item) if isinstance(item, dict) else item for item in node]
    if isinstance(node, str):
        return _Plain(node) if _A_DAY.fullmatch(node) else node
    return {_Plain(key) if key == "on" else key: _part(key, value) for key, value in node.items()}


def _part(key: str, value: Node) -> Node:
    if not isinstance(value, str):
        return _readable(value)
    is_plain = _DEGREES if key in ("lat", "lon") else _AS_TYPED
    return _Plain(value) if is_plain.fullmatch(value) else value
