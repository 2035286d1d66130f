"""A safe space's title, and the names of its file and photo, do not say what it is for.

They stand on screens, in lists of visited pages, and in the guide's lists. So a loud one keeps the
entry out: renaming it takes a minute, and once it was published it stands in histories for good.
"""

from __future__ import annotations

import re
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from doorstep.patterns import alternatives, late_pattern
from doorstep.safe_spaces import QUIET_RULE, unquoted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from doorstep.drafts import Draft
    from doorstep.entries import Entry
    from doorstep.problems import Problem

_WORDS = alternatives(
    r"abus(?:e[drs]?|ive|ers), (?:non)?violen(?:ce|t), perpetrators?, refuges?, rap(?:e[drs]?|ist)"
    r", survivors?, surviving, victims?, traffick\w*, slavery, safe ?houses?, domestic, assault\w*"
    r", harass\w*, stalk\w*, coerci\w*, forced marriages?, honou?r ?based, fgm, escap\w*"
    r", flee(?:ing)?, fled, in hiding, secret, hidden, molest\w*, incest, batter(?:ed|er), sexual"
    r", sex work\w*, trauma\w*, suicid\w*, self ?harm\w*, addict\w*, alcohol\w*, drugs?, overdose"
    r", hiv, abortions?, lgbt\w*, gay, lesbians?, bisexual, trans(?:gender)?, queer, coming out"
    r", asylum, undocumented, deport\w*, women'?s aid, safe ?spaces?, non ?binary, rehab\w*"
    r", eating disorders?, miscarr\w*"
)
LOUD = late_pattern(rf"\b(?:{_WORDS})\b", re.IGNORECASE)
"""Words that say what somebody is afraid of, has been through, or keeps to themselves."""

_INSTEAD = "Screens and lists of visited pages show it. Choose a quiet one, such as"


def check(draft: Draft) -> Iterator[Problem]:
    """Yield a problem for every name of a safe space that says what it is for."""
    for entry in draft.entries:
        if entry.sensitive:
            yield from _loud(entry)


def _loud(entry: Entry) -> Iterator[Problem]:
    if _tells(entry.title):
        yield _told(entry, "title", "its title", "A group for women")
    if _tells(entry.slug):
        yield _told(entry, "slug", "the name of its file", "a-group-for-women")
    if entry.image and _tells(PurePosixPath(entry.image.file).stem):
        yield _told(entry, "image", "the name of its photo", "room.jpg")


def _tells(name: str) -> bool:
    return LOUD.search(re.sub(r"[-_. ]+", " ", name.replace("’", "'"))) is not None


def _told(entry: Entry, key: str, what: str, example: str) -> Problem:
    message = f"This is a safe space, and {what} says what it is for."
    fix = f"{_INSTEAD} “{example}”."
    return unquoted(entry.problem_at(key, rule=QUIET_RULE, message=message, fix=fix))
