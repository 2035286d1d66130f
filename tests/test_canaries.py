"""What looks for canary words finds them in whatever form they are written."""

from __future__ import annotations

import base64
import gzip
import json
from urllib.parse import quote

import pytest
from canaries import disguises, readings

WORD = "Zquxsummary"
HIDDEN = {
    "as it is": b"a Zquxsummary b",
    "in capitals": b"ZQUXSUMMARY",
    "in the name": b"",
    "in an address": quote("é Zquxsummary é").encode(),
    "percent by percent": "".join(f"%{ord(letter):02X}" for letter in WORD).encode(),
    "in JSON": json.dumps("Zq\u00fcx Zquxsummary").encode(),
    "letter by letter in JSON": "".join(f"\\u{ord(letter):04x}" for letter in WORD).encode(),
    "in HTML": "".join(f"&#{ord(letter)};" for letter in WORD).encode(),
    "in hexadecimal HTML": "".join(f"&#x{ord(letter):x};" for letter in WORD).encode(),
    "with tags in it": b"Zqux<b>sum</b>mary",
    "with soft hyphens": "Zqux\u00adsummary".encode(),
    "with a hyphen": b"Zqux-\nsummary",
    "folded as in calendars": b"SUMMARY:Zqux\r\n summary",
    "packed": gzip.compress(b"a Zquxsummary b"),
    "in base64": base64.b64encode(b"it is Zquxsummary, is it not"),
    "in base64, one on": base64.b64encode(b"1it is Zquxsummary, is it not"),
    "in base64, two on": base64.b64encode(b"12it is Zquxsummary, is it not"),
    "in hexadecimal": WORD.encode().hex().encode(),
    "in UTF-16": WORD.encode("utf-16-le"),
}


@pytest.mark.parametrize("how", HIDDEN)
def test_a_canary_is_found(how: str) -> None:
    name = "a/zquxsummary.html" if how == "in the name" else "a/b.html"
    read = readings(name, HIDDEN[how])
    assert any(way in read for way in disguises(WORD))


def test_a_canary_is_not_found_where_there_is_none() -> None:
    read = readings("a/b.html", b"Zqux, a summary of all that is said here in many more words")
    assert not any(way in read for way in disguises(WORD))
