"""A layout -> which fields of which views it reads, its partials included."""

from __future__ import annotations

import types
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeGuard, Union, get_args, get_origin, get_type_hints

from jinja2 import nodes
from msgspec import Struct

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jinja2 import Environment

Scope = dict[str, Any]
ANYTHING = Any
"""What Jinja itself gives a layout, such as loop."""


class NotInViewError(AssertionError):
    """A layout reads something that its view does not have."""


@dataclass(frozen=True)
class Macro:
    """A macro, and the names it sees besides its own."""

    node: nodes.Macro
    scope: Scope


class Reads:
    """Walks layouts as they would be drawn, with the kinds of values in place of values."""

    def __init__(self, layouts: Environment) -> None:
        self._layouts = layouts
        self.fields: set[tuple[type, str]] = set()
        """Every field that was read, with the view it belongs to."""

    def layout(self, name: str, scope: Scope) -> None:
        """Walk a layout, the one it extends, and everything it draws."""
        tree = self._tree(name)
        for extends in tree.find_all(nodes.Extends):
            self.layout(_constant(extends.template), scope)
        self._visit_all(tree.body, scope)

    def _tree(self, name: str) -> nodes.Template:
        assert self._layouts.loader is not None
        source, _, _ = self._layouts.loader.get_source(self._layouts, name)
        return self._layouts.parse(source, name)

    def _visit_all(self, body: list[Any], scope: Scope) -> None:
        for node in body:
            self._visit(node, scope)

    def _visit(self, node: nodes.Node, scope: Scope) -> None:
        match node:
            case nodes.FromImport():
                self._bring_in(node, scope)
            case nodes.Macro():
                scope[node.name] = Macro(node, scope)
            case nodes.Assign(target=nodes.Name(name=name)):
                scope[name] = self._kind(node.node, scope)
            case nodes.For(target=nodes.Name(name=name)):
                item = _item(self._kind(node.iter, scope))
                self._visit_all(node.body, scope | {name: item, "loop": ANYTHING})
            case nodes.Include():
                self.layout(_constant(node.template), scope)
            case nodes.Extends():
                pass
            case nodes.Expr():
                self._kind(node, scope)
            case _:
                self._visit_all(list(node.iter_child_nodes()), scope)

    def _bring_in(self, node: nodes.FromImport, scope: Scope) -> None:
        own: Scope = {}
        for part in self._tree(_constant(node.template)).body:
            if isinstance(part, nodes.FromImport | nodes.Macro):
                self._visit(part, own)
        for name in node.names:
            assert isinstance(name, str), "an import keeps its name"
            scope[name] = own[name]

    def _kind(self, node: nodes.Expr, scope: Scope) -> Any:
        match node:
            case nodes.Name():
                return self._named(node, scope)
            case nodes.Getattr():
                return self._field(self._kind(node.node, scope), node)
            case nodes.Getitem():
                return _item(self._kind(node.node, scope))
            case nodes.Call():
                self._call(node, scope)
            case nodes.Const():
                return type(node.value)
            case _:
                self._visit_all(list(node.iter_child_nodes()), scope)
        return str

    def _named(self, node: nodes.Name, scope: Scope) -> Any:
        if node.name not in scope:
            raise NotInViewError(f"line {node.lineno}: {node.name}")
        return scope[node.name]

    def _field(self, owner: Any, node: nodes.Getattr) -> Any:
        if owner is ANYTHING:
            return ANYTHING
        if not is_view(owner) or node.attr not in (hints := get_type_hints(owner)):
            raise NotInViewError(f"line {node.lineno}: {owner} has no {node.attr}")
        self.fields.add((owner, node.attr))
        return _there(hints[node.attr])

    def _call(self, node: nodes.Call, scope: Scope) -> None:
        called, arguments = node.node, node.args
        if isinstance(called, nodes.Name) and called.name == "once":
            called, *arguments = arguments
        macro = self._kind(called, scope)
        assert isinstance(macro, Macro), "layouts call macros and nothing else"
        given = [self._kind(argument, scope) for argument in arguments]
        names = [argument.name for argument in macro.node.args]
        usual = [self._kind(default, scope) for default in macro.node.defaults]
        values = dict(zip(reversed(names), reversed(usual), strict=False))
        values |= dict(zip(names, given, strict=False))
        self._visit_all(macro.node.body, macro.scope | values)


def fields_read(layouts: Environment, name: str, view: type) -> set[tuple[type, str]]:
    """Return the fields a layout reads from its view; raise NotInViewError for anything else."""
    reads = Reads(layouts)
    reads.layout(name, {"view": view})
    return reads.fields


def kinds_within(view: type) -> Iterator[type]:
    """Yield a view and every view among its fields."""
    yield view
    for hint in get_type_hints(view).values():
        for kind in _views_in(hint):
            yield from kinds_within(kind)


def is_view(hint: Any) -> TypeGuard[type[Struct]]:
    """Say whether this is a kind of view, or of a part of one."""
    return isinstance(hint, type) and issubclass(hint, Struct)


def _views_in(hint: Any) -> Iterator[type]:
    if is_view(hint):
        yield hint
    for part in get_args(hint):
        yield from _views_in(part)


def _there(hint: Any) -> Any:
    """Return what an optional value is when it is there."""
    if get_origin(hint) in (Union, types.UnionType):
        return next(part for part in get_args(hint) if part is not type(None))
    return hint


def _item(kind: Any) -> Any:
    if get_origin(kind) is not tuple:
        raise NotInViewError(f"{kind} holds no items")
    return get_args(kind)[0]


def _constant(node: nodes.Node) -> str:
    assert isinstance(node, nodes.Const)
    return str(node.value)
