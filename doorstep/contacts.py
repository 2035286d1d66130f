"""Phone numbers, e-mail and web addresses, postcodes -> the one way the guide writes them."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Annotated
from urllib.parse import urlsplit

from pydantic import BeforeValidator, Field, ValidationInfo

from doorstep.fields import context_of, tell, text_of
from doorstep.patterns import late_pattern

_SHORT_NUMBER = late_pattern(r"[0-9]{3,5}|11[68] ?[0-9]{3}")
"""999, 111, 116 123, 85258: numbers that only work inside the country."""

_FREEPHONE = late_pattern(r"0[38][0-9]{2} [0-9]{3,4} [0-9]{3,4}")
"""0808 2000 247: these are known by the groups they are advertised in …"""

_WHOLE_FREEPHONE = late_pattern(r"0[38][0-9]{2} (?:[0-9]{3} [0-9]{4}|[0-9]{4} [0-9]{3})")
"""… and have eleven figures but for a few, which the library of numbers knows."""

AS_WE_WRITE_IT = late_pattern(
    r"02[0-9] [0-9]{4} [0-9]{4}"
    r"|0(?:11[0-9]|1[2-69]1|3[0-9]{2}) [0-9]{3} [0-9]{4}"
    r"|07[1-57-9][0-9]{2} [0-9]{3} [0-9]{3}"
)
"""020 7946 0456, 0117 496 0123, 07700 900 123: nothing can be tidied in these British numbers."""

_MOBILE = late_pattern(r"(07[1-57-9][0-9]{2}) ?([0-9]{3})([0-9]{3})")
"""07700 900123: as nearly everybody writes the number of a phone that they carry."""

_POSTCODE = late_pattern(r"([A-Z]{1,2}[0-9][A-Z0-9]?)\s*([0-9][A-Z]{2})")
_EMAIL = late_pattern(r"[^\s@<>\"'(),;:\\`]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+")
_HOST = late_pattern(r"(?:[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?\.)+[A-Za-z][A-Za-z0-9-]+")


def _phone(value: object, info: ValidationInfo) -> str:
    return tidy_phone(text_of(value), context_of(info).phone_region)


@lru_cache(maxsize=20_000)  # whoever answers for one thing often does for others too
def tidy_phone(text: str, region: str = "GB") -> str:
    """Return a phone number with its figures grouped, or raise what to tell the person.

    British numbers are written as people there dial them (020 7946 0456), others with
    their country code.
    """
    if not text or _SHORT_NUMBER.fullmatch(text):
        return re.sub(r"^([0-9]{3})([0-9]{3})$", r"\1 \2", text)
    if _extra_words(text) and re.search(r"[0-9]{3}", text):
        raise tell("phones", f"“{text}” has words beside the number.", fix=_WORDS_FIX)
    if region == "GB" and (plain := plain_number(text)):
        return plain
    from doorstep.dialling import NoNumber, grouped  # late: see there

    try:
        number = grouped(text, region)
    except NoNumber:
        raise tell("phones", f"“{text}” is not a phone number.", fix=_PHONE_FIX) from None
    if number is None:
        raise tell("phones", _wrong_length(text), fix="Check it with the group.")
    return text if _FREEPHONE.fullmatch(text) else number


def plain_number(text: str) -> str | None:
    """Return a British number that is known for one by its figures alone, as we write it."""
    if AS_WE_WRITE_IT.fullmatch(text) or _WHOLE_FREEPHONE.fullmatch(text):
        return text
    mobile = _MOBILE.fullmatch(text)
    return " ".join(mobile.groups()) if mobile else None


_PHONE_FIX = "Write it like this: 020 7946 0456. Put anything else in best_time."
_WORDS_FIX = "Leave only the number here, and put the words in best_time."


def _extra_words(text: str) -> bool:
    without_extension = re.sub(r"\b(ext|extension|x)\.?\s*[0-9]+$", "", text.lower())
    return bool(re.search(r"[a-z]{3}", without_extension))


def _wrong_length(text: str) -> str:
    digits = re.sub(r"[^0-9]", "", text)
    message = f"“{text}” has {len(digits)} digits."
    start = re.match(r"020|0[127]", digits)
    return f"{message} Numbers that start {start[0]} have 11." if start else message


@lru_cache(maxsize=20_000)  # every page has the help line's, and most numbers stand on many
def dialled(phone: str, region: str = "GB") -> str:
    """Return what a tel: or sms: link dials (E.164, with ";ext=" as in RFC 3966)."""
    compact = re.sub(r"[^0-9+]", "", phone)
    if _SHORT_NUMBER.fullmatch(compact):
        return compact
    if region == "GB" and AS_WE_WRITE_IT.fullmatch(phone):
        return f"+44{compact[1:]}"
    from doorstep.dialling import NoNumber, in_e164

    try:
        return in_e164(phone, region)
    except NoNumber:
        return compact


def _email(value: object) -> str:
    text = text_of(value).removeprefix("mailto:").rstrip(".,;")
    if text and "@" not in text:
        raise tell("emails", f"“{text}” has no @.", fix=_EMAIL_FIX)
    if text and not _EMAIL.fullmatch(text):
        raise tell("emails", f"“{text}” is not one e-mail address.", fix=_EMAIL_FIX)
    return text


_EMAIL_FIX = "An e-mail address looks like this: pat@example.org"


def _web_address(value: object) -> str:
    text = text_of(value).rstrip(".,;")
    if not text:
        return ""
    address = text if re.match(r"[A-Za-z][A-Za-z0-9+.-]*:(?![0-9])", text) else f"https://{text}"
    if not is_web_address(address):
        raise tell(
            "web-addresses",
            f"“{text}” is not the address of a web page.",
            fix="An address starts with https:// such as https://www.example.org/tea",
        )
    return address


def is_web_address(address: str) -> bool:
    """Say whether this is an http or https address of a named host, and nothing else (RFC 3986)."""
    if re.search(r"[\s<>\"\\^`{|}\x00-\x1f]", address):
        return False
    try:
        parts = urlsplit(address)
        # Names in other scripts have a spelling in plain letters (RFC 3490).
        host, _ = (parts.hostname or "").encode("idna").decode(), parts.port
    except ValueError:
        return False
    is_named = _HOST.fullmatch(host) is not None and "@" not in parts.netloc
    return parts.scheme in ("http", "https") and is_named


def is_site_address(address: str) -> bool:
    """Say whether a site may be published here: a web address, or one of this computer's own."""
    own = re.fullmatch(
        r"https?://(?:localhost|[0-9.]+|\[[0-9a-f:]+\])(?::[0-9]+)?(/[^\s<>\"]*)?", address
    )
    return own is not None or is_web_address(address)


def _site_address(value: object) -> str:
    address = text_of(value)
    return address if is_site_address(address) else _web_address(value)


SiteAddress = Annotated[
    str, BeforeValidator(_site_address), Field(examples=["https://name.github.io/guide/"])
]
"""Where a site is published: a web address, or one of this computer's own to try it on."""


def _postcode(value: object) -> str:
    return tidy_postcode(text_of(value))


def tidy_postcode(text: str) -> str:
    """Return a postcode in capitals with its space, or raise what to tell the person."""
    if not text:
        return ""
    found = _POSTCODE.fullmatch(text.upper())
    if not found:
        raise tell(
            "postcodes",
            f"“{text}” is not a whole postcode.",
            fix="A postcode looks like this: AB1 2CD. Leave the line out if you do not know it.",
        )
    return f"{found[1]} {found[2]}"


PhoneNumber = Annotated[str, BeforeValidator(_phone), Field(examples=["020 7946 0456"])]
"""A phone number people can dial; British ones without +44."""

Email = Annotated[str, BeforeValidator(_email), Field(examples=["pat@example.org"])]
"""One e-mail address."""

WebAddress = Annotated[
    str, BeforeValidator(_web_address), Field(examples=["https://www.example.org/tea"])
]
"""The whole address of a web page; https:// is added when it is missing."""

Postcode = Annotated[str, BeforeValidator(_postcode), Field(examples=["AB1 2CD"])]
"""A whole postcode, such as AB1 2CD."""
