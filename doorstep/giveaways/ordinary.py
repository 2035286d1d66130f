"""Words that names are not made of, so that two of them in a row are no person."""

from __future__ import annotations

import re

ORDINARY = frozenset(
    """
    a about above abuse accept act advice afternoon age aid air all am an and anonymous any
    anybody anyone april arabic are art asian ask asylum at august autumn baby bank be bengali
    biscuit black blue board boxing breakfast bring british bulgarian but by cake call can
    cantonese card care carer carers cash centre chat child children chinese christmas circle
    citizens city class closed club coffee come community company confidential contact cook
    cooking council counselling craft credit crisis cross crossing cup czech dance day december
    diwali do doctor domestic door drink drive drop each easter easy eid english eritrean
    ethiopian evening every everyone exit facebook family farsi february feel filipino first
    food for form forum free french friday friend friends from gender gentle german girls give
    go god good google gp great greek green group groups gujarati have he health hebrew hello
    help helpline hepatitis her here hindi his home hope hour hours house how hub hungarian i if
    in inclusive indian instagram irish is islamic it italian its january jewish job jobcentre
    jobseeker join july june just justice kind kitchen knit knitting korean kurdish latvian
    law learning leave legal let level library line listen listening lithuanian little live
    living look love lunch mandarin many march may me meal meet meeting men mental mind moment
    monday money month more morning most mother mothers mum mums music muslim my national nepali
    network new nhs night no nobody noon not november now number nurse october of office on only
    open or our out over pashto pay payment peace people persian phone plan plus police polish
    portuguese project punjabi queer quiet rainbow ramadan read reading red refugee rest ring
    romanian room royal rule russian safe samaritans saturday say school section security see
    september service services sewing share shared she shelter shout sign sikh sister sisters
    sit slovak small social society solicitor somali some sometimes space spanish speak spring
    staff stage start stay step stop stories street strong student sudanese sum summer sunday
    support sure swahili sylheti syrian take talk tamil taxi tea team tell text that the their
    then there they this thursday tigrinya time to today together trans tuesday tuition turkish
    twi ukrainian under union unit universal up urdu us victim victims vietnamese visit visitors
    vitamin volunteer volunteers walk warm we wednesday week weekend weekly welcome well welsh
    what whatsapp when where which white who why wi will winter with woman women work worker
    workers workshop write writing year years yes yoga yoruba you young your youth zoom
    """.split()  # noqa: SIM905 - a list to be read as one
)
"""Words that begin with a capital now and then, and name neither a person nor a place."""

ROLE = re.compile(
    r"\b(?:the|an?|our|any|us|of|on|by|and|or|in person|phone|whoever|someone|somebody|anyone|duty"
    r"|front|help|support|team|worker|desk|office|line|helpline|groups?|volunteers?|helper"
    r"|coordinator|connector|caretaker|warden|manager|nurse|midwife|advocate|advis[eo]r|services?"
    r"|centre|project|forum|club|friends|aid|advice|wom[ea]n'?s?|wom[ea]n|staff|reception|minister"
    r"|vicar|hello|info|contact|enquiries|mail|lead|leader|mentor|liaison|shift|officer|secretary|treasurer"
    r"|organi[sz]er|trustee|listener|counsellor|therapist|outreach|befriender|tutor|navigator"
    r"|interpreter|champion|practitioner|doctor|receptionist|admin|sisters)\b",
    re.IGNORECASE,
)
"""What somebody does, or who they are to others: a person without a name."""


def is_ordinary(*words: str) -> bool:
    """Say whether any of two words in a row is one that no name has."""
    return any(_is_known(plain_word(word)) or ROLE.fullmatch(word) for word in words)


def _is_known(word: str) -> bool:
    return word in ORDINARY or word.removesuffix("s") in ORDINARY


def plain_word(word: str) -> str:
    """Return a word as lists have it: in small letters, without marks at its ends."""
    return word.lower().strip("'.-").removesuffix("'s").removesuffix("s'")
