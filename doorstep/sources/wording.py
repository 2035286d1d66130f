"""What is wrong with a line of facts -> the words for it, and the line as it should be."""

from __future__ import annotations

from doorstep.patterns import late_pattern
from doorstep.sources.marks import Finding
from doorstep.sources.texts import EDGES
from doorstep.sources.values import RESERVED, Remark, refused_words

_EQUALS = late_pattern(r"(\s*[A-Za-z][A-Za-z_ -]{0,30}?)\s*=\s*(\S.*)")
_OPTIONS = 3


def remark_as_finding(remark: Remark, line: int, column: int, text: str, typed: str) -> Finding:
    """Return a remark on a value, which begins at this column of its line, as a finding."""
    is_long = "\n" in text.strip()
    before = text[: remark.position]
    below = before.count("\n")
    at = len(before) - before.rfind("\n") if below else column + remark.position + 1
    fix, corrected = remark.fix, ""
    if remark.instead and not is_long:
        corrected = typed[:column] + remark.instead
    elif remark.instead:
        fix = "Put quotation marks round all of it."
    return Finding(line + below, at, remark.rule, remark.message, fix, corrected, remark.level)


def mixed_tabs(line: int) -> Finding:
    """Say that a line begins with both tabs and spaces."""
    return Finding(
        line,
        1,
        "indentation",
        "Tabs and spaces are mixed at the start of this line.",
        "Start it with spaces only, as many as the line it belongs with.",
    )


def misplaced_line(line: int, column: int, columns: list[tuple[int, int]]) -> Finding:
    """Say that a line begins where no other line does; columns are those of lines above it."""
    choices = [
        f"{_spaces(spaces)} like line {above}"
        for spaces, above in sorted(dict(columns).items())[:_OPTIONS]
    ]
    return Finding(
        line,
        column + 1,
        "indentation",
        "This line starts with more or fewer spaces than any line it could belong with.",
        f"Start it with {', or with '.join(choices)}.",
    )


def misplaced_item(line: int, column: int, columns: list[tuple[int, int]]) -> Finding:
    """Say that a line with a dash has no list to belong to, or two."""
    if len(columns) > 1:
        return misplaced_line(line, column, columns)
    return Finding(
        line,
        column + 1,
        "not-understood",
        "This line starts with a dash, but no list begins above it.",
        "Put the name of the list and a colon on the line above, such as “topics:”.",
    )


def not_a_fact(line: int, column: int, typed: str) -> Finding:
    """Say that a line is no fact, with the nearest line that would be one."""
    words = typed.strip(EDGES)
    if RESERVED.fullmatch(words):
        message, _ = refused_words(words)
        return Finding(line, column + 1, "plain-words", message)
    if found := _EQUALS.fullmatch(typed.rstrip(EDGES)):
        message = "A colon is needed between the name of a fact and what it says."
        right = f"{found[1]}: {found[2]}"
        return Finding(line, column + 1, "not-understood", message, corrected=right)
    return Finding(
        line,
        column + 1,
        "not-understood",
        "This line does not say what it is about: it has no name with a colon, like “title:”.",
        "If it carries on the line above, start it with two spaces. "
        "If it is the text below the facts, put --- on a line above it.",
    )


def unclosed_bracket(line: int, column: int, text: str, typed: str) -> Finding:
    """Say that a list in brackets has no end."""
    closing = "]" if text[0] == "[" else "}"
    return Finding(
        line,
        column + 1,
        "not-understood",
        f"The bracket {text[0]} is never closed.",
        f"Put {closing} after the last of them.",
        typed.rstrip(EDGES) + closing if "\n" not in text else "",
    )


def _spaces(number: int) -> str:
    if number == 0:
        return "no spaces,"
    return f"{number} space," if number == 1 else f"{number} spaces,"
