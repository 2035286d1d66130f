"""A line to phone -> whether its name tells why somebody would phone it.

What is carried in a purse or a handbag may be found by anybody. A name that tells what its line is
for could put somebody at risk at home, so a line with such a name is not on it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from doorstep.guide import Guide
    from doorstep.help_lines import EmergencyLine

TELLING = re.compile(
    r"\b(?:abus|addict|aids\b|alcohol|asylum|coerc|controlling|domestic|drink|drugs?\b|forced"
    r"|gambl|gay\b|girls?\b|hiv\b|honou?r|lesbian|lgbt|pregnan|rape|refug|self[ -]harm|sex|slave"
    r"|stalk|suicid|traffick|trans\b|violen|wom[ae]n)",
    re.IGNORECASE,
)
"""Words of a name that tell why somebody would phone."""


def lines_to_carry(guide: Guide) -> tuple[EmergencyLine, ...]:
    """Return the lines for when it cannot wait that anybody may find in a bag."""
    return tuple(line for line in guide.config.emergency if not TELLING.search(line.name))
