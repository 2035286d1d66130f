"""Words -> the e-mail addresses in them that look like one person's own."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from doorstep.patterns import late_pattern

if TYPE_CHECKING:
    from collections.abc import Iterator

_FREE_MAIL = late_pattern(
    r"(?:gmail|googlemail|outlook|hotmail|live|msn|yahoo|ymail|icloud|aol|gmx|proton|protonmail"
    r"|zoho|yandex|tutanota|rediffmail)(?:\.[a-z]{2,3}){1,2}"
    r"|(?:rocketmail|me|mac|btinternet|btopenworld|sky|talktalk|virginmedia|ntlworld|blueyonder"
    r"|plusnet|plus|tiscali|tesco|o2|orange|fsmail|mail|email|pm|fastmail|zen|hey|tuta|wp|onet"
    r"|interia|seznam|web|libero|laposte|free|abv|ukr|qq|163)"
    r"\.(?:com|net|org|co|me|ie|uk|co\.uk|net\.uk|de|fr|es|it|pl|ro|in|pk|ru|cz|bg)"
)
"""Hosts where anybody can have an address."""

_ADDRESS = late_pattern(r"@(?<=([A-Za-z0-9]@))[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+")
_LOCAL = late_pattern(r"[A-Za-z0-9._+'’-]{1,64}\Z")
_LONGEST_LOCAL = 64
_SAID_AT = late_pattern(
    r"\s?[\[({]\s?at\s?[\])}]\s?|(?<=[a-z0-9])\s+at\s+(?=\w+(?:\.|\s+dot\s+)\w)", re.IGNORECASE
)
_SAID_DOT = late_pattern(
    r"\s?[\[({]\s?dot\s?[\])}]\s?|(?<=[a-z0-9])\s+dot\s+(?=[a-z])", re.IGNORECASE
)
_HIDDEN = (
    *(" dot ", " DOT ", "(dot", "[dot", "{dot"),
    *(" AT ", "(at", "[at", "{at", "( at", "[ at", "{ at", " at btinternet."),
    *(" at gmail.", " at hotmail.", " at outlook.", " at yahoo.", " at icloud.", " at live."),
)
_BETWEEN_NAMES = late_pattern(r"[._+-]+|(?<=[a-z])(?=[A-Z])")
_A_NAME = late_pattern(r"[a-z]+[0-9]{0,4}")
_WITH_YEAR = late_pattern(r"[a-z]{3,}[._-]?(?:19[0-9]{2}|20[0-2][0-9]|[0-9]{2})")
_ROLES = frozenset(
    """
    info hello contact enquiries enquiry inquiries mail post office admin administrator secretary
    chair chairman chairperson treasurer clerk bookings booking reception receptionist team help
    helpline support friends club group society association centre center community council church
    parish hall school nursery library sport sports coach coaching football rugby tennis cricket
    bowls bowling running athletics swim swimming dance choir music arts garden gardens allotment
    allotments park project trust charity forum news editor web webmaster volunteer volunteers
    volunteering membership members committee events classes lessons training youth juniors kids
    playgroup toddlers scouts guides men mens women womens ladies the and of for at manager
    coordinator coordinators services service advice connect network local uk cafe bank food
    foodbank repair walk walking walkers book books party parents carers seniors warm warmspace
    yoga crafts tea talk lunch knit natter swap
    """.split()  # noqa: SIM905 - a list to be read as one
)
"""Words in the addresses of groups."""

_LONG_ROLES = tuple(sorted(role for role in _ROLES if len(role) > 4))
"""Those that say so within a longer word too."""


class Owner(NamedTuple):
    """Whose entry an address stands in."""

    names: frozenset[str]
    """Words of its title, its slug and the group that runs it."""
    is_neighbours_own: bool
    """Whether it is one person's offer, where an address at work is private as well."""


def may_have_email(text: str) -> bool:
    """Say whether there is anything in a text that could be an e-mail address."""
    return "@" in text or _is_hidden(text)


def _is_hidden(text: str) -> bool:
    return any(sign in text for sign in _HIDDEN)


def emails_in(text: str, owner: Owner) -> Iterator[int]:
    """Yield the lines that have one person's own e-mail address."""
    words = _spelled(text)
    verdicts: dict[tuple[str, str], bool] = {}  # a page full of one address is asked once
    line, counted = 0, 0
    for found in _ADDRESS.finditer(words):
        host = found[0][1:].lower().rstrip(".")
        local = _LOCAL.search(words[max(0, found.start() - _LONGEST_LOCAL) : found.start()])
        if local is None:
            continue
        address = local[0], host
        if address not in verdicts:
            verdicts[address] = _is_persons_own(*address, owner)
        if verdicts[address]:
            line += words.count("\n", counted, found.start())
            counted = found.start()
            yield line


def _spelled(text: str) -> str:
    """Return words with the signs of an address for what is written instead to hide it."""
    return _SAID_DOT.sub(".", _SAID_AT.sub("@", text)) if _is_hidden(text) else text


def _is_persons_own(local: str, host: str, owner: Owner) -> bool:
    whole = re.sub("['’]", "", local).strip(".").partition("+")[0]
    parts = [part.lower() for part in _BETWEEN_NAMES.split(whole) if part]
    if _has_a_role(parts) or _is_named_after(parts, owner):
        return False
    has_two_names = len(parts) > 1 and all(_A_NAME.fullmatch(part) for part in parts)
    if _FREE_MAIL.fullmatch(host):
        return has_two_names or _WITH_YEAR.fullmatch(whole.lower()) is not None
    return owner.is_neighbours_own and has_two_names


def _has_a_role(parts: list[str]) -> bool:
    letters = [re.sub(r"[0-9]", "", part) for part in parts]
    whole = "".join(letters)
    return not _ROLES.isdisjoint(letters) or any(role in whole for role in _LONG_ROLES)


def _is_named_after(parts: list[str], owner: Owner) -> bool:
    """Say whether an address has the name of what it is for."""
    named = (
        part in owner.names or any(len(name) > 3 and name in part for name in owner.names)
        for part in parts
    )
    # The title of a neighbour's offer may have the neighbour's own first name in it.
    return all(named) if owner.is_neighbours_own else any(named)
