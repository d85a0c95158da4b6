"""One report with its reading, as the result formats show it."""

from collections.abc import Iterator
from dataclasses import dataclass

from grantcheck.domain.analysis import Analysis, Finding
from grantcheck.domain.document import Document, Notice
from grantcheck.domain.evidence import Reason
from grantcheck.domain.ruleset import Criterion, Occasion, RuleSet
from grantcheck.texts import text


@dataclass(frozen=True, slots=True)
class CheckedReport:
    """`source` is the file as the user named it; `sha256` is of its bytes, in hexadecimal."""

    source: str
    sha256: str
    document: Document
    analysis: Analysis
    rule_set: RuleSet

    def findings(self) -> Iterator[tuple[Criterion, Finding]]:
        """Yield each criterion of the rule set with its finding, in the rule set's order."""
        found = {finding.criterion: finding for finding in self.analysis.findings}
        for criterion in self.rule_set.criteria:
            if criterion.id in found:
                yield criterion, found[criterion.id]

    @property
    def occasion(self) -> Occasion:
        """What the report was read for."""
        return self.analysis.occasion


def worded(reason: Reason, language: str = "sv") -> str:
    """Return the reason in the reader's language."""
    return text(f"gc.reason.{reason.code}", language, **dict(reason.details))


def worded_notice(notice: Notice, language: str = "sv") -> str:
    """Return the notice in the reader's language."""
    return text(f"gc.warning.{notice.code}", language, **dict(notice.details))
