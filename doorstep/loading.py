"""site.yaml and content/ -> the settings, a Draft of every entry, and what is wrong with them."""

from __future__ import annotations

from datetime import date
from functools import partial
from itertools import chain
from pathlib import PurePath
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from msgspec import Struct
from msgspec.structs import replace
from pydantic import ValidationError

from doorstep.area_map.area_file import read_area_map
from doorstep.caching import FORGETFUL, opened
from doorstep.config import SiteConfig
from doorstep.do_not_list import read_do_not_list
from doorstep.drafts import Draft
from doorstep.fields import ReadingContext, folded
from doorstep.kinds import Kind
from doorstep.limits import SECONDS
from doorstep.markdown import Rendered, render
from doorstep.patterns import late_pattern
from doorstep.permalinks import Permalinks, entry_path
from doorstep.private_details.finding import beyond_suspicion
from doorstep.private_details.known import Known
from doorstep.problems import Level, Problem
from doorstep.reading import problems_of, read_entry
from doorstep.safe_spaces import discreet, may_be_safe_space, secrets_in_unread
from doorstep.search.synonyms_file import read_synonyms
from doorstep.slugs import slugified
from doorstep.sources import Found, Reading, find_files, read_file
from doorstep.stopwatch import TooSlow, minded, stopwatch
from doorstep.workers import shared

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from pathlib import Path

    from doorstep.caching import FileCache
    from doorstep.entries import Entry
    from doorstep.sources import Source

_NAMED_IN_LIST = late_pattern(r"\bslug\s*:\s*[\"']?([a-z0-9][a-z0-9-]*)")


class Loaded(Struct, frozen=True):
    """What came of reading a file."""

    read: tuple[tuple[Entry, Rendered], ...]
    """The entries that could be read, with their bodies as HTML."""
    left_out: tuple[tuple[str, str], ...]
    """Slug and file of each entry that could not."""
    problems: tuple[Problem, ...]
    """What has to be mended."""
    beyond_suspicion: frozenset[tuple[str, int]] = frozenset()
    """Where entries are written that hold no private detail, whatever else is in the guide."""

    @property
    def is_lasting(self) -> bool:
        """Say whether the same file gives the same another time; a busy computer may be slow."""
        return all(problem.rule != SECONDS.rule for problem in self.problems)


def read_config(path: Path, *, url: str | None = None) -> tuple[SiteConfig | None, list[Problem]]:
    """Return what site.yaml says, or None and what has to be mended first.

    `url` is where the guide is published, instead of what the settings say.
    """
    # A page's reader does: the settings are one mapping of keys, as forgiving as any entry.
    reading = read_file(path, path.name or str(path), Kind.PAGE)
    if not reading.sources:
        return None, list(reading.problems)
    source = reading.sources[0]
    try:
        instead = {"url": url} if url else {}
        config = SiteConfig.of(source, ReadingContext(date.min), **instead)
    except ValidationError as reasons:
        return None, [*reading.problems, *problems_of(reasons, source, SiteConfig)]
    return config, list(reading.problems)


def context_for(config: SiteConfig, today: date) -> ReadingContext:
    """Return what the fields of entries need to know of this guide."""
    return ReadingContext(
        today=today,
        relative_dates=config.example,
        help_phone=config.help_line.name_and_number,
        vocabularies={
            "topic": _vocabulary((topic.id, topic.label) for topic in config.topics),
            "area": _vocabulary((area.id, area.label) for area in config.areas),
            "audience": _vocabulary((audience.id, audience.label) for audience in config.audiences),
        },
    )


def _vocabulary(pairs: Iterable[tuple[str, str]]) -> dict[str, str]:
    listed = list(pairs)
    return {folded(label): one for one, label in listed} | {folded(one): one for one, _ in listed}


def kept_entries(config: SiteConfig, content: Path, today: date) -> FileCache[Loaded]:
    """Return what remembers what was read with these settings, on this day."""
    return opened(content, today.isoformat(), config.as_json())


def load_draft(
    config: SiteConfig,
    content: Path,
    today: date,
    jobs: int,
    *,
    cache: FileCache[Loaded] = FORGETFUL,
) -> tuple[Draft, list[Problem]]:
    """Return every entry that can be read, and what is wrong with the files, one by one."""
    files, problems = find_files(content)
    area_map, unread_map = read_area_map(content, config.centre.position)
    synonyms, odd_synonyms = read_synonyms(content)
    do_not_list = read_do_not_list(content)
    context = context_for(config, today)
    permalinks = Permalinks.under(config.url)
    alone = Known(config, (), today)

    def load(found: Found) -> Loaded:
        loaded = _load(found, context, permalinks)
        entries = [entry for entry, _ in loaded.read]
        return replace(loaded, beyond_suspicion=beyond_suspicion(entries, alone))

    loaded = list(_load_all(files, load, jobs, cache))
    read = [pair for part in loaded for pair in part.read]
    left_out = _left_out(problems, loaded)
    draft = Draft(
        config=config,
        content=content,
        entries=tuple(entry for entry, _ in read),
        bodies={entry.origin: body for entry, body in read},
        left_out=dict(left_out),
        lost=len(left_out),
        today=today,
        area_map=area_map,
        synonyms=synonyms,
        do_not_list=do_not_list,
        beyond_suspicion=frozenset().union(*(part.beyond_suspicion for part in loaded)),
    )
    of_entries = (problem for part in loaded for problem in part.problems)
    beside = (*unread_map, *odd_synonyms, *do_not_list.problems)
    return draft, [*problems, *beside, *of_entries]


def _left_out(problems: Iterable[Problem], loaded: Iterable[Loaded]) -> list[tuple[str, str]]:
    """Return slug and file of everything that could not be read."""
    files = (problem.file for problem in _errors(problems))
    unopened = ((slugified(PurePath(file).stem), file) for file in files)
    return [*unopened, *(pair for part in loaded for pair in part.left_out)]


def _load_all(
    files: Sequence[Found],
    load: Callable[[Found], Loaded],
    jobs: int,
    cache: FileCache[Loaded],
) -> Iterator[Loaded]:
    """Yield what comes of reading each file, in their order, as far as it is not known yet."""
    known = cache.known({found.file: found.path for found in files})
    unread = [found for found in files if found.file not in known]

    def load_share(share: Sequence[Found]) -> list[Loaded]:
        with minded():
            return [load(found) for found in share]

    shares = shared(load_share, unread, jobs)
    made = dict(zip((found.file for found in unread), chain.from_iterable(shares), strict=True))
    cache.keep({file: loaded for file, loaded in made.items() if loaded.is_lasting})
    loaded = known | made
    yield from (loaded[found.file] for found in files)


def _load(found: Found, context: ReadingContext, permalinks: Permalinks) -> Loaded:
    phone = context.help_phone
    reading = _read_in_time(found)
    typed = _as_typed(reading)
    is_quiet = may_be_safe_space(typed)
    problems = list(discreet(reading.problems, phone) if is_quiet else reading.problems)
    # Where some entries of a list were read, nobody can tell whose words the others are.
    problems += () if reading.sources else _secrets_in_time(found, typed, phone)
    left_out = [(slug, found.file) for slug in _unread(found, reading, typed)]
    read: list[tuple[Entry, Rendered]] = []
    odd: list[Problem] = []
    for source in reading.sources:
        entry, body, wrong = _rendered_in_time(source, context, permalinks)
        odd += wrong
        if entry is None or body is None:
            left_out.append((source.slug, source.file))
        else:
            read.append((entry, body))
    # Asked once a file: all entries of a list have all its lines.
    is_quiet = bool(odd) and may_be_safe_space("\n".join(reading.sources[0].lines))
    problems += discreet(odd, phone) if is_quiet else odd
    return Loaded(tuple(read), tuple(left_out), tuple(problems))


_TOO_SLOW = f"The computer needs more than {SECONDS.most} seconds to read this."


def _read_in_time(found: Found) -> Reading:
    try:
        with stopwatch(SECONDS.most):
            return read_file(found.path, found.file, found.kind)
    except TooSlow:
        return Reading((), (_too_slow(found),))


def _secrets_in_time(found: Found, typed: str, phone: str) -> list[Problem]:
    try:
        with stopwatch(SECONDS.most):
            return secrets_in_unread(found.file, typed, phone)
    except TooSlow:
        return [_too_slow(found)]


def _too_slow(found: Found) -> Problem:
    about, rule = found.path.stem, SECONDS.rule
    return Problem(found.file, 1, 1, Level.ERROR, rule, _TOO_SLOW, SECONDS.fix, about=about)


def _rendered_in_time(
    source: Source, context: ReadingContext, permalinks: Permalinks
) -> tuple[Entry | None, Rendered | None, list[Problem]]:
    """Return an entry and its body as HTML, or why there is none."""
    try:
        with stopwatch(SECONDS.most):
            entry, wrong = read_entry(source, context)
            link = partial(published_link, permalinks)
            return entry, render(entry.body, link=link) if entry else None, wrong
    except TooSlow:
        return None, None, [source.problem((), SECONDS.rule, _TOO_SLOW, fix=SECONDS.fix)]


def _as_typed(reading: Reading) -> str:
    """Return the words of a file that something is wrong with, near enough to look for some."""
    if not any(problem.source_line for problem in reading.problems):
        return ""
    # Whatever the encoding, the letters of our words are single bytes, with or without zeros.
    return reading.raw.replace(b"\0", b"").decode("utf-8", "replace")


def _unread(found: Found, reading: Reading, typed: str) -> list[str]:
    """Return the slugs of what a file holds beside the entries that were read."""
    if not _errors(reading.problems):
        return []
    is_list = found.path.suffix.casefold() != ".md"
    named = _NAMED_IN_LIST.findall(typed) if is_list else []
    read = {source.slug for source in reading.sources}
    return [slug for slug in named if slug not in read] or [found.path.stem]


def _errors(problems: Iterable[Problem]) -> list[Problem]:
    return [problem for problem in problems if problem.level is Level.ERROR]


def published_link(permalinks: Permalinks, address: str) -> str:
    """Return the address to publish for one as written: /groups/tea is below the guide's root."""
    if not address.startswith("/") or address.startswith("//"):
        return address
    parts = urlsplit(address)
    path = parts.path.strip("/")
    folder, _, slug = path.partition("/")
    if folder == Kind.PAGE.folder:
        # Plain pages are kept in pages/ and published under about/.
        path = entry_path(Kind.PAGE, slug or "about").strip("/")
    is_file = path == "" or "." in path.rpartition("/")[2]
    return permalinks.href(parts._replace(path=path if is_file else f"{path}/").geturl())
