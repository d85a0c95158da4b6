"""Recognises a criminal record extract, which must not be received: lag (2013:852) 5 § allows only a note of it."""

import re
from collections.abc import Sequence

from grantcheck.domain.document import Block

LONGEST_EXTRACT = 700
"""An extract has at most this many words; a report that speaks of extracts is longer."""
FEWEST_SIGNS = 3
_SIGNS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        r"utdrag (?:ur|från) (?:polisens )?(?:belastnings|misstanke)registret|begränsat (?:register)?utdrag",
        r"polismyndigheten",
        r"(?:personnummer|samordningsnummer)\s*:?\s*\d",
        r"(?:förekommer|finns) (?:inte|ej) (?:några )?(?:uppgifter )?i \w*registret|saknar belastning|inga uppgifter",
        r"(?:utdraget|utdrag) (?:avser|gäller|är utfärdat|utfärdades|skrevs ut)|uppvisas i original",
        r"lag(?:en)? \(?(?:1998:620|2013:852|2007:171|1998:621)\)?|förordning(?:en)? \(?1999:1134\)?",
        r"(?:442|RPS442|PM442)(?:\.\d+)?",
    )
)


def looks_like_register_extract(blocks: Sequence[Block]) -> bool:
    """Whether a short text bears several of the extract's own formulas."""
    text = " ".join(block.text for block in blocks[:200])
    if len(text.split()) > LONGEST_EXTRACT or not _SIGNS[0].search(text):
        return False
    return sum(bool(sign.search(text)) for sign in _SIGNS) >= FEWEST_SIGNS
