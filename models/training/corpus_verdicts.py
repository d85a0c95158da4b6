"""Holds the verdicts of the annotated reports against their evidence, as models/corpus/GUIDE.md derives them."""

from collections.abc import Iterable, Iterator

from grantcheck.domain.evidence import EvidenceKind, Verdict
from grantcheck.domain.ruleset import CriterionId
from grantcheck.domain.verdict import STRONG

from .corpus import AnnotatedReport
from .corpus_form import Remark

K = EvidenceKind
SAYS_NOTHING = frozenset({K.NEGATED, K.OFF_TOPIC})
WEAK = frozenset(K) - STRONG - SAYS_NOTHING
NEAR_MISS = "near miss"


def verdict_remarks(reports: Iterable[AnnotatedReport]) -> Iterator[Remark]:
    """Yield a warning for each verdict that its evidence does not bear out."""
    for report in reports:
        for criterion, verdict in report.verdicts.items():
            kinds = {label.kind for label in report.labels if label.criterion is criterion}
            if not _borne_out(criterion, verdict, kinds, near_miss=NEAR_MISS in report.note):
                found = ", ".join(sorted(kinds)) or "no evidence"
                yield Remark(report.id, f"{criterion} {verdict} with {found}", grave=False)


def _borne_out(criterion: CriterionId, verdict: Verdict, kinds: set[EvidenceKind], *, near_miss: bool) -> bool:
    if verdict is Verdict.DESCRIBED:
        handled = criterion is CriterionId.ACTIVE_IN_PERIOD and K.INCIDENT in kinds
        return handled or not STRONG.isdisjoint(kinds)
    if verdict is Verdict.MISSING:
        said_not_done = K.NEGATED in kinds and kinds <= {K.OTHER_ACTOR, *SAYS_NOTHING}
        return said_not_done or kinds <= SAYS_NOTHING
    if STRONG.isdisjoint(kinds):
        return not WEAK.isdisjoint(kinds)
    return near_miss or K.NEGATED in kinds or not WEAK.isdisjoint(kinds)
