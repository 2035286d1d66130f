"""One value as a person typed it -> the same value as YAML has to see it, and what to say of it."""

from __future__ import annotations

import re

from msgspec import Struct

from doorstep.patterns import late_pattern
from doorstep.problems import Level
from doorstep.sources.marks import shortened
from doorstep.sources.texts import EDGES


class Edit(Struct, frozen=True):
    """Put this text, which has as many lines, in the place of what stands from start to end."""

    start: int
    end: int
    text: str


class Remark(Struct, frozen=True):
    """What to say about a place in a value; `instead` is the whole value as it should be typed."""

    position: int
    rule: str
    message: str
    instead: str = ""
    fix: str = ""
    level: Level = Level.ERROR


class Value(Struct, frozen=True):
    """How far a value reaches in the text it was found in, and what to do about it."""

    end: int
    edits: tuple[Edit, ...] = ()
    remarks: tuple[Remark, ...] = ()

    @property
    def has_open_quotes(self) -> bool:
        """Whether it was read without the end of something in quotation marks."""
        return any(remark.rule == "quotes-closed" for remark in self.remarks)

    @classmethod
    def nothing(cls, text: str, *remarks: Remark) -> Value:
        """Return the value of a text that cannot be read: its lines, empty."""
        return cls(len(text), (Edit(0, len(text), "\n" * text.count("\n")),), remarks)


NEEDS_QUOTES = late_pattern(
    r"[\[\]{},#&*!|>'\"%@`]|[-?:](?:\s|$)|\.\.\.$|(?s:.*?)(?::(?:\s|$)|\s#)",
)
"""Plain words that YAML would not take for the plain words they are."""

_ORDINARY = late_pattern(r"[\w£€+(](?:[^#:\n]|:(?=\S))*(?<=[\w.)])")
"""Plain words as nearly everyone types them: a quick way past all the questions."""

RESERVED = late_pattern(r"!!\S.*|!<.*|!\S+\s+\S.*|&\S.*|\*[^\s*][^*]*", re.DOTALL)
"""Tags, anchors and aliases: YAML's way to name, copy and run things."""

DOUBLE_QUOTED = late_pattern(r'"(?>(?:[^"\\]|\\.)*)"', re.DOTALL)
SINGLE_QUOTED = late_pattern(r"'(?>(?:[^']|'')*)'")
_CURLY = late_pattern(r"“([^“”]*)”|‘((?:[^‘’]|’(?=\w))*)’")
_ESCAPES = late_pattern(
    r'"(?:[^"\\]|\\(?:[0abt\tnvfre "/\\N_LP\n]|x[\da-fA-F]{2}|u(?![dD][89a-fA-F])[\da-fA-F]{4}'
    r'|U(?:0000(?![dD][89a-fA-F])|000[1-9a-fA-F]|0010)[\da-fA-F]{4}))*"'
)
_APOSTROPHE = late_pattern(
    r"'(?:tis|twas|twere|twill|til|till|n|em|er|cause|cos|coz|bout|round|ave|ow|ere|ello|\d0s)\b",
    re.IGNORECASE,
)
_HASH = late_pattern(r"(?:(?<!\s)\s+|^)#(\s|$)?")
_WHOLE_VALUE = late_pattern(
    r"[£€$+(]?\d[\d\s.,:/()+-]*(?:am|pm)?|yes|no|not known|true|false|free", re.IGNORECASE
)


def quoted(words: str) -> str:
    """Return words between marks that make YAML read them as they are."""
    return "'" + words.replace("'", "''") + "'"


def quoted_for_people(words: str) -> str:
    """Return words between the quotation marks that people know best, where those are safe."""
    return quoted(words) if '"' in words or "\\" in words else f'"{words}"'


def is_closed(text: str) -> bool:
    """Say whether the quotation mark that a text begins with is closed in it."""
    pattern = DOUBLE_QUOTED if text[0] == '"' else SINGLE_QUOTED
    return pattern.match(text) is not None


def starts_with_apostrophe(text: str) -> bool:
    """Say whether the first mark is part of a word, as in 'Tis the season."""
    return _APOSTROPHE.match(text) is not None


def without_curly_marks(words: str) -> str:
    """Return words without the curly quotation marks that stand round all of them."""
    found = _CURLY.fullmatch(words)
    return (found[1] or found[2] or "").strip(EDGES) if found else words


def split_comment(line: str) -> tuple[str, str]:
    """Return what a line says, and the remark for editors after a #, if it has one."""
    for found in _HASH.finditer(line):
        at = found.start()
        # Nothing longer is a whole value, and a long line may have thousands of marks.
        if found[1] is not None or (at < 40 and _WHOLE_VALUE.fullmatch(line[:at])):
            return line[:at], line[at:]
    return line, ""


def plain_value(text: str) -> Value:
    """Read words without quotation marks, on one line or several."""
    if _ORDINARY.fullmatch(text):
        return Value(len(text))
    lines = text.split("\n")
    split = [split_comment(line) for line in lines]
    words = "\n ".join(words.strip(EDGES) for words, _ in split)
    remarks = [remark for remark in (_refusal(words), _hash_remark(text, split)) if remark]
    meant = without_curly_marks(words)
    if not words.strip():
        words = "\n" * (len(lines) - 1)
    elif meant != words or len(lines) > 1 or NEEDS_QUOTES.match(words):
        words = quoted(meant)
    edits = () if words == text else (Edit(0, len(text), words),)
    return Value(len(text), edits, tuple(remarks))


def quoted_value(text: str) -> Value | None:
    """Read words between straight quotation marks; None when they only look as if they were."""
    is_double = text[0] == '"'
    found = (DOUBLE_QUOTED if is_double else SINGLE_QUOTED).match(text)
    if found is None:
        return None if starts_with_apostrophe(text) else _unclosed(text)
    rest = text[found.end() :].partition("\n")[0]
    if rest.strip(EDGES) and not re.match(r"\s+#|[\s\ufeff]*$", rest):
        return None
    end = found.end() + len(rest)
    edits = [] if not rest else [Edit(found.end(), end, "")]
    if is_double and not _ESCAPES.fullmatch(found[0]):
        edits.insert(0, Edit(0, found.end(), quoted(found[0][1:-1])))
    remark = _hash_remark(text[:end], [(found[0], rest)]) if re.match(r"\s+#\S", rest) else None
    return Value(end, tuple(edits), (remark,) if remark else ())


def refused_words(words: str) -> tuple[str, str]:
    """Return what is wrong with words that YAML would copy or run, and the words to type."""
    mark = "!!" if words.startswith("!!") else words[0]
    message = (
        f"Words that begin with “{mark}” are not read as plain words here. "
        "Put them in quotation marks, or leave the marks out."
    )
    return message, quoted_for_people(" ".join(words.split()))


def _refusal(words: str) -> Remark | None:
    if not RESERVED.fullmatch(words):
        return None
    message, instead = refused_words(words)
    return Remark(0, "plain-words", message, instead)


def _unclosed(text: str) -> Value:
    mark, line = text[0], text.split("\n")[0].rstrip(EDGES)
    message = f"The quotation mark {mark} is never closed."
    instead = "" if "\n" in text.strip() else line + mark
    fix = "" if instead else f"Put {mark} where the words end."
    remark = Remark(0, "quotes-closed", message, instead, fix)
    words = quoted(text[1:].strip(EDGES))
    return Value(len(text), (Edit(0, len(text), words),), (remark,))


def _hash_remark(text: str, split: list[tuple[str, str]]) -> Remark | None:
    if "#" not in text:
        return None
    words = " ".join(words.strip(EDGES) for words, _ in split)
    said = next((comment for _, comment in split if comment), "")
    if found := re.search(r"(?:^|\s)(#\S.*)", words):
        message = f"“{shortened(found[1])}” was read as part of the text, not as a remark."
        position = text.find(found[1][:2])
        return _hash_note(position, message, quoted_for_people(words))
    if not said or _is_clearly_aside(words, said):
        return None
    message = f"“{shortened(said)}” is a remark for editors and is not shown."
    whole = " ".join(line.strip(EDGES) for line in text.split("\n"))
    return _hash_note(text.index("#"), message, _with_remark(whole, words))


def _with_remark(whole: str, words: str) -> str:
    rest = whole.removeprefix(words)
    bare = words[1:-1] if words[:1] in {"'", '"'} else words
    return quoted_for_people(bare + rest)


def _hash_note(position: int, message: str, instead: str) -> Remark:
    return Remark(position, "hash-in-text", message, instead, level=Level.NOTE)


def _is_clearly_aside(words: str, comment: str) -> bool:
    gap = len(comment) - len(comment.lstrip())
    is_spaced = comment.lstrip().startswith(("# ", "#\t")) or comment.strip() == "#"
    return not words or gap > 1 or (is_spaced and _WHOLE_VALUE.fullmatch(words) is not None)
