"""The ways in which people tell where to go without an address: buildings, doors, buses, turns."""

from __future__ import annotations

from doorstep.giveaways.patterns import any_of
from doorstep.giveaways.streets import NOT_BEFORE, NOT_NAMES, SOMEWHERE
from doorstep.patterns import alternatives

_BUILDINGS = alternatives(
    "hall, house, church, chapel, mosque, gurdwara, temple, synagogue, library, school, college"
    ", centre, center, clinic, surgery, hospital, hotel, hostel, inn, arms, towers?, lodge, cottage"
    ", block, building, station, café, cafe, villa, manor, vicarage, rectory, mansions, farm, pub"
    ", pharmacy, chemist, bakery, shop, supermarket, market, post office, car park, museum, theatre"
    ", cinema, underground, overground, tube, cellar"
)
_WITH_NAMES = alternatives(
    "Hall, House, Church, Chapel, Mosque, Gurdwara, Temple, Synagogue, Library, School, College"
    ", Clinic, Surgery, Hospital, Hotel, Inn, Arms, Towers?, Lodge, Cottage, Villa, Manor, Vicarage"
    ", Rectory, Mansions, Farm, Station, Café, Cafe, Centre, Center"
)
_LANDMARKS = alternatives(
    "gates, corner shop, shops, traffic lights, roundabout, bridge, canal, pavilion, scout hut"
    ", memorial, clock tower, level crossing, cenotaph, crypt, vestry, annexe?"
)
_NEAR = alternatives(
    "in, at, on, off, behind, near, opposite, beside, above, below, under, outside, inside, round"
    ", around, beyond, past, next to, next door to, across from, close to, facing, against, over"
    ", between, upstairs from"
)
_NO_HOUSES = alternatives(
    "open, full, safe, warm, quiet, moving, move, leave, buy, clean, keep, big, small, council"
    r", half, public, women, \w+'s, cup, talk, in, about, friendly, every, another, shared?, group"
)
_COLOURS = alternatives("red, blue, green, black, white, yellow, brown, grey, pink, purple, orange")
_OWNERS = alternatives("parish, church, village, scout, town, community, temple, tenants'?")

PLACES = any_of(
    # In Garden Hall, Rose Cottage, St Mary's
    rf"{SOMEWHERE}(?:{_BUILDINGS})\b",
    rf"(?-i:\b(?!Free School Meals)(?:(?!(?:{NOT_NAMES})\b)[A-Z][\w'-]{{1,30}}\s+){{1,4}}"
    rf"(?:{_WITH_NAMES})\b)",
    r"(?-i:\bSt\.?\s[A-Z][a-z]{2,})",
    # Behind the library, the old school, the church hall; but “the centre of what we do”
    rf"\b(?:{_NEAR})\s+(?:the|our|that|this)\s+(?:[\w'-]{{2,30}}\s+){{0,2}}(?:{_BUILDINGS}"
    rf"|{_LANDMARKS}|railway)\b(?!\s+of\s+(?:what|our|your|the|all)\b)",
    rf"\bthe (?:old|former) (?:\w+ )?(?:{_BUILDINGS})\b",
    rf"\b(?:{_OWNERS}) (?:hall|house|room|centre|center)\b",
    rf"\b(?!(?:{NOT_BEFORE}|{_NO_HOUSES})\b)[a-z]{{3,20}} (?:house|cottage|cott|lodge|vicarage)\b",
    # The blue door, the door code
    rf"\b(?:{_COLOURS}) (?:front |side |back )?(?:door|gate|shutters?|building|house)\b",
    r"\b(?:side|back|rear) (?:door|gate|entrance|alley)\b|\bkey ?safe\b",
    r"\b(?:door|gate|entry|key) ?(?:code|pad)\b",
    # Buses and trains
    r"\b(?:get|getting|jump|hop) off (?:the (?:bus|tram|train|tube) )?(?:at|by|near|outside)\b",
    r"\balight at\b|\bbus[ -]?stop\b|\bplatform [0-9]\b|\bexit [0-9]|\b[0-9]{1,3}[a-z]? bus\b",
    r"\b(?:take|catch|get|ride) the (?:number |no\.? ?)?[0-9]{1,3}[a-z]?\b(?!\s*[ap]m)",
    r"\bbus(?:es)? (?:number |no\.? ?)?[0-9]{1,3}[a-z]?\b",
    # The way on foot
    r"\bturn (?:left|right)\b|\b(?:first|second|third|next) (?:left|right|turning)\b",
    r"\bdoors? (?:down|along|up) from\b|\bcorner of\b",
)
