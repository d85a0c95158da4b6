"""The accuracy card of the page on how the reading works: figures as bars and as words, of 100 answers."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from grantcheck.domain.ruleset import RuleSet
from grantcheck.evaluation.measured import Measured, ScanAgreement
from grantcheck.evaluation.scores import VerdictScore
from grantcheck.evaluation.tables import ALL
from grantcheck.storage.agreement import Agreement
from grantcheck.texts import has_text

from .language import language, t, tn

HUNDRED = 100


@dataclass(frozen=True, slots=True)
class Bar:
    """A share of 1 as a bar of 100 with its words; `note` is what it is of, where that differs."""

    name: str
    share: float
    words: str
    note: str = ""

    @property
    def length(self) -> float:
        """Return the length of the bar, of 100."""
        return round(self.share * HUNDRED, 1)

    @property
    def squares(self) -> int:
        """Return how many squares of 100 are filled; only none is 0, and only all is 100."""
        if self.share in (0, 1):
            return int(self.share * HUNDRED)
        return min(max(round(self.share * HUNDRED), 1), HUNDRED - 1)


@dataclass(frozen=True, slots=True)
class FigureRow:
    """A row of the table of all figures."""

    name: str
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Card:
    """What was measured, as it is shown."""

    day: date
    reports: int
    words: str
    right: Bar
    criteria: tuple[Bar, ...]
    errors: tuple[Bar, ...]
    beside_keywords: tuple[Bar, ...]
    groups: tuple[Bar, ...]
    found: str
    true: str
    scanned: Bar | None
    rows: tuple[FigureRow, ...]


def card(measured: Measured | None, rule_set: RuleSet) -> Card | None:
    """Return what the page shows of the figures, None where there are none."""
    if measured is None:
        return None
    named = [(item.name[language()], measured.criteria[item.id]) for item in rule_set.criteria]
    right = Bar(t("gc.quality.all"), measured.whole.accuracy, of_hundred(measured.whole.accuracy))
    return Card(
        day=measured.day,
        reports=measured.reports,
        words=f"{measured.words:,}".replace(",", "\N{NO-BREAK SPACE}"),
        right=right,
        criteria=tuple(Bar(name, score.accuracy, of_hundred(score.accuracy)) for name, score in named),
        errors=_errors(measured.whole),
        beside_keywords=_beside_keywords(measured),
        groups=tuple(_group(name, score, len(rule_set.criteria)) for name, score in measured.groups.items()),
        found=of_hundred(measured.found),
        true=of_hundred(measured.true),
        scanned=_scanned(measured.scans),
        rows=tuple(_row(name, score) for name, score in [*named, (right.name, measured.whole)]),
    )


def of_hundred(share: float) -> str:
    """Return the share as so many of 100; only none is 0, and only all is 100."""
    number = round(share * HUNDRED)
    if share > 0 and number == 0:
        return t("gc.quality.of_hundred.fewest")
    if share < 1 and number == HUNDRED:
        return t("gc.quality.of_hundred.most")
    return t("gc.quality.of_hundred", n=number)


def _errors(score: VerdictScore) -> tuple[Bar, ...]:
    shares = {"false_pass": score.false_pass, "false_alarm": score.false_alarm}
    return tuple(
        Bar(t(f"gc.quality.{error}"), share, of_hundred(share), t(f"gc.quality.{error}.means"))
        for error, share in shares.items()
    )


def _beside_keywords(measured: Measured) -> tuple[Bar, ...]:
    shares = {"reading": measured.whole.accuracy, "keywords": measured.keyword_search[ALL].accuracy}
    return tuple(Bar(t(f"gc.quality.by.{name}"), share, of_hundred(share)) for name, share in shares.items())


def _group(name: str, score: VerdictScore, criteria: int) -> Bar:
    shown = t(group_key(name)) if has_text(group_key(name)) else name
    return Bar(shown, score.accuracy, of_hundred(score.accuracy), tn("gc.quality.reports", score.count // criteria))


def _scanned(scans: ScanAgreement | None) -> Bar | None:
    if scans is None:
        return None
    size = tn("gc.quality.reports", scans.reports)
    return Bar(t("gc.quality.scanned.same"), scans.same / scans.verdicts, of_hundred(scans.same / scans.verdicts), size)


def group_key(name: str) -> str:
    """Return the key of the text that words a group of reports."""
    return "gc.quality.group." + re.sub(r"\W+", "_", name.lower())


def _row(name: str, score: VerdictScore) -> FigureRow:
    measure = f"{score.macro_f1:.2f}"
    figures = [str(round(share * HUNDRED)) for share in (score.accuracy, score.false_pass, score.false_alarm)]
    return FigureRow(name, (*figures, measure.replace(".", ",") if language() == "sv" else measure))


@dataclass(frozen=True, slots=True)
class OfficersCard:
    """How often officers say the same as the reading, and how often they overrule its two errors."""

    criteria: tuple[Bar, ...]
    reviews: int
    let_through: int
    alarmed: int


def officers_card(agreements: Sequence[Agreement], rule_set: RuleSet) -> OfficersCard | None:
    """Return what the page shows of the officers' reviews, None where there are too few."""
    if not agreements:
        return None
    found = {item.criterion: item for item in agreements}
    named = [(item.name[language()], found[item.id]) for item in rule_set.criteria if item.id in found]
    return OfficersCard(
        tuple(
            Bar(name, item.same / item.reviews, t("gc.quality.of", number=item.same, of=item.reviews))
            for name, item in named
        ),
        reviews=sum(item.reviews for _, item in named),
        let_through=sum(item.let_through for _, item in named),
        alarmed=sum(item.alarmed for _, item in named),
    )
