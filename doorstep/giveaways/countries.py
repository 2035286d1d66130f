"""Languages and countries by their names: what people speak and where they come from.

A safe space says both, with capitals and in lists, and tells nobody where it is.
"""

from __future__ import annotations

LANGUAGES = frozenset(
    """
    acholi afrikaans akan albanian amharic armenian assamese azerbaijani azeri balochi bambara
    basque belarusian bemba bilen bosnian brazilian burmese catalan cebuano chechen chichewa
    cornish creole croatian danish dari dinka dutch edo efik estonian ewe fante farsi fijian
    finnish flemish fula fulani gaelic garifuna georgian guarani haitian hakka harari hausa hindko
    hmong ibibio icelandic igbo ilocano indonesian javanese kannada kashmiri kazakh khmer
    kikuyu kinyarwanda kirundi konkani krio kurmanji kyrgyz lao lingala luganda luo macedonian
    malagasy malay malayalam maltese mandinka manx maori marathi mende mirpuri moldovan mongolian
    montenegrin ndebele norwegian nuer nyanja odia oromo pahari papiamento patois pidgin potwari
    pulaar quechua romanes romani saho samoan scots serbian sesotho shona sindhi sinhala sinhalese
    slovene slovenian soninke sorani swedish swiss tagalog tajik tatar telugu temne thai tibetan
    tigre tiv tongan tsonga tswana turkmen ulster urhobo uyghur uzbek visayan wolof xhosa yiddish
    zulu
    """.split()  # noqa: SIM905 - a list to be read as one
)
"""Languages in small letters. Some are names as well, so two of them in a row are needed."""

COUNTRIES = frozenset(
    """
    afghanistan africa albania algeria angola arabia argentina asia australia austria bangladesh
    belarus belgium bosnia brazil britain bulgaria burma cameroon canada caribbean china colombia
    congo croatia cyprus czechia denmark egypt england eritrea estonia ethiopia europe finland
    france gambia germany ghana greece guinea haiti hungary iceland india indonesia iran iraq
    ireland italy jamaica japan kashmir kazakhstan kenya korea kosovo kurdistan kuwait latvia
    lebanon liberia libya lithuania malawi malaysia mexico moldova morocco mozambique myanmar nepal
    netherlands nigeria norway pakistan palestine philippines poland portugal romania russia rwanda
    scotland senegal serbia slovakia slovenia somalia somaliland spain sudan sweden switzerland
    syria taiwan tanzania thailand tibet tunisia turkey uganda uk ukraine uzbekistan venezuela
    vietnam wales yemen zambia zimbabwe
    """.split()  # noqa: SIM905 - a list to be read as one
)
"""Countries in small letters, but for those that people are called as often, such as Jordan."""
