"""Fingerprints of every report's sentences, by which text that other associations share is found by index."""

import zlib

from sqlite_utils import Database

from grantcheck.domain.document import Document
from grantcheck.domain.fingerprint import fingerprints_of
from grantcheck.domain.sentences import sentences_of
from grantcheck.records import from_json

STATEMENTS = (
    """CREATE TABLE sentence_band (
        band INTEGER NOT NULL,
        report_id INTEGER NOT NULL REFERENCES report ON DELETE CASCADE,
        place INTEGER NOT NULL CHECK (place >= 0),
        PRIMARY KEY (band, report_id, place)
    ) STRICT, WITHOUT ROWID""",
    "CREATE INDEX sentence_band_report ON sentence_band (report_id)",
    """CREATE TABLE report_sketch (
        report_id INTEGER PRIMARY KEY REFERENCES report ON DELETE CASCADE,
        sketches BLOB NOT NULL CHECK (length(sketches) % 16 = 0)
    ) STRICT""",
)
_LATEST_READINGS = """
SELECT report_id, document FROM check_run
WHERE id IN (SELECT max(id) FROM check_run WHERE outcome = 'read' GROUP BY report_id)
"""


def up(db: Database) -> None:
    """Make the tables and fill them from the readings that are stored."""
    for statement in STATEMENTS:
        db.conn.execute(statement)
    for report, packed in db.conn.execute(_LATEST_READINGS):
        made = fingerprints_of(sentences_of(from_json(Document, zlib.decompress(packed)))).values()
        bands = [(band, report, place) for place, item in enumerate(made) for band in item.bands]
        db.conn.executemany("INSERT OR IGNORE INTO sentence_band VALUES (?, ?, ?)", bands)
        sketches = b"".join(item.sketch for item in made)
        db.conn.execute("INSERT INTO report_sketch VALUES (?, ?)", (report, sketches))
