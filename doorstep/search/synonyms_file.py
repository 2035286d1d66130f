"""content/synonyms.yaml -> Synonyms, and what its writers had better look at again."""

from __future__ import annotations

from itertools import permutations, product
from typing import TYPE_CHECKING, NamedTuple

from msgspec.structs import replace

from doorstep.patterns import late_pattern
from doorstep.problems import Problem, nearest
from doorstep.search.folding import folded_text
from doorstep.search.synonyms import NO_SYNONYMS, Synonyms
from doorstep.sources import KeyPath, Node, read_facts
from doorstep.sources.marks import shortened

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from doorstep.sources import Facts

FILE = "synonyms.yaml"
"""Where the list is kept, in the content folder."""

MEANS, SAME = PARTS = ("means", "same")
"""Its two parts: one way, and both ways."""

MOST_WORDS = 12
"""Words on one side of a line, because each stands for each on the other."""

MOST_PAIRS = 5_000
"""Everybody who searches fetches them all."""

_COMMA = late_pattern("[,،、]")


class _Line(NamedTuple):
    """One line of the list that could be read."""

    path: KeyPath
    pairs: list[tuple[str, str]]


def read_synonyms(content: Path) -> tuple[Synonyms, list[Problem]]:
    """Return the forum's own synonyms, and what is odd about them; nothing stops for it."""
    path = content / FILE
    if not path.exists() and not path.is_symlink():
        return NO_SYNONYMS, []
    facts = read_facts(path, f"{content.name}/{FILE}")
    problems = [_of_this_list(problem) for problem in facts.problems]
    known: dict[tuple[str, str], KeyPath] = {}
    for found in _lines(facts):
        if isinstance(found, Problem):
            problems.append(found)
        elif len(known) + len(found.pairs) > MOST_PAIRS:
            problems.append(_full(facts, found.path))
            break
        else:
            problems += _said_before(facts, found, known)
            known |= {pair: found.path for pair in found.pairs if pair not in known}
    return Synonyms(tuple(known)), problems


def _lines(facts: Facts) -> Iterator[_Line | Problem]:
    if not isinstance(facts.told, dict):
        yield _no_list(facts, ())
        return
    for name, node in facts.told.items():
        if name not in PARTS:
            yield _unknown_part(facts, name)
        elif node == "":
            continue
        elif name == SAME and isinstance(node, str | list):
            yield from _same(facts, [node] if isinstance(node, str) else node)
        elif name == MEANS and isinstance(node, dict):
            yield from _means(facts, node)
        else:
            yield _no_list(facts, (name,))


def _means(facts: Facts, node: dict[str, Node]) -> Iterator[_Line | Problem]:
    for typed, said in node.items():
        path = (MEANS, typed)
        left, right = _words(typed), _words(said)
        if not left or not right:
            yield _one_side(facts, path)
            continue
        if itself := [word for word in left if word in right]:
            yield _means_itself(facts, path, itself[0])
        if max(len(left), len(right)) > MOST_WORDS:
            yield _too_many(facts, path)
        pairs = product(left[:MOST_WORDS], right[:MOST_WORDS])
        yield _Line(path, [(one, other) for one, other in pairs if one != other])


def _same(facts: Facts, items: list[Node]) -> Iterator[_Line | Problem]:
    for place, item in enumerate(items):
        path = (SAME, place)
        words = _words(item)
        different = list(dict.fromkeys(words))
        if len(words) > len(different):
            again = next(word for word in words if words.count(word) > 1)
            yield _means_itself(facts, path, again)
        elif len(words) < 2:
            yield _one_side(facts, path)
        if len(different) > MOST_WORDS:
            yield _too_many(facts, path)
        yield _Line(path, list(permutations(different[:MOST_WORDS], 2)))


def _words(node: Node) -> list[str]:
    """Return the words on one side of a line, folded; several words may belong together."""
    if isinstance(node, dict):
        return []
    texts: Iterable[str] = _COMMA.split(node) if isinstance(node, str) else _texts(node)
    return [folded for text in texts if (folded := folded_text(text))]


def _texts(nodes: list[Node]) -> list[str]:
    return [text for node in nodes if isinstance(node, str) for text in _COMMA.split(node)]


def _of_this_list(problem: Problem) -> Problem:
    """Return what was said of a line as of one of an entry, so that it is true of this list."""
    if problem.rule == "keys-once":
        return replace(problem, fix="Put what both say on one line, with a comma between.")
    if problem.rule == "not-understood" and not problem.corrected:
        message = "Lines of this list have words on both sides of a colon, or begin with a dash."
        return replace(problem, rule="synonyms-listed", message=message, fix=_SUCH_AS)
    return problem


_SUCH_AS = (
    "Write lines such as “lonely: company” below “means:”, two spaces in, "
    "and lines such as “- mosque, masjid” below “same:”."
)


def _no_list(facts: Facts, path: KeyPath) -> Problem:
    message = "Nothing here was read, because it is not in lines of the right sort."
    return facts.problem(path, "synonyms-listed", message, fix=_SUCH_AS)


def _unknown_part(facts: Facts, name: str) -> Problem:
    near = nearest(name, PARTS)
    message = f"“{shortened(name)}” is no part of this list."
    fix = f"Did you mean “{near}”?" if near else _BELOW
    return facts.problem((name,), "synonyms-known", message, fix=fix)


_BELOW = "If it is a word that people type, put the line below “means:”, two spaces in."


def _one_side(facts: Facts, path: KeyPath) -> Problem:
    message = "This line has words on one side only, so it was left out."
    fix = "Write what people type, a colon and what the guide says, such as “lonely: company”."
    if path[0] == SAME:
        fix = "Write words that mean the same with commas between, such as “- mosque, masjid”."
    return facts.problem(path, "synonyms-two-sides", message, fix=fix)


def _means_itself(facts: Facts, path: KeyPath, word: str) -> Problem:
    message = f"“{shortened(word)}” stands for itself here, which changes nothing."
    fix = "Capitals, accents and marks make no difference. Leave one of the two out."
    return facts.problem(path, "synonyms-differ", message, fix=fix)


def _too_many(facts: Facts, path: KeyPath) -> Problem:
    message = f"Of one line, {MOST_WORDS} words are used on each side, and no more."
    return facts.problem(path, "list-length", message, fix="Leave out those that nobody types.")


def _full(facts: Facts, path: KeyPath) -> Problem:
    message = f"There are {MOST_PAIRS:,} pairs of words above. From here on nothing was read."
    return facts.problem(path, "list-length", message, fix="Delete the lines that nobody needs.")


def _said_before(
    facts: Facts, line: _Line, known: dict[tuple[str, str], KeyPath]
) -> Iterator[Problem]:
    """Yield a problem where a line says nothing that lines above it have not said."""
    if not line.pairs or not all(pair in known for pair in line.pairs):
        return
    above = facts.marks[known[line.pairs[0]]].key_line
    message = f"This says the same as line {above}."
    fix = "Delete one of the two lines."
    yield facts.problem(line.path, "synonyms-once", message, fix=fix)
