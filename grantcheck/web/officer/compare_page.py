"""Page model of the comparison with an earlier report and with other associations' text."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from grantcheck.domain.analysis import Finding
from grantcheck.domain.comparison import Change, Pair, Part, differences
from grantcheck.domain.evidence import Evidence
from grantcheck.domain.report_comparison import ReportComparison
from grantcheck.domain.ruleset import CriterionId
from grantcheck.domain.sentences import Sentence
from grantcheck.services.comparison import Compared
from grantcheck.storage.cases import Case
from grantcheck.storage.check_runs import CheckRun
from grantcheck.storage.fingerprints import Holder

from ..comparison import Sameness, sameness, year_of
from ..language import language
from ..reading import codes, status

_FOLDED_FROM = 3
"""So many kept sentences in a row are folded away."""


@dataclass(frozen=True, slots=True)
class Row:
    """A pair of sentences as shown; an empty side has no sentence."""

    change: Change
    old: tuple[Part, ...]
    new: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class Stretch:
    """Rows that follow on each other, folded away where all are kept."""

    folded: bool
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class ChangedEvidence:
    """A quote and what became of it."""

    change: Change
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class CriterionChange:
    """One criterion in both readings: each side's status, empty where it was not asked, and the quotes."""

    code: str
    name: str
    old_status: str
    new_status: str
    quotes: tuple[ChangedEvidence, ...]


@dataclass(frozen=True, slots=True)
class SharedPassage:
    """Sentences that follow on each other among the shared ones and stand in the same associations' reports."""

    sentences: tuple[str, ...]
    others: tuple[Holder, ...]


@dataclass(frozen=True, slots=True)
class Earlier:
    """The comparison with an earlier report; `years` are addresses' values of all that can be chosen."""

    old_year: str
    new_year: str
    chosen: int
    years: tuple[int, ...]
    sameness: Sameness
    changed: int
    new: int
    gone: int
    criteria: tuple[CriterionChange, ...]
    stretches: tuple[Stretch, ...]


@dataclass(frozen=True, slots=True)
class ComparePage:
    """Page H4. `earlier` is None where there is no earlier report, `read` whether this one has a reading."""

    case: Case
    read: bool
    earlier: Earlier | None
    shared: tuple[SharedPassage, ...]


def compare_page(
    case: Case, run: CheckRun | None, compared: Compared | None, shared: Mapping[Sentence, tuple[Holder, ...]]
) -> ComparePage:
    """Return page H4."""
    earlier = _earlier(case, run, compared) if run and compared else None
    return ComparePage(case, run is not None, earlier, tuple(_passages(shared)))


def _earlier(case: Case, run: CheckRun, compared: Compared) -> Earlier:
    comparison = compared.comparison
    return Earlier(
        old_year=year_of(compared.earlier_run.analysis.period),
        new_year=year_of(run.analysis.period),
        chosen=compared.earlier.round.period_start.year,
        years=compared.years,
        sameness=sameness(compared, case),
        changed=comparison.count(Change.CHANGED),
        new=comparison.count(Change.NEW),
        gone=comparison.count(Change.GONE),
        criteria=tuple(_criteria(run, comparison)),
        stretches=tuple(_stretches(_rows(comparison))),
    )


def _criteria(run: CheckRun, comparison: ReportComparison) -> Iterator[CriterionChange]:
    code = codes(run.rule_set)
    old, new = _statuses(comparison.old.findings), _statuses(comparison.new.findings)
    for criterion in run.rule_set.criteria:
        quotes = (ChangedEvidence(item.change, item.evidence) for item in comparison.of_criterion(criterion.id))
        yield CriterionChange(
            code[criterion.id],
            criterion.name[language()],
            old.get(criterion.id, ""),
            new.get(criterion.id, ""),
            tuple(quotes),
        )


def _statuses(findings: Iterable[Finding]) -> dict[CriterionId, str]:
    return {finding.criterion: status(finding) for finding in findings}


def _stretches(rows: Iterable[Row]) -> Iterator[Stretch]:
    for kept, following in groupby(rows, key=lambda row: row.change is Change.KEPT):
        stretch = tuple(following)
        yield Stretch(kept and len(stretch) >= _FOLDED_FROM, stretch)


def _rows(comparison: ReportComparison) -> Iterator[Row]:
    """Yield the later report's sentences in order, and what is gone where it stood among them."""
    gone = _gone_after(comparison.pairs)
    yield from (_row(comparison, pair) for pair in gone[None])
    for pair in comparison.pairs:
        if pair.new is not None:
            yield _row(comparison, pair)
            yield from (_row(comparison, lost) for lost in gone[pair.old] if pair.old is not None)


def _gone_after(pairs: Sequence[Pair]) -> Mapping[int | None, list[Pair]]:
    """Return the pairs that are gone by the sentence still there that they stood after, None for the beginning."""
    found: defaultdict[int | None, list[Pair]] = defaultdict(list)
    before: int | None = None
    for pair in sorted((pair for pair in pairs if pair.old is not None), key=lambda pair: pair.old or 0):
        if pair.change is Change.GONE:
            found[before].append(pair)
        else:
            before = pair.old
    return found


def _row(comparison: ReportComparison, pair: Pair) -> Row:
    old = "" if pair.old is None else comparison.old.sentences[pair.old].text
    new = "" if pair.new is None else comparison.new.sentences[pair.new].text
    if pair.change is Change.CHANGED:
        return Row(pair.change, *differences(old, new))
    return Row(pair.change, _whole(old), _whole(new))


def _whole(text: str) -> tuple[Part, ...]:
    return (Part(text, False),) if text else ()


def _passages(shared: Mapping[Sentence, tuple[Holder, ...]]) -> Iterator[SharedPassage]:
    def who(sentence: Sentence) -> tuple[int, ...]:
        return tuple(other.association for other in shared[sentence])

    for _, following in groupby(shared, key=who):
        sentences = tuple(following)
        yield SharedPassage(tuple(sentence.text for sentence in sentences), shared[sentences[0]])
