"""Finds Swedish personal identity numbers (personnummer, samordningsnummer); they are told of, never shown."""

import re
from collections.abc import Iterable

from grantcheck.domain.document import Block

COORDINATION_DAYS = 60
"""A samordningsnummer has 60 added to its day of birth."""
_CANDIDATE = re.compile(r"(?<![\d-])(?:19|20)?(\d{2})(\d{2})(\d{2})([-+ ]?)(\d{4})(?![\d-])")


def pages_with_personal_numbers(blocks: Iterable[Block]) -> tuple[int, ...]:
    """Return the pages, in order, on which something looks like a personal identity number."""
    return tuple(sorted({block.page_at(place) for block in blocks for place in personal_numbers(block.text)}))


def personal_numbers(text: str) -> list[int]:
    """Return where in the text personal identity numbers begin: a possible date and a right check digit."""
    return [found.start() for found in _CANDIDATE.finditer(text) if _is_personal(found)]


def _is_personal(found: re.Match[str]) -> bool:
    year, month, day, _, last = found.groups()
    day_of_birth = int(day) - COORDINATION_DAYS if int(day) > COORDINATION_DAYS else int(day)
    if not (1 <= int(month) <= 12 and 1 <= day_of_birth <= 31):
        return False
    return _luhn_holds(year + month + day + last)


def _luhn_holds(digits: str) -> bool:
    doubled = [int(digit) * (2 if place % 2 == 0 else 1) for place, digit in enumerate(digits)]
    return sum(number // 10 + number % 10 for number in doubled) % 10 == 0
