"""The measures of the evaluation: macro-F1 over verdicts, false pass and false alarm, precision and recall."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass

from grantcheck.domain.evidence import Verdict


@dataclass(frozen=True, slots=True)
class Figures:
    """Named numbers."""

    def rounded(self) -> dict[str, float]:
        """Return the figures with four decimals, for JSON."""
        return {name: round(value, 4) for name, value in asdict(self).items()}


@dataclass(frozen=True, slots=True)
class VerdictScore(Figures):
    """`false_pass`: said described when it is not; `false_alarm`: said missing when it is described. Shares of 1."""

    count: int
    accuracy: float
    macro_f1: float
    false_pass: float
    false_alarm: float


def score(pairs: Sequence[tuple[Verdict, Verdict]]) -> VerdictScore:
    """Score pairs of (label, answer)."""
    other = [answer for label, answer in pairs if label is not Verdict.DESCRIBED]
    described = [answer for label, answer in pairs if label is Verdict.DESCRIBED]
    return VerdictScore(
        count=len(pairs),
        accuracy=share([label is answer for label, answer in pairs]),
        macro_f1=sum(f1(pairs, verdict) for verdict in Verdict) / len(Verdict),
        false_pass=share([answer is Verdict.DESCRIBED for answer in other]),
        false_alarm=share([answer is Verdict.MISSING for answer in described]),
    )


def share(answers: Sequence[bool]) -> float:
    """Return the share that is true, 0 of nothing."""
    return sum(answers) / len(answers) if answers else 0.0


def f1(pairs: Sequence[tuple[object, object]], value: object) -> float:
    """Return the harmonic mean of precision and recall of one value."""
    right = sum(label == value == answer for label, answer in pairs)
    told = sum(answer == value for _, answer in pairs)
    true = sum(label == value for label, _ in pairs)
    return 2 * right / (told + true) if told + true else 1.0
