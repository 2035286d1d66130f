"""Words that names are not made of, so that two of them in a row are no person."""

from __future__ import annotations

import re

from doorstep.patterns import late_pattern

ORDINARY = frozenset(
    """
    a about above abuse accept acceptance act advice adviser advisers advisor african afternoon age
    aid air all am american an and anonymous any anybody anyone april arabic are art asian ask
    assault assessment asylum at august autumn baby bank be behavioural benefit benefits bengali
    bereavement biscuit black blue board boxing breakfast breathe bring british bulgarian but by
    cake call can cantonese card care carer carers caribbean cash centre chat child children
    chinese christmas circle citizens city class closed club coffee cognitive come commitment
    community companions company compensation conference confidential contact content cook cooking
    council counselling county courses craft credit criminal crisis cross crossing cup czech dance
    day december discretionary disorder diwali do doctor domestic door drink drive drop each easter
    eastern easy economic eid english equality eritrean esol ethiopian european evening every
    everyone exit facebook family farsi february federation feel filipino first food for form forum
    foundation free french friday friend friends from fund funding funds gender gendered gentle
    german girls give go god good google gp great greek green grief group groups gujarati gypsy
    hanukkah harmful have he healing health hebrew hello help helping helpline hepatitis her here
    hindi his home hope hour hours house housing how hub hungarian i if in inclusive independent
    indian injuries instagram intelligence irish is islamic it italian its january jewish job
    jobcentre jobseeker join july june just justice kind kitchen knit knitting korean kurdish
    language languages latvian law learning leave legal let level library line linings listen
    listening lithuanian little live living look love lunch magistrates mandarin many march
    marriage maternity may me meal meals meet meeting men mental migrant migrants mind moment
    monday money month more morning most mother mothers movement mum mums music muslim my national
    nepali network new nhs night no nobody noon not november now nowruz number nurse october of
    office on only open or our out over pashto passover pay payment peace people permit persian
    personal phone plan plus police polish portuguese programme programmes project public punjabi
    queer quiet rainbow ramadan read reading recourse recovery red referral refugee relief
    residence rest ring romanian room royal rule russian safe samaritans saturday say scheme school
    scottish section security see september service services settlement sewing sexual share shared
    she shelter shout sign sikh sinti sister sisters sit slavery slovak small social society
    solicitor solution solutions somali some sometimes space spanish speak spring staff stage start
    stay step stepping stop stories street stress strong student sudanese sum summer sunday support
    sure surviving survivor survivors swahili sylheti syrian take talk talking tamil taxi tea team
    tell text that the their then therapies therapy there they this thursday tigrinya time to today
    together toolkit torture trans traumatic traveller travellers treatment tuesday tuition turkish
    twi ukrainian under union unit united universal up urdu us vaisakhi victim victims vietnamese
    violence visit visitors vitamin volunteer volunteers walk warm we wednesday week weekend weekly
    welcome well welsh what whatsapp when where which white who why wi will winter with woman women
    work worker workers workshop write writing year years yes yoga yoruba you young your youth zoom
    """.split()  # noqa: SIM905 - a list to be read as one
)
"""Words that begin with a capital now and then, and name neither a person nor a place."""

ROLE = late_pattern(
    r"\b(?:the|an?|our|any|us|of|on|by|and|or|in person|phone|whoever|someone|somebody|anyone|duty"
    r"|front|help|support|team|worker|desk|office|line|helpline|groups?|volunteers?|helper"
    r"|coordinator|connector|caretaker|warden|manager|nurse|midwife|advocate|advis[eo]r|services?"
    r"|centre|project|forum|club|friends|aid|advice|wom[ea]n'?s?|wom[ea]n|staff|reception|minister"
    r"|vicar|hello|info|contact|enquiries|mail|lead|leader|mentor|liaison|shift|officer|secretary|treasurer"
    r"|organi[sz]er|trustee|listener|counsellor|therapist|outreach|befriender|tutor|navigator"
    r"|interpreter|champion|practitioner|doctor|receptionist|admin|sisters|visitor|prescriber)\b",
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
