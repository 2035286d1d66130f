"""Words in a safe space's file -> what they give away of its place and its people.

A name that is refused for nothing costs a volunteer one phone call. One that is let through is
public for ever. So where it is not sure, words count as a giveaway. It looks for what people write
without thinking, in all the ways they write it. Whoever wants to hide a place in words, a letter
in each line, can do so: no check stops that, and docs/safety.md says what else it lets through.
"""

from __future__ import annotations

from doorstep.giveaways.facts import told_at, told_in_name, told_in_words
from doorstep.giveaways.people import A_SURNAME, first_names_in, followed_by_surname
from doorstep.giveaways.places import A_MAP, A_PLACE, A_POSTCODE, AN_ADDRESS, COORDINATES
from doorstep.giveaways.proper_names import A_NAME

__all__ = [
    "AN_ADDRESS",
    "A_MAP",
    "A_NAME",
    "A_PLACE",
    "A_POSTCODE",
    "A_SURNAME",
    "COORDINATES",
    "first_names_in",
    "followed_by_surname",
    "told_at",
    "told_in_name",
    "told_in_words",
]
