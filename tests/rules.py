"""The package's own code -> the rules it can name and the sentences it can say."""

from __future__ import annotations

import ast
import re
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

PACKAGE = Path(__file__).resolve().parent.parent / "doorstep"

ELSEWHERE = ("importers", "preview", "views", "outputs", "files.py", "locks.py", "reference.py")
"""What finds nothing wrong in an entry; what an import says is in docs/importing.md."""


@cache
def modules() -> list[ast.Module]:
    """Return every module that may find something wrong in an entry or in site.yaml."""
    paths = sorted(PACKAGE.rglob("*.py"))
    checked = [path for path in paths if path.relative_to(PACKAGE).parts[0] not in ELSEWHERE]
    return [ast.parse(path.read_text("utf-8")) for path in checked]


def rules() -> set[str]:
    """Return every rule, with * for the part of a name that is filled in."""
    public = {place for tree in modules() for place in _takers(tree) if place[0][0] != "_"}
    given = (expr for tree in modules() for expr in _given(tree, public | _takers(tree)))
    return {rule for expr in given for rule in _texts(expr)}


def sentences() -> set[str]:
    """Return every text with a space in it that is no help text, no pattern and no hidden mark."""
    texts = {text for tree in modules() for text in _said(tree) if " " in text}
    return {text for text in texts if not re.search(r"[\\|%]|\(\?|<!--", text)}


def _takers(tree: ast.Module) -> set[tuple[str, int]]:
    """Return the functions and classes that take a rule, and at which position."""
    taken = ((node.name, _parameters(node)) for node in ast.walk(tree) if isinstance(node, _NAMED))
    return {(name, taken.index("rule")) for name, taken in taken if "rule" in taken}


_NAMED = (ast.FunctionDef, ast.ClassDef)


def _parameters(node: ast.FunctionDef | ast.ClassDef) -> list[str]:
    if isinstance(node, ast.FunctionDef):
        names = [argument.arg for argument in node.args.args]
        return [name for name in names if name not in ("self", "cls")]
    made = (each for each in node.body if isinstance(each, ast.FunctionDef))
    if given := next((each for each in made if each.name == "__init__"), None):
        return _parameters(given)
    fields = (each.target for each in node.body if isinstance(each, ast.AnnAssign))
    return [field.id for field in fields if isinstance(field, ast.Name)]


def _given(tree: ast.Module, takers: set[tuple[str, int]]) -> Iterator[ast.expr]:
    for node in ast.walk(tree):
        match node:
            case ast.Call(func=ast.Name(id=name) | ast.Attribute(attr=name), args=given):
                places = [position for taker, position in takers if taker == name]
                flat = [each for one in given for each in _flattened(one)]
                yield from (flat[at] for at in places if at < len(flat))
            case ast.keyword(arg="rule", value=value):
                yield value
            case ast.Assign(targets=[ast.Name(id="rule")], value=value):
                yield value
            case ast.Dict(keys=[ast.Constant(value="rule"), *_], values=[value, *_]):
                yield value


def _flattened(argument: ast.expr) -> list[ast.expr]:
    # What is given with a star is a place: a line and a column.
    return [argument] * (2 if isinstance(argument, ast.Starred) else 1)


def _texts(expr: ast.expr) -> Iterator[str]:
    match expr:
        case ast.Constant(value=str(text)):
            yield text
        case ast.Name(id=name) if name in _constants():
            yield _constants()[name]
        case ast.IfExp(body=one, orelse=other):
            yield from (*_texts(one), *_texts(other))
        case ast.JoinedStr(values=parts):
            yield "".join(
                str(part.value) if isinstance(part, ast.Constant) else "*" for part in parts
            )


@cache
def _constants() -> dict[str, str]:
    """Return the texts that have a name in capitals somewhere."""
    return {
        name: text
        for tree in modules()
        for node in tree.body
        if isinstance(node, ast.Assign)
        for name, text in [(ast.unparse(node.targets[0]), getattr(node.value, "value", None))]
        if name.isupper() and isinstance(text, str)
    }


def _said(tree: ast.Module) -> Iterator[str]:
    helps = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in helps:
            yield node.value
