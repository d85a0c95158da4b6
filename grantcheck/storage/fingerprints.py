"""Rows of sentences' fingerprints: written with a reading, looked up by index however many reports are stored."""

from collections.abc import Sequence
from dataclasses import dataclass

from grantcheck.domain.application import ApplicationId
from grantcheck.domain.fingerprint import SKETCH_BYTES, Fingerprint
from grantcheck.domain.people import AssociationId
from grantcheck.domain.report import ReportId

from .store import Store

MOST_REPORTS = 500
"""A band that stands in more reports than this tells nothing, and no more of them are looked at."""

_HOLDERS = """
SELECT association.id, association.name, application.id,
    substr(sketches, 1 + place * :width, :width)
FROM sentence_band
JOIN report ON report.id = sentence_band.report_id AND report.current = 1
JOIN application ON application.id = report.application_id AND application.submitted_at IS NOT NULL
    AND application.association_id != :own
JOIN association ON association.id = application.association_id
JOIN report_sketch ON report_sketch.report_id = report.id
WHERE band = :band ORDER BY sentence_band.report_id DESC LIMIT :most
"""


@dataclass(frozen=True, slots=True)
class Holder:
    """A sentence that shares a band: whose it is, in which case, and its sketch."""

    association: AssociationId
    association_name: str
    application: ApplicationId
    sketch: bytes


def keep_fingerprints(store: Store, report: ReportId, made: Sequence[Fingerprint]) -> None:
    """Keep the fingerprints of the report's sentences instead of those of an earlier reading."""
    with store.immediate():
        store.db.execute("DELETE FROM sentence_band WHERE report_id = :report", {"report": report})
        bands = [(band, report, place) for place, item in enumerate(made) for band in item.bands]
        store.db.conn.executemany("INSERT OR IGNORE INTO sentence_band VALUES (?, ?, ?)", bands)
        values = (report, b"".join(item.sketch for item in made))
        store.db.conn.execute("INSERT OR REPLACE INTO report_sketch VALUES (?, ?)", values)


def holders(store: Store, own: AssociationId, band: int) -> tuple[Holder, ...] | None:
    """Return the sentences of other associations that share the band, the latest report first.

    Only current reports that were submitted count. None where more than MOST_REPORTS share it.
    """
    values = {"own": own, "band": band, "most": MOST_REPORTS + 1, "width": SKETCH_BYTES}
    rows = store.db.execute(_HOLDERS, values).fetchall()
    if len(rows) > MOST_REPORTS:
        return None
    return tuple(Holder(*row) for row in rows)


def count_associations(store: Store) -> int:
    """Return how many associations the municipality knows."""
    return store.db.table("association").count
