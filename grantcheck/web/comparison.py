"""How a comparison with an earlier report is worded, the same on the association's and the officer's pages."""

from dataclasses import dataclass

from grantcheck.domain.comparison import Change
from grantcheck.domain.period import Period
from grantcheck.services.comparison import Compared
from grantcheck.storage.cases import Case

from .language import t


@dataclass(frozen=True, slots=True)
class Sameness:
    """How much of a report stood in the earlier one; `when` says when that was, `year` names it.

    `repeated` are the sentences that tell of something done in the period and stood in the earlier report already.
    """

    kept: int
    sentences: int
    when: str
    year: str
    repeated: tuple[str, ...]


def sameness(compared: Compared, case: Case) -> Sameness:
    """Return how much of the case's report stood in the earlier one."""
    comparison = compared.comparison
    year = year_of(compared.earlier_run.analysis.period)
    return Sameness(
        kept=comparison.count(Change.KEPT),
        sentences=len(comparison.new.sentences),
        when=t("gc.compare.when.last" if is_last_year(compared, case) else "gc.compare.when.earlier", year=year),
        year=year,
        repeated=tuple(sentence.text for sentence in comparison.repeated()),
    )


def is_last_year(compared: Compared, case: Case) -> bool:
    """Whether the earlier report is of the year before."""
    return compared.earlier.round.period_start.year == case.round.period_start.year - 1


def year_of(period: Period) -> str:
    """Return `2025`, or `2024/2025` for a broken year."""
    return "/".join(str(year) for year in sorted({period.start.year, period.end.year}))
