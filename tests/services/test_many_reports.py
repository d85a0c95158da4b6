"""What a lookup among stored reports costs: as much among a hundred thousand as among a thousand."""

from pathlib import Path

from grantcheck.domain.fingerprint import SKETCH_BYTES, Fingerprint, fingerprint
from grantcheck.domain.people import AssociationId
from grantcheck.domain.sentences import Sentence
from grantcheck.services.comparison import shared_with_others
from grantcheck.storage import Store
from grantcheck.storage.fingerprints import MOST_REPORTS
from tests.installation import Installation, a_member, a_round

FEW, MANY = 1_000, 100_000
ROUNDS = 10
SENTENCES = 4
TEMPLATE = "Förbundets värdegrund gäller för alla som leder barn och unga i vår verksamhet."
STOCK = "Styrelsen har under året haft protokollförda möten och ett konstituerande möte."
OWN = "Vår tränare Bo byggde en ramp av lastpallar så att Alva kunde rulla in på planen."
HOLDERS = 7
MOST_TIMES = 1.5
STEPS_PER_CALL = 10

FILL = (
    """CREATE TEMP TABLE place AS WITH RECURSIVE counted(n) AS
    (SELECT 0 UNION ALL SELECT n + 1 FROM counted WHERE n + 1 < :reports) SELECT n FROM counted""",
    "INSERT INTO association (name, kind) SELECT 'Förening ' || n, 'sport' FROM place WHERE n < :reports / :rounds",
    """INSERT INTO application (association_id, round_id, state, created_at, submitted_at, times_submitted, case_number)
    SELECT 2 + n / :rounds, 1 + n % :rounds, 'submitted', :at, :at, 1, 'F-' || n FROM place""",
    """INSERT INTO report (application_id, sha256, filename, media_type, size, uploaded_at, uploaded_by, state)
    SELECT id, printf('%064d', id), 'r.pdf', 'application/pdf', 1, :at, 1, 'read' FROM application""",
    "INSERT INTO report_sketch SELECT id, :sketches FROM report",
    "DROP INDEX sentence_band_report",
    """INSERT INTO sentence_band
    SELECT (report.id * 7919 + n) * 40503 % (1 << 48), report.id, n % :sentences FROM report JOIN place ON n < :bands
    ORDER BY 1, 2, 3""",
    "CREATE INDEX sentence_band_report ON sentence_band (report_id)",
)


def fill(store: Store, reports: int) -> None:
    """Store so many reports; all have the stock sentence, and those of HOLDERS associations the template."""
    for number in range(1, ROUNDS + 1):
        a_round(store, number)
    a_member(store)
    template, stock = made(TEMPLATE), made(STOCK)
    values = {
        "reports": reports,
        "rounds": ROUNDS,
        "sentences": SENTENCES,
        "bands": SENTENCES * len(template.bands),
        "sketches": bytes(SKETCH_BYTES * SENTENCES) + template.sketch + stock.sketch,
        "at": "2026-01-15T12:00:00Z",
    }
    store.db.execute("PRAGMA synchronous = OFF")
    store.db.execute("PRAGMA cache_size = -200000")
    with store.immediate():
        for statement in FILL:
            asked = {name: value for name, value in values.items() if f":{name}" in statement}
            store.db.conn.execute(statement, asked)
        plant(store, template, SENTENCES, limit=HOLDERS * ROUNDS)
        plant(store, stock, SENTENCES + 1, limit=reports)


def plant(store: Store, sentence: Fingerprint, place: int, *, limit: int) -> None:
    sql = "INSERT INTO sentence_band SELECT :band, id, :place FROM report ORDER BY id LIMIT :limit"
    for band in sorted(sentence.bands):
        store.db.conn.execute(sql, {"band": band, "place": place, "limit": limit})


def made(text: str) -> Fingerprint:
    found = fingerprint(text)
    assert found
    return found


def cost_of_lookup(place: Installation, reports: int) -> int:
    """Return how many steps SQLite takes to look three sentences up, tens counted."""
    steps = 0

    def count() -> int:
        nonlocal steps
        steps += 1
        return 0

    asked = tuple(Sentence(0, 0, text) for text in (TEMPLATE, STOCK, OWN))
    with place.open_store() as store:
        fill(store, reports)
        store.db.conn.set_progress_handler(count, STEPS_PER_CALL)
        shared = shared_with_others(store, AssociationId(1), asked)

    assert {sentence.text: len(others) for sentence, others in shared.items()} == {TEMPLATE: HOLDERS}
    return steps


def test_a_lookup_costs_the_same_however_many_reports_are_stored(tmp_path: Path) -> None:
    places = [tmp_path / "few", tmp_path / "many"]
    for folder in places:
        folder.mkdir()

    few, most = (
        cost_of_lookup(Installation.make(folder), reports) for folder, reports in zip(places, (FEW, MANY), strict=True)
    )

    assert FEW > MOST_REPORTS
    assert few > 0
    assert most <= few * MOST_TIMES
