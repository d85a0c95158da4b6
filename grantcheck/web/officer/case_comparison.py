"""What the review page says of earlier reports and of other associations' text, beside each criterion and quote."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from grantcheck.domain.analysis import Finding
from grantcheck.domain.comparison import Change
from grantcheck.domain.report_comparison import EvidenceChange, Told
from grantcheck.domain.review import Assessment
from grantcheck.domain.ruleset import CriterionId
from grantcheck.domain.sentences import Sentence
from grantcheck.services.comparison import Compared
from grantcheck.storage.cases import Case
from grantcheck.storage.check_runs import CheckRun
from grantcheck.storage.fingerprints import Holder

from ..comparison import is_last_year, sameness
from ..language import t
from ..reading import numbered, status


@dataclass(frozen=True, slots=True)
class LastYear:
    """A criterion in the earlier report: its reading, the officer's judgement, empty without one, and the best quote.

    `kept` of this year's `quotes` stood there already.
    """

    status: str
    judgement: str
    quote: str
    kept: int
    quotes: int

    @property
    def same(self) -> bool:
        """Whether all that is quoted this year stood in the earlier report."""
        return 0 < self.kept == self.quotes


@dataclass(frozen=True, slots=True)
class CaseComparison:
    """What stands beside criteria (by id) and quotes (by number); empty where there is nothing to compare with."""

    heading: str
    when: str
    year: str
    criteria: Mapping[str, LastYear]
    repeated: frozenset[int]
    shared: Mapping[int, int]


def case_comparison(
    case: Case,
    run: CheckRun,
    compared: Compared | None,
    assessed: Mapping[CriterionId, Assessment],
    shared: Mapping[Sentence, tuple[Holder, ...]],
) -> CaseComparison:
    """Return what stands beside; `assessed` are the earlier case's assessments."""
    quoted = dict(_quoted(run))
    holders = {number: len(shared[sentence]) for number, sentence in quoted.items() if sentence in shared}
    if compared is None:
        return CaseComparison("", "", "", {}, frozenset(), holders)
    told = sameness(compared, case)
    repeated = compared.comparison.repeated()
    which = "last" if is_last_year(compared, case) else "earlier"
    return CaseComparison(
        heading=t(f"gc.compare.last_year.{which}", year=told.year),
        when=told.when,
        year=told.year,
        criteria={
            finding.criterion.value: _last_year(finding, compared, assessed.get(finding.criterion))
            for finding in compared.earlier_run.analysis.findings
        },
        repeated=frozenset(number for number, sentence in quoted.items() if sentence in repeated),
        shared=holders,
    )


def _last_year(finding: Finding, compared: Compared, assessment: Assessment | None) -> LastYear:
    changes = [item for item in compared.comparison.of_criterion(finding.criterion) if _is_now(item)]
    return LastYear(
        status=status(finding),
        judgement=assessment.judgement.value if assessment else "",
        quote=finding.evidence[0].text if finding.evidence else "",
        kept=sum(item.change is Change.KEPT for item in changes),
        quotes=len(changes),
    )


def _is_now(item: EvidenceChange) -> bool:
    return item.change is not Change.GONE


def _quoted(run: CheckRun) -> Iterator[tuple[int, Sentence]]:
    """Yield the number of each quote and the sentence that it stands in."""
    told = Told.of(run.document, run.analysis)
    for number, _, evidence in numbered(run.analysis.findings):
        place = told.place_of(evidence)
        if place is not None:
            yield number, told.sentences[place]
