"""The ways in which people write a point on the map, and the maps that they link to."""

from __future__ import annotations

from doorstep.giveaways.patterns import any_of
from doorstep.patterns import alternatives

_NUMBER = r"[0-9]{1,3}(?:[.,][0-9]{1,9})?"
_COMPASS = r"(?:[NSEW]\b|north|south|east|west)"
_YEAR = r"(?:19|20)[0-9]{2}(?![0-9])"
_NOT_A_SQUARE = "no|so|to|st|on|he|ho|oh|or|of|hi"

COORDINATES = any_of(
    # 53.6512; 3.11.2026 is a day
    rf"(?<![0-9.])-?[0-9]{{1,3}}\.(?!{_YEAR})[0-9]{{3,}}(?![0-9]|\.[0-9])",
    r"(?<![0-9,£])[0-9]{1,3},[0-9]{4,}(?![0-9])",
    r"(?<![0-9.])[0-9]{1,3}\.[0-9]{2,},\s*-[0-9]{1,3}\.[0-9]{2,}",
    # 51°30'N, 51 deg 30, 51.5N, 51 30 26 N
    rf"{_NUMBER}\s*(?:[°˚]|\bdeg(?:rees?)?\b)\s*(?:[0-9]|{_COMPASS})",
    rf"\b[0-9]{{1,3}}\.[0-9]{{1,9}}\s?{_COMPASS}",
    r"\b[0-9]{1,3}\s[0-9]{1,2}\s[0-9]{1,2}(?:\.[0-9]{1,5})?\s?[NS]\b",
    r"\b(?:lat|lon|lng|latitude|longitude)\b[\s:=]{1,3}-?[0-9]|\blong\s?[:=]\s?-?[0-9]",
    r"\bgeo:\s?-?[0-9]",
    # Plus codes
    r"\b[2-9CFGHJMPQRVWX]{4,8}\+[2-9CFGHJMPQRVWX]{2,3}\b|\bplus code\b",
    # The Ordnance Survey's grid: TQ 300 804, or eastings and northings
    r"(?-i:\b[HNOST][A-HJ-Z])\s?(?:[0-9]{3}\s?[0-9]{3}|[0-9]{4}\s?[0-9]{4}|[0-9]{5}\s?[0-9]{5})"
    r"(?![0-9])",
    rf"\b(?!(?:{_NOT_A_SQUARE})\b)[hnost][a-hj-z] ?[0-9]{{3}} ?[0-9]{{3}}(?!\s?[0-9])",
    r"\bgrid ?ref|\b(?:east|north)ings?\b",
    r"(?<![0-9])[1-6][0-9]{5}\W{0,3}[a-z]?\W{1,3}[0-9]{6}(?![0-9])",
)

_ENDS_OF_SITES = alternatives(
    "info, club, name, group, church, charity, online, space, site, care, help, community"
    ", foundation, support, wales, scot, london, html?"
)

MAPS = any_of(
    r"google\.[a-z.]+/maps|maps\.\w+|\bgoo\.gl|\bg\.co/|\bg\.page|\bgoogle maps\b",
    r"\bosm\.(?:org|[a-z]{2,4}/)|openstreetmap|streetmap|(?:bing|apple)\.com/maps|mapy\.cz",
    r"[a-z]/maps?(?![\w-])|waze\.com|citymapper|plus\.codes|share\.here|here\.com",
    # Nobody can tell where a short link leads.
    r"\bbit(?:\.ly|ly\.com)|tinyurl|shorturl|\b(?:t\.ly|rb\.gy|is\.gd|v\.gd|ow\.ly|cutt\.ly|tiny\.cc"
    r"|lnkd\.in|buff\.ly|qrco\.de|rebrand\.ly|s\.id|t\.co)/",
    # Three words with dots between them; tea.example.org is a site.
    r"///\s?\w+\s?\.\s?\w+\s?\.\s?\w+|what ?3 ?words|\bw3w\b|three words",
    rf"(?<![\w@/.-])(?!www\.)[a-z]{{4,20}}\.[a-z]{{3,20}}\.(?!(?:{_ENDS_OF_SITES})\b)"
    r"[a-z]{4,20}(?![\w./@-])",
)
