"""A small typesetter: breaks paragraphs into lines, fills columns and pages, and notes what a reader should read."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from grantcheck.domain.document import BlockKind

from .prose import broken
from .sheets import A4, Sheets

LEADING = 1.25


@dataclass(frozen=True, slots=True)
class Truth:
    """A block as a reader reads it."""

    kind: BlockKind
    text: str


@dataclass(slots=True)
class Look:
    """How running text is set."""

    size: float = 10.0
    justified: bool = True
    hyphenated: bool = True
    single_words: bool = False
    """Words are placed one by one, without space signs between them."""
    indent: float = 0.0
    space_below: float = 6.0


@dataclass(slots=True)
class Setter:
    """Sets text in the columns of its pages, in order."""

    sheets: Sheets
    columns: Sequence[tuple[float, float]]
    top: float = 80.0
    bottom: float = 770.0
    look: Look = field(default_factory=Look)
    decorate: Callable[[Sheets, int], None] = lambda sheets, page: None
    truth: list[Truth] = field(default_factory=list)
    broken_words: list[str] = field(default_factory=list)
    page: int = 0
    column: int = 0
    y: float = 0.0

    def new_page(self) -> None:
        """Begin a page in its first column."""
        self.page += 1
        self.sheets.new_page()
        self.decorate(self.sheets, self.page)
        self.column, self.y = 0, self.top

    def in_columns(self, columns: Sequence[tuple[float, float]], space: float = 14) -> None:
        """Go on below with other columns, from here to the bottom."""
        self.columns, self.column = columns, 0
        self.top = self.y + space
        self.y = self.top

    def heading(self, text: str, size: float = 14.0, face: str = "bold", spacing: float = 0) -> None:
        """Set a heading, kept together with some lines after it."""
        self._room(size * 2 + 4 * self.look.size * LEADING)
        self.y += size * 0.8 if self.y > self.top else 0
        x0, _ = self.columns[self.column]
        self.sheets.text(x0, self.y + size, text, face, size, spacing)
        self.y += size * LEADING + 4
        self.truth.append(Truth(BlockKind.HEADING, text))

    def paragraph(self, text: str, *, marker: str = "", kind: BlockKind = BlockKind.PARAGRAPH) -> None:
        """Set a paragraph or, with a marker, a list item with a hanging indent."""
        look, hang = self.look, 14.0 if marker else 0.0
        words, first = text.split(), True
        while words:
            self._room(look.size * LEADING)
            x0, x1 = self.columns[self.column]
            start = x0 + hang + (look.indent if first and not marker else 0)
            line, words = self._broken_line(words, x1 - start)
            if marker and first:
                self.sheets.text(x0, self.y + look.size, marker, "regular", look.size)
            self._set_line(line, start, x1, last=not words)
            self.y += look.size * LEADING
            first = False
        self.y += look.space_below
        self.truth.append(Truth(BlockKind.LIST_ITEM if marker else kind, f"{marker} {text}".strip()))

    def row(self, cells: Sequence[str], starts: Sequence[float], *, ruled: bool = False) -> None:
        """Set a table row."""
        self._room(self.look.size * 2)
        x0, x1 = self.columns[self.column]
        for cell, start in zip(cells, starts, strict=True):
            self.sheets.text(x0 + start, self.y + self.look.size, cell, "regular", self.look.size)
        self.y += self.look.size * 1.5
        if ruled:
            self.sheets.rule(x0, self.y, x1, self.y)
        self.truth.append(Truth(BlockKind.TABLE_ROW, " ".join(cells)))

    def _room(self, height: float) -> None:
        if not self.page:
            self.new_page()
        if self.y + height <= self.bottom:
            return
        if self.column + 1 < len(self.columns):
            self.column, self.y = self.column + 1, self.top
        else:
            self.top = min(self.top, 80.0)
            self.new_page()

    def _broken_line(self, words: list[str], width: float) -> tuple[list[str], list[str]]:
        line: list[str] = []
        for number, word in enumerate(words):
            if self._width([*line, word]) <= width or (not line and number == 0):
                line.append(word)
                continue
            parts = broken(word) if self.look.hyphenated else None
            if parts and self._width([*line, parts[0]]) <= width:
                self.broken_words.append(word.strip(".,"))
                return [*line, parts[0]], [parts[1], *words[number + 1 :]]
            return line, words[number:]
        return line, []

    def _width(self, words: list[str]) -> float:
        return self.sheets.width(" ".join(words), "regular", self.look.size)

    def _set_line(self, line: list[str], x0: float, x1: float, *, last: bool) -> None:
        spread = self.look.justified and not last and len(line) > 1
        if not (spread or self.look.single_words):
            self.sheets.text(x0, self.y + self.look.size, " ".join(line), "regular", self.look.size)
            return
        space = self.sheets.width(" ", "regular", self.look.size)
        natural = sum(self.sheets.width(word, "regular", self.look.size) for word in line)
        gap = (x1 - x0 - natural) / (len(line) - 1) if spread else space
        for word in line:
            self.sheets.text(x0, self.y + self.look.size, word, "regular", self.look.size)
            x0 += self.sheets.width(word, "regular", self.look.size) + gap


ONE = ((70.0, 525.0),)
TWO = ((60.0, 287.0), (308.0, 535.0))
THREE = ((50.0, 205.0), (220.0, 375.0), (390.0, 545.0))
WIDTH, HEIGHT = A4
