"""Measures each rule of rules.toml: `python -m models.training.rule_scores` prints how often the labels agree with it.

Of the labelled sentences that a rule fires on, it agrees with those that have its target among their labels and none of
the kinds that it takes from. Sentences with labels of other kinds only are not moved and not counted. The test part is
never read.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from grantcheck.analysis.grammar import read_grammar
from grantcheck.analysis.in_time import when_told
from grantcheck.analysis.language import load_language
from grantcheck.analysis.rules import Rule, Told, shipped_rules

from .corpus import Sample, read_clauses, read_reports, read_samples


@dataclass(frozen=True, slots=True)
class RuleScore:
    """How many labelled sentences a rule fired on, and how many of them agree or disagree with what it concludes."""

    fired: int
    agree: int
    disagree: int

    @property
    def share(self) -> float:
        """The share that agrees, 1 where nothing was counted."""
        return self.agree / (self.agree + self.disagree) if self.agree + self.disagree else 1.0


def rule_scores(rules: Sequence[Rule], sentences: Sequence[tuple[Sample, Told]]) -> Mapping[str, RuleScore]:
    """Return the score of each rule by its id."""
    return {rule.id: _score(rule, sentences) for rule in rules}


def _score(rule: Rule, sentences: Sequence[tuple[Sample, Told]]) -> RuleScore:
    answers = Counter(_agrees(rule, sample) for sample, told in sentences if rule.fires(told))
    return RuleScore(answers.total(), answers[True], answers[False])


def _agrees(rule: Rule, sample: Sample) -> bool | None:
    """Return None where the sentence has none of the kinds that the rule is about."""
    kinds = {label.kind for label in sample.labels}
    if kinds & set(rule.sources):
        return False
    return True if rule.target in kinds else None


def _told(samples: Sequence[Sample]) -> Iterator[tuple[Sample, Told]]:
    grammars = read_grammar(load_language("sv_grantcheck"), [sample.text for sample in samples])
    for sample, grammar in zip(samples, grammars, strict=True):
        yield sample, Told(sample.text, grammar, when_told(sample.text, sample.period))


def main() -> None:
    """Print one line for each rule."""
    labelled = [each for each in [*read_samples(read_reports()), *read_clauses()] if each.labels]
    print(f"{len(labelled)} labelled sentences\n{'rule':26}{'fires':>7}{'agree':>7}{'disagree':>10}{'share':>8}")
    for name, score in rule_scores(shipped_rules().each, list(_told(labelled))).items():
        print(f"{name:26}{score.fired:7}{score.agree:7}{score.disagree:10}{score.share:8.3f}")


if __name__ == "__main__":
    main()
