"""The files in layouts/ -> pages drawn from views, one style sheet, and what goes beside them."""

from __future__ import annotations

import re
from functools import cached_property, lru_cache, partial
from typing import TYPE_CHECKING, Any, cast

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template
from jinja2.compiler import CodeGenerator
from jinja2.ext import Extension
from jinja2.runtime import Macro
from markupsafe import Markup, escape

if TYPE_CHECKING:
    from collections.abc import Callable, MutableMapping
    from pathlib import Path

    from jinja2 import BaseLoader, nodes
    from jinja2.compiler import Frame
    from jinja2.environment import TemplateModule
    from jinja2.runtime import Context

# Atomic, so that a comment ends at its own end and never at a later one's.
_GAP = r"(?>\s|/\*.*?\*/)"
_LEFT_ALONE = r"""(?P<string>"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')"""
# A space before a colon means something in a selector; one after it never does.
_CLOSED_UP = rf"{_GAP}*(?P<mark>[{{}};,]){_GAP}*|(?P<colon>:){_GAP}+"
_CSS = re.compile(rf"{_LEFT_ALONE}|{_CLOSED_UP}|{_GAP}+", re.DOTALL)

# A remark at the start of a line may be long; one behind code ends with its line.
_REMARKS = re.compile(r"^\s*(?:(?:/\*[\s\S]*?\*/|//.*)\s*)*|(?<=;) // .*", re.MULTILINE)

_MOVED_IN = re.compile(r"^[ \t]+", re.MULTILINE)

_LAYERS_BEFORE_PARTIALS = ("1-settings.css", "2-base.css", "3-objects.css")
_LAYERS_AFTER_PARTIALS = ("8-utilities.css", "9-print.css")
_FOR_PAPER = "sheet_"

PARTS_KEPT = 20_000
"""Drawn parts, such as the cards of every entry, that other pages may show again."""

TEXTS_KEPT = 20_000
"""Texts, such as addresses and labels, that pages may show again and that were escaped."""


class Once:
    """Draws something with a macro once, however many pages show it: `once(card, entry, 3)`.

    What a macro is given never changes, so the very same things are drawn the same again.
    """

    def __init__(self) -> None:
        self._kept: dict[tuple[Any, ...], tuple[str, tuple[Any, ...]]] = {}

    def __call__(self, macro: Macro, *things: Any) -> str:
        """Return what a macro draws of some things."""
        known = (macro, *[thing if type(thing) is str else id(thing) for thing in things])
        kept = self._kept.get(known)
        if kept is None:
            if len(self._kept) >= PARTS_KEPT:
                del self._kept[next(iter(self._kept))]
            # The things are kept too: while they are there, nothing else can have their id.
            kept = self._kept[known] = macro(*things), things
        return kept[0]


class Partial(Macro):
    """A macro that draws at once when told all it takes by place; Jinja looks how it was told."""

    def __call__(self, *given: Any, **told: Any) -> str:
        """Return what it draws, marked as what need not be escaped."""
        if told or len(given) != len(self.arguments):
            return super().__call__(*given, **told)
        return _marked(self._func(*given))


_marked: Callable[[str], Markup] = partial(str.__new__, Markup)
_escaped = lru_cache(TEXTS_KEPT)(escape)


def escaped(value: object) -> str:
    """Return what a layout shows, escaped; what a partial drew is so already."""
    if type(value) is str:
        return _escaped(value)
    return value if type(value) is Markup else escape(value)


class PlainCode(CodeGenerator):
    """Writes layouts out as plain Python: `card.title` reads a field, `tags(card.tags)` calls.

    Jinja asks each time what else it might be, half a million times for a site.
    """

    def visit_Template(self, node: nodes.Template, frame: Frame | None = None) -> None:  # noqa: N802 - Jinja's names, here and below
        """Write a layout, which draws and escapes as is said here."""
        super().visit_Template(node, frame)
        self.writeline(f"from {__name__} import Partial as Macro, escaped as escape")

    def visit_Getattr(self, node: nodes.Getattr, frame: Frame) -> None:  # noqa: N802
        """Write how a field is read."""
        self.visit(node.node, frame)
        self.write(f".{node.attr}")

    def visit_Call(  # noqa: N802
        self, node: nodes.Call, frame: Frame, forward_caller: bool = False
    ) -> None:
        """Write a call; one of a kind that layouts do without is left to Jinja."""
        if forward_caller or node.kwargs or node.dyn_args or node.dyn_kwargs:
            super().visit_Call(node, frame, forward_caller=forward_caller)
            return
        self.visit(node.node, frame)
        self.write("(")
        for argument in node.args:
            self.visit(argument, frame)
            self.write(", ")
        self.write(")")


class Layout(Template):
    """A layout whose macros are imported many times on every page."""

    def _get_default_module(self, ctx: Context | None = None) -> TemplateModule:
        # Where Jinja sees that nothing new is known there, which takes it longer.
        is_usual = ctx is None or ctx.globals_keys <= self.environment.globals.keys()
        if is_usual and self._module is not None:
            return self._module
        return super()._get_default_module(ctx)


class Layouts(Environment):
    """Finds a layout again at once, which each page asks for by its name twenty times."""

    def get_template(
        self,
        name: str | Template,
        parent: str | None = None,
        globals: MutableMapping[str, Any] | None = None,  # noqa: A002 - Jinja's own name for it
    ) -> Template:
        """Return a layout by its name."""
        if globals is not None or not isinstance(name, str):
            return super().get_template(name, parent, globals)
        if (self, name) not in self._found:
            self._found[self, name] = super().get_template(name, parent)
        return self._found[self, name]

    @cached_property
    def _found(self) -> dict[tuple[Environment, str], Template]:
        # With the environment it is found in: overlays of Jinja share what the first one has.
        return {}


class _MovedOut(Extension):
    """Takes away how far the lines of a layout are moved in, which only its writers need.

    What people wrote comes into a page later, and keeps every blank of its own.
    """

    def preprocess(self, source: str, *_: str | None, **__: str | None) -> str:
        """Return a layout whose lines all begin at the margin."""
        return _MOVED_IN.sub("", source)


def environment(layouts_dir: Path) -> Layouts:
    """Return the Jinja2 environment of these layouts, which reads each file once."""
    layouts = Layouts(
        loader=FileSystemLoader(layouts_dir),
        autoescape=True,
        extensions=[_MovedOut],
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        # Ten thousand pages would otherwise look at every file's date ten thousand times.
        auto_reload=False,
    )
    layouts.code_generator_class, layouts.template_class = PlainCode, Layout
    layouts.globals = {"once": Once()}
    return layouts


def render(layouts: Environment, name: str, view: object) -> bytes:
    """Draw a page: the view is all that the layout may read."""
    return layouts.get_template(name).render(view=view).encode()


def stylesheet(layouts_dir: Path, *, accent: str, accent_in_the_dark: str) -> str:
    """Return all the CSS in one: settings, base, objects, partials, utilities, print."""
    css = layouts_dir / "assets" / "css"
    partials = [
        file for file in sorted(layouts_dir.glob("partials/*/*.css")) if not _is_for_paper(file)
    ]
    files = [
        *(css / name for name in _LAYERS_BEFORE_PARTIALS),
        *partials,
        *(css / name for name in _LAYERS_AFTER_PARTIALS),
    ]
    colours = f":root{{--accent:{accent};--accent-in-the-dark:{accent_in_the_dark}}}"
    return colours + closed_up("".join(file.read_text(encoding="utf-8") for file in files))


def paper_stylesheets(layouts_dir: Path) -> dict[str, str]:
    """Return the CSS of each sheet, by its name: what all share, their partials, its own."""
    shared = [
        layouts_dir / "assets" / "css" / "paper.css",
        *(file for file in sorted(layouts_dir.glob("partials/*/*.css")) if _is_for_paper(file)),
    ]
    common = "".join(file.read_text(encoding="utf-8") for file in shared)
    sheets = sorted(layouts_dir.glob("sheets/*.css"))
    return {file.name: closed_up(common + file.read_text(encoding="utf-8")) for file in sheets}


def _is_for_paper(partial: Path) -> bool:
    """Say whether a partial's style sheet is only for sheets, so that other pages go without it."""
    return partial.stem.startswith(_FOR_PAPER)


def closed_up(css: str) -> str:
    """Return CSS without comments and without blank space that means nothing."""
    return _CSS.sub(_kept, css).strip()


def script_without_remarks(script: str) -> str:
    """Return a script without comments, and without the blank space at the start of its lines."""
    return _REMARKS.sub("", script).rstrip() + "\n"


def assets(layouts_dir: Path) -> list[tuple[str, bytes]]:
    """Return scripts, icons, drawings and what styles the map, each with its path there."""
    below = layouts_dir / "assets"
    folders = ("js/*.js", "icons/*", "map/*.css", "pictograms/*.svg")
    files = sorted(file for folder in folders for file in below.glob(folder))
    return [(file.relative_to(below).as_posix(), file.read_bytes()) for file in files]


def written_out(layouts: Environment, name: str) -> str:
    """Return a file among the layouts as it is written, such as a licence."""
    return cast("BaseLoader", layouts.loader).get_source(layouts, name)[0]


def _kept(found: re.Match[str]) -> str:
    return found["string"] or found["mark"] or found["colon"] or " "
