"""What `grantcheck evaluate` answers: a table of counts and the disagreements, as text or JSON."""

import json
import textwrap
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path

from grantcheck.domain.analysis import PipelineVersion
from grantcheck.domain.evidence import Evidence
from grantcheck.domain.ruleset import CriterionId, RuleSet
from grantcheck.evaluation.comparison import Comparison, Count, Disagreement, counted
from grantcheck.evaluation.tables import ALL, Pairs, table
from grantcheck.outputs.checked_report import worded
from grantcheck.texts import plural, text

from .checking import Unread

SCHEMA = 1
WIDTH, NAME_WIDTH, COLUMN_WIDTH = 100, 24, 18
MEASURES = ("right", "false_pass", "false_alarm")


@dataclass(frozen=True, slots=True)
class Evaluated:
    """The comparison of the reports that could be read, and those that could not; no pipeline where none was read."""

    comparison: Comparison
    unread: tuple[Unread, ...]
    rule_set: RuleSet
    pipeline: PipelineVersion | None

    def rows(self) -> Iterator[tuple[CriterionId | None, Pairs]]:
        """Yield (label, answer) of each judged criterion in the rule set's order, then of all under None."""
        pairs = self.comparison.pairs
        yield from ((item.id, pairs[item.id]) for item in self.rule_set.criteria if item.id in pairs)
        yield None, [pair for own in pairs.values() for pair in own]

    def name(self, criterion: CriterionId, language: str) -> str:
        """Return the criterion's short name."""
        return next(item.name[language] for item in self.rule_set.criteria if item.id is criterion)


def as_text(evaluated: Evaluated, language: str) -> str:
    """Return the answer wrapped to 100 columns, ending with a line break."""
    return "\n".join(_lines(evaluated, language)) + "\n"


def _lines(evaluated: Evaluated, language: str) -> Iterator[str]:
    comparison = evaluated.comparison
    head = [plural("gc.evaluate.reports", comparison.reports, language)]
    if evaluated.unread:
        head.append(plural("gc.evaluate.unread", len(evaluated.unread), language))
    yield " ".join(head)
    if not comparison.reports:
        return
    yield ""
    yield from _table(evaluated, language)
    yield ""
    for measure in (*MEASURES, "macro_f1"):
        yield from _wrapped(text(f"gc.evaluate.{measure}.means", language), "")
    yield ""
    yield plural("gc.evaluate.disagreements", len(comparison.disagreements), language)
    for item in comparison.disagreements:
        yield ""
        yield from _disagreement(evaluated, item, language)


def _table(evaluated: Evaluated, language: str) -> Iterator[str]:
    titles = [text(f"gc.evaluate.{measure}", language) for measure in (*MEASURES, "macro_f1")]
    yield " " * NAME_WIDTH + "".join(f"{title:>{COLUMN_WIDTH}}" for title in titles)
    scores = table(evaluated.comparison.pairs)
    for criterion, pairs in evaluated.rows():
        name = evaluated.name(criterion, language) if criterion else text("gc.evaluate.all", language)
        cells = [_of(count, language) for count in _counts(pairs)]
        figure = _decimal(scores[criterion or ALL].macro_f1, language)
        yield f"{name:{NAME_WIDTH}}" + "".join(f"{cell:>{COLUMN_WIDTH}}" for cell in (*cells, figure))


def _counts(pairs: Pairs) -> tuple[Count, Count, Count]:
    counts = counted(pairs)
    return counts.right, counts.false_pass, counts.false_alarm


def _of(count: Count, language: str) -> str:
    return text("gc.evaluate.of", language, number=count.number, of=count.of) if count.of else "–"


def _decimal(figure: float, language: str) -> str:
    return f"{figure:.2f}".replace(".", "," if language == "sv" else ".")


def _disagreement(evaluated: Evaluated, item: Disagreement, language: str) -> Iterator[str]:
    yield f"{item.file} – {evaluated.name(item.finding.criterion, language)}"
    verdicts = {
        "label": text(f"gc.verdict.{item.label}", language),
        "answer": text(f"gc.verdict.{item.finding.verdict}", language),
    }
    yield "  " + text("gc.evaluate.differs", language, **verdicts)
    reason = worded(item.finding.why, language)
    yield from _wrapped(text("gc.evaluate.reason", language, reason=reason), "  ")
    for evidence in item.finding.evidence:
        yield from _wrapped(_evidence(evidence, language), "  • ")


def _evidence(item: Evidence, language: str) -> str:
    return f"{text(f'gc.kind.{item.kind}', language)}: ”{item.text}” {text('gc.result.page', language, page=item.page)}"


def _wrapped(paragraph: str, lead: str) -> list[str]:
    return textwrap.wrap(paragraph, WIDTH, initial_indent=lead, subsequent_indent=" " * len(lead))


def as_json(evaluated: Evaluated, language: str) -> str:
    """Return one JSON object; shares are of 1."""
    answer = {
        "schema": SCHEMA,
        "ruleset": evaluated.rule_set.id,
        "pipeline": asdict(evaluated.pipeline) if evaluated.pipeline else None,
        "reports": evaluated.comparison.reports,
        "unread": [_unread(item, language) for item in evaluated.unread],
        "verdicts": {name: score.rounded() for name, score in table(evaluated.comparison.pairs).items()},
        "counts": {criterion or ALL: asdict(counted(pairs)) for criterion, pairs in evaluated.rows()},
        "disagreements": [_differing(item, language) for item in evaluated.comparison.disagreements],
    }
    return json.dumps(answer, ensure_ascii=False, indent=1) + "\n"


def _unread(item: Unread, language: str) -> dict[str, object]:
    message = text(f"gc.error.{item.error.code}", language, **item.error.details)
    return {"file": Path(item.source).name, "code": item.error.code, "message": message}


def _differing(item: Disagreement, language: str) -> dict[str, object]:
    finding = item.finding
    return {
        "file": item.file,
        "criterion": finding.criterion,
        "label": item.label,
        "answer": finding.verdict,
        "why": worded(finding.why, language),
        "evidence": [{"text": each.text, "page": each.page, "kind": each.kind} for each in finding.evidence],
    }
