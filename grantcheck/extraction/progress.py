"""How a reader tells how far it has come."""

from collections.abc import Callable

Tell = Callable[[int, int], None]
"""Called with how many pages are done and how many there are."""
