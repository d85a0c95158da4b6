"""Addresses to go back to: only pages of our own, whatever a form or link says."""

from urllib.parse import urlsplit


def own_address(wanted: str | None, otherwise: str = "/") -> str:
    """Return the wanted path with its query if it is one of ours, else the other."""
    if not wanted or not wanted.startswith("/") or wanted.startswith(("//", "/\\")):
        return otherwise
    if any(character in wanted for character in "\r\n\t\\"):
        return otherwise
    parts = urlsplit(wanted)
    return otherwise if parts.scheme or parts.netloc else wanted
