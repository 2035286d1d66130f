"""An entry and what it is to say -> the whole text of its file, read back to be sure."""

from __future__ import annotations

import re
from contextlib import suppress
from typing import TYPE_CHECKING

from doorstep.importers.entry_text import entry_text, facts_text
from doorstep.importers.issue_form.in_place import (
    Edit,
    FactLines,
    InDoubt,
    edited,
    lines_of,
)
from doorstep.sources import read_bytes

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from doorstep.forms.answers import Facts
    from doorstep.kinds import Kind
    from doorstep.sources import Node, Source

_FENCE = re.compile(r"\s?(?:[-–—]{2,}|[–—]|\.\.\.)\s*")


def rewritten(raw: bytes, source: Source, facts: Facts, body: str) -> str | None:
    """Return a file's text with an entry that says this; all else in it stays as it was.

    None where no way of writing it down reads as it was meant, which the words themselves can
    be the reason for.
    """
    text, mark = _text_of(raw)
    for new in _ways(text, source, facts, body):
        if _reads_as_meant(mark + new, raw, source, facts, body):
            return mark + new
    return None


def written_anew(file: str, kind: Kind, facts: Facts, body: str) -> str | None:
    """Return the text of a new entry's file, or None where it would not read as it was meant."""
    text = entry_text(facts, body)
    sources = read_bytes(text.encode(), file, kind).sources
    is_meant = bool(sources) and _says(sources[0], facts, body)
    return text if is_meant else None


def _text_of(raw: bytes) -> tuple[str, str]:
    """Return the words of a file, and the mark before them that some computers write."""
    text = raw.decode("utf-16" if raw.startswith((b"\xff\xfe", b"\xfe\xff")) else "utf-8")
    words = text.lstrip("\ufeff")
    return words, text[: len(text) - len(words)]


def _ways(text: str, source: Source, facts: Facts, body: str) -> Iterator[str]:
    """Yield new texts: first the one that touches the fewest lines, last one that is all new."""
    is_markdown = source.file.casefold().endswith(".md")
    with suppress(InDoubt):
        yield (_markdown if is_markdown else _all_facts)(text, source, facts, body)
    if is_markdown:
        yield entry_text(_said(facts), body.strip())
    else:
        yield _item_anew(text, source, facts, body)


def _markdown(text: str, source: Source, facts: Facts, body: str) -> str:
    lines = tuple(lines_of(text))
    at = min(source.body_line - 1, len(lines))
    is_fenced = 0 < at <= len(lines) and _FENCE.fullmatch(lines[at - 1]) is not None
    edits = FactLines(source, lines, at - is_fenced).edits(source.front_matter, facts)
    if body.strip() != source.body.strip():
        gap = _blank_lines(source.body) if source.body.strip() else "\n"
        fence = "" if is_fenced else "---\n"
        edits.append(Edit(at, len(lines), f"{fence}{gap}{body}\n" if body else fence))
    return edited(text, edits)


def _blank_lines(body: str) -> str:
    return "\n" * (len(body) - len(body.lstrip("\n")))


def _all_facts(text: str, source: Source, facts: Facts, body: str) -> str:
    lines = tuple(lines_of(text))
    before = {**source.front_matter, "body": source.body}
    after = {**facts, "body": body if body.strip() != source.body.strip() else source.body}
    return edited(text, FactLines(source, lines, _end_of_item(source, lines)).edits(before, after))


def _end_of_item(source: Source, lines: tuple[str, ...]) -> int:
    """Return where the next entry of a list begins, or where the file ends."""
    lead = lines[source.first_line - 1]
    if not lead.lstrip().startswith("- "):
        closing = (n for n, line in enumerate(lines) if n > 0 and _FENCE.fullmatch(line))
        return next(closing, len(lines))
    dash = lead[: len(lead) - len(lead.lstrip())] + "-"
    following = (
        place
        for place in range(source.first_line, len(lines))
        if lines[place].startswith(dash) or _FENCE.fullmatch(lines[place])
    )
    return next(following, len(lines))


def _item_anew(text: str, source: Source, facts: Facts, body: str) -> str:
    lines = tuple(lines_of(text))
    is_item = lines[source.first_line - 1].lstrip().startswith("- ")
    told: Facts = _said({**facts, "body": body})
    if not is_item:
        slug: Facts = {"slug": source.slug} if ("slug",) in source.marks else {}
        return facts_text({**slug, **told})
    first, *others = facts_text({"slug": source.slug, **told}).splitlines()
    item = "".join([f"- {first}\n", *(f"  {line}".rstrip() + "\n" for line in others)])
    start, end = source.first_line - 1, _end_of_item(source, lines)
    return edited(text, [Edit(start, end, item)])


def _reads_as_meant(
    text: str, raw: bytes, source: Source, facts: Mapping[str, Node], body: str
) -> bool:
    """Say whether the file says this of the entry, and of all others what it said before."""
    try:
        written = text.encode()
    except UnicodeEncodeError:
        return False
    now = {one.slug: one for one in read_bytes(written, source.file, source.kind).sources}
    before = {one.slug: one for one in read_bytes(raw, source.file, source.kind).sources}
    if now.keys() != before.keys() or any(
        (now[slug].front_matter, now[slug].body) != (one.front_matter, one.body)
        for slug, one in before.items()
        if slug != source.slug
    ):
        return False
    return _says(now[source.slug], facts, body)


def _says(source: Source, facts: Mapping[str, Node], body: str) -> bool:
    is_told = _said(source.front_matter) == _said(facts)
    return is_told and source.body.strip() == body.strip()


def _said(facts: Mapping[str, Node]) -> dict[str, Node]:
    """Return facts without those that say nothing."""
    return {key: node for key, node in facts.items() if node not in ("", [], {})}
