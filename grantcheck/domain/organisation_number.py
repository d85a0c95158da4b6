"""The organisationsnummer of a legal entity: ten digits with a check digit, never a personal number."""

from .errors import InvalidOrganisationNumber

_LENGTHS = (10, 12)
_CENTURY = "16"


def organisation_number(text: str) -> str:
    """Return the number as `NNNNNN-NNNN`, read with or without hyphen and with or without the leading 16.

    The third digit of a legal entity's number is at least 2; a lower one is a month, so a personal number.
    Raises InvalidOrganisationNumber.
    """
    digits = text.strip().replace("-", "", 1)
    if not digits.isascii() or not digits.isdecimal() or len(digits) not in _LENGTHS:
        raise InvalidOrganisationNumber(number=text)
    if len(digits) == max(_LENGTHS):
        if not digits.startswith(_CENTURY):
            raise InvalidOrganisationNumber(number=text)
        digits = digits.removeprefix(_CENTURY)
    if digits[2] in "01" or _luhn_sum(digits) % 10:
        raise InvalidOrganisationNumber(number=text)
    return f"{digits[:6]}-{digits[6:]}"


def _luhn_sum(digits: str) -> int:
    """Double every other digit from the first, and add all digits of the products."""
    products = (int(digit) * (2 - place % 2) for place, digit in enumerate(digits))
    return sum(product // 10 + product % 10 for product in products)
