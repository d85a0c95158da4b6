"""The documents of the corpus: every layout, set by both libraries, from several seeds."""

import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from grantcheck.domain.document import BlockKind

from .prose import ITEMS, paragraph, titles
from .setting import HEIGHT, ONE, THREE, TWO, Look, Setter, Truth
from .sheets import FpdfSheets, ReportlabSheets, Sheets

SEEDS = (1, 2, 3)
Layout = Callable[[Sheets, random.Random], Setter]


@dataclass(frozen=True, slots=True)
class Made:
    """A document with its right reading; `columns` is how many columns most of it has."""

    name: str
    columns: int
    content: bytes
    truth: tuple[Truth, ...]
    broken_words: tuple[str, ...]


def documents(seeds: tuple[int, ...] = SEEDS) -> Iterator[Made]:
    """Yield every layout by every library and seed."""
    for layout, columns in LAYOUTS.items():
        for library in (FpdfSheets, ReportlabSheets):
            for seed in seeds:
                setter = layout(library(), random.Random(f"{layout.__name__} {seed}"))  # noqa: S311 - no secret
                name = f"{layout.__name__}-{library.__name__.removesuffix('Sheets').lower()}-{seed}"
                yield Made(name, columns, setter.sheets.saved(), tuple(setter.truth), tuple(setter.broken_words))


def _running(sheets: Sheets, page: int) -> None:
    sheets.text(70, 40, "Bergsjö IK verksamhetsberättelse 2025", "regular", 8)
    sheets.text(500, HEIGHT - 40, f"Sida {page}", "regular", 8)


def _sections(setter: Setter, chance: random.Random, number: int = 4, size: float = 14) -> None:
    for title in titles(chance, number):
        setter.heading(title, size)
        for _ in range(chance.randint(1, 3)):
            setter.paragraph(paragraph(chance, chance.randint(2, 5)))


def one_column(sheets: Sheets, chance: random.Random) -> Setter:
    setter = Setter(sheets, ONE, decorate=_running)
    _sections(setter, chance, 7)
    return setter


def ragged_with_indents(sheets: Sheets, chance: random.Random) -> Setter:
    setter = Setter(sheets, ONE, look=Look(justified=False, hyphenated=False, indent=16, space_below=0, size=11))
    _sections(setter, chance, 5)
    return setter


def words_without_spaces(sheets: Sheets, chance: random.Random) -> Setter:
    setter = Setter(sheets, ONE, look=Look(single_words=True, justified=False))
    _sections(setter, chance, 4)
    return setter


def small_headings(sheets: Sheets, chance: random.Random) -> Setter:
    setter = Setter(sheets, ONE, decorate=_running)
    _sections(setter, chance, 5, size=10)
    return setter


def two_columns(sheets: Sheets, chance: random.Random) -> Setter:
    setter = Setter(sheets, TWO, decorate=_running)
    _sections(setter, chance, 9, size=12)
    return setter


def two_ragged_columns(sheets: Sheets, chance: random.Random) -> Setter:
    setter = Setter(sheets, TWO, look=Look(justified=False, size=9.5))
    _sections(setter, chance, 9, size=13)
    return setter


def three_columns(sheets: Sheets, chance: random.Random) -> Setter:
    setter = Setter(sheets, THREE, look=Look(size=9))
    _sections(setter, chance, 9, size=11)
    return setter


def title_over_two(sheets: Sheets, chance: random.Random) -> Setter:
    setter = Setter(sheets, ONE, decorate=_running)
    setter.heading("Verksamhetsberättelse för Bergsjö IK 2025", 22)
    setter.paragraph(paragraph(chance, 3))
    setter.in_columns(TWO)
    _sections(setter, chance, 11, size=12)
    return setter


def one_two_one(sheets: Sheets, chance: random.Random) -> Setter:
    setter = Setter(sheets, ONE)
    _sections(setter, chance, 1)
    setter.in_columns(TWO)
    setter.bottom = setter.y + 190
    for _ in range(4):
        setter.paragraph(paragraph(chance, 2))
    setter.y, setter.bottom = max(setter.bottom, setter.y) + 20, 770
    setter.columns, setter.column, setter.top = ONE, 0, setter.y
    _sections(setter, chance, 1)
    return setter


def side_box(sheets: Sheets, chance: random.Random) -> Setter:
    setter = Setter(sheets, ((60.0, 370.0),))
    _sections(setter, chance, 3)
    box = Setter(sheets, ((400.0, 540.0),), top=120, look=Look(size=8.5, justified=False), page=1, y=120)
    for edge in ((390, 100, 550, 100), (390, 300, 550, 300), (390, 100, 390, 300), (550, 100, 550, 300)):
        sheets.rule(*edge)
    box.paragraph(paragraph(chance, 2))
    setter.truth += box.truth
    setter.broken_words += box.broken_words
    return setter


def lists(sheets: Sheets, chance: random.Random) -> Setter:
    setter = Setter(sheets, ONE, look=Look(space_below=3))
    for title in titles(chance, 3):
        setter.heading(title)
        setter.paragraph(paragraph(chance, 2))
        for number, item in enumerate(chance.sample(ITEMS, 4), start=1):
            marker = chance.choice(("-", f"{number}."))
            setter.paragraph(chance.choice((item, f"{item}. {paragraph(chance, 2)}")), marker=marker)
        setter.paragraph(paragraph(chance, 3))
    return setter


def tables(sheets: Sheets, chance: random.Random) -> Setter:
    setter = Setter(sheets, ONE)
    for ruled in (False, True):
        _sections(setter, chance, 1)
        setter.row(("Datum", "Aktivitet", "Deltagare"), (0, 90, 330), ruled=ruled)
        for day in range(5):
            row = (f"{day + 3} mars", chance.choice(ITEMS), str(chance.randint(8, 90)))
            setter.row(row, (0, 90, 330), ruled=ruled)
        setter.y += 14
    _sections(setter, chance, 1)
    return setter


def footnotes_and_captions(sheets: Sheets, chance: random.Random) -> Setter:
    setter = Setter(sheets, ONE, bottom=700, decorate=_running)
    _sections(setter, chance, 2)
    sheets.rule(70, 715, 200, 715)
    sheets.text(70, 730, "1 Beloppen är avrundade till hela kronor.", "regular", 7.5)
    note = Truth(BlockKind.FOOTNOTE, "1 Beloppen är avrundade till hela kronor.")
    setter.truth.append(note)
    return setter


def letter_spaced(sheets: Sheets, chance: random.Random) -> Setter:
    setter = Setter(sheets, ONE)
    setter.heading("VERKSAMHETSBERÄTTELSE 2025", 18, spacing=6)
    setter.paragraph(paragraph(chance, 3))
    setter.heading("TRYGGHET FÖR ALLA", 13, "regular", spacing=3)
    setter.paragraph(paragraph(chance, 3))
    return setter


def turned_page(sheets: Sheets, chance: random.Random) -> Setter:
    setter = Setter(sheets, ONE)
    setter.new_page()
    words = paragraph(chance, 3).split()
    lines = [" ".join(words[place : place + 9]) for place in range(0, len(words), 9)]
    for number, line in enumerate(lines):
        sheets.turned(100 + 14 * number, 760, line, "regular", 10)
    setter.truth.append(Truth(BlockKind.PARAGRAPH, " ".join(words)))
    return setter


def contents_page(sheets: Sheets, chance: random.Random) -> Setter:
    setter = Setter(sheets, ONE, decorate=_running)
    names = titles(chance, 5)
    setter.heading("Innehåll", 16)
    for number, name in enumerate(names, start=2):
        setter.paragraph(f"{name} {'.' * 60} {number}", kind=BlockKind.CONTENTS)
    setter.new_page()
    for name in names:
        setter.heading(name)
        setter.paragraph(paragraph(chance, 4))
    return setter


LAYOUTS: dict[Layout, int] = {
    one_column: 1,
    ragged_with_indents: 1,
    words_without_spaces: 1,
    small_headings: 1,
    two_columns: 2,
    two_ragged_columns: 2,
    three_columns: 3,
    title_over_two: 2,
    one_two_one: 2,
    side_box: 2,
    lists: 1,
    tables: 1,
    footnotes_and_captions: 1,
    letter_spaced: 1,
    turned_page: 1,
    contents_page: 1,
}
