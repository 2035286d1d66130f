"""The folder tree is the architecture: imports run one way, and everything keeps its size."""

from __future__ import annotations

import ast
import re
import sys
from collections import Counter
from functools import cache
from graphlib import TopologicalSorter
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parent.parent

ORDER = """
    tracing patterns problems limits stopwatch slugs kinds dates clock_changes parts_of_day
    geography internet git forge
    legible_letters robot_notes locales words schedules almanac
    fields vocabularies written terms colours dialling contacts keys documented help_texts points
    help_lines
    map_settings calendars editing agreements sources config details entries giveaways safe_spaces
    private_details reading occurrences freshness showing permalinks github_flavour markdown
    proximity catalogue diary recurrences
    area_map search do_not_list photos history drafts checks reports forms browser_editor
    guide promises mesh upkeep maps views sheets layouts pdfs outputs comparisons
    reasons stopping speaking locks swaps files workers explaining caching reuse loading
    asides editions checking site importers preview portraits answers new_entries conversations
    new_guide reference options commands
""".split()  # noqa: SIM905 - a list to be read as one
"""Modules and packages of doorstep/: each imports only what stands before it, for types too."""

DOCUMENTED_CLASSES = {
    *("fields", "vocabularies", "written", "terms", "colours", "contacts", "keys", "documented"),
    "help_texts",
    *(
        "points",
        "help_lines",
        "map_settings",
        "calendars",
        "editing",
        "agreements",
        "config",
        "details",
    ),
    "entries",
    *("reading", "answers", "browser_editor", "importers", "loading", "new_entries"),
    *("new_guide", "reference"),
}
HOMES = {
    "PIL": {"answers", "photos"},
    "babel": {"locales", "words"},
    "branca": {"maps"},
    "click": {"options", "commands", "build"},
    "dateutil": {"schedules"},
    "folium": {"maps"},
    "holidays": {"almanac"},
    "icalendar": {"outputs", "importers"},
    "jinja2": {"layouts", "outputs"},
    "markdown": {"github_flavour", "markdown"},
    "markupsafe": {"layouts"},
    "nh3": {"markdown"},
    "osmium": {"area_map"},
    "phonenumbers": {"dialling"},
    "platformdirs": {"caching"},
    "pydantic": DOCUMENTED_CLASSES,
    "pydantic_core": DOCUMENTED_CLASSES,
    "segno": {"sheets"},
    "weasyprint": {"pdfs"},
    "xstatic": {"maps"},
    "yaml": {"browser_editor", "forms", "sources", "importers"},
}
"""Where each dependency may be imported."""

EVERYWHERE = {"msgspec"}
"""What small values are made with."""

NOT_NOUNS = {
    "utils",
    "util",
    "helpers",
    "helper",
    "common",
    "misc",
    "manager",
    "handler",
    "service",
}

LONGEST_MODULE = 300
LONG_FUNCTION = 35
USUAL_FUNCTION = 9
MANY_PARAMETERS = 5


@cache
def modules() -> dict[str, ast.Module]:
    """Return every module of the engine by its dotted name, build.py too."""
    files = [ROOT / "build.py", *sorted((ROOT / "doorstep").rglob("*.py"))]
    return {dotted(file): ast.parse(file.read_text(encoding="utf-8")) for file in files}


def dotted(file: Path) -> str:
    parts = file.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def part_of(name: str) -> str:
    """Return what stands in the list for a module: doorstep.views.cards is part of views."""
    return name.removeprefix("doorstep.").split(".")[0]


def imports(tree: ast.Module) -> Iterator[str]:
    """Yield what a module imports; of a name in one of ours, the module it is or comes from."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, "imports say where they come from"
            whole = [f"{node.module}.{alias.name}" for alias in node.names]
            yield from (name if name in modules() else str(node.module) for name in whole)


def our_imports(name: str) -> set[str]:
    return {found for found in imports(modules()[name]) if found in modules()} - {name}


def functions() -> list[ast.FunctionDef]:
    trees = modules().values()
    return [node for tree in trees for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)]


def length(function: ast.FunctionDef) -> int:
    return (function.end_lineno or 0) - function.lineno + 1


def share(of_all: int) -> float:
    return of_all / len(functions())


PARTS = [name for name in modules() if name not in ("build", "doorstep")]


def test_the_list_names_every_part_of_the_engine_once() -> None:
    assert Counter(ORDER) == Counter({part_of(name) for name in PARTS})


def test_imports_run_up_the_list_and_never_down() -> None:
    places = {name: ORDER.index(part_of(name)) for name in PARTS}
    pairs = [(name, found) for name in PARTS for found in our_imports(name) if found in places]
    assert [(name, found) for name, found in pairs if places[found] > places[name]] == []


def test_no_module_imports_itself_in_a_roundabout_way() -> None:
    graph = {name: our_imports(name) for name in modules()}
    assert len(list(TopologicalSorter(graph).static_order())) == len(graph)


def test_a_dependency_has_one_home() -> None:
    pairs = {
        (name, found.split(".")[0]) for name in modules() for found in imports(modules()[name])
    }
    ours = {*sys.stdlib_module_names, *EVERYWHERE, "doorstep"}
    strangers = [(name, found) for name, found in sorted(pairs) if found not in ours]
    assert [pair for pair in strangers if part_of(pair[0]) not in HOMES.get(pair[1], ())] == []


def test_every_module_opens_with_a_sentence_on_what_it_is_for() -> None:
    openings = {name: ast.get_docstring(tree) or "" for name, tree in modules().items()}
    assert [name for name, words in openings.items() if words.split("\n\n")[0][-1:] != "."] == []


def test_every_module_is_called_by_a_noun_of_the_field() -> None:
    assert [name for name in modules() if NOT_NOUNS & set(name.split("."))] == []


def test_no_module_is_too_long_to_read_at_one_sitting() -> None:
    lengths = {name: tree.body[-1].end_lineno or 0 for name, tree in modules().items()}
    assert [name for name, lines in lengths.items() if lines > LONGEST_MODULE] == []


def test_functions_are_short() -> None:
    lengths = [length(function) for function in functions()]
    assert median(lengths) <= USUAL_FUNCTION
    assert share(sum(lines <= LONG_FUNCTION for lines in lengths)) >= 0.95


def test_functions_are_told_few_things_without_their_names() -> None:
    counts = [len(function.args.posonlyargs + function.args.args) for function in functions()]
    assert share(sum(count <= MANY_PARAMETERS for count in counts)) >= 0.95


def test_what_is_worked_out_for_a_guide_is_kept_with_what_it_asked() -> None:
    """A plain cache would hide from the second who asks what it depends on: see tracing.kept."""
    plain = {"cache", "lru_cache"}
    kept = [
        function.name
        for function in functions()
        for decorator in function.decorator_list
        if plain & {name.id for name in ast.walk(decorator) if isinstance(name, ast.Name)}
        if "Guide" in [ast.unparse(one.annotation) for one in function.args.args if one.annotation]
    ]
    assert kept == []


def test_no_pattern_repeats_a_group_for_good() -> None:
    """Python 3.11.2, which Debian 12 has, keeps half of a turn that failed: (?>(?:…)*) is right."""
    possessive = re.compile(r"\)(?:[*+?]|\{[0-9,]+\})\+")
    patterns = [
        f"{path.name}: {line.strip()}"
        for path in sorted((ROOT / "doorstep").rglob("*.py"))
        for line in path.read_text(encoding="utf-8").splitlines()
        if possessive.search(line)
    ]
    assert patterns == []
