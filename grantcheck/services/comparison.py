"""Compares a report with the association's own earlier one, and finds what it shares with other associations'."""

from collections.abc import Iterable
from dataclasses import dataclass

from grantcheck.domain.fingerprint import Fingerprint, fingerprints_of
from grantcheck.domain.people import AssociationId
from grantcheck.domain.report_comparison import ReportComparison, Told, compared
from grantcheck.domain.sentences import Sentence
from grantcheck.domain.shared_text import is_stock
from grantcheck.storage import Store
from grantcheck.storage.cases import Case, earlier_cases
from grantcheck.storage.check_runs import CheckRun, latest_run
from grantcheck.storage.fingerprints import Holder, count_associations, holders


@dataclass(frozen=True, slots=True)
class Compared:
    """A comparison with the case of an earlier period; `years` are all that can be compared with, the latest first."""

    earlier: Case
    earlier_run: CheckRun
    years: tuple[int, ...]
    comparison: ReportComparison


def compared_with_earlier(store: Store, case: Case, run: CheckRun, year: int | None = None) -> Compared | None:
    """Compare the reading with the association's report on the year, else with its latest one on an earlier period.

    None where there is no earlier report. It looks at no other association.
    """
    by_year: dict[int, Case] = {}
    for other in earlier_cases(store, case):
        by_year.setdefault(other.round.period_start.year, other)
    earlier = by_year.get(year or 0, next(iter(by_year.values()), None))
    earlier_run = latest_run(store, earlier.report.id) if earlier and earlier.report else None
    if earlier is None or earlier_run is None:
        return None
    old, new = (Told.of(side.document, side.analysis) for side in (earlier_run, run))
    return Compared(earlier, earlier_run, tuple(by_year), compared(old, new))


def shared_with_others(
    store: Store, association: AssociationId, sentences: Iterable[Sentence]
) -> dict[Sentence, tuple[Holder, ...]]:
    """Return who else has each of the sentences, for officers only.

    Those that nobody has are left out, and those that so many have that it is just how one writes.
    """
    associations = count_associations(store)
    shared: dict[Sentence, tuple[Holder, ...]] = {}
    for sentence, made in fingerprints_of(sentences).items():
        others = _others(store, association, made)
        if others and not is_stock(len(others), associations):
            shared[sentence] = others
    return shared


def _others(store: Store, association: AssociationId, made: Fingerprint) -> tuple[Holder, ...]:
    """Return each association with nearly the same sentence once, by name."""
    near: dict[AssociationId, Holder] = {}
    for band in made.bands:
        for holder in holders(store, association, band) or ():
            if made.is_near(holder.sketch):
                near.setdefault(holder.association, holder)
    return tuple(sorted(near.values(), key=lambda holder: (holder.association_name, holder.association)))
