"""The ways in which people write an address: streets, numbers, floors, and where post goes."""

from __future__ import annotations

from doorstep.giveaways.patterns import any_of
from doorstep.patterns import alternatives

_STREETS = alternatives(
    "street, road, lane, avenue, crescent, terrace, grove, mews, gardens, square, court, parade"
    ", wharf, quay, buildings, flats, boulevard, esplanade, st, rd, ln, ave, cres, sq"
)
_ALWAYS_STREETS = alternatives(
    "street, road, lane, avenue, crescent, terrace, mews, wharf, boulevard, esplanade"
)
_WORDS_AS_WELL = alternatives(
    "close, drive, row, hill, walk, gate, yard, place, way, rise, view, park, green, alley, passage"
)
_ENDS_OF_SLUGS = alternatives(
    "close, drive, row, hill, yard, rise, gate, alley, grove, gardens, square, court, parade, quay"
)
_NOT_IN_STREETS = alternatives(
    "of, in, a, an, to, or, and, us, we, you, people, women, men, girls, mothers, families, others"
    ", more, who, that, for, on, at, with, from, is, are, can, will, do, does, their, your, our, by"
    ", if, when, as, minutes?, mins?, hours?, days?, weeks?, months?, years?, times?, am, pm"
    ", miles?, met(?:re|er)s?"
)
NOT_NAMES = alternatives(
    "The, This, That, Our, Your, My, A, An, Every, Each, Any, Some, No, On, In, Off, Down, Up"
    ", Along, Across, Open, Full, Quiet, Safe, Warm, Welcoming, Women's, Advice, Law, Crisis"
    ", Referral, Support, Help, Call, Job, Whose, Which, Day, National, Is, At, To"
)
"""Words with a capital that no street or building has for a name."""

_NO_STREETS = r"(?:(?:Family|County|Magistrates'|Youth) (?i:court)|Council flats)\b"
"""What people go to, and to live in, that no street is called."""

NOT_BEFORE = alternatives(
    "the, a, an, our, your, my, his, her, their, this, that, each, every, any, same, next, main"
    ", long, hard, new, busy, quiet, whole, open, down, up, across, over, of, in, on, off, by, to"
    ", from, and, or, one, no, some, other, own, back, side, right, wrong, is, along, which, what"
    ", whose, bumpy, rocky, two, first, last, old, little"
)
"""Words in small letters before a road or a house that has no name here."""

_NEAR = alternatives(
    "in, at, on, off, of, from, via, behind, near, opposite, beside, above, below, under, outside"
    ", inside, round, around, beyond, past, next to, next door to, across from, close to, facing"
    ", against, upstairs from, over"
)
SOMEWHERE = (
    rf"(?-i:\b(?i:{_NEAR})\s+(?i:(?:the|a|an|our|this|that|your local)\s+)?"
    r"(?:[A-Z][\w'-]{0,30}\s+){1,4})"
)
"""Words that lead to a name: “behind the Old Ship ”."""

_AFTER_NUMBERS = alternatives(
    "(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day, Jan, Feb, Mar[ c], Apr, May, June?, July?, Aug"
    r", Sep, Oct, Nov, Dec, \w+(?:ish|ian|ese|ic)\b, Urdu, Hindi, Gujarati, Punjabi, Bengali"
    ", Somali, French, German, Women, Men, Children, People, Phone, Text, Call, Then, Ring, For"
    ", And, Free, The, Not, Tea, Talk, Come, Bring, Group"
)
_PARTS = alternatives(
    "flat, apartment, apt, unit, suite, studio, bedsit, plot, house, block, room, floor, shop"
)
_FLOORS = "ground|first|second|third|fourth|fifth|top|[0-9]{1,2}(?:st|nd|rd|th)"

ADDRESSES = any_of(
    # 14 Mill Road, in capitals or not
    rf"\b[0-9]{{1,4}}[a-z]?,?\s+(?:(?!(?:{_NOT_IN_STREETS})\b)[a-z][\w'.-]{{0,30}}\s+){{1,3}}"
    rf"(?:{_STREETS}|{_WORDS_AS_WELL})\b",
    # Mill Road, mill road, and in Mill Close; but “then close the door”
    rf"(?-i:\b(?!{_NO_STREETS})(?:(?!(?:{NOT_NAMES})\b)[A-Z][\w'-]{{1,30}}[\s,]+){{1,4}}(?i:{_STREETS})\b"
    r"(?!\.?\s+[A-Z]\w+'s))",
    rf"\b(?!(?:{NOT_BEFORE})\b)[a-z][\w'-]{{1,30}}\s+(?:{_ALWAYS_STREETS})\b",
    rf"{SOMEWHERE}(?:{_WORDS_AS_WELL})\b",
    # 14 Grassmarket; but “No. 14, Tea” and “3 November”
    r"(?-i:(?<![\w£.:/-])(?<![Nn]o\. )(?<![0-9] )[0-9]{1,3}[a-z]?,?\s"
    rf"(?:The\s)?(?!{_AFTER_NUMBERS})[A-Z][a-z]{{2,}}\b)",
    r"\b(?:at|is)\s+(?:number|no\.?|nos\.?|house)\s?[0-9]{1,4}[a-z]?\b(?!\s?[0-9])",
    # Flat 3, room B, the first floor
    rf"\b(?:{_PARTS})\s+(?:(?:no|number)\.?\s*)?(?-i:[0-9]{{1,4}}[A-Za-z]?|(?!A\s+[a-z]|I\b)[A-Z])\b"
    r"(?!\s*(?:am|pm|[:.][0-9]))",
    rf"\b(?:{_FLOORS})[\s-]floor\b|\bflat (?:above|over|below|next)\b|\bbasement\b",
    # Where post goes
    r"(?<!\w)c/o(?!\w)|\bcare of\s+(?:the\s+)?(?-i:[A-Z])|\bp\.?\s?o\.?\s?box\b",
)

NAMED_AFTER_STREETS = any_of(
    # elm-drive, at the end of a slug
    rf"\b(?!(?:{NOT_BEFORE})\b)[a-z0-9']{{2,30}} (?:{_ENDS_OF_SLUGS})$",
    # millroad.example.org
    r"(?<![a-z])(?!abroad|railroad|crossroad|inroad)[a-z0-9]{3,30}"
    r"(?:street|road(?!c)|avenue|cottage|crescent|vicarage|church|lodge)",
    r"(?<![a-z])[a-z0-9]{4,30}lane\b",
    r"(?<![a-z])(?!light|ware|open|the|in|full|safe|green)[a-z0-9]{3,30}(?:house|hall)\b",
)
"""Words without capitals and gaps, as slugs, sites and files have them."""
