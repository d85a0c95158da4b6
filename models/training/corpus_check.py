"""Checks the annotated corpus: `python -m models.training.corpus_check` prints counts and remarks, exit 1 on errors.

The form is checked first; only sound files are counted and searched for what leaked from one part into the other.
Remarks on the test part tell ids and criteria and quote nothing, so that whoever writes or learns stays away from it.
"""

import argparse
import sys
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from grantcheck.domain.evidence import EvidenceKind, Verdict
from grantcheck.domain.ruleset import CriterionId
from grantcheck.domain.verdict import STRONG
from grantcheck.evaluation.scores import share

from .corpus import CORPUS, Label, read_clauses, read_reports, read_samples
from .corpus_form import Remark, clause_remarks, report_remarks
from .corpus_leaks import Part, leaks
from .corpus_verdicts import verdict_remarks
from .keywords import is_obvious

FEWEST_REPORTS = 400
FEWEST_TEST_REPORTS, FEWEST_TEST_CLAUSES = 40, 600
LEAST_AVOIDING = 0.5

Counts = Counter[tuple[CriterionId, str]]


@dataclass(frozen=True, slots=True)
class Sizes:
    """The fewest reports in all, and the fewest reports and clauses of the test part."""

    reports: int = FEWEST_REPORTS
    test_reports: int = FEWEST_TEST_REPORTS
    test_clauses: int = FEWEST_TEST_CLAUSES


WANTED = Sizes()


def remarks_on(corpus: Path, sizes: Sizes) -> list[Remark]:
    """Print the counts of the corpus in the folder, unless its form is broken, and return what is wrong with it."""
    hidden = corpus / "test"
    remarks = [*_form(corpus), *(remark.closed() for remark in _form(hidden))]
    if any(remark.grave for remark in remarks):
        return remarks
    learnt, test = read_part(corpus), read_part(hidden)
    show("learnt from", learnt)
    show("test part", test)
    remarks += verdict_remarks([*learnt.reports, *test.reports])
    return [*remarks, *leaks(learnt, test), *_too_small(learnt, test, sizes), *_too_obvious(learnt, test)]


def _form(folder: Path) -> list[Remark]:
    reports, clauses = sorted((folder / "src").glob("*.txt")), sorted((folder / "clauses").glob("*.jsonl"))
    return [*report_remarks(reports), *clause_remarks(clauses)]


def read_part(folder: Path) -> Part:
    """Read one part of the corpus."""
    reports = read_reports(folder / "src")
    return Part(reports, read_samples(reports), read_clauses(folder / "clauses"))


def _too_small(learnt: Part, test: Part, sizes: Sizes) -> Iterable[Remark]:
    counted = (
        ("reports", len(learnt.reports) + len(test.reports), sizes.reports),
        ("reports of the test part", len(test.reports), sizes.test_reports),
        ("clauses of the test part", len(test.clauses), sizes.test_clauses),
    )
    for what, count, least in counted:
        if count < least:
            yield Remark("corpus", f"{count} {what}, at least {least} are wanted")


def _too_obvious(*parts: Part) -> Iterable[Remark]:
    avoided = [words for part in parts for own in avoiding(part).values() for words in own]
    if avoided and share(avoided) < LEAST_AVOIDING:
        yield Remark("corpus", f"{share(avoided):.0%} of the positives avoid the obvious words, half are wanted")


def avoiding(part: Part) -> dict[CriterionId, list[bool]]:
    """Return for each label of own work whether its sentence avoids the obvious words of the criterion."""
    found: dict[CriterionId, list[bool]] = {criterion: [] for criterion in CriterionId}
    for sample in [*part.sentences, *part.clauses]:
        for label in sample.labels:
            if label.kind in STRONG:
                found[label.criterion].append(not is_obvious(sample.text, label.criterion))
    return found


def show(title: str, part: Part) -> None:
    """Print how much a part holds."""
    words = sum(len(report.text.split()) for report in part.reports)
    pairs = Counter(item.group for item in part.clauses)
    silent = sum(not item.labels for item in part.clauses)
    print(
        f"{title}: {len(part.reports)} reports, {words} words, {sum(len(each.labels) for each in part.reports)} labels"
    )
    print(f"  {len(part.clauses)} clauses, {silent} without a label, {sum(n > 1 for n in pairs.values())} pairs")
    _show_table("verdicts", list(Verdict), _verdicts(part))
    _show_table("labels of reports", list(EvidenceKind), _labelled(each.labels for each in part.reports))
    _show_table("labels of clauses", list(EvidenceKind), _labelled(each.labels for each in part.clauses))
    _show_avoiding(avoiding(part))


def _show_avoiding(found: Mapping[CriterionId, Sequence[bool]]) -> None:
    whole = [words for own in found.values() for words in own]
    print(f"  positives that avoid the obvious words: {share(whole):.0%} of {len(whole)}")
    print("    " + ", ".join(f"{criterion} {share(own):.0%}" for criterion, own in found.items() if own))


def _verdicts(part: Part) -> Counts:
    return Counter((criterion, str(value)) for each in part.reports for criterion, value in each.verdicts.items())


def _labelled(labels: Iterable[Sequence[Label]]) -> Counts:
    return Counter((label.criterion, str(label.kind)) for own in labels for label in own)


def _show_table(title: str, columns: Sequence[str], counts: Counts) -> None:
    print(f"  {title:24}" + "".join(f"{column:>12}" for column in columns))
    for criterion in CriterionId:
        print(f"  {criterion:24}" + "".join(f"{counts[criterion, column]:12}" for column in columns))


def main(arguments: Sequence[str] | None = None, sizes: Sizes = WANTED) -> int:
    """Check, print and return the exit status."""
    parser = argparse.ArgumentParser(prog="python -m models.training.corpus_check", description=__doc__)
    parser.add_argument("corpus", type=Path, nargs="?", default=CORPUS)
    remarks = remarks_on(parser.parse_args(arguments).corpus, sizes)
    for remark in sorted(remarks, key=lambda each: each.grave):
        print(remark)
    errors = sum(remark.grave for remark in remarks)
    print(f"{errors} errors, {len(remarks) - errors} warnings")
    return int(errors > 0)


if __name__ == "__main__":
    sys.exit(main())
