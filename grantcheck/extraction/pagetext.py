"""What one page shows, before it is understood: placed words and drawn rules, in points from the top left."""

from dataclasses import dataclass
from typing import NamedTuple

from .words import PlacedWord


class Rule(NamedTuple):
    """A drawn straight line, or a filled bar as thin as one."""

    x0: float
    top: float
    x1: float
    bottom: float

    @property
    def level(self) -> bool:
        """Whether it lies, rather than stands."""
        return self.x1 - self.x0 > self.bottom - self.top


@dataclass(frozen=True, slots=True)
class PageText:
    """The words of one page. `unread`: it shows something that could not be read. `side` holds text set sideways."""

    number: int
    width: float
    height: float
    words: tuple[PlacedWord, ...]
    rules: tuple[Rule, ...] = ()
    side: tuple[PlacedWord, ...] = ()
    turn: int = 0
    ocr: bool = False
    unread: bool = False
