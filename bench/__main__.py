"""Measure extraction, pipeline and the whole check, in pairs with the plain way, on the corpus reports as PDF.

The plain way is what one would write first: pdfplumber's `extract_text` on every page and the whole pipeline over all
of that text. Machines are noisy, so each report is read both ways in turn, and the ratio of the pairs is what counts.
"""

import argparse
import json
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import TypeVar

import pdfplumber

from bench.reports import write_pdfs
from grantcheck.analysis import Checker, load_checker
from grantcheck.analysis.language import load_language
from grantcheck.domain.document import Document
from grantcheck.domain.ruleset import Occasion
from grantcheck.extraction import Limits, extract
from grantcheck.rulesets import load_rule_set

_Result = TypeVar("_Result")


@dataclass(frozen=True, slots=True)
class Pair:
    """One report read both ways; times in seconds."""

    pages: int
    words: int
    extraction: float
    analysis: float
    plain_text: float
    pipeline: float

    @property
    def whole_check(self) -> float:
        """Our whole way from file to verdict."""
        return self.extraction + self.analysis

    @property
    def plain_way(self) -> float:
        """The plain way from file to parsed text."""
        return self.plain_text + self.pipeline


class Bench:
    """Reads each file both ways with everything loaded beforehand."""

    def __init__(self, pipeline: str) -> None:
        self._language = load_language(pipeline)
        self._checker: Checker = load_checker(pipeline)
        self._rule_set = load_rule_set("karlstad-2026")

    def read_both_ways(self, path: Path) -> Pair:
        """Read the file the plain way and ours, one right after the other."""
        text, plain_text = _timed(lambda: _plain_text(path))
        _, pipeline = _timed(lambda: self._language(text))
        document, extraction = _timed(lambda: extract(path, Limits()))
        _, analysis = _timed(lambda: self._check(document))
        return Pair(len(document.pages), document.word_count, extraction, analysis, plain_text, pipeline)

    def _check(self, document: Document) -> object:
        return self._checker.check(document, self._rule_set, Occasion.APPLICATION, None, date(2026, 11, 24))


def _plain_text(path: Path) -> str:
    with pdfplumber.open(path) as pdf:
        texts = []
        for page in pdf.pages:
            texts.append(page.extract_text())
            page.close()
        return "\n".join(texts)


def _timed(act: Callable[[], _Result]) -> tuple[_Result, float]:
    start = perf_counter()
    result = act()
    return result, perf_counter() - start


def figures(pairs: list[Pair]) -> dict[str, float]:
    """Return the figures; speeds are over all pairs, ratios the median of the pairs'."""
    pages, words = sum(pair.pages for pair in pairs), sum(pair.words for pair in pairs)
    return {
        "reports": len(pairs),
        "pages": pages,
        "words": words,
        "extraction, pages/s": pages / sum(pair.extraction for pair in pairs),
        "extraction, words/s": words / sum(pair.extraction for pair in pairs),
        "pipeline over all text, words/s": words / sum(pair.pipeline for pair in pairs),
        "whole check, pages/s": pages / sum(pair.whole_check for pair in pairs),
        "whole check, words/s": words / sum(pair.whole_check for pair in pairs),
        "extraction ÷ extract_text": median(pair.extraction / pair.plain_text for pair in pairs),
        "whole check ÷ (extract_text + pipeline)": median(pair.whole_check / pair.plain_way for pair in pairs),
    }


def main() -> None:
    """Print the figures and, if asked, write them as JSON."""
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    parser.add_argument("--reports", type=int, default=24, help="how many reports to read (default 24)")
    parser.add_argument("--pipeline", default="sv_grantcheck")
    parser.add_argument("--json", type=Path, help="write the figures to this file too")
    options = parser.parse_args()
    bench = Bench(options.pipeline)
    with tempfile.TemporaryDirectory() as folder:
        paths = write_pdfs(Path(folder), options.reports)
        bench.read_both_ways(paths[0])
        measured = figures([bench.read_both_ways(path) for path in paths])
    for name, value in measured.items():
        print(f"{name:42} {value:12,.2f}")
    if options.json:
        options.json.write_text(json.dumps(measured, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
